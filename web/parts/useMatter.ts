import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ask } from './api.ts'
import { useLang } from './lang.ts'
import * as paths from './paths.ts'
import { keyOf, useAsk } from './useAsk.ts'

/** How long an open page is believed while nothing happens to its matter, milliseconds: what is left of a limit is told in words, and what is linked changes by itself. */
const wholly = 30 * 60_000

/**
 * One matter, looked at again every so many milliseconds while its page is open. Looking asks whether it still stands where it was read:
 * a page left open doesn't have the same personal values read again and again. `lost` says that looking failed, so that what is shown may be out of date.
 */
export const useMatter = (id: string, every: number) => {
  const { lang } = useLang()
  const client = useQueryClient()
  const question = paths.matter(id)
  const page = useAsk(question, { every: wholly, fresh: 0, unmoved: true })
  const seq = page.data?.seq ?? -1
  const news = useQuery({
    queryKey: ['news', id, seq, lang],
    queryFn: async ({ signal }) => {
      const changed = await ask(paths.matterSince(id, seq), signal)
      if (changed) client.setQueryData(keyOf(question, lang), changed)
      return seq
    },
    enabled: seq >= 0, initialData: seq, staleTime: every, refetchInterval: every,
  })
  return { data: page.data, isPending: page.isPending, isError: page.isError, error: page.error, refetch: page.refetch, lost: page.isError || news.isError }
}

import { useQuery } from '@tanstack/react-query'
import type { NoticeView, Page } from '../../../server/wire.ts'
import { ask } from '../api.ts'
import * as paths from '../paths.ts'

/** Unread notices by matter, for marks in lists. Looks at the newest page only: older ones stand in the notices. */
export const useUnread = (signedIn: boolean): ReadonlyMap<string, readonly NoticeView[]> => {
  const { data } = useQuery({
    queryKey: [paths.notices().path, 'newest'],
    queryFn: ({ signal }): Promise<Page<NoticeView>> => ask(paths.notices(), signal),
    enabled: signedIn,
    staleTime: 15_000,
  })
  const byMatter = new Map<string, NoticeView[]>()
  for (const notice of data?.rows ?? []) {
    if (notice.read || notice.matter === undefined) continue
    byMatter.set(notice.matter, [...(byMatter.get(notice.matter) ?? []), notice])
  }
  return byMatter
}

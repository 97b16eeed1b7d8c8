import { useInfiniteQuery } from '@tanstack/react-query'
import type { MatterRow, Page } from '../../server/wire.ts'
import { ask } from './api.ts'
import { useLang } from './lang.ts'
import * as paths from './paths.ts'
import { keyOf, sameQuestion } from './useAsk.ts'

const short = (data: { readonly pages: readonly unknown[] } | undefined): boolean => (data?.pages.length ?? 0) <= 5

/** A list of matters that grows as it is read: `rows` so far, `more()` asks for the next page. */
export const useMatters = (filter: paths.MatterFilter, every?: number) => {
  const { lang } = useLang()
  const question = paths.matters(filter)
  const found = useInfiniteQuery({
    queryKey: keyOf(question, lang),
    queryFn: ({ pageParam, signal }): Promise<Page<MatterRow>> => ask(paths.matters(pageParam === '' ? filter : { ...filter, cursor: pageParam }), signal),
    initialPageParam: '',
    getNextPageParam: last => last.next,
    staleTime: 5_000,
    placeholderData: sameQuestion(question),
    // Asking again means asking for every page seen: long lists are left as they are.
    refetchInterval: query => (every !== undefined && short(query.state.data) ? every : false),
    refetchOnWindowFocus: query => short(query.state.data),
  })
  return {
    ...found,
    rows: found.data?.pages.flatMap(page => page.rows) ?? [],
    more: () => {
      if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage()
    },
  }
}

import { useInfiniteQuery } from '@tanstack/react-query'
import type { Page } from '../../server/wire.ts'
import { ask, type Ask } from './api.ts'
import { useLang } from './lang.ts'

/** A list read a page at a time: `rows` so far, `more()` asks for the next. */
export const usePages = <T>(question: (cursor?: string) => Ask<Page<T>>) => {
  const { lang } = useLang()
  const found = useInfiniteQuery({
    queryKey: [question().path, lang],
    queryFn: ({ pageParam, signal }): Promise<Page<T>> => ask(question(pageParam === '' ? undefined : pageParam), signal),
    initialPageParam: '',
    getNextPageParam: last => last.next,
    staleTime: 5_000,
  })
  return { ...found, rows: found.data?.pages.flatMap(page => page.rows) ?? [], more: () => void found.fetchNextPage() }
}

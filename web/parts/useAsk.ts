import { useQuery, type QueryClient, type QueryKey, type UseQueryResult } from '@tanstack/react-query'
import { ask, type Ask } from './api.ts'
import { useLang } from './lang.ts'

type How = {
  /** Asked again this often, milliseconds, while the page is seen. */
  readonly every?: number
  /** How long an answer counts as fresh, milliseconds; `Infinity` for what changes only with a new version. */
  readonly fresh?: number
  /** Shows the answer before while a narrower question is asked. */
  readonly keep?: boolean
}

const pathOf = (query: { readonly queryKey: QueryKey }): string => String(query.queryKey[0])

/** Shows an answer in the language before until it has come in the new one. */
export const sameQuestion = (path: string, keep = false) => <T>(before: T | undefined, query: { readonly queryKey: QueryKey } | undefined): T | undefined =>
  keep || (query !== undefined && pathOf(query) === path) ? before : undefined

/** Asks the server and keeps the answer under its path and language; `undefined` asks nothing yet. */
export const useAsk = <T>(question: Ask<T> | undefined, { every, fresh = 5_000, keep = false }: How = {}): UseQueryResult<T> => {
  const { lang } = useLang()
  const path = question?.path ?? ''
  return useQuery<T>({
    queryKey: [path, lang],
    queryFn: ({ signal }) => ask(question ?? { path: '' }, signal),
    enabled: question !== undefined,
    staleTime: fresh,
    placeholderData: sameQuestion(path, keep),
    ...(every !== undefined && { refetchInterval: every }),
  })
}

/** Forgets the answers whose path begins so, and asks again for those on the page. */
export const refresh = (client: QueryClient, begins: string): Promise<void> =>
  client.invalidateQueries({ predicate: query => pathOf(query).startsWith(begins) })

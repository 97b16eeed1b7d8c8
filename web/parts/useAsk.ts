import { hashKey, useQuery, type QueryClient, type QueryKey, type UseQueryResult } from '@tanstack/react-query'
import { ask, type Ask } from './api.ts'
import { useLang, type Lang } from './lang.ts'

type How = {
  /** Asked again this often, milliseconds, while the page is seen. */
  readonly every?: number
  /** How long an answer counts as fresh, milliseconds; `Infinity` for what changes only with a new version. */
  readonly fresh?: number
  /** Shows the answer before while a narrower question is asked. */
  readonly keep?: boolean
  /** Not asked again because the window or the connection came back. */
  readonly unmoved?: boolean
}

const pathOf = (query: { readonly queryKey: QueryKey }): string => String(query.queryKey[0])

/** What an answer is kept under: its path, its language, and what it was asked with. */
export const keyOf = ({ path, body }: Ask<unknown>, lang: Lang): QueryKey => (body === undefined ? [path, lang] : [path, lang, body])

/** Shows an answer in the language before until it has come in the new one. */
export const sameQuestion = ({ path, body }: Ask<unknown>, keep = false) => <T>(before: T | undefined, query: { readonly queryKey: QueryKey } | undefined): T | undefined =>
  keep || (query !== undefined && pathOf(query) === path && hashKey([query.queryKey[2]]) === hashKey([body])) ? before : undefined

/** Asks the server and keeps the answer under its path, its language and what it was asked with; `undefined` asks nothing yet. */
export const useAsk = <T>(question: Ask<T> | undefined, { every, fresh = 5_000, keep = false, unmoved = false }: How = {}): UseQueryResult<T> => {
  const { lang } = useLang()
  const asked = question ?? { path: '' }
  return useQuery<T>({
    queryKey: keyOf(asked, lang),
    queryFn: ({ signal }) => ask(asked, signal),
    enabled: question !== undefined,
    staleTime: fresh,
    placeholderData: sameQuestion(asked, keep),
    ...(every !== undefined && { refetchInterval: every }),
    ...(unmoved && { refetchOnWindowFocus: false, refetchOnReconnect: false }),
  })
}

/** Forgets the answers whose path begins so, and asks again for those on the page. */
export const refresh = (client: QueryClient, begins: string): Promise<void> =>
  client.invalidateQueries({ predicate: query => pathOf(query).startsWith(begins) })

/** Registers, and what was only looked up for a form: an act leaves them as they are. */
const lasting = /^\/api\/(?:regions|reference|regulation|offices|similar|demo|sign-in|work-items|duty-items)\b/

/** After an act on a matter: everything that may have moved with it is asked for again. */
export const refreshAfterAct = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ predicate: query => { const path = pathOf(query); return path.startsWith('/api/') && !lasting.test(path) } })

import { hashKey, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { Me, PostRef } from '../../server/wire.ts'
import { ask, Refused, send } from './api.ts'
import { currentLang, useLang } from './lang.ts'
import * as paths from './paths.ts'
import { sameQuestion } from './useAsk.ts'

export const meKey = [paths.me().path] as const

/** Who is signed in; `null` where nobody is. Asked again every half minute for the count of unread notices. */
export const useMe = (): UseQueryResult<Me | null> => {
  const { lang } = useLang()
  return useQuery<Me | null>({
    queryKey: [...meKey, lang],
    placeholderData: sameQuestion(paths.me()),
    queryFn: async ({ signal }) => {
      try {
        return await ask(paths.me(), signal)
      } catch (error) {
        if (error instanceof Refused && error.problem.status === 401) return null
        throw error
      }
    },
    staleTime: 15_000,
    refetchInterval: query => (query.state.data === null ? false : 30_000),
  })
}

/** The post acted from now. */
export const actingPost = (me: Me): PostRef | undefined => me.posts.find(post => post.id === me.acting)

/** Switches the post one acts from (null: as a resident) and forgets everything seen from the one before. */
export const useActAs = (): ((post: string | null) => Promise<void>) => {
  const client = useQueryClient()
  return async post => {
    await send(paths.actAs(post))
    await client.resetQueries()
  }
}

/** Leaves, and takes drafts and everything seen along. Gives the address at which the identity provider's own session is ended, where one came by it: go there next. */
export const useSignOut = (): (() => Promise<string | undefined>) => {
  const client = useQueryClient()
  return async () => {
    const { onward } = await send(paths.signOut())
    sessionStorage.clear()
    // Told first to whoever shows it, then forgotten: a page whose question was taken away would show the one before for half a minute yet.
    const mine = [...meKey, currentLang()]
    client.setQueryData(mine, null)
    client.removeQueries({ predicate: query => hashKey(query.queryKey) !== hashKey(mine) })
    client.getMutationCache().clear()
    return onward
  }
}

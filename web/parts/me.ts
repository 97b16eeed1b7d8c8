import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { Me, PostRef } from '../../server/wire.ts'
import { ask, Refused, send } from './api.ts'
import { useLang } from './lang.ts'
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

/**
 * Signs out, takes along what lies on the device (`forget`), and only then leaves for a page begun afresh, which holds nothing of whoever was here:
 * `start`, or the address at which the identity provider's own session is ended, where one came by it. Rejects with `Refused`.
 */
export const signOut = async (start: string, forget?: () => Promise<void>): Promise<void> => {
  const { onward } = await send(paths.signOut())
  sessionStorage.clear()
  await forget?.()
  // Nor does the browser's Back bring this page again as it was.
  window.addEventListener('pageshow', event => { if (event.persisted) location.reload() })
  location.replace(onward ?? start)
}

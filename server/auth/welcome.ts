import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Site } from '../site.ts'
import { firstPost, holdingOf } from './account.ts'
import { setSession } from './cookie.ts'
import type { Means } from './sessions.ts'
import { ssoRefusal } from './sso/refusals.ts'

/** How somebody proved who they are. `post`: the one to begin from, where it is not their first. */
export type Proved = { readonly account: string; readonly token: string; readonly means: Means; readonly factor: boolean; readonly post?: string }

/** Gives the browser a session that was opened; a closed account's is taken back. */
export const welcome = async (site: Site, request: FastifyRequest, reply: FastifyReply, { account, token, means, factor, post }: Proved): Promise<Refusal | undefined> => {
  const holding = await holdingOf(site.house.database, account, site.now())
  if (!holding) {
    await site.sessions.drop(token)
    return ssoRefusal('account-closed')
  }
  await site.sessions.dress(token, { agent: request.headers['user-agent'] ?? '', post: post ?? firstPost(holding, site.secondFactor, factor), means, factor })
  setSession(reply, token, site.secure, site.sessionDays)
  return undefined
}

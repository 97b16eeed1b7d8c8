import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendRefusal } from '../http/problem.ts'
import { notSignedIn, personOnly } from '../http/refusals.ts'
import type { Told } from '../http/typed.ts'
import { byProgram, tokenOf } from './cookie.ts'
import type { Identities, Identity } from './identity.ts'

type Asked = FastifyRequest & { identity: Identity | null }

const isGuarded = ({ routeOptions: { url, schema } }: FastifyRequest): boolean =>
  url?.startsWith('/api/') === true && (schema as Told | undefined)?.open !== true

/** What concerns the account itself: a program that could do this could make others, or shut its owner out. */
const isOwnAffair = ({ method, routeOptions: { url } }: FastifyRequest): boolean => method === 'POST' && (url?.startsWith('/api/me/') === true || url === '/api/sign-out')

/** Asks of every request to /api who is there, and has every request counted as theirs; only routes that say they are open answer nobody. `count` throws `Refused`. */
export const guard = (app: FastifyInstance, identities: Identities, secure: boolean, count: (request: FastifyRequest) => Promise<void>): void => {
  app.decorateRequest('identity', null)
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return count(request)
    const token = tokenOf(request, secure)
    const found = token === undefined ? undefined : await identities.of(token)
    // A program's token is no cookie, nor a cookie's a token: what leaks of one is of no use as the other.
    const identity = found && (found.program !== undefined) === byProgram(request) ? found : null
    ;(request as Asked).identity = identity
    await count(request)
    if (identity === null) return isGuarded(request) ? sendRefusal(request, reply, notSignedIn()) : undefined
    return identity.program !== undefined && isOwnAffair(request) ? sendRefusal(request, reply, personOnly()) : undefined
  })
}

/** Who is there, if anybody. */
export const whoAsks = (request: FastifyRequest): Identity | null => (request as Asked).identity

/** Who is there, on a route that asks for sign-in. */
export const identityOf = (request: FastifyRequest): Identity => {
  const identity = whoAsks(request)
  if (identity === null) throw new Error('the route is open but asks who is there')
  return identity
}

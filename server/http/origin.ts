import type { FastifyInstance } from 'fastify'
import { byProgram } from '../auth/cookie.ts'
import { sendRefusal } from './problem.ts'
import { forged } from './refusals.ts'
import type { Told } from './typed.ts'

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Writes must bear a header that another site's page can't send without being asked first (and is then refused), beside the
 * cookie that it can't bring along (SameSite=Lax). Browsers that say where a request comes from are held to it as well. Programs bear a token
 * in its place, or a key in their form, which no browser adds by itself.
 */
export const refuseForged = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, reply, done) => {
    const { 'x-requested-with': by, 'sec-fetch-site': site } = request.headers
    if (reads.has(request.method) || byProgram(request) || (request.routeOptions.schema as Told | undefined)?.keyed === true || (by === 'shanzhi' && (site === undefined || site === 'same-origin' || site === 'none'))) done()
    else void sendRefusal(request, reply, forged())
  })
}

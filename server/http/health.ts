import type { FastifyInstance } from 'fastify'
import { system } from '../../kernel/post.ts'
import { pending } from '../../store/migrate.ts'
import type { Site } from '../site.ts'
import { metricsRefusal } from './metrics-token.ts'
import { sendRefusal } from './problem.ts'
import { notReady } from './refusals.ts'

/** Milliseconds the database has to answer in. */
const patience = 2_000

/** Milliseconds for which an answer of the database is passed on: nobody is counted here, so nobody is to put it to work. */
const lasting = 1_000

/** /healthz: the process lives. /readyz: it can serve, for the database answers and is of this version. /metrics: Prometheus, for who shows METRICS_TOKEN. */
export const healthRoutes = (app: FastifyInstance, site: Site): void => {
  let closing = false
  app.addHook('preClose', done => { closing = true; done() })

  const look = async (): Promise<boolean> => {
    const asked = site.house.database.scoped(system, pending).then(list => list.length === 0, () => false)
    const late = new Promise<boolean>(resolve => { setTimeout(() => { resolve(false) }, patience).unref() })
    return Promise.race([asked, late])
  }
  let last: { readonly at: number; readonly answer: Promise<boolean> } | undefined
  const answers = (): Promise<boolean> => {
    if (last === undefined || performance.now() - last.at >= lasting) last = { at: performance.now(), answer: look() }
    return last.answer
  }
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (request, reply) => (!closing && await answers() ? { status: 'ready' } : sendRefusal(request, reply, notReady())))
  app.get('/metrics', async (request, reply) => {
    const refused = metricsRefusal(site.metricsToken, request.headers.authorization)
    if (refused) return sendRefusal(request, reply.header('WWW-Authenticate', 'Bearer'), refused)
    return reply.type(site.metrics.registry.contentType).send(await site.metrics.registry.metrics())
  })
}

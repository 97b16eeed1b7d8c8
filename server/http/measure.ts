import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.ts'

/** Times every answer under its route's pattern. */
export const measure = (app: FastifyInstance, metrics: Metrics): void => {
  app.addHook('onResponse', (request, reply, done) => {
    metrics.requests.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
}

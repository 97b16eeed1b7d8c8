import type { FastifyInstance } from 'fastify'

/** Headers of open data: pages of other sites may read it too. It heeds no cookie, so there is nothing of anybody's to read. */
export const openToAll = (app: FastifyInstance): void => {
  app.addHook('onRequest', (_, reply, done) => {
    void reply.headers({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
    done()
  })
}

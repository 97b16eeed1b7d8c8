import type { FastifyInstance } from 'fastify'
import { cookieName } from '../auth/cookie.ts'
import type { Site } from '../site.ts'
import { document, type Route } from './document.ts'

/** Serves /openapi.json, made once from the routes registered after this call and the procedures declared. */
export const openapiRoute = (app: FastifyInstance, site: Site): void => {
  const routes: Route[] = []
  app.addHook('onRoute', ({ method, url, schema }) => {
    const methods = (Array.isArray(method) ? method : [method]).filter(one => one !== 'HEAD')
    if (url.startsWith('/api/')) routes.push(...methods.map(one => ({ method: one, url, schema: schema ?? {} })))
  })
  let text: string | undefined
  app.get('/openapi.json', (_, reply) => {
    text ??= JSON.stringify(document(routes, site.house.procedures, { url: site.publicUrl, cookie: cookieName(site.secure) }))
    return reply.type('application/json; charset=utf-8').send(text)
  })
}

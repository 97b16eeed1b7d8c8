import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import { guard } from './auth/guard.ts'
import { collections } from './features/collections/index.ts'
import { features } from './features/routes.ts'
import { answerBroken } from './http/broken.ts'
import { answerError, errorsAsProblems } from './http/errors.ts'
import { healthRoutes } from './http/health.ts'
import { headersOf, securityHeaders } from './http/headers.ts'
import { limitAll } from './http/limits.ts'
import { logAnswers, logOptions } from './http/log.ts'
import { measure } from './http/measure.ts'
import { refuseForged } from './http/origin.ts'
import { pages } from './http/static.ts'
import { typeboxSchemas } from './http/validate.ts'
import { open311 } from './open311/routes.ts'
import { openapiRoute } from './openapi/route.ts'
import { routes } from './routes/index.ts'
import type { Site } from './site.ts'

export type AppOptions = {
  readonly logLevel?: string
  readonly logTo?: NodeJS.WritableStream
  /** Addresses of reverse proxies whose word on the caller's address is taken. */
  readonly trustProxy?: string
  /** Where the built pages are. */
  readonly pages: string
}

/** Bytes in a body that is no upload: the longest form is a tenth of it. */
const bodyLimit = 256 * 1024

/** The HTTP server of a site, not listening yet. */
export const makeApp = async (site: Site, options: AppOptions): Promise<FastifyInstance> => {
  const app = fastify({
    bodyLimit,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logController: new LogController({ disableRequestLogging: true }),
    logger: logOptions(options.logLevel ?? 'info', options.logTo),
    trustProxy: options.trustProxy ?? false,
    // A photo of 10 MiB over a village's line takes minutes; headers must come within Node's own minute.
    requestTimeout: 300_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    // What the router can't read, and what is no HTTP, never comes to a route and its hooks.
    frameworkErrors: (error, request, reply) => { answerError(error, request, reply.headers(headersOf(site.secure, site.tiles?.url)(request.url))) },
    clientErrorHandler: answerBroken,
    routerOptions: { maxParamLength: 120, ignoreTrailingSlash: false },
  })
  typeboxSchemas(app)
  errorsAsProblems(app)
  securityHeaders(app, site.secure, site.tiles?.url)
  refuseForged(app)
  measure(app, site.metrics)
  logAnswers(app)
  app.removeContentTypeParser('text/plain')
  await app.register(cookie, { secret: site.cookieKey })
  await app.register(rateLimit, { global: false })
  await app.register(multipart)
  // Small answers are not worth the processor's time; brotli's own preset (11) is made for files packed once.
  await app.register(compress, { threshold: 2048, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } })
  guard(app, site.identities, site.secure, limitAll(app, site.limits))
  openapiRoute(app, site)
  for (const add of routes) add(app, site)
  await app.register(features(site, collections), { prefix: '/features' })
  await app.register(open311(site), { prefix: '/open311/v2' })
  healthRoutes(app, site)
  await pages(app, options.pages)
  return app
}

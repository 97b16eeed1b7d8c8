import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/** Structured logs that hold no personal data: no addresses, query strings, bodies or names; a route stands as its pattern. */
export const logOptions = (level: string, stream?: NodeJS.WritableStream): Exclude<FastifyServerOptions['logger'], boolean | undefined> => ({
  level,
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: label => ({ level: label }) },
  serializers: {
    req: request => ({ method: request.method }),
    res: reply => ({ statusCode: reply.statusCode }),
    // A stack may quote what was typed; `errors.ts` logs it scrubbed.
    err: error => ({ type: error.name, message: '', stack: '' }),
  },
  ...(stream && { stream }),
})

/** One line per answer, at `debug` where it went well: at a thousand steps a second the log itself must not be the work. */
export const logAnswers = (app: FastifyInstance): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const line = { route: request.routeOptions.url ?? 'none', method: request.method, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }
    if (reply.statusCode >= 500) request.log.error(line, 'answered')
    else if (reply.statusCode >= 400) request.log.info(line, 'refused')
    else request.log.debug(line, 'answered')
    done()
  })
}

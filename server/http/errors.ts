import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { scrub } from '../../kernel/mask.ts'
import { Refused, type Refusal } from '../../kernel/refusal.ts'
import { sendRefusal } from './problem.ts'
import { badJson, badRequest, internal, noRight, notFound, notReady, tooLarge, tooMany, wrongType } from './refusals.ts'
import { isInvalid } from './validate.ts'

const sizeOf = (bytes: number): string => (bytes < 1024 * 1024 ? `${bytes / 1024} KiB` : `${bytes / 1024 / 1024} MiB`)

const byCode: { readonly [code: string]: (request: FastifyRequest) => Refusal } = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => wrongType('application/json'),
  FST_ERR_CTP_BODY_TOO_LARGE: request => tooLarge(sizeOf(request.routeOptions.bodyLimit)),
  FST_ERR_CTP_EMPTY_JSON_BODY: badJson,
  FST_ERR_CTP_INVALID_JSON_BODY: badJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => badRequest(),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => wrongType('multipart/form-data'),
  FST_REQ_FILE_TOO_LARGE: () => tooLarge('10 MiB'),
  FST_FILES_LIMIT: () => badRequest(),
  FST_PARTS_LIMIT: () => badRequest(),
  FST_FIELDS_LIMIT: () => badRequest(),
  FST_ERR_BAD_URL: () => badRequest(),
  FST_ERR_MAX_PARAM_LENGTH: notFound,
  // Row-level security said no where nothing before it had.
  42501: () => noRight('您现在的岗位不能这样做', 'The post you act from may not do this'),
}

// What the database says when it is away: the pool can't connect, or the server ends the session.
const away = /^(?:08|57P)|^ECONN|^ENOTFOUND$|^ETIMEDOUT$|^EPIPE$/

/** The refusal that an error stands for; `undefined` for a fault of ours. */
export const refusalOf = (error: FastifyError, request: FastifyRequest): Refusal | undefined => {
  if (error instanceof Refused) return error.refusal
  if (isInvalid(error)) return badRequest(error.faults)
  const known = byCode[error.code]
  if (known) return known(request)
  if (typeof error.code === 'string' && away.test(error.code)) return notReady()
  if (error instanceof SyntaxError && error.statusCode === 400) return badJson()
  if (error.statusCode === 429) return tooMany(60)
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500 ? badRequest() : undefined
}

/** What is told of an error; a fault of ours is logged. */
export const toldOf = (error: FastifyError, request: FastifyRequest): Refusal => {
  const refusal = refusalOf(error, request)
  if (!refusal || refusal.code === 'not-ready') {
    request.log.error({ code: error.code, stack: scrub(error.stack ?? error.message) }, 'failed')
  }
  return refusal ?? internal()
}

/** Answers an error, wherever it came from. */
export const answerError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => sendRefusal(request, reply, toldOf(error, request))

/** Every error leaves as problem details in both languages; what a fault of ours held stays in the log, scrubbed. */
export const errorsAsProblems = (app: FastifyInstance): void => {
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => sendRefusal(request, reply, notFound()))
}

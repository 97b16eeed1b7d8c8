import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Problem } from '../wire.ts'
import { languageOf } from './language.ts'

/** HTTP status of a refusal by its code; a procedure's own codes say that the matter does not allow it now. */
const statuses: { readonly [code: string]: number } = {
  'bad-input': 422, 'bad-request': 400, 'bad-cursor': 400, 'not-signed-in': 401, 'wrong-password': 401, 'code-needed': 401, 'wrong-code': 401, 'used-code': 401,
  'not-yours': 403, 'no-right': 403, 'beyond-reach': 403, 'no-emergency': 403, 'factor-needed': 403, 'not-linked': 403, 'account-closed': 403, 'sso-cancelled': 403, 'sso-failed': 403, 'person-only': 403, 'csrf': 403,
  'no-such-step': 404, 'no-such-matter': 404, 'no-such-procedure': 404, 'not-found': 404, 'no-invitation': 404, 'stale': 409, 'act-reused': 409, 'account-locked': 429, 'sso-down': 503,
  'not-opened': 422, 'key-gone': 422, 'wrong-offset': 409, 'other-account': 403, 'other-sign-in': 403, 'weak-password': 422, 'metadata': 422, 'too-large': 413, 'unsupported-type': 415, 'locked-out': 429, 'too-many': 429, 'internal': 500, 'not-ready': 503,
}

export const statusOf = (refusal: Refusal): number => statuses[refusal.code] ?? 409

/** A refusal as RFC 9457 problem details. */
export const problemOf = (refusal: Refusal, language: 'zh' | 'en', instance: string): Problem => ({
  type: `urn:shanzhi:refusal:${refusal.code}`,
  title: refusal.why[language],
  status: statusOf(refusal),
  code: refusal.code,
  words: refusal.why,
  ...(refusal.remedy && { remedy: refusal.remedy }),
  basis: refusal.basis,
  ...(refusal.faults && { faults: refusal.faults }),
  ...(refusal.detail !== undefined && { detail: refusal.detail }),
  instance,
})

/** Answers with a refusal. */
export const sendRefusal = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply => {
  const problem = problemOf(refusal, languageOf(request.headers['accept-language']), request.id)
  const wait = retryAfter(refusal)
  if (wait !== undefined) void reply.header('Retry-After', wait)
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem)
}

const retryAfter = ({ detail }: Refusal): number | undefined =>
  typeof detail === 'object' && detail !== null && 'seconds' in detail && typeof detail.seconds === 'number' ? detail.seconds : undefined

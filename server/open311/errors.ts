import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { refusalOf } from '../http/errors.ts'
import { statusOf } from '../http/problem.ts'
import { internal, notFound } from '../http/refusals.ts'
import { scrub } from '../../kernel/mask.ts'
import { answer } from './answer.ts'

/** Refusals of GeoReport's own; its standard gives each a status. */
export const badKey = (): Refusal => refuse('no-right', words('缺少或无效的 api_key', 'The api_key is missing or not valid'), { remedy: words('请在本站“设置”中创建程序令牌，作为 api_key 提交', 'Make a program’s token at Settings and send it as api_key') })
export const noJurisdiction = (): Refusal => refuse('not-found', words('没有这个 jurisdiction_id', 'There is no such jurisdiction_id'), { remedy: words('请用市（4 位）或县（区）（6 位）的区划代码', 'Use the code of the city (4 digits) or a county (6 digits)') })
export const noService = (): Refusal => refuse('not-found', words('没有这个 service_code', 'There is no such service_code'), { remedy: words('服务类别见 services.xml', 'See services.xml for those there are') })
export const bad = (fact: string, why: Words): Refusal => refuse('bad-request', words('请求格式不正确', 'The request is not in the right form'), { faults: [{ fact, why }] })

const both = (parts: readonly (Words | undefined)[]): string => {
  const given = parts.filter(one => one !== undefined)
  return `${given.map(one => one.zh).join('；')} · ${given.map(one => one.en).join('; ')}`
}

// The step's facts by the names under which GeoReport takes them.
const named: { readonly [fact: string]: string } = { text: 'description', place: 'address_id', spot: 'attribute[spot]', anonymous: 'attribute[anonymous]', contactName: 'first_name, last_name', contactPhone: 'phone', point: 'lat, long', category: 'service_code' }

/** A refusal in GeoReport's shape: one error for each thing that is wrong, in both languages. */
export const sendErrors = (request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply => {
  const own = statusOf(refusal)
  const status = own === 422 ? 400 : own
  const told = (refusal.faults ?? []).map(({ fact, why }) => `${named[fact] ?? fact}: ${both([why])}`)
  const descriptions = told.length > 0 ? told : [both([refusal.why, refusal.remedy])]
  return answer(request, reply.code(status), 'errors', descriptions.map(description => ({ code: String(status), description })))
}

export const answerErrors = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const refusal = refusalOf(error, request)
  if (!refusal) request.log.error({ code: error.code, stack: scrub(error.stack ?? error.message) }, 'failed')
  return sendErrors(request, reply, refusal ?? internal())
}

export const answerNotFound = (request: FastifyRequest, reply: FastifyReply): FastifyReply => sendErrors(request, reply, notFound())

import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { system } from '../../kernel/post.ts'
import { levelOf } from '../../kernel/region.ts'
import { Refused } from '../../kernel/refusal.ts'
import { identityOf } from '../auth/guard.ts'
import { noRight } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema } from '../schemas/common.ts'
import { deadLettersSchema, settledSchema } from '../schemas/delivery.ts'
import type { Site } from '../site.ts'
import type { DeadLetter, DeadLetters, Settled } from '../wire/delivery.ts'
import { deadOnes, deadSums, discardDead, retryDead, type Dead } from './dead.ts'

/** Why something could not be sent (`tried.ts`). */
const faults = ['not-allowed', 'no-connection', 'no-such-host', 'too-slow', 'certificate', 'sign-in', 'address', 'refused', 'failed'] as const

const tag = 'me'
const most = 200
const oneOf = <const T extends string>(...values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: values })
const ids = Type.Array(idSchema, { minItems: 1, maxItems: most, uniqueItems: true })

/** As much of an address as says which program it is: its host. What stands behind may be a secret of theirs. */
const hostOf = (url: string | null): string | undefined => (url === null ? undefined : URL.parse(url)?.host)

const view = ({ url, hint, made, settled, status, why, at: _, ...row }: Dead): DeadLetter => ({
  ...row, to: hostOf(url) ?? hint ?? '', made: made.toISOString(), settled: settled.toISOString(), ...(status !== null && { status }), ...(why !== null && { why }),
})

/** What could not be sent from the whole site, for the city’s system administrator: why, sent again, or laid aside for a reason. */
export const deadLetterRoutes = (app: App, site: Site): void => {
  const { database } = site.house

  /** Throws `Refused` for whoever does not run the site. */
  const administrator = (request: FastifyRequest): string => {
    const { actor } = identityOf(request)
    if (actor.kind !== 'systemAdmin' || levelOf(actor.region) !== 'city') throw new Refused(noRight('只有市级系统管理员管理全站的发送', 'What the whole site sends is for the city’s system administrator'))
    return actor.account
  }

  app.get('/api/deliveries/dead', {
    schema: {
      tag, says: { zh: '全站未能送达的推送、邮件、短信，最近的在前', en: 'What could not be sent from the whole site, the latest first' },
      querystring: Type.Object({ kind: Type.Optional(oneOf('webhook', 'push', 'email', 'sms')), why: Type.Optional(oneOf(...faults)), cursor: Type.Optional(Type.String({ maxLength: 500 })) }, { additionalProperties: false }),
      response: { 200: deadLettersSchema },
    },
  }, async (request): Promise<DeadLetters> => {
    const account = administrator(request)
    const { kind, why, cursor } = request.query
    const of = { list: 'dead-letters', account, kind: kind ?? null, why: why ?? null }
    const after = site.cursors.read(of, cursor)
    const [found, sums] = await database.scoped(system, async tx => [await deadOnes(tx, { limit: most + 1, ...(kind && { kind }), ...(why && { why }), ...(after && { after }) }), await deadSums(tx)] as const)
    const rows = found.slice(0, most)
    const last = rows.at(-1)
    return { rows: rows.map(view), sums: sums.map(({ why: of, ...sum }) => ({ ...sum, ...(of !== null && { why: of }) })), ...(found.length > most && last && { next: site.cursors.write(of, { at: last.at, id: last.id }) }) }
  })

  app.post('/api/deliveries/retry', {
    schema: { tag, says: { zh: '重新发送未送达的', en: 'Send again what could not be sent' }, body: Type.Object({ ids }, { additionalProperties: false }), response: { 200: settledSchema } },
  }, async (request): Promise<Settled> => {
    administrator(request)
    return { settled: await database.scoped(system, tx => retryDead(tx, request.body.ids, site.now())) }
  })

  app.post('/api/deliveries/discard', {
    schema: { tag, says: { zh: '不再发送，写明理由；保留 30 天备查', en: 'Send no more, for a reason; kept for 30 days' }, body: Type.Object({ ids, reason: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S.*\\S' }) }, { additionalProperties: false }), response: { 200: settledSchema } },
  }, async (request): Promise<Settled> => {
    const account = administrator(request)
    return { settled: await database.scoped(system, tx => discardDead(tx, request.body.ids, account, request.body.reason.trim())) }
  })
}

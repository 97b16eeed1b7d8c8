import type { FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'
import { kindOfOffice } from '../../kernel/post.ts'
import { Refused } from '../../kernel/refusal.ts'
import { levelOf } from '../../kernel/region.ts'
import { classes, type CaseClass } from '../../procedures/3-governance/mediation-subsidy/classes.ts'
import { paymentList } from '../../registers/mediation-subsidies.ts'
import { logReading, purposeOf } from '../../store/read/log.ts'
import { identityOf } from '../auth/guard.ts'
import { office } from '../files/kind.ts'
import { disposition } from '../files/name.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { idSchema, officeSchema, regionCode, wordsSchema } from '../schemas/common.ts'
import { paymentSheet } from '../views/payment-sheet.ts'
import type { Site } from '../site.ts'
import { officeRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { PaymentList } from '../wire/disputes.ts'

const xlsx = `${office}.spreadsheetml.sheet`
const query = Type.Object({ county: regionCode, month: Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'Paid in this month; without, what is still to be paid. 发放月份，不填为待发放。' })) }, { additionalProperties: false })
const lineSchema = Type.Object({ claim: idSchema, number: Type.String(), dispute: Type.String(), mediator: Type.String(), office: officeSchema, words: wordsSchema, fen: Type.Integer(), paidOn: Type.Optional(Type.String()), voucher: Type.Optional(Type.String()) })

/** What mediations are to be paid, or were paid in a month, for the justice and the finance department of the county (Art. 30.3). Each reading is logged. */
export const mediationSubsidyRoutes = (app: App, site: Site): void => {
  const listOf = async (request: FastifyRequest, { county, month }: Static<typeof query>): Promise<PaymentList> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    if (levelOf(county) !== 'county' || !reader.directory.region(county)) throw new Refused(notFound())
    if (actor.region !== county || !['justice', 'finance'].includes(kindOfOffice(actor.office ?? ''))) throw new Refused(noRight('发放清单由县（区）司法行政和财政部门查看', 'The list is for the justice and the finance department of the county'))
    const rows = await site.house.database.scoped(actor, async tx => {
      const found = await paymentList(tx, { county, month: month ?? null, limit: 10_000 })
      if (found.length > 0) logReading(tx, site.house.keys, actor, { county, at: reader.now, register: 'subsidies', region: county, facts: ['name', 'fen'], people: new Set(found.map(row => row.mediator)).size, ...purposeOf(undefined) })
      return found
    })
    const lines = rows.map(({ claim, number, dispute, mediator, office: body, class: kind, fen, paidOn, voucher }) => ({
      claim, number, dispute, mediator, office: officeRef(reader, body), words: classes[kind as CaseClass], fen: Number(fen), ...(paidOn !== null && { paidOn }), ...(voucher !== null && { voucher }),
    }))
    return { county, ...(month !== undefined && { month }), lines, total: lines.reduce((sum, line) => sum + line.fen, 0) }
  }

  app.get('/api/mediation-subsidies', {
    schema: { tag: 'disputes', says: { zh: '调解补贴发放清单，查看记入查看记录', en: 'What mediations are paid; each reading is logged' }, querystring: query, response: { 200: Type.Object({ county: regionCode, month: Type.Optional(Type.String()), lines: Type.Array(lineSchema), total: Type.Integer() }) } },
  }, async request => listOf(request, request.query))

  app.get('/api/mediation-subsidies.xlsx', {
    schema: { tag: 'disputes', says: { zh: '调解补贴发放清单导出（Excel，交财政）', en: 'The same as a workbook, for finance' }, querystring: query, media: { gives: xlsx } },
  }, async (request, reply) => {
    const list = await listOf(request, request.query)
    const place = site.directory.now.region(list.county)?.name ?? list.county
    const sheet = await paymentSheet(list, { by: identityOf(request).name, place, now: site.now() })
    return reply.headers({ 'Content-Type': xlsx, 'Content-Disposition': disposition(`调解补贴发放清单-${place}-${list.month ?? '待发放'}.xlsx`, false), 'Cache-Control': 'private, no-store' }).send(sheet)
  })
}

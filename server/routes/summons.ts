import { Type } from 'typebox'
import { legalDay, startOfLegalDay } from '../../kernel/calendar.ts'
import { reads, type Actor } from '../../kernel/post.ts'
import { isRegionCode, isWithin, levelOf } from '../../kernel/region.ts'
import { working } from '../../kernel/who.ts'
import { dutyNow, outsideUnits } from '../../registers/summons.ts'
import { summonsFigures, type SummonsFigures } from '../../registers/summons-figures.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { summonsSchema } from '../schemas/summons.ts'
import type { Site } from '../site.ts'
import { officeRef, regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { SummonsBoard, SummonsCounts } from '../wire.ts'

/** Those who work in the county, at whichever level, and those above it: departments see their own figures beside each other's. */
const mayRead = (actor: Actor, county: string): boolean =>
  working.some(kind => kind === actor.kind) && reads(actor.clearance, 'internal') && (isWithin(actor.region, county) || isWithin(county, actor.region))

const none: SummonsCounts = { called: 0, released: 0, silent: 0, answered: 0, answeredInTime: 0, arrived: 0, arrivedInTime: 0, reported: 0, concluded: 0, solved: 0, rated: 0, ratingSum: 0 }
const names = Object.keys(none) as readonly (keyof SummonsCounts)[]

const sumOf = (rows: readonly SummonsFigures[]): SummonsCounts =>
  rows.reduce((sum, row) => Object.fromEntries(names.map(name => [name, sum[name] + row[name]])) as SummonsCounts, none)

/** The first day of the month `months` before this one; 1 means this month alone. */
const since = (now: Date, months: number): string => {
  const [year = 0, month = 1] = legalDay(now).split('-').map(Number)
  return startOfLegalDay(new Date(Date.UTC(year, month - months, 1)).toISOString().slice(0, 10)).toISOString()
}

/** How a county's departments answer the summons of its townships (Art. 24.2). */
export const summonsRoutes = (app: App, site: Site): void => {
  app.get('/api/summons', {
    schema: {
      tag: 'board', says: { zh: '部门响应吹哨的情况及分母、此刻值班电话、外部单位', en: 'How departments answered summons, with denominators; duty lines now; units outside' },
      querystring: Type.Object({ county: regionCode, months: Type.Optional(Type.Integer({ minimum: 1, maximum: 36 })) }, { additionalProperties: false }), response: { 200: summonsSchema },
    },
  }, async (request, reply): Promise<SummonsBoard | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { county, months = 12 } = request.query
    if (!isRegionCode(county) || levelOf(county) !== 'county' || !reader.directory.region(county)) return sendRefusal(request, reply, notFound())
    if (!mayRead(actor, county)) return sendRefusal(request, reply, noRight('该县（区）不在您的辖区', 'That county is outside your area'))
    const from = since(reader.now, months)
    const [rows, duty, units] = await site.house.database.scoped(actor, tx =>
      Promise.all([summonsFigures(tx, { county, since: from }), dutyNow(tx, county, reader.now), outsideUnits(tx, county)]))
    return {
      county: regionRef(reader, county), asOf: reader.now.toISOString(), since: from,
      offices: rows.map(row => ({ ...row, office: officeRef(reader, row.office) })), total: sumOf(rows),
      duty: duty.map(shift => ({ ...shift, office: officeRef(reader, shift.office) })), units,
    }
  })
}

import { Type } from 'typebox'
import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import { countyOf, isWithin, levelOf } from '../../kernel/region.ts'
import { visitsIn } from '../../registers/township-visits.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { visitsSchema } from '../schemas/township.ts'
import type { Site } from '../site.ts'
import { regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { VisitsView } from '../wire.ts'

/** Where a township has been, and where it has not been for long (Art. 6.1, 6.6): for posts over those villages. */
export const visitRoutes = (app: App, site: Site): void => {
  app.get('/api/visits', {
    schema: {
      tag: 'board', says: { zh: '辖区各村（社区）指导走访和检查情况', en: 'Guidance visits and inspections of the villages of a township or county' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: visitsSchema },
    },
  }, async (request, reply): Promise<VisitsView | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region } = request.query
    if (!reader.directory.region(region) || !['county', 'township'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    if (actor.kind === 'resident' || !isWithin(region, actor.region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const today = legalDay(reader.now)
    const cover = Number(site.house.law.figure('guidance.cover', today).value)
    const found = new Map((await site.house.database.scoped(actor, tx => visitsIn(tx, { region, county: countyOf(region), day: today }))).map(one => [one.village, one]))
    const inside = reader.directory.children(region)
    const villages = levelOf(region) === 'township' ? inside : inside.flatMap(township => reader.directory.children(township.code))
    return {
      region: regionRef(reader, region), asOf: reader.now.toISOString(), cover, yearly: Number(site.house.law.figure('inspection.yearly', today).value),
      rows: villages.map(({ code }) => {
        const { last, next, inspections = 0 } = found.get(code) ?? {}
        return { village: regionRef(reader, code), ...(typeof last === 'string' && { last }), ...(typeof next === 'string' && { next }), due: typeof last !== 'string' || daysAfter(last, cover) < today, inspections }
      }),
    }
  })
}

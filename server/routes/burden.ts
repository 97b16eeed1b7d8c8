import { Type } from 'typebox'
import { system } from '../../kernel/post.ts'
import { loadByCommunity, loadByMonth } from '../../registers/burden/communities.ts'
import { loadByIssuer, refusedByCommunity, refusedByOffice } from '../../registers/burden/issuers.ts'
import { plannedIn } from '../../registers/burden/lists.ts'
import { daysOf } from '../../registers/burden/months.ts'
import { ceilingOn } from '../../registers/burden/warn.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { burdenSchema, calendarSchema, issuersSchema, monthSchema } from '../schemas/burden.ts'
import { regionCode } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import { communitiesIn, issuersOf, placesOf, plannedView, trendOf } from '../views/burden.ts'
import { regionRef, type Names } from '../views/place.ts'
import { areaOf, spanTo } from '../views/span.ts'
import type { Burden, BurdenCalendar, BurdenIssuers } from '../wire/burden.ts'

const tag = 'burden'
const usualMonths = 3
/** Lines of a month’s calendar at most. */
const mostPlanned = 600

export const spanQuery = { region: regionCode, months: Type.Optional(Type.Integer({ minimum: 1, maximum: 24, description: 'Months up to this one. 含本月的月数。' })) }

/** Who loads communities, with what and with what right (Art. 23, 50): for everyone, signed in or not. Offices are compared, persons never. */
export const burdenRoutes = (app: App, site: Site): void => {
  const { database, law } = site.house
  const namesFor = (request: { readonly headers: { readonly 'accept-language'?: string | undefined } }): Names => ({ directory: site.directory.now, language: languageOf(request.headers['accept-language']) })

  app.get('/api/burden', {
    schema: {
      open: true, tag, says: { zh: '村（社区）负担：任务、表格、工时、依据、被拒交办、条件到位，按地方和月份', en: 'What communities are given: tasks, forms, hours, ground, refusals and conditions, by place and month' },
      querystring: Type.Object(spanQuery, { additionalProperties: false }), response: { 200: burdenSchema },
    },
  }, async (request, reply): Promise<Burden | typeof reply> => {
    const { region, months: count = usualMonths } = request.query
    const names = namesFor(request)
    if (!names.directory.region(region)) return sendRefusal(request, reply, notFound())
    const now = site.now()
    const { months, days, at, today } = spanTo(now, count)
    const area = areaOf(names.directory, region)
    const width = region.length < 6 ? 6 : 12
    const [loads, monthly, refused, offices] = await database.scoped(system, tx => Promise.all([
      loadByCommunity(tx, area, days, today, width), loadByMonth(tx, area, months), refusedByCommunity(tx, area, ...at, width), refusedByOffice(tx, area, ...at),
    ]))
    const ceiling = ceilingOn(law, today)
    const { rows, total } = placesOf({
      region, loads, months: monthly, refused, refusedInAll: offices.reduce((sum, one) => sum + one.n, 0), month: months.at(-1) ?? '', communities: code => communitiesIn(names, code),
    }, ceiling, names)
    const { source } = law.figure('burden.month-hours', today)
    return { region: regionRef(names, region), asOf: now.toISOString(), months, ceiling: { ...ceiling, source }, rows, total, trend: trendOf(months, monthly, ceiling) }
  })

  app.get('/api/burden/issuers', {
    schema: {
      open: true, tag, says: { zh: '派任务的单位：任务、工时、被拒交办、条件到位', en: 'Offices that give work: tasks, hours, what was refused them, conditions delivered' },
      querystring: Type.Object(spanQuery, { additionalProperties: false }), response: { 200: issuersSchema },
    },
  }, async (request, reply): Promise<BurdenIssuers | typeof reply> => {
    const { region, months: count = usualMonths } = request.query
    const names = namesFor(request)
    if (!names.directory.region(region)) return sendRefusal(request, reply, notFound())
    const now = site.now()
    const { months, days, at, today } = spanTo(now, count)
    const area = areaOf(names.directory, region)
    const [loads, refused] = await database.scoped(system, tx => Promise.all([loadByIssuer(tx, area, days, today), refusedByOffice(tx, area, ...at)]))
    return { region: regionRef(names, region), asOf: now.toISOString(), months, rows: issuersOf(loads, refused, names) }
  })

  app.get('/api/burden/calendar', {
    schema: {
      open: true, tag, says: { zh: '各单位交办任务的同一张日历，按月', en: 'One calendar of all offices’ work for a place, by month' },
      querystring: Type.Object({ region: regionCode, month: monthSchema }, { additionalProperties: false }), response: { 200: calendarSchema },
    },
  }, async (request, reply): Promise<BurdenCalendar | typeof reply> => {
    const { region, month } = request.query
    const names = namesFor(request)
    if (!names.directory.region(region)) return sendRefusal(request, reply, notFound())
    const found = await database.scoped(system, tx => plannedIn(tx, areaOf(names.directory, region), daysOf(month), mostPlanned + 1))
    return { region: regionRef(names, region), month, today: spanTo(site.now(), 1).today, rows: found.slice(0, mostPlanned).map(one => plannedView(one, names)), cut: found.length > mostPlanned }
  })
}

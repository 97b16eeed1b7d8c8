import { Type } from 'typebox'
import { limitOf } from '../../kernel/clock.ts'
import { inWords } from '../../kernel/period.ts'
import { ancestor, isRegionCode } from '../../kernel/region.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { words } from '../../kernel/words.ts'
import { findPrecedent } from '../../registers/precedents.ts'
import { listRoutes } from '../../registers/route-list.ts'
import { isUrban } from '../../registers/unit.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { categoriesSchema, legalDaySchema, routesSchema } from '../schemas/reference.ts'
import { routeSchema } from '../schemas/matter.ts'
import type { Site } from '../site.ts'
import { officeRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import { routeRule } from '../views/route-rule.ts'
import type { CategoryView, Page, RouteRule, RouteView } from '../wire.ts'

const tag = 'reference'

/** Categories, the routing table, and where each goes. */
export const referenceRoutes = (app: App, site: Site): void => {
  const { house } = site

  app.get('/api/reference/category', { schema: { open: true, tag, says: { zh: '诉求类别与办理时限', en: 'Categories with their handling limits' }, response: { 200: categoriesSchema } } }, async (): Promise<readonly CategoryView[]> => {
    const { now } = site.directory
    const groups = new Map(now.groups().map(group => [group.code, words(group.zh, group.en)]))
    const usual = limitOf(house.law, 'request.handle', site.now())
    return now.categories().map(({ code, zh, en, group, limit = usual, community }) =>
      ({ code, zh, en, group: groups.get(group) ?? words(group, group), limit: inWords(limit.period), community }))
  })

  app.get('/api/reference/route', {
    schema: {
      tag, says: { zh: '路由表：某日有效的规则，可按类别和地点筛选', en: 'The routing table: rules in force on a day, by category and place' },
      querystring: Type.Object({
        category: Type.Optional(Type.String({ maxLength: 60, description: 'Rules that may say where this category goes. 可能适用于该类别的规则。' })),
        region: Type.Optional(regionCode), on: Type.Optional(legalDaySchema),
        cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      }, { additionalProperties: false }),
      response: { 200: routesSchema },
    },
  }, async (request, reply): Promise<Page<RouteRule> | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { cursor, limit = 50, ...asked } = request.query
    const { region, on = legalDay(reader.now) } = asked
    const category = asked.category === undefined ? undefined : reader.directory.category(asked.category)
    const village = reader.directory.region(ancestor(region ?? '', 'village') ?? '')
    if (asked.category !== undefined && !category || region !== undefined && !reader.directory.region(region)) return sendRefusal(request, reply, notFound())
    const of = { list: 'routes', ...asked, on }
    const filter = { on, ...(category && { category }), ...(region !== undefined && { region }), ...(village && { urban: isUrban(village.kind) }) }
    const found = await house.database.scoped(actor, tx => listRoutes(tx, filter, limit + 1, site.cursors.read(of, cursor)))
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return { rows: rows.map(row => routeRule(row, reader, region)), ...(found.length > limit && last && { next: site.cursors.write(of, { at: last.at, id: last.id }) }) }
  })

  app.get('/api/route', {
    schema: {
      tag, says: { zh: '某类诉求分派到哪里、依据哪条规则', en: 'Where a category goes from the reader’s centre, and by which rule' },
      querystring: Type.Object({ category: Type.String({ maxLength: 60 }), region: regionCode }, { additionalProperties: false }), response: { 200: routeSchema },
    },
  }, async (request, reply): Promise<RouteView | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { category, region } = request.query
    const from = actor.post === undefined ? ancestor(region, 'township') ?? region : actor.region
    const plan = isRegionCode(region) && isRegionCode(from) ? reader.directory.route({ category, region, from }) : undefined
    if (!plan) return sendRefusal(request, reply, notFound())
    const precedent = await house.database.scoped(actor, tx => findPrecedent(tx, reader.directory, { category, region }))
    return { office: officeRef(reader, plan.office), rule: plan.words[reader.language], ...(precedent !== undefined && { precedent: precedent[reader.language] }) }
  })
}

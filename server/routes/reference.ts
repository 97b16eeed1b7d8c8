import { system } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { Type } from 'typebox'
import { limitOf } from '../../kernel/clock.ts'
import { inWords } from '../../kernel/period.ts'
import { ancestor, countyOf, isRegionCode } from '../../kernel/region.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { words } from '../../kernel/words.ts'
import { findPrecedent } from '../../registers/precedents.ts'
import { inForce } from '../../store/house.ts'
import { similar } from '../../store/read/similar.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { namesOf } from '../../registers/posts.ts'
import { regionCode } from '../schemas/common.ts'
import { categoriesSchema } from '../schemas/reference.ts'
import { routeSchema, similarSchema } from '../schemas/matter.ts'
import type { Site } from '../site.ts'
import { officeRef } from '../views/place.ts'
import { readerOf, type Reader } from '../views/reader.ts'
import { holdersIn, rowView } from '../views/row.ts'
import type { CategoryView, RouteView, SimilarRow } from '../wire.ts'

const tag = 'reference'
const dayInMs = 86_400_000

const publicTitle = ({ directory, language }: Reader, procedure: Procedure, category: unknown): string =>
  (typeof category === 'string' ? directory.category(category) : undefined)?.[language] ?? procedure.title[language]

/** Categories, where each goes, and like reports nearby. */
export const referenceRoutes = (app: App, site: Site): void => {
  const { house } = site

  app.get('/api/reference/category', { schema: { open: true, tag, says: { zh: '诉求类别与办理时限', en: 'Categories with their handling limits' }, response: { 200: categoriesSchema } } }, async (): Promise<readonly CategoryView[]> => {
    const { now } = site.directory
    const groups = new Map(now.groups().map(group => [group.code, words(group.zh, group.en)]))
    const usual = limitOf(house.law, 'request.handle', site.now())
    return now.categories().map(({ code, zh, en, group, limit = usual, community }) =>
      ({ code, zh, en, group: groups.get(group) ?? words(group, group), limit: inWords(limit.period), community }))
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
    return { office: officeRef(reader, plan.office), rule: plan.words[reader.language], ...(precedent !== undefined && { precedent }) }
  })

  app.get('/api/similar', {
    schema: {
      tag, says: { zh: '同地近期相似诉求；居民只看到类别、环节和日期', en: 'Like reports of the same place within the merge window; a resident sees category, stage and date of others' },
      querystring: Type.Object({ text: Type.String({ maxLength: 2000 }), place: regionCode }, { additionalProperties: false }), response: { 200: similarSchema },
    },
  }, async (request): Promise<readonly SimilarRow[]> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { text, place } = request.query
    const procedure = inForce(house, 'request', legalDay(reader.now))
    if (!procedure || !isRegionCode(place)) return []
    const window = Number(house.law.figure('request.merge-window', legalDay(reader.now)).value) * dayInMs
    // A resident sees no other's report, but may know that somebody has said the same: what is public of it, asked as the platform.
    const resident = actor.kind === 'resident'
    return house.database.scoped(resident ? system : actor, async tx => {
      const found = await similar(tx, {
        procedure: procedure.name, heading: procedure.heading, county: countyOf(place), region: place, text, since: new Date(reader.now.getTime() - window), most: 5,
      })
      const names = await namesOf(tx, holdersIn(found.map(one => one.row)))
      return found.map(({ row, likeness }) => {
        const view = rowView(house.law, procedure, row, reader, names)
        return { row: resident ? { ...view, title: publicTitle(reader, procedure, row.facts['category']) } : view, likeness }
      })
    })
  })
}

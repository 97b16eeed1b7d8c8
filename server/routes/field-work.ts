import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { countyOf, isWithin, levelOf, rangeOf } from '../../kernel/region.ts'
import { beyond, sizesIn } from '../../registers/grids/households.ts'
import { gridFigures } from '../../registers/grids/ground.ts'
import { gridWorkersIn } from '../../registers/grid-workers.ts'
import { ownWeek } from '../../registers/own-week.ts'
import { identityOf } from '../auth/guard.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { gridWorkersSchema, myWeekSchema } from '../schemas/field-work.ts'
import type { Site } from '../site.ts'
import { regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { GridWorkersView, MyWeek } from '../wire.ts'

/** One’s own week (Art. 21.4), and where grid workers are wanting (Art. 21.2, 21.3). */
export const fieldWorkRoutes = (app: App, site: Site): void => {
  const titleOf = (name: string) => site.house.procedures.findLast(one => one.name === name)?.title ?? { zh: name, en: name }

  app.get('/api/my-week', {
    schema: { tag: 'board', says: { zh: '本人近七天的办理记录：只有自己的，不与别人比较', en: 'One’s own last seven days, from records: nobody else’s, and compared with nobody' }, response: { 200: myWeekSchema } },
  }, async (request, reply): Promise<MyWeek | typeof reply> => {
    const { actor } = identityOf(request)
    if (actor.kind === 'resident') return sendRefusal(request, reply, noRight('请切换到工作岗位', 'Act from a post'))
    const { now } = readerOf(site, request)
    const week = await site.house.database.scoped(actor, tx => ownWeek(tx, { account: actor.account, county: countyOf(actor.region), region: actor.region, at: now }))
    return { ...week, done: week.done.map(({ procedure, count }) => ({ procedure, title: { zh: titleOf(procedure).zh, en: titleOf(procedure).en }, count })) }
  })

  app.get('/api/grid-workers', {
    schema: {
      tag: 'board', says: { zh: '各村（社区）网格员配置和空缺', en: 'Grid workers of the villages of a township or county, and where none is' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: gridWorkersSchema },
    },
  }, async (request, reply): Promise<GridWorkersView | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region } = request.query
    if (!reader.directory.region(region) || !['county', 'township'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    if (actor.kind === 'resident' || !isWithin(region, actor.region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    // Numbers alone, so what a reader of the area may not open of a single appointment changes none of them.
    const day = legalDay(reader.now)
    const [manned, sizes, figures] = await site.house.database.scoped(system, async tx => [await gridWorkersIn(tx, { region, county: countyOf(region), at: reader.now }), await sizesIn(tx, countyOf(region), rangeOf(region), day), await gridFigures(tx, day)] as const)
    const found = new Map(manned.map(one => [one.village, one]))
    const inside = reader.directory.children(region)
    const villages = levelOf(region) === 'township' ? inside : inside.flatMap(township => reader.directory.children(township.code))
    const rows = villages.map(({ code }) => {
      const { full = 0, part = 0 } = found.get(code) ?? {}
      return { village: regionRef(reader, code), full, part, vacant: full === 0 }
    })
    return { region: regionRef(reader, region), asOf: reader.now.toISOString(), villages: rows.length, vacant: rows.filter(row => row.vacant).length, rows, band: { least: figures.least, most: figures.most }, sizes: beyond(sizes, figures).map(({ code, ...size }) => ({ ...size, region: regionRef(reader, code) })) }
  })
}

import { Type } from 'typebox'
import { legalDay } from '../../kernel/calendar.ts'
import { postKinds, system, type Actor } from '../../kernel/post.ts'
import { countyOf, isRegionCode, isWithin, levelOf } from '../../kernel/region.ts'
import { dispute } from '../../procedures/3-governance/dispute/dispute.ts'
import { disputeKinds } from '../../procedures/3-governance/dispute/kinds.ts'
import { countyFigures, kinds, told, townshipFigures } from '../../procedures/3-governance/dispute/figures.ts'
import { kindOf, monthBefore, warnings } from '../../procedures/3-governance/dispute/warning.ts'
import { boardByMonth } from '../../store/read/board.ts'
import { identityOf } from '../auth/guard.ts'
import { languageOf } from '../http/language.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode, regionSchema, wordsSchema } from '../schemas/common.ts'
import type { Site } from '../site.ts'
import { regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { PublicFigures, WarningsView } from '../wire/disputes.ts'

const tag = 'disputes'
const asksRegion = Type.Object({ region: regionCode }, { additionalProperties: false })
const figure = Type.Object({ measure: Type.String(), words: wordsSchema, n: Type.Optional(Type.Integer()) })

const readsArea = (actor: Actor, region: string): boolean => actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach === 'region' && actor.clearance !== 'public' && isWithin(region, actor.region)

/** Early warning for who answers for a place, and figures for everybody (Art. 28.1): by place, kind and month, of no person. */
export const disputeFigureRoutes = (app: App, site: Site): void => {
  app.get('/api/disputes/warnings', {
    schema: {
      tag, says: { zh: '矛盾纠纷预警：某地某类明显增多', en: 'Early warning: kinds that grow in a place beyond the usual' }, querystring: asksRegion,
      response: { 200: Type.Object({ month: Type.String(), region: regionSchema, warnings: Type.Array(Type.Object({ place: regionSchema, kind: Type.String(), words: wordsSchema, n: Type.Integer(), before: Type.Number() })), trend: Type.Array(Type.Object({ month: Type.String(), n: Type.Integer() })) }) },
    },
  }, async (request, reply): Promise<WarningsView | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region } = request.query
    if (!isRegionCode(region) || !reader.directory.region(region) || !['county', 'township'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    if (!readsArea(actor, region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const month = legalDay(reader.now).slice(0, 7)
    const cells = await site.house.database.scoped(actor, tx => boardByMonth(tx, { region, county: countyOf(region), procedure: dispute.name, width: levelOf(region) === 'county' ? 9 : 12, since: `${monthBefore(month, 11)}-01`, begins: 'kind-' }))
    const counts = cells.flatMap(cell => { const kind = kindOf(cell.measure); return kind === undefined ? [] : [{ place: cell.region, kind, month: cell.month, n: cell.n }] })
    return {
      month, region: regionRef(reader, region),
      warnings: warnings(counts, month, site.house.law).map(({ place, kind, n, before }) => ({ place: regionRef(reader, place), kind, words: { zh: disputeKinds[kind].zh, en: disputeKinds[kind].en }, n, before: Math.round(before * 10) / 10 })),
      trend: Array.from({ length: 12 }, (_, at) => monthBefore(month, 11 - at)).map(one => ({ month: one, n: counts.filter(cell => cell.month === one).reduce((sum, cell) => sum + cell.n, 0) })),
    }
  })

  app.get('/api/disputes/figures', {
    schema: {
      open: true, tag, says: { zh: '矛盾纠纷化解情况（公开，数字过小的不显示）', en: 'Figures of disputes for everybody; a count too small to be given is left out' }, querystring: asksRegion,
      response: { 200: Type.Object({ region: regionSchema, fewest: Type.Integer(), rows: Type.Array(figure), kinds: Type.Array(figure) }) },
    },
  }, async (request, reply): Promise<PublicFigures | typeof reply> => {
    const names = { directory: site.directory.now, language: languageOf(request.headers['accept-language']) }
    const { region } = request.query
    // Of a village even a large count says too much of those who live there.
    if (!isRegionCode(region) || !names.directory.region(region) || !['county', 'township'].includes(levelOf(region))) return sendRefusal(request, reply, notFound())
    const today = legalDay(site.now())
    const fewest = Number(site.house.law.figure('statistics.fewest', today).value)
    const month = today.slice(0, 7)
    const county = countyOf(region)
    // Twelve months that are over: what came yesterday is not told by what stood here the day before.
    const cells = (await site.house.database.scoped(system, tx => boardByMonth(tx, { region: county, county, procedure: dispute.name, width: 9, since: `${monthBefore(month, 12)}-01`, begins: '' }))).filter(cell => cell.month < month)
    const townships = [...new Set([...names.directory.children(county).map(one => one.code), ...cells.map(cell => cell.region)])].toSorted()
    const measures = levelOf(region) === 'county' ? countyFigures(townships, cells, fewest) : townshipFigures(region, townships, cells, fewest)
    const rowsOf = (wanted: readonly string[]) => wanted.map(measure => {
      const n = measures.get(measure)
      return { measure, words: dispute.measures[measure] ?? { zh: measure, en: measure }, ...(n !== undefined && { n }) }
    })
    return {
      region: regionRef(names, region), fewest,
      rows: rowsOf(told), kinds: rowsOf(kinds),
    }
  })
}

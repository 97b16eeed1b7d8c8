import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { legalDay } from '../../kernel/calendar.ts'
import { postKinds, reads, type Actor } from '../../kernel/post.ts'
import { isRegionCode, isWithin, levelOf, rangeOf } from '../../kernel/region.ts'
import { isOpen } from '../../kernel/procedure.ts'
import { Refused } from '../../kernel/refusal.ts'
import { isObject } from '../../kernel/words.ts'
import { weighApart } from '../../registers/grids/apart.ts'
import { datums, pointIn84 } from '../../registers/grids/datum.ts'
import { gridFigures } from '../../registers/grids/ground.ts'
import { beyond, misplaced, sizesIn } from '../../registers/grids/households.ts'
import { inForce } from '../../store/house.ts'
import { board } from '../../store/read/board.ts'
import { list } from '../../store/read/list.ts'
import { identityOf } from '../auth/guard.ts'
import { limitAccount } from '../http/limits.ts'
import { sendRefusal } from '../http/problem.ts'
import { noRight, notFound } from '../http/refusals.ts'
import type { App } from '../http/typed.ts'
import { regionCode } from '../schemas/common.ts'
import { coverSchema, gridMapSchema, locatedSchema, matterPointsSchema } from '../schemas/grids.ts'
import type { Site } from '../site.ts'
import { gridMap, patchesOf } from '../views/grids.ts'
import { regionRef } from '../views/place.ts'
import { readerOf } from '../views/reader.ts'
import type { CoverView, GridMap, Located, MatterPoints } from '../wire/grids.ts'
import { askOf, filter, sought, type Filter } from './matter-filter.ts'

const tag = 'grids'
const name = Type.String({ maxLength: 60, pattern: '^[A-Za-z0-9-]*$' })
const oneOf = <const T extends string>(...values: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: values })

/** Points in one answer; more are not told apart on a map, and the list has them all. */
const mostPoints = 1000
/** Households told at once. */
const mostHouseholds = 200

/** Figures of an area are for posts that have one. */
const seesArea = (actor: Actor, region: string): boolean => actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach === 'region' && isWithin(region, actor.region)

/** Grids on the map and as a list, whether they cover their place, and in which a point lies (Art. 21.2). */
export const gridRoutes = (app: App, site: Site): void => {
  const { house } = site
  const searches = limitAccount(app, site.limits.search)
  const counties = (region: string): readonly string[] => (region.length >= 6 ? [region.slice(0, 6)] : [region, ...site.directory.now.children(region).map(child => child.code)])

  app.get('/api/grids', {
    schema: {
      tag, says: { zh: '某地的网格、边界及各网格在办和超期', en: 'Grids and boundaries of a place, with what stands open and late in each' },
      querystring: Type.Object({ region: Type.Optional(regionCode), procedure: Type.Optional(name) }, { additionalProperties: false }), response: { 200: gridMapSchema },
    },
  }, async (request, reply): Promise<GridMap | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region = actor.region, procedure: asked = 'request' } = request.query
    const procedure = inForce(house, asked, legalDay(reader.now))
    if (!procedure || !isRegionCode(region) || !reader.directory.region(region)) return sendRefusal(request, reply, notFound())
    if (!seesArea(actor, region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const cells = await house.database.scoped(actor, tx => board(tx, { region, counties: counties(region), procedure: procedure.name, width: 15, since: legalDay(reader.now) }))
    const counted = new Set(Object.keys(procedure.stages).filter(stage => isOpen(procedure, stage)))
    return gridMap(reader, site.directory.grids, region, cells.filter(cell => counted.has(cell.measure.slice(cell.measure.indexOf(':') + 1))), site.tiles)
  })

  /** The point of each procedure that has one. */
  const pointed = Object.fromEntries(house.procedures.flatMap(one => Object.entries(one.facts).filter(([, fact]) => fact.kind === 'point' && fact.class === 'internal').slice(0, 1).map(([fact]) => [one.name, fact] as const)))

  /** The queue’s own list, of those that have a point. Throws `Refused`. */
  const points = async (request: FastifyRequest, query: Filter): Promise<MatterPoints> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region = actor.region } = query
    if (!isRegionCode(region) || !reader.directory.region(region)) throw new Refused(notFound())
    if (!seesArea(actor, region) || !reads(actor.clearance, 'internal')) throw new Refused(noRight('该地不在您的辖区，或岗位不看内部信息', 'That place is outside your area, or your post does not read what is internal'))
    if (query.q !== undefined) await searches(request)
    const { after: _, ...ask } = askOf(site, actor, { ...query, region }, reader.now)
    const { rows, last } = await house.database.scoped(actor, tx => list(tx, actor, { ...ask, limit: mostPoints, pointed }))
    return {
      more: last !== undefined,
      rows: rows.flatMap(({ id, number, title, procedure, stage, region: place, late, due, facts }) => {
        const point: unknown = facts[pointed[procedure] ?? '']
        return isObject(point) && typeof point['lon'] === 'number' && typeof point['lat'] === 'number'
          ? [{ id, number, title, procedure, stage, late, region: regionRef(reader, place), ...(due && { due: due.toISOString() }), at: pointIn84([point['lon'], point['lat']], point['datum'] === 'gcj02' ? 'gcj02' : 'wgs84') }] : []
      }),
    }
  }

  app.get('/api/grids/matters', {
    schema: { tag, says: { zh: '有坐标的在办事项，筛选同事项列表，最急的在前', en: 'Open matters that have a point, narrowed as lists are, the most urgent first' }, querystring: filter, response: { 200: matterPointsSchema } },
  }, request => points(request, request.query))

  app.post('/api/grids/matters/search', {
    schema: { tag, says: { zh: '按文字、编号、电话查找有坐标的事项（只读）', en: 'Matters that have a point by words, number or phone; reads only' }, body: sought, response: { 200: matterPointsSchema } },
  }, request => points(request, request.body))

  app.get('/api/grids/cover', {
    schema: {
      tag, says: { zh: '网格覆盖检查：缝隙、重叠、超出边界、未划网格的村、不在网格或在两个网格中的户', en: 'Whether grids cover a place: gaps, overlaps, what stands out, villages without grids, households in none or in two' },
      querystring: Type.Object({ region: regionCode }, { additionalProperties: false }), response: { 200: coverSchema },
    },
  }, async (request, reply): Promise<CoverView | typeof reply> => {
    const { actor } = identityOf(request)
    const reader = readerOf(site, request)
    const { region } = request.query
    if (!isRegionCode(region) || !['township', 'village'].includes(levelOf(region)) || !reader.directory.region(region)) return sendRefusal(request, reply, notFound())
    if (!seesArea(actor, region)) return sendRefusal(request, reply, noRight('该地不在您的辖区', 'That place is outside your area'))
    const day = legalDay(reader.now)
    const [figures, households, sizes] = await house.database.scoped(actor, async tx => [await gridFigures(tx, day), await misplaced(tx, region.slice(0, 6), rangeOf(region), day, mostHouseholds), await sizesIn(tx, region.slice(0, 6), rangeOf(region), day)] as const)
    const { grids } = site.directory
    const inside = grids.inside(region).filter(one => one.code.length === 15)
    const bound = grids.shape(region)
    const { cover: found } = await weighApart({ drawn: [], bounds: [], beside: [], before: [], outside: 0, sliver: figures.sliver, all: inside.map(({ code, shape }) => ({ code, shape })), ...(bound && { whole: bound.shape }) })
    const villages = levelOf(region) === 'village' ? [region] : reader.directory.children(region).map(one => one.code)
    return {
      region: regionRef(reader, region), bounded: found.bounded, schematic: bound?.schematic === true || inside.some(one => one.schematic), area: Math.round(found.area), covered: Math.round(found.covered), sliver: figures.sliver.area, slivers: found.slivers,
      gaps: patchesOf(reader, found.gaps, '缝隙', 'Gap'), overlaps: patchesOf(reader, found.overlaps, '重叠', 'Overlap'), outside: patchesOf(reader, found.outside, '超出', 'Outside'),
      without: villages.filter(village => reader.directory.children(village).length === 0).map(village => regionRef(reader, village)),
      band: { least: figures.least, most: figures.most }, sizes: beyond(sizes, figures).map(({ code, ...size }) => ({ ...size, region: regionRef(reader, code) })),
      households: households.map(({ village, address, team, grids: held }) => ({ village: regionRef(reader, village), address, ...(team !== null && { team }), grids: held.map(code => regionRef(reader, code)) })),
    }
  })

  // A point may say where somebody is: it travels in a body and is kept nowhere.
  app.post('/api/grids/locate', {
    schema: {
      tag, says: { zh: '坐标所在的网格；在边界附近则列出各网格供选择', en: 'The grid of a point; near a border all of them, to choose from' },
      body: Type.Object({ lon: Type.Number({ minimum: 73, maximum: 136 }), lat: Type.Number({ minimum: 3, maximum: 54 }), datum: oneOf(...datums) }, { additionalProperties: false }), response: { 200: locatedSchema },
    },
  }, async (request): Promise<Located> => {
    const reader = readerOf(site, request)
    const { lon, lat, datum } = request.body
    const { border } = await house.database.scoped(reader.actor, tx => gridFigures(tx, legalDay(reader.now)))
    return { border, grids: site.directory.grids.locator.near(pointIn84([lon, lat], datum), border).map(({ code, metres }) => ({ region: regionRef(reader, code), metres: Math.round(metres * 10) / 10 })) }
  })
}

import { boxOf, polygonsOf, shapeOf, type Box, type Shape } from '../../kernel/shape.ts'
import type { Tx } from '../../store/database.ts'
import { makeLocator, type Locator } from './locate.ts'

/** The area of a region in force; `schematic`: it says about where, and no more. */
export type RegionShape = { readonly code: string; readonly shape: Shape; readonly schematic: boolean; readonly since: string }

/** Areas of regions in memory: those of grids located in by a point, those of villages and above as boundaries. */
export type Grids = {
  readonly locator: Locator
  shape(code: string): (RegionShape & { readonly box: Box }) | undefined
  /** Areas in force whose codes begin so. */
  inside(code: string): readonly (RegionShape & { readonly box: Box })[]
}

const isGrid = ({ code }: { readonly code: string }): boolean => code.length === 15

export const makeGrids = (shapes: readonly RegionShape[]): Grids => {
  const all = shapes.map(one => ({ ...one, box: boxOf([one.shape]) })).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const byCode = new Map(all.map(one => [one.code, one]))
  return { locator: makeLocator(all.filter(isGrid)), shape: code => byCode.get(code), inside: code => all.filter(one => one.code.startsWith(code)) }
}

/** The area of each village of a place: its own boundary, or its grids together where none is drawn. One of which nothing is drawn is left out. */
export const villagesDrawn = (grids: Grids, place: string): ReadonlyMap<string, Pick<RegionShape, 'shape' | 'schematic'>> => {
  const byVillage = Map.groupBy(grids.inside(place).filter(one => one.code.length >= 12), one => one.code.slice(0, 12))
  return new Map([...byVillage].map(([village, all]) => {
    const own = all.find(one => one.code === village)
    return [village, own ?? { shape: shapeOf(all.flatMap(one => polygonsOf(one.shape))), schematic: all.some(one => one.schematic) }]
  }))
}

/** What ended has no area, though one was decided for it that begins later. */
const stands = (day: string): string => `not exists (select from region ended where ended.code = region_shape.code and ended.until <= ${day}::date)`

/** Areas in force on a legal day; only those whose codes lie in `[from, before)` where given. */
export const readShapes = (tx: Tx, day: string, [from, before]: readonly [string, string] = ['', ':']): Promise<readonly RegionShape[]> =>
  tx.query<RegionShape>(
    `select code, shape::json as shape, schematic, since::text as since from region_shape where code >= $2 and code < $3 and since <= $1::date and (until is null or until > $1::date) and ${stands('$1')} order by code`, [day, from, before])

/** Areas of some regions on a legal day. */
export const shapesOf = (tx: Tx, county: string, codes: readonly string[], day: string): Promise<readonly RegionShape[]> =>
  tx.query<RegionShape>(
    `select code, shape::json as shape, schematic, since::text as since from region_shape
     where county = $1 and code = any($2::text[]) and since <= $3::date and (until is null or until > $3::date) and ${stands('$3')} order by code`, [county, `{${codes.join(',')}}`, day])

type Written = { readonly code: string; readonly shape: Shape; readonly schematic: boolean }

/** Puts areas in force from a legal day; what stood for the same regions ends there. One that begins on that very day is replaced; until one that begins later they hold. */
export const writeShapes = async (tx: Tx, county: string, shapes: readonly Written[], { since, source }: { readonly since: string; readonly source: string }): Promise<void> => {
  const rows = JSON.stringify(shapes)
  await tx.query(
    `update region_shape s set until = $2::date from jsonb_to_recordset($3::text::jsonb) as r(code text)
     where s.county = $1 and s.code = r.code and s.since < $2::date and (s.until is null or s.until > $2::date)`, [county, since, rows])
  await tx.query(
    `insert into region_shape (county, code, since, until, shape, schematic, source)
     select $1, r.code, $2::date, (select min(later.since) from region_shape later where later.county = $1 and later.code = r.code and later.since > $2::date), r.shape, r.schematic, $4::uuid
     from json_to_recordset($3::text::json) as r(code text, shape text, schematic boolean)
     on conflict (county, code, since) do update set shape = excluded.shape, schematic = excluded.schematic, source = excluded.source, until = excluded.until`, [county, since, rows, source])
}

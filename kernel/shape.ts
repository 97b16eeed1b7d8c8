import type { Checked } from './fact.ts'
import { isObject, words, type Json } from './words.ts'

/**
 * Areas on the ground as GeoJSON has them (RFC 7946): degrees WGS 84, longitude first, rings closed. CGCS2000, in which China surveys, lies within
 * centimetres of it and counts as the same.
 */
export type Position = readonly [lon: number, lat: number]
export type Ring = readonly Position[]
export type Polygon = { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
export type MultiPolygon = { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
export type Shape = Polygon | MultiPolygon

/** West, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** A shape’s polygons, each an outer ring and its holes. */
export const polygonsOf = (shape: Shape): readonly (readonly Ring[])[] => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates)

export const ringsOf = (shape: Shape): readonly Ring[] => polygonsOf(shape).flat()

/** One polygon as a Polygon, several as a MultiPolygon. */
export const shapeOf = (polygons: readonly (readonly Ring[])[]): Shape =>
  polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] ?? [] } : { type: 'MultiPolygon', coordinates: polygons }

export const boxOf = (shapes: Iterable<Shape>): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const shape of shapes) for (const ring of ringsOf(shape)) for (const [lon, lat] of ring) {
    west = Math.min(west, lon); south = Math.min(south, lat); east = Math.max(east, lon); north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

/** What China lies within; longitudes and latitudes taken for each other fall outside. */
const china: Box = [73, 3, 136, 54]

/** A fault of a shape in itself, and where it is seen. */
export type ShapeFault = { readonly code: 'form' | 'few' | 'unclosed' | 'swapped' | 'abroad' | 'points'; readonly at?: Position; readonly why: ReturnType<typeof words> }

/** A ten-millionth of a degree is a centimetre; what a survey tells beyond is noise. */
const tidy = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

const isPosition = (value: unknown): value is readonly [number, number, ...unknown[]] =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1])

const same = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1]

const isIn = ([lon, lat]: Position, [west, south, east, north]: Box): boolean => lon >= west && lon <= east && lat >= south && lat <= north

const faultOfRing = (ring: Ring): ShapeFault | undefined => {
  const [first, last] = [ring[0], ring.at(-1)]
  const away = ring.find(one => !isIn(one, china))
  if (away && ring.every(([lon, lat]) => isIn([lat, lon], china))) return { code: 'swapped', at: away, why: words('经纬度颠倒：应为经度在前、纬度在后', 'longitude and latitude are taken for each other: longitude comes first') }
  if (away) return { code: 'abroad', at: away, why: words('坐标不在中国境内，须为经纬度（度）', 'lies outside China; coordinates must be degrees of longitude and latitude') }
  if (first && !same(first, last)) return { code: 'unclosed', at: last ?? first, why: words('边界没有闭合：首尾两点须相同', 'the boundary is not closed: its last point must be its first') }
  return ring.length < 4 ? { code: 'few', ...(first && { at: first }), why: words('边界至少要三个不同的点', 'a boundary needs three different points') } : undefined
}

const ringOf = (value: unknown): Ring | undefined => {
  if (!Array.isArray(value) || !value.every(isPosition)) return undefined
  const ring = value.map(([lon, lat]): Position => [tidy(lon), tidy(lat)])
  return ring.filter((one, i) => i === 0 || !same(one, ring[i - 1]))
}

const notArea: ShapeFault = { code: 'form', why: words('须为 GeoJSON 面（Polygon 或 MultiPolygon）', 'must be a GeoJSON Polygon or MultiPolygon') }

/** Reads a shape from outside, rounded to centimetres; `most` points at the most. What is wrong is told with its place. */
export const readShape = (value: unknown, most = 5000): { readonly shape: Shape } | { readonly fault: ShapeFault } => {
  if (!isObject(value) || (value['type'] !== 'Polygon' && value['type'] !== 'MultiPolygon') || !Array.isArray(value['coordinates'])) return { fault: notArea }
  const given: readonly unknown[] = value['type'] === 'Polygon' ? [value['coordinates']] : value['coordinates']
  const polygons: (readonly Ring[])[] = []
  for (const one of given) {
    if (!Array.isArray(one) || one.length === 0) return { fault: notArea }
    const rings = one.map(ringOf)
    if (!rings.every(ring => ring !== undefined)) return { fault: notArea }
    polygons.push(rings)
  }
  const points = polygons.flat().reduce((sum, ring) => sum + ring.length, 0)
  if (polygons.length === 0) return { fault: notArea }
  if (points > most) return { fault: { code: 'points', why: words(`共 ${points} 个点，最多 ${most} 个，请先抽稀`, `${points} points, at most ${most}: simplify it first`) } }
  const fault = polygons.flat().map(faultOfRing).find(one => one !== undefined)
  return fault ? { fault } : { shape: shapeOf(polygons) }
}

/** A grid as it is drawn: its code (or the three digits behind its village’s), its name, the area or the teams (社、楼栋) whose households it holds, or both. */
export type Area = { readonly code: string; readonly name: string; readonly teams?: readonly string[]; readonly shape?: Shape }

const codes = /^(\d{3}|\d{15})$/
const nameOf = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').replaceAll(/\s+/g, ' ').trim() : '')

const good = <T extends Json>(value: T): Checked<T> => ({ ok: true, value })
const bad = (at: number, zh: string, en: string): Checked<never> => ({ ok: false, why: words(`第 ${at + 1} 个网格：${zh}`, `Grid ${at + 1}: ${en}`) })

const teamsOf = (value: unknown): readonly string[] | undefined => {
  if (value === undefined || value === null) return []
  const list = Array.isArray(value) ? value.map(nameOf) : undefined
  return list !== undefined && list.length <= 100 && list.every(one => one !== '' && Array.from(one).length <= 30) ? [...new Set(list)] : undefined
}

/** Several grids, each with an area or teams. `most` bounds their number, `points` the points of each. */
export const checkAreas = (value: unknown, { most, points }: { readonly most: number; readonly points: number }): Checked<readonly Area[]> => {
  if (!Array.isArray(value) || value.length === 0 || value.length > most) return { ok: false, why: words(`须有 1 至 ${most} 个网格`, `must be 1 to ${most} grids`) }
  const areas: Area[] = []
  for (const [at, one] of value.entries()) {
    if (!isObject(one)) return bad(at, '格式不正确', 'is not well formed')
    const [code, name, teams] = [nameOf(one['code']), nameOf(one['name']), teamsOf(one['teams'])]
    if (!codes.test(code)) return bad(at, '编码须为 15 位数字，或村（社区）内的 3 位序号', 'its code has fifteen digits, or the three behind its village’s')
    if (name === '' || Array.from(name).length > 50) return bad(at, '名称须为 1 至 50 个字', 'its name has 1 to 50 characters')
    if (teams === undefined) return bad(at, '社或楼栋的名称有误', 'the names of its teams are not well formed')
    const given = one['shape']
    const read = given === undefined || given === null ? undefined : readShape(given, points)
    if (read && 'fault' in read) return bad(at, read.fault.why.zh, read.fault.why.en)
    if (!read && teams.length === 0) return bad(at, '请画出范围，或写明包含的社、楼栋', 'draw it, or name the teams it holds')
    areas.push({ code, name, ...(teams.length > 0 && { teams }), ...(read && { shape: read.shape }) })
  }
  const twice = areas.findIndex((one, at) => areas.findIndex(other => other.code.slice(-3) === one.code.slice(-3) && (other.code === one.code || other.code.length !== one.code.length)) !== at)
  return twice < 0 ? good(areas) : bad(twice, `编码 ${areas[twice]?.code ?? ''} 重复`, `code ${areas[twice]?.code ?? ''} stands twice`)
}

import { fromPlane, isInside, planeAt, pointIn, type Plane } from '../../kernel/plane.ts'
import { boxOf, type Position, type Ring, type Shape } from '../../kernel/shape.ts'
import type { Tx } from '../../store/database.ts'
import { writeRegions } from '../grids/change.ts'
import { writeShapes } from '../grids/shapes.ts'
import type { DemoCity } from './city.ts'
import { randomFor, type Random } from './random.ts'

/** Grids begin with the regulation, like everything in the demo. */
const since = '2023-02-01'

/** About where each county’s seat lies, degrees; what lies around it is invented. */
const seats: { readonly [county: string]: Position } = {
  630202: [102.402, 36.482], 630203: [102.109, 36.5], 630222: [102.83, 36.32], 630223: [101.96, 36.84], 630224: [102.262, 36.095], 630225: [102.489, 35.851],
}

/** Square metres of an average village, and of the plane in which areas are cut. */
const villageArea = 5_000_000

type Point = readonly [x: number, y: number]

const areaOf = (area: readonly Point[]): number => Math.abs(area.reduce((sum, [x, y], i) => { const [u, v] = area[(i + 1) % area.length] ?? [0, 0]; return sum + x * v - u * y }, 0)) / 2

/** The part of a convex area on one side of a line at a distance along a direction. */
const side = (area: readonly Point[], [dx, dy]: Point, at: number, keep: 1 | -1): readonly Point[] => area.flatMap(([x, y], i): readonly Point[] => {
  const [u, v] = area[(i + 1) % area.length] ?? [0, 0]
  const [a, b] = [(x * dx + y * dy - at) * keep, (u * dx + v * dy - at) * keep]
  const cut: readonly Point[] = a * b < 0 ? [[x + ((u - x) * a) / (a - b), y + ((v - y) * a) / (a - b)]] : []
  return a >= 0 ? [[x, y], ...cut] : cut
})

/** Cuts a convex area across its longer way, the first part being `share` of it. */
const cut = (random: Random, area: readonly Point[], share: number): readonly [readonly Point[], readonly Point[]] => {
  const [xs, ys] = [area.map(([x]) => x), area.map(([, y]) => y)]
  const wide = Math.max(...xs) - Math.min(...xs) > Math.max(...ys) - Math.min(...ys)
  const turn = (wide ? 0 : Math.PI / 2) + (random.next() - 0.5) * 0.7
  const direction: Point = [Math.cos(turn), Math.sin(turn)]
  const along = area.map(([x, y]) => x * direction[0] + y * direction[1])
  let [low, high] = [Math.min(...along), Math.max(...along)]
  for (let i = 0; i < 24; i += 1) {
    const middle = (low + high) / 2
    if (areaOf(side(area, direction, middle, -1)) < areaOf(area) * share) low = middle
    else high = middle
  }
  return [side(area, direction, low, -1), side(area, direction, low, 1)]
}

/** Shares an area out among so many, each the more the heavier. */
const shareOut = (random: Random, area: readonly Point[], weights: readonly number[]): readonly (readonly Point[])[] => {
  if (weights.length <= 1) return [area]
  const half = Math.ceil(weights.length / 2)
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
  const [one, other] = cut(random, area, sum(weights.slice(0, half)) / sum(weights))
  return [...shareOut(random, one, weights.slice(0, half)), ...shareOut(random, other, weights.slice(half))]
}

const outline = (random: Random, area: number): readonly Point[] => {
  const radius = Math.sqrt(area / 2.9)
  const lean = 0.85 + random.next() * 0.3
  return Array.from({ length: 14 }, (_, i): Point => { const turn = (i / 14) * 2 * Math.PI; return [Math.cos(turn) * radius * lean * 1.15, (Math.sin(turn) * radius) / lean] })
}

const shapeOf = (plane: Plane, area: readonly Point[]): Shape => {
  const ring = area.map((at): Position => { const [lon, lat] = fromPlane(plane, at); return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7] })
  const [first = [0, 0]] = ring
  return { type: 'Polygon', coordinates: [[...ring, first] as Ring] }
}

export type DemoGrids = {
  readonly grids: readonly { readonly code: string; readonly name: string }[]
  /** Of counties, townships, villages and grids. All schematic. */
  readonly shapes: readonly { readonly code: string; readonly shape: Shape; readonly schematic: true }[]
}

const numerals = ['一', '二', '三', '四', '五', '六'] as const

/** Schematic grids of a city: invented areas around each county’s seat, whose villages share them without gap or overlap. Pure; the same seed gives the same. */
export const inventGrids = ({ seed, counties, regions }: Pick<DemoCity, 'seed' | 'counties' | 'regions'>): DemoGrids => {
  const inside = (code: string, length: number): readonly string[] => regions.filter(region => region.code.length === length && region.code.startsWith(code)).map(region => region.code)
  const grids: DemoGrids['grids'][number][] = []
  const shapes: DemoGrids['shapes'][number][] = []
  for (const [at, county] of counties.entries()) {
    const plane = planeAt(seats[county] ?? [102.4, 36.2 + at * 0.6])
    const keep = (code: string, area: readonly Point[]): void => { shapes.push({ code, shape: shapeOf(plane, area), schematic: true }) }
    const townships = inside(county, 9).map(code => ({ code, villages: inside(code, 12) }))
    const random = randomFor(seed, 'grids', county)
    const whole = outline(random, villageArea * Math.max(1, townships.reduce((sum, one) => sum + one.villages.length, 0)))
    keep(county, whole)
    for (const [i, area] of shareOut(random, whole, townships.map(one => Math.max(1, one.villages.length))).entries()) {
      const township = townships[i]
      if (!township) continue
      keep(township.code, area)
      const own = randomFor(seed, 'grids', township.code)
      const weights = township.villages.map(() => 0.6 + own.next())
      for (const [j, part] of (township.villages.length === 0 ? [] : shareOut(own, area, weights)).entries()) {
        const village = township.villages[j]
        if (village === undefined) continue
        keep(village, part)
        const count = own.weighted([[1, 2], [2, 4], [3, 3], [4, 1]])
        for (const [k, piece] of shareOut(own, part, Array.from({ length: count }, () => 0.7 + own.next())).entries()) {
          const code = `${village}${String(k + 1).padStart(3, '0')}`
          grids.push({ code, name: `第${numerals[k] ?? '六'}网格` })
          keep(code, piece)
        }
      }
    }
  }
  return { grids, shapes }
}

/** Writes them; the regions above must stand. Run it as the platform. */
export const loadGrids = async (tx: Tx, city: Pick<DemoCity, 'seed' | 'counties' | 'regions'>): Promise<void> => {
  const { grids, shapes } = inventGrids(city)
  const source = randomFor(city.seed, 'grids').uuid()
  await writeRegions(tx, grids, since)
  for (const county of city.counties) await writeShapes(tx, county, shapes.filter(one => one.code.startsWith(county)), { since, source })
}

/** An invented spot somewhere inside an area. */
export const spotIn = (random: Random, shape: Shape): Position => {
  const [west, south, east, north] = boxOf([shape])
  for (let i = 0; i < 20; i += 1) {
    const at: Position = [west + (east - west) * random.next(), south + (north - south) * random.next()]
    if (isInside(shape, at)) return [Math.round(at[0] * 1e6) / 1e6, Math.round(at[1] * 1e6) / 1e6]
  }
  return pointIn(shape)
}

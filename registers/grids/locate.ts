import Flatbush from 'flatbush'
import { planeAt } from '../../kernel/plane.ts'
import { boxOf, ringsOf, type Box, type Position, type Shape } from '../../kernel/shape.ts'

/** Grids in memory, by which a point is located: a packed R-tree over their boxes, then the exact polygon. */
export type Locator = {
  readonly size: number
  /** The grid a point lies in, or on whose border; where there are several, the one with the lower code. */
  find(point: Position): string | undefined
  /** The grids a point lies in or no further from than so many metres, the nearest first; 0 for those it lies in or on whose border. */
  near(point: Position, metres: number): readonly { readonly code: string; readonly metres: number }[]
}

/** Rings as pairs in one flat array, as walking them a million times wants it; `ends` says behind which number each ring stops. */
type Flat = { readonly code: string; readonly coordinates: Float64Array; readonly ends: Uint32Array }

const flat = (code: string, shape: Shape): Flat => {
  const rings = ringsOf(shape)
  const coordinates = new Float64Array(rings.reduce((sum, ring) => sum + ring.length * 2, 0))
  const ends = new Uint32Array(rings.length)
  let at = 0
  for (const [i, ring] of rings.entries()) {
    for (const [lon, lat] of ring) { coordinates[at] = lon; coordinates[at + 1] = lat; at += 2 }
    ends[i] = at
  }
  return { code, coordinates, ends }
}

const holds = ({ coordinates, ends }: Flat, x: number, y: number): boolean => {
  let inside = false
  let at = 0
  for (const end of ends) {
    let [ax, ay] = [coordinates[at] ?? 0, coordinates[at + 1] ?? 0]
    for (at += 2; at < end; at += 2) {
      const bx = coordinates[at] ?? 0
      const by = coordinates[at + 1] ?? 0
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      ax = bx
      ay = by
    }
  }
  return inside
}

const metresTo = ({ coordinates, ends }: Flat, point: Position): number => {
  const { perLon, perLat } = planeAt(point)
  let least = Infinity
  let at = 0
  for (const end of ends) {
    let [ax, ay] = [((coordinates[at] ?? 0) - point[0]) * perLon, ((coordinates[at + 1] ?? 0) - point[1]) * perLat]
    for (at += 2; at < end; at += 2) {
      const [bx, by] = [((coordinates[at] ?? 0) - point[0]) * perLon, ((coordinates[at + 1] ?? 0) - point[1]) * perLat]
      const [dx, dy] = [bx - ax, by - ay]
      const length = dx * dx + dy * dy
      const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length))
      least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy))
      ;[ax, ay] = [bx, by]
    }
  }
  return least
}

/** Metres within which a point lies on a border: finer than any survey, coarser than the rounding of degrees. Of a border that two grids share, counting crossings gives it to one of them or, by rounding, to none. */
const onBorder = 0.001

/** Degrees that hold so much in any box. */
const aside = 1e-7

const metresAway = (grid: Flat, point: Position): number => {
  if (holds(grid, point[0], point[1])) return 0
  const away = metresTo(grid, point)
  return away <= onBorder ? 0 : away
}

const nothing: Locator = { size: 0, find: () => undefined, near: () => [] }

/** Builds the index; `grids` are in force, each with its area. */
export const makeLocator = (grids: readonly { readonly code: string; readonly shape: Shape; readonly box?: Box }[]): Locator => {
  if (grids.length === 0) return nothing
  const sorted = grids.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const flats = sorted.map(({ code, shape }) => flat(code, shape))
  const index = new Flatbush(sorted.length)
  for (const { shape, box = boxOf([shape]) } of sorted) index.add(...box)
  index.finish()
  return {
    size: sorted.length,
    find: point => {
      const [x, y] = point
      let found = -1
      const first = (is: (grid: Flat) => boolean) => (i: number): boolean => {
        if (found !== -1 && i > found) return false
        const one = flats[i]
        if (one && is(one)) found = i
        return false
      }
      index.search(x, y, x, y, first(one => holds(one, x, y)))
      if (found === -1) index.search(x - aside, y - aside, x + aside, y + aside, first(one => metresTo(one, point) <= onBorder))
      return found === -1 ? undefined : flats[found]?.code
    },
    near: (point, metres) => {
      const [x, y] = point
      const { perLon, perLat } = planeAt(point)
      const [dx, dy] = [metres / perLon + aside, metres / perLat + aside]
      return index.search(x - dx, y - dy, x + dx, y + dy).flatMap(i => {
        const one = flats[i]
        if (!one) return []
        const away = metresAway(one, point)
        return away <= metres ? [{ code: one.code, metres: away }] : []
      }).toSorted((a, b) => a.metres - b.metres || (a.code < b.code ? -1 : 1))
    },
  }
}

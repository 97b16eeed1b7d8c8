import { boxOf, polygonsOf, ringsOf, type Position, type Ring, type Shape } from './shape.ts'

/** Semi-major axis of WGS 84 in metres, and its eccentricity squared. */
const [axis, eccentric] = [6_378_137, 0.00669437999014] as const
const radian = Math.PI / 180

/** A plane that touches the ellipsoid at a point: metres east and north of it. Over a township (20 km) lengths are true to a few parts in ten thousand. */
export type Plane = { readonly perLon: number; readonly perLat: number; readonly at: Position }

export const planeAt = (at: Position): Plane => {
  const [sin, cos] = [Math.sin(at[1] * radian), Math.cos(at[1] * radian)]
  const bend = 1 - eccentric * sin * sin
  return { at, perLon: (axis / Math.sqrt(bend)) * cos * radian, perLat: (axis * (1 - eccentric) / bend ** 1.5) * radian }
}

/** The plane at the middle of some shapes. */
export const planeOf = (shapes: Iterable<Shape>): Plane => {
  const [west, south, east, north] = boxOf(shapes)
  return planeAt([(west + east) / 2, (south + north) / 2])
}

export const toPlane = ({ at, perLon, perLat }: Plane, [lon, lat]: Position): Position => [(lon - at[0]) * perLon, (lat - at[1]) * perLat]
export const fromPlane = ({ at, perLon, perLat }: Plane, [x, y]: Position): Position => [at[0] + x / perLon, at[1] + y / perLat]

const signed = (plane: Plane, ring: Ring): number => {
  let sum = 0
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [toPlane(plane, ring[i - 1] ?? [0, 0]), toPlane(plane, ring[i] ?? [0, 0])]
    sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum / 2
}

/** Square metres, holes taken out. */
export const areaOf = (shape: Shape): number => {
  const plane = planeOf([shape])
  return polygonsOf(shape).reduce((sum, [outer = [], ...holes]) => sum + Math.abs(signed(plane, outer)) - holes.reduce((all, hole) => all + Math.abs(signed(plane, hole)), 0), 0)
}

/** Whether a point lies inside; by the even-odd rule, so that a hole is outside. What lies exactly on a border belongs to one side alone. */
export const isInside = (shape: Shape, [x, y]: Position): boolean => {
  let inside = false
  for (const ring of ringsOf(shape)) {
    for (let i = 1; i < ring.length; i += 1) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]]
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
    }
  }
  return inside
}

/** Metres from a point to the nearest border of a shape. */
export const toBorder = (shape: Shape, from: Position): number => {
  const plane = planeAt(from)
  let least = Infinity
  for (const ring of ringsOf(shape)) {
    for (let i = 1; i < ring.length; i += 1) {
      const [[ax, ay], [bx, by]] = [toPlane(plane, ring[i - 1] ?? [0, 0]), toPlane(plane, ring[i] ?? [0, 0])]
      const [dx, dy] = [bx - ax, by - ay]
      const along = dx === 0 && dy === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
      least = Math.min(least, Math.hypot(ax + along * dx, ay + along * dy))
    }
  }
  return least
}

/** A point well inside a shape, at which its name or a fault can be shown: the middle of the longest stretch of a line through it. */
export const pointIn = (shape: Shape): Position => {
  const [west, south, east, north] = boxOf([shape])
  let best: readonly [width: number, at: Position] = [-1, [(west + east) / 2, (south + north) / 2]]
  for (const share of [0.5, 0.3, 0.7, 0.15, 0.85]) {
    const y = south + (north - south) * (share + 1e-4)
    const cuts = ringsOf(shape).flatMap(ring => ring.slice(1).flatMap(([bx, by], i): readonly number[] => {
      const [ax, ay] = ring[i] ?? [0, 0]
      return ay > y !== by > y ? [((bx - ax) * (y - ay)) / (by - ay) + ax] : []
    })).toSorted((a, b) => a - b)
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [from = 0, to = 0] = [cuts[i], cuts[i + 1]]
      if (to - from > best[0] * 1.2) best = [to - from, [(from + to) / 2, y]]
    }
  }
  return best[1]
}

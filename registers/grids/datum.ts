import packaged from 'gcoord'
import { planeAt, pointIn } from '../../kernel/plane.ts'
import { boxOf, polygonsOf, shapeOf, type Position, type Ring, type Shape } from '../../kernel/shape.ts'

type Converter = { transform(point: [number, number], from: string, to: string): [number, number]; readonly WGS84: string; readonly GCJ02: string }

// It is CommonJS, and its types speak of the module for bundlers.
const gcoord = packaged as unknown as Converter

export const datums = ['wgs84', 'gcj02'] as const
/** What coordinates were taken in. CGCS2000 is told as wgs84. */
export type Datum = (typeof datums)[number]

const to84 = ([lon, lat]: Position): Position => {
  const [x, y] = gcoord.transform([lon, lat], gcoord.GCJ02, gcoord.WGS84)
  return [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7]
}

/** A point as WGS 84 has it. */
export const pointIn84 = (point: Position, datum: Datum): Position => (datum === 'gcj02' ? to84(point) : point)

/** A shape as WGS 84 has it: GCJ-02 lies 185 m off at Haidong. */
export const shapeIn84 = (shape: Shape, datum: Datum): Shape =>
  (datum === 'gcj02' ? shapeOf(polygonsOf(shape).map(rings => rings.map((ring): Ring => ring.map(to84)))) : shape)

/** Metres east and north by which GCJ-02 lies off at a point. */
const shiftAt = (point: Position): Position => {
  const [x, y] = gcoord.transform([point[0], point[1]], gcoord.WGS84, gcoord.GCJ02)
  const { perLon, perLat } = planeAt(point)
  return [(x - point[0]) * perLon, (y - point[1]) * perLat]
}

/** The middle of a shape’s box, which a shift moves by itself. */
const middle = (shapes: readonly Shape[]): Position => { const [west, south, east, north] = boxOf(shapes); return [(west + east) / 2, (south + north) / 2] }

/** Lying off as GCJ-02 does, or against it. */
export type Shift = 'gcj02' | 'twice'

/** Whether shapes lie off others of the same places by as much as GCJ-02 does: then they were not converted, or converted twice. */
export const looksShifted = (given: readonly Shape[], known: readonly Shape[]): Shift | undefined => {
  if (given.length === 0 || known.length === 0) return undefined
  const [a, b] = [middle(given), middle(known)]
  const { perLon, perLat } = planeAt(b)
  const [x, y] = [(a[0] - b[0]) * perLon, (a[1] - b[1]) * perLat]
  const [ex, ey] = shiftAt(pointIn(known[0] ?? given[0] ?? { type: 'Polygon', coordinates: [] }))
  const near = Math.hypot(ex, ey) * 0.25
  if (near === 0) return undefined
  return Math.hypot(x - ex, y - ey) < near ? 'gcj02' : Math.hypot(x + ex, y + ey) < near ? 'twice' : undefined
}

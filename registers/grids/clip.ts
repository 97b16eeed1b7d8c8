import { Clipper64, ClipType, FillRule, PolyTree64, type Path64, type Paths64, type PolyPath64 } from 'clipper2-ts'
import { fromPlane, toPlane, type Plane } from '../../kernel/plane.ts'
import { polygonsOf, type Position, type Ring, type Shape } from '../../kernel/shape.ts'

/**
 * Areas cut against each other, on a plane in whole centimetres: exact there, so that two grids that share a border neither overlap nor leave a
 * gap (Clipper2; with floating numbers the clipping libraries failed on shared edges).
 */

const scale = 100

/** A shape as paths in centimetres on a plane. */
export const pathsOf = (plane: Plane, shape: Shape): Paths64 => polygonsOf(shape).flatMap(rings => rings.map((ring, hole) => pathOf(plane, ring, hole > 0)))

// Outer rings one way round and holes the other, as filling by winding wants it.
const pathOf = (plane: Plane, ring: Ring, hole: boolean): Path64 => {
  const path = ring.slice(0, -1).map(at => { const [x, y] = toPlane(plane, at); return { x: Math.round(x * scale), y: Math.round(y * scale) } })
  let twice = 0
  for (let i = 0; i < path.length; i += 1) { const [a, b] = [path[i], path[(i + 1) % path.length]]; twice += (a?.x ?? 0) * (b?.y ?? 0) - (b?.x ?? 0) * (a?.y ?? 0) }
  return twice > 0 === hole ? path.toReversed() : path
}

/** One connected piece, its holes taken out: square metres, and metres around it, holes included. */
export type Piece = { readonly rings: readonly Ring[]; readonly area: number; readonly around: number }

const areaIn = (path: Path64): number => Math.abs(path.reduce((sum, a, i) => { const b = path[(i + 1) % path.length]; return sum + a.x * (b?.y ?? 0) - (b?.x ?? 0) * a.y }, 0)) / 2 / scale ** 2

const aroundOf = (path: Path64): number => path.reduce((sum, a, i) => { const b = path[(i + 1) % path.length]; return sum + Math.hypot(a.x - (b?.x ?? 0), a.y - (b?.y ?? 0)) }, 0) / scale

const back = (plane: Plane, path: Path64): Ring => {
  const ring = path.map(({ x, y }): Position => fromPlane(plane, [x / scale, y / scale]))
  const [first] = ring
  return first ? [...ring, first] : []
}

const piecesIn = (plane: Plane, node: PolyPath64): readonly Piece[] => Array.from({ length: node.count }, (_, i) => node.child(i)).flatMap(outer => {
  const holes = Array.from({ length: outer.count }, (_, i) => outer.child(i))
  const paths = [outer, ...holes].map(one => one.poly ?? [])
  const [whole = 0, ...out] = paths.map(areaIn)
  return [{ rings: paths.map(path => back(plane, path)), area: whole - out.reduce((a, b) => a + b, 0), around: paths.reduce((sum, path) => sum + aroundOf(path), 0) }, ...holes.flatMap(hole => piecesIn(plane, hole))]
})

const cut = (plane: Plane, type: ClipType, subject: Paths64, clip: Paths64): readonly Piece[] => {
  const [clipper, tree] = [new Clipper64(), new PolyTree64()]
  clipper.addSubject(subject)
  if (clip.length > 0) clipper.addClip(clip)
  clipper.execute(type, FillRule.NonZero, tree)
  return piecesIn(plane, tree)
}

export const minus = (plane: Plane, from: Paths64, what: Paths64): readonly Piece[] => cut(plane, ClipType.Difference, from, what)
export const common = (plane: Plane, one: Paths64, other: Paths64): readonly Piece[] => cut(plane, ClipType.Intersection, one, other)
export const together = (plane: Plane, all: Paths64): readonly Piece[] => cut(plane, ClipType.Union, all, [])

import Flatbush from 'flatbush'
import { isInside, pointIn, toBorder } from './plane.ts'
import { boxOf, polygonsOf, type Box, type Position, type Ring, type Shape } from './shape.ts'

type Edge = { readonly ring: number; readonly at: number; readonly last: number; readonly a: Position; readonly b: Position }

const edgesOf = (rings: readonly Ring[]): readonly Edge[] =>
  rings.flatMap((ring, number) => ring.slice(1).flatMap((b, at): readonly Edge[] => { const a = ring[at]; return a ? [{ ring: number, at, last: ring.length - 2, a, b }] : [] }))

const side = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

const within = (a: Position, b: Position, c: Position): boolean =>
  c[0] >= Math.min(a[0], b[0]) && c[0] <= Math.max(a[0], b[0]) && c[1] >= Math.min(a[1], b[1]) && c[1] <= Math.max(a[1], b[1])

const meet = ({ a, b }: Edge, { a: c, b: d }: Edge): Position | undefined => {
  const [abc, abd, cda, cdb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  if (abc !== abd && cda !== cdb && abc * abd !== 0 && cda * cdb !== 0) {
    const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
    const along = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / (rx * sy - ry * sx)
    return [a[0] + along * rx, a[1] + along * ry]
  }
  return abc === 0 && within(a, b, c) ? c : abd === 0 && within(a, b, d) ? d : cda === 0 && within(c, d, a) ? a : cdb === 0 && within(c, d, b) ? b : undefined
}

const follows = (e: Edge, f: Edge): boolean => e.ring === f.ring && (f.at === e.at + 1 || (e.at === 0 && f.at === e.last))

/** Two edges one after the other meet in their common point; a fault is where the second runs back over the first. */
const runsBack = ({ a, b }: Edge, { a: c, b: d }: Edge): boolean => {
  const [from, to, on] = b[0] === c[0] && b[1] === c[1] ? [a, b, d] : [d, c, b]
  return side(from, to, on) === 0 && (on[0] - to[0]) * (to[0] - from[0]) + (on[1] - to[1]) * (to[1] - from[1]) < 0
}

const meetIn = ([w, s, e, n]: Box, [west, south, east, north]: Box): boolean => w < east && west < e && s < north && south < n

const strictly = ({ a, b }: Edge, { a: c, b: d }: Edge): boolean => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** Metres within which a point counts as on a border: parts may stand side by side. */
const onBorder = 0.05

type Part = { readonly shape: Shape; readonly box: Box; readonly edges: readonly Edge[] }

/** Where one part lies over another: their edges cross, or a corner, the middle of an edge or the inside of one lies in the other. */
const over = (one: Part, other: Part): Position | undefined => {
  const near = one.edges.filter(({ a, b }) => Math.max(a[0], b[0]) >= other.box[0] && Math.min(a[0], b[0]) <= other.box[2] && Math.max(a[1], b[1]) >= other.box[1] && Math.min(a[1], b[1]) <= other.box[3])
  const crossed = near.find(edge => other.edges.some(against => strictly(edge, against)))
  const points = [pointIn(one.shape), ...near.flatMap(({ a, b }): readonly Position[] => [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]])]
  return crossed?.a ?? points.find(at => isInside(other.shape, at) && toBorder(other.shape, at) > onBorder)
}

/** Where two parts of one shape lie over each other. Counted twice such ground is inside by one reckoning and outside by another. */
const folded = (shape: Shape): Position | undefined => {
  const parts = polygonsOf(shape).map((rings): Part => { const part: Shape = { type: 'Polygon', coordinates: rings }; return { shape: part, box: boxOf([part]), edges: edgesOf(rings) } })
  for (const [i, one] of parts.entries()) {
    for (const other of parts.slice(i + 1)) {
      const at = meetIn(one.box, other.box) ? over(one, other) ?? over(other, one) : undefined
      if (at) return at
    }
  }
  return undefined
}

/** Where the boundary of a shape crosses or touches itself, a hole the ring around it, or a part lies over another; the first such place. */
export const crossing = (shape: Shape): Position | undefined => {
  for (const rings of polygonsOf(shape)) {
    const edges = edgesOf(rings)
    if (edges.length === 0) continue
    const index = new Flatbush(edges.length)
    for (const { a, b } of edges) index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
    index.finish()
    for (const [i, one] of edges.entries()) {
      const { a, b } = one
      for (const j of index.search(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]), k => k > i)) {
        const other = edges[j]
        if (!other) continue
        if (follows(one, other)) { if (runsBack(one, other)) return other.a } else { const at = meet(one, other); if (at) return at }
      }
    }
  }
  return folded(shape)
}

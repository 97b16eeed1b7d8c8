import Flatbush from 'flatbush'
import { polygonsOf, type Position, type Ring, type Shape } from './shape.ts'

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

/** Where the boundary of a shape crosses or touches itself, or a hole the ring around it; the first such place. */
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
  return undefined
}

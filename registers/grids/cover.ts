import Flatbush from 'flatbush'
import { pointIn, planeOf, toBorder, type Plane } from '../../kernel/plane.ts'
import { boxOf, type Position, type Shape } from '../../kernel/shape.ts'
import { common, minus, pathsOf, together, type Piece } from './clip.ts'

/** A grid as the check sees it. */
export type Drawn = { readonly code: string; readonly shape: Shape }

/** A piece that lies in no grid, in two, or outside the boundary: where, how large (square metres), and which grids it touches. */
export type Patch = { readonly grids: readonly string[]; readonly area: number; readonly at: Position; readonly shape: Shape }

/**
 * Whether grids cover a place without gap and overlap (界定清晰、全面覆盖). Gaps are looked for inside the place’s boundary; where that is not known,
 * only those that grids enclose can be. `area`, `covered`: square metres; `slivers`: how many pieces too small to be told there were.
 */
export type Cover = { readonly bounded: boolean; readonly area: number; readonly covered: number; readonly gaps: readonly Patch[]; readonly overlaps: readonly Patch[]; readonly outside: readonly Patch[]; readonly slivers: number }

const touching = (drawn: readonly Drawn[], { rings }: Piece): readonly string[] => {
  const [outer = []] = rings
  return drawn.filter(({ shape }) => outer.some(at => toBorder(shape, at) < 0.5)).map(one => one.code)
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((all, piece) => all + piece.area, 0)

/** Pairs of grids whose boxes touch, each once. */
const neighbours = (drawn: readonly Drawn[]): readonly (readonly [Drawn, Drawn])[] => {
  if (drawn.length < 2) return []
  const boxes = drawn.map(one => boxOf([one.shape]))
  const index = new Flatbush(drawn.length)
  for (const box of boxes) index.add(...box)
  index.finish()
  return boxes.flatMap((box, i) => index.search(...box).filter(j => j > i).toSorted((a, b) => a - b).flatMap(j => { const [a, b] = [drawn[i], drawn[j]]; return a && b ? [[a, b] as const] : [] }))
}

/** What is too small to tell: pieces up to so many square metres, or thinner than so many metres on the whole, as rounding leaves them along a border. */
export type Sliver = { readonly area: number; readonly width: number }

export const cover = (drawn: readonly Drawn[], boundary: Shape | undefined, sliver: Sliver = { area: 0, width: 0 }): Cover => {
  const all = [...drawn.map(one => one.shape), ...(boundary ? [boundary] : [])]
  if (all.length === 0) return { bounded: false, area: 0, covered: 0, gaps: [], overlaps: [], outside: [], slivers: 0 }
  const plane = planeOf(all)
  const paths = new Map(drawn.map(one => [one.code, pathsOf(plane, one.shape)]))
  const every = [...paths.values()].flat()
  let slivers = 0
  const patches = (pieces: readonly Piece[], grids: (piece: Piece) => readonly string[]): readonly Patch[] => pieces.flatMap(piece => {
    if (piece.area <= sliver.area || piece.area / (piece.around / 2) < sliver.width) { slivers += piece.area > 0 ? 1 : 0; return [] }
    const shape: Shape = { type: 'Polygon', coordinates: piece.rings }
    return [{ grids: grids(piece), area: piece.area, at: pointIn(shape), shape }]
  }).toSorted((a, b) => b.area - a.area)
  const edge = boundary && pathsOf(plane, boundary)
  const whole = together(plane, every)
  const gaps = patches(edge ? minus(plane, edge, every) : enclosed(plane, whole), piece => touching(drawn, piece))
  const overlaps = patches(neighbours(drawn).flatMap(([a, b]) => common(plane, paths.get(a.code) ?? [], paths.get(b.code) ?? []).map(piece => ({ ...piece, of: [a.code, b.code] }))), piece => ('of' in piece ? piece.of as readonly string[] : []))
  const outside = edge ? patches(minus(plane, every, edge), piece => touching(drawn, piece)) : []
  return { bounded: edge !== undefined, area: edge ? sum(together(plane, edge)) : sum(whole), covered: edge ? sum(common(plane, every, edge)) : sum(whole), gaps, overlaps, outside, slivers }
}

/** The holes that grids leave between them. */
const enclosed = (plane: Plane, whole: readonly Piece[]): readonly Piece[] => {
  const filled = whole.flatMap(({ rings: [outer = []] }) => pathsOf(plane, { type: 'Polygon', coordinates: [outer] }))
  return minus(plane, filled, whole.flatMap(piece => pathsOf(plane, { type: 'Polygon', coordinates: piece.rings })))
}

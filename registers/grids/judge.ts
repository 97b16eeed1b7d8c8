import { areaOf, isInside, pointIn, planeOf, toBorder } from '../../kernel/plane.ts'
import { polygonsOf, ringsOf, shapeOf, type Area, type Position, type Shape } from '../../kernel/shape.ts'
import { words, type Words } from '../../kernel/words.ts'
import { minus, pathsOf } from './clip.ts'
import type { Sliver } from './cover.ts'
import { crossing } from '../../kernel/crossing.ts'
import { looksShifted, type Shift } from './datum.ts'
import type { RegionShape } from './shapes.ts'

/** What is wrong with a grid drawn: refused, or only to be looked at. `at` and `shape` say where. */
export type GridFault = { readonly code: string; readonly kind: FaultKind; readonly grave: boolean; readonly why: Words; readonly at?: Position; readonly shape?: Shape }

export type FaultKind = 'form' | 'few' | 'unclosed' | 'swapped' | 'abroad' | 'points' | 'crossing' | 'hole' | 'outside' | 'datum' | 'village' | 'code' | 'twice' | 'name' | 'teams' | 'size' | 'prj' | 'overlap'

/** What grids are judged against. */
export type JudgedBy = {
  /** The nearest known boundary a place lies in: its village’s, else its township’s or county’s. */
  boundary(code: string): RegionShape | undefined
  /** Grids that stand and stay beside those drawn. */
  readonly beside: readonly RegionShape[]
  /** Grids as they stand that those drawn take the place of. */
  readonly before: readonly RegionShape[]
  /** Metres by which an error of survey may stand out; square metres too small to tell. */
  readonly outside: number
  readonly sliver: Sliver
}

const about = (area: number): Words => (area >= 1e6 ? words(`${(area / 1e6).toFixed(2)} 平方公里`, `${(area / 1e6).toFixed(2)} km²`) : words(`${Math.round(area)} 平方米`, `${Math.round(area)} m²`))

const crossed = ({ code }: Area, shape: Shape): readonly GridFault[] => {
  const at = crossing(shape)
  return at ? [{ code, kind: 'crossing', grave: true, at, why: words('边界自相交或自相接', 'its boundary crosses or touches itself') }] : []
}

/** A hole is a gap unless another grid lies in it. */
const hollow = ({ code }: Area, shape: Shape, others: readonly Shape[], { area: sliver }: Sliver): readonly GridFault[] => {
  const holes = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).flatMap(rings => rings.slice(1))
  return holes.flatMap((ring): readonly GridFault[] => {
    const hole: Shape = { type: 'Polygon', coordinates: [ring] }
    const plane = planeOf([hole])
    const left = minus(plane, pathsOf(plane, hole), others.flatMap(other => pathsOf(plane, other))).reduce((sum, piece) => sum + piece.area, 0)
    if (left <= sliver) return []
    const { zh, en } = about(left)
    return [{ code, kind: 'hole', grave: true, at: pointIn(hole), shape: hole, why: words(`中间有空洞，${zh}不属于任何网格`, `has a hole: ${en} in it belong to no grid`) }]
  })
}

const strays = ({ code }: Area, shape: Shape, by: JudgedBy): readonly GridFault[] => {
  const bound = by.boundary(code)
  if (!bound) return []
  const plane = planeOf([shape])
  const out = minus(plane, pathsOf(plane, shape), pathsOf(plane, bound.shape)).flatMap(piece => {
    const away = Math.max(...(piece.rings[0] ?? []).map(at => (isInside(bound.shape, at) ? 0 : toBorder(bound.shape, at))))
    return away > by.outside ? [{ piece, away }] : []
  }).toSorted((a, b) => b.away - a.away)
  const [worst] = out
  if (!worst) return []
  const total = about(out.reduce((sum, one) => sum + one.piece.area, 0))
  const whose = bound.code.length === 12 ? words('村（社区）', 'its village') : bound.code.length === 9 ? words('乡镇（街道）', 'its township') : words('县（区）', 'its county')
  const piece: Shape = { type: 'Polygon', coordinates: worst.piece.rings }
  return [{
    code, kind: 'outside', grave: !bound.schematic, at: pointIn(piece), shape: piece,
    why: words(`超出${whose.zh}${bound.schematic ? '示意' : ''}边界最远 ${Math.round(worst.away)} 米，共 ${total.zh}`, `stands out over the ${bound.schematic ? 'schematic ' : ''}boundary of ${whose.en} by up to ${Math.round(worst.away)} m, ${total.en} in all`),
  }]
}

/** How shapes lie off what is known of the same place; `undefined` where they cover another part of it, which says nothing. */
const offOf = (shapes: readonly Shape[], known: readonly Shape[]): Shift | 'none' | undefined => {
  const [a, b] = [shapes, known].map(list => list.reduce((sum, one) => sum + areaOf(one), 0))
  return !a || !b || Math.abs(a - b) > 0.2 * b ? undefined : looksShifted(shapes, known) ?? 'none'
}

/** A constant shift against what was surveyed of the same places: the village’s boundary; where that says nothing, the grids that those drawn replace. */
const shifted = (areas: readonly Area[], by: JudgedBy): readonly GridFault[] => {
  const drawn = areas.flatMap(({ code, shape }) => (shape ? [{ code, shape }] : []))
  return [...Map.groupBy(drawn, one => one.code.slice(0, 12))].flatMap(([village, own]): readonly GridFault[] => {
    const bound = by.boundary(own[0]?.code ?? village)
    const before = by.before.filter(one => !one.schematic && one.code.startsWith(village))
    const redrawn = own.filter(one => before.some(other => other.code === one.code))
    const bounded = bound?.code === village && !bound.schematic ? offOf(own.map(one => one.shape), [bound.shape]) : undefined
    const shapes = (bounded === undefined && redrawn.length > 0 ? redrawn : own).map(one => one.shape)
    const how = bounded ?? offOf(shapes, before.map(one => one.shape))
    const shape = shapeOf(shapes.flatMap(polygonsOf))
    if (how === undefined || how === 'none') return []
    return [{
      // Those of before may have been wrong themselves, and what puts them right lies off against them.
      code: own[0]?.code ?? village, kind: 'datum', grave: how === 'gcj02' || bounded !== undefined, at: pointIn(shape), shape,
      why: how === 'gcj02' ? words('整体偏移与 GCJ-02 一致，坐标系填错：应为 gcj02', 'lies off as GCJ-02 does: the datum is wrong and should be gcj02') : words('整体偏移与 GCJ-02 相反，可能重复转换：请核对坐标系', 'lies off against GCJ-02: it may have been converted twice; check the datum'),
    }]
  })
}

/** What is wrong with grids drawn in themselves and against what is known. Their codes are whole; whether they may bear them is for the register. `tell` hears after each. */
export const judge = (areas: readonly Area[], by: JudgedBy, tell: () => void = () => undefined): readonly GridFault[] => [
  ...areas.flatMap(area => {
    const found = judgeOne(area, areas, by)
    tell()
    return found
  }),
  ...shifted(areas, by),
]

const judgeOne = (area: Area, areas: readonly Area[], by: JudgedBy): readonly GridFault[] => {
  const { shape } = area
  if (!shape) return []
  const self = crossed(area, shape)
  // What crosses itself has no inside that could be measured.
  if (self.length > 0) return self
  const others = (): readonly Shape[] => [...by.beside.map(one => one.shape), ...areas.flatMap(other => (other !== area && other.shape ? [other.shape] : []))]
  return [...(ringsOf(shape).length > 1 ? hollow(area, shape, others(), by.sliver) : []), ...strays(area, shape, by)]
}

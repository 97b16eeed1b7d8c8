import { crossing } from '../../../../kernel/crossing.ts'
import { isInside, pointIn } from '../../../../kernel/plane.ts'
import { polygonsOf, shapeOf, type Position, type Ring, type Shape } from '../../../../kernel/shape.ts'
import { words, type Words } from '../../../../kernel/words.ts'

/** Corners in order, the first not repeated. */
export type Corners = readonly Position[]
/** A part of an area: its boundary first, then what is cut out of it. */
export type Part = readonly Corners[]
/** Which ring of which part is being drawn. */
export type At = readonly [part: number, ring: number]

export const partsOf = (shape: Shape | undefined): readonly Part[] => (shape ? polygonsOf(shape).map(rings => rings.map(ring => ring.slice(0, -1))) : [[[]]])

const closed = (corners: Corners): Ring => [...corners, ...corners.slice(0, 1)]

/** The area as far as it is drawn: rings of fewer than three corners are still to come. */
export const drawnShape = (parts: readonly Part[]): Shape | undefined => {
  const whole = parts.filter(([outer = []]) => outer.length >= 3).map(([outer = [], ...holes]) => [closed(outer), ...holes.filter(hole => hole.length >= 3).map(closed)])
  return whole.length === 0 ? undefined : shapeOf(whole)
}

export const ringAt = (parts: readonly Part[], [part, ring]: At): Corners => parts[part]?.[ring] ?? []

export const withRing = (parts: readonly Part[], [part, ring]: At, corners: Corners): readonly Part[] =>
  parts.map((one, p) => (p === part ? one.map((other, r) => (r === ring ? corners : other)) : one))

/** Without one ring; a boundary takes its holes along. There is always one ring to draw. */
export const without = (parts: readonly Part[], [part, ring]: At): readonly Part[] => {
  const left = ring === 0 ? parts.filter((_, p) => p !== part) : parts.map((one, p) => (p === part ? one.filter((_, r) => r !== ring) : one))
  return left.length === 0 ? [[[]]] : left
}

export const nameOfRing = ([part, ring]: At): Words =>
  (ring === 0 ? words(`第 ${part + 1} 块边界`, `Part ${part + 1}`) : words(`第 ${part + 1} 块空洞 ${ring}`, `Part ${part + 1}, hole ${ring}`))

/** What can’t be as it is drawn, and where it is seen. */
export type DrawFault = { readonly at: Position; readonly why: Words }

const polygon = (...rings: readonly Corners[]): Shape => ({ type: 'Polygon', coordinates: rings.map(closed) })

/** What is wrong with an area in itself, before anybody is asked: rings that cross, holes outside, parts that overlap. */
export const drawFaults = (parts: readonly Part[]): readonly DrawFault[] => {
  const full = parts.map((part, p) => ({ p, outer: part[0] ?? [], holes: part.slice(1).map((hole, i) => ({ hole, r: i + 1 })).filter(({ hole }) => hole.length >= 3) })).filter(({ outer }) => outer.length >= 3)
  const self = full.flatMap(({ p, outer, holes }): readonly DrawFault[] => {
    const at = crossing(polygon(outer, ...holes.map(one => one.hole)))
    const name = nameOfRing([p, 0])
    if (at) return [{ at, why: words(`${name.zh}自相交，或与空洞相接`, `${name.en} crosses itself or meets a hole`) }]
    return holes.flatMap(({ hole, r }) => {
      const [first] = hole
      const of = nameOfRing([p, r])
      return first && !isInside(polygon(outer), first) ? [{ at: first, why: words(`${of.zh}不在边界内`, `${of.en} lies outside its part`) }] : []
    })
  })
  const pairs = full.flatMap(({ p, outer }, i): readonly DrawFault[] => full.slice(i + 1).flatMap((other): readonly DrawFault[] => {
    const [a, b] = [polygon(outer), polygon(other.outer)]
    const [one] = outer
    const at = crossing(polygon(outer, other.outer)) ?? (other.outer[0] && isInside(a, other.outer[0]) ? pointIn(b) : one && isInside(b, one) ? pointIn(a) : undefined)
    return at ? [{ at, why: words(`第 ${p + 1} 块与第 ${other.p + 1} 块重叠或相接`, `Parts ${p + 1} and ${other.p + 1} overlap or touch`) }] : []
  }))
  return [...self, ...pairs]
}

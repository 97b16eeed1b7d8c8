import { isInside } from '../../kernel/plane.ts'
import { ringsOf, type Box, type Position, type Shape } from '../../kernel/shape.ts'

/** Whether a stretch of a border touches a box (Liang–Barsky: the part of it that lies between both pairs of sides). */
const touches = ([ax, ay]: Position, [bx, by]: Position, [west, south, east, north]: Box): boolean => {
  let [from, to] = [0, 1]
  for (const [step, room] of [[ax - bx, ax - west], [bx - ax, east - ax], [ay - by, ay - south], [by - ay, north - ay]] as const) {
    if (step === 0) {
      if (room < 0) return false
    } else if (step < 0) from = Math.max(from, room / step)
    else to = Math.min(to, room / step)
  }
  return from <= to
}

const meets = (shape: Shape, [w, s, e, n]: Box, box: Box): boolean => {
  const [west, south, east, north] = box
  if (e < west || w > east || n < south || s > north) return false
  return ringsOf(shape).some(ring => ring.some((point, i) => touches(ring[i - 1] ?? point, point, box))) || isInside(shape, [west, south])
}

/** Whether a shape, whose own box is `around`, has any point in a box; one that crosses the date line is two. */
export const isInBox = (shape: Shape, around: Box, box: Box): boolean => {
  const [west, south, east, north] = box
  return west <= east ? meets(shape, around, box) : meets(shape, around, [west, south, 180, north]) || meets(shape, around, [-180, south, east, north])
}

/** Where the pen was, in widths of the pad from its upper left corner: a phone that is turned or a window made larger only scales what is written. */
export type Point = { readonly x: number; readonly y: number }

/** What was written from putting the pen down until it was lifted. */
export type Stroke = readonly Point[]

/** The pad is so many times as wide as high. */
export const shape = 2

/** Less ink than this, or all of it within less, and nobody would take it for a name: in widths of the pad. */
const least = { ink: 0.2, extent: 0.08 } as const

/** Blank left around what is written. */
const margin = 0.03

/** Pixels of the picture for the width of the pad: sharp on paper at the size of a signature. */
export const across = 1200

/** What is cut out of the pad, in its widths. */
export type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const inkOf = (stroke: Stroke): number => stroke.reduce((sum, point, at) => {
  const before = stroke[at - 1] ?? point
  return sum + Math.hypot(point.x - before.x, point.y - before.y)
}, 0)

/** What is written with a margin around it; of an empty pad the margin alone. */
export const frameOf = (strokes: readonly Stroke[]): Frame => {
  const points = strokes.flat()
  if (points.length === 0) return { x: 0, y: 0, width: 2 * margin, height: 2 * margin }
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x); top = Math.min(top, y); right = Math.max(right, x); bottom = Math.max(bottom, y)
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin }
}

/** The size of the picture, in pixels. */
export const sizeOf = ({ width, height }: Frame): readonly [width: number, height: number] => [Math.round(width * across), Math.round(height * across)]

/** Whether it can be a signature: a cross can, a few dots can’t. */
export const judge = (strokes: readonly Stroke[]): 'empty' | 'short' | 'signed' => {
  if (strokes.length === 0) return 'empty'
  const { width, height } = frameOf(strokes)
  const ink = strokes.reduce((sum, stroke) => sum + inkOf(stroke), 0)
  return ink < least.ink || Math.max(width, height) - 2 * margin < least.extent ? 'short' : 'signed'
}

import { useEffect, useState, type RefObject } from 'react'
import { show } from './draw.ts'
import { shape, type Point, type Stroke } from './strokes.ts'

const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most)

/** All that the pen passed since it was last heard of; only the place where it is now, in browsers and on pages without https that tell no more. */
const passed = (event: PointerEvent): readonly PointerEvent[] => {
  const between = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : []
  return between.length > 0 ? between : [event]
}

/** What is written on a canvas by finger, pen or mouse, one at a time: a hand that rests on the glass writes nothing. */
export const usePen = (canvas: RefObject<HTMLCanvasElement | null>) => {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  useEffect(() => {
    const paper = canvas.current
    if (!paper) return undefined
    let pen: number | undefined
    let stroke: Stroke = []
    const placeOf = ({ clientX, clientY }: PointerEvent): Point => {
      const { left, top, width } = paper.getBoundingClientRect()
      return { x: within((clientX - left) / width, 1), y: within((clientY - top) / width, 1 / shape) }
    }
    const redraw = (): void => show(paper, [...strokes, stroke])
    const down = (event: PointerEvent): void => {
      if (pen !== undefined || event.button !== 0) return
      pen = event.pointerId
      paper.setPointerCapture(pen)
      stroke = [placeOf(event)]
      redraw()
    }
    const move = (event: PointerEvent): void => {
      if (event.pointerId !== pen) return
      stroke = [...stroke, ...passed(event).map(placeOf)]
      redraw()
    }
    const lift = (event: PointerEvent): void => {
      if (event.pointerId !== pen) return
      pen = undefined
      const written = stroke
      setStrokes(before => [...before, written])
    }
    const fit = (): void => {
      paper.width = Math.max(1, Math.round(paper.clientWidth * devicePixelRatio))
      paper.height = Math.round(paper.width / shape)
      redraw()
    }
    const size = new ResizeObserver(fit)
    size.observe(paper)
    paper.addEventListener('pointerdown', down)
    paper.addEventListener('pointermove', move)
    paper.addEventListener('pointerup', lift)
    // A call that comes in, a gesture of the phone: what is written so far stays.
    paper.addEventListener('pointercancel', lift)
    redraw()
    return () => {
      size.disconnect()
      paper.removeEventListener('pointerdown', down)
      paper.removeEventListener('pointermove', move)
      paper.removeEventListener('pointerup', lift)
      paper.removeEventListener('pointercancel', lift)
    }
  }, [canvas, strokes])
  return { strokes, undo: () => setStrokes(before => before.slice(0, -1)), clear: () => setStrokes([]) }
}

import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { itemAt, topsOf } from '../../list/tops.ts'

/** Rows drawn beyond what is in sight, on either side. */
const spare = 8
/** Pixels between drawings while scrolling. */
const step = 72

type Slice = {
  readonly box: RefObject<HTMLDivElement | null>
  readonly scroll: () => void
  readonly from: number
  readonly to: number
  /** Pixels of what is not drawn above and below. */
  readonly above: number
  readonly below: number
  /** Brings a row into sight. */
  readonly show: (row: number) => void
}

/** Which rows of a scrolled table are drawn. `head`: pixels of the head that stays. */
export const useSlice = (count: number, heightOf: (row: number) => number, head: number): Slice => {
  const box = useRef<HTMLDivElement>(null)
  const tops = useMemo(() => topsOf(Array.from({ length: count }), (_, at) => heightOf(at)), [count, heightOf])
  const [scrolled, setScrolled] = useState(0)
  const [room, setRoom] = useState(640)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => setRoom(element.clientHeight))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const from = Math.max(0, itemAt(tops, scrolled) - spare)
  const to = Math.min(count, itemAt(tops, scrolled + step + room) + spare)
  return {
    box, from, to, above: tops[from] ?? 0, below: (tops.at(-1) ?? 0) - (tops[to] ?? 0),
    scroll: () => setScrolled(Math.floor((box.current?.scrollTop ?? 0) / step) * step),
    show: row => {
      const element = box.current
      if (!element) return
      const [top, end] = [tops[row] ?? tops.at(-1) ?? 0, tops[row + 1] ?? (tops.at(-1) ?? 0) + heightOf(row)]
      if (top < element.scrollTop) element.scrollTop = top
      else if (end + head > element.scrollTop + element.clientHeight) element.scrollTop = end + head - element.clientHeight
    },
  }
}

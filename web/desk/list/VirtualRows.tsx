import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { usePrinting } from '../../parts/usePrinting.ts'
import { itemAt, topsOf } from './tops.ts'

type Props<T> = {
  readonly items: readonly T[]
  readonly keyOf: (item: T) => string
  /** Height of an item, pixels. */
  readonly heightOf: (item: T) => number
  readonly label: string
  /** The item the keyboard stands on; kept in sight. */
  readonly active: number
  readonly draw: (item: T, index: number) => ReactNode
  readonly nearEnd: () => void
  readonly foot?: ReactNode
}

/** Rows drawn beyond what is in sight, on either side. */
const spare = 12
/** Pixels between drawings while scrolling. */
const step = 120

/** A list of any length that keeps only the rows in sight in the page. */
export const VirtualRows = <T,>({ items, keyOf, heightOf, label, active, draw, nearEnd, foot }: Props<T>) => {
  const box = useRef<HTMLDivElement>(null)
  const tops = useMemo(() => topsOf(items, heightOf), [items, heightOf])
  const end = tops.at(-1) ?? 0
  // Kept in steps, so that scrolling draws anew every few rows and not for every pixel.
  const [scrolled, setScrolled] = useState(0)
  const [room, setRoom] = useState(1200)
  const printing = usePrinting()

  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => setRoom(element.clientHeight))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])

  useEffect(() => {
    const element = box.current
    if (!element || active < 0) return
    const top = tops[active] ?? 0
    const height = (tops[active + 1] ?? top) - top
    if (top < element.scrollTop + height) element.scrollTop = Math.max(0, top - height)
    else if (top + height > element.scrollTop + element.clientHeight) element.scrollTop = top + height - element.clientHeight
  }, [active, tops])

  const first = itemAt(tops, scrolled)
  const last = itemAt(tops, scrolled + step + room)
  const close = last + spare * 2 >= items.length
  useEffect(() => {
    if (close) nearEnd()
  }, [close, items.length, nearEnd])

  const from = printing ? 0 : Math.max(0, first - spare)
  const to = printing ? items.length : Math.min(items.length, last + spare)
  return (
    <div
      ref={box} className="rows" onScroll={event => setScrolled(Math.floor(event.currentTarget.scrollTop / step) * step)}
      // A scrolling region must be reachable without a mouse.
      tabIndex={-1}
    >
      <ul aria-label={label} style={{ height: printing ? 'auto' : end }}>
        {items.slice(from, to).map((item, i) => (
          <li
            key={keyOf(item)} aria-setsize={items.length} aria-posinset={from + i + 1}
            style={printing ? { position: 'static' } : { top: tops[from + i] ?? 0, height: heightOf(item) }}
          >
            {draw(item, from + i)}
          </li>
        ))}
      </ul>
      {foot}
    </div>
  )
}

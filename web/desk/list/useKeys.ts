import { useEffect, useState } from 'react'

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('[role=dialog],[role=menu],[role=listbox]') !== null)

/** `j` and `k` walk through the lines that may be stood on, `/` goes to the search box. Returns the line stood on, −1 for none. */
export const useKeys = (canStand: readonly boolean[]): number => {
  const [active, setActive] = useState(-1)
  useEffect(() => {
    const next = (from: number, by: 1 | -1): number => {
      for (let i = from + by; i >= 0 && i < canStand.length; i += by) if (canStand[i]) return i
      return from
    }
    const press = (event: KeyboardEvent): void => {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'j' || event.key === 'k') {
        event.preventDefault()
        setActive(now => next(Math.min(now, canStand.length), event.key === 'j' ? 1 : -1))
      } else if (event.key === '/') {
        event.preventDefault()
        document.getElementById('search')?.focus()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [canStand])
  return active < canStand.length ? active : -1
}

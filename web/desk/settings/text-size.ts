import { useSyncExternalStore } from 'react'

/** Text sizes one may choose, pixels. */
export const textSizes = [14, 16, 18] as const
export type TextSize = (typeof textSizes)[number]

const kept = 'shanzhi.desk.text-size'

const read = (): TextSize => {
  try {
    return textSizes.find(size => String(size) === localStorage.getItem(kept)) ?? 14
  } catch {
    return 14
  }
}

let current = read()
const listeners = new Set<() => void>()

const apply = (): void => {
  document.documentElement.style.fontSize = `${current}px`
}
apply()

export const setTextSize = (size: TextSize): void => {
  current = size
  apply()
  try {
    localStorage.setItem(kept, String(size))
  } catch {
    // Holds until the page is left.
  }
  for (const tell of listeners) tell()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTextSize = (): TextSize => useSyncExternalStore(subscribe, () => current)

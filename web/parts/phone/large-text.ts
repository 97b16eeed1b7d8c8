import { useSyncExternalStore } from 'react'
import { recall, remember } from './shelf.ts'

const key = 'shanzhi.large'
const listeners = new Set<() => void>()
let large = recall(key) === 'yes'

const mark = (): void => {
  document.documentElement.classList.toggle('large', large)
}
mark()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const setLarge = (to: boolean): void => {
  large = to
  remember(key, to ? 'yes' : 'no')
  mark()
  for (const tell of listeners) tell()
}

/** Large text, remembered on this phone. */
export const useLargeText = (): readonly [large: boolean, set: (to: boolean) => void] =>
  [useSyncExternalStore(subscribe, () => large), setLarge]

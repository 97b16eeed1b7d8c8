import { useSyncExternalStore } from 'react'
import { words, type Words } from '../../../kernel/words.ts'
import { recall, remember } from './shelf.ts'

/** 17, 22 and 30 px of running text; everything else is measured by it. */
export const textSizes = {
  standard: words('标准', 'Standard'),
  large: words('较大', 'Larger'),
  largest: words('最大', 'Largest'),
} satisfies Record<string, Words>

export type TextSize = keyof typeof textSizes

const key = 'shanzhi.text'
const listeners = new Set<() => void>()

const isSize = (name: string | undefined): name is TextSize => name !== undefined && Object.hasOwn(textSizes, name)

const kept = recall(key)
let size: TextSize = isSize(kept) ? kept : 'standard'

const mark = (): void => {
  for (const name of Object.keys(textSizes)) document.documentElement.classList.toggle(name, name === size)
}
mark()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const setSize = (to: TextSize): void => {
  size = to
  remember(key, to)
  mark()
  for (const tell of listeners) tell()
}

/** How large the text is, remembered on this phone. */
export const useTextSize = (): readonly [size: TextSize, set: (to: TextSize) => void] =>
  [useSyncExternalStore(subscribe, () => size), setSize]

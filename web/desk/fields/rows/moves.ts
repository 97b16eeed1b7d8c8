import type { KeyboardEvent } from 'react'

/** How many rows down a key goes; 0 where it is the field's own. Enter goes down, Shift and Enter or Alt and Enter break a line; arrows go up and down where the field has no use for them. */
export const rowsMoved = ({ key, target, shiftKey, altKey, nativeEvent }: KeyboardEvent): number => {
  // While a word is being composed, Enter takes it.
  if (nativeEvent.isComposing) return 0
  if (key === 'Enter') return target instanceof HTMLButtonElement || ((shiftKey || altKey) && target instanceof HTMLTextAreaElement) ? 0 : 1
  if (!(target instanceof HTMLInputElement) || target.type === 'date') return 0
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
}

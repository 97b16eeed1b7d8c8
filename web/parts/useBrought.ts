import { useHistoryState } from 'wouter/use-browser-location'
import { isObject, words, type Json, type Words } from '../../kernel/words.ts'
import type { Values } from './useStepForm.ts'

/**
 * What a link brings along to a form that opens a matter: values to begin with, and what they are about, in words. Kept in the browser's own history:
 * going back and reloading bring it again, and it stands in no address.
 */
export type Brought = { readonly offered: Values; readonly about?: Words }

const wordsIn = (value: unknown): Words | undefined =>
  (isObject(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string' ? words(value['zh'], value['en']) : undefined)

export const useBrought = (): Brought => {
  const state: unknown = useHistoryState()
  if (!isObject(state) || !isObject(state['offered'])) return { offered: {} }
  const about = wordsIn(state['about'])
  return { offered: Object.fromEntries(Object.entries(state['offered']).filter((pair): pair is [string, Json] => pair[1] !== undefined)), ...(about && { about }) }
}

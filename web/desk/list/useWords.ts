import { useHistoryState } from 'wouter/use-browser-location'
import { isObject } from '../../../kernel/words.ts'

/** What a page keeps beside its address, in the browser's own history: back and reload bring it again, a link that is passed on does not. */
export type Beside = { readonly words: string }

export const beside = (words: string | undefined): Beside | null => (words === undefined || words === '' ? null : { words })

/** The words looked for on this page: names and phones are looked for, and addresses are seen, kept and passed on. */
export const useWords = (): string | undefined => {
  const state: unknown = useHistoryState()
  return isObject(state) && typeof state['words'] === 'string' ? state['words'] : undefined
}

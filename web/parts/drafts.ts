import { createContext } from 'react'
import type { Words } from '../../kernel/words.ts'

/** Where forms that were begun rest until they are sent, each as a text under its name. It is read at once: a form begins with what was typed. */
export type Drafts = {
  readonly recall: (name: string) => string | undefined
  /** No text: it was sent, or cleared. `about`: what form it is. */
  readonly keep: (name: string, text: string | undefined, about: Words | undefined) => void
}

/** A door that keeps them sealed says so here; without, a step's form rests with its tab and a report with the phone. */
export const DraftsContext = createContext<Drafts | undefined>(undefined)

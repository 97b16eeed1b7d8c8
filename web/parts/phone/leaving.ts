import { createContext, type ReactNode } from 'react'
import type { Problem } from '../../../server/wire.ts'

/** What a door has to say before somebody signs out, and what it forgets then. */
export type Leaving = {
  /** Why not now, with another way; none: go. */
  readonly held?: { readonly problem: Problem; readonly way: (leave: () => void) => ReactNode }
  readonly forget: () => Promise<void>
}

export const LeavingContext = createContext<Leaving>({ forget: () => Promise.resolve() })

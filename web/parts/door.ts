import { createContext } from 'react'
import type { Citation } from '../../regulation/citation.ts'

/** Where a door keeps its pages, for parts that link to them. What a door has no page for is shown without a link. */
export type Door = {
  readonly law?: (citation: Citation) => string
  readonly matter?: (id: string) => string
}

export const DoorContext = createContext<Door>({})

import type { ComponentType } from 'react'
import type { Fact } from '../../../../kernel/fact.ts'
import type { Json } from '../../../../kernel/words.ts'

/** What an input for one fact is given. `region` and `office` are the matter's, for lists that depend on the place. */
export type InputProps = {
  readonly name: string
  readonly fact: Fact
  readonly optional: boolean
  readonly value: Json | undefined
  readonly set: (value: Json) => void
  readonly fault?: string | undefined
  readonly region: string
  readonly office?: string | undefined
  /** Shows a cell of a table, as an input of its own. */
  readonly Cell?: ComponentType<InputProps>
}

export const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
export const asNumber = (limit: Json | undefined): number | undefined => (typeof limit === 'number' ? limit : undefined)

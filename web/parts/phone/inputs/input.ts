import type { ComponentType } from 'react'
import type { Fact } from '../../../../kernel/fact.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import type { Json } from '../../../../kernel/words.ts'
import type { RowChoice } from '../../rows/row-choices.ts'

/** What an input for one fact is given. `region` and `office` are the matter's, for lists that depend on the place. */
export type InputProps = {
  readonly name: string
  readonly fact: Fact
  readonly optional: boolean
  readonly value: Json | undefined
  /** A table tells, beside its new value, the faults of its cells that still stand. */
  readonly set: (value: Json, left?: readonly Fault[]) => void
  readonly fault?: string | undefined
  /** Those of the whole form: a table finds there what is wrong with its cells. */
  readonly faults?: readonly Fault[]
  readonly region: string
  readonly office?: string | undefined
  /** The matter’s id, once there is one. */
  readonly matter?: string | undefined
  /** The rows that a number may stand for, where it stands for one. */
  readonly rows?: readonly RowChoice[] | undefined
  /** Shows a cell of a table, as an input of its own. */
  readonly Cell?: ComponentType<InputProps>
}

export const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '')
export const asNumber = (limit: Json | undefined): number | undefined => (typeof limit === 'number' ? limit : undefined)

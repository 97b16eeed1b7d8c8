import type { ComponentType } from 'react'
import type { Fact } from '../../../kernel/fact.ts'
import type { Json, Words } from '../../../kernel/words.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import type { MatterView, Me } from '../../../server/wire.ts'

/** A fact asked for: its label, hint and fault around the field of its kind. */
export type FactFieldProps = Pick<FieldProps, 'fact' | 'value' | 'change' | 'me' | 'matter' | 'place'> & {
  readonly name: string
  readonly optional: boolean
  readonly fault: Words | undefined
}

/** What every field is told. `describedBy` names its hint and fault for screen readers. */
export type FieldProps = {
  readonly id: string
  /** The fact's name, and that of the procedure that declares it. */
  readonly name: string
  readonly procedure: string
  readonly fact: Fact
  readonly value: Json
  /** A table tells, beside its new value, the faults of its cells that still stand. */
  readonly change: (value: Json, left?: readonly Fault[]) => void
  /** Those of the whole form: a table finds there what is wrong with its cells. */
  readonly faults: readonly Fault[]
  readonly label: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly required: boolean
  readonly me: Me
  readonly matter: MatterView | undefined
  /** Shows a cell of a table, as a field of its own. */
  readonly Cell: ComponentType<FactFieldProps>
  /** The place that offices must answer for. */
  readonly place: string | undefined
}

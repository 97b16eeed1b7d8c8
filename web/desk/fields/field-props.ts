import type { Fact } from '../../../kernel/fact.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import type { Json } from '../../../kernel/words.ts'
import type { MatterView, Me } from '../../../server/wire.ts'

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
  /** The place that offices must answer for. */
  readonly place: string | undefined
  /** What else is filled in on the form. */
  readonly given?: { readonly [fact: string]: Json | undefined }
}

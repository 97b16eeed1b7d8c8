import type { Fact } from '../../../kernel/fact.ts'
import type { Json } from '../../../kernel/words.ts'
import type { MatterView, Me } from '../../../server/wire.ts'

/** What every field is told. `describedBy` names its hint and fault for screen readers. */
export type FieldProps = {
  readonly id: string
  readonly fact: Fact
  readonly value: Json
  readonly change: (value: Json) => void
  readonly label: string
  readonly invalid: boolean
  readonly describedBy: string | undefined
  readonly required: boolean
  readonly me: Me
  readonly matter: MatterView | undefined
  /** The place that offices must answer for. */
  readonly place: string | undefined
}

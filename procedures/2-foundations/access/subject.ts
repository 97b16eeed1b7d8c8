import type { HoldGround } from '../../../kernel/erasure.ts'

/** A matter that a request, a consent or a hold is about, as far as the asker may see it. */
export type Subject = {
  readonly id: string
  readonly number: string
  readonly county: string
  readonly procedure: string
  /** When it came to its end; absent while it runs. */
  readonly ended?: string
  /** The asker takes part in it as a person. */
  readonly own: boolean
  /** The asker reported it anonymously. */
  readonly hidden: boolean
  /** Its facts, above public, that still hold a value. */
  readonly facts: readonly string[]
  /** It never leaves its village: what is asked about it is asked there. */
  readonly confined?: true
  /** A hold keeps it. */
  readonly held?: HoldGround
}

import type { Words } from '../../kernel/words.ts'
import type { Citation } from '../../regulation/citation.ts'
import type { OfficeRef, RegionRef } from './common.ts'

/** GET /api/criticisms?region: notices of criticism that stand published. `since` is a legal day. */
export type CriticismView = {
  readonly matter: string
  readonly number: string
  readonly region: RegionRef
  readonly accused: OfficeRef
  readonly decider: OfficeRef
  readonly since: string
  readonly provision?: Citation
  readonly criticism: string
  readonly corrects: boolean
}

export type NoticeView = { readonly id: string; readonly at: string; readonly words: Words; readonly matter?: string; readonly number?: string; readonly title?: string; readonly read: boolean }

/** GET /api/emergencies?region: emergency orders in force that concern a place, open to everyone. `until` is when the order ends by itself; unconfirmed, it lapses then. */
export type EmergencyView = {
  readonly matter: string
  readonly number: string
  readonly region: RegionRef
  readonly kind: Words
  readonly since: string
  readonly until: string
  readonly confirmed: boolean
  readonly happened: string
  readonly scope: string
  readonly instrument: string
  readonly declaredBy?: OfficeRef
  /** The departments that may task communities under it; governments and their centres may without being named. */
  readonly executors: readonly OfficeRef[]
}

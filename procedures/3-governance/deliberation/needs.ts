import type { Matter } from '../../../kernel/matter.ts'
import { need } from '../../../kernel/procedure.ts'
import type { Figures } from '../../../kernel/voting/tally.ts'
import type { RollUnit } from '../../../kernel/voting/track.ts'
import type { Words } from '../../../kernel/words.ts'
import { entitledNeed } from './entitled.ts'

/** A matter named by another, as far as it needs to know it. */
export type MatterAt = { readonly procedure: string; readonly stage: string; readonly region: string; readonly number: string; readonly place: Words }

/** A draft as a topic that adopts it needs to know it. `topic`: the number of another topic that names it and has not ended. */
export type DraftAt = MatterAt & { readonly topic?: string }

/** The roll of this matter and its count, as the registers of voting keep them. Digests are SHA-256, hexadecimal. */
export type RollNow = { readonly kind: RollUnit; readonly units: number; readonly area?: number; readonly frozen?: string; readonly digest?: string; readonly unsure?: number; readonly faults: readonly Words[] }
export type CountNow = { readonly state: 'open' | 'closed'; readonly ready: boolean; readonly why?: Words; readonly figures?: Figures; readonly digests?: { readonly roll: string; readonly attendance: string; readonly urn: string } }

const ofItself = (c: { readonly matter: Pick<Matter, 'county' | 'id'> }) => ({ county: c.matter.county, matter: c.matter.id })

export const needs = {
  draft: need<DraftAt>('draft-at', c => ({ matter: c.facts['adopts'] ?? null, except: c.matter.id })),
  roll: need<RollNow>('roll', ofItself),
  /** Whether a line of the attendance book is the actor’s own to vote for, and was entered at the table. */
  ownLine: need<boolean>('own-line', c => ({ ...ofItself(c), account: c.actor.kind === 'clock' || c.actor.kind === 'system' ? null : c.actor.account, number: c.facts['number'] ?? null })),
  self: need<MatterAt>('deliberation-at', ofItself),
  count: need<CountNow>('count', ofItself),
  entitled: entitledNeed,
  tasks: need<number>('unanswered', c => ({ ...ofItself(c), kind: 'carries' })),
}

export type Needed = typeof needs

import type { Matter } from '../../../kernel/matter.ts'
import { need } from '../../../kernel/procedure.ts'
import type { Figures } from '../../../kernel/voting/tally.ts'
import type { RollUnit, Way } from '../../../kernel/voting/track.ts'
import type { Words } from '../../../kernel/words.ts'

/** A matter named by another, as far as it needs to know it. */
export type MatterAt = { readonly procedure: string; readonly stage: string; readonly region: string; readonly number: string; readonly place: Words }

/** The roll of this matter, the attendance book and the count, as the registers of voting keep them. */
export type RollNow = { readonly kind: RollUnit; readonly units: number; readonly area?: number; readonly frozen?: string; readonly faults: readonly Words[] }
export type CountNow = { readonly state: 'open' | 'closed'; readonly ready: boolean; readonly why?: Words; readonly figures?: Figures }
export type AttendanceNow = { readonly units: number; readonly byWay: Readonly<Record<Way, number>>; readonly open: boolean }

const ofItself = (c: { readonly matter: Pick<Matter, 'county' | 'id'> }) => ({ county: c.matter.county, matter: c.matter.id })

export const needs = {
  draft: need<MatterAt>('deliberation-at', c => ({ matter: c.facts['adopts'] ?? null })),
  roll: need<RollNow>('roll', ofItself),
  counted: need<{ readonly self?: MatterAt; readonly count?: CountNow }>('topic-count', ofItself),
  tasks: need<number>('unanswered', c => ({ ...ofItself(c), kind: 'carries' })),
}

export type Needed = typeof needs

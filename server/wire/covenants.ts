import type { Words } from '../../kernel/words.ts'
import type { Clause } from '../../procedures/3-governance/covenant/clauses.ts'
import type { RegionRef } from '../wire.ts'

/** A version of a village's covenant, by the matter that carried it. Days are `YYYY-MM-DD`; `until`: the first no longer in force. */
export type CovenantVersion = {
  readonly version: string
  readonly number: number
  readonly title: string
  readonly since: string
  readonly until?: string
  readonly stands: 'before' | 'now' | 'later'
  readonly passed: string
  readonly clauses: number
  readonly filed?: string
  readonly changes?: Words
  readonly reason?: string
  readonly readOut: boolean
}

/** A draft under way, and whether residents may propose to it now. */
export type CovenantDraft = { readonly id: string; readonly number: string; readonly title: string; readonly stage: string; readonly open: boolean }

/** GET /api/covenants?village: for everyone, signed in or not. */
export type CovenantsView = { readonly village: RegionRef; readonly versions: readonly CovenantVersion[]; readonly drafts: readonly CovenantDraft[] }

export type ClauseView = Clause & { readonly number: string; readonly text: string; readonly kind: 'duty' | 'ban' | 'reward' | 'penalty' }

/** GET /api/covenants/:county/:version */
export type CovenantView = { readonly of: CovenantVersion; readonly village: RegionRef; readonly clauses: readonly ClauseView[] }

/** GET /api/covenants/:county/:version/diff?against: what changed from the other version to this one, clause by clause. */
export type CovenantDiff = {
  readonly of: CovenantVersion
  readonly against: CovenantVersion
  readonly changes: readonly { readonly change: 'added' | 'withdrawn' | 'changed'; readonly number: string; readonly before?: ClauseView; readonly after?: ClauseView; readonly fields: readonly string[] }[]
}

/**
 * GET /api/me/integrity: evaluations about the reader. GET /api/integrity?village: those of a village, for the members of its committee. Nobody else is
 * given any; nothing is totalled. `person`: the name, masked.
 */
export type EvaluationView = {
  readonly id: string
  readonly number: string
  readonly stage: string
  readonly opened: string
  readonly due?: string
  readonly person: string
  readonly clause: string
  readonly says: string
  readonly direction: string
  readonly measure?: string
  readonly since?: string
  readonly until?: string
  readonly ended?: string
}

import type { Manner } from '../../kernel/voting/track.ts'
import type { Words } from '../../kernel/words.ts'

/** Votes of self-government (Art. 25). Areas are hundredths of a square metre. */

/** A unit whose vote the reader's account may cast: its number and name on the roll, and whether it has taken part, by whichever way. */
export type OwnUnit = { readonly number: number; readonly name: string; readonly took: boolean }

/** GET /api/votes/:matter. `over`: no more by phone, the hall goes on. `key`: what a secret ballot is sealed to, 65 bytes in base64url. */
export type VoteView = {
  readonly matter: string
  readonly question: string
  readonly track: Words
  readonly manner: Manner
  readonly online: boolean
  readonly state: 'open' | 'over' | 'closed' | 'published'
  readonly until: string
  readonly key?: string
  readonly units: number
  readonly present: number
  readonly mine: readonly OwnUnit[]
  /** What a secret ballot can't hide, in plain words. */
  readonly limits: readonly Words[]
}

/** POST /api/votes/:matter/cast. The receipt of a secret ballot is the digest of its envelope; a vote by name has none. */
export type CastReply = { readonly receipt?: string; readonly repeated: boolean }

export type RollLineView = { readonly number: number; readonly name: string; readonly household?: string; readonly door?: string; readonly area?: number; readonly ground?: string; readonly ageUnsure?: true }

export type RollCorrection = { readonly no: number; readonly at: string; readonly does: string; readonly reason: string; readonly number: number; readonly objection?: number; readonly why: string; readonly decidedBy: string }

/** GET /api/votes/:matter/roll. `masked`: as it is posted, for who does not work for the place. */
export type RollView = {
  readonly kind: string
  readonly units: number
  readonly area?: number
  readonly frozen?: string
  readonly digest?: string
  readonly masked: boolean
  /** The numbers whose vote the reader's account may cast. */
  readonly mine: readonly number[]
  readonly lines: readonly RollLineView[]
  readonly corrections: readonly RollCorrection[]
}

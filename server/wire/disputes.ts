import type { Words } from '../../kernel/words.ts'
import type { OfficeRef, RegionRef } from '../wire.ts'

/** GET /api/disputes/:id/codes: for the body that holds the dispute, to print on each side’s notice. */
export type SeatCodes = { readonly number: string; readonly seats: readonly { readonly seat: number; readonly role: Words; readonly code: string; readonly joined: boolean }[] }

/** POST /api/disputes/join */
export type Joined = { readonly id: string }

/** GET /api/disputes/warnings?region: what grows beyond the usual, by place and kind. `before`: the mean of the months before. */
export type WarningsView = {
  readonly month: string
  readonly region: RegionRef
  readonly warnings: readonly { readonly place: RegionRef; readonly kind: string; readonly words: Words; readonly n: number; readonly before: number }[]
  readonly trend: readonly { readonly month: string; readonly n: number }[]
}

/** GET /api/disputes/figures?region: the last twelve months that are over, of a county or township, for everybody. `n` is left out where it is too small to be given, or would tell one that is. */
export type PublicFigures = { readonly region: RegionRef; readonly fewest: number; readonly rows: readonly { readonly measure: string; readonly words: Words; readonly n?: number }[]; readonly kinds: readonly { readonly measure: string; readonly words: Words; readonly n?: number }[] }

/** GET /api/mediation-subsidies?county&month: fen; `month`: those paid in it, else those still to be paid. */
export type PaymentList = {
  readonly county: string
  readonly month?: string
  readonly lines: readonly { readonly claim: string; readonly number: string; readonly dispute: string; readonly mediator: string; readonly office: OfficeRef; readonly words: Words; readonly fen: number; readonly paidOn?: string; readonly voucher?: string }[]
  readonly total: number
}

/**
 * GET /api/disputes/:id/mediators: who may mediate it for the body that has it, while that is to be settled: for that body and for the sides. Whose field it is first, then the
 * nearest, then who has the least in hand. Empty fields or languages: not known. `mediates`: who has it now;
 * `open`: disputes in hand, for the body alone.
 */
export type MediatorChoices = readonly MediatorChoice[]
export type MediatorChoice = {
  readonly account: string; readonly name: string; readonly office: OfficeRef; readonly place: RegionRef; readonly distance: Words; readonly load: Words
  readonly fields: readonly Words[]; readonly languages: readonly Words[]; readonly fits: boolean; readonly mediates: boolean; readonly open?: number
}

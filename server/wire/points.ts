import type { Words } from '../../kernel/words.ts'
import type { RegionRef } from '../wire.ts'

/** Points of a village (Art. 27). Points are whole, days `YYYY-MM-DD`, money fen. */

export type PointsItem = { readonly code: string; readonly what: string; readonly points: number; readonly most: number; readonly by: Words; readonly evidence: Words }
export type PointsReward = { readonly code: string; readonly what: string; readonly points: number; /** Pieces left, not spoken for. */ readonly left: number }
export type PointsScheme = {
  readonly matter: string; readonly title: string; readonly version: number; readonly since: string; readonly until?: string; readonly period: Words
  readonly items: readonly PointsItem[]; readonly rewards: readonly PointsReward[]; readonly resolution: string
}
export type PointsDraft = { readonly matter: string; readonly title: string; readonly open: boolean; readonly begun: string; readonly proposals: number; readonly answered: number }
export type PointsPosting = {
  readonly matter: string; readonly title: string; readonly shownOn: string; /** The last day for objections; absent once it is over. */ readonly until?: string
  readonly lines: number; readonly households: number; readonly points: number; readonly shares?: Words
}

/** What everyone may see of a village’s points: the scheme in force and before, drafts, and what was shown. No household by its total. */
export type VillagePoints = {
  readonly village: RegionRef; readonly scheme?: PointsScheme; readonly before: readonly { readonly matter: string; readonly title: string; readonly version: number; readonly since: string; readonly until?: string }[]
  readonly catalogue?: { readonly matter: string; readonly title: string; readonly since: string }; readonly drafts: readonly PointsDraft[]; readonly postings: readonly PointsPosting[]
}

/** One line of a posting. `household` and `evidence` whole for who works there and for one’s own; else the household masked and no evidence. What is taken is below zero; `reversal`: a line of an earlier posting that was moved back. */
export type PostedLine = {
  readonly line: number; readonly household: string; readonly door?: string; readonly own: boolean; readonly kind: 'award' | 'opening' | 'deduction' | 'reversal'; readonly what: string; readonly points: number; readonly day: string
  readonly evidence?: string; readonly state: 'pending' | 'posted' | 'void' | 'reversed'; readonly held: boolean
}
export type PostingView = { readonly village: RegionRef; readonly posting: PointsPosting; readonly lines: readonly PostedLine[] }

export type HouseholdBalance = { readonly code: string; readonly door: string; readonly free: number; readonly reserved: number; readonly coming: number; readonly owed: number }

/** One movement of a household’s account, signed; `scheme`: the version in force on its day. */
export type PointsEntry = {
  readonly at: string; readonly day?: string; readonly kind: 'award' | 'opening' | 'deduction' | 'redemption' | 'reversal' | 'settled' | 'carried'; readonly what: string; readonly points: number
  readonly state: 'pending' | 'posted' | 'void'; readonly evidence?: string; readonly scheme?: number; readonly matter: string; readonly posting?: string; readonly line?: number; readonly held: boolean
}
export type HouseholdStatement = { readonly village: RegionRef; readonly household: HouseholdBalance; readonly entries: readonly PointsEntry[] }
/** One’s own household, where the account is linked to one; the village’s scheme and rewards beside it. */
export type MyPoints = { readonly statement?: HouseholdStatement; readonly village?: RegionRef; readonly scheme?: PointsScheme }

/** A village’s ledger for who works there. `liability`: what unredeemed points are reckoned to cost, beside the budget and what was handed over this year; fen. */
export type PointsLedger = {
  readonly village: RegionRef; readonly households: readonly HouseholdBalance[]; readonly stock: readonly { readonly reward: string; readonly what: string; readonly free: number; readonly reserved: number }[]
  readonly outstanding: number; readonly coming: number; readonly owed: number; readonly waitingLines: number; readonly heldLines: number; readonly reserved: number
  readonly liability: { readonly fen: number; readonly budget: number; readonly spent: number; readonly over: boolean }
}

import type { Words } from '../../../kernel/words.ts'

/** What registers and ledgers say of points, as loaders give it. Points are whole, days `YYYY-MM-DD`, money fen. */

/** An affair as the township quantified it, and between which values a village may set its points. */
export type Affair = { readonly code: string; readonly what: string; readonly least: number; readonly most: number }
export type Catalogue = { readonly matter: string; readonly title: string; readonly since: string; readonly affairs: readonly Affair[] }

export const scorers = {
  committee: { zh: '村（居）委会', en: 'The committee' },
  gridWorker: { zh: '网格员', en: 'Grid workers' },
  either: { zh: '村（居）委会或网格员', en: 'The committee or grid workers' },
} as const satisfies Readonly<Record<string, Words>>

export const evidences = {
  photo: { zh: '照片', en: 'A photo' },
  paper: { zh: '签字材料', en: 'A signed paper' },
  record: { zh: '台账、会议记录', en: 'A record or minutes' },
} as const satisfies Readonly<Record<string, Words>>

export const periods = {
  month: { zh: '每月', en: 'A month' },
  quarter: { zh: '每季度', en: 'A quarter' },
  year: { zh: '每年', en: 'A year' },
} as const satisfies Readonly<Record<string, Words>>

export type Period = keyof typeof periods

/** What is given points for: how many each time, and how many to one household in a period at most. */
export type Item = { readonly code: string; readonly what: string; readonly affair: string; readonly points: number; readonly most: number; readonly by: keyof typeof scorers; readonly evidence: keyof typeof evidences }
export type Reward = { readonly code: string; readonly what: string; readonly points: number; readonly fen: number }

/** A version of a village’s scheme as adopted. `until`: its last day, where another follows. */
export type Scheme = {
  readonly matter: string; readonly title: string; readonly version: number; readonly period: Period; readonly items: readonly Item[]; readonly rewards: readonly Reward[]
  readonly budget: number; readonly pointFen: number; readonly since: string; readonly until?: string
}

/** What a draft is held against: the township’s catalogue, how many proposals await an answer, the version adopted last (its matter), and another draft that is before the residents (its title). */
export type Drafting = { readonly catalogue?: Catalogue; readonly latest?: string; readonly tabled?: string; readonly unanswered: number; readonly proposals: number }

/** What stands on a draft that a proposal is made on. */
export type DraftAt = { readonly stage: string; readonly village: string; readonly holder: string }

/** Versions of the village’s scheme in force on some day asked for, the households there are, and points given since the beginning of the year of the earliest day. */
export type Awarding = {
  readonly today?: Scheme
  readonly schemes: readonly Scheme[]
  readonly known: readonly string[]
  readonly given: readonly { readonly household: string; readonly item: string; readonly day: string; readonly points: number }[]
}

/** What waits to be shown to the village: lines and households, the matters they stem from, the corrections that moved a line back, and the largest shares. */
export type Waiting = {
  readonly lines: number; readonly points: number; readonly households: number; readonly matters: readonly string[]; readonly corrections: readonly string[]
  readonly byScorer: number; readonly toHousehold: number
}

/**
 * A line as shown to the village. `ended`: the time for objections to its posting is over; `postedOn`: when it went to the household’s account. `took`: who had a part in it, as
 * scorer, as who proposed, heard or decided, as who entered or checked; `members`: who of its household has an account.
 */
export type Line = {
  readonly id: string; readonly household: string; readonly kind: 'award' | 'opening' | 'deduction'; readonly what: string; readonly points: number
  readonly state: 'pending' | 'posted' | 'void' | 'reversed'; readonly held: boolean; readonly matter: string; readonly ended: boolean; readonly postedOn?: string
  readonly took: readonly string[]; readonly members: readonly string[]
}

/** A household as the ledger has it. `free` may be spent now; `owed` is what it is short of after a correction; `member`: the asker belongs to it; `members`: who of it has an account. */
export type HouseholdPoints = { readonly known: boolean; readonly free: number; readonly posted: number; readonly coming: number; readonly owed: number; readonly member: boolean; readonly members: readonly string[] }

/** A household whose points are to be carried over, as the ledger of a village and the roll have it. `stands`: it is on that village’s roll still; `successors`: households of the village that came of it and stand. */
export type Carrying = { readonly free: number; readonly going: number; readonly coming: number; readonly owed: number; readonly stands: boolean; readonly successors: readonly string[]; readonly members: readonly string[] }

/** What a redemption needs: the scheme in force, pieces on the shelf not spoken for, and the household. */
export type Redeeming = { readonly scheme?: Scheme; readonly stock: number; readonly household: HouseholdPoints }

/** The period of a scheme in which a day falls: `2026-06`, `2026-Q2`, `2026`. */
export const periodOf = (day: string, period: Period): string =>
  period === 'year' ? day.slice(0, 4) : period === 'month' ? day.slice(0, 7) : `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** The version in force on a day. */
export const inForceOn = (schemes: readonly Scheme[], day: string): Scheme | undefined => schemes.find(one => one.since <= day && (one.until === undefined || day <= one.until))

import type { OfficeRef, RegionRef } from './common.ts'

/** GET /api/summons?county&months: how a county's departments answered the summons of its townships, who answers there now, and the units outside that are called. Offices only. */
export type SummonsBoard = {
  readonly county: RegionRef
  readonly asOf: string
  /** First instant of the period: calls sent out from then on are counted. */
  readonly since: string
  readonly offices: readonly SummonsLine[]
  readonly total: SummonsCounts
  readonly duty: readonly { readonly office: OfficeRef; readonly phone: string; readonly until: string }[]
  readonly units: readonly { readonly name: string; readonly phone?: string }[]
}

/** Counts of calls: `arrived`, `reported` of those called and not let off (`called` less `released`), `solved` of those `concluded`, the sum of ratings over `rated`. */
export type SummonsCounts = {
  readonly called: number
  readonly released: number
  readonly silent: number
  readonly answered: number
  readonly answeredInTime: number
  readonly arrived: number
  readonly arrivedInTime: number
  readonly reported: number
  readonly concluded: number
  readonly solved: number
  readonly rated: number
  readonly ratingSum: number
}

export type SummonsLine = SummonsCounts & { readonly office: OfficeRef }

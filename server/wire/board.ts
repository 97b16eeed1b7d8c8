import type { RegionRef } from './common.ts'

/** GET /api/board?region&procedure&months: counts by child region and stage, late ones, and rates with their denominators. */
export type Board = {
  readonly region: RegionRef
  readonly asOf: string
  readonly stages: readonly string[]
  readonly rows: readonly BoardRow[]
  readonly total: BoardRow
}

export type BoardRow = {
  readonly region: RegionRef
  readonly open: { readonly [stage: string]: number }
  readonly openTotal: number
  readonly late: number
  readonly measures: { readonly [measure: string]: number }
  readonly rates: { readonly [rate: string]: RateView }
}

export type RateView = { readonly raw: Share; readonly after?: Share }

export type Share = { readonly of: number; readonly among: number }

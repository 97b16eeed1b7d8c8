import type { Words } from '../../kernel/words.ts'
import type { Citation } from '../../regulation/citation.ts'
import type { OfficeRef, RegionRef } from './common.ts'

/**
 * GET /api/duties/targets?region&year: what each office of a region owes in a year, under which provision, and how far it is. `done` is absent
 * where nothing was stated yet; `at` says when it was stated. `gone`: the part of the year that is over, 0 to 1.
 */
export type TargetsView = {
  readonly region: RegionRef
  readonly year: number
  readonly years: readonly number[]
  readonly asOf: string
  readonly gone: number
  /** The matter by which the targets were adopted. */
  readonly plan?: string
  readonly offices: readonly { readonly office: OfficeRef; readonly targets: readonly TargetView[] }[]
}

export type TargetView = {
  readonly code: string
  readonly name: string
  readonly basis: Citation
  readonly unit: string
  readonly target: number
  readonly done?: number
  readonly how: 'computed' | 'stated'
  /** Where it is computed: what is counted. */
  readonly measure?: Words
  readonly at?: string
  readonly evidence?: string
  readonly state: 'reached' | 'onWay' | 'behind' | 'stale' | 'missed'
}

/** GET /api/visits?region: how a township visits and inspects its villages. Days are legal days; `last` is absent where none was held; `due`: not visited within `cover` days. */
export type VisitsView = {
  readonly region: RegionRef
  readonly asOf: string
  /** A village is to be visited once in so many days, and inspected no more often a year than so; both are defaults of the product. */
  readonly cover: number
  readonly yearly: number
  readonly rows: readonly { readonly village: RegionRef; readonly last?: string; readonly next?: string; readonly due: boolean; readonly inspections: number }[]
}

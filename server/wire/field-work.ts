import type { Words } from '../../kernel/words.ts'
import type { RegionRef } from './common.ts'

/** GET /api/my-week: what the asker did in the last seven legal days in their own area, by procedure, and how many matters fall due there within seven more. Of nobody else, and compared with nobody. */
export type MyWeek = {
  readonly from: string
  readonly to: string
  readonly done: readonly { readonly procedure: string; readonly title: Words; readonly count: number }[]
  readonly waiting: number
}

/**
 * GET /api/grid-workers?region: whether each village has grid workers, full-time and part-time; nobody is named, and nobody ranked. `vacant`: none full-time;
 * `unmanned`: grids for which nobody has a post, also not one for the whole village; `ending`: terms that end within `soon` days; `outside`: grids, or the
 * village as one, whose households are fewer or more than the band says, where they are known.
 */
export type GridWorkersView = {
  readonly region: RegionRef
  readonly asOf: string
  readonly villages: number
  readonly vacant: number
  readonly soon: number
  readonly band: { readonly least: number; readonly most: number }
  readonly rows: readonly {
    readonly village: RegionRef; readonly full: number; readonly part: number; readonly vacant: boolean; readonly grids: number; readonly unmanned: number; readonly ending: number
    readonly households?: number
    readonly outside: readonly { readonly grid: RegionRef; readonly households: number }[]
  }[]
}

/** GET /api/subsidies?region&month, or ?region&worker: months of grid workers, for who deals with them. `fen`: what was paid, a `difference` paid after a dispute in it; absent: not yet. */
export type SubsidyLedger = {
  readonly region: RegionRef
  readonly month?: string
  readonly rows: readonly {
    readonly id: string; readonly number: string; readonly stage: string; readonly place: RegionRef; readonly month: string; readonly worker: string; readonly name: string
    readonly disputed: boolean; readonly fen?: number; readonly difference?: number; readonly paid?: string
  }[]
  readonly totals: { readonly workers: number; readonly paid: number; readonly fen: number; readonly open: number; readonly disputed: number }
  readonly more: boolean
}

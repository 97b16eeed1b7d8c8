import type { Citation } from '../../regulation/citation.ts'
import type { Words } from '../../kernel/words.ts'
import type { OfficeRef, RegionRef } from '../wire.ts'

/** What communities are given to do, as everyone may see it (Art. 23, 50). Nobody in it is a person. Months are `YYYY-MM`, days `YYYY-MM-DD`. */

/**
 * Figures of a span of months. A task counts where its time touches the span; its minutes are spread evenly over its days, and those inside the span
 * count. Forms are tasks given as a form or asking for fields. `unestimated`: tasks without an estimate, which add no minutes.
 */
export type BurdenFigures = {
  readonly tasks: number
  readonly forms: number
  readonly fields: number
  readonly minutes: number
  readonly assist: number
  readonly entrust: number
  readonly emergency: number
  readonly own: number
  readonly outside: number
  readonly unestimated: number
  readonly promised: number
  readonly delivered: number
  /** Under way today. */
  readonly running: number
  /** What the gate refused in the span. */
  readonly refused: number
}

export type Standing = 'over' | 'near' | 'within'

/** What one community may be given in a month before the county is warned; `near`: the per cent from which it comes near. Product defaults, or the county’s own. */
export type BurdenCeiling = { readonly minutes: number; readonly forms: number; readonly near: number; readonly source: Words }

/** A place: a community, or in a city’s view a county with how many of its communities are over. `month`: the last month of the span, this one. */
export type BurdenPlace = {
  readonly region: RegionRef
  readonly figures: BurdenFigures
  readonly month: { readonly minutes: number; readonly forms: number }
  /** How many communities it counts (1 for one), and how many stand over or near a ceiling this month. */
  readonly communities: number
  readonly over: number
  readonly near: number
  /** Where one community stands; absent for a county, and for a township given work of its own, which has no ceiling. */
  readonly standing?: Standing
}

export type BurdenMonth = { readonly month: string; readonly tasks: number; readonly forms: number; readonly minutes: number; readonly over: number }

/** GET /api/burden?region=&months=: places with any load, the most loaded first; `total.communities` counts all there are. */
export type Burden = {
  readonly region: RegionRef
  readonly asOf: string
  readonly months: readonly string[]
  readonly ceiling: BurdenCeiling
  readonly rows: readonly BurdenPlace[]
  readonly total: BurdenPlace
  readonly trend: readonly BurdenMonth[]
}

/** An office that gives work; absent office: communities could not say which. `disowned`: orders past the platform that it says were not its own. */
export type BurdenIssuer = {
  readonly office?: OfficeRef
  readonly figures: BurdenFigures
  readonly communities: number
  readonly disowned: number
  readonly refusedBy: readonly { readonly code: string; readonly rule: Words; readonly n: number }[]
}

/** GET /api/burden/issuers?region=&months= */
export type BurdenIssuers = { readonly region: RegionRef; readonly asOf: string; readonly months: readonly string[]; readonly rows: readonly BurdenIssuer[] }

export type WorkKind = 'assist' | 'entrust' | 'emergency' | 'own' | 'outside'

/** GET /api/burden/tasks?region=&months=&issuer=&kind=&only=&cursor=: the tasks behind a figure. `state`: the stage of its own matter. */
export type BurdenTask = {
  readonly matter: string
  readonly number: string
  readonly title: Words
  readonly community: RegionRef
  readonly issuer?: OfficeRef
  readonly kind: WorkKind
  readonly manner: Words
  readonly since: string
  readonly until: string
  readonly minutes: number
  readonly fields: number
  readonly promised: number
  readonly delivered: number
  readonly state: Words
}

/** GET /api/burden/refused?region=&months=&issuer=&cursor= */
export type RefusedAttempt = {
  readonly id: string
  readonly at: string
  readonly office: OfficeRef
  readonly rule: Words
  readonly basis: readonly Citation[]
  readonly item?: string
  /** How many communities would have got it, and the first few. */
  readonly communities: number
  readonly names: readonly RegionRef[]
}

export type PlannedWork = {
  readonly matter: string
  readonly title: Words
  readonly issuer?: OfficeRef
  readonly kind: WorkKind
  readonly manner: Words
  readonly since: string
  readonly until: string
  readonly communities: number
  /** The community, where there is but one. */
  readonly community?: RegionRef
  readonly minutes: number
  readonly open: boolean
}

/** GET /api/burden/calendar?region=&month=YYYY-MM: all that falls into the month, across offices, by its last day. */
export type BurdenCalendar = { readonly region: RegionRef; readonly month: string; readonly today: string; readonly rows: readonly PlannedWork[]; /** There is more than is shown. */ readonly cut: boolean }

/** GET /api/burden/village-data?village=: what a community has given of itself, for who works there. */
export type VillageDatum = { readonly name: string; readonly value: string; readonly asOf: string; readonly until: string; readonly valid: boolean }

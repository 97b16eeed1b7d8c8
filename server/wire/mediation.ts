import type { Words } from '../../kernel/words.ts'
import type { Shape } from '../../kernel/shape.ts'
import type { OfficeRef, RegionRef } from '../wire.ts'
import type { TileSource } from './grids.ts'

/** Committees, mediators, studios, advisers (Art. 30 to 32, 17.3). Days are `YYYY-MM-DD`; `until` is the last one. */

export type CommitteeView = {
  readonly id: string; readonly name: string; readonly office: OfficeRef; readonly place: RegionRef; readonly founder: Words; readonly foundedBy: string; readonly chosen: Words; readonly members: number
  readonly contact?: string; readonly filed: string; readonly since: string; readonly until: string; readonly over: boolean; readonly guided?: string; readonly late: boolean; readonly dissolved?: string; readonly successor?: OfficeRef
}

/** A mediator by name, fields and languages, and nothing else of the person. Absent `kind`: a post alone, without an entry in the register. */
export type MediatorView = { readonly name: string; readonly office: OfficeRef; readonly place: RegionRef; readonly kind?: Words; readonly fields: readonly Words[]; readonly languages: readonly Words[]; readonly since?: string; readonly until?: string; readonly id?: string }

export type StudioView = { readonly id: string; readonly name: string; readonly kind: Words; readonly place: RegionRef; readonly office: OfficeRef; readonly mediator?: string; readonly contact?: string; readonly hours?: string; readonly since: string; readonly reviewed?: string; readonly ended?: string }

/** GET /api/mediation?region: for everyone, signed in or not. By place and name. */
export type MediationView = { readonly region: RegionRef; readonly committees: readonly CommitteeView[]; readonly mediators: readonly MediatorView[]; readonly studios: readonly StudioView[] }

/**
 * GET /api/mediation/load?region&year: what each mediator took in the year and what came of it, in absolute figures; by place and name. `ask`: every single one of many was agreed, so that
 * it is asked how. `many`: from how many on.
 */
export type LoadView = {
  readonly region: RegionRef; readonly year: number; readonly many: number; readonly hoursOwed: number
  readonly rows: readonly {
    readonly name: string; readonly office: OfficeRef; readonly place: RegionRef; readonly kind?: Words; readonly hours: number
    readonly took: number; readonly agreed: number; readonly failed: number; readonly kept: number; readonly gaveUp: number; readonly open: number; readonly ask: boolean
  }[]
}

export type AdviserView = { readonly contract: string; readonly firm: string; readonly firmKind: Words; readonly contact?: string; readonly since: string; readonly until: string; readonly evaluated?: string; readonly advisers: readonly { readonly name: string; readonly since: string }[] }

/**
 * GET /api/advisers?region: villages of a county or township with and without an adviser, and consultations of the year, as numbers. `ending`: covered, by a contract
 * whose last day is no more than `near` days off.
 */
export type AdvisersView = {
  readonly region: RegionRef; readonly asOf: string; readonly near: number; readonly villages: number; readonly covered: number; readonly ending: number
  readonly townships: readonly { readonly place: RegionRef; readonly villages: number; readonly covered: number; readonly ending: number }[]
  readonly rows: readonly { readonly village: RegionRef; readonly adviser?: AdviserView; readonly ending: boolean; readonly booked: number; readonly held: number }[]
}

/** GET /api/advisers/map?region: where the villages of a county or township lie, by their boundary or else by their grids together; those of which neither is drawn are left out. */
export type AdvisersMap = { readonly areas: readonly { readonly village: string; readonly shape: Shape; readonly schematic?: true }[]; readonly tiles?: TileSource }

export type TalkLine = { readonly id: string; readonly place: RegionRef; readonly topic: string; readonly form: Words; readonly givers: readonly OfficeRef[]; readonly day: string; readonly time?: string; readonly spot?: string; readonly held: boolean; readonly came?: number }

/** GET /api/law-help?village: who mediates here and who is our lawyer, for everyone. */
export type LawHelpView = {
  readonly village: RegionRef; readonly committees: readonly CommitteeView[]; readonly mediators: readonly MediatorView[]; readonly studios: readonly StudioView[]
  readonly adviser?: AdviserView; readonly clinics: readonly { readonly day: string; readonly hours: string; readonly spot: string }[]; readonly talks: readonly TalkLine[]
}

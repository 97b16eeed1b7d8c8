import type { Clock } from '../../kernel/clock.ts'
import type { Explanation } from '../../kernel/explain.ts'
import type { Offer } from '../../kernel/form.ts'
import type { Awaited } from '../../kernel/procedure.ts'
import type { Json, Words } from '../../kernel/words.ts'
import type { Citation } from '../../regulation/citation.ts'
import type { OfficeRef, RegionRef } from './common.ts'

/** What a list is over: my own reports, my desk, my office, my region. */
export type Scope = 'party' | 'mine' | 'office' | 'region'

/**
 * GET /api/matters: `scope`, `procedure`, `stage`, `due` = late | today | week, `region`, `cursor`, `limit`. POST /api/matters/search: the same in its
 * body, with `term` = fact:value and `q`, the words looked for, which stand in no address.
 */
export type MatterRow = {
  readonly id: string
  readonly county: string
  readonly number: string
  readonly procedure: string
  readonly title: string
  readonly stage: string
  readonly region: RegionRef
  readonly holder?: { readonly office: OfficeRef; readonly account?: string; readonly name?: string }
  readonly opened: string
  readonly updated: string
  readonly seq: number
  readonly due?: { readonly at: string; readonly late: boolean; readonly words: Words; readonly provisional: boolean }
  /** The list columns the declaration names, masked for this reader. */
  readonly facts: { readonly [fact: string]: Json }
  /** What is awaited of the person who reads, most pressing first; `step`: the step to take, where it is one. Left out where nothing is. */
  readonly awaits?: readonly Awaited[]
}

export type Figure = { readonly fact: string; readonly value: Json; readonly masked: boolean }

/** One line of the timeline. `who` is a masked name or an alias where the reporter asked to be anonymous. */
export type EntryView = {
  readonly seq: number
  readonly at: string
  readonly step: string
  readonly who: { readonly name: string; readonly kind: string; readonly office?: string }
  readonly stage?: string
  readonly facts: readonly Figure[]
  readonly version: string
  /** Taken on a device without a signal: when, its clock put right by ours; `skew`: ours less its as it came in, in seconds; `told`: as the device says that it measured before it wrote; photos by their camera’s clock. */
  readonly capture?: { readonly at: string; readonly skew?: number; readonly told?: number; readonly photos: readonly { readonly file: string; readonly taken?: string }[] }
}

/** GET /api/matters/:id; with `seen`, the `seq` of the page that the reader has, 204 while that still holds. */
export type MatterView = MatterRow & {
  readonly version: string
  readonly allFacts: readonly Figure[]
  readonly entries: readonly EntryView[]
  readonly clocks: readonly (Clock & { readonly name: string; readonly words: Words })[]
  readonly offers: readonly Offer[]
  readonly files: readonly FileRef[]
  /** Matters this one points to; `here`: those that point to this one. */
  readonly links: readonly { readonly kind: string; readonly row: MatterRow; readonly here?: true }[]
  readonly coHandlers: readonly OfficeRef[]
  /** What was issued and its reader may have: GET /api/matters/:id/documents/:name.docx and .html. */
  readonly documents: readonly DocumentRef[]
  /** For the reporter: the code under which the matter can be followed without an account. */
  readonly followCode?: string
}

/** A document and the entry, by `seq`, that issued it. */
export type DocumentRef = Words & { readonly name: string; readonly basis: readonly Citation[]; readonly at: string; readonly seq: number }

export type ExplainView = Explanation & { readonly route?: string }

/** POST /api/follow `{ number, code }`: what may be seen without an account. */
export type FollowView = {
  readonly number: string
  readonly title: string
  readonly stage: string
  readonly place: RegionRef
  readonly office?: OfficeRef
  readonly due?: NonNullable<MatterRow['due']>
  readonly history: readonly { readonly at: string; readonly stage: string }[]
}

/** POST /api/:procedure/:step opens a matter; POST /api/matters/:id/:step takes a step. Header `Idempotency-Key` carries the act's UUID. */
export type StepRequest = { readonly seq?: number; readonly input: { readonly [fact: string]: Json } }

export type StepReply = { readonly id: string; readonly number: string; readonly seq: number; readonly stage: string; readonly followCode?: string }

/** POST /api/files (multipart, field `file`): kept unbound for a day until an act names it. */
export type FileRef = { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number }

export type SimilarRow = { readonly row: MatterRow; readonly likeness: number }

/** What a resident is told of a like report: its category as title, its stage and the day it was opened; not whose, which, where or how like. */
export type LikeReport = Pick<MatterRow, 'procedure' | 'title' | 'stage' | 'opened'>

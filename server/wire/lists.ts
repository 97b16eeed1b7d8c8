import type { ItemKind } from '../../kernel/gate.ts'
import type { Words } from '../../kernel/words.ts'
import type { OfficeRef } from './common.ts'

/**
 * GET /api/work-lists?region: the versions of the lists of the county a place lies in, the newest first; GET /api/duty-lists?office: of an office's
 * duty list. Open to everyone. `until`: first day no longer in force; `items`: how many.
 */
export type ListVersion = {
  readonly version: string
  readonly number: string
  readonly title: string
  readonly since: string
  readonly until?: string
  readonly stands: 'before' | 'now' | 'later'
  readonly items: number
  readonly instrument?: string
  readonly changes?: Words
  readonly reason?: string
  /** The version it changed. */
  readonly base?: string
}

/** An item as the list has it: several names stand in one text with 、 between them. GET /api/work-lists/:county/:version. */
export type ListItemView = {
  readonly code: string
  readonly kind: ItemKind
  readonly name: string
  readonly basis: string
  /** Kind of office, as in the second half of an office's code. */
  readonly office: string
  readonly part: string
  readonly conditions?: string
  readonly standard?: string
  readonly seasonFrom?: string
  readonly seasonTo?: string
  readonly minutes: number
  readonly categories?: string
}

export type ListView = { readonly of: ListVersion; readonly items: readonly ListItemView[] }

/** GET /api/work-lists/:county/:version/diff?against: what changed from the other version to this one, item by item, with the reason given for it. */
export type ListDiff = {
  readonly of: ListVersion
  readonly against: ListVersion
  readonly changes: readonly { readonly change: 'added' | 'withdrawn' | 'changed'; readonly code: string; readonly before?: ListItemView; readonly after?: ListItemView; readonly fields: readonly string[]; readonly why?: string }[]
}

/** GET /api/work-items?county: the items in force today. Seasons are `MM-DD`, which may run over the new year; `minutes`: of one community, each time. */
export type WorkItemView = {
  readonly code: string
  readonly name: string
  readonly kind: ItemKind
  readonly office: string
  readonly conditions: readonly string[]
  readonly minutes: number
  readonly season?: { readonly from: string; readonly to: string }
  readonly part: string
  readonly basis: string
}

/** GET /api/duty-items?office: an office's own duties in force today; GET /api/duty-lists/:county/:version: those of a version. */
export type DutyItemView = { readonly code: string; readonly name: string; readonly basis: string }

export type DutyListView = { readonly of: ListVersion; readonly office: OfficeRef; readonly items: readonly DutyItemView[] }

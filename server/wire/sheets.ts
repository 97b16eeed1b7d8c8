import type { Fault } from '../../kernel/refusal.ts'
import type { JsonObject } from '../../kernel/words.ts'

/**
 * POST /api/sheets/:procedure/:fact (multipart, field `file`, one .xlsx): the rows it would give a table fact, and what is wrong with which cell
 * (`cell` as the sheet names it, `row` among `rows`). Nothing is kept. `bad` counts the faults; `missing` columns and `unknown` heads are told.
 */
export type SheetView = { readonly rows: readonly JsonObject[]; readonly faults: readonly SheetFault[]; readonly bad: number; readonly missing: readonly string[]; readonly unknown: readonly string[] }

export type SheetFault = Fault & { readonly cell?: string }

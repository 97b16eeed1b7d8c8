import type { Fault } from '../../kernel/refusal.ts'
import type { Level } from '../../kernel/region.ts'
import type { Json, Words } from '../../kernel/words.ts'
import type { Citation } from '../../regulation/citation.ts'

/** A list, one page at a time; `next` is absent on the last. */
export type Page<T> = { readonly rows: readonly T[]; readonly next?: string }

/** RFC 9457 problem details: `title` and `detail` in the reader's language, `words` in both. */
export type Problem = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly words: Words
  readonly remedy?: Words
  readonly basis: readonly Citation[]
  readonly faults?: readonly Fault[]
  readonly detail?: Json
  /** Number of the request in the server's log. */
  readonly instance?: string
}

export type RegionRef = { readonly code: string; readonly name: string; readonly level: Level; readonly path: readonly string[] }

export type OfficeRef = { readonly code: string; readonly name: string; readonly region: string; readonly kind: string }

export type CodedWords = Words & { readonly code: string }

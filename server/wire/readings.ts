import type { KeptKind } from '../../kernel/erasure.ts'
import type { PostKind } from '../../kernel/post.ts'
import type { Words } from '../../kernel/words.ts'
import type { OfficeRef, RegionRef } from './common.ts'

/** One reading of what is above internal, or under a grant: who looked at what, why, when. `matter` where its reader may see it. */
export type ReadingView = {
  readonly id: string
  readonly at: string
  /** The account of who looked. */
  readonly by: string
  readonly name: string
  readonly kind: PostKind
  readonly office?: OfficeRef
  readonly purpose: 'duty' | 'grant' | 'emergency'
  /** The grant it was read under, a matter of its own. */
  readonly grant?: string
  readonly matter?: { readonly id: string; readonly number: string; readonly procedure: string }
  readonly register?: string
  readonly region: RegionRef
  /** Names of the facts that were read. */
  readonly facts: readonly string[]
  readonly people: number
}

/**
 * GET /api/retention: of each kind of personal data in ended matters, by which figure it is kept, how many matters wait for their day, are
 * erased, are due and held (by ground), are due and not yet erased; the holds in force; the last days on which it was gone through.
 */
export type RetentionView = {
  readonly at: string
  readonly kinds: readonly {
    readonly procedure: string; readonly kind: KeptKind; readonly months: number; readonly rule: string; readonly source: Words; readonly confirmed: boolean
    readonly waiting: number; readonly erased: number; readonly late: number; readonly held: { readonly [ground: string]: number }
  }[]
  readonly log: { readonly months: number; readonly source: Words; readonly confirmed: boolean }
  /** Names on rolls of voters, which stand in a register of their own. */
  readonly rolls: RetentionView['log']
  readonly holds: readonly { readonly id: string; readonly matter: string; readonly number: string; readonly ground: string; readonly why: Words; readonly since: string; readonly until: string }[]
  readonly runs: readonly { readonly day: string; readonly enlisted: number; readonly erased: number; readonly failed: number }[]
}

import type { Class, PostKind } from '../../kernel/post.ts'
import type { OfficeRef, RegionRef } from './common.ts'

/** GET /api/accounts: accounts of a `region` that hold no post, a page at a time. `matter`: where it was opened by the procedure, under the same id; `phone` comes masked. */
export type AccountLine = { readonly id: string; readonly name: string; readonly place?: RegionRef; readonly created: string; readonly stage?: string; readonly phone?: string }

/** GET /api/posts: who holds which post within a `region`, a page at a time. `until` is the first moment it no longer holds; `appointed`: its appointment is a matter of the same id. */
export type PostLine = {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly kind: PostKind
  readonly office?: OfficeRef
  readonly region: RegionRef
  readonly clearance: Class
  readonly since: string
  readonly until?: string
  readonly appointed: boolean
}

/** POST /api/accounts/named: open accounts of a `region` by the beginning of a name (`q`), to choose from. */
export type NamedAccount = { readonly id: string; readonly name: string; readonly place?: RegionRef }

/** POST /api/accounts/:id/invitation: shown once, to who opened the account or invited again. POST /api/invitations/accept `{ code, password }`. */
export type Invitation = { readonly code: string; readonly until: string }

export type Accepted = { readonly name: string }

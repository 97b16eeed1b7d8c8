import type { Class, PostKind } from '../../kernel/post.ts'
import type { Json, Words } from '../../kernel/words.ts'
import type { OfficeRef, RegionRef } from './common.ts'

export type PostRef = {
  readonly id: string
  readonly kind: PostKind
  readonly office?: OfficeRef
  readonly region: RegionRef
  readonly clearance: Class
  /** One’s own, that this sign-in can’t act from until a second factor is shown. */
  readonly barred?: true
}

/** GET /api/me. `acting` is the post acted from now; absent for a resident acting for themselves. */
export type Me = {
  readonly account: string
  readonly name: string
  readonly home?: RegionRef
  readonly posts: readonly PostRef[]
  readonly acting?: string
  readonly unread: number
  readonly demo: boolean
}

/** GET /api/me/sessions: where this account is signed in. POST /api/me/sessions/end `{ id }`, or `{}` for all but this one. `means`: how it was made; `factor`: with a second factor. POST /api/me/password `{ old, fresh }`. */
export type SessionView = { readonly id: string; readonly since: string; readonly used: string; readonly agent: string; readonly current: boolean; readonly means: 'password' | 'sso' | 'demo' | 'program'; readonly factor: boolean; /** A program's name and the end of its token. */ readonly program?: string; readonly until?: string; /** The encrypted copy of its area that the device holds. */ readonly copy?: { readonly synced: string; readonly unsent: number } }

/** POST /api/me/programs `{ name, days }`: sent as `Authorization: Bearer` by the program, and never shown again. */
export type Program = { readonly token: string }

/** GET /api/sign-in/ways: beside name and password, single sign-on by the name it has here (GET /api/sign-in/sso?next=…). */
export type SignInWays = { readonly password: true; readonly sso?: Words }

/** GET /api/me/safety. `password`: there is one; `required`: a post of one’s own needs a second factor; `proved`: this sign-in has shown it; `sso`: offered here, linked since. */
export type Safety = {
  readonly password: boolean
  readonly required: boolean
  readonly proved: boolean
  /** The second factor, where there is one; `left`: recovery codes not used yet. */
  readonly factor?: { readonly since: string; readonly left: number }
  readonly sso?: { readonly name: Words; readonly since?: string }
}

/** POST /api/me/factor/begin `{ password?, code? }`: the secret as text and as the address in the picture. */
export type Begun = { readonly secret: string; readonly uri: string }

/** POST /api/me/factor/confirm `{ code }`, …/recovery `{ password?, code? }`: shown once. */
export type RecoveryCodes = { readonly recovery: readonly string[] }

/** POST /api/sign-out. `onward`: where the identity provider’s own session is ended. */
export type SignedOut = { readonly done: true; readonly onward?: string }

/** GET /api/demo/people: one of each kind to sign in as, in demo mode. POST /api/demo/sign-in `{ person }`. */
export type DemoPerson = { readonly id: string; readonly title: Words; readonly name: string; readonly place: Words; readonly door: 'desk' | 'field' | 'home'; readonly sees: Words }

/** GET /api/me/data: all that is kept about oneself, section by section; each row is as its section tells it. */
export type MyData = { readonly at: string; readonly sections: readonly { readonly name: string; readonly words: Words; readonly rows: readonly Json[] }[] }

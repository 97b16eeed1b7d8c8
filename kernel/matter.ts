import type { Clock } from './clock.ts'
import type { Facts, ValuesOf } from './fact.ts'
import type { OfficeCode } from './post.ts'

/** Who holds a matter now: an office, and a person in it once one has taken it. */
export type Holder = { readonly office: OfficeCode; readonly account?: string }

/**
 * Who has to do with a matter: a person (`account`) or an office.
 * `hidden` parties are known to the platform but not shown to handlers (an anonymous reporter).
 */
export type Party = {
  readonly role: string
  readonly account?: string
  readonly office?: OfficeCode
  readonly hidden?: true
}

/** The roles of whoever opened a matter for themselves, whom a confined one is about, and whose household it may go against: it is theirs to read. */
const ownRoles: ReadonlySet<string> = new Set(['reporter', 'applicant', 'person', 'household'])

export const isOwn = (parties: readonly Party[], account: string): boolean => parties.some(party => ownRoles.has(party.role) && party.account === account)

/** Between whom facts are shared: the sides of a dispute; who asks for advice, and the adviser. */
const sharingRoles: ReadonlySet<string> = new Set(['disputant', 'advised', 'adviser'])

/** Whether what is shared in a matter is somebody’s to read. */
export const isSharing = (parties: readonly Party[], account: string): boolean => parties.some(party => sharingRoles.has(party.role) && party.account === account)

/** Whether a party is this very person or their office. */
export const isParty = (party: Party, who: { readonly account: string; readonly office?: string }): boolean =>
  party.account === who.account || (party.office !== undefined && party.office === who.office)

export const sameParty = (a: Party, b: Party): boolean => a.role === b.role && a.account === b.account && a.office === b.office

/** Another matter this one has to do with: `kind` says how (`joined`: handled there). */
export type Link = { readonly kind: string; readonly matter: string }

export const sameLink = (a: Link, b: Link): boolean => a.kind === b.kind && a.matter === b.matter

/** A matter as the kernel sees it: the fold of its entries. Sensitive facts stand here in their masked form. */
export type Matter<F extends Facts = Facts> = {
  readonly id: string
  /** County of registration; never changes. */
  readonly county: string
  readonly procedure: string
  /** The day the declaration it was opened under came into force, `YYYY-MM-DD`. */
  readonly version: string
  readonly region: string
  readonly stage: string
  readonly title: string
  readonly holder: Holder | null
  readonly opened: string
  readonly updated: string
  readonly seq: number
  readonly facts: ValuesOf<F>
  readonly parties: readonly Party[]
  readonly links: readonly Link[]
  readonly clocks: { readonly [name: string]: Clock }
  /** It never leaves its village: see `confined` of its procedure. */
  readonly confined?: true
}

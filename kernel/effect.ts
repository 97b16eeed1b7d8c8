import type { OfficeCode, PostKind } from './post.ts'
import type { JsonObject, Words } from './words.ts'

/** Who a notice is for. */
export type Audience =
  | { readonly party: string }
  | { readonly account: string }
  | { readonly office: OfficeCode; readonly kinds?: readonly PostKind[] }
  | { readonly posts: PostKind; readonly region: string }

/** What a step sets in motion beside its own matter, as values; handlers carry them out in the same transaction. */
export type Effect =
  /** Tell somebody. `words` must hold no personal data. `urgent`: it waits for no morning and no daily limit. */
  | { readonly do: 'notify'; readonly to: Audience; readonly words: Words; readonly urgent?: true }
  /** Open another matter, linked back with `link`: as who acts, or as the platform where nobody opens such a matter by hand. */
  | { readonly do: 'open'; readonly procedure: string; readonly step: string; readonly input: JsonObject; readonly link: string; readonly by?: 'platform' }
  /** Take a step on every matter that points here with a link of this kind and stands where it can be taken. */
  | { readonly do: 'follow'; readonly link: string; readonly step: string; readonly input: JsonObject }
  /** Take a step, as the platform, on every matter to which this one points with a link of this kind and that stands where it can be taken. `missed`: who is told, and what, where one stands elsewhere and is not moved. */
  | { readonly do: 'tell'; readonly link: string; readonly step: string; readonly input: JsonObject; readonly missed?: { readonly to: readonly Audience[]; readonly words: Words } }
  /** Hand a row to a register or ledger, by the name of its handler. */
  | { readonly do: 'record'; readonly register: string; readonly row: JsonObject }

export const notify = (to: Audience, words: Words): Effect => ({ do: 'notify', to, words })

/** Warns somebody, by night too: of danger to people, an emergency in force, or what they are on duty for. Nothing else rings a phone at night. */
export const warn = (to: Audience, words: Words): Effect => urgently(notify(to, words))

/** The same effect; where it tells somebody, as a warning. */
export const urgently = (effect: Effect): Effect => (effect.do === 'notify' ? { ...effect, urgent: true } : effect)

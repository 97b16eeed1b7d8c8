import type { Limit } from '../../../kernel/clock.ts'

/** What routing knows of a category: its name, its handling limit where one is set, and whether it is the community's own affair. */
export type Category = { readonly code: string; readonly zh: string; readonly en: string; readonly limit?: Limit; readonly community: boolean }

/** Where routing sends a category from a region, by which rule, and what was ruled in a like case before. */
export type Route = { readonly office: string; readonly rule: string }

/** The matter another is to be joined to. */
export type Main = { readonly id: string; readonly stage: string; readonly procedure: string; readonly county: string; readonly number: string }

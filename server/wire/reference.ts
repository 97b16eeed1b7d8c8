import type { Words } from '../../kernel/words.ts'
import type { CodedWords, OfficeRef, RegionRef } from './common.ts'

export type CategoryView = { readonly code: string; readonly zh: string; readonly en: string; readonly group: Words; readonly limit?: Words; readonly community: boolean }

/** GET /api/route?category&region: where it would go and why; POST /api/similar `{ text, place }`: like reports in the merge window, to a resident as `LikeReport`. */
export type RouteView = { readonly office: OfficeRef; readonly rule: string; readonly precedent?: string }

/**
 * GET /api/reference/route: the routing table on a legal day (`on`, today without it); `category`, `region`, `cursor`, `limit`. `words` says the
 * rule; `office` is the very office, where the region asked for has one; `change` is the matter by which the rule was adopted.
 */
export type RouteRule = {
  readonly id: string
  readonly category?: CodedWords
  readonly group?: CodedWords
  readonly scope: RegionRef
  readonly urban?: boolean
  readonly from: 'township' | 'county' | 'city'
  readonly level: 'village' | 'township' | 'county' | 'city'
  readonly kind: string
  readonly bearer: Words
  readonly office?: OfficeRef
  readonly words: Words
  readonly priority: number
  readonly since: string
  readonly until?: string
  readonly change?: string
}

import type { JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../database.ts'

/** Whole legal days: from `from` (absent: from the first) up to, and without, `before`. */
export type Days = { readonly from?: string; readonly before: string }

/**
 * Another record of a county that a checkpoint vouches for beside the chains, such as the rows of a log. It is asked for the days since the checkpoint
 * before, and again by `verify`, which must get the same. `undefined` where there is nothing to say, or no longer (what the law has since removed).
 */
export type DayDigest = { readonly name: string; readonly of: (tx: Tx, county: string, days: Days) => Promise<JsonObject | undefined> }

/** What these say of some days, by name. */
export const digestsOf = async (tx: Tx, digests: readonly DayDigest[], county: string, days: Days): Promise<{ readonly [name: string]: JsonObject }> => {
  const said: { [name: string]: JsonObject } = {}
  for (const { name, of } of digests) {
    const one = await of(tx, county, days)
    if (one) said[name] = one
  }
  return said
}

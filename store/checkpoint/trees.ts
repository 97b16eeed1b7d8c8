import type { Tx } from '../database.ts'
import { keptHeads, type KeptHead } from './heads.ts'
import { leafOf } from './line.ts'
import { merkle } from './merkle.ts'

/** The tree of a day: how many chains it covers, and its root. */
export type Tree = { readonly matters: number; readonly root: string }

/**
 * The trees of some days, in order of time, from one walk over the heads kept: on each day a matter has the last head kept up to it. `tell` hears
 * of every page of heads.
 */
export const treesOf = async (tx: Tx, county: string, days: readonly string[], tell: (heads: number) => void = () => undefined): Promise<readonly Tree[]> => {
  const trees = days.map(day => ({ day, tree: merkle() }))
  let waiting: { readonly head: KeptHead; readonly leaf: Buffer } | undefined
  /** The head holds from its own day until the next of its matter. */
  const put = (until?: string): void => {
    if (!waiting) return
    const { head, leaf } = waiting
    for (const { day, tree } of trees) if (day >= head.day && (until === undefined || day < until)) tree.add(leaf)
  }
  for await (const some of keptHeads(tx, county)) {
    for (const head of some) {
      put(waiting?.head.matter === head.matter ? head.day : undefined)
      waiting = { head, leaf: leafOf(head) }
    }
    tell(some.length)
  }
  put()
  return trees.map(({ tree }) => ({ matters: tree.leaves(), root: tree.root() }))
}

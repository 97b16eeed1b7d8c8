import type { Bearer } from './bearers.ts'
import type { ArticleNumber, Citation } from './citation.ts'
import type { ProofName } from './proofs.ts'
import type { Words } from './words.ts'

/**
 * How a provision binds. `must`: it orders or forbids, also where it says so in the plain indicative, as Chinese statutes do;
 * `may`: it gives a power or a choice; `encouraged`: it asks and binds nobody.
 */
export type Force = 'must' | 'may' | 'encouraged'

/** One thing that somebody must, may or is encouraged to do. All wording is ours; the official text is not kept here. */
export type Duty = {
  /** The provision and a number within it: `28.5-1`. Never reused. */
  readonly id: `${Citation}-${number}`
  readonly basis: Citation
  readonly bearer: readonly Bearer[]
  /** The provision names nobody: the bearers are our reading, shown as such, and found no breach by themselves. */
  readonly implied?: true
  /** The levels at which the departments, courts and standing committees named owe it. Required where one is named. */
  readonly at?: readonly ('city' | 'county')[]
  readonly action: Words
  /** By when. The regulation sets almost no time limits, and this says so where it is silent. */
  readonly period: Words
  /** The records that show it was done. */
  readonly evidence: Words
  readonly force: Force
  /** What in the product yields that evidence. Empty only with `notCovered`. */
  readonly procedures: readonly ProofName[]
  /** Why the platform holds no proof of it. */
  readonly notCovered?: Words
}

/** An article in our own words, with every duty it holds, or the reason why it holds none. */
export type Article = {
  readonly number: ArticleNumber
  readonly title: Words
  readonly gist: Words
} & (
  | { readonly duties: readonly [Duty, ...Duty[]]; readonly none?: never }
  | { readonly duties: readonly []; readonly none: Words }
)

export type Chapter = {
  readonly number: 1 | 2 | 3 | 4 | 5 | 6 | 7
  readonly title: Words
  readonly articles: readonly Article[]
}

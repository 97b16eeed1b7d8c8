import type { Words } from '../../kernel/words.ts'
import type { Citation } from '../../regulation/citation.ts'

export type ArticleView = {
  readonly number: number
  readonly chapter: number
  readonly title: Words
  readonly gist: Words
  readonly official?: readonly string[]
  readonly duties: readonly { readonly id: string; readonly basis: Citation; readonly bearer: readonly Words[]; readonly action: Words; readonly period: Words; readonly evidence: Words; readonly force: string; readonly procedures: readonly string[] }[]
  readonly none?: Words
}

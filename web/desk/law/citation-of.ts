import { articleNumbers, type Citation } from '../../../regulation/citation.ts'

const byNumber: ReadonlyMap<number, Citation> = new Map(articleNumbers.map(number => [number, `${number}`]))

/** The citation of a whole article by its number; Article 1 for a number that is none. */
export const citationOf = (article: number): Citation => byNumber.get(article) ?? '1'

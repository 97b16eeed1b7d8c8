import { normalise } from './identifiers.ts'

/**
 * Search terms: rows of the term table, found by equality alone (under row-level security nothing else uses an index).
 * Chinese is cut into overlapping pairs of code points, everything else into whole words.
 */
const isHan = String.raw`[\p{sc=Han}\u{20000}-\u{3FFFD}]`
const runs = new RegExp(`(?<han>${isHan}+)|(?:(?!${isHan})[\\p{L}\\p{M}\\p{N}])+`, 'gu')

/** The longest word kept, in code points: a B-tree row has its limit, and no one types more. The rest is cut off, in texts and queries alike. */
const longestWord = 64

/** Most terms kept of one text. What stands further on in a long text is not found by its words. */
export const mostTerms = 400

/** Most terms asked for at once; a longer query asks by its beginning. */
const mostAsked = 40

const fold = (text: string): string =>
  normalise(text).normalize('NFKC').toLowerCase().normalize('NFKC').replace(/[\p{Variation_Selector}\u200C\u200D]/gu, '')

type Run = { readonly points: readonly string[]; readonly han: boolean; readonly atEdge: boolean }

const runsOf = (text: string): readonly Run[] => {
  const folded = fold(text)
  return [...folded.matchAll(runs)].map(found => ({
    points: Array.from(found[0]),
    han: found.groups?.['han'] !== undefined,
    atEdge: found.index === 0 || found.index + found[0].length === folded.length,
  }))
}

const termsOf = ({ points, han }: Run): readonly string[] => {
  if (!han) return [points.slice(0, longestWord).join('')]
  return points.length === 1 ? points : points.slice(1).map((point, at) => `${points[at] ?? ''}${point}`)
}

const lastFour = ({ points, han }: Run): readonly string[] =>
  han ? [] : [...points.join('').matchAll(/\d{6,}/g)].map(found => found[0].slice(-4))

/**
 * The distinct terms a text is found by, in order, at most `most`: lower case, NFKC; pairs of Han code points of every plane (a character
 * that stands alone: itself); words of other letters and digits, cut at 64; the last four of six digits or more.
 */
export const terms = (text: string, most = mostTerms): string[] => {
  const found = new Set<string>()
  for (const run of runsOf(text)) {
    for (const term of [...termsOf(run), ...lastFour(run)]) {
      if (found.size >= most) return [...found]
      found.add(term)
    }
  }
  return [...found]
}

/**
 * The terms that must all be present. For a query of two Han characters or more they are among the terms of every text that holds the query
 * (within its first `mostTerms`); a text may hold them all and not the query, so what is found is a little more, never less.
 * Words of letters and digits must be whole: their beginnings are not looked for. A single character at the query's edge is asked for only
 * when nothing else is, and then finds only texts where it stands alone.
 */
export const queryTerms = (query: string): string[] => {
  const asked = runsOf(query.trim())
  const sure = asked.filter(run => !(run.han && run.atEdge && run.points.length === 1))
  return [...new Set((sure.length > 0 ? sure : asked).flatMap(termsOf))].slice(0, mostAsked)
}

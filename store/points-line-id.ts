import { canonical } from '../kernel/canonical.ts'
import { stableId } from './stable-id.ts'

/** What a line of points says beside what its transfer moves. Days `YYYY-MM-DD`. */
export type SaidLine = { readonly household: string; readonly item: string; readonly what: string; readonly points: number; readonly day: string; readonly scheme: string; readonly evidence: string }
type Said = SaidLine & { readonly matter: string; readonly kind: string; readonly scorer: string | null }

/**
 * The id of a line, made from all it says: its transfer bears the same id under the site’s mark, so that not a word of the line can be changed unseen. `again`: how many lines of its
 * matter before it say the same.
 */
export const pointsLineId = ({ matter, kind, household, item, what, points, day, scheme, evidence, scorer }: Said, again: number): string =>
  stableId('points line', matter, canonical([kind, household, item, what, points, day, scheme, evidence, scorer, again]))

/** Ids of the lines of one matter, in their order. */
export const pointsLineIds = (of: { readonly matter: string; readonly kind: string; readonly scorer: string | null }, lines: readonly SaidLine[]): readonly string[] => {
  const taken = new Set<string>()
  return lines.map(line => {
    let again = 0
    let id = pointsLineId({ ...line, ...of }, again)
    while (taken.has(id)) id = pointsLineId({ ...line, ...of }, again += 1)
    taken.add(id)
    return id
  })
}

/** How the line of an older version was named: by its place among those of its matter alone. */
export const olderLineId = (matter: string, at: number): string => stableId('points line', matter, String(at))

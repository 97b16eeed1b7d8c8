import type { Citation } from './citation.ts'

/**
 * Provisions that lay a duty on villages and communities themselves, in so many words: what their township may inspect and have put right (Art. 6.6).
 * Art. 7 is not among them: assistance is owed only through the list and with its conditions.
 */
export const owedByCommunities = [
  '16.2', '19.2', '25.1', '25.2', '25.3', '26.1', '26.2', '27.1', '27.2', '33.1', '33.2', '34.2', '35.4', '36.1', '36.2', '40.2',
] as const satisfies readonly Citation[]

const known: ReadonlySet<string> = new Set(owedByCommunities)

/** Whether the provision lays a duty on communities themselves. */
export const isOwedByCommunities = (provision: string): boolean => known.has(provision)

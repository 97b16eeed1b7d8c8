import type { Actor } from '../../kernel/post.ts'
import type { Directory } from '../../registers/directory.ts'

/** The counties a reader's lists look in: their own, or all of the city's for a post of the city. */
export const countiesOf = (actor: Actor, directory: Directory): readonly string[] => {
  if (actor.region.length >= 6) return [actor.region.slice(0, 6)]
  return [actor.region, ...directory.children(actor.region).map(region => region.code)]
}

import { isOwn, isParty, isSharing, type Matter } from './matter.ts'
import { officeCode, postKinds, reads, type Actor, type Class } from './post.ts'
import { ancestor, isWithin } from './region.ts'

/**
 * What somebody may read of a matter, said purely (Art. 20.2). The database gives the same answer by its own policies; where the two could
 * differ, `test/permissions.test.ts` holds one against the other.
 */

/** Leave to read beyond one's own reach: a matter, up to a class, all of it or some facts; `emergency` in a declared emergency. */
export type Grant = { readonly id: string; readonly class: Class; readonly facts: readonly string[] | null; readonly emergency: boolean }

const everywhere = (actor: Actor): boolean => actor.kind === 'clock' || actor.kind === 'system'

/** Whether a confined matter stands open to somebody: to the members of its village's committee, and in person to who takes part; never to a program. */
const staysWith = (actor: Actor, { region, parties }: Pick<Matter, 'region' | 'parties'>): boolean => everywhere(actor) || (actor.program !== true && (
  (actor.kind === 'committee' && actor.office === officeCode(ancestor(region, 'village') ?? region, 'committee')) || parties.some(party => party.account === actor.account)))

type Reached = Pick<Matter, 'region' | 'holder' | 'parties' | 'confined'>

/** Whether a matter lies in somebody's area, with their office, or has to do with them or their office; not that anyone may see it. */
export const reaches = (actor: Actor, matter: Reached): boolean => (matter.confined ? staysWith(actor, matter) : reachesFreely(actor, matter))

const reachesFreely = (actor: Actor, matter: Reached): boolean =>
  (actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach === 'region' && isWithin(matter.region, actor.region))
  || everywhere(actor)
  || (matter.holder !== null && matter.holder.office === actor.office)
  || matter.parties.some(party => isParty(party, actor))

/** Why a value is given to a reader: it is the reader's own, it is their duty, or a grant opens it. */
export type Ground = 'own' | 'duty' | Grant

/** On which ground a reader is given a fact of a class that was entered at `seq`; `undefined` where they see its mask. */
export const groundFor = (
  actor: Actor, matter: Reached, grants: readonly Grant[], { fact, class: wanted, seq, shared, office }: { readonly fact: string; readonly class: Class; readonly seq: number; readonly shared?: boolean; /** Whose alone it is (`ofOffice`). */ readonly office?: string | null },
): Ground | undefined => {
  if (wanted === 'public') return 'duty'
  if (typeof office === 'string' && !everywhere(actor) && actor.office !== office) return undefined
  // Whom a confined matter stands open to reads it whole, and no grant reaches into it: its own person as their own, the others by duty, and so logged.
  if (matter.confined) return staysWith(actor, matter) ? (isOwn(matter.parties, actor.account) ? 'own' : 'duty') : undefined
  // What they gave is theirs to read; what officials wrote above internal is not.
  if (isOwn(matter.parties, actor.account) && (seq === 1 || wanted === 'internal')) return 'own'
  if (shared && isSharing(matter.parties, actor.account)) return 'own'
  if (reads(actor.clearance, wanted) && reaches(actor, matter)) return 'duty'
  return grants.find(grant => reads(grant.class, wanted) && (grant.facts === null || grant.facts.includes(fact)))
}

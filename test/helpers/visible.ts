import type { Matter } from '../../kernel/matter.ts'
import { postKinds, type Actor } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { isWithin } from '../../kernel/region.ts'

/** Whether somebody takes part in a matter: in person, hidden or not, or by their office. */
export const takesPart = (actor: Actor, matter: Matter): boolean =>
  matter.parties.some(party => party.account === actor.account || (party.office !== undefined && party.office === actor.office))

/** Whether a matter is somebody's to see, said purely: what row-level security is held against. */
export const visible = (procedure: Procedure, actor: Actor, matter: Matter): boolean =>
  actor.kind === 'clock' || actor.kind === 'system'
  || (postKinds[actor.kind].reach === 'region' && isWithin(matter.region, actor.region))
  || (matter.holder !== null && matter.holder.office === actor.office)
  || procedure.stages[matter.stage]?.published === true
  || takesPart(actor, matter)

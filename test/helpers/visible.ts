import { isParty, type Matter } from '../../kernel/matter.ts'
import type { Actor } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { reaches } from '../../kernel/reach.ts'

/** Whether somebody takes part in a matter: in person, hidden or not, or by their office. */
export const takesPart = (actor: Actor, matter: Matter): boolean => matter.parties.some(party => isParty(party, actor))

/** Whether a matter is somebody's to see, said purely: what row-level security is held against. `granted`: those that grants open to them. */
export const visible = (procedure: Procedure, actor: Actor, matter: Matter, granted: readonly string[] = []): boolean =>
  reaches(actor, matter) || (matter.confined ? false : procedure.stages[matter.stage]?.published === true || granted.includes(matter.id))

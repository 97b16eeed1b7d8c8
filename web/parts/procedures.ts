import type { Procedure } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'
import { procedures as all } from '../../procedures/index.ts'

/** The declarations the doors render, newest version of each name. */
const byName: ReadonlyMap<string, Procedure> = new Map(all.map(p => [p.name, p]))

export const procedures: readonly Procedure[] = [...byName.values()]

/** `undefined` for a procedure this build of the page does not know yet: show names as they came. */
export const procedureOf = (name: string): Procedure | undefined => byName.get(name)

export { isClosed, stageOf, titleOf } from './stages.ts'

export const stepOf = (procedure: string, step: string): Words => byName.get(procedure)?.steps[step] ?? { zh: step, en: step }

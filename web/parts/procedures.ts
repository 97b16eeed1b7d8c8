import { isFinal, type Procedure } from '../../kernel/procedure.ts'
import type { Words } from '../../kernel/words.ts'
import { procedures as all } from '../../procedures/index.ts'

/** The declarations the doors render, newest version of each name. */
const byName: ReadonlyMap<string, Procedure> = new Map(all.map(p => [p.name, p]))

export const procedures: readonly Procedure[] = [...byName.values()]

/** `undefined` for a procedure this build of the page does not know yet: show names as they came. */
export const procedureOf = (name: string): Procedure | undefined => byName.get(name)

const bare = (name: string): Words => ({ zh: name, en: name })

export const titleOf = (procedure: string): Words => byName.get(procedure)?.title ?? bare(procedure)
export const stageOf = (procedure: string, stage: string): Words => byName.get(procedure)?.stages[stage] ?? bare(stage)
export const stepOf = (procedure: string, step: string): Words => byName.get(procedure)?.steps[step] ?? bare(step)
export const isClosed = (procedure: string, stage: string): boolean => {
  const known = byName.get(procedure)
  return known !== undefined && isFinal(known, stage)
}

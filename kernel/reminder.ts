import type { Outcome } from './fold.ts'
import { asked, type Procedure } from './procedure.ts'

/** What of an outcome changes what there is to decide on. */
const moves: { readonly [Part in keyof Required<Outcome>]: boolean } = {
  stage: true, region: true, holder: true, parties: true, links: true, unlink: true, gone: true, erased: true, unlinked: true, set: false, clocks: false, counts: false,
}

/** A mark goes with the stage, and nobody types it: how often the clock has told, say. */
const isMark = ({ facts, steps }: Procedure, name: string): boolean =>
  facts[name]?.ofStage === true && !Object.values(steps).some(step => asked(step).some(({ fact }) => fact === name))

/** Whether an entry of the clock only told that time has passed: it began its clocks anew and left at most a mark. Whoever looked at the matter before saw all there is to decide on. */
export const onlyReminds = (procedure: Procedure, outcome: Outcome): boolean =>
  !Object.keys(outcome).some(part => Object.hasOwn(moves, part) && moves[part as keyof Outcome]) && Object.keys(outcome.set ?? {}).every(name => isMark(procedure, name))

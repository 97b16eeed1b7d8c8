import { procedureOf } from '../procedures.ts'

/** Whether the next word in this stage is the reporter's: its primary step is theirs. */
export const waitsForReporter = ({ procedure, stage }: { readonly procedure: string; readonly stage: string }): boolean =>
  Object.values(procedureOf(procedure)?.steps ?? {}).some(step =>
    step.primary === true && Array.isArray(step.from) && step.from.includes(stage) && step.by.some(who => who.who === 'party' && who.role === 'reporter'))

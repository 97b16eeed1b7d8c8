import { isFinal, type Procedure } from '../../kernel/procedure.ts'
import { procedures } from '../../procedures/index.ts'
import type { Label } from './label.ts'

/**
 * The few words of the declarations that lists need. The build puts in place of this module what it comes to (`web/build/labels.ts`): the whole of the
 * declarations weighs more than the rest of a phone's first page.
 */
const waits = (procedure: Procedure, stage: string): boolean => Object.values(procedure.steps).some(step =>
  step.primary === true && Array.isArray(step.from) && step.from.includes(stage) && step.by.some(who => who.who === 'party' && who.role === 'reporter'))

const labelOf = (procedure: Procedure): Label => ({
  title: procedure.title,
  stages: Object.fromEntries(Object.entries(procedure.stages).map(([name, { zh, en }]) => [name, { zh, en, ...(isFinal(procedure, name) && { final: true as const }), ...(waits(procedure, name) && { waits: true as const }) }])),
  steps: Object.fromEntries(Object.entries(procedure.steps).filter(([, step]) => step.opens !== undefined).map(([name, step]) => [name, step.by.flatMap(who => who.kinds ?? [])])),
})

/** By name of the procedure, the newest version of each. */
export const labels: Readonly<Record<string, Label>> = Object.fromEntries(procedures.map(procedure => [procedure.name, labelOf(procedure)]))

import type { Procedure, Step } from '../../kernel/procedure.ts'
import { actingPost } from '../parts/me.ts'
import { procedureOf } from '../parts/procedures.ts'
import type { Me } from '../../server/wire.ts'

export type Beginning = { readonly procedure: Procedure; readonly name: string; readonly step: Step }

/** What is begun on the field door, in the order in which it is needed. */
const offered: readonly (readonly [procedure: string, step: string])[] = [['hazard', 'find'], ['errand', 'ask'], ['care-need', 'ask'], ['visit-plan', 'make'], ['patrol', 'plan'], ['workload-note', 'say']]

/** What is known without asking: how it was found is who found it. */
export const known: readonly string[] = ['source']

/** One of them, where the post acted from may begin it. Where exactly, the server says. */
export const begun = (me: Me, procedure: string, name: string): Beginning | undefined => {
  const declared = offered.some(([one, step]) => one === procedure && step === name) ? procedureOf(procedure) : undefined
  const step = declared?.steps[name]
  const kind = actingPost(me)?.kind
  return declared && step && kind !== undefined && step.by.some(who => who.kinds?.includes(kind) === true) ? { procedure: declared, name, step } : undefined
}

export const beginnings = (me: Me): readonly Beginning[] => offered.flatMap(([procedure, step]) => begun(me, procedure, step) ?? [])

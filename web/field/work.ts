import type { Procedure, Step } from '../../kernel/procedure.ts'
import { procedureOf } from '../parts/procedures.ts'
import type { Me } from '../../server/wire.ts'
import { mayBegin, offered } from './offered.ts'

export type Beginning = { readonly procedure: Procedure; readonly name: string; readonly step: Step }

/** One of what the field door offers, with its declaration, where the post acted from may begin it. */
export const begun = (me: Me, procedure: string, name: string): Beginning | undefined => {
  const declared = mayBegin(me, procedure, name) ? procedureOf(procedure) : undefined
  const step = declared?.steps[name]
  return declared && step && { procedure: declared, name, step }
}

export const beginnings = (me: Me): readonly Beginning[] => offered.flatMap(([procedure, step]) => begun(me, procedure, step) ?? [])

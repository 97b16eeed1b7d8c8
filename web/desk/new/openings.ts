import type { Actor } from '../../../kernel/post.ts'
import { openingSteps, type Procedure, type Step } from '../../../kernel/procedure.ts'
import { isSuch } from '../../../kernel/who.ts'
import { procedures } from '../../parts/procedures.ts'

export type Opening = { readonly procedure: Procedure; readonly name: string; readonly step: Step }

/** The opening steps this actor's kind of post may take somewhere. Where exactly, the server says. */
export const openings = (actor: Actor): readonly Opening[] =>
  procedures.flatMap(procedure => openingSteps(procedure).flatMap(name => {
    const step = procedure.steps[name]
    const may = step?.by.some(who => who.who === 'resident'
      ? actor.kind === 'resident'
      : (who.who === 'post' || who.who === 'official') && isSuch(who, actor))
    return step && may === true ? [{ procedure, name, step }] : []
  }))

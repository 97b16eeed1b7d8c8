import { notify } from '../../kernel/effect.ts'
import type { Matter } from '../../kernel/matter.ts'
import type { Move } from '../../kernel/procedure.ts'
import { words } from '../../kernel/words.ts'
import { aboveIt, toCompetent } from './competence.ts'

/** Whoever is late is told, and the level above; again and again until it is done. */
export const late = (matter: Matter, step: string): Move<never, never> => {
  const holder = matter.holder?.office ?? ''
  const above = aboveIt(holder)
  return {
    clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: step }],
    effects: [
      toCompetent(holder, '责任追究事项已逾期，请尽快办理', 'A matter of liability is late; please act on it'),
      ...(above === undefined ? [] : [notify({ office: above, kinds: ['lead'] }, words('下级责任追究事项逾期，请督促', 'A matter of liability below is late; please see to it'))]),
    ],
  }
}

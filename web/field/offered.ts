import { actingPost } from '../parts/me.ts'
import { mayOpen } from '../parts/stages.ts'
import type { Me } from '../../server/wire.ts'

/** What is begun on the field door, in the order in which it is needed. */
export const offered: readonly (readonly [procedure: string, step: string])[] = [['hazard', 'find'], ['errand', 'ask'], ['points-award', 'record'], ['redemption', 'reserveFor'], ['dispute', 'settleOnSpot'], ['dispute', 'register'], ['care-need', 'ask'], ['visit-plan', 'make'], ['patrol', 'plan'], ['workload-note', 'say']]

/** Whether the post acted from may begin this one. Where exactly, the server says. */
export const mayBegin = (me: Me, procedure: string, step: string): boolean => {
  const kind = actingPost(me)?.kind
  return kind !== undefined && offered.some(([one, name]) => one === procedure && name === step) && mayOpen(procedure, step, kind)
}

export const beginsAny = (me: Me): boolean => offered.some(([procedure, step]) => mayBegin(me, procedure, step))

import { legalDay } from '../../../kernel/calendar.ts'
import type { ClockChange } from '../../../kernel/procedure.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { isPast, limitFrom } from './limits.ts'
import { pastDay, theBody, theCentre, theCourt, toSides, type DisputeStep, type Now } from './parts.ts'
import { nextRow } from './plan.ts'
import { ever } from './stages.ts'

/**
 * How long a confirmed agreement that was broken can be enforced: from the last day on which it was to be performed; where it names none, from the
 * court’s ruling (Civil Procedure Law, Art. 250).
 */
export const enforcementRuns = (c: Now, { confirmation, broken, plan, decidedOn }: Now['facts']): readonly ClockChange[] => {
  if (confirmation !== 'confirmed' || broken !== true) return []
  const today = legalDay(c.now)
  const due = nextRow(plan)?.dueOn
  const limit = limitFrom(c.law, 'enforcement.limitation', due !== undefined && due <= today ? due : decidedOn ?? today, c.now)
  return isPast(c.law, limit, c.now) ? [] : [{ clock: 'enforcement', start: limit, then: 'enforcementOver' }]
}

/** What a court confirmed is enforced where one side does not perform it, in its time (Art. 29.3). */
export const enforcing = {
  enforce: {
    zh: '记录申请强制执行', en: 'Note that enforcement was asked for', from: ever, basis: ['29.3'], by: [theBody, theCentre, theCourt], asks: ['enforcedOn', 'courseNote?'],
    only: c => (c.matter.facts.confirmation === 'confirmed' ? undefined : refuse('not-confirmed', words('没有经法院确认的协议，不能申请执行', 'Only what a court confirmed is enforced'), { basis: ['29.3'], remedy: words('可以就协议起诉', 'A side may sue on the agreement') })),
    then: c => pastDay('enforcedOn', c.input.enforcedOn ?? '', c) ?? { counts: { enforced: 1 }, clocks: [{ clock: 'enforcement', end: true }], effects: [toSides('已申请强制执行', 'Enforcement was asked for')] },
  },
  enforcementOver: {
    zh: '申请执行的时效届满', en: 'The time to have it enforced is over', from: ever, basis: ['29.3'], by: [theClock],
    then: () => ({ effects: [toSides('申请强制执行的时效已届满', 'The time to have the agreement enforced is over')] }),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>

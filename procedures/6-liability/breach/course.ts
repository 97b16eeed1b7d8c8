import { legalDay } from '../../../kernel/calendar.ts'
import type { Limit } from '../../../kernel/clock.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import type { Context, NoNeeds } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { officeIn } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { endTooFar, untilDay } from '../../usual/end-date.ts'
import { toCompetent } from '../competence.ts'
import { isOf502 } from '../grounds.ts'
import type { Facts } from './facts.ts'

export type Case = Matter<Facts>
export type Now = Context<Facts, NoNeeds>

/** The unit concerned, from whichever post works in it. */
export const theUnit = officeIn('accused', words('当事单位', 'the unit concerned'))

export const toUnit = (matter: Case, zh: string, en: string): Effect => notify({ office: matter.facts.accused ?? '' }, words(zh, en))
export const toDecider = (matter: Case, zh: string, en: string): Effect => toCompetent(matter.facts.decider ?? '', zh, en)

/** The day the order states, a holiday or not. */
export const correctionLimit = (by: string | undefined, now: Date): Limit => untilDay(by ?? legalDay(now), now, words('责令改正载明的期限', 'the day that the order states'))

type Result = 'founded' | 'unfounded' | 'referred'

/** Whoever reported it is told the end; what they reported stands apart and points nowhere. */
export const tellReporter = (result: Result): Effect => ({ do: 'tell', link: 'clue', step: 'caseEnded', input: { result } })

type Where = 'correcting' | 'rechecking' | 'standing' | 'referred' | 'closed'

/** Where a case stands once nothing is left to correct: until the decision is final, then until who it was referred to has answered. */
export const onward = (matter: Case, settled: boolean, referred = matter.clocks['referral'] !== undefined): { readonly to: Where; readonly effects: readonly Effect[] } => {
  if (!settled) return { to: 'standing', effects: [] }
  if (referred) return { to: 'referred', effects: [] }
  return { to: 'closed', effects: [tellReporter('founded'), toUnit(matter, '责任追究事项已办结', 'The matter of liability is closed')] }
}

/** The measures asked for, or why not: both may stand together, none at all is no decision (Art. 50.2). */
export const measured = (c: Now): Refusal | undefined => {
  const { orders, criticises, correctBy } = c.input
  if (c.matter.facts.ground === 'otherLaw') {
    return refuse('other-law-governs', words('其他法律法规已规定法律责任的，从其规定，不在此作出决定', 'Another law sets the liability and applies: nothing is decided on it here'), { basis: ['49'], remedy: words('请移送法律法规规定的机关', 'Refer it to the authority that law names') })
  }
  if (orders === 'no' && criticises === 'no') return faultAt('orders', '责令改正、通报批评至少选一项；责任不成立的，请用“责任不成立”', 'An order, a notice, or both; where nothing is founded say so instead')
  if (criticises === 'yes' && !isOf502(c.matter.facts.kind)) {
    return refuse('no-criticism', words('条例只对转交职责、直接派任务、不给工作条件三种情形规定了通报批评', 'The regulation provides criticism for three kinds of conduct only: passing duties down, tasking directly, giving no conditions'), {
      basis: ['50.2'], remedy: words('可以责令改正，或者移送有权机关', 'Order it corrected, or refer it'),
    })
  }
  return orders === 'yes' ? endTooFar({ until: correctBy ?? '', now: c.now, law: c.law, from: legalDay(c.now), longest: 'breach.correct-longest', fact: 'correctBy' }) : undefined
}

export const measureAsks = ['finding', 'orders', { fact: 'order', where: 'orders', is: 'yes' }, { fact: 'correctBy', where: 'orders', is: 'yes' }, 'criticises', { fact: 'criticism', where: 'criticises', is: 'yes' }] as const

/** What is left of a decision that another one replaced. */
export const replaced = ({ input }: Now): { readonly order?: null; readonly correctBy?: null; readonly criticism?: null } => ({
  ...(input.orders === 'no' && { order: null, correctBy: null }), ...(input.criticises === 'no' && { criticism: null }),
})

/** Published once it is final: the unit, what it did and under which provision; nothing of how it came to light (Art. 50.2). */
export const published = ({ facts: f }: Pick<Case, 'facts'>, now: Date): readonly Effect[] =>
  (f.criticises !== 'yes' ? [] : [{
    do: 'open', by: 'platform', procedure: 'breach-notice', step: 'publish', link: 'case',
    input: { place: f.place ?? '', accused: f.accused ?? '', decider: f.decider ?? '', provision: f.provision ?? '', criticism: f.criticism ?? '', corrects: f.orders ?? 'no', on: legalDay(now) },
  }])

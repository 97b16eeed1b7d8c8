import { daysAfter, legalDay, untilEndOf } from '../../../kernel/calendar.ts'
import type { Law, Limit } from '../../../kernel/clock.ts'
import type { RowOf } from '../../../kernel/facts.ts'
import type { ClockChange } from '../../../kernel/procedure.ts'
import { faulty, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import type { RuleName } from '../../../regulation/rules.ts'
import { untilDay } from '../../usual/end-date.ts'
import type { dueColumns } from './facts/mediation.ts'

export type DueRow = RowOf<typeof dueColumns>

/** What is due next, past or to come. */
export const nextRow = (plan: readonly DueRow[] | undefined): (DueRow & { readonly dueOn: string }) | undefined =>
  (plan ?? []).flatMap(({ dueOn, doneOn, ...row }) => (dueOn !== undefined && doneOn === undefined ? [{ ...row, dueOn }] : [])).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0]

/** The next day on which something is due; one that is past is due today. */
export const nextDue = (plan: readonly DueRow[] | undefined, today: string): string | undefined => {
  const next = nextRow(plan)?.dueOn
  return next === undefined || next > today ? next : today
}

const inThePlan = words('协议约定的履行期限', 'the day that the agreement states')

/** Until when its performance is not asked about: the next day of the plan; where there is none, a while. */
export const performedBy = (plan: readonly DueRow[] | undefined, now: Date): Limit | RuleName => {
  const next = nextDue(plan, legalDay(now))
  return next === undefined ? 'mediation.follow-up' : untilDay(next, now, inThePlan)
}

/** The clock that says, before it is too late, that something falls due: some days ahead and once more on the last, for each item of the plan. */
export const comingUp = (plan: readonly DueRow[] | undefined, law: Law, now: Date): ClockChange => {
  const today = legalDay(now)
  const { value: first, kind, source, confirmed } = law.figure('mediation.remind-first', today)
  const { value: last } = law.figure('mediation.remind-last', today)
  // Said as the day begins, which is when the one before has ended.
  const days = (plan ?? []).flatMap(({ dueOn, doneOn }) => (dueOn === undefined || doneOn !== undefined ? [] : [first, last].map(ahead => daysAfter(dueOn, -Number(ahead) - 1))))
  const [next] = days.toSorted().map(day => untilEndOf(day, now)).filter(({ amount }) => amount > 0)
  return next === undefined ? { clock: 'ahead', end: true } : { clock: 'ahead', start: { period: next, source: { kind, words: source, confirmed } }, then: 'remindAhead' }
}

export const allDone = (plan: readonly DueRow[] | undefined): boolean => (plan ?? []).every(row => row.doneOn !== undefined)

/** What is still owed of an item with a sum. */
export const stillOwed = ({ yuan = 0, paid = 0 }: DueRow): number => yuan - paid

/** What was agreed lies ahead of the agreement, and nothing of it was performed before it was agreed. */
export const planFault = (plan: readonly DueRow[] | undefined, agreedOn: string): Refusal | undefined => {
  const faults = (plan ?? []).flatMap(({ dueOn = '', ...one }, row): readonly Fault[] => [
    ...(dueOn < agreedOn ? [{ fact: 'plan', row, column: 'dueOn', why: words('不能早于达成日期', 'Not before it was agreed') }] : []),
    ...(['paid', 'doneOn'] as const).flatMap(column => (one[column] === undefined ? [] : [{ fact: 'plan', row, column, why: words('履行后在“登记履行”中记录', 'Recorded once it was performed, by “Record performance”') }])),
  ])
  return faults.length === 0 ? undefined : faulty(faults)
}

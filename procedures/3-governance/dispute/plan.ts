import type { RowOf } from '../../../kernel/facts.ts'
import { faulty, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
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

export const allDone = (plan: readonly DueRow[] | undefined): boolean => (plan ?? []).every(row => row.doneOn !== undefined)

/** What was agreed lies ahead of the agreement, and nothing of it was performed before it was agreed. */
export const planFault = (plan: readonly DueRow[] | undefined, agreedOn: string): Refusal | undefined => {
  const faults = (plan ?? []).flatMap(({ dueOn = '', doneOn }, row): readonly Fault[] => [
    ...(dueOn < agreedOn ? [{ fact: 'plan', row, column: 'dueOn', why: words('不能早于达成日期', 'Not before it was agreed') }] : []),
    ...(doneOn === undefined ? [] : [{ fact: 'plan', row, column: 'doneOn', why: words('履行后在“登记履行”中记录', 'Recorded once it was performed, by “Record performance”') }]),
  ])
  return faults.length === 0 ? undefined : faulty(faults)
}

import { daysAfter, legalDay, untilEndOf } from '../../kernel/calendar.ts'
import type { Law, Limit } from '../../kernel/clock.ts'
import { refuse, type Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { RuleName } from '../../regulation/rules.ts'

/** What runs to a date that somebody decided on ends with that day, a holiday or not: `source` says whose date it is. */
export const untilDay = (day: string, now: Date, source: Words): Limit =>
  ({ period: untilEndOf(day, now), source: { kind: 'local', words: source, confirmed: true } })

export const endFault = (zh: string, en: string): Refusal =>
  refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults: [{ fact: 'until', why: words(zh, en) }] })

type Asked = { readonly until: string; readonly now: Date; readonly law: Law; /** Days counted from this legal day on. */ readonly from: string; readonly longest: RuleName }

/** Says no to an end that is past, or further off than the rule lets it be. */
export const endTooFar = ({ until, now, law, from, longest }: Asked): Refusal | undefined => {
  const today = legalDay(now)
  if (until < today) return endFault('截止日期不能早于今天', 'The end can’t lie in the past')
  const most = Number(law.figure(longest, today).value)
  const last = daysAfter(from, most)
  return until > last ? endFault(`最长 ${most} 天，不晚于 ${last}`, `At most ${most} days: ${last} at the latest`) : undefined
}

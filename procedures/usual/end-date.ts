import { daysAfter, legalDay, untilEndOf } from '../../kernel/calendar.ts'
import { hasRunOut, type Law, type Limit } from '../../kernel/clock.ts'
import type { Matter } from '../../kernel/matter.ts'
import { faultAt, refuse, type Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import type { RuleName } from '../../regulation/rules.ts'

/** What runs to a date that somebody decided on ends with that day, a holiday or not: `source` says whose date it is. */
export const untilDay = (day: string, now: Date, source: Words): Limit =>
  ({ period: untilEndOf(day, now), source: { kind: 'local', words: source, confirmed: true } })

/** Once the clock of the stage or of the end has run out nothing more is decided, whether or not the clock was called yet: what is over stays over. */
export const isOver = ({ matter, now }: { readonly matter: Pick<Matter, 'clocks'>; readonly now: Date }): Refusal | undefined =>
  ['stage', 'end'].some(name => matter.clocks[name] && hasRunOut(matter.clocks[name], now))
    ? refuse('over', words('时限已到，不能再办理', 'Its time has run out; nothing more can be decided on it'), { remedy: words('如仍需要，请重新办理', 'Where it is still needed, begin anew') })
    : undefined

/** What is wrong with the date given, at its field. */
export const endFault = (zh: string, en: string, fact = 'until'): Refusal =>
  faultAt(fact, zh, en)

type Asked = { readonly until: string; readonly now: Date; readonly law: Law; /** Days counted from this legal day on. */ readonly from: string; readonly longest: RuleName; readonly fact?: string }

/** Says no to an end that is past, or further off than the rule lets it be. */
export const endTooFar = ({ until, now, law, from, longest, fact }: Asked): Refusal | undefined => {
  const today = legalDay(now)
  if (until < today) return endFault('截止日期不能早于今天', 'The end can’t lie in the past', fact)
  const most = Number(law.figure(longest, today).value)
  const last = daysAfter(from, most)
  return until > last ? endFault(`最长 ${most} 天，不晚于 ${last}`, `At most ${most} days: ${last} at the latest`, fact) : undefined
}

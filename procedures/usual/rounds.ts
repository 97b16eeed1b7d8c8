import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import type { Law, Limit } from '../../kernel/clock.ts'
import type { Effect } from '../../kernel/effect.ts'
import { faultAt, type Refusal } from '../../kernel/refusal.ts'
import { words, type Words } from '../../kernel/words.ts'
import { endTooFar } from './end-date.ts'
import { toGridWorkers, toTownship } from './field-work.ts'

/** What is done again every so many days: the next one is due so long after the last; on a holiday, the next working day. Never a time of day, never where somebody stood. */
export const everyDays = (days: number, source: Words): Limit => ({ period: { amount: days, unit: 'days' }, source: { kind: 'local', words: source, confirmed: true } })

/** The day it was done: not to come, and told while it is fresh. Days without a signal count from when it was written, which only the device knows, and so up to a bound. */
export const doneDay = (fact: string, day: string, { now, written, law }: { readonly now: Date; readonly written: Date; readonly law: Law }): Refusal | undefined => {
  const today = legalDay(now)
  const days = (rule: 'round.record' | 'round.record.offline'): number => Number(law.figure(rule, today).value)
  const [most, longest] = [days('round.record'), days('round.record.offline')]
  if (day > today) return faultAt(fact, '不能晚于今天', 'It can’t be a day to come')
  if (day < daysAfter(legalDay(written), -most)) return faultAt(fact, `最迟在 ${most} 天内登记（平台规则）`, `It is recorded within ${most} days (a product rule)`)
  return day < daysAfter(today, -longest) ? faultAt(fact, `没有信号时填写的，最迟在 ${longest} 天内送达（平台规则）`, `Written without a signal, it comes in within ${longest} days (a product rule)`) : undefined
}

/** How long a plan runs. */
export const planEnd = (until: string, now: Date, law: Law): Refusal | undefined => endTooFar({ until, now, law, from: legalDay(now), longest: 'round.longest' })

/** What was missed is told to who walks there and to the township that has to see to it: as work to be done, of nobody by name, and never counted against anyone. */
export const missedTold = (region: string, said: Words): readonly Effect[] => [...toGridWorkers(region, said), toTownship(region, said)]

export const remindAgain = (step: string) => ({ clock: 'again', start: 'round.remind-again', then: step } as const)

export const enoughHands = words('人手不够的，请在“工作量反映”中提出', 'Where hands are too few, say so in a note on the workload')

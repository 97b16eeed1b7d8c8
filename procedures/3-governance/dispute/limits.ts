import { daysAfter, dueAt, legalDay, startOfLegalDay, untilEndOf } from '../../../kernel/calendar.ts'
import type { Law, Limit } from '../../../kernel/clock.ts'
import type { ClockChange } from '../../../kernel/procedure.ts'
import type { Words } from '../../../kernel/words.ts'
import type { RuleName } from '../../../regulation/rules.ts'
import { kindTraits, limitations, type DisputeKind } from './kinds.ts'

const clockUnit = { days: 'days', workingDays: 'workingDays', months: 'months', years: 'months' } as const

/** The last legal day of a period that began on an earlier day, by the figure in force on `today`: the one of that earlier day may be older than the law. Throws where the figure is no such period. */
export const lastDay = (law: Law, rule: RuleName, from: string, today: string): string => {
  const { unit, value } = law.figure(rule, today)
  if (typeof value !== 'number' || (unit !== 'days' && unit !== 'workingDays' && unit !== 'months' && unit !== 'years')) throw new Error(`rule ${rule} is no period by the day: ${unit}`)
  return legalDay(dueAt(law.calendar, startOfLegalDay(from), { amount: unit === 'years' ? value * 12 : value, unit: clockUnit[unit] }).at)
}

/** A limit that began on an earlier day, ends with its last one, and says by which rule. */
export const limitFrom = (law: Law, rule: RuleName, from: string, now: Date): Limit => {
  const today = legalDay(now)
  const { kind, source, article, confirmed } = law.figure(rule, today)
  return { period: untilEndOf(lastDay(law, rule, from, today), now), source: { kind, words: source, ...(article && { article }), confirmed } }
}

const past = (limit: Limit): boolean => limit.period.amount <= 0

/** The clock of a limitation, and of the warning before it. One that has run out already starts no clock: `passed` says so. */
export const limitationClocks = (kind: DisputeKind | undefined, since: string, now: Date, law: Law): { readonly clocks: readonly ClockChange[]; readonly passed?: Words } => {
  const { limitation } = kindTraits(kind)
  const others: readonly ClockChange[] = Object.keys(limitations).filter(name => name !== limitation).map(name => ({ clock: `limit-${name}`, end: true }))
  if (limitation === undefined) return { clocks: [...others, { clock: 'limit-warning', end: true }] }
  const { rule, zh, en } = limitations[limitation]
  const limit = limitFrom(law, rule, since, now)
  if (past(limit)) return { clocks: [...others, { clock: `limit-${limitation}`, end: true }, { clock: 'limit-warning', end: true }], passed: { zh, en } }
  const today = legalDay(now)
  const warning = daysAfter(lastDay(law, rule, since, today), -Number(law.figure('limitation.warn', today).value))
  const warn: Limit = { period: untilEndOf(warning, now), source: limit.source }
  return {
    clocks: [
      ...others,
      { clock: `limit-${limitation}`, start: limit, then: 'limitPassed' },
      past(warn) ? { clock: 'limit-warning', end: true } : { clock: 'limit-warning', start: warn, then: 'warnLimit' },
    ],
  }
}

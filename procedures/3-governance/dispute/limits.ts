import { daysAfter, dueAt, legalDay, startOfLegalDay, untilEndOf } from '../../../kernel/calendar.ts'
import { dueOfLimit, type Law, type Limit } from '../../../kernel/clock.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Period } from '../../../kernel/period.ts'
import type { ClockChange } from '../../../kernel/procedure.ts'
import type { Words } from '../../../kernel/words.ts'
import type { RuleName } from '../../../regulation/rules.ts'
import { kindTraits, limitations, type DisputeKind } from './kinds.ts'
import { trackOf, type TrackName } from './tracks.ts'

const clockUnit = { days: 'days', workingDays: 'workingDays', months: 'months', years: 'months' } as const

/** A limit by the day that began on an earlier one, by the figure in force today: that of the earlier day may be older than the law. Throws where the figure is no such period. */
export const limitFrom = (law: Law, rule: RuleName, from: string, now: Date): Limit => {
  const { unit, value, kind, source, article, confirmed } = law.figure(rule, legalDay(now))
  if (typeof value !== 'number' || (unit !== 'days' && unit !== 'workingDays' && unit !== 'months' && unit !== 'years')) throw new Error(`rule ${rule} is no period by the day: ${unit}`)
  const period: Period = { amount: unit === 'years' ? value * 12 : value, unit: clockUnit[unit] }
  return { period, from, source: { kind, words: source, ...(article && { article }), confirmed } }
}

/** Whether a limit was over before now. */
export const isPast = (law: Law, limit: Limit, now: Date): boolean => dueOfLimit(law, limit, now).at <= now

/** The last legal day of a period that began on an earlier day, rolled off a holiday. */
export const lastDay = (law: Law, rule: RuleName, from: string, today: string): string => {
  const { period } = limitFrom(law, rule, from, startOfLegalDay(today))
  return legalDay(dueAt(law.calendar, startOfLegalDay(from), period).at)
}

/** How long a body has: from the day it took it up, or was asked where it has not said so yet; where the sides settle it themselves, from now. */
export const courseLimit = ({ track, takenUpOn, appliedOn }: { readonly track?: TrackName; readonly takenUpOn?: string; readonly appliedOn?: string }, { law, now }: { readonly law: Law; readonly now: Date }): Limit | RuleName => {
  const rule = trackOf(track).decide ?? 'course.reconcile'
  const from = takenUpOn ?? appliedOn
  return typeof from === 'string' ? limitFrom(law, rule, from, now) : rule
}

/** Who comes late is warned as soon as the clock is called next. */
const atOnce: Period = { amount: 1 / 60, unit: 'hours' }

/** No limitation runs: none is known, or the claim is kept before a court or the like. */
export const noLimitation: readonly ClockChange[] = [...Object.keys(limitations).map(name => ({ clock: `limit-${name}`, end: true } as const)), { clock: 'limit-warning', end: true }]

type Running = { readonly clocks: readonly ClockChange[]; /** What has run out already: no clock starts for it. */ readonly passed?: Words }

/** The clock of a limitation that counts from a day, and of the warning before it; those that `stand` and end on the same day run on. */
export const limitationClocks = (kind: DisputeKind | undefined, from: string, now: Date, law: Law, stand: { readonly [clock: string]: Clock } = {}): Running => {
  const { limitation } = kindTraits(kind)
  if (limitation === undefined) return { clocks: noLimitation }
  const { rule, zh, en } = limitations[limitation]
  const limit = limitFrom(law, rule, from, now)
  if (isPast(law, limit, now)) return { clocks: noLimitation, passed: { zh, en } }
  const name = `limit-${limitation}`
  const others = noLimitation.filter(one => one.clock !== name && one.clock !== 'limit-warning')
  if (stand[name]?.last === dueOfLimit(law, limit, now).last) return { clocks: others }
  const day = daysAfter(legalDay(dueOfLimit(law, limit, now).at), -Number(law.figure('limitation.warn', legalDay(now)).value))
  const warning = { period: day < legalDay(now) ? atOnce : untilEndOf(day, now), source: limit.source }
  return { clocks: [...others, { clock: name, start: limit, then: 'limitPassed' }, { clock: 'limit-warning', start: warning, then: 'warnLimit' }] }
}

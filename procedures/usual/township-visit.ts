import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import type { Law } from '../../kernel/clock.ts'
import type { Effect } from '../../kernel/effect.ts'
import type { Matter } from '../../kernel/matter.ts'
import { ancestor } from '../../kernel/region.ts'
import { faultAt, type Refusal } from '../../kernel/refusal.ts'

/** A row of the register of what a township did in a village: guidance (Art. 6.1) or an inspection (Art. 6.6), planned for a day or held on it. */
export const visiting = (matter: Pick<Matter, 'id' | 'county' | 'region'>, kind: 'guidance' | 'inspection', on: string, state: 'planned' | 'held' | 'dropped'): Effect => ({
  do: 'record', register: 'township-visit',
  row: { county: matter.county, matter: matter.id, township: ancestor(matter.region, 'township') ?? matter.region, village: matter.region, kind, on, state },
})

/** A day for which a visit may be planned: not past, and not too far ahead. */
export const plannedDay = (day: string, now: Date, law: Law): Refusal | undefined => {
  const today = legalDay(now)
  const most = Number(law.figure('guidance.ahead', today).value)
  const last = daysAfter(today, most)
  if (day < today) return faultAt('day', '计划日期不能早于今天', 'It can’t be planned for a day that is past')
  return day > last ? faultAt('day', `最早提前 ${most} 天安排，不晚于 ${last}（平台规则）`, `At most ${most} days ahead: ${last} at the latest (a product rule)`) : undefined
}

/** A day on which it may have been held: not to come. */
export const heldDay = (day: string, now: Date): Refusal | undefined =>
  (day > legalDay(now) ? faultAt('heldOn', '不能晚于今天', 'It can’t have been held on a day to come') : undefined)

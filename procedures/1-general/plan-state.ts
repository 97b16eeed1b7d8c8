import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import type { Words } from '../../kernel/words.ts'

/** Where a target stands. None of it ranks anybody: it says what to look at. */
export const targetStates = {
  reached: { zh: '已完成', en: 'Reached' },
  onWay: { zh: '进行中', en: 'On its way' },
  behind: { zh: '慢于时间进度', en: 'Behind the year' },
  stale: { zh: '逾期未填报', en: 'Not stated in time' },
  missed: { zh: '年度未完成', en: 'Not reached' },
} as const satisfies Record<string, Words>

export type TargetState = keyof typeof targetStates

const dayInMs = 86_400_000

/** The part of a year that has gone by at an instant, 0 to 1, by legal days. */
export const elapsed = (year: number, now: Date): number => {
  const [first, last] = [Date.parse(`${year}-01-01`), Date.parse(`${year}-12-31`)]
  return Math.min(1, Math.max(0, (Date.parse(legalDay(now)) - first + dayInMs) / (last - first + dayInMs)))
}

type Asked = {
  readonly year: number
  readonly now: Date
  readonly target: number
  readonly how: 'computed' | 'stated'
  /** Absent: nothing was stated yet. */
  readonly done?: number
  /** When it was stated. */
  readonly stated?: Date
  /** From when on it holds. */
  readonly since: Date
  /** Days within which what is stated is renewed. */
  readonly every: number
}

/** Where a target stands now. */
export const stateOf = ({ year, now, target, how, done = 0, stated, since, every }: Asked): TargetState => {
  if (done >= target) return 'reached'
  const today = legalDay(now)
  if (today > `${year}-12-31`) return 'missed'
  if (how === 'stated' && daysAfter(legalDay(stated ?? since), every) < today) return 'stale'
  return done / target < elapsed(year, now) ? 'behind' : 'onWay'
}

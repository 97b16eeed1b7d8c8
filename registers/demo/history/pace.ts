import { dueAt, type Calendar } from '../../../kernel/calendar.ts'
import type { Period } from '../../../kernel/period.ts'
import type { Random } from '../random.ts'

const hour = 3_600_000
const day = 24 * hour
const east = 8 * hour

/** When things happen: offices act in office hours of the calendar, people at home between seven and ten. */
export type Pace = {
  /** An instant in office hours, so many office hours later. */
  office(at: Date, min: number, max: number): Date
  /** An instant at which people are awake, at least so many hours later and at most ten more. */
  home(at: Date, min: number, max: number): Date
  /** When a period that starts at `at` has run out. */
  after(at: Date, period: Period): Date
}

/** Office hours in a working day: 08:30–12:00 and 14:30–18:00. */
const officeDay = 7

export const officeHoursOf = ({ amount, unit }: Period): number => (unit === 'workingHours' ? amount : amount * officeDay)

const awake = (at: number, random: Random): number => {
  const sinceMidnight = (at + east) % day
  const midnight = at - sinceMidnight
  if (sinceMidnight < 7 * hour) return midnight + 7 * hour + random.whole(0, 2 * hour)
  return sinceMidnight > 22 * hour ? midnight + day + 7 * hour + random.whole(0, 2 * hour) : at
}

export const paceOf = (calendar: Calendar, random: Random): Pace => {
  const between = (min: number, max: number): number => min + (max - min) * random.next()
  return {
    office: (at, min, max) => new Date(dueAt(calendar, at, { amount: Math.max(0.05, between(min, max)), unit: 'workingHours' }).at.getTime() + random.whole(1, 59) * 1000),
    home: (at, min, max) => new Date(awake(at.getTime() + between(min, max) * hour, random)),
    after: (at, period) => dueAt(calendar, at, period).at,
  }
}

import { lateInWords, leftInWords, type Period, type Unit } from './period.ts'
import { words, type Words } from './words.ts'

/**
 * The working calendar and the arithmetic of legal time limits (Civil Code 200–204).
 * Legal days are those of Asia/Shanghai (UTC+8, no summer time), whatever the machine's time zone.
 *
 *   const calendar = makeCalendar(holidays)
 *   dueAt(calendar, new Date('2026-09-30T10:00:00+08:00'), { amount: 5, unit: 'workingDays' }).at // 13 October, 18:00
 */

/**
 * A year's published holidays and make-up working days ('YYYY-MM-DD'; weekends need not be listed).
 * A notice for a year may also move days of the December before it, as that for 2019 did. Several rows may
 * stand for one year, so that a county adds the local holidays it sets (Holiday Measures, article 4).
 */
export type YearOfDays = { readonly year: number; readonly holidays: readonly string[]; readonly workdays: readonly string[] }

/** Office hours, 'HH:MM' to 'HH:MM' in order. */
export type OfficeHours = readonly (readonly [opens: string, closes: string])[]

type Session = { readonly opens: number; readonly closes: number }

/** Precomputed; days are counted from 1970-01-01, milliseconds from the legal midnight. Make it once, at start. */
export type Calendar = {
  /** Years whose holidays are published. */
  readonly years: ReadonlySet<number>
  readonly sessions: readonly Session[]
  /** Office time in a working day, milliseconds. */
  readonly officeDay: number
  readonly closing: number
  readonly working: Uint8Array
  /** Working days up to and including day n. */
  readonly upTo: Int32Array
  /** The day of the nth working day, from 1. */
  readonly nth: Int32Array
  /** Unpublished days up to and including day n. */
  readonly unknown: Int32Array
}

/** A deadline. It is late when the clock is past `at`. */
export type Due = {
  readonly at: Date
  /** A day looked at lies where no holidays are published: `at` is the earliest date to reckon with, to be counted again. */
  readonly provisional: boolean
  /** The legal day the period itself ends on, before it rolls off a holiday. Kept with a clock, it makes `resume` and `extend` exact. */
  readonly last: string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const east = 8 * hour
const finalYear = 2149

/** Product default, not law: an office's own hours replace it. */
export const defaultHours: OfficeHours = [['08:30', '12:00'], ['14:30', '18:00']]

/**
 * The holidays fixed to a date for every year, by the Measures on National Holidays, article 2 (as revised 2024-11-10).
 * They hold in unpublished years too; those of the lunar calendar and the made-up weekends are not guessed at.
 */
export const everyYear: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

const pick = (table: Uint8Array | Int32Array, index: number): number => {
  const value = table[index]
  if (value === undefined) throw new RangeError(`the calendar reaches from 1970 to ${finalYear}`)
  return value
}

const dayOf = (at: Date): number => {
  const number = Math.floor((at.getTime() + east) / day)
  if (Number.isNaN(number)) throw new RangeError('not an instant')
  return number
}

const sinceMidnight = (at: Date): number => at.getTime() + east - dayOf(at) * day
const instant = (number: number, milliseconds = 0): Date => new Date(number * day - east + milliseconds)
const two = (part: number): string => String(part).padStart(2, '0')
const written = (number: number): string => {
  const date = new Date(number * day)
  return `${String(date.getUTCFullYear()).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
}

const read = (text: string): number => {
  const number = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8)) / day : NaN
  if (Number.isNaN(number) || written(number) !== text) throw new RangeError(`not a day: ${text}`)
  return number
}

/** The legal day (Asia/Shanghai) an instant falls on, 'YYYY-MM-DD'. */
export const legalDay = (at: Date): string => written(dayOf(at))

/** 00:00 of a legal day. */
export const startOfLegalDay = (text: string): Date => instant(read(text))

/** 24:00 of a legal day, kept as its last millisecond so that it still reads as that day. */
export const endOfLegalDay = (text: string): Date => instant(read(text) + 1, -1)

/** From an instant to the end of a legal day, for what ends by itself on a date whether or not offices work: it does not roll off a holiday. */
export const untilEndOf = (text: string, from: Date): Period => ({ amount: (endOfLegalDay(text).getTime() - from.getTime()) / hour, unit: 'hours' })

/** The legal day that many days after another. */
export const daysAfter = (text: string, days: number): string => written(read(text) + days)

/** How many legal days after another a day lies. */
export const daysBetween = (from: string, to: string): number => read(to) - read(from)

const timeOf = (text: string): number => {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text)) throw new RangeError(`not a time of day: ${text}`)
  return +text.slice(0, 2) * hour + +text.slice(3) * minute
}

const sessionsOf = (hours: OfficeHours): readonly Session[] => {
  const sessions = hours.map(([opens, closes]) => ({ opens: timeOf(opens), closes: timeOf(closes) }))
  let before = -1
  for (const { opens, closes } of sessions) {
    if (opens <= before || closes <= opens) throw new RangeError('office hours must stand in order, apart from each other')
    before = closes
  }
  return sessions
}

const daysListed = (years: readonly YearOfDays[], list: 'holidays' | 'workdays'): ReadonlySet<number> =>
  new Set(years.flatMap(row => row[list].map(text => {
    if (!text.startsWith(`${row.year}-`) && !text.startsWith(`${row.year - 1}-12-`)) throw new RangeError(`${text} is no day of ${row.year}`)
    return read(text)
  })))

const monthDay = (date: Date): number => (date.getUTCMonth() + 1) * 100 + date.getUTCDate()

/**
 * Computes the tables for 1970–2149 (13–21 ms measured, 0.8 MB).
 * Where a year is not published, Monday to Friday work except `fixed` ('MM-DD'): a weekend may yet become a make-up day, but
 * counting it would set deadlines on days when offices are almost surely shut. From 28 December on a year counts as
 * published only with the next one, whose New Year notice may reach back that far.
 */
export const makeCalendar = (published: readonly YearOfDays[], hours: OfficeHours = defaultHours, fixed: readonly string[] = everyYear): Calendar => {
  const holidays = daysListed(published, 'holidays')
  const workdays = daysListed(published, 'workdays')
  for (const one of holidays) if (workdays.has(one)) throw new RangeError(`${written(one)} is listed both as a holiday and as a working day`)
  const sessions = sessionsOf(hours)
  if (sessions.length === 0) throw new RangeError('office hours are missing')
  const years = new Set(published.map(row => row.year))
  const everyYears = new Set(fixed.map(text => monthDay(new Date(read(`2000-${text}`) * day))))
  const size = read(`${finalYear}-12-31`) + 1
  const working = new Uint8Array(size)
  const upTo = new Int32Array(size)
  const unknown = new Int32Array(size)
  const nth: number[] = [-1]
  let unpublished = 0
  for (let number = 0; number < size; number++) {
    const date = new Date(number * day)
    const year = date.getUTCFullYear()
    const weekday = date.getUTCDay()
    const works = workdays.has(number)
      || (weekday !== 0 && weekday !== 6 && !holidays.has(number) && (years.has(year) || !everyYears.has(monthDay(date))))
    if (!years.has(year) || (monthDay(date) >= 1228 && !years.has(year + 1))) unpublished++
    if (works) nth.push(number)
    working[number] = works ? 1 : 0
    upTo[number] = nth.length - 1
    unknown[number] = unpublished
  }
  return {
    years, sessions, working, upTo, unknown, nth: Int32Array.from(nth),
    officeDay: sessions.reduce((sum, { opens, closes }) => sum + closes - opens, 0),
    closing: sessions.at(-1)?.closes ?? day,
  }
}

/** Whether any day after `from`, up to and including `to`, is unpublished. */
const anyUnknown = (calendar: Calendar, from: number, to: number): boolean =>
  pick(calendar.unknown, to) > (from < 0 ? 0 : pick(calendar.unknown, from))

/** Whether offices work on a legal day, and whether that is published or only reckoned. */
export const isWorkingDay = (calendar: Calendar, text: string): { working: boolean; published: boolean } => {
  const number = read(text)
  return { working: pick(calendar.working, number) === 1, published: !anyUnknown(calendar, number - 1, number) }
}

/** Office milliseconds from the start of the calendar to an instant. */
const officeTime = (calendar: Calendar, at: Date): number => {
  const number = dayOf(at)
  const works = pick(calendar.working, number)
  const before = (pick(calendar.upTo, number) - works) * calendar.officeDay
  if (works === 0) return before
  const now = sinceMidnight(at)
  return calendar.sessions.reduce((sum, { opens, closes }) => sum + Math.max(0, Math.min(now, closes) - opens), before)
}

/** The first instant by which so much office time has passed. */
const whenOfficeTime = (calendar: Calendar, time: number): Date => {
  const ordinal = Math.ceil(time / calendar.officeDay)
  let rest = time - (ordinal - 1) * calendar.officeDay
  for (const { opens, closes } of calendar.sessions) {
    if (rest <= closes - opens) return instant(pick(calendar.nth, ordinal), opens + rest)
    rest -= closes - opens
  }
  throw new RangeError('no such office time')
}

/** Civil Code 202: the same date of the month due, or that month's last day. */
const monthsAfter = (number: number, months: number): number => {
  const from = new Date(number * day)
  const month = from.getUTCMonth() + months
  const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate()
  return Date.UTC(from.getUTCFullYear(), month, Math.min(from.getUTCDate(), lastOfMonth)) / day
}

/** 24:00 of a last day, rolled to the next working day when it is none (Civil Code 203). */
const endOf = (calendar: Calendar, last: number): Due => {
  const ends = pick(calendar.working, last) === 1 ? last : pick(calendar.nth, pick(calendar.upTo, last) + 1)
  return { at: instant(ends + 1, -1), provisional: anyUnknown(calendar, last - 1, ends), last: written(last) }
}

const closingOf = (calendar: Calendar, ordinal: number, after: number): Due => {
  const last = pick(calendar.nth, ordinal)
  return { at: instant(last, calendar.closing), provisional: anyUnknown(calendar, after, Math.max(after, last)), last: written(last) }
}

const hoursEnd = (calendar: Calendar, from: number, time: number): Due => {
  const at = whenOfficeTime(calendar, time)
  return { at, provisional: anyUnknown(calendar, from - 1, Math.max(from, dayOf(at))), last: legalDay(at) }
}

/** By the clock on the wall no holiday counts, so nothing about the end is provisional. */
const wallEnd = (calendar: Calendar, milliseconds: number): Due => {
  const at = new Date(milliseconds)
  pick(calendar.upTo, dayOf(at))
  return { at, provisional: false, last: legalDay(at) }
}

/**
 * When a period that starts at `start` ends.
 * - `days`, `months`: the first day is not counted; a last day off rolls to the next working day; ends at 24:00, in favour of whoever
 *   must act (Civil Code 201–203).
 * - `workingDays`: the first day is not counted; ends when the office closes on the last (203: business hours).
 * - `workingHours`: counted from the instant itself, in office hours only (201).
 * - `hours`: counted from the instant itself, day and night, and never rolled: for what ends by itself and asks nobody to act.
 * The amount is a whole number above 0, hours may be parts; else, or beyond 2149, a RangeError.
 */
export const dueAt = (calendar: Calendar, start: Date, { amount, unit }: Period): Due => {
  if (!(amount > 0) || (unit !== 'workingHours' && unit !== 'hours' && !Number.isInteger(amount))) throw new RangeError(`no period: ${amount} ${unit}`)
  const first = dayOf(start)
  switch (unit) {
    case 'days': return endOf(calendar, first + amount)
    case 'months': return endOf(calendar, monthsAfter(first, amount))
    case 'workingDays': return closingOf(calendar, pick(calendar.upTo, first) + amount, first)
    case 'workingHours': return hoursEnd(calendar, first, officeTime(calendar, start) + Math.round(amount * hour))
    case 'hours': return wallEnd(calendar, start.getTime() + Math.round(amount * hour))
  }
}

/** A deadline put off by a period, counted on from its own last day (before rolling, where `last` is known). */
export const extend = (calendar: Calendar, due: { readonly at: Date; readonly last?: string }, period: Period): Due =>
  dueAt(calendar, due.last === undefined || period.unit === 'workingHours' || period.unit === 'hours' ? due.at : startOfLegalDay(due.last), period)

/** Whole office minutes from `from` to `to`, cut off; negative when `to` is the earlier. */
export const workingMinutesBetween = (calendar: Calendar, from: Date, to: Date): number =>
  Math.trunc((officeTime(calendar, to) - officeTime(calendar, from)) / minute)

/** Whole units between two instants; like a period's first day, the day of `from` is not counted. */
const unitsBetween = (calendar: Calendar, from: Date, to: Date, unit: Exclude<Unit, 'months'>): number => {
  switch (unit) {
    case 'days': return dayOf(to) - dayOf(from)
    case 'workingDays': return pick(calendar.upTo, dayOf(to)) - pick(calendar.upTo, dayOf(from))
    case 'workingHours': return Math.floor((officeTime(calendar, to) - officeTime(calendar, from)) / hour)
    case 'hours': return Math.floor((to.getTime() - from.getTime()) / hour)
  }
}

const wholeDays = (late: boolean, amount: number): ReturnType<typeof remaining> =>
  ({ late, amount, unit: 'days', words: (late ? lateInWords : leftInWords)({ amount, unit: 'days' }) })

/**
 * What is left of a deadline, or by how much it is missed, in whole units (cut off, so that nobody is promised more than there is).
 * What is left of months is told in days, and so are two days and more of hours. With days, 0 left reads “今天到期”.
 */
export const remaining = (calendar: Calendar, now: Date, due: Date, unit: Unit): { late: boolean; amount: number; unit: Unit; words: Words } => {
  const late = now.getTime() > due.getTime()
  if (unit === 'hours' && Math.abs(due.getTime() - now.getTime()) >= 2 * day) return wholeDays(late, Math.floor(Math.abs(due.getTime() - now.getTime()) / day))
  const told = unit === 'months' ? 'days' : unit
  const amount = late ? unitsBetween(calendar, due, now, told) : unitsBetween(calendar, now, due, told)
  if (late) return { late, amount, unit: told, words: lateInWords({ amount, unit: told }) }
  const today = told !== 'workingHours' && told !== 'hours' && dayOf(now) === dayOf(due)
  return { late, amount, unit: told, words: today ? words('今天到期', 'due today') : leftInWords({ amount, unit: told }) }
}

/**
 * The new end of a clock that was stopped with time left and goes on at `resumedAt`: what was left stays left, in the clock's own unit.
 * Hours by the clock go on to the millisecond. By days, the day of the stop still counts and the day of the resumption does not (Civil Code 201, the first day is not counted, of the
 * stop and of what follows it), so a stop within one day changes nothing. What is left of months is kept in days.
 * A deadline missed before the stop stays where it was: a stop heals nothing.
 * Give `last` (from `dueAt`) for days and months, or a roll off a holiday counts as time left.
 */
export const resume = (
  calendar: Calendar, stop: { readonly stoppedAt: Date; readonly due: Date; readonly last?: string }, resumedAt: Date, unit: Unit,
): Due => {
  const { stoppedAt, due } = stop
  const last = stop.last ?? legalDay(due)
  const from = dayOf(stoppedAt)
  const on = dayOf(resumedAt)
  if (resumedAt < stoppedAt) throw new RangeError('a clock cannot resume before it stopped')
  const lookedAtFrom = unit === 'workingDays' ? from : unit === 'workingHours' ? from - 1 : read(last) - 1
  const asItWas = { at: due, provisional: unit !== 'hours' && dayOf(due) > lookedAtFrom && anyUnknown(calendar, lookedAtFrom, dayOf(due)), last }
  if (stoppedAt > due) return asItWas
  const counted = (end: Due): Due => ({ ...end, provisional: end.provisional || asItWas.provisional })
  switch (unit) {
    case 'hours': return wallEnd(calendar, due.getTime() + resumedAt.getTime() - stoppedAt.getTime())
    case 'workingHours': {
      const now = officeTime(calendar, resumedAt)
      if (now === officeTime(calendar, stoppedAt) && resumedAt <= due) return asItWas
      const left = officeTime(calendar, due) - officeTime(calendar, stoppedAt)
      return counted(left === 0 ? { ...asItWas, at: resumedAt, last: legalDay(resumedAt) } : hoursEnd(calendar, on, now + left))
    }
    case 'workingDays': {
      const passed = unitsBetween(calendar, stoppedAt, resumedAt, unit)
      if (passed === 0 && resumedAt <= due) return asItWas
      const ordinal = pick(calendar.upTo, dayOf(due)) + passed
      const end = closingOf(calendar, ordinal, on)
      return counted(end.at < resumedAt ? closingOf(calendar, ordinal + 1, on) : end)
    }
    case 'days':
    case 'months': {
      if (on === from && resumedAt <= due) return asItWas
      const end = endOf(calendar, Math.max(read(last), from) + on - from)
      return stop.last === undefined ? counted(end) : end
    }
  }
}

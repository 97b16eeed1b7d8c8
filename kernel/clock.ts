import type { Citation } from '../regulation/citation.ts'
import type { Figure, RuleName } from '../regulation/rules.ts'
import { dueAt, extend, legalDay, resume, startOfLegalDay, type Calendar, type Due } from './calendar.ts'
import type { Period } from './period.ts'
import type { Words } from './words.ts'

/** Where a time limit comes from. A product default never shows as an article's requirement and founds no breach. */
export type Source = {
  readonly kind: 'regulation' | 'national' | 'local' | 'default'
  readonly words: Words
  readonly article?: Citation
  readonly confirmed: boolean
}

/** A time limit and where it comes from. `from`: the legal day it began on, where that is not the one on which its clock starts here. */
export type Limit = { readonly period: Period; readonly source: Source; readonly from?: string }

/**
 * A legal clock that runs on a matter. Instants are ISO 8601 in UTC.
 * `then` names the step the clock takes when it runs out; `fired` says that it has.
 * `provisional` marks a date that runs into a year whose public holidays are not published.
 */
export type Clock = Omit<Limit, 'from'> & {
  readonly started: string
  readonly due: string
  /** The legal day the period ended on, before it rolled off a holiday: what a stop or an extension counts from. */
  readonly last: string
  readonly provisional: boolean
  readonly then: string
  readonly fired?: true
  readonly stopped?: { readonly at: string; readonly grounds: string }
  /** What moved the date since the start, in order: it can be counted again when a calendar is published. */
  readonly moved?: readonly Moved[]
}

/** A stop that ended, or an extension. */
export type Moved = { readonly from: string; readonly until: string } | { readonly by: Period }

/** Dated figures and the calendar: the law as data, handed in so that the kernel reads no clock and no file. */
export type Law = {
  readonly calendar: Calendar
  figure(name: RuleName, on: string): Figure
}

/** The time limit a rule sets on the legal day of `at`. Throws where the rule's figure is no period of time. */
export const limitOf = (law: Law, name: RuleName, at: Date): Limit => {
  const rule = law.figure(name, legalDay(at))
  const { unit, value } = rule
  if (unit !== 'days' && unit !== 'workingDays' && unit !== 'workingHours' && unit !== 'hours' && unit !== 'months') {
    throw new Error(`rule ${name} is no period: ${unit}`)
  }
  if (typeof value !== 'number') throw new Error(`rule ${name} is no whole figure`)
  return {
    period: { amount: value, unit },
    source: { kind: rule.kind, words: rule.source, ...(rule.article && { article: rule.article }), confirmed: rule.confirmed },
  }
}

const dated = ({ at, last, provisional }: Due) => ({ due: at.toISOString(), last, provisional })

const beginning = ({ from }: Limit, now: Date): Date => (from === undefined ? now : startOfLegalDay(from))

/** When a limit that begins now, or began on the day it says, is over. */
export const dueOfLimit = (law: Law, limit: Limit, now: Date): Due => dueAt(law.calendar, beginning(limit, now), limit.period)

export const startClock = (law: Law, limit: Limit, then: string, now: Date): Clock =>
  ({ period: limit.period, source: limit.source, started: beginning(limit, now).toISOString(), ...dated(dueOfLimit(law, limit, now)), then })

export const stopClock = (clock: Clock, grounds: string, now: Date): Clock =>
  clock.stopped || clock.fired ? clock : { ...clock, stopped: { at: now.toISOString(), grounds } }

/** Goes on with the time that was left when the clock stopped. */
export const resumeClock = (law: Law, clock: Clock, now: Date): Clock => {
  if (!clock.stopped) return clock
  const { stopped, ...rest } = clock
  return moveOn(law, rest, { from: stopped.at, until: now.toISOString() })
}

/**
 * Sets a clock aside with what is left of it while its matter waits elsewhere; `resumeClock` goes on with that. One that had run out is
 * called again as soon as it goes on: waiting heals nothing.
 */
export const setAside = ({ fired, ...clock }: Clock, grounds: string, now: Date): Clock => stopClock(clock, grounds, now)

/** Adds `period` behind the present due date; the original start and source stay. */
export const extendClock = (law: Law, clock: Clock, period: Period): Clock => moveOn(law, clock, { by: period })

const moveOn = (law: Law, clock: Clock, move: Moved): Clock => {
  const due = { due: new Date(clock.due), last: clock.last }
  const moved = 'by' in move
    ? extend(law.calendar, { at: due.due, last: due.last }, move.by)
    : resume(law.calendar, { stoppedAt: new Date(move.from), ...due }, new Date(move.until), clock.period.unit)
  return { ...clock, ...dated(moved), moved: [...(clock.moved ?? []), move] }
}

/**
 * Counts a provisional date again under the calendar as it is published now, from the start through every stop and extension.
 * Never earlier than it was: somebody relied on the date they were told.
 */
export const recountClock = (law: Law, clock: Clock): Clock => {
  const { moved: moves = [], stopped, ...rest } = clock
  const start: Clock = { ...rest, ...dated(dueAt(law.calendar, new Date(clock.started), clock.period)) }
  const again = moves.reduce((c, move) => moveOn(law, c, move), start)
  const kept = again.due < clock.due ? { ...again, due: clock.due, last: clock.last } : again
  return stopped ? { ...kept, stopped } : kept
}

/** Whether a clock has run out by now, though it may not have been called yet. What was stopped in time has not. */
export const hasRunOut = (clock: Clock, now: Date): boolean =>
  clock.fired === true || Date.parse(clock.due) <= (clock.stopped ? Date.parse(clock.stopped.at) : now.getTime())

/** The limit that ends the sooner of two that start now. */
export const shorter = (law: Law, now: Date, one: Limit, other: Limit): Limit =>
  dueOfLimit(law, one, now).at <= dueOfLimit(law, other, now).at ? one : other

export const isRunning = (clock: Clock): boolean => !clock.stopped && !clock.fired

/** The due date that counts next: the earliest of the clocks that run. */
export const nextDue = (clocks: { readonly [name: string]: Clock }): string | undefined =>
  Object.values(clocks).filter(isRunning).map(clock => clock.due).toSorted()[0]

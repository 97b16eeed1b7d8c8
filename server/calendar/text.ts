import ical, { ICalEventStatus } from 'ical-generator'
import type { Language } from '../views/reader.ts'

/** One date in a calendar: what it is, when it falls due, where, and whether it was called off. Its `id` stays the same however the date moves. `allDay`: the UTC day of `due`, wherever it is read. */
export type Item = { readonly id: string; readonly summary: string; readonly due: Date; readonly allDay?: true; readonly place?: string; readonly seq: number; readonly stamp: Date; readonly off: boolean }

/** Seconds after which a program should look again. */
const lasting = 3600

/** A calendar as iCalendar text (RFC 5545; name and interval by RFC 7986). Instants in UTC, so that no time zone need be told. */
export const calendarText = (name: string, language: Language, items: readonly Item[]): string => {
  const calendar = ical({ name, prodId: { company: 'Shanzhi', product: 'deadlines', language: language === 'zh' ? 'ZH' : 'EN' }, ttl: lasting })
  for (const { id, summary, due, allDay, place, seq, stamp, off } of items) {
    calendar.createEvent({ id: `${id}@shanzhi`, start: due, ...(allDay && { allDay }), ...(place !== undefined && { location: place }), summary, sequence: seq, stamp, status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED })
  }
  return calendar.toString()
}

import { legalDay, startOfLegalDay } from '../../kernel/calendar.ts'
import type { Area } from '../../registers/burden/borne.ts'
import { daysOf, monthsTo, type Month } from '../../registers/burden/months.ts'
import type { Directory } from '../../registers/directory.ts'

/** A span of months that ends with this one: its days `[from, before)`, the same as instants, and today. */
export type Span = { readonly months: readonly Month[]; readonly days: readonly [from: string, before: string]; readonly at: readonly [from: Date, before: Date]; readonly today: string }

export const spanTo = (now: Date, count: number): Span => {
  const today = legalDay(now)
  const months = monthsTo(today, count)
  const days = [daysOf(months[0] ?? today)[0], daysOf(months.at(-1) ?? today)[1]] as const
  return { months, days, at: [startOfLegalDay(days[0]), startOfLegalDay(days[1])], today }
}

/** Where work of a place is kept: its county, or each county of a city. */
export const areaOf = (directory: Directory, region: string): Area =>
  ({ region, counties: region.length >= 6 ? [region.slice(0, 6)] : [region, ...directory.children(region).map(child => child.code)] })

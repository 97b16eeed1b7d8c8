import type { Law } from '../../../kernel/clock.ts'
import { disputeKinds, type DisputeKind } from './kinds.ts'

/** How many disputes of a kind were registered in a place in a month, `YYYY-MM`. */
export type Monthly = { readonly place: string; readonly kind: DisputeKind; readonly month: string; readonly n: number }

/** A kind that grows in a place: this month's count against the mean of the months before. */
export type Warning = { readonly place: string; readonly kind: DisputeKind; readonly n: number; readonly before: number }

/** `YYYY-MM` so many months before another. */
export const monthBefore = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 - by, 1)).toISOString().slice(0, 7)
}

export const kindOf = (measure: string): DisputeKind | undefined => {
  const name = measure.replace(/^kind-/, '')
  return Object.hasOwn(disputeKinds, name) ? name as DisputeKind : undefined
}

/** Where a kind of dispute grows beyond what is usual there, the strongest first (Art. 28.1, 28.2): by place, kind and trend, and of no person. */
export const warnings = (counts: readonly Monthly[], month: string, law: Law): readonly Warning[] => {
  const figure = (name: 'warning.least' | 'warning.months' | 'warning.times'): number => Number(law.figure(name, `${month}-01`).value)
  const [least, months, times] = [figure('warning.least'), figure('warning.months'), figure('warning.times')]
  const past = new Set(Array.from({ length: months }, (_, at) => monthBefore(month, at + 1)))
  return [...Map.groupBy(counts, one => `${one.place} ${one.kind}`).values()].flatMap(list => {
    const [first] = list
    const sum = (wanted: (one: Monthly) => boolean): number => list.filter(wanted).reduce((total, one) => total + one.n, 0)
    const n = sum(one => one.month === month)
    const before = sum(one => past.has(one.month)) / months
    return first && n >= least && n >= times * before ? [{ place: first.place, kind: first.kind, n, before }] : []
  }).toSorted((a, b) => (b.n - b.before) - (a.n - a.before) || a.place.localeCompare(b.place))
}

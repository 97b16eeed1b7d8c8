/** A month as `YYYY-MM`. */
export type Month = string

const first = (year: number, month: number): string => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)

const numbers = (text: string): readonly [year: number, month: number] => {
  const [year = 0, month = 1] = text.split('-').map(Number)
  return [year, month]
}

/** The month of a legal day. */
export const monthOf = (day: string): Month => day.slice(0, 7)

/** First day of a month, and first day after it, `YYYY-MM-DD`. */
export const daysOf = (month: Month): readonly [from: string, before: string] => {
  const [year, of] = numbers(month)
  return [first(year, of), first(year, of + 1)]
}

/** The `count` months that end with the month of a legal day, oldest first. */
export const monthsTo = (day: string, count: number): readonly Month[] => {
  const [year, of] = numbers(day)
  return Array.from({ length: count }, (_, n) => monthOf(first(year, of - count + 1 + n)))
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/**
 * The part of a task's minutes that falls on the days `[from, before)`: minutes are spread evenly over the task's days, `since` to `until`
 * inclusive, and cut at whole minutes so that the parts of its months add up to all of it. The database counts the same (`shareOf`).
 */
export const share = (task: { readonly since: string; readonly until: string; readonly minutes: number }, from: string, before: string): number => {
  const [start, end] = [dayNumber(task.since), dayNumber(task.until) + 1]
  const days = Math.max(1, end - start)
  const until = (day: number): number => Math.floor((task.minutes * Math.min(days, Math.max(0, day - start))) / days)
  return until(dayNumber(before)) - until(dayNumber(from))
}

/** The same in SQL, over a task `g` and the days of `from` to `before`. */
export const shareOf = (from: string, before: string): string => {
  const days = 'greatest(1, g.until + 1 - g.since)'
  const until = (day: string): string => `(g.minutes::bigint * least(${days}, greatest(0, ${day} - g.since)) / ${days})`
  return `(${until(before)} - ${until(from)})`
}

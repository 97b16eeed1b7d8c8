import type { Words } from '../words.ts'

/** One year's arrangement of public holidays as the State Council published it. Days are `YYYY-MM-DD`, in order. */
export type HolidayYear = {
  readonly year: number
  /** Every day of a holiday block that falls in the year, weekend days inside the block included. */
  readonly holidays: readonly string[]
  /** Weekend days that are worked to make up for it. */
  readonly workdays: readonly string[]
  readonly source: Words
}

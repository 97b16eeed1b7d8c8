import { year2023 } from './holidays/2023.ts'
import { year2024 } from './holidays/2024.ts'
import { year2025 } from './holidays/2025.ts'
import { year2026 } from './holidays/2026.ts'
import type { HolidayYear } from './holidays/year.ts'

export type { HolidayYear } from './holidays/year.ts'

/**
 * The years whose public holidays are published. A year that is not here is not known, not free of holidays:
 * deadlines that run into it are provisional until its row arrives.
 */
export const holidayYears: readonly HolidayYear[] = [year2023, year2024, year2025, year2026]

/** The arrangement of a year, `undefined` until it is published. */
export const holidaysIn = (year: number): HolidayYear | undefined => holidayYears.find(y => y.year === year)

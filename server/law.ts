import { makeCalendar } from '../kernel/calendar.ts'
import type { Law } from '../kernel/clock.ts'
import { holidayYears } from '../regulation/holidays.ts'
import { figure, type Rule } from '../regulation/rules.ts'

/** The law as data: the published holidays, and the figures shipped or adopted on this site. */
export const lawWith = (adopted: readonly Rule[]): Law => {
  const known = new Map<string, ReturnType<typeof figure>>()
  return {
    calendar: makeCalendar(holidayYears),
    // Asked several times a step, always for today or a few days: sorting all the rows each time took more than the rest of `decide`.
    figure: (name, on) => {
      const key = `${name} ${on}`
      const found = known.get(key) ?? figure(name, on, adopted)
      if (known.size > 5000) known.clear()
      known.set(key, found)
      return found
    },
  }
}

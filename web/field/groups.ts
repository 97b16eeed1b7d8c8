import { words, type Words } from '../../kernel/words.ts'
import type { MatterRow } from '../../server/wire.ts'
import { dayOf } from '../parts/time.ts'
import { isClosed, waitsForReporter } from '../parts/stages.ts'

export const groupNames = {
  verify: words('待我核实', 'For me to verify'),
  late: words('已超期', 'Late'),
  today: words('今天到期', 'Due today'),
  week: words('七天内到期', 'Due within a week'),
  later: words('更晚', 'Later'),
  reporter: words('等反映人', 'Waiting for the reporter'),
} satisfies Record<string, Words>

export type Group = keyof typeof groupNames

const day = 86_400_000

/** Where a matter stands in the day's work; `undefined` where it asks nothing of anybody any more. */
export const groupOf = (row: MatterRow, now: Date): Group | undefined => {
  if (isClosed(row.procedure, row.stage)) return undefined
  if (row.stage === 'verifying') return 'verify'
  if (waitsForReporter(row)) return 'reporter'
  if (row.due?.late) return 'late'
  if (!row.due) return 'later'
  if (dayOf(new Date(row.due.at)) <= dayOf(now)) return 'today'
  return Date.parse(row.due.at) - now.getTime() < 7 * day ? 'week' : 'later'
}

import type { Words } from '../../../kernel/words.ts'
import type { Actor } from '../../../kernel/post.ts'
import type { MatterRow } from '../../../server/wire.ts'
import { dueKind } from '../../parts/Deadline.tsx'
import { dayOf, sundayOf } from '../../parts/time.ts'
import { askedOf, type Asked } from './asked.ts'

export const groupNames = {
  late: { zh: '已超期', en: 'Late' },
  today: { zh: '今天到期', en: 'Due today' },
  week: { zh: '本周到期', en: 'Due this week' },
  later: { zh: '以后', en: 'Later' },
  waiting: { zh: '等待他人', en: 'Waiting for others' },
} as const satisfies Record<string, Words>

export type Group = keyof typeof groupNames

/** A line of the list: the head of a group or a matter. */
export type Line =
  | { readonly kind: 'head'; readonly group: Group; readonly count: number; readonly more: boolean }
  | { readonly kind: 'row'; readonly row: MatterRow; readonly asked: Asked | undefined }

const groupOf = (row: MatterRow, asked: Asked | undefined, now: Date, apart: boolean): Group => {
  if (apart && !asked?.mine) return 'waiting'
  const kind = dueKind(row.due, now)
  if (kind === 'late' || kind === 'today') return kind
  return row.due && dayOf(new Date(row.due.at)) <= sundayOf(now) ? 'week' : 'later'
}

/**
 * The lines of a to-do list. Rows come by due date, so new pages only ever lengthen the list at its end. Where those waiting
 * for others stand apart (`apart`), they come last, and only when no page is on its way (`settled`), so that nothing jumps.
 */
export const groupLines = (rows: readonly MatterRow[], actor: Actor, now: Date, { apart, settled, complete }: { readonly apart: boolean; readonly settled: boolean; readonly complete: boolean }): { readonly lines: readonly Line[]; readonly counts: { readonly [G in Group]: number } } => {
  const groups: { [G in Group]: Line[] } = { late: [], today: [], week: [], later: [], waiting: [] }
  for (const row of rows) {
    const asked = askedOf(row, actor)
    groups[groupOf(row, asked, now, apart)].push({ kind: 'row', row, asked })
  }
  const names = (Object.keys(groups) as Group[]).filter(name => groups[name].length > 0)
  const last = names.filter(name => name !== 'waiting').at(-1)
  return {
    lines: names
      .filter(name => name !== 'waiting' || settled)
      .flatMap(name => [{ kind: 'head', group: name, count: groups[name].length, more: !complete && (name === last || name === 'waiting') } as const, ...groups[name]]),
    counts: { late: groups.late.length, today: groups.today.length, week: groups.week.length, later: groups.later.length, waiting: groups.waiting.length },
  }
}

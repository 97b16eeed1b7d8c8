import { remaining } from '../../kernel/calendar.ts'
import type { Law } from '../../kernel/clock.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { MatterRow as Row } from '../../store/matter-row.ts'
import { isGiven, shown } from '../../store/read/reader.ts'
import type { MatterRow } from '../wire.ts'
import { officeRef, regionRef } from './place.ts'
import type { Reader } from './reader.ts'

/** When a matter is due and what is left, in the unit of the clock that sets it. */
export const dueOf = (law: Law, row: Pick<Row, 'due' | 'late' | 'clocks'>, now: Date): MatterRow['due'] => {
  if (row.due === null) return undefined
  const at = row.due.toISOString()
  const clock = Object.values(row.clocks).find(one => one.due === at) ?? row.clocks['stage']
  const { words, late } = remaining(law.calendar, now, row.due, clock?.period.unit ?? 'workingDays')
  return { at, late: late || row.late, words, provisional: clock?.provisional ?? false }
}

type Names = ReadonlyMap<string, string>

/** One line of a list: the facts the declaration names for it, as its reader may see them. */
export const rowView = (law: Law, procedure: Procedure, row: Row, reader: Reader, names: Names): MatterRow => {
  const due = dueOf(law, row, reader.now)
  const name = row.holder_account === null ? undefined : names.get(row.holder_account)
  return {
    id: row.id, county: row.county, number: row.number, procedure: row.procedure, stage: row.stage, seq: row.seq,
    title: row.title,
    region: regionRef(reader, row.region),
    ...(row.holder_office !== null && {
      holder: {
        office: officeRef(reader, row.holder_office),
        ...(row.holder_account !== null && { account: row.holder_account }), ...(name !== undefined && { name }),
      },
    }),
    opened: row.opened.toISOString(), updated: row.updated.toISOString(),
    ...(due && { due }),
    facts: Object.fromEntries(shown(procedure, row, [...procedure.list.columns]).filter(isGiven(procedure)).map(({ fact, value }) => [fact, value])),
  }
}

/** The accounts whose names a list shows. */
export const holdersIn = (rows: readonly Pick<Row, 'holder_account'>[]): readonly string[] =>
  [...new Set(rows.flatMap(row => row.holder_account ?? []))]

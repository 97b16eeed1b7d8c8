import { fromText } from '../../kernel/cell.ts'
import type { Fact, Facts } from '../../kernel/fact.ts'
import { checkRow, twice } from '../../kernel/facts.ts'
import { words, type Json, type JsonObject, type Words } from '../../kernel/words.ts'
import type { SheetFault, SheetView } from '../wire.ts'
import { address, dayIn, textIn, type FoundCell, type FoundRow } from './cell.ts'
import { findColumns, type Found } from './columns.ts'

/** Faults told at once; who mends them imports again. */
const most = 500

const valueIn = (column: Fact, cell: FoundCell): Json => fromText(column, textIn(column.kind === 'day' || column.kind === 'instant' ? dayIn(cell) : cell))

type Line = { readonly row: JsonObject; /** In the sheet, from 0. */ readonly line: number }

const linesOf = (rows: readonly FoundRow[], { head, at }: Found, columns: Facts): readonly Line[] =>
  rows.slice(head + 1).flatMap((cells, i): readonly Line[] => {
    const row = Object.fromEntries(Object.entries(columns).flatMap(([name, column]) => {
      const value = valueIn(column, cells[at.get(name) ?? -1] ?? null)
      return value === null ? [] : [[name, value]]
    }))
    return Object.keys(row).length === 0 ? [] : [{ row, line: head + 1 + i }]
  })

/** What a register says against a value of a column that was well formed. */
export type Stranger = (column: string, value: Json) => Words | undefined

/** What a sheet's cells come to as the value of a table fact: its rows as they would be given, and what is wrong with which cell. `undefined` where no head was found. */
export const judge = (name: string, fact: Fact, rows: readonly FoundRow[], stranger: Stranger = () => undefined): SheetView | undefined => {
  const { columns = {}, optional = [], once } = fact
  const found = findColumns(rows, columns)
  if (!found) return undefined
  const lines = linesOf(rows, found, columns)
  const missing = Object.keys(columns).filter(column => !found.at.has(column))
  const needed = missing.filter(column => !optional.includes(column))
  const faults: SheetFault[] = needed.map(column => ({ fact: name, column, why: words(`表中缺少“${columns[column]?.label.zh ?? column}”一列`, `The sheet has no column “${columns[column]?.label.en ?? column}”`) }))
  for (const [i, { row, line }] of lines.entries()) {
    const wrong = (column: string, why: Words): void => { faults.push({ fact: name, row: i, column, cell: address(line, found.at.get(column) ?? 0), why }) }
    for (const [column, value] of Object.entries(checkRow(columns, [...optional, ...missing], row, wrong))) {
      const why = stranger(column, value)
      if (why) wrong(column, why)
    }
  }
  for (const { row, column, why } of twice(once, lines.map(one => one.row))) faults.push({ fact: name, row, column, cell: address(lines[row]?.line ?? 0, found.at.get(column) ?? 0), why })
  const whole = faults.length === 0 ? fact.check(lines.map(one => one.row)) : { ok: true }
  if (!whole.ok && 'why' in whole) faults.push({ fact: name, why: whole.why })
  return { rows: lines.map(one => one.row), faults: faults.slice(0, most), bad: faults.length, missing, unknown: found.unknown }
}

import type { Fact } from '../../../kernel/fact.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { isObject, words, type Json, type JsonObject, type Words } from '../../../kernel/words.ts'
import { fromText } from '../../../kernel/cell.ts'

/** Editing a table fact: its rows as they stand, and the faults of single cells that are known of them. Every change gives a new one; none reaches into the old. */

export type Row = JsonObject
export type CellFault = Fault & { readonly row: number; readonly column: string }
export type Table = { readonly rows: readonly Row[]; readonly faults: readonly CellFault[] }

export const isCellFault = (fault: Fault): fault is CellFault => fault.row !== undefined && fault.column !== undefined

const isRow = (value: Json): value is Row => isObject(value)

export const rowsOf = (value: Json | undefined): readonly Row[] =>
  (Array.isArray(value) ? (value as readonly Json[]).map(one => (isRow(one) ? one : {})) : [])

const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

export const isBlank = (row: Row): boolean => Object.values(row).every(isEmpty)

/** What is wrong with one cell; an empty one only where it is needed. */
export const faultOf = ({ columns = {}, optional = [] }: Fact, column: string, value: Json | undefined): Words | undefined => {
  const declared = columns[column]
  if (!declared) return undefined
  if (isEmpty(value)) return optional.includes(column) ? undefined : words(`请填写${declared.label.zh}`, `${declared.label.en} is needed`)
  const checked = declared.check(value)
  return checked.ok ? undefined : checked.why
}

const withoutFault = (faults: readonly CellFault[], row: number, column: string): readonly CellFault[] => faults.filter(one => one.row !== row || one.column !== column)

export const setCell = ({ rows, faults }: Table, at: number, column: string, value: Json): Table => ({
  rows: rows.map((row, i) => (i === at ? { ...row, [column]: value } : row)), faults: withoutFault(faults, at, column),
})

/** Judges a cell that was left. An empty one is not scolded for being empty before it was ever filled in. */
export const judgeCell = (table: Table, name: string, fact: Fact, at: number, column: string): Table => {
  const value = table.rows[at]?.[column]
  const known = table.faults.some(one => one.row === at && one.column === column)
  const why = isEmpty(value) && !known ? undefined : faultOf(fact, column, value)
  if (!known && why === undefined) return table
  return { ...table, faults: [...withoutFault(table.faults, at, column), ...(why ? [{ fact: name, row: at, column, why }] : [])] }
}

export const insertRow = ({ rows, faults }: Table, at: number, row: Row = {}): Table => ({
  rows: rows.toSpliced(at, 0, row), faults: faults.map(one => (one.row >= at ? { ...one, row: one.row + 1 } : one)),
})

export const removeRow = ({ rows, faults }: Table, at: number): Table => ({
  rows: rows.toSpliced(at, 1), faults: faults.filter(one => one.row !== at).map(one => (one.row > at ? { ...one, row: one.row - 1 } : one)),
})

/** Puts another table behind the rows that are filled in. */
export const append = ({ rows, faults }: Table, more: Table): Table => {
  const at = rows.findLastIndex(row => !isBlank(row)) + 1
  return { rows: [...rows.slice(0, at), ...more.rows], faults: [...faults.filter(one => one.row < at), ...more.faults.map(one => ({ ...one, row: one.row + at }))] }
}

/** Cells as text laid over the table from one cell on, rows added where they end; what reaches beyond the last column or `most` rows is left out. */
export const paste = (table: Table, name: string, fact: Fact, at: number, column: string, cells: readonly (readonly string[])[], most: number): Table => {
  const columns = Object.entries(fact.columns ?? {})
  const first = columns.findIndex(([one]) => one === column)
  const laid = cells.slice(0, most - at)
  const over = (row: Row, texts: readonly string[]): Row =>
    ({ ...row, ...Object.fromEntries(texts.flatMap((text, i) => { const [one, declared] = columns[first + i] ?? []; return one !== undefined && declared ? [[one, fromText(declared, text)]] : [] })) })
  const rows = Array.from({ length: Math.max(table.rows.length, at + laid.length) }, (_, i) => over(table.rows[i] ?? {}, laid[i - at] ?? []))
  const touched = (row: number, one: string): boolean => row >= at && row < at + laid.length && columns.findIndex(([other]) => other === one) >= first
  const faults = laid.flatMap((texts, i) => columns.slice(first, first + texts.length).flatMap(([one]): readonly CellFault[] => {
    const value = rows[at + i]?.[one]
    const why = isEmpty(value) ? undefined : faultOf(fact, one, value)
    return why ? [{ fact: name, row: at + i, column: one, why }] : []
  }))
  return { rows, faults: [...table.faults.filter(one => !touched(one.row, one.column)), ...faults] }
}

/** Faults as one reads: row by row, from left to right. */
export const inOrder = ({ columns = {} }: Fact, faults: readonly CellFault[]): readonly CellFault[] => {
  const place = new Map(Object.keys(columns).map((column, i) => [column, i]))
  return faults.toSorted((a, b) => a.row - b.row || (place.get(a.column) ?? 0) - (place.get(b.column) ?? 0))
}

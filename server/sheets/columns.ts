import type { Fact, Facts } from '../../kernel/fact.ts'
import { textIn, type FoundRow } from './cell.ts'

/** How a column is headed in the sheets we make: both languages, a star where it is needed. */
export const headOf = ({ label }: Fact, needed: boolean): string => `${label.zh}${needed ? ' *' : ''}\n${label.en}`

/** A table's columns as they were found: in which row the heads stand, which column of the sheet is which of ours, and which heads are nobody's. */
export type Found = { readonly head: number; readonly at: ReadonlyMap<string, number>; readonly unknown: readonly string[] }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s*＊:：·|/()（）-]+/g, '')

/** By every name a head may give it: its name, its label in either language, or both together. */
const namesIn = (columns: Facts): ReadonlyMap<string, string> =>
  new Map(Object.entries(columns).flatMap(([name, { label }]) => [label.zh + label.en, label.zh, label.en, name].map(one => [plain(one), name] as const)).toReversed())

const matched = (row: FoundRow, names: ReadonlyMap<string, string>, head: number): Found => {
  const at = new Map<string, number>()
  const unknown: string[] = []
  for (const [i, cell] of row.entries()) {
    const text = textIn(cell).trim()
    const name = names.get(plain(text))
    if (name !== undefined && !at.has(name)) at.set(name, i)
    else if (text !== '') unknown.push(text.replace(/\s+/g, ' ').slice(0, 60))
  }
  return { head, at, unknown }
}

/** Titles and notes often stand above the heads. */
const looked = 10

/** The row whose cells name the most columns, among the first ten; `undefined` where none names any. */
export const findColumns = (rows: readonly FoundRow[], columns: Facts): Found | undefined => {
  const names = namesIn(columns)
  const found = rows.slice(0, looked).map((row, i) => matched(row, names, i)).filter(one => one.at.size > 0)
  return found.toSorted((a, b) => b.at.size - a.at.size || a.head - b.head)[0]
}

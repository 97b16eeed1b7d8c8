import writeSheets, { type CellObject } from 'write-excel-file/node'
import { toText } from '../../kernel/cell.ts'
import type { Fact } from '../../kernel/fact.ts'
import { isObject, type Json, type Words } from '../../kernel/words.ts'
import { asHead, asText, headsOf, widthOf } from './style.ts'

/** What stands beside an export: pairs of a label and its value, on a sheet of their own. */
export type About = readonly (readonly [label: Words, value: string])[]

const cellOf = (column: Fact, value: Json | undefined): CellObject =>
  (typeof value === 'number' ? { value, type: Number, alignVertical: 'top' } : asText(toText(column, value, 'zh')))

const hidden = (count: Json): string =>
  `本表${typeof count === 'number' ? `共 ${count} 行，` : ''}您现在的岗位无权查看内容\n${typeof count === 'number' ? `${count} row(s); ` : ''}hidden from the post you act from`

/** A table fact as a workbook that the import reads back; one masked to its reader says so and gives nothing of it. */
export const sheetOf = (fact: Fact, value: Json, masked: boolean, about: About): Promise<Buffer> => {
  const { columns: declared = {}, optional = [] } = fact
  const columns = Object.entries(declared)
  const rows = !masked && Array.isArray(value) ? (value as readonly Json[]) : []
  const data = rows.map(row => columns.map(([name, column]) => cellOf(column, isObject(row) ? row[name] : undefined)))
  return writeSheets([
    { sheet: '数据 Data', stickyRowsCount: 1, columns: columns.map(([, column]) => ({ width: widthOf(column) })), data: [headsOf(columns, optional), ...(masked ? [[asText(hidden(value))]] : data)] },
    { sheet: '说明 About', columns: [{ width: 24 }, { width: 60 }], data: about.map(([{ zh, en }, told]) => [asHead(`${zh}\n${en}`), asText(told)]) },
  ]).toBuffer()
}

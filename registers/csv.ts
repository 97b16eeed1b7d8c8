import { words, type Words } from '../kernel/words.ts'

/** One record of a CSV file (RFC 4180) and the line it begins on; line 1 is the header. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] }

/** What is wrong with one cell: line as an editor counts it, column by its heading. */
export type ImportFault = { readonly line: number; readonly column: string; readonly value: string; readonly why: Words }

export const fault = (line: number, column: string, value: string, zh: string, en: string): ImportFault =>
  ({ line, column, value, why: words(zh, en) })

/**
 * Cuts a CSV text into records: quoted fields may hold commas, doubled quotes and line ends; a leading byte order mark, any line end and
 * empty lines are passed over. A quote that never closes runs to the end of the text and is reported by `unclosed`.
 */
export const readCsv = (text: string): { readonly records: readonly CsvRecord[]; readonly unclosed?: number } => {
  const records: CsvRecord[] = []
  const cell = /("(?:[^"]|"")*"?|[^,\r\n]*)(,|\r\n|\n|\r|$)/gy
  let fields: string[] = []
  let line = 1
  let begun = 1
  let unclosed: number | undefined
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0
  while (cell.lastIndex <= text.length) {
    const found = cell.exec(text)
    if (found === null) break
    const [, raw = '', end = ''] = found
    if (raw.startsWith('"') && !/^"(?:[^"]|"")*"$/.test(raw)) unclosed ??= line
    fields.push(raw.startsWith('"') ? raw.replace(/^"|"$/g, '').replaceAll('""', '"') : raw)
    line += raw.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === ',') continue
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begun, fields })
    fields = []
    line += 1
    begun = line
    if (end === '') break
  }
  return { records, ...(unclosed !== undefined && { unclosed }) }
}

import { readCsv } from '../../registers/csv.ts'
import type { FoundRow } from './cell.ts'

/** Rows in one file: as many as a table of ours takes ten times over. */
const most = 20_000

/** Bytes as text: UTF-8, or GB 18030, in which Excel and WPS save CSV on most desks here; `undefined` where they are neither, or no text. */
const textOf = (bytes: Uint8Array): string | undefined => {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? undefined : text
    } catch { /* the next one */ }
  }
  return undefined
}

/** The cells of a CSV file, row by row; `undefined` where it can’t be read. */
export const readCsvCells = (bytes: Uint8Array): readonly FoundRow[] | undefined => {
  const text = textOf(bytes)
  if (text === undefined) return undefined
  const { records, unclosed } = readCsv(text)
  return unclosed !== undefined || records.length > most ? undefined : records.map(record => record.fields.map(field => (field === '' ? null : field)))
}

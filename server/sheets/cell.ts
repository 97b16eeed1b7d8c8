/** A number of a sheet, by its digits: what was typed into a column of codes must not lose any. */
export type Digits = { readonly digits: string }

/** A cell as it was found: a day or time is told in UTC, as spreadsheets know no zones. */
export type FoundCell = string | Digits | boolean | Date | null

export type FoundRow = readonly FoundCell[]

/** `0` → `A`, `27` → `AB`. */
export const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** A cell's name as spreadsheets say it, row and column counted from 0: `A5`. */
export const address = (row: number, column: number): string => `${letters(column)}${row + 1}`

const isDigits = (cell: FoundCell): cell is Digits => typeof cell === 'object' && cell !== null && 'digits' in cell

/** Spreadsheets keep fifteen digits; 0.1 + 0.2 is told as 0.3. */
const figure = (digits: string): string => (/^\d{1,20}$/.test(digits) ? digits : String(Number(Number(digits).toPrecision(15))))

/** What the cell shows, as text. */
export const textIn = (cell: FoundCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (isDigits(cell)) return figure(cell.digits)
  if (Number.isNaN(cell.getTime())) return ''
  const [day = '', time = ''] = cell.toISOString().split('T')
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`
}

/** A day typed into a column that shows numbers is the count of days since 1899-12-30. */
export const dayIn = (cell: FoundCell): FoundCell => {
  if (!isDigits(cell) || !/^\d{5}$/.test(cell.digits)) return cell
  return new Date(Date.UTC(1899, 11, 30 + Number(cell.digits)))
}

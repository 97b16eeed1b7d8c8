import type { CellObject } from 'write-excel-file/node'
import type { Fact } from '../../kernel/fact.ts'
import { headOf } from './columns.ts'

/** How the sheets we make look. Whatever is text is written as text, so that none of it is ever run as a formula, also not after it was edited. */

export const asText = (value: string): CellObject => ({ value, type: String, format: '@', alignVertical: 'top', wrap: true })

const head = { fontWeight: 'bold', backgroundColor: '#EAF1F7', wrap: true, alignVertical: 'center', bottomBorderStyle: 'thin' } as const

export const asHead = (value: string): CellObject => ({ value, type: String, ...head })

export const headsOf = (columns: readonly (readonly [string, Fact])[], optional: readonly string[]): CellObject[] =>
  columns.map(([name, column]) => asHead(headOf(column, !optional.includes(name))))

/** Widths in characters, from what a column is to hold. */
export const widthOf = ({ kind, schema, label }: Fact): number => {
  const most = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : 0
  const wanted = kind === 'text' ? (most > 100 ? 40 : most > 20 ? 24 : 14) : kind === 'whole' || kind === 'yesNo' ? 10 : 16
  return Math.max(wanted, label.zh.length * 2 + 4)
}

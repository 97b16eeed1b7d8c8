import { letters } from './cell.ts'

/** A column of the first sheet, from 0, whose values stand in a range of another sheet. */
export type Dropdown = { readonly column: number; readonly range: string }

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const list = ({ column, range }: Dropdown, rows: number): string => {
  const at = letters(column)
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${at}2:${at}${rows + 1}"><formula1>${escaped(range)}</formula1></dataValidation>`
}

/** The formats of the cells of the second row serve their whole columns, so that what is typed or pasted below stays text. */
const formatsBelow = (content: string): string => content.replace(/<col min="(\d+)"/g, (col, at: string) => {
  const style = new RegExp(`<c r="${letters(Number(at) - 1)}2"[^>]* s="(\\d+)"`).exec(content)?.[1]
  return style === undefined ? col : `<col style="${style}" min="${at}"`
})

/** Lists to choose from in the first sheet, which the library does not write by itself: the part stands where the schema of worksheets has it, behind the cells. */
export const dropdowns = (of: readonly Dropdown[], rows: number) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }): string => {
          if (sheetIndex !== 0) return content
          const lists = of.length === 0 ? '' : `<dataValidations count="${of.length}">${of.map(one => list(one, rows)).join('')}</dataValidations>`
          return formatsBelow(content).replace('</worksheet>', `${lists}</worksheet>`)
        },
      },
    },
  },
})

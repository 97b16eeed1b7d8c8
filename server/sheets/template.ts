import writeSheets, { type CellObject } from 'write-excel-file/node'
import type { Fact } from '../../kernel/fact.ts'
import type { Words } from '../../kernel/words.ts'
import { letters } from './cell.ts'
import { dropdowns } from './dropdowns.ts'
import { formOf } from './notes.ts'
import { asHead, asText, headsOf, widthOf } from './style.ts'

const both = ({ zh, en }: Words): string => (en === '' ? zh : `${zh}\n${en}`)

/** Options as the lists offer them: in Chinese, which is read back in any form. */
const optionsSheet = (choices: readonly (readonly [string, Fact])[]): CellObject[][] => {
  const lists = choices.map(([, column]) => Object.values(column.options ?? {}).map(option => option.zh))
  const longest = Math.max(0, ...lists.map(list => list.length))
  return [
    choices.map(([, column]) => asHead(both(column.label))),
    ...Array.from({ length: longest }, (_, row) => lists.map(list => asText(list[row] ?? ''))),
  ]
}

const notesSheet = (columns: readonly (readonly [string, Fact])[], optional: readonly string[]): CellObject[][] => [
  ['列\nColumn', '必填\nNeeded', '怎么填\nHow', '可选值\nOptions', '说明\nHint'].map(asHead),
  ...columns.map(([name, column]) => [
    both(column.label), optional.includes(name) ? '' : '是 yes', both(formOf(column)),
    Object.values(column.options ?? {}).map(option => `${option.zh} · ${option.en}`).join('\n'), column.hint ? both(column.hint) : '',
  ].map(asText)),
]

/** An empty sheet for a table fact: heads in both languages, lists to choose from, and how each column is filled in on a second sheet. */
export const templateOf = (fact: Fact): Promise<Buffer> => {
  const { columns: declared = {}, optional = [] } = fact
  const columns = Object.entries(declared)
  const choices = columns.filter(([, column]) => column.kind === 'choice')
  const lists = choices.map(([name, { options = {} }], i) =>
    ({ column: columns.findIndex(([one]) => one === name), range: `'选项 Options'!$${letters(i)}$2:$${letters(i)}$${Object.keys(options).length + 1}` }))
  const rows = typeof fact.schema['maxItems'] === 'number' ? fact.schema['maxItems'] : 500
  const sheets = [
    { sheet: '数据 Data', stickyRowsCount: 1, columns: columns.map(([, column]) => ({ width: widthOf(column) })), data: [headsOf(columns, optional), columns.map(([, { kind }]) => (kind === 'whole' ? null : { type: String, format: '@', wrap: true }))] },
    { sheet: '填写说明 Notes', stickyRowsCount: 1, columns: [24, 10, 30, 36, 50].map(width => ({ width })), data: notesSheet(columns, optional) },
    ...(choices.length === 0 ? [] : [{ sheet: '选项 Options', columns: choices.map(() => ({ width: 28 })), data: optionsSheet(choices) }]),
  ]
  return writeSheets(sheets, { features: [dropdowns(lists, rows)] }).toBuffer()
}

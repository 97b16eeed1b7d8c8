import { toText } from '../../../kernel/cell.ts'
import type { Fact } from '../../../kernel/fact.ts'
import type { Procedure } from '../../../kernel/procedure.ts'
import { isObject, type Json } from '../../../kernel/words.ts'
import type { Figure } from '../../../server/wire.ts'
import type { Lang } from '../lang.ts'
import { count } from '../time.ts'
import { rowsOf } from './edit.ts'

export type RowChoice = { readonly value: number; readonly label: string }

const cellText = (column: Fact, value: Json | undefined, lang: Lang): string => {
  if (typeof value !== 'number') return toText(column, value, lang)
  const unit = column.schema['x-unit']
  return isObject(unit) && typeof unit[lang] === 'string' ? `${count(value)} ${unit[lang]}` : count(value)
}

/**
 * The rows that a number may stand for, told by their first two cells; `undefined` where it stands for no row. Of a table that is masked to its reader
 * there is only how many rows it has.
 */
export const rowChoices = ({ facts }: Procedure, { schema }: Fact, figures: readonly Figure[], lang: Lang): readonly RowChoice[] | undefined => {
  const [table, until] = [schema['x-row-of'], schema['x-row-until']]
  if (typeof table !== 'string') return undefined
  const figure = figures.find(one => one.fact === table)
  if (figure?.masked === true) return typeof figure.value === 'number' ? Array.from({ length: figure.value }, (_, at) => ({ value: at + 1, label: String(at + 1) })) : undefined
  const columns = Object.entries(facts[table]?.columns ?? {})
  return rowsOf(figure?.value).flatMap((row, at) => {
    if (typeof until === 'string' && row[until] !== undefined && row[until] !== null) return []
    const says = columns.map(([name, column]) => cellText(column, row[name], lang)).filter(text => text !== '').slice(0, 2)
    return [{ value: at + 1, label: `${at + 1}. ${says.join(' · ')}` }]
  })
}

import { useState, type ReactNode } from 'react'
import { toText } from '../../kernel/cell.ts'
import type { Fact, FactKind } from '../../kernel/fact.ts'
import { isRegionCode } from '../../kernel/region.ts'
import type { Json } from '../../kernel/words.ts'
import { useLang } from './lang.ts'
import { useRegion } from './names.ts'
import { isBlank, rowsOf } from './rows/edit.ts'
import { usePrinting } from './usePrinting.ts'

/** Rows shown before the rest is asked for. */
const first = 20

/** Kinds whose text says all there is: written as such, because a table may have fifty thousand cells. */
const plain: ReadonlySet<FactKind> = new Set(['text', 'choice', 'yesNo', 'whole', 'day', 'personName', 'phone', 'idNumber'])

/** How a column's cells are set: figures to the right, short words in one line, long texts with room. */
const classOf = ({ kind, schema, options }: Fact): string => {
  if (kind === 'whole') return 'num'
  if (kind === 'day' || kind === 'yesNo') return 'tight'
  if (options) return Object.values(options).every(({ zh }) => zh.length <= 8) ? 'tight' : ''
  return typeof schema['maxLength'] === 'number' && schema['maxLength'] > 60 ? 'wide' : ''
}

/** A grid that a table names by its code: nobody knows them by their fifteen digits. */
const isGrid = (value: Json | undefined): value is string => typeof value === 'string' && value.length === 15 && isRegionCode(value)

const GridName = ({ code }: { readonly code: string }) => <span title={code}>{useRegion(code)?.name ?? code}</span>

type Props = {
  readonly fact: Fact
  readonly value: Json
  /** Shows a cell of any other kind. */
  readonly cell: (column: Fact, value: Json) => ReactNode
  /** Where the whole table is as a sheet. */
  readonly sheet?: string | undefined
}

/** A table as its reader sees it: a long one folded, scrolled inside its own frame, and printed whole. */
export const RowsValue = ({ fact, value, cell, sheet }: Props) => {
  const { t, say, lang } = useLang()
  const [all, setAll] = useState(false)
  const printing = usePrinting()
  const rows = rowsOf(value)
  const columns = Object.entries(fact.columns ?? {})
  const shown = all || printing ? rows : rows.slice(0, first)
  if (rows.length === 0 || rows.every(isBlank)) return <span className="fact-none">{t('没有内容', 'Nothing in it')}</span>
  return (
    <div className="fact-table">
      <div className="fact-rows" tabIndex={0} role="region" aria-label={say(fact.label)}>
        <table aria-rowcount={rows.length + 1}>
          <thead><tr><th scope="col">{t('行', 'Row')}</th>{columns.map(([name, column]) => <th key={name} scope="col" className={column.kind === 'whole' ? 'num' : undefined}>{say(column.label)}</th>)}</tr></thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={i} aria-rowindex={i + 2}>
                <th scope="row">{i + 1}</th>
                {columns.map(([name, column]) => <td key={name} className={classOf(column)}>{row[name] !== undefined && (isGrid(row[name]) ? <GridName code={row[name]} /> : plain.has(column.kind) ? toText(column, row[name], lang) : cell(column, row[name]))}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="fact-rows-more no-print">
        <span>{t(`共 ${rows.length} 行`, rows.length === 1 ? '1 row' : `${rows.length} rows`)}</span>
        {rows.length > first && <button type="button" className="plain" aria-expanded={all} onClick={() => setAll(!all)}>{all ? t('收起', 'Fold') : t(`显示全部 ${rows.length} 行`, `Show all ${rows.length} rows`)}</button>}
        {sheet !== undefined && <a href={sheet} download>{t('导出 Excel', 'Export to Excel')}</a>}
      </p>
    </div>
  )
}

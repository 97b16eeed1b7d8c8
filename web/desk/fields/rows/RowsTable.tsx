import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Fact } from '../../../../kernel/fact.ts'
import type { Json, Words } from '../../../../kernel/words.ts'
import { useLang } from '../../../parts/lang.ts'
import { useOffered } from '../../../parts/offered.ts'
import type { CellFault, Table } from '../../../parts/rows/edit.ts'
import { useActs, type At } from './useActs.ts'
import { offeredIn, RowLine } from './RowLine.tsx'
import { useSlice } from './useSlice.ts'
import { widthOf } from './widths.ts'

/** Pixels of a row, of one with a fault below its cells, and of the head. */
const [low, high, head] = [36, 58, 36] as const

/** Widths of the row's number and of its tools, rem. */
const [numberWidth, toolsWidth] = [3.2, 6.6] as const

type Props = {
  readonly id: string
  readonly name: string
  readonly fact: Fact
  readonly table: Table
  readonly change: (next: Table) => void
  readonly most: number
  /** A cell to go to, anew each time another object is given. */
  readonly goTo: At | undefined
  /** Whose register is offered in columns that suggest of one. */
  readonly place: string | undefined
}

/** What a register offers for a column, once for all its cells. */
const OfferedList = ({ id, suggests, place }: { readonly id: string; readonly suggests: Json; readonly place: string | undefined }) => (
  <datalist id={id}>{useOffered(suggests, place).map(({ value, beside }) => <option key={`${value}${beside ?? ''}`} value={value}>{beside}</option>)}</datalist>
)

const byRow = (faults: readonly CellFault[]): ReadonlyMap<number, ReadonlyMap<string, Words>> =>
  new Map([...Map.groupBy(faults, one => one.row)].map(([row, own]) => [row, new Map(own.map(one => [one.column, one.why]))]))

/** The cells: only those in sight are in the page. Enter goes down a row, Tab to the next cell; what is pasted from a spreadsheet spreads over the cells. */
export const RowsTable = ({ id, name, fact, table, change, most, goTo, place }: Props) => {
  const { say, t } = useLang()
  const { rows, faults } = table
  const columns = Object.entries(fact.columns ?? {})
  const widths = columns.map(([, one]) => widthOf(one))
  const total = widths.reduce((sum, one) => sum + one, 0)
  // The widest takes what the others leave.
  const widest = widths.indexOf(Math.max(...widths))
  const faulty = useMemo(() => byRow(faults), [faults])
  const heightOf = useCallback((row: number) => (faulty.has(row) ? high : low), [faulty])
  const { box, scroll, from, to, above, below, show } = useSlice(rows.length, heightOf, head)
  const wanted = useRef<At>(undefined)

  /** Goes into the wanted cell once it is drawn. */
  const land = useCallback((): void => {
    const at = wanted.current
    const field = at && box.current?.querySelector<HTMLElement>(`td[data-row="${at.row}"][data-column="${at.column}"] :is(input, select, textarea)`)
    if (!field) return
    wanted.current = undefined
    field.focus()
    if (field instanceof HTMLInputElement && field.type !== 'date') field.select()
  }, [box])
  const focus = (at: At): void => {
    wanted.current = at
    show(at.row)
    land()
  }
  const acts = useActs({ table, change, focus }, { name, fact, most })
  const asked = useRef(goTo)
  useEffect(() => {
    land()
    if (goTo === undefined || goTo === asked.current) return
    asked.current = goTo
    focus(goTo)
  })

  const gap = (height: number, key: string) => height > 0 && <tr key={key} aria-hidden="true"><td colSpan={columns.length + 2} style={{ height, padding: 0 }} /></tr>
  return (
    <div ref={box} className="rows-box" onScroll={scroll}>
      {columns.map(([column, { schema }]) => schema['x-suggests'] !== undefined && <OfferedList key={column} id={offeredIn(id, column)} suggests={schema['x-suggests']} place={place} />)}
      <table aria-rowcount={rows.length + 1} aria-label={say(fact.label)} style={{ width: `max(100%, ${total + numberWidth + toolsWidth}rem)` }}>
        <colgroup>
          <col style={{ width: `${numberWidth}rem` }} />
          {columns.map(([column], i) => <col key={column} {...(i !== widest && { style: { width: `${widths[i] ?? 0}rem` } })} />)}
          <col style={{ width: `${toolsWidth}rem` }} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('行', 'Row')}</th>
            {columns.map(([column, one]) => (
              <th key={column} scope="col" title={one.hint && say(one.hint)}>{say(one.label)}{fact.optional?.includes(column) !== true && <span className="rows-needed" aria-hidden="true"> *</span>}</th>
            ))}
            <th scope="col"><span className="unseen">{t('行操作', 'Row actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {gap(above, 'above')}
          {rows.slice(from, to).map((row, i) => <RowLine key={from + i} id={id} at={from + i} row={row} fact={fact} faults={faulty.get(from + i)} full={rows.length >= most} {...acts} />)}
          {gap(below, 'below')}
        </tbody>
      </table>
    </div>
  )
}

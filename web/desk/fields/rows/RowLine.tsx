import { CopyOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { memo, type ClipboardEvent, type KeyboardEvent } from 'react'
import type { Fact } from '../../../../kernel/fact.ts'
import type { Json, Words } from '../../../../kernel/words.ts'
import { useLang } from '../../../parts/lang.ts'
import type { Row } from '../../../parts/rows/edit.ts'
import { CellInput } from './CellInput.tsx'

type Props = {
  readonly id: string
  readonly at: number
  readonly row: Row
  readonly fact: Fact
  readonly faults: ReadonlyMap<string, Words> | undefined
  readonly set: (at: number, column: string, value: Json) => void
  readonly left: (at: number, column: string) => void
  readonly insert: (at: number, row?: Row) => void
  readonly remove: (at: number) => void
  readonly press: (event: KeyboardEvent) => void
  readonly take: (event: ClipboardEvent) => void
  /** No further row may be added. */
  readonly full: boolean
}

/** The id of the list that a register offers for a column. */
export const offeredIn = (id: string, column: string): string => `${id}-${column}-offered`

/** One row of the editor: its number, its cells with what is wrong with each, and what can be done with the row. */
export const RowLine = memo(({ id, at, row, fact, faults, set, left, insert, remove, press, take, full }: Props) => {
  const { t, say } = useLang()
  const n = at + 1
  return (
    <tr aria-rowindex={n + 1} className={faults ? 'rows-faulty' : ''}>
      <th scope="row">{n}</th>
      {Object.entries(fact.columns ?? {}).map(([name, column]) => {
        const fault = faults?.get(name)
        const noted = `${id}-${at}-${name}-fault`
        return (
          <td key={name} data-row={at} data-column={name} className={fault ? 'rows-cell-faulty' : ''}>
            <CellInput
              column={column} value={row[name]} label={t(`${say(column.label)}，第 ${n} 行`, `${say(column.label)}, row ${n}`)} needed={fact.optional?.includes(name) !== true}
              press={press} take={take} set={value => set(at, name, value)} left={() => left(at, name)} describedBy={fault ? noted : undefined} list={column.schema['x-suggests'] === undefined ? undefined : offeredIn(id, name)}
            />
            {fault && <span id={noted} className="rows-fault" title={say(fault)}>{say(fault)}</span>}
          </td>
        )
      })}
      <td className="rows-tools">
        <button type="button" disabled={full} title={t('在下面插入一行', 'Insert a row below')} aria-label={t(`在第 ${n} 行下面插入一行`, `Insert a row below row ${n}`)} onClick={() => insert(n)}><PlusOutlined /></button>
        <button type="button" disabled={full} title={t('复制此行', 'Copy this row')} aria-label={t(`复制第 ${n} 行`, `Copy row ${n}`)} onClick={() => insert(n, row)}><CopyOutlined /></button>
        <button type="button" title={t('移除此行', 'Remove this row')} aria-label={t(`移除第 ${n} 行`, `Remove row ${n}`)} onClick={() => remove(at)}><DeleteOutlined /></button>
      </td>
    </tr>
  )
})
RowLine.displayName = 'RowLine'

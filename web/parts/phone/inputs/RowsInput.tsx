import { useId, useState } from 'react'
import { toText } from '../../../../kernel/cell.ts'
import { useLang } from '../../lang.ts'
import { insertRow, isBlank, isCellFault, judgeCell, removeRow, rowsOf, setCell, type Row, type Table } from '../../rows/edit.ts'
import { Icon } from '../Icon.tsx'
import { FaultLine } from './Field.tsx'
import { asNumber, type InputProps } from './input.ts'

/** Cards drawn at once: a long table is looked at part by part. */
const part = 30

/** A table on a phone: a card a row, one of them open, each cell the input of its column with what is wrong below it. */
export const RowsInput = ({ name, fact, value, set, fault, faults = [], Cell, ...rest }: InputProps) => {
  const { t, say, lang } = useLang()
  const id = useId()
  const given = rowsOf(value)
  const table: Table = { rows: given.length > 0 ? given : [{}], faults: faults.filter(isCellFault).filter(one => one.fact === name) }
  // A table that may be left out takes no room until it is wanted.
  const [open, setOpen] = useState(given.length === 0 && rest.optional ? -1 : 0)
  const [shown, setShown] = useState(part)
  const columns = Object.entries(fact.columns ?? {})
  const most = asNumber(fact.schema['maxItems']) ?? 500
  const put = ({ rows, faults: left }: Table): void => set(rows.every(isBlank) && rows.length < 2 ? null : rows, left)
  /** Opens another card, or none; the one left is judged. */
  const go = (at: number): void => {
    if (at === open) return
    const judged = columns.reduce((so, [column]) => (open >= 0 ? judgeCell(so, name, fact, open, column) : so), table)
    if (judged !== table) put(judged)
    setOpen(at)
  }
  const faultsIn = (at: number): number => table.faults.filter(one => one.row === at).length
  const saysOf = (row: Row): string => columns.map(([column, one]) => toText(one, row[column], lang)).filter(text => text !== '').slice(0, 2).join(' · ') || t('未填写', 'empty')
  const first = table.faults.length === 0 ? undefined : Math.min(...table.faults.map(one => one.row))
  return (
    <fieldset className={fault === undefined && table.faults.length === 0 ? 'field' : 'field faulty'}>
      <legend className="label">{say(fact.label)}<small>{t(`${table.rows.filter(row => !isBlank(row)).length} 行`, `${table.rows.filter(row => !isBlank(row)).length} row(s)`)}</small></legend>
      {fault !== undefined && <FaultLine id={id} fault={fault} />}
      {first !== undefined && (
        <button type="button" className="button warn" onClick={() => { setShown(Math.max(shown, first + 1)); setOpen(first) }}>{t(`${table.faults.length} 处需要修改，打开第 ${first + 1} 行`, `${table.faults.length} to mend: open row ${first + 1}`)}</button>
      )}
      <div className="stack tight">
        {table.rows.slice(0, shown).map((row, at) => (
          <details
            key={at} className="fold rows-card" open={open === at}
            onToggle={event => { if (event.currentTarget.open) go(at); else if (open === at) go(-1) }}
          >
            <summary>
              {faultsIn(at) > 0 && <Icon name="warn" size={1.2} />}
              <span><b>{t(`第 ${at + 1} 行`, `Row ${at + 1}`)}</b> <span className="soft">{saysOf(row)}</span>{faultsIn(at) > 0 && <span className="fault">{t(`${faultsIn(at)} 处需要修改`, `${faultsIn(at)} to mend`)}</span>}</span>
              <Icon name="down" size={1.2} />
            </summary>
            {open === at && (
              <div className="stack">
                {Cell && columns.map(([column, one]) => {
                  const why = table.faults.find(other => other.row === at && other.column === column)?.why
                  return (
                    <div key={column} data-column={column}>
                      <Cell {...rest} name={`${name}-${at}-${column}`} fact={one} optional={fact.optional?.includes(column) === true} value={row[column]} fault={why && say(why)} set={next => put(setCell(table, at, column, next))} />
                    </div>
                  )
                })}
                <div className="buttons">
                  <button type="button" className="button quiet" disabled={table.rows.length >= most} onClick={() => { put(insertRow(table, at + 1, row)); setOpen(at + 1) }}>{t('复制此行', 'Copy this row')}</button>
                  <button type="button" className="button quiet" onClick={() => put(removeRow(table, at))}>{t('移除此行', 'Remove this row')}</button>
                </div>
              </div>
            )}
          </details>
        ))}
        {table.rows.length > shown && <button type="button" className="button quiet" onClick={() => setShown(shown + part)}>{t(`再显示 ${Math.min(part, table.rows.length - shown)} 行（共 ${table.rows.length} 行）`, `Show ${Math.min(part, table.rows.length - shown)} more of ${table.rows.length}`)}</button>}
        <button type="button" className="button" disabled={table.rows.length >= most} onClick={() => { put(insertRow(table, table.rows.length)); setShown(Math.max(shown, table.rows.length + 1)); setOpen(table.rows.length) }}>{t('再加一行', 'Add a row')}</button>
      </div>
    </fieldset>
  )
}

import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { append, inOrder, insertRow, isBlank, isCellFault, rowsOf, type CellFault, type Table } from '../../parts/rows/edit.ts'
import type { FieldProps } from './field-props.ts'
import { ImportSheet } from './rows/ImportSheet.tsx'
import { RowsTable } from './rows/RowsTable.tsx'
import { numberIn } from './value.ts'

/** The fault after the one that was gone to last, and from the last the first again. */
const after = (faults: readonly CellFault[], last: CellFault | undefined): CellFault | undefined => {
  const at = faults.findIndex(one => one.row === last?.row && one.column === last.column)
  return faults[at + 1] ?? faults[0]
}

/** A table: typed, pasted, or imported from Excel, with what is wrong painted at its cells. */
export const RowsField = ({ id, name, procedure, fact, value, faults: given, change, place }: FieldProps) => {
  const { t } = useLang()
  const [importing, setImporting] = useState(false)
  const [goTo, setGoTo] = useState<CellFault>()
  const most = numberIn(fact.schema, 'maxItems') ?? 500
  // The same table as long as nothing of it changes, so that a key draws one row anew and not all.
  const table = useMemo((): Table => {
    const stands = rowsOf(value)
    return { rows: stands.length > 0 ? stands : [{}], faults: given.filter(isCellFault).filter(one => one.fact === name) }
  }, [value, given, name])
  const faults = useMemo(() => inOrder(fact, table.faults), [fact, table.faults])
  const filled = table.rows.filter(row => !isBlank(row)).length
  const template = paths.sheetTemplate(procedure, name)
  const put = ({ rows, faults: left }: Table): void => change(rows.length === 0 || (rows.length === 1 && isBlank(rows[0] ?? {})) ? null : rows, left)
  const next = (): void => { const one = after(faults, goTo); if (one) setGoTo({ ...one }) }
  return (
    <div className="rows-field" id={id}>
      <div className="rows-bar">
        <Button onClick={() => setImporting(true)}>{t('从 Excel 导入', 'Import from Excel')}</Button>
        <a href={template} download>{t('下载模板', 'Download the template')}</a>
        <span className="quiet">{t(`已填 ${filled} 行，最多 ${most} 行。从 Excel 复制的内容可直接粘贴到单元格`, `${filled} row(s) filled in, at most ${most}. Cells copied from Excel can be pasted`)}</span>
        <span className="rows-faults" role="status">
          {faults.length > 0 && <><span className="fault-count">{t(`${faults.length} 处需要修改`, `${faults.length} to mend`)}</span> <Button size="small" data-leads onClick={next}>{t('下一处', 'Next one')}</Button></>}
        </span>
      </div>
      <RowsTable id={id} name={name} fact={fact} table={table} change={put} most={most} goTo={goTo} place={place} />
      <Button disabled={table.rows.length >= most} onClick={() => { put(insertRow(table, table.rows.length)); setGoTo({ fact: name, row: table.rows.length, column: Object.keys(fact.columns ?? {})[0] ?? '', why: fact.label }) }}>{t('再加一行', 'Add a row')}</Button>
      {importing && (
        <ImportSheet
          procedure={procedure} name={name} fact={fact} filled={filled} most={most} template={template} close={() => setImporting(false)}
          take={(sheet, how) => { put(how === 'append' ? append(table, sheet) : sheet); setImporting(false) }}
        />
      )}
    </div>
  )
}

import { Button, Modal, Progress } from 'antd'
import { useRef } from 'react'
import type { Fact } from '../../../../kernel/fact.ts'
import { useLang } from '../../../parts/lang.ts'
import { RefusalNote } from '../../../parts/RefusalNote.tsx'
import { isCellFault, type Table } from '../../../parts/rows/edit.ts'
import { TrialResult } from './TrialResult.tsx'
import { useTrial } from './useTrial.ts'

type Props = {
  readonly procedure: string
  readonly name: string
  readonly fact: Fact
  /** Rows that are filled in now. */
  readonly filled: number
  readonly most: number
  readonly template: string
  readonly close: () => void
  readonly take: (table: Table, how: 'replace' | 'append') => void
}

/** A sheet is tried first, cell by cell; what it came to is shown before it takes the place of what is there, or is put behind it. */
export const ImportSheet = ({ procedure, name, fact, filled, most, template, close, take }: Props) => {
  const { t, say } = useLang()
  const { trial, send, stop } = useTrial(procedure, name)
  const input = useRef<HTMLInputElement>(null)
  const shut = (): void => { stop(); close() }
  const table = trial.is === 'read' ? { rows: trial.sheet.rows, faults: trial.sheet.faults.filter(isCellFault) } : undefined
  const [none, long] = [table?.rows.length === 0, table !== undefined && filled + table.rows.length > most]
  const foot = table === undefined ? <Button onClick={shut}>{t('取消', 'Cancel')}</Button> : (
    <>
      <Button onClick={shut}>{t('取消', 'Cancel')}</Button>
      {filled > 0 && <Button disabled={none || long} onClick={() => take(table, 'append')}>{t(`追加到现有 ${filled} 行之后`, `Add behind the ${filled} rows`)}</Button>}
      <Button type="primary" disabled={none || table.rows.length > most} onClick={() => take(table, 'replace')}>{filled > 0 ? t(`替换现有 ${filled} 行`, `Replace the ${filled} rows`) : t('导入', 'Import')}</Button>
    </>
  )
  return (
    <Modal open width={860} title={t(`从 Excel 导入：${say(fact.label)}`, `Import from Excel: ${say(fact.label)}`)} onCancel={shut} footer={foot}>
      <div className="sheet-choose">
        <input ref={input} hidden type="file" accept=".xlsx,.csv" aria-label={t('选择表格文件', 'Choose a sheet')} onChange={event => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void send(file) }} />
        <Button type={trial.is === 'none' ? 'primary' : 'default'} onClick={() => input.current?.click()}>{trial.is === 'none' ? t('选择 .xlsx 或 .csv 文件', 'Choose an .xlsx or .csv file') : t('换一个文件', 'Choose another')}</Button>
        <a href={template} download>{t('下载模板', 'Download the template')}</a>
        <span className="quiet">{t(`最大 5 MB，最多 ${most} 行；只试读，不保存`, `At most 5 MB and ${most} rows; read on trial, nothing is kept`)}</span>
      </div>
      <div aria-live="polite">
        {trial.is === 'sending' && (
          <div className="sheet-progress">
            <p>{trial.share < 1 ? t(`正在上传 ${trial.file}`, `Uploading ${trial.file}`) : t('正在逐格检查…', 'Checking cell by cell…')}</p>
            <Progress percent={Math.round(trial.share * 100)} status="active" aria-label={t('上传进度', 'Progress')} />
          </div>
        )}
        {trial.is === 'refused' && <RefusalNote why={trial.problem.words} remedy={trial.problem.remedy} basis={trial.problem.basis} loud />}
        {trial.is === 'read' && <TrialResult fact={fact} file={trial.file} sheet={trial.sheet} />}
      </div>
      {long && filled > 0 && <p className="hint">{t(`与现有行合计超过 ${most} 行，不能追加。`, `Together with the rows that are there it would be more than ${most}: it can’t be added.`)}</p>}
    </Modal>
  )
}

import type { Fact } from '../../../../kernel/fact.ts'
import { toText } from '../../../../kernel/cell.ts'
import type { SheetView } from '../../../../server/wire.ts'
import { useLang } from '../../../parts/lang.ts'

/** Faults and rows shown before the import; the rest are painted in the table. */
const [shownFaults, shownRows] = [10, 5] as const

type Props = { readonly fact: Fact; readonly file: string; readonly sheet: SheetView }

/** What a sheet came to: how many rows, what is wrong with which cell, which columns were not found, and its first rows. */
export const TrialResult = ({ fact, file, sheet }: Props) => {
  const { t, say, lang } = useLang()
  const columns = Object.entries(fact.columns ?? {})
  const labelOf = (name: string): string => { const column = fact.columns?.[name]; return column ? say(column.label) : name }
  const { rows, faults, bad, missing, unknown } = sheet
  const faulty = new Set(faults.map(one => `${one.row ?? ''} ${one.column ?? ''}`))
  return (
    <div className="sheet-result">
      <p><strong>{t(`${file}：读到 ${rows.length} 行`, `${file}: ${rows.length} row(s)`)}</strong>{bad === 0 ? t('，没有发现问题', ', nothing wrong found') : <span className="fault-count">{t(`，${bad} 处需要修改`, `, ${bad} to mend`)}</span>}</p>
      {missing.length > 0 && <p className="hint">{t('表中没有的列：', 'Columns it has not: ')}{missing.map(labelOf).join(t('、', ', '))}</p>}
      {unknown.length > 0 && <p className="hint">{t('不认识的表头，未读取：', 'Heads that were not read: ')}{unknown.join(t('、', ', '))}</p>}
      {faults.length > 0 && (
        <ul className="sheet-faults">
          {faults.slice(0, shownFaults).map((one, i) => <li key={i}>{one.cell !== undefined && <b>{one.cell}</b>} {one.column !== undefined && one.row !== undefined && `${labelOf(one.column)}：`}{say(one.why)}</li>)}
          {bad > shownFaults && <li className="quiet">{t(`其余 ${bad - shownFaults} 处导入后在表中标出`, `The other ${bad - shownFaults} are marked in the table after the import`)}</li>}
        </ul>
      )}
      {rows.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('前几行', 'The first rows')}>
          <table className="plain-table sheet-preview">
            <thead><tr><th scope="col">{t('行', 'Row')}</th>{columns.map(([name, column]) => <th key={name} scope="col">{say(column.label)}</th>)}</tr></thead>
            <tbody>
              {rows.slice(0, shownRows).map((row, i) => (
                <tr key={i}>
                  <th scope="row">{i + 1}</th>
                  {columns.map(([name, column]) => <td key={name} className={faulty.has(`${i} ${name}`) ? 'rows-cell-faulty' : ''}>{toText(column, row[name], lang)}</td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > shownRows && <p className="quiet">{t(`只显示前 ${shownRows} 行`, `The first ${shownRows} rows`)}</p>}
    </div>
  )
}

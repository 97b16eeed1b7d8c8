import { Input, Radio, Select } from 'antd'
import { grounds, pointsTo } from '../../../procedures/3-governance/covenant/grounds.ts'
import { verdicts } from '../../../procedures/3-governance/covenant/review.ts'
import { isCellFault, rowsOf, type Row } from '../../parts/rows/edit.ts'
import { useLang } from '../../parts/lang.ts'
import type { Json } from '../../../kernel/words.ts'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

const ruled = (row: Row): boolean => Object.entries(row).some(([column, value]) => column !== 'number' && value !== null && value !== '')

/** The clauses of a draft, each with its verdict: what its words point to stands beside it, with the law. */
export const ClausesField = ({ id, name, value, faults, change, matter }: FieldProps) => {
  const { t, say } = useLang()
  const clauses = rowsOf(matter?.allFacts.find(one => one.fact === 'clauses')?.value)
  const rows = rowsOf(value)
  const rowOf = (number: string): Row => rows.find(row => row['number'] === number) ?? { number }
  const put = (number: string, column: string, next: Json): void => {
    const { [column]: _, ...kept } = rowOf(number)
    const row: Row = next === null || next === '' ? kept : { ...kept, [column]: next }
    const all = clauses.map(clause => textOf(clause['number'] ?? null)).map(each => (each === number ? row : rowOf(each))).filter(ruled)
    change(all.length === 0 ? null : all, faults.filter(fault => fault.fact !== name || !isCellFault(fault) || rows[fault.row]?.['number'] !== number))
  }
  const wrong = (number: string): readonly string[] => faults.filter(isCellFault).filter(fault => fault.fact === name && rows[fault.row]?.['number'] === number).map(fault => say(fault.why))
  const done = rows.filter(row => row['verdict'] !== undefined).length
  return (
    <div className="clauses-field" id={id}>
      <p className="quiet" role="status">{t(`共 ${clauses.length} 条，已审核 ${done} 条`, `${done} of ${clauses.length} clauses looked at`)}</p>
      <ol>
        {clauses.map(clause => {
          const number = textOf(clause['number'] ?? null)
          const row = rowOf(number)
          const verdict = textOf(row['verdict'] ?? null)
          const flagged = pointsTo(textOf(clause['text'] ?? null))
          const label = t(`第 ${number} 条`, `Clause ${number}`)
          return (
            <li key={number} className={verdict === 'back' ? 'is-back' : undefined}>
              <fieldset>
                <legend>{label}</legend>
                <p>{textOf(clause['text'] ?? null)}</p>
                {flagged.map(ground => <p key={ground} className="flag"><span aria-hidden="true">! </span>{t(`字面涉及“${grounds[ground].zh}”：${grounds[ground].law.zh}`, `Its words speak of “${grounds[ground].en}”: ${grounds[ground].law.en}`)}</p>)}
                <Radio.Group
                  aria-label={`${label} ${t('审核意见', 'verdict')}`} value={verdict} onChange={event => put(number, 'verdict', String(event.target.value))}
                  options={Object.entries(verdicts).map(([key, words]) => ({ value: key, label: say(words) }))}
                />
                {verdict === 'back' && (
                  <Select
                    className="full" aria-label={`${label} ${t('退回的法律依据', 'ground')}`} placeholder={t('退回的法律依据', 'On which ground')} value={textOf(row['ground'] ?? null) || null}
                    onChange={(next: string) => put(number, 'ground', next)} options={Object.entries(grounds).map(([key, ground]) => ({ value: key, label: `${say(ground)} — ${say(ground.law)}` }))}
                  />
                )}
                {(verdict === 'back' || (verdict === 'stands' && flagged.length > 0) || row['why'] !== undefined) && (
                  <Input.TextArea
                    aria-label={`${label} ${t('说明', 'reason')}`} rows={2} value={textOf(row['why'] ?? null)} onChange={event => put(number, 'why', event.target.value)}
                    placeholder={verdict === 'back' ? t('为什么退回、怎样改', 'Why it goes back, and how to mend it') : t('为什么合法', 'Why it is lawful')}
                  />
                )}
                {wrong(number).map(why => <p key={why} className="fault"><span aria-hidden="true">✕ </span>{why}</p>)}
              </fieldset>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

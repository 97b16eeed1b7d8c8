import { useId } from 'react'
import { isObject, type Json } from '../../../../kernel/words.ts'
import { useLang } from '../../lang.ts'
import { FaultLine } from './Field.tsx'
import type { InputProps } from './input.ts'

/** A table on a phone: one row under the other, each cell the input of its column. */
export const RowsInput = ({ name, fact, value, set, fault, Cell, ...rest }: InputProps) => {
  const { t, say } = useLang()
  const id = useId()
  const given = Array.isArray(value) ? (value as readonly Json[]).map(one => (isObject(one) ? one : {})) : []
  const list = given.length > 0 ? given : [{}]
  return (
    <fieldset className={fault === undefined ? 'field' : 'field faulty'}>
      <legend className="label">{say(fact.label)}</legend>
      <div className="stack">
        {list.map((row, at) => (
          <div key={at} className="stack tight" role="group" aria-label={t(`第 ${at + 1} 行`, `Row ${at + 1}`)}>
            {Cell && Object.entries(fact.columns ?? {}).map(([column, one]) => (
              <Cell
                key={column} {...rest} name={`${name}-${at}-${column}`} fact={one} optional={fact.optional?.includes(column) === true} value={row[column]}
                set={next => set(list.map((other, i) => (i === at ? { ...other, [column]: next } : other)))}
              />
            ))}
            {list.length > 1 && <button type="button" className="button quiet" onClick={() => set(list.filter((_, i) => i !== at))}>{t('移除此行', 'Remove this row')}</button>}
          </div>
        ))}
        <button type="button" className="button" onClick={() => set([...list, {}])}>{t('再加一行', 'Add a row')}</button>
      </div>
      {fault !== undefined && <FaultLine id={id} fault={fault} />}
    </fieldset>
  )
}

import { Button } from 'antd'
import { isObject, type Json, type JsonObject } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import type { FieldProps } from './field-props.ts'

const rowsOf = (value: Json): readonly JsonObject[] => (Array.isArray(value) ? (value as readonly Json[]).map(one => (isObject(one) ? one : {})) : [])

/** A table, a row under the other, each cell the field of its column's kind. */
export const RowsField = ({ id, fact, value, change, me, matter, place, Cell }: FieldProps) => {
  const { t } = useLang()
  const given = rowsOf(value)
  const list = given.length > 0 ? given : [{}]
  return (
    <div className="rows-field">
      {list.map((row, at) => (
        <div key={at} className="rows-row" role="group" aria-label={t(`第 ${at + 1} 行`, `Row ${at + 1}`)}>
          {Object.entries(fact.columns ?? {}).map(([name, column]) => (
            <Cell
              key={name} name={`${id}-${at}-${name}`} fact={column} optional={fact.optional?.includes(name) === true} value={row[name] ?? null} fault={undefined}
              change={next => change(list.map((one, i) => (i === at ? { ...one, [name]: next } : one)))} me={me} matter={matter} place={place}
            />
          ))}
          {list.length > 1 && <Button type="link" onClick={() => change(list.filter((_, i) => i !== at))}>{t('移除此行', 'Remove this row')}</Button>}
        </div>
      ))}
      <Button onClick={() => change([...list, {}])}>{t('再加一行', 'Add a row')}</Button>
    </div>
  )
}

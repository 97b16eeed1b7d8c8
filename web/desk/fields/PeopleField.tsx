import { Button, Input } from 'antd'
import type { JsonObject } from '../../../kernel/words.ts'
import { isObject, type Json } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import type { FieldProps } from './field-props.ts'
import { numberIn, textOf } from './value.ts'

const listOf = (value: Json): readonly JsonObject[] => (Array.isArray(value) ? (value as readonly Json[]).flatMap(one => (isObject(one) ? [one] : [])) : [])

/** People concerned, a line each: name, and a phone where there is one. */
export const PeopleField = ({ id, fact, value, change }: FieldProps) => {
  const { t } = useLang()
  const least = numberIn(fact.schema, 'minItems') ?? 1
  const given = listOf(value)
  const list = given.length >= least ? given : [...given, ...Array.from({ length: least - given.length }, () => ({ name: '', phone: '' }))]
  const put = (at: number, more: JsonObject): void => change(list.map((one, i) => (i === at ? { ...one, ...more } : one)))
  return (
    <div className="people">
      {list.map((one, i) => (
        <div key={i} className="people-row">
          <Input id={`${id}-${i}`} aria-label={t(`第 ${i + 1} 人姓名`, `Name of person ${i + 1}`)} placeholder={t('姓名', 'Name')} value={textOf(one['name'] ?? '')} onChange={event => put(i, { name: event.target.value })} />
          <Input aria-label={t(`第 ${i + 1} 人电话`, `Phone of person ${i + 1}`)} placeholder={t('手机号（选填）', 'Mobile (optional)')} type="tel" value={textOf(one['phone'] ?? '')} onChange={event => put(i, { phone: event.target.value })} />
          {list.length > least && <Button type="link" onClick={() => change(list.filter((_, at) => at !== i))}>{t('移除', 'Remove')}</Button>}
        </div>
      ))}
      <Button onClick={() => change([...list, { name: '', phone: '' }])}>{t('再加一人', 'Add a person')}</Button>
    </div>
  )
}

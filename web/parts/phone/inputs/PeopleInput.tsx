import { useId } from 'react'
import { useLang } from '../../lang.ts'
import { described, Field, FaultLine } from './Field.tsx'
import { asNumber, type InputProps } from './input.ts'
import { personParts } from './RegisterInput.tsx'

/** Several people, each with a name and a phone where there is one. */
export const PeopleInput = ({ fact, value, set, fault }: InputProps) => {
  const { t, say } = useLang()
  const id = useId()
  const least = asNumber(fact.schema['minItems']) ?? 1
  const given = Array.isArray(value) ? value.map(personParts) : []
  const rows = given.length >= least ? given : [...given, ...Array.from({ length: least - given.length }, () => personParts(undefined))]
  const put = (at: number, name: string, phone: string): void => set(rows.map((row, i) => (i === at ? { name, phone } : row)))
  return (
    <fieldset className={fault === undefined ? 'field' : 'field faulty'}>
      <legend className="label">{say(fact.label)}</legend>
      <div className="stack">
        {rows.map(({ name, phone }, at) => (
          <div key={at} className="stack tight">
            <Field id={`${id}-${at}-name`} label={t(`第 ${at + 1} 人姓名`, `Name of person ${at + 1}`)}>
              <input id={`${id}-${at}-name`} className="input" autoComplete="off" value={name} onChange={event => put(at, event.target.value, phone)} {...described(id, undefined, fault)} />
            </Field>
            <Field id={`${id}-${at}-phone`} label={t('电话', 'Phone')} optional>
              <input id={`${id}-${at}-phone`} className="input" type="tel" autoComplete="off" value={phone} onChange={event => put(at, name, event.target.value)} />
            </Field>
          </div>
        ))}
        <button type="button" className="button" onClick={() => set([...rows, personParts(undefined)])}>{t('再加一人', 'Add a person')}</button>
      </div>
      {fault !== undefined && <FaultLine id={id} fault={fault} />}
    </fieldset>
  )
}

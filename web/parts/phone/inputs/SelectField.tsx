import { useId } from 'react'
import { useLang } from '../../lang.ts'
import { described, Field } from './Field.tsx'

export type Group = { readonly label?: string; readonly options: readonly { readonly value: string; readonly label: string }[] }

type Props = {
  readonly label: string
  readonly hint?: string | undefined
  readonly fault?: string | undefined
  readonly optional?: boolean
  readonly groups: readonly Group[]
  readonly value: string
  readonly set: (value: string) => void
  readonly none?: string
}

/** One of many, through the phone's own list. */
export const SelectField = ({ label, hint, fault, optional = false, groups, value, set, none }: Props) => {
  const { t } = useLang()
  const id = useId()
  return (
    <Field id={id} label={label} hint={hint} fault={fault} optional={optional}>
      <select id={id} className="input" value={value} required={!optional} onChange={event => set(event.target.value)} {...described(id, hint, fault)}>
        <option value="">{none ?? t('请选择', 'Please choose')}</option>
        {groups.map(({ label: name, options }) => {
          const inside = options.map(option => <option key={option.value} value={option.value}>{option.label}</option>)
          return name === undefined ? inside : <optgroup key={name} label={name}>{inside}</optgroup>
        })}
      </select>
    </Field>
  )
}

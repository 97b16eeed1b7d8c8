import { useId } from 'react'
import { useLang } from '../../lang.ts'
import { described, Field } from './Field.tsx'
import { fewest, Picker } from './Picker.tsx'

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

/** One of some, through the phone's own list; of many, found by words. */
export const SelectField = ({ label, hint, fault, optional = false, groups, value, set, none }: Props) => {
  const { t } = useLang()
  const id = useId()
  const choices = groups.flatMap(({ label: group, options }) => options.map(option => ({ ...option, ...(group !== undefined && { group }) })))
  if (choices.length > fewest) return <Picker label={label} hint={hint} fault={fault} optional={optional} choices={choices} value={value} set={set} none={none} />
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

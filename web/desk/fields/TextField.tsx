import { AutoComplete, Input } from 'antd'
import { useOffered } from '../../parts/offered.ts'
import type { FieldProps } from './field-props.ts'
import { numberIn, textOf } from './value.ts'

const common = ({ id, invalid, describedBy, required }: FieldProps) => ({
  id, 'aria-describedby': describedBy, 'aria-invalid': invalid, 'aria-required': required, ...(invalid && { status: 'error' as const }),
})

const count = (value: string): number => Array.from(value).length

/** A name that a register offers, or any other. */
const SuggestedField = (props: FieldProps) => {
  const offered = useOffered(props.fact.schema['x-suggests'], props.place)
  return (
    <AutoComplete
      {...common(props)} className="full" value={textOf(props.value)} onChange={(next: string) => props.change(next)} showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) === true }}
      options={offered.map(({ value, beside }) => ({ value, label: beside === undefined ? value : `${value} · ${beside}` }))}
    />
  )
}

/** Free text; larger where the declaration asks for lines. Counts code points, as the law of the fact does. */
export const TextField = (props: FieldProps) => {
  const { fact, value, change } = props
  const max = numberIn(fact.schema, 'maxLength') ?? 2000
  const lines = numberIn(fact.schema, 'x-lines') ?? 1
  const text = textOf(value)
  if (fact.schema['x-suggests'] !== undefined) return <SuggestedField {...props} />
  const near = count(text) > max * 0.8
  return lines > 1
    ? (
      <Input.TextArea
        {...common(props)} value={text} autoSize={{ minRows: lines, maxRows: 14 }} onChange={event => change(event.target.value)}
        {...(near && { count: { show: true, max, strategy: count } })}
      />
    )
    : <Input {...common(props)} value={text} onChange={event => change(event.target.value)} {...(near && { count: { show: true, max, strategy: count } })} />
}

/** Up to 50 characters, with · and rare characters. */
export const NameField = (props: FieldProps) =>
  <Input {...common(props)} value={textOf(props.value)} autoComplete="off" onChange={event => props.change(event.target.value)} />

export const PhoneField = (props: FieldProps) =>
  <Input {...common(props)} value={textOf(props.value)} type="tel" inputMode="tel" autoComplete="off" className="short" onChange={event => props.change(event.target.value)} />

export const IdNumberField = (props: FieldProps) =>
  <Input {...common(props)} value={textOf(props.value)} autoComplete="off" maxLength={18} className="short" onChange={event => props.change(event.target.value.toUpperCase())} />

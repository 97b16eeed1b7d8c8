import { useId } from 'react'
import { useLang } from '../../lang.ts'
import { useOffered } from '../../offered.ts'
import { Dictate } from '../Dictate.tsx'
import { described, Field } from './Field.tsx'
import { asNumber, asText, type InputProps } from './input.ts'

/** Text of one line or several; counts what is left once it gets near the limit. */
export const TextInput = ({ fact, optional, value, set, fault, region }: InputProps) => {
  const { t, say } = useLang()
  const id = useId()
  const offered = useOffered(fact.schema['x-suggests'], region)
  const text = asText(value)
  const lines = asNumber(fact.schema['x-lines']) ?? 1
  const max = asNumber(fact.schema['maxLength'])
  const left = max === undefined ? undefined : max - [...text].length
  const hint = fact.hint && say(fact.hint)
  const shared = { id, className: 'input', value: text, required: !optional, ...described(id, hint, fault) }
  return (
    <Field id={id} label={say(fact.label)} hint={hint} fault={fault} optional={optional}>
      {lines > 1 || (max ?? 0) > 120
        ? <><textarea {...shared} rows={Math.max(lines, 2)} onChange={event => set(event.target.value)} /><Dictate value={text} set={set} /></>
        : <input {...shared} type="text" {...(offered.length > 0 && { list: `${id}-offered` })} onChange={event => set(event.target.value)} />}
      {offered.length > 0 && <datalist id={`${id}-offered`}>{offered.map(({ value, beside }) => <option key={`${value}${beside ?? ''}`} value={value}>{beside}</option>)}</datalist>}
      {left !== undefined && left < 100 && <span className="hint" role="status">{left >= 0 ? t(`还可写 ${left} 字`, `${left} characters left`) : t(`超出 ${-left} 字`, `${-left} characters too many`)}</span>}
    </Field>
  )
}

/** A name: long ones with · and rare characters fit. */
export const NameInput = (props: InputProps) => <PlainInput {...props} autoComplete="name" />
export const PhoneInput = (props: InputProps) => <PlainInput {...props} type="tel" mode="tel" autoComplete="tel" />
export const IdNumberInput = (props: InputProps) => <PlainInput {...props} />

type PlainProps = InputProps & { readonly type?: 'text' | 'tel'; readonly mode?: 'tel'; readonly autoComplete?: string }

const PlainInput = ({ fact, optional, value, set, fault, type = 'text', mode, autoComplete = 'off' }: PlainProps) => {
  const { say } = useLang()
  const id = useId()
  const hint = fact.hint && say(fact.hint)
  return (
    <Field id={id} label={say(fact.label)} hint={hint} fault={fault} optional={optional}>
      <input
        id={id} className="input" type={type} {...(mode && { inputMode: mode })} autoComplete={autoComplete} required={!optional}
        value={asText(value)} onChange={event => set(event.target.value)} {...described(id, hint, fault)}
      />
    </Field>
  )
}

import { useId } from 'react'
import { clockTime, dayOf } from '../../time.ts'
import { useLang } from '../../lang.ts'
import { described, Field } from './Field.tsx'
import { asText, type InputProps } from './input.ts'

export const DayInput = ({ fact, optional, value, set, fault }: InputProps) => {
  const { say } = useLang()
  const id = useId()
  return (
    <Field id={id} label={say(fact.label)} fault={fault} optional={optional}>
      <input id={id} className="input" type="date" required={!optional} value={asText(value)} onChange={event => set(event.target.value)} {...described(id, undefined, fault)} />
    </Field>
  )
}

/** A local time as typed is one of Asia/Shanghai, whatever the phone's zone. */
const toInstant = (local: string): string => {
  const at = Date.parse(`${local}:00+08:00`)
  return Number.isNaN(at) ? local : new Date(at).toISOString()
}

const toLocal = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? '' : `${dayOf(new Date(iso))}T${clockTime(iso)}`)

export const InstantInput = ({ fact, optional, value, set, fault }: InputProps) => {
  const { say } = useLang()
  const id = useId()
  return (
    <Field id={id} label={say(fact.label)} fault={fault} optional={optional}>
      <input
        id={id} className="input" type="datetime-local" required={!optional} value={toLocal(asText(value))}
        onChange={event => set(event.target.value === '' ? null : toInstant(event.target.value))} {...described(id, undefined, fault)}
      />
    </Field>
  )
}

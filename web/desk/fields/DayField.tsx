import { Input } from 'antd'
import type { FieldProps } from './field-props.ts'
import { clockTime, dayOf } from '../../parts/time.ts'
import { textOf } from './value.ts'

const shared = ({ id, describedBy, invalid, required }: FieldProps) => ({
  id, className: 'short', 'aria-describedby': describedBy, 'aria-invalid': invalid, 'aria-required': required, ...(invalid && { status: 'error' as const }),
})

/** The browser's own date field: keyboards and screen readers know it. */
export const DayField = (props: FieldProps) =>
  <Input {...shared(props)} type="date" value={textOf(props.value)} onChange={event => props.change(event.target.value || null)} />

/** An instant, typed and shown in Asia/Shanghai whatever the machine's zone. */
export const InstantField = (props: FieldProps) => {
  const iso = textOf(props.value)
  const local = iso === '' ? '' : `${dayOf(new Date(iso))}T${clockTime(iso)}`
  return <Input {...shared(props)} type="datetime-local" value={local} onChange={event => props.change(event.target.value === '' ? null : `${event.target.value}:00+08:00`)} />
}

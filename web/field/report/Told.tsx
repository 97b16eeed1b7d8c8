import { useLang } from '../../parts/lang.ts'
import { Dictate } from '../../parts/phone/Dictate.tsx'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { faultAt, type FoundProps } from './found.ts'

export const Told = ({ values, change, faults }: FoundProps) => {
  const { t, say } = useLang()
  const fault = faultAt(faults, 'text')
  return (
    <Field id="found-text" label={t('什么事', 'What is the matter')} fault={fault && say(fault.why)}>
      <textarea id="found-text" className="input" rows={3} required maxLength={2000} value={values.text} onChange={event => change({ text: event.target.value })} {...described('found-text', undefined, fault && '!')} />
      <Dictate value={values.text} set={text => change({ text })} />
    </Field>
  )
}

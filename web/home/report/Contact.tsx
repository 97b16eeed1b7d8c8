import { useLang } from '../../parts/lang.ts'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { faultAt, type PartProps } from './part.ts'

/** Who may be called about it, if that is somebody else or another number than the account's. */
export const Contact = ({ values, change, faults }: Pick<PartProps, 'values' | 'change' | 'faults'>) => {
  const { t, say } = useLang()
  const [name, phone] = [faultAt(faults, 'contactName') ?? faultAt(faults, 'keptName'), faultAt(faults, 'contactPhone') ?? faultAt(faults, 'keptPhone')]
  return (
    <div className="stack">
      <Field id="contact-name" label={t('联系人', 'Name')} optional fault={name && say(name.why)}>
        <input id="contact-name" className="input" autoComplete="name" value={values.contactName} onChange={event => change({ contactName: event.target.value })} {...described('contact-name', undefined, name && '!')} />
      </Field>
      <Field id="contact-phone" label={t('手机号', 'Mobile number')} optional fault={phone && say(phone.why)}>
        <input id="contact-phone" className="input" type="tel" inputMode="tel" autoComplete="tel" value={values.contactPhone} onChange={event => change({ contactPhone: event.target.value })} {...described('contact-phone', undefined, phone && '!')} />
      </Field>
    </div>
  )
}

import { useLang } from '../../parts/lang.ts'
import { Fold } from '../../parts/phone/Fold.tsx'
import { CategoryField } from '../../parts/phone/inputs/CategoryField.tsx'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { faultAt, type FoundProps } from './found.ts'

/** What may be known and need not be: the kind, and a resident on whose behalf it is reported. */
export const More = ({ values, change, faults }: FoundProps) => {
  const { t, say } = useLang()
  const [category, name, phone] = [faultAt(faults, 'category'), faultAt(faults, 'contactName'), faultAt(faults, 'contactPhone')]
  return (
    <Fold title={t('类别、代谁反映（可不填）', 'Kind, and on whose behalf (optional)')} open={faults.some(fault => ['category', 'contactName', 'contactPhone'].includes(fault.fact))}>
      <div className="stack">
        <CategoryField label={t('属于哪一类', 'What kind')} optional value={values.category} set={code => change({ category: code })} fault={category && say(category.why)} />
        <Field id="found-name" label={t('联系人', 'Whom to contact')} optional fault={name && say(name.why)}>
          <input id="found-name" className="input" autoComplete="off" value={values.contactName} onChange={event => change({ contactName: event.target.value })} {...described('found-name', undefined, name && '!')} />
        </Field>
        <Field id="found-phone" label={t('手机号', 'Mobile number')} optional fault={phone && say(phone.why)}>
          <input id="found-phone" className="input" type="tel" inputMode="tel" autoComplete="off" value={values.contactPhone} onChange={event => change({ contactPhone: event.target.value })} {...described('found-phone', undefined, phone && '!')} />
        </Field>
      </div>
    </Fold>
  )
}

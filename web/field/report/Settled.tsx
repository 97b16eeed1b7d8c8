import { useLang } from '../../parts/lang.ts'
import { Check } from '../../parts/phone/inputs/Check.tsx'
import { described, Field } from '../../parts/phone/inputs/Field.tsx'
import { PhotoField } from '../../parts/phone/PhotoField.tsx'
import { faultAt, type FoundProps } from './found.ts'

/** Settled on the spot: what was done, and a picture of it. */
export const Settled = ({ values, change, faults }: FoundProps) => {
  const { t, say } = useLang()
  const fault = faultAt(faults, 'result')
  return (
    <div className="stack">
      <Check
        on={values.settled} set={on => change({ settled: on })} label={t('已经当场处理好了', 'Already settled on the spot')}
        more={t('登记后由反映人确认，不再分派', 'It is recorded, the reporter confirms it, and no office is sent')}
      />
      {values.settled && (
        <>
          <Field id="found-result" label={t('怎么处理的', 'What was done')} fault={fault && say(fault.why)}>
            <textarea id="found-result" className="input" rows={3} required value={values.result} onChange={event => change({ result: event.target.value })} {...described('found-result', undefined, fault && '!')} />
          </Field>
          <PhotoField label={t('处理后的照片', 'Photos afterwards')} max={9} any photos={values.evidence} ready change={more => change(before => ({ evidence: more(before.evidence) }))} />
        </>
      )}
    </div>
  )
}

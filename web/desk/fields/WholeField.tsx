import { InputNumber } from 'antd'
import { useLang } from '../../parts/lang.ts'
import type { FieldProps } from './field-props.ts'
import { numberIn, objectOf } from './value.ts'

/** A number as it was typed: one outside its bounds is told so when it is sent, and never quietly made another. */
export const WholeField = ({ id, fact, value, change, invalid, describedBy, required }: FieldProps) => {
  const { lang, t } = useLang()
  const unit = objectOf(fact.schema['x-unit'])[lang]
  const [least, most] = [numberIn(fact.schema, 'minimum'), numberIn(fact.schema, 'maximum')]
  return (
    <span className="with-unit">
      <InputNumber
        id={id} value={typeof value === 'number' ? value : null}
        aria-describedby={describedBy} aria-invalid={invalid} aria-required={required} {...(invalid && { status: 'error' as const })} onChange={next => change(next)}
      />
      {typeof unit === 'string' && <span>{unit}</span>}
      {least !== undefined && most !== undefined && most < Number.MAX_SAFE_INTEGER && <span className="quiet">{t(`（${least} 至 ${most}）`, `(${least} to ${most})`)}</span>}
    </span>
  )
}

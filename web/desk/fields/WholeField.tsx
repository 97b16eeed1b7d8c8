import { InputNumber } from 'antd'
import { useLang } from '../../parts/lang.ts'
import type { FieldProps } from './field-props.ts'
import { numberIn, objectOf } from './value.ts'

export const WholeField = ({ id, fact, value, change, invalid, describedBy, required }: FieldProps) => {
  const { lang } = useLang()
  const unit = objectOf(fact.schema['x-unit'])[lang]
  const max = numberIn(fact.schema, 'maximum')
  return (
    <span className="with-unit">
      <InputNumber
        id={id} value={typeof value === 'number' ? value : null} precision={0} min={numberIn(fact.schema, 'minimum') ?? 0} {...(max !== undefined && { max })}
        aria-describedby={describedBy} aria-invalid={invalid} aria-required={required} {...(invalid && { status: 'error' as const })} onChange={next => change(next)}
      />
      {typeof unit === 'string' && <span>{unit}</span>}
    </span>
  )
}

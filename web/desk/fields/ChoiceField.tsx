import { Checkbox, Radio, Select } from 'antd'
import { useLang } from '../../parts/lang.ts'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

/** Few options stand open; many go into a list, very many into one that is searched. */
export const ChoiceField = ({ id, fact, value, change, label, describedBy, invalid }: FieldProps) => {
  const { t, say } = useLang()
  const options = Object.entries(fact.options ?? {}).map(([name, words]) => ({ value: name, label: say(words) }))
  return options.length <= 6
    ? <Radio.Group id={id} value={textOf(value)} options={options} onChange={event => change(String(event.target.value))} />
    : <Select id={id} className="full choice-list" showSearch={options.length > 12 && { optionFilterProp: 'label' }} placeholder={t('请选择', 'Choose one')} aria-label={label} aria-describedby={describedBy} {...(invalid && { status: 'error' as const })} value={textOf(value) || null} options={options} onChange={next => change(next)} />
}

export const YesNoField = ({ id, value, change, required }: FieldProps) => {
  const { t } = useLang()
  return required
    ? <Radio.Group id={id} value={value} options={[{ value: true, label: t('是', 'Yes') }, { value: false, label: t('否', 'No') }]} onChange={event => change(event.target.value === true)} />
    : <Checkbox id={id} checked={value === true} onChange={event => change(event.target.checked ? true : null)}>{t('是', 'Yes')}</Checkbox>
}

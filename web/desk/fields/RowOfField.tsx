import { Radio, Select } from 'antd'
import { useLang } from '../../parts/lang.ts'
import type { RowChoice } from '../../parts/rows/row-choices.ts'
import type { FieldProps } from './field-props.ts'

/** Which row of a table of the matter: a few stand open, one below another because names are long; many go into a list that is searched. */
export const RowOfField = ({ id, value, change, label, describedBy, invalid, rows }: FieldProps & { readonly rows: readonly RowChoice[] }) => {
  const { t } = useLang()
  const chosen = typeof value === 'number' ? value : null
  return rows.length <= 6
    ? <Radio.Group id={id} vertical value={chosen} options={[...rows]} onChange={event => change(Number(event.target.value))} />
    : <Select id={id} className="full choice-list" showSearch={{ optionFilterProp: 'label' }} placeholder={t('请选择', 'Choose one')} aria-label={label} aria-describedby={describedBy} {...(invalid && { status: 'error' as const })} value={chosen} options={[...rows]} onChange={next => change(next)} />
}

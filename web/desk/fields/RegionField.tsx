import { levels, type Level } from '../../../kernel/region.ts'
import { useLang } from '../../parts/lang.ts'
import type { FieldProps } from './field-props.ts'
import { RegionPicker } from './RegionPicker.tsx'
import { textOf, textsOf } from './value.ts'

const isLevel = (name: string): name is Level => Object.hasOwn(levels, name)

export const RegionField = ({ id, fact, value, change, label, invalid, describedBy }: FieldProps) => {
  const { t } = useLang()
  const allowed = textsOf(fact.schema['x-levels'] ?? null).filter(isLevel)
  return (
    <RegionPicker
      id={id} label={label} value={textOf(value) || undefined} choose={region => change(region ?? null)} levels={allowed} invalid={invalid} describedBy={describedBy}
      hint={t('输入名称或拼音，或逐级选择', 'Type a name or pinyin, or go down level by level')}
    />
  )
}

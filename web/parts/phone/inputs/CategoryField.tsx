import type { CategoryView } from '../../../../server/wire.ts'
import { useLang } from '../../lang.ts'
import { useCategories } from '../../names.ts'
import { SelectField, type Group } from './SelectField.tsx'

type Props = {
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  readonly optional?: boolean
  readonly value: string
  readonly set: (value: string) => void
}

const grouped = (categories: readonly CategoryView[], say: (label: { zh: string; en: string }) => string): readonly Group[] => {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const category of categories) {
    const name = say(category.group)
    groups.set(name, [...(groups.get(name) ?? []), { value: category.code, label: say(category) }])
  }
  return [...groups].map(([label, options]) => ({ label, options }))
}

export const CategoryField = ({ label, hint, fault, optional = false, value, set }: Props) => {
  const { t, say } = useLang()
  return (
    <SelectField
      label={label} {...(hint !== undefined && { hint })} fault={fault} optional={optional} value={value} set={set}
      groups={grouped(useCategories(), say)} none={t('不确定，由工作人员判断', 'Not sure; let the staff decide')}
    />
  )
}

import type { CategoryView } from '../../../server/wire.ts'
import type { Say } from '../../parts/lang.ts'

type Option = { readonly value: string; readonly label: string }
export type OptionGroup = { readonly label: string; readonly title: string; readonly options: Option[] }

/** Categories under the names of their groups, in the register's order. */
export const categoryOptions = (categories: readonly CategoryView[], say: Say): OptionGroup[] => {
  const groups = new Map<string, Option[]>()
  for (const category of categories) {
    const group = say(category.group)
    groups.set(group, [...(groups.get(group) ?? []), { value: category.code, label: say(category) }])
  }
  return [...groups].map(([label, options]) => ({ label, title: label, options }))
}

import { Select } from 'antd'
import type { ReactNode } from 'react'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { categoryOptions } from '../list/category-options.ts'
import { HeldPostField } from './HeldPostField.tsx'
import { HouseholdField } from './HouseholdField.tsx'
import { NamedAccountField } from './NamedAccountField.tsx'
import type { FieldProps } from './field-props.ts'
import { DutyItemField, WorkItemField } from './WorkItemField.tsx'
import { textOf } from './value.ts'

const byRegister: Readonly<Record<string, (props: FieldProps) => ReactNode>> = { account: NamedAccountField, post: HeldPostField, household: HouseholdField, 'work-item': WorkItemField, 'duty-item': DutyItemField }

/** A row of a register: an account, a post, an item of a list, or one of the reference data. */
export const ReferenceField = (props: FieldProps) => {
  const Field = byRegister[props.fact.register ?? ''] ?? CategoryField
  return <Field {...props} />
}

/** A category, under the names of its groups; says the handling limit of the one chosen. */
const CategoryField = ({ id, value, change, invalid, describedBy, required, label }: FieldProps) => {
  const { t, say } = useLang()
  const found = useAsk(paths.categories(), { fresh: 600_000 })
  const chosen = found.data?.find(category => category.code === value)
  return (
    <>
      <Select
        id={id} className="full" showSearch={{ optionFilterProp: 'label' }} allowClear loading={found.isLoading} listHeight={360} aria-label={label}
        aria-describedby={describedBy} aria-required={required} {...(invalid && { status: 'error' as const })}
        notFoundContent={found.isError ? say(problemOf(found.error).words) : t('没有找到', 'Nothing found')}
        options={categoryOptions(found.data ?? [], say)} value={textOf(value) || null} onChange={(next: string | undefined) => change(next ?? null)}
      />
      {chosen?.limit && <p className="hint">{t('办理时限：', 'Handling limit: ')}{say(chosen.limit)}{chosen.community && t(' · 社区自治事项', ' · a community’s own affair')}</p>}
    </>
  )
}

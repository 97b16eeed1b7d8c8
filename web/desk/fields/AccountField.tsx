import { Select } from 'antd'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import { useColleagues } from '../../parts/names.ts'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

/** A person of the office that holds the matter, or of one's own where nobody holds it; or of the offices in the same place that the fact names. */
export const AccountField = ({ id, value, change, invalid, describedBy, required, matter, me, label, fact }: FieldProps) => {
  const { t, say } = useLang()
  const { people, loading, error } = useColleagues(fact, matter?.holder?.office.code ?? actingPost(me)?.office?.code)
  return (
    <Select
      id={id} className="full" showSearch={{ optionFilterProp: 'label' }} allowClear loading={loading} aria-label={label}
      aria-describedby={describedBy} aria-required={required} {...(invalid && { status: 'error' as const })}
      notFoundContent={error ? say(problemOf(error).words) : t('该单位没有其他人员', 'Nobody else is in that office')}
      options={people.map(person => ({ value: person.id, label: person.name }))} value={textOf(value) || null} onChange={(next: string | undefined) => change(next ?? null)}
    />
  )
}

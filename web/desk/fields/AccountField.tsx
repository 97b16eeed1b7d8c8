import { Select } from 'antd'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

/** A person of the office that holds the matter, or of one's own where nobody holds it. */
export const AccountField = ({ id, value, change, invalid, describedBy, required, matter, me, label }: FieldProps) => {
  const { t, say } = useLang()
  const office = matter?.holder?.office.code ?? actingPost(me)?.office?.code
  const found = useAsk(office === undefined ? undefined : paths.peopleOf(office), { fresh: 60_000 })
  return (
    <Select
      id={id} className="full" showSearch={{ optionFilterProp: 'label' }} allowClear loading={found.isLoading} aria-label={label}
      aria-describedby={describedBy} aria-required={required} {...(invalid && { status: 'error' as const })}
      notFoundContent={found.isError ? say(problemOf(found.error).words) : t('该单位没有其他人员', 'Nobody else is in that office')}
      options={(found.data ?? []).map(person => ({ value: person.id, label: person.name }))} value={textOf(value) || null} onChange={(next: string | undefined) => change(next ?? null)}
    />
  )
}

import { Select } from 'antd'
import { postKinds } from '../../../kernel/post.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

/** A post held at the place just chosen, that no appointment gave. */
export const HeldPostField = ({ id, value, change, invalid, describedBy, required, place, label }: FieldProps) => {
  const { t, say } = useLang()
  const found = useAsk(place === undefined ? undefined : paths.posts(place), { fresh: 30_000 })
  const here = found.data?.rows.filter(post => post.region.code === place && !post.appointed) ?? []
  return (
    <Select
      id={id} className="full" allowClear showSearch={{ optionFilterProp: 'label' }} loading={found.isLoading} aria-label={label} popupMatchSelectWidth={false}
      aria-describedby={describedBy} aria-required={required} {...(invalid && { status: 'error' as const })}
      notFoundContent={found.isError ? say(problemOf(found.error).words) : place === undefined ? t('请先选择地点', 'Choose the place first') : t('没有找到', 'Nothing found')}
      options={here.map(post => ({ value: post.id, label: [post.name, say(postKinds[post.kind]), post.office?.name].filter(Boolean).join(' · ') }))}
      value={textOf(value) || null} onChange={(next: string | undefined) => change(next ?? null)}
    />
  )
}

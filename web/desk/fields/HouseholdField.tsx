import { Select } from 'antd'
import { ancestor, isRegionCode } from '../../../kernel/region.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { FieldProps } from './field-props.ts'
import { textOf } from './value.ts'

/** A household of the village just chosen, by its door or its code. */
export const HouseholdField = ({ id, value, change, invalid, describedBy, required, place, label }: FieldProps) => {
  const { t, say } = useLang()
  const village = place !== undefined && isRegionCode(place) ? ancestor(place, 'village') : undefined
  const found = useAsk(village === undefined ? undefined : paths.households(village), { fresh: 300_000 })
  return (
    <Select
      id={id} className="full" allowClear showSearch={{ optionFilterProp: 'label' }} loading={found.isLoading} aria-label={label} popupMatchSelectWidth={false}
      aria-describedby={describedBy} aria-required={required} {...(invalid && { status: 'error' as const })} placeholder={t('输入门牌或编号', 'Type a door or a code')}
      notFoundContent={found.isError ? say(problemOf(found.error).words) : village === undefined ? t('请先选择村（社区）', 'Choose the village first') : t('户册中没有找到', 'Nothing in the register')}
      options={(found.data?.rows ?? []).map(({ code, address }) => ({ value: code, label: `${address} · ${code}` }))}
      value={textOf(value) || null} onChange={(next: string | undefined) => change(next ?? null)}
    />
  )
}

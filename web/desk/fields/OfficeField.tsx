import { Select } from 'antd'
import { levelOf, levels } from '../../../kernel/region.ts'
import type { OfficeRef } from '../../../server/wire.ts'
import { problemOf } from '../../parts/api.ts'
import { useLang, type Say } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { FieldProps } from './field-props.ts'
import { textOf, textsOf } from './value.ts'

/** Offices under the names of their levels, nearest first. */
export const officeOptions = (offices: readonly OfficeRef[], say: Say) => {
  const byRegion = new Map<string, OfficeRef[]>()
  for (const office of offices) byRegion.set(office.region, [...(byRegion.get(office.region) ?? []), office])
  return [...byRegion].toSorted(([a], [b]) => b.length - a.length).map(([region, list]) => {
    const label = say(levels[levelOf(region)])
    return { label, title: label, options: list.map(office => ({ value: office.code, label: office.name })) }
  })
}

const useOffices = (place: string | undefined, chosen: readonly string[], without?: unknown) => {
  const { t, say } = useLang()
  const found = useAsk(place === undefined ? undefined : paths.officesFor(place), { fresh: 300_000 })
  const missing = chosen.filter(code => !found.data?.some(office => office.code === code))
  return {
    options: [...officeOptions((found.data ?? []).filter(isOffered(without)), say), ...(found.data && missing.length > 0 ? [{ label: t('其他', 'Other'), title: '', options: missing.map(code => ({ value: code, label: code })) }] : [])],
    loading: found.isLoading,
    notFoundContent: found.isError ? say(problemOf(found.error).words) : place === undefined ? t('请先选择地点', 'Choose the place first') : t('没有找到', 'Nothing found'),
  }
}

/** Whether an office is offered where some kinds are not. */
const isOffered = (without: unknown) => ({ kind }: OfficeRef): boolean => !Array.isArray(without) || !without.includes(kind)

const search = { optionFilterProp: 'label' }

export const OfficeField = ({ id, value, change, invalid, describedBy, required, place, label }: FieldProps) => (
  <Select
    {...useOffices(place, textOf(value) === '' ? [] : [textOf(value)])} id={id} className="full" showSearch={search} allowClear popupMatchSelectWidth={false} aria-label={label}
    aria-describedby={describedBy} aria-required={required} {...(invalid && { status: 'error' as const })} value={textOf(value) || null} onChange={(next: string | undefined) => change(next ?? null)}
  />
)

export const OfficesField = ({ id, fact, value, change, invalid, describedBy, required, place, label }: FieldProps) => (
  <Select
    {...useOffices(place, textsOf(value), fact.schema['x-without'])} id={id} mode="multiple" className="full" showSearch={search} popupMatchSelectWidth={false} aria-label={label}
    aria-describedby={describedBy} aria-required={required} {...(invalid && { status: 'error' as const })} value={[...textsOf(value)]} onChange={(next: string[]) => change(next.length > 0 ? next : null)}
  />
)

import { Button, Input, Select } from 'antd'
import { useLang } from '../../parts/lang.ts'
import { useCategories, useOffice } from '../../parts/names.ts'
import { procedureOf, procedures } from '../../parts/procedures.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import type { ListFilter } from '../links.ts'
import { categoryOptions } from './category-options.ts'

type Change = { readonly [K in keyof ListFilter]?: ListFilter[K] | undefined }
type Props = { readonly filter: ListFilter; readonly change: (change: Change) => void; /** Offers place and order as well. */ readonly full?: boolean }

const found = (option: { label?: unknown } | undefined, typed: string): boolean => typeof option?.label === 'string' && option.label.toLowerCase().includes(typed.toLowerCase())

export const FilterBar = ({ filter, change, full = false }: Props) => {
  const { t, say } = useLang()
  const categories = useCategories()
  const chosen = filter.procedure ?? (procedures.length === 1 ? procedures[0]?.name : undefined)
  const stages = Object.entries(procedureOf(chosen ?? '')?.stages ?? {})
  const term = filter.term?.startsWith('category:') ? filter.term.slice('category:'.length) : undefined
  const office = filter.term?.startsWith('office:') ? filter.term.slice('office:'.length) : undefined
  const named = useOffice(office ?? '')
  const narrowed = [filter.procedure, filter.stage, filter.term, filter.due, filter.q, filter.region].some(value => value !== undefined)
  const clear = { procedure: undefined, stage: undefined, term: undefined, due: undefined, q: undefined, region: undefined }
  return (
    <div className="filters" role="group" aria-label={t('筛选', 'Filters')}>
      <Input.Search
        key={filter.q ?? ''} className="filter-text" defaultValue={filter.q ?? ''} allowClear maxLength={100}
        aria-label={t('在列表中查找', 'Find in this list')} placeholder={t('在列表中查找', 'Find in this list')} onSearch={q => change({ q: q.trim() })}
      />
      {procedures.length > 1 && (
        <Select
          allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('程序', 'Procedure')} aria-label={t('程序', 'Procedure')} value={filter.procedure ?? null} popupMatchSelectWidth={false}
          options={procedures.map(p => ({ value: p.name, label: say(p.title) }))} onChange={(value: string | undefined) => change({ procedure: value, stage: undefined })}
        />
      )}
      <Select
        allowClear placeholder={t('环节', 'Stage')} aria-label={t('环节', 'Stage')} value={filter.stage ?? null} popupMatchSelectWidth={false}
        options={stages.map(([name, stage]) => ({ value: name, label: say(stage) }))} onChange={(value: string | undefined) => change({ stage: value, procedure: value === undefined ? filter.procedure : chosen })}
      />
      <Select
        allowClear showSearch={{ filterOption: (typed, option) => found(option, typed) }} placeholder={t('类别', 'Category')} aria-label={t('类别', 'Category')} value={term ?? null} popupMatchSelectWidth={false}
        options={categoryOptions(categories, say)} onChange={(value: string | undefined) => change({ term: value === undefined ? undefined : `category:${value}` })}
      />
      <Select
        allowClear placeholder={t('时限', 'Time limit')} aria-label={t('时限', 'Time limit')} value={filter.due ?? null} popupMatchSelectWidth={false}
        options={[{ value: 'late' as const, label: t('已超期', 'Late') }, { value: 'today' as const, label: t('今天到期', 'Due today') }, { value: 'week' as const, label: t('本周到期', 'Due this week') }]}
        onChange={(value: ListFilter['due']) => change({ due: value })}
      />
      {office !== undefined && <Button onClick={() => change({ term: undefined })}>{t('只看 ', 'Only ')}{named?.name ?? office} ✕</Button>}
      {full && <div className="filter-region"><RegionPicker id="filter-region" value={filter.region} choose={region => change({ region })} label={t('地点', 'Place')} /></div>}
      {narrowed && <Button type="link" onClick={() => change(clear)}>{t('清除筛选', 'Clear')}</Button>}
    </div>
  )
}

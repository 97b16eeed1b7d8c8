import { Button, Select, Space } from 'antd'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import type { Level } from '../../../kernel/region.ts'
import type { RegionRef } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { pathText } from '../../parts/Place.tsx'
import { useAsk } from '../../parts/useAsk.ts'

const RegionTree = lazy(() => import('./RegionTree.tsx'))

type Props = {
  readonly id: string
  readonly label: string
  readonly value: string | undefined
  readonly choose: (region: string | undefined) => void
  /** Levels that may be chosen; any where left out. */
  readonly levels?: readonly Level[]
  readonly invalid?: boolean
  readonly describedBy?: string | undefined
  readonly hint?: string
  /** The place first shown, where the page has it at hand. */
  readonly start?: RegionRef | undefined
}

/** A place: by typing its name or pinyin, or by going down the tree. Always shown with its full path, because names repeat. */
export const RegionPicker = ({ id, label, value, choose, levels, invalid = false, describedBy, hint, start }: Props) => {
  const { t } = useLang()
  const [typed, setTyped] = useState('')
  const [tree, setTree] = useState(false)
  const [picked, setPicked] = useState<RegionRef>()
  const told = [picked, start].find(one => one?.code === value)
  const known = useRegion(told ? undefined : value)
  const now = told ?? known
  const asked = useDeferredValue(typed.trim())
  const found = useAsk(asked === '' ? undefined : paths.regionsNamed(asked), { fresh: 60_000, keep: true })
  const allowed = (region: RegionRef): boolean => levels === undefined || levels.length === 0 || levels.includes(region.level)
  const options = (asked === '' ? [] : found.data ?? []).filter(allowed)
  const shown = now && !options.some(one => one.code === now.code) && asked === '' ? [now, ...options] : options
  const take = (region: RegionRef | undefined): void => {
    setPicked(region)
    setTyped('')
    choose(region?.code)
  }
  return (
    <Space.Compact block>
      <Select
        id={id} aria-label={label} aria-describedby={describedBy} className="grow" allowClear suffix={null}
        showSearch={{ filterOption: false, onSearch: setTyped }} {...(invalid && { status: 'error' as const })}
        placeholder={hint ?? label} value={value ?? null} popupMatchSelectWidth={false}
        options={shown.map(region => ({ value: region.code, label: pathText(region) }))}
        notFoundContent={asked === '' ? t('输入名称或拼音查找', 'Type a name or pinyin') : found.isFetching ? t('正在查找…', 'Searching…') : t('没有找到', 'Nothing found')}
        onChange={(code: string | undefined) => take(shown.find(region => region.code === code))}
      />
      <Button onClick={() => setTree(true)}>{t('逐级选择', 'Browse')}</Button>
      {tree && <Suspense><RegionTree allowed={allowed} close={() => setTree(false)} choose={region => { take(region); setTree(false) }} label={label} /></Suspense>}
    </Space.Compact>
  )
}

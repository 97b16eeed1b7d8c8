import { Input, Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { itemKinds, type ItemKind } from '../../../../kernel/gate.ts'
import { useLang } from '../../../parts/lang.ts'
import { holds } from '../../../parts/lists.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { ItemTable } from './ItemTable.tsx'

const kinds = Object.keys(itemKinds) as readonly ItemKind[]

/** The items of a version: of one list or all, with the words looked for. */
export const Items = ({ county, version }: { readonly county: string; readonly version: string }) => {
  const { t, say } = useLang()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<ItemKind | 'all'>('all')
  const sought = useDeferredValue(typed)
  const found = useAsk(paths.workList(county, version), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const { items } = found.data
  const rows = items.filter(item => (kind === 'all' || item.kind === kind) && holds(item, sought))
  return (
    <>
      <div className="filters">
        <Select
          aria-label={t('哪一张清单', 'Which list')} value={kind} onChange={setKind} popupMatchSelectWidth={false}
          options={[{ value: 'all' as const, label: t('两张清单', 'Both lists') }, ...kinds.map(one => ({ value: one, label: `${say(itemKinds[one])} ${items.filter(item => item.kind === one).length}` }))]}
        />
        <Input className="filter-text" allowClear value={typed} onChange={event => setTyped(event.target.value)} aria-label={t('在清单中查找', 'Find an item')} placeholder={t('查找事项、单位、依据', 'Item, office, basis')} />
        <span className="quiet" role="status">{rows.length}/{items.length}</span>
      </div>
      {rows.length === 0 ? <Empty title={t('没有找到', 'Nothing found')}><p>{t('清单里没有的，不能要求村（社区）承担。', 'What is on no list can’t be asked of communities.')}</p></Empty> : <ItemTable items={rows} of={`${version} ${kind} ${sought}`} />}
    </>
  )
}

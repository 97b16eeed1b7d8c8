import { Button, Select } from 'antd'
import { itemKinds } from '../../../kernel/gate.ts'
import { officeCode } from '../../../kernel/post.ts'
import { countyOf, levelOf } from '../../../kernel/region.ts'
import type { Json } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { inHours } from '../../../procedures/3-governance/commission/hours.ts'

type Props = { readonly chosen: Json | undefined; readonly conditions: Json | undefined; readonly until: Json | undefined; readonly place: string; readonly set: (fact: string, value: Json) => void }

/** What the list says of the item chosen: its kind, season and hours, and the conditions that come with it, offered as rows. */
export const ItemSays = ({ chosen, conditions, until, place, set }: Props) => {
  const { t, say } = useLang()
  const found = useAsk(paths.workItems(countyOf(place)), { fresh: 600_000 })
  const item = found.data?.find(one => one.code === chosen)
  if (!item) return null
  const given = Array.isArray(conditions) ? (conditions as readonly { readonly name?: string }[]).map(row => row.name) : []
  const missing = item.conditions.filter(name => !given.includes(name))
  const bring = (): void => set('conditions', [
    ...(Array.isArray(conditions) ? (conditions as readonly { readonly [column: string]: Json }[]).filter(row => typeof row['name'] === 'string' && row['name'] !== '') : []),
    ...missing.map(name => ({ name, ...(typeof until === 'string' && { by: until }) })),
  ])
  return (
    <div className="item-says">
      <p className="hint">
        {say(itemKinds[item.kind])} · {t(`每次约 ${inHours(item.minutes).zh}`, `about ${inHours(item.minutes).en} each time`)}
        {item.season && t(` · 只在 ${item.season.from} 至 ${item.season.to} 期间`, ` · from ${item.season.from} to ${item.season.to} only`)}
      </p>
      <p className="hint">{t('村（社区）的部分：', 'The community’s part: ')}{item.part}</p>
      {item.conditions.length > 0 && <p className="hint">{t('清单载明的工作条件：', 'Conditions the list states: ')}{item.conditions.join(t('、', ', '))}</p>}
      {missing.length > 0 && <Button size="small" onClick={bring}>{t('带入这些工作条件', 'Take these conditions over')}</Button>}
    </div>
  )
}

/** Work for townships cites a duty of their own list. */
export const TownshipDuty = ({ township, chosen, set }: { readonly township: string; readonly chosen: Json | undefined; readonly set: (fact: string, value: Json) => void }) => {
  const { t } = useLang()
  const found = useAsk(levelOf(township) === 'township' ? paths.dutyItems(officeCode(township, 'gov')) : undefined, { fresh: 600_000 })
  return (
    <div className="item-says">
      <p className="hint">{t('下达给乡镇（街道）本级的，引用其职责事项清单：', 'Work for townships cites their own duty list:')}</p>
      <Select
        className="full" aria-label={t('乡镇（街道）职责事项', 'Duty of the township')} showSearch={{ optionFilterProp: 'label' }} loading={found.isLoading} value={typeof chosen === 'string' ? chosen : null}
        onChange={(code: string) => set('item', code)} options={(found.data ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} notFoundContent={t('没有公布职责事项清单', 'No duty list is published')}
      />
    </div>
  )
}

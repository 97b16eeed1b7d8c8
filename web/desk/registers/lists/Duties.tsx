import { PrinterOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { countyOf } from '../../../../kernel/region.ts'
import type { ListVersion, Me } from '../../../../server/wire.ts'
import { Cites } from '../../../parts/Cite.tsx'
import { useLang } from '../../../parts/lang.ts'
import { holds } from '../../../parts/lists.ts'
import { actingPost } from '../../../parts/me.ts'
import * as paths from '../../../parts/paths.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { actorOf } from '../../list/asked.ts'
import { RegionPicker } from '../../fields/RegionPicker.tsx'
import { links } from '../../links.ts'
import { openings } from '../../new/openings.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { standing, VersionHead } from './Version.tsx'

const levels = ['county', 'township'] as const

/** 职责事项清单: what is an office's own, of a county department or a township's government. Place and office stand in the address. */
export const Duties = ({ me }: { readonly me: Me }) => {
  const { t, say } = useLang()
  const [params, setParams] = useSearchParams()
  const post = actingPost(me)
  const mine = post?.region.code ?? me.home?.code ?? ''
  const region = params.get('region') ?? (mine.length === 9 ? mine : mine.length >= 6 ? countyOf(mine) : `${mine.slice(0, 4)}02`)
  const found = useAsk(paths.officesFor(region), { fresh: 300_000 })
  const offices = (found.data ?? []).filter(one => one.region === region && (region.length === 6 ? !['lead', 'centre', 'access', 'congress', 'court', 'procuratorate'].includes(one.kind) : one.kind === 'gov'))
  const office = params.get('office') ?? (offices.some(one => one.code === post?.office?.code) ? post?.office?.code : offices[0]?.code)
  const draft = openings(actorOf(me)).find(one => one.procedure.name === 'duty-list')
  return (
    <div className="lists">
      <p className="register-note quiet">{t('部门职责范围内的事项，不得转交村（社区）承担。', 'What is an office’s own may not be passed down to communities.')} <Cites of={['23.3', '50.2']} /></p>
      <p className="propose"><a href={links.matters({ procedure: 'duty-list' })}>{t('制定中的清单', 'Lists being made')}</a>{draft && <Button size="small" href={links.open('duty-list', draft.name)}>{say(draft.step)}</Button>}</p>
      <div className="filters" role="group" aria-label={t('选择单位', 'Choose an office')}>
        <div className="filter-region"><RegionPicker id="duties-region" label={t('县（区）、乡镇（街道）', 'County or township')} value={region} levels={levels} start={post?.region} choose={next => setParams(next === undefined ? {} : { region: next })} /></div>
        <Select
          showSearch={{ optionFilterProp: 'label' }} aria-label={t('单位', 'Office')} value={office ?? null} loading={found.isPending} popupMatchSelectWidth={false} placeholder={t('单位', 'Office')}
          onChange={(next: string) => setParams({ region, office: next })} options={offices.map(one => ({ value: one.code, label: one.name }))}
        />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{t('打印', 'Print')}</Button>
      </div>
      {found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : office === undefined ? (found.isPending ? <Loading /> : <Empty title={t('这里没有登记单位', 'No office is registered here')} />) : <OfOffice key={office} office={office} />}
    </div>
  )
}

const OfOffice = ({ office }: { readonly office: string }) => {
  const { t, say } = useLang()
  const [chosen, setChosen] = useState<string>()
  const found = useAsk(paths.dutyLists(office), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const shown = found.data.find(one => one.version === chosen) ?? found.data.find(one => one.stands === 'now') ?? found.data[0]
  if (!shown) return <Empty title={t('该单位还没有公布职责事项清单', 'This office has published no duty list yet')} />
  return (
    <>
      {found.data.length > 1 && <div className="filters"><Select aria-label={t('版本', 'Version')} value={shown.version} onChange={setChosen} popupMatchSelectWidth={false} options={found.data.map(one => ({ value: one.version, label: `${one.since} ${say(standing(one))}` }))} /></div>}
      <VersionHead of={shown} table="duties" />
      <OfVersion county={countyOf(office.split('/')[0] ?? '')} of={shown} />
    </>
  )
}

const OfVersion = ({ county, of }: { readonly county: string; readonly of: ListVersion }) => {
  const { t } = useLang()
  const [typed, setTyped] = useState('')
  const found = useAsk(paths.dutyList(county, of.version), { fresh: 600_000 })
  if (found.isPending) return <Loading />
  if (found.isError) return <Failed error={found.error} again={() => void found.refetch()} />
  const rows = found.data.items.filter(item => holds(item, typed))
  return (
    <>
      <div className="filters">
        <Input className="filter-text" allowClear value={typed} onChange={event => setTyped(event.target.value)} aria-label={t('在清单中查找', 'Find a duty')} placeholder={t('查找职责、依据', 'Duty or basis')} />
        <span className="quiet" role="status">{rows.length}/{found.data.items.length}</span>
      </div>
      {rows.length === 0 ? <Empty title={t('没有找到', 'Nothing found')} /> : (
        <div className="table-scroll">
          <table className="plain-table">
            <thead><tr><th scope="col">{t('编码', 'Code')}</th><th scope="col">{t('职责事项', 'Duty')}</th><th scope="col">{t('依据', 'Basis')}</th></tr></thead>
            <tbody>{rows.map(item => <tr key={item.code}><td><code>{item.code}</code></td><td>{item.name}</td><td>{item.basis}</td></tr>)}</tbody>
          </table>
        </div>
      )}
    </>
  )
}

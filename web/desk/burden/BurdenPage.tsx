import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useSearch } from 'wouter'
import type { Me } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { RegionPicker } from '../fields/RegionPicker.tsx'
import { go, links, type BurdenView } from '../links.ts'
import { NotHere } from '../states.tsx'
import { Calendar } from './Calendar.tsx'
import { Issuers } from './Issuers.tsx'
import { Places } from './Places.tsx'
import { RefusedList } from './RefusedList.tsx'
import { Tasks } from './Tasks.tsx'

const spans = [1, 3, 6, 12] as const
const views = [['places', '村（社区）', 'Communities'], ['issuers', '派出单位', 'Issuers'], ['refused', '被拒交办', 'Refused'], ['tasks', '任务清单', 'Tasks'], ['calendar', '日历', 'Calendar']] as const

const isView = (view: string): view is BurdenView => views.some(([name]) => name === view)

/** Who loads whom, and with what right (Art. 23, 50): open to every post. Offices are compared, persons never. */
const BurdenPage = ({ me, view = 'places' }: { readonly me: Me; readonly view: string | undefined }) => {
  const { t } = useLang()
  const search = new URLSearchParams(useSearch())
  const home = actingPost(me)?.region.code ?? me.home?.code ?? ''
  const region = search.get('region') ?? (home.slice(0, 12))
  const months = Number(search.get('months') ?? 3)
  const issuer = search.get('issuer') ?? undefined
  if (!isView(view)) return <NotHere />
  const to = (more: { readonly region?: string; readonly months?: number }): void => go(links.burden(view, { region, months, ...(issuer !== undefined && { issuer }), ...more }))
  return (
    <div className="burden">
      <div className="page-head">
        <div><h1>{t('负担', 'Burden')}</h1><p className="quiet">{t('谁给村（社区）派了什么、凭什么派', 'Who gives communities what to do, and with what right')}</p></div>
        <div className="page-actions">
          <div className="filter-region"><RegionPicker id="burden-region" value={region} start={actingPost(me)?.region} choose={code => { if (code !== undefined) to({ region: code }) }} levels={['city', 'county', 'township', 'village']} label={t('看哪里', 'Place')} /></div>
          {view !== 'calendar' && <Select aria-label={t('统计时段', 'Period')} value={months} onChange={value => to({ months: value })} options={spans.map(span => ({ value: span, label: t(`近 ${span} 个月`, `Last ${span} month${span === 1 ? '' : 's'}`) }))} />}
          <Button icon={<DownloadOutlined />} href={paths.burdenSheet(region, months)} download>{t('导出', 'Export')}</Button>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{t('打印', 'Print')}</Button>
        </div>
      </div>
      <nav className="views" aria-label={t('负担的几种看法', 'Views of burden')}>
        <ul>{views.map(([name, zh, en]) => <li key={name}><a href={links.burden(name, { region, months })} aria-current={name === view ? 'page' : undefined}>{t(zh, en)}</a></li>)}</ul>
      </nav>
      {view === 'places' && <Places region={region} months={months} />}
      {view === 'issuers' && <Issuers region={region} months={months} />}
      {view === 'refused' && <RefusedList key={`${region}/${months}/${issuer ?? ''}`} filter={{ region, months, ...(issuer !== undefined && { issuer }) }} />}
      {view === 'tasks' && <Tasks region={region} months={months} search={search} />}
      {view === 'calendar' && <Calendar region={region} month={search.get('month') ?? undefined} />}
    </div>
  )
}

export default BurdenPage

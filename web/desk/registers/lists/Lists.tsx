import { PrinterOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useSearchParams } from 'wouter'
import { countyOf } from '../../../../kernel/region.ts'
import type { ListVersion, Me } from '../../../../server/wire.ts'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import * as paths from '../../../parts/paths.ts'
import { Cites } from '../../../parts/Cite.tsx'
import { useAsk } from '../../../parts/useAsk.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { Compared } from './Compared.tsx'
import { Items } from './Items.tsx'
import { ChangeLists } from './ChangeLists.tsx'
import { standing, VersionHead } from './Version.tsx'

/** 清单: a county's two lists, version by version, and what changed between them. County and versions stand in the address. */
export const Lists = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params] = useSearchParams()
  const own = actingPost(me)?.region.code ?? me.home?.code ?? ''
  const counties = useAsk(paths.regionsIn(own.slice(0, 4)), { fresh: 600_000 })
  if (counties.isPending) return <Loading />
  if (counties.isError) return <Failed error={counties.error} again={() => void counties.refetch()} />
  const county = params.get('county') ?? (own.length >= 6 ? countyOf(own) : counties.data[0]?.code ?? '')
  return (
    <div className="lists">
      <p className="register-note quiet">{t('清单之外的工作，不得要求村（社区）承担；清单内的协助，须先落实工作条件。', 'What stands on no list may not be asked of communities; what stands there comes with its conditions.')} <Cites of={['23.1', '23.2', '23.3']} /></p>
      <ChangeLists me={me} county={county} />
      <County county={county} counties={counties.data} />
    </div>
  )
}

type Region = { readonly code: string; readonly name: string }

const County = ({ county, counties }: { readonly county: string; readonly counties: readonly Region[] }) => {
  const { t, say } = useLang()
  const [params, setParams] = useSearchParams()
  const found = useAsk(paths.workLists(county), { fresh: 30_000 })
  const choose = (change: { readonly [name: string]: string }): void => setParams(before => {
    const next = new URLSearchParams(before)
    for (const [name, value] of Object.entries(change)) { if (value === '') next.delete(name); else next.set(name, value) }
    return next
  })
  const versions = found.data ?? []
  const shown = versions.find(one => one.version === params.get('version')) ?? versions.find(one => one.stands === 'now') ?? versions[0]
  const against = versions.find(one => one.version === params.get('against') && one !== shown)
  const option = (one: ListVersion) => ({ value: one.version, label: `${one.since} ${say(standing(one))}（${one.items}）` })
  return (
    <>
      <div className="filters" role="group" aria-label={t('选择清单', 'Choose a list')}>
        <Select aria-label={t('县（区）', 'County')} value={county} onChange={(next: string) => choose({ county: next, version: '', against: '' })} options={counties.map(one => ({ value: one.code, label: one.name }))} popupMatchSelectWidth={false} />
        {shown && <Select aria-label={t('版本', 'Version')} value={shown.version} onChange={(next: string) => choose({ version: next, against: '' })} options={versions.map(option)} popupMatchSelectWidth={false} />}
        {shown && versions.length > 1 && (
          <Select
            allowClear aria-label={t('与哪一版比较', 'Compare with')} placeholder={t('与另一版比较', 'Compare with another version')} value={against?.version ?? null} popupMatchSelectWidth={false}
            onChange={(next: string | undefined) => choose({ version: shown.version, against: next ?? '' })} options={versions.filter(one => one !== shown).map(option)}
          />
        )}
        {shown && <Button icon={<PrinterOutlined />} onClick={() => window.print()}>{t('打印', 'Print')}</Button>}
      </div>
      {found.isPending ? <Loading /> : found.isError ? <Failed error={found.error} again={() => void found.refetch()} />
        : !shown ? <Empty title={t('该县（区）还没有公布清单', 'This county has published no lists yet')}><p>{t('没有清单，就不能给村（社区）安排工作任务。', 'Without lists communities can’t be given work.')}</p></Empty>
          : <><VersionHead of={shown} table="items" />{against ? <Compared county={county} of={shown} against={against} /> : <Items key={shown.version} county={county} version={shown.version} />}</>}
    </>
  )
}

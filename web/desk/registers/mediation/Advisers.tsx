import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useSearchParams } from 'wouter'
import { ancestor, isWithin, levelOf, type Level } from '../../../../kernel/region.ts'
import type { Me } from '../../../../server/wire.ts'
import type { AdvisersView } from '../../../../server/wire/mediation.ts'
import { Cites } from '../../../parts/Cite.tsx'
import { useLang } from '../../../parts/lang.ts'
import { actingPost } from '../../../parts/me.ts'
import * as paths from '../../../parts/paths.ts'
import { count } from '../../../parts/time.ts'
import { useAsk } from '../../../parts/useAsk.ts'
import { RegionPicker } from '../../fields/RegionPicker.tsx'
import { actorOf } from '../../list/asked.ts'
import { go, links } from '../../links.ts'
import { openings } from '../../new/openings.ts'
import { Empty, Failed, Loading } from '../../states.tsx'
import { CoverMap } from './CoverMap.tsx'

const choosable: readonly Level[] = ['county', 'township', 'village']

/** 法律顾问: which villages have an adviser and which have none, township by township, on a map and as a list (Art. 32.1). Place and village chosen stand in the address. */
export const Advisers = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const [params, setParams] = useSearchParams()
  const own = actingPost(me)?.region.code ?? ''
  const asked = params.get('place')
  const place = asked !== null && isWithin(asked, own) ? asked : choosable.includes(levelOf(own)) ? own : undefined
  // Another village of the same list is no page to go back to.
  const choose = (code: string | undefined, village?: string): void => setParams({ ...(code !== undefined && { place: code }), ...(village !== undefined && { village }) }, { replace: code === place })
  return (
    <div className="advisers">
      <p className="register-note quiet">{t('每个村（社区）一名法律顾问，由县（区）司法行政部门组织签约，村（社区）和司法所每年评价。咨询只列次数，不列内容。', 'One adviser for each village, by a contract that the county justice department brings about; evaluated each year by village and justice office. Of consultations only numbers are shown.')} <Cites of={['32.1', '32.2']} /></p>
      <div className="filters"><div className="filter-region"><RegionPicker id="advisers-place" value={place} levels={choosable} label={t('县（区）、乡镇（街道）或村（社区）', 'County, township or village')} choose={code => choose(code)} /></div></div>
      {place === undefined ? <Empty title={t('请选择县（区）或乡镇（街道）', 'Choose a county or a township')} /> : <Covered key={place} place={place} me={me} choose={choose} chosen={params.get('village') ?? undefined} />}
    </div>
  )
}

type Choose = (place: string, village?: string) => void

const Covered = ({ place, me, choose, chosen }: { readonly place: string; readonly me: Me; readonly choose: Choose; readonly chosen: string | undefined }) => {
  const { t } = useLang()
  const found = useAsk(paths.advisers(place), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { villages, covered, townships, rows, near } = found.data
  if (villages === 0) return <Empty title={t('这里还没有村（社区）', 'There is no village here yet')} />
  const held = rows.reduce((sum, row) => sum + row.held, 0)
  const figures = [[t('村（社区）', 'Villages'), count(villages)], [t('有法律顾问', 'With an adviser'), t(`${count(covered)} / ${count(villages)}`, `${count(covered)} of ${count(villages)}`)], [t('没有', 'Without'), count(villages - covered)], [t('今年已咨询', 'Consultations held this year'), count(held)]] as const
  const byTownship = townships.length > 1
  // What is listed by township has its villages in the list of each.
  const pick = (village: string): void => choose(byTownship ? ancestor(village, 'township') ?? place : place, village === chosen ? undefined : village)
  const may = openings(actorOf(me)).some(way => way.procedure.name === 'adviser-contract' && way.name === 'draft')
  return (
    <>
      <dl className="sums">{figures.map(([what, n]) => <div key={what}><dt>{what}</dt><dd>{n}</dd></div>)}</dl>
      <div className="cover-sides">
        {/* Of one village a map says nothing. */}
        {levelOf(place) !== 'village' && <CoverMap view={found.data} chosen={chosen} pick={pick} />}
        {byTownship ? <Townships townships={townships} near={near} choose={choose} /> : <Villages rows={rows} near={near} may={may} chosen={chosen} pick={pick} />}
      </div>
    </>
  )
}

const Townships = ({ townships, near, choose }: { readonly townships: AdvisersView['townships']; readonly near: number; readonly choose: Choose }) => {
  const { t } = useLang()
  return (
    <div className="table-scroll">
      <table className="figures stacked">
        <thead><tr><th scope="col">{t('乡镇（街道）', 'Township')}</th><th scope="col" className="num">{t('有 / 村（社区）', 'With one, of villages')}</th><th scope="col" className="num">{t(`${near} 天内到期`, `Ending within ${near} days`)}</th><th scope="col" className="num">{t('没有', 'Without')}</th></tr></thead>
        <tbody>{townships.map(one => (
          <tr key={one.place.code}>
            <th scope="row"><button type="button" className="plain" onClick={() => choose(one.place.code)}>{one.place.name}</button></th>
            <td className="num" data-label={t('有 / 村（社区）', 'With one, of villages')}>{t(`${count(one.covered)} / ${count(one.villages)}`, `${count(one.covered)} of ${count(one.villages)}`)}</td>
            <td className="num" data-label={t(`${near} 天内到期`, `Ending within ${near} days`)}>{one.ending === 0 ? <span className="zero">0</span> : count(one.ending)}</td>
            <td className="num" data-label={t('没有', 'Without')}>{one.covered === one.villages ? <span className="zero">0</span> : <span className="figure-late">! {count(one.villages - one.covered)}</span>}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

type VillagesProps = { readonly rows: AdvisersView['rows']; readonly near: number; readonly may: boolean; readonly chosen: string | undefined; readonly pick: (village: string) => void }

const Villages = ({ rows, near, may, chosen, pick }: VillagesProps) => {
  const { t, say } = useLang()
  const row = useRef<HTMLTableRowElement>(null)
  // Chosen on the map, it may lie below what is seen of the page.
  useEffect(() => { row.current?.scrollIntoView({ block: 'nearest' }) }, [chosen])
  return (
    <div className="table-scroll">
      <table className="figures stacked">
        <thead><tr>
          <th scope="col">{t('村（社区）', 'Village')}</th><th scope="col">{t('法律顾问', 'Adviser')}</th><th scope="col">{t('机构', 'Firm')}</th><th scope="col">{t('合同', 'Contract')}</th><th scope="col">{t('最近评价', 'Last evaluated')}</th>
          <th scope="col" className="num">{t('今年已咨询 / 预约', 'Held, of booked this year')}</th>
        </tr></thead>
        <tbody>{rows.map(({ village, adviser, ending, booked, held }) => (
          <tr key={village.code} ref={village.code === chosen ? row : null} className={village.code === chosen ? 'map-chosen' : undefined}>
            <th scope="row"><button type="button" className="plain" aria-pressed={village.code === chosen} onClick={() => pick(village.code)}>{village.name}</button></th>
            <td data-label={t('法律顾问', 'Adviser')}>{adviser === undefined ? <span className="figure-late">! {t('没有', 'None')}</span> : adviser.advisers.map(one => <div key={`${one.name} ${one.since}`}>{one.name} <span className="quiet together">{t(`${one.since} 起`, `from ${one.since}`)}</span></div>)}</td>
            <td data-label={t('机构', 'Firm')}>{adviser === undefined ? may ? <Button size="small" onClick={() => go(links.open('adviser-contract', 'draft'), { offered: { village: village.code } })}>{t('起草合同', 'Draft a contract')}</Button> : '—' : <>{adviser.firm} <span className="quiet">{say(adviser.firmKind)}{adviser.contact !== undefined && <> <span className="together">{adviser.contact}</span></>}</span></>}</td>
            <td data-label={t('合同', 'Contract')}>{adviser === undefined ? '—' : <a href={links.matter(adviser.contract)}><span className="together">{t(`${adviser.since} 至`, `${adviser.since} to`)}</span> <span className="together">{adviser.until}</span></a>}{ending && <div className="figure-late">! {t(`${near} 天内到期`, `ends within ${near} days`)}</div>}</td>
            <td className="date" data-label={t('最近评价', 'Last evaluated')}>{adviser?.evaluated ?? '—'}</td>
            <td className="num" data-label={t('今年已咨询 / 预约', 'Held, of booked this year')}>{t(`${count(held)} / ${count(booked)}`, `${count(held)} of ${count(booked)}`)}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

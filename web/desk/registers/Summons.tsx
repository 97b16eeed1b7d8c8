import { Button, Select } from 'antd'
import { useState } from 'react'
import { ancestor, countyOf, levelOf } from '../../../kernel/region.ts'
import type { Me, SummonsBoard } from '../../../server/wire.ts'
import { useLang } from '../../parts/lang.ts'
import { actingPost } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { stamp } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { actorOf } from '../list/asked.ts'
import { go, links } from '../links.ts'
import { openings } from '../new/openings.ts'
import { Empty, Failed, Loading } from '../states.tsx'
import { SummonsTable } from './SummonsTable.tsx'

const spans = [1, 3, 6, 12] as const

/** 吹哨报到: how a county's departments answered, who answers there now, and the units outside that are called. Offices only. */
export const Summons = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const own = actingPost(me)?.region.code
  const city = own !== undefined && levelOf(own) === 'city'
  const counties = useAsk(city ? paths.regionsIn(own) : undefined, { fresh: 600_000 })
  const [chosen, setChosen] = useState<string>()
  const [months, setMonths] = useState<number>(3)
  const county = city ? chosen ?? counties.data?.[0]?.code : own && (ancestor(own, 'county') ?? countyOf(own))
  const found = useAsk(county === undefined ? undefined : paths.summons(county, months), { every: 60_000, keep: true })
  if (own === undefined) return <Empty title={t('当前岗位不看部门响应', 'This post does not see how departments answer')} />
  return (
    <div className="summons">
      <div className="filters" role="group" aria-label={t('筛选', 'Filters')}>
        {city && counties.data && <Select aria-label={t('县（区）', 'County')} value={county ?? null} onChange={setChosen} popupMatchSelectWidth={false} options={counties.data.map(one => ({ value: one.code, label: one.name }))} />}
        <Select aria-label={t('统计时段', 'Period')} value={months} onChange={setMonths} options={spans.map(span => ({ value: span, label: t(`近 ${span} 个月`, `Last ${span} month${span === 1 ? '' : 's'}`) }))} />
        <Openings me={me} />
      </div>
      {found.data ? <Shown board={found.data} /> : found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : <Loading />}
    </div>
  )
}

const offered = [['summons', 'raise', 'place'], ['duty-roster', 'enter', 'place'], ['outside-unit', 'add', 'county']] as const

const Openings = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const mine = openings(actorOf(me))
  const labels = { summons: t('吹哨', 'Summon'), 'duty-roster': t('登记值班表', 'Enter a duty roster'), 'outside-unit': t('登记外部单位', 'List a unit outside') }
  const own = actingPost(me)?.region.code ?? ''
  return <>{offered.flatMap(([procedure, step, place]) => (mine.some(way => way.procedure.name === procedure && way.name === step)
    ? [<Button key={procedure} onClick={() => go(links.open(procedure, step), { offered: { [place]: own } })}>{labels[procedure]}</Button>] : []))}</>
}

const Shown = ({ board }: { readonly board: SummonsBoard }) => {
  const { t } = useLang()
  return (
    <>
      <p className="quiet">{board.county.name} · {t('截至', 'As of')} {stamp(board.asOf)} · {t('按召集时间统计，只统计单位，不统计个人', 'By when a call went out; of offices, never of persons')}</p>
      <section aria-labelledby="answers-title">
        <h2 id="answers-title">{t('部门响应', 'How departments answered')}</h2>
        {board.offices.length === 0 ? <Empty title={t('这段时间没有吹哨', 'No summons in this period')} /> : <SummonsTable board={board} />}
      </section>
      <div className="places-sides">
        <section aria-labelledby="duty-title">
          <h2 id="duty-title">{t('此刻值班', 'On duty now')}</h2>
          {board.duty.length === 0 ? <p className="quiet">{t('此刻没有单位登记值班。', 'No office has entered anybody for now.')}</p> : (
            <div className="table-scroll"><table className="plain-table">
              <thead><tr><th scope="col">{t('单位', 'Office')}</th><th scope="col">{t('值班电话', 'Duty line')}</th><th scope="col">{t('至', 'Until')}</th></tr></thead>
              <tbody>{board.duty.map(({ office, phone, until }) => <tr key={office.code}><td>{office.name}</td><td><a href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>{phone}</a></td><td className="date">{stamp(until)}</td></tr>)}</tbody>
            </table></div>
          )}
        </section>
        <section aria-labelledby="units-title">
          <h2 id="units-title">{t('外部单位', 'Units outside')}</h2>
          {board.units.length === 0 ? <p className="quiet">{t('还没有登记外部单位；吹哨时填写的会自动记入。', 'None is listed yet; those named in a summons are kept here.')}</p> : (
            <div className="table-scroll"><table className="plain-table">
              <thead><tr><th scope="col">{t('名称', 'Name')}</th><th scope="col">{t('值班电话', 'Duty line')}</th></tr></thead>
              <tbody>{board.units.map(({ name, phone }) => <tr key={name}><td>{name}</td><td>{phone === undefined ? '—' : <a href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>{phone}</a>}</td></tr>)}</tbody>
            </table></div>
          )}
        </section>
      </div>
    </>
  )
}

import { useState } from 'react'
import { hours } from '../../parts/burden.ts'
import { useLang } from '../../parts/lang.ts'
import { pathText } from '../../parts/Place.tsx'
import { count, share } from '../../parts/time.ts'
import type { Burden, BurdenCeiling, BurdenPlace } from '../../../server/wire/burden.ts'
import { links } from '../links.ts'
import { Empty } from '../states.tsx'
import { Meter } from './Meter.tsx'

/** Rows shown before more are asked for. */
const atFirst = 50

type Props = { readonly burden: Burden; readonly months: number }

/** Places by this month's hours: the most loaded first, so that load is taken off where it is greatest. */
export const PlaceTable = ({ burden, months }: Props) => {
  const { t } = useLang()
  const [all, setAll] = useState(false)
  const { rows, total, ceiling } = burden
  if (rows.length === 0) return <Empty title={t('这段时间没有村（社区）被交办任务', 'No community was given anything in this period')} />
  const shown = all ? rows : rows.slice(0, atFirst)
  const counties = rows.some(row => row.region.level === 'county')
  const idle = total.communities - rows.filter(row => row.region.level === 'village').length
  return (
    <section aria-labelledby="places-title">
      <h2 id="places-title">{counties ? t('按县（区）', 'By county') : t('按村（社区）', 'By community')} <span className="quiet">{t('本月工时多的在前，为的是先给负担重的减；点数字看任务', 'most hours this month first, so that load comes off there first; a figure opens its list')}</span></h2>
      <div className="table-scroll">
        <table className="figures burden-table">
          <thead>
            <tr>
              <th scope="col">{counties ? t('县（区）', 'County') : t('村（社区）', 'Community')}</th>
              {counties ? <th scope="col" className="num">{t('本月超上限', 'Over this month')}</th> : <th scope="col">{t('本月工时 / 上限', 'Hours this month / ceiling')}</th>}
              {!counties && <th scope="col" className="num">{t('本月表格', 'Forms this month')}</th>}
              <th scope="col" className="num">{t('时段工时', 'Hours in period')}</th><th scope="col" className="num">{t('任务', 'Tasks')}</th><th scope="col" className="num">{t('表格', 'Forms')}</th>
              <th scope="col" className="num">{t('平台外', 'Past the platform')}</th><th scope="col" className="num">{t('条件到位', 'Conditions there')}</th><th scope="col" className="num">{t('被拒', 'Refused')}</th><th scope="col" className="num">{t('进行中', 'Under way')}</th>
            </tr>
          </thead>
          <tbody>{shown.map(row => <Row key={row.region.code} row={row} months={months} ceiling={ceiling} counties={counties} />)}</tbody>
        </table>
      </div>
      {rows.length > shown.length && <button type="button" className="plain more" onClick={() => setAll(true)}>{t(`显示全部 ${rows.length} 个`, `Show all ${rows.length}`)}</button>}
      {!counties && idle > 0 && <p className="quiet">{t(`另有 ${count(idle)} 个村（社区）这段时间没有交办任务。`, `${count(idle)} more communities were given nothing in this period.`)}</p>}
    </section>
  )
}

const Row = ({ row, months, ceiling, counties }: { readonly row: BurdenPlace; readonly months: number; readonly ceiling: BurdenCeiling; readonly counties: boolean }) => {
  const { t } = useLang()
  const { region, figures, month } = row
  const span = { region: region.code, months }
  const figure = (value: number, to: string) => <td className="num">{value === 0 ? <span className="zero">0</span> : <a href={to}>{count(value)}</a>}</td>
  return (
    <tr>
      <th scope="row" title={pathText(region)}><a href={links.burden('places', span)}>{region.level === 'township' ? t(`${region.name}本级`, `${region.name} itself`) : region.name}</a></th>
      {counties
        ? <td className="num"><span className={row.over > 0 ? 'figure-late' : 'zero'}>{count(row.over)}</span> <span className="quiet">/ {count(row.communities)}</span></td>
        : <td><Meter row={row} ceiling={ceiling} /></td>}
      {!counties && <td className="num"><span className={month.forms > ceiling.forms ? 'figure-late' : undefined}>{count(month.forms)}</span> <span className="quiet">/ {ceiling.forms}</span></td>}
      <td className="num">{hours(figures.minutes)}</td>
      {figure(figures.tasks, links.burden('tasks', span))}
      {figure(figures.forms, links.burden('tasks', { ...span, only: 'forms' }))}
      {figure(figures.outside, links.burden('tasks', { ...span, kind: 'outside' }))}
      <td className="num">{figures.promised === 0 ? <span className="zero">—</span> : figures.delivered < figures.promised ? <a href={links.burden('tasks', { ...span, only: 'lacking' })}>{share({ of: figures.delivered, among: figures.promised })}</a> : share({ of: figures.delivered, among: figures.promised })}</td>
      {figure(figures.refused, links.burden('refused', span))}
      {figure(figures.running, links.burden('tasks', { ...span, only: 'running' }))}
    </tr>
  )
}

import { Link, useLocation } from 'wouter'
import type { Level } from '../../../kernel/region.ts'
import { hours, kindsInOrder, kindWords, standingWords } from '../../parts/burden.ts'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { MonthWork } from '../../parts/phone/burden/MonthWork.tsx'
import { Meter } from '../../parts/phone/burden/Meter.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PlaceField } from '../../parts/phone/PlaceField.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { count, dayOf, share } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { Burden as Figures } from '../../../server/wire/burden.ts'

const shown: readonly Level[] = ['village', 'township', 'county']

/** 村（社区）负担: what a village or township is given to do, by whom and with what right, for anyone to see. */
const Burden = ({ region }: { readonly region: string | undefined }) => {
  const { t } = useLang()
  const [, go] = useLocation()
  const me = useMe()
  const code = region === 'choose' ? undefined : region ?? me.data?.home?.code.slice(0, 12)
  const place = useRegion(code)
  return (
    <Page title={t('村（社区）负担', 'What villages are given to do')} lead={t('哪个单位给村里派了什么、凭什么派。向所有人公开。', 'Which office gives villages what, and with what right. Open to everyone.')}>
      <div className="stack wide">
        <PlaceField label={t('看哪里', 'Place')} place={place ?? null} allowed={shown} choose={chosen => go(chosen ? `/burden/${chosen.code}` : '/burden/choose')} />
        {code !== undefined && <Of region={code} />}
      </div>
    </Page>
  )
}

const months = 3

const Of = ({ region }: { readonly region: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.burden(region, months), { fresh: 60_000 })
  const calendar = useAsk(paths.burdenCalendar(region, dayOf(new Date()).slice(0, 7)), { fresh: 60_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const burden = found.data
  return (
    <>
      {burden.total.standing !== undefined ? <Meter burden={burden} /> : <Places burden={burden} />}
      <Sums burden={burden} />
      {burden.region.level !== 'county' && (
        <section className="stack" aria-labelledby="burden-month">
          <h2 id="burden-month">{t('本月任务', 'This month')}</h2>
          {calendar.isPending ? <Waiting /> : calendar.data === undefined ? <Failed error={calendar.error} again={() => void calendar.refetch()} /> : <MonthWork calendar={calendar.data} />}
        </section>
      )}
    </>
  )
}

/** The span in a few lines: how much, with what right, what was promised, what was refused. */
const Sums = ({ burden: { total: { figures } } }: { readonly burden: Figures }) => {
  const { t, say } = useLang()
  return (
    <section className="stack" aria-labelledby="burden-sums">
      <h2 id="burden-sums">{t(`近 ${months} 个月`, `Last ${months} months`)}</h2>
      <dl className="facts">
        <div className="facts-row"><dt>{t('任务', 'Tasks')}</dt><dd>{t(`${count(figures.tasks)} 件，共 ${hours(figures.minutes)} 小时，其中表格 ${count(figures.forms)} 张`, `${count(figures.tasks)}, ${hours(figures.minutes)} hours, ${count(figures.forms)} of them forms`)}{figures.unestimated > 0 && t(`；${figures.unestimated} 件未估时`, `; ${figures.unestimated} without an estimate`)}</dd></div>
        {figures.tasks > 0 && <div className="facts-row"><dt>{t('凭什么派', 'With what right')}</dt><dd>{kindsInOrder.filter(kind => figures[kind] > 0).map(kind => `${say(kindWords[kind])} ${share({ of: figures[kind], among: figures.tasks })}`).join(t('，', ', '))}</dd></div>}
        {figures.promised > 0 && <div className="facts-row"><dt>{t('工作条件到位', 'Conditions delivered')}</dt><dd>{share({ of: figures.delivered, among: figures.promised })}</dd></div>}
        <div className="facts-row"><dt>{t('被平台拒绝的交办', 'Refused by the platform')}</dt><dd>{t(`${count(figures.refused)} 次`, count(figures.refused))}</dd></div>
      </dl>
    </section>
  )
}

/** Villages inside a place, the most loaded this month first. */
const Places = ({ burden: { rows, total, ceiling } }: { readonly burden: Figures }) => {
  const { t, say } = useLang()
  const villages = rows.filter(row => row.standing !== undefined)
  return (
    <section className="stack" aria-labelledby="burden-places">
      <h2 id="burden-places">{t('本月各村（社区）', 'Villages this month')}</h2>
      <p>{t(`${count(total.communities)} 个村（社区），超上限 ${total.over} 个，接近上限 ${total.near} 个。上限每月 ${hours(ceiling.minutes)} 小时、表格 ${ceiling.forms} 张。`, `${count(total.communities)} villages, ${total.over} over the ceiling and ${total.near} near it: ${hours(ceiling.minutes)} hours and ${ceiling.forms} forms a month.`)}</p>
      {villages.length === 0 ? <p className="soft">{t('这段时间没有村（社区）被交办任务。', 'No village was given anything.')}</p> : (
        <ul className="list">
          {villages.slice(0, 60).map(row => (
            <li key={row.region.code}>
              <Link className="line" href={`/burden/${row.region.code}`}>
                <span className="apart"><span className="line-title">{row.region.name}</span>{row.standing !== 'within' && row.standing && <span className={row.standing === 'over' ? 'tag late' : 'tag soon'}>{say(standingWords[row.standing])}</span>}</span>
                <span className="small soft">{t(`本月 ${hours(row.month.minutes)} 小时，表格 ${row.month.forms} 张`, `${hours(row.month.minutes)} hours, ${row.month.forms} forms this month`)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {villages.length > 60 && <p className="soft">{t(`还有 ${villages.length - 60} 个，请选乡镇查看。`, `${villages.length - 60} more: choose a township.`)}</p>}
    </section>
  )
}

export default Burden

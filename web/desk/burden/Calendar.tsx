import { Button } from 'antd'
import { useState } from 'react'
import { daysIn, hours, kindWords, monthAfter, monthName } from '../../parts/burden.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { dayOf, longDay } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { BurdenCalendar, PlannedWork } from '../../../server/wire/burden.ts'
import { go, links } from '../links.ts'
import { Empty, Failed, Loading } from '../states.tsx'

/** Lines in a cell of the month before the rest is told as a number. */
const inCell = 3

/** One calendar across offices: what is due on which day, and how much runs on it. On narrow screens a list by day. */
export const Calendar = ({ region, month = dayOf(new Date()).slice(0, 7) }: { readonly region: string; readonly month: string | undefined }) => {
  const { t, lang } = useLang()
  const found = useAsk(paths.burdenCalendar(region, month), { keep: true })
  const to = (by: number): void => go(links.burden('calendar', { region, month: monthAfter(month, by) }))
  return (
    <section className="calendar" aria-labelledby="calendar-title">
      <div className="calendar-head">
        <Button onClick={() => to(-1)} aria-label={t('上个月', 'Month before')}>‹</Button>
        <h2 id="calendar-title" aria-live="polite">{monthName(month, lang)}</h2>
        <Button onClick={() => to(1)} aria-label={t('下个月', 'Month after')}>›</Button>
        <span className="quiet">{t('所有单位的任务在同一张日历上；按截止日列出', 'All offices’ work in one calendar, by its last day')}</span>
      </div>
      {found.isPending ? <Loading /> : found.data === undefined ? <Failed error={found.error} again={() => void found.refetch()} /> : <Month calendar={found.data} />}
    </section>
  )
}

const runsOn = (work: PlannedWork, day: string): boolean => work.since <= day && day <= work.until

const Month = ({ calendar }: { readonly calendar: BurdenCalendar }) => {
  const { t, lang } = useLang()
  const [chosen, setChosen] = useState<string>()
  const { rows, month, today, cut } = calendar
  if (rows.length === 0) return <Empty title={t('这个月没有交办任务', 'Nothing falls into this month')} />
  const days = daysIn(month)
  const before = (new Date(`${days[0] ?? ''}T12:00:00Z`).getUTCDay() + 6) % 7
  const shown = chosen === undefined ? rows : rows.filter(work => runsOn(work, chosen))
  const heads = lang === 'zh' ? ['一', '二', '三', '四', '五', '六', '日'] : ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
  return (
    <>
      <div className="month" role="group" aria-label={t('按天选择', 'Choose a day')}>
        {heads.map(head => <span key={head} className="month-head" aria-hidden="true">{head}</span>)}
        {Array.from({ length: before }, (_, n) => <span key={n} className="month-none" aria-hidden="true" />)}
        {days.map(day => <Day key={day} day={day} rows={rows} today={day === today} chosen={day === chosen} choose={() => setChosen(day === chosen ? undefined : day)} />)}
      </div>
      {cut && <p className="quiet">{t('任务太多，只列出前面一部分；请选小一级的地方。', 'Too much to show all of it; choose a smaller place.')}</p>}
      <h3>{chosen === undefined ? t('全月任务，按截止日', 'All of the month, by last day') : t(`${longDay(chosen, lang)}进行的任务`, `Under way on ${longDay(chosen, lang)}`)} <span className="quiet">{shown.length}</span></h3>
      <ByDay rows={shown} month={month} />
    </>
  )
}

const Day = ({ day, rows, today, chosen, choose }: { readonly day: string; readonly rows: readonly PlannedWork[]; readonly today: boolean; readonly chosen: boolean; readonly choose: () => void }) => {
  const { t, say, lang } = useLang()
  const due = rows.filter(work => work.until === day)
  const running = rows.filter(work => runsOn(work, day)).length
  return (
    <button type="button" className={today ? 'month-day month-today' : 'month-day'} aria-pressed={chosen} onClick={choose} aria-label={t(`${longDay(day, lang)}：截止 ${due.length}，进行中 ${running}`, `${longDay(day, lang)}: ${due.length} due, ${running} under way`)}>
      <span className="month-number">{Number(day.slice(8))}{today && ` ${t('今天', 'today')}`}<span className="quiet">{running > 0 && running}</span></span>
      {due.slice(0, inCell).map(work => <span key={work.matter} className={`month-due ground-line-${work.kind}`}>{say(work.title)}</span>)}
      {due.length > inCell && <span className="quiet">{t(`还有 ${due.length - inCell} 件`, `${due.length - inCell} more`)}</span>}
    </button>
  )
}

const ByDay = ({ rows, month }: { readonly rows: readonly PlannedWork[]; readonly month: string }) => {
  const { t, say, lang } = useLang()
  const byDay = [...Map.groupBy(rows, work => work.until)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  if (byDay.length === 0) return <p className="quiet">{t('这一天没有任务。', 'Nothing on this day.')}</p>
  return (
    <ol className="by-day">
      {byDay.map(([day, works]) => (
        <li key={day}>
          <h4>{longDay(day, lang)}{!day.startsWith(month) && <span className="quiet"> {t('（以后截止）', '(due later)')}</span>}</h4>
          <ul>
            {works.map(work => (
              <li key={work.matter}>
                <a href={links.matter(work.matter)}>{say(work.title)}</a>
                <span className="sub">
                  {[work.issuer?.name ?? t('未指明单位', 'office not named'), say(kindWords[work.kind]), work.community?.name ?? t(`${work.communities} 个村（社区）`, `${work.communities} communities`), t(`${work.since} 起`, `from ${work.since}`),
                    work.minutes > 0 ? t(`共 ${hours(work.minutes)} 小时`, `${hours(work.minutes)} hours in all`) : t('未估时', 'no estimate')].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

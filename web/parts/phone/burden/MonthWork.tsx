import { Link } from 'wouter'
import { hours, kindWords } from '../../burden.ts'
import { useLang } from '../../lang.ts'
import { longDay } from '../../time.ts'
import type { BurdenCalendar, PlannedWork } from '../../../../server/wire/burden.ts'

type Props = { readonly calendar: BurdenCalendar; /** The page of a task, where this door has one. */ readonly open?: (work: PlannedWork) => string }

/** A month's work from all offices, by the day on which it is due; what is past stands at the end. */
export const MonthWork = ({ calendar: { rows, today, cut }, open }: Props) => {
  const { t } = useLang()
  if (rows.length === 0) return <p className="soft">{t('这个月没有交办任务。', 'Nothing was given for this month.')}</p>
  const ahead = rows.filter(work => work.until >= today)
  const past = rows.filter(work => work.until < today)
  return (
    <div className="stack">
      {ahead.length > 0 && <Days rows={ahead} open={open} />}
      {past.length > 0 && <details className="fold"><summary><span>{t(`已过截止日 ${past.length} 件`, `${past.length} past their day`)}</span></summary><div><Days rows={past} open={open} /></div></details>}
      {cut && <p className="soft">{t('只列出前面一部分。', 'Only the first of them are shown.')}</p>}
    </div>
  )
}

const Days = ({ rows, open }: { readonly rows: readonly PlannedWork[]; readonly open: Props['open'] }) => {
  const { t, lang } = useLang()
  return (
    <div className="stack">
      {[...Map.groupBy(rows, work => work.until)].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([day, works]) => (
        <section key={day} className="stack tight">
          <h3>{t(`${longDay(day, lang)}截止`, `Due ${longDay(day, lang)}`)}</h3>
          <ul className="list">{works.map(work => <li key={work.matter}><Line work={work} to={open?.(work)} /></li>)}</ul>
        </section>
      ))}
    </div>
  )
}

const Line = ({ work, to }: { readonly work: PlannedWork; readonly to: string | undefined }) => {
  const { t, say } = useLang()
  const inside = (
    <>
      <span className="line-title">{say(work.title)}</span>
      <span className="row small soft">
        <span className={work.kind === 'outside' ? 'tag late' : work.kind === 'emergency' ? 'tag soon' : 'tag plain'}>{say(kindWords[work.kind])}</span>
        <span>{work.issuer?.name ?? t('未指明单位', 'Office not named')}</span>
        <span>{work.minutes > 0 ? t(`${hours(work.minutes)} 小时`, `${hours(work.minutes)} hours`) : t('未估时', 'no estimate')}</span>
        {work.communities > 1 && <span>{t(`${work.communities} 个村（社区）`, `${work.communities} communities`)}</span>}
      </span>
    </>
  )
  return to === undefined ? <div className="line">{inside}</div> : <Link href={to} className="line">{inside}</Link>
}

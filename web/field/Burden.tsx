import { Link } from 'wouter'
import { kindOfOffice } from '../../kernel/post.ts'
import type { Me } from '../../server/wire.ts'
import { useLang } from '../parts/lang.ts'
import { actingPost } from '../parts/me.ts'
import * as paths from '../parts/paths.ts'
import { MonthWork } from '../parts/phone/burden/MonthWork.tsx'
import { Meter } from '../parts/phone/burden/Meter.tsx'
import { Page } from '../parts/phone/Page.tsx'
import { PlaceLine } from '../parts/phone/PlaceLine.tsx'
import { Failed, Waiting } from '../parts/phone/Trouble.tsx'
import { dayOf } from '../parts/time.ts'
import { useAsk } from '../parts/useAsk.ts'
import { communityOf, logs } from './place.ts'

/** 本月任务: what was given to my community this month, by whom, how much of the ceiling it takes; and the order that just came by phone. */
const Burden = ({ me }: { readonly me: Me }) => {
  const { t } = useLang()
  const village = communityOf(me)
  const month = dayOf(new Date()).slice(0, 7)
  const burden = useAsk(village === undefined ? undefined : paths.burden(village, 1), { every: 60_000 })
  const calendar = useAsk(village === undefined ? undefined : paths.burdenCalendar(village, month), { every: 60_000 })
  const data = useAsk(village === undefined ? undefined : paths.villageData(village), { fresh: 60_000 })
  if (village === undefined) return <Page title={t('本月任务', 'This month')}><p>{t('当前岗位不在村（社区）。', 'This post is in no community.')}</p></Page>
  const ours = actingPost(me)?.office?.code
  return (
    <Page title={t('本月任务', 'This month')} lead={burden.data && <PlaceLine region={burden.data.region} />} back={{ href: '/', label: t('今天', 'Today') }}>
      <div className="stack wide">
        {logs(me) && <Link href="/outside" className="button main large">{t('登记平台外派单', 'Log an order from outside')}</Link>}
        {burden.isPending ? <Waiting /> : burden.data === undefined ? <Failed error={burden.error} again={() => void burden.refetch()} /> : <Meter burden={burden.data} />}
        <section className="stack" aria-labelledby="month-work">
          <h2 id="month-work">{t('各单位交办的任务', 'From all offices')}</h2>
          {calendar.isPending ? <Waiting /> : calendar.data === undefined ? <Failed error={calendar.error} again={() => void calendar.refetch()} />
            : <MonthWork calendar={calendar.data} {...(ours !== undefined && kindOfOffice(ours) === 'committee' && { open: work => `/matters/${work.matter}` })} />}
        </section>
        {data.data !== undefined && data.data.length > 0 && (
          <section className="stack" aria-labelledby="given-data">
            <h2 id="given-data">{t('报过的数据', 'Data given before')}</h2>
            <p className="soft">{t('有效期内不用再报；谁再要，可以请他从平台取。', 'While it holds good nobody asks again: it can be taken from here.')}</p>
            <ul className="list">{data.data.map(one => <li key={one.name}><div className="line"><span className="line-title">{one.name}：{one.value}</span><span className="small soft">{t(`截至 ${one.asOf}，有效期至 ${one.until}`, `as of ${one.asOf}, good until ${one.until}`)}{!one.valid && t('（已过期）', ' (out of date)')}</span></div></li>)}</ul>
          </section>
        )}
      </div>
    </Page>
  )
}
export default Burden

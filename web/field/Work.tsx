import { Link } from 'wouter'
import type { Me } from '../../server/wire.ts'
import { useLang } from '../parts/lang.ts'
import * as paths from '../parts/paths.ts'
import { Page } from '../parts/phone/Page.tsx'
import { Failed, Waiting } from '../parts/phone/Trouble.tsx'
import { longDay } from '../parts/time.ts'
import { useAsk } from '../parts/useAsk.ts'
import { beginnings } from './work.ts'

/** 我的工作: what I can begin on the spot, and my own last seven days, with the right to say that it is too much. */
const Work = ({ me }: { readonly me: Me }) => {
  const { t, say, lang } = useLang()
  const week = useAsk(paths.myWeek(), { fresh: 60_000 })
  const own = beginnings(me)
  const note = own.find(one => one.procedure.name === 'workload-note')
  return (
    <Page title={t('我的工作', 'My work')} back={{ href: '/', label: t('今天', 'Today') }}>
      <div className="stack wide">
        <nav className="stack tight" aria-label={t('现场登记', 'Begin on the spot')}>
          {own.filter(one => one !== note).map(({ procedure, name, step }, at) => <Link key={`${procedure.name}/${name}`} className={at === 0 ? 'button main large' : 'button large'} href={`/begin/${procedure.name}/${name}`}>{say(step)}<small>{say(procedure.title)}</small></Link>)}
        </nav>
        <section className="stack" aria-labelledby="my-week">
          <h2 id="my-week">{t('近七天', 'The last seven days')}</h2>
          {week.isPending ? <Waiting /> : week.data === undefined ? <Failed error={week.error} again={() => void week.refetch()} /> : (
            <>
              <p className="soft">{t(`${longDay(week.data.from, lang)}至${longDay(week.data.to, lang)}，来自办理记录，只有您自己看得到，不与别人比较。`, `${longDay(week.data.from, lang)} to ${longDay(week.data.to, lang)}, from records: yours alone to see, compared with nobody.`)}</p>
              {week.data.done.length === 0 ? <p>{t('这几天没有办理记录。', 'Nothing was recorded in these days.')}</p> : (
                <ul className="list">{week.data.done.map(one => <li key={one.procedure}><div className="line"><span className="apart"><span className="line-title">{say(one.title)}</span><span>{t(`${one.count} 次`, one.count === 1 ? 'once' : `${one.count} times`)}</span></span></div></li>)}</ul>
              )}
              <p>{t(`未来七天内到期：${week.data.waiting} 件`, `Due within seven days: ${week.data.waiting}`)}</p>
            </>
          )}
          {note && <Link className="button" href={`/begin/${note.procedure.name}/${note.name}`}>{t('太多了？向乡镇（街道）反映', 'Too much? Tell the township')}</Link>}
        </section>
      </div>
    </Page>
  )
}
export default Work

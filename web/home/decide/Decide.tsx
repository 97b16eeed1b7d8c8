import { Link, useLocation } from 'wouter'
import { stageOf } from '../../parts/stages.ts'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import { useRegion } from '../../parts/names.ts'
import * as paths from '../../parts/paths.ts'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PlaceField } from '../../parts/phone/PlaceField.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { choiceIn, discussed, over, textIn } from '../../parts/talk.ts'
import { longDay } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { RoundLine, TalkView, TopicLine } from '../../../server/wire/deliberation.ts'
import { Year } from './Year.tsx'

/** 议事: what one’s village talks over and decides, for anyone to read; to raise a topic one signs in. */
const Decide = ({ region }: { readonly region: string | undefined }) => {
  const { t } = useLang()
  const [, go] = useLocation()
  const me = useMe()
  const code = region === 'choose' ? undefined : region ?? me.data?.home?.code.slice(0, 12)
  const place = useRegion(code)
  return (
    <Page title={t('议事', 'Decide together')} lead={t('村里的事大家议：提议题、说意见、投票、看结果。', 'The village’s own affairs: raise them, speak on them, vote, see what came of it.')} back={{ href: '/', label: t('首页', 'Home') }}>
      <div className="stack wide">
        <PlaceField label={t('看哪个村（社区）', 'Village')} place={place ?? null} allowed={['village']} choose={chosen => go(chosen ? `/decide/${chosen.code}` : '/decide/choose')} />
        {code !== undefined && <Of region={code} own={me.data?.home?.code.startsWith(code) === true} />}
      </div>
    </Page>
  )
}
export default Decide

const Of = ({ region, own }: { readonly region: string; readonly own: boolean }) => {
  const { lang, t } = useLang()
  const found = useAsk(paths.talk(region), { fresh: 30_000 })
  if (found.isPending) return <Waiting />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const talk = found.data
  return (
    <>
      {own && <p><Link className="button main large" href="/say/deliberation/raise"><Icon name="plus" />{t('提一个议题', 'Raise a topic')}</Link></p>}
      {own && <p><Link className="button quiet" href="/say/deliberation/demand">{t('联名要求召开会议', 'Demand a meeting, signed by many')}</Link></p>}
      <Topics talk={talk} />
      <Rounds rounds={talk.rounds} />
      <Year region={talk.region.code} year={talk.year} />
      <p className="no-print"><a className="link" href={paths.activityCalendar(region, lang)} download><Icon name="today" />{t('把会议、听取意见日、法治讲座订阅到手机日历', 'Meetings, hearing days and law talks for your phone’s calendar')}</a></p>
    </>
  )
}

const Topics = ({ talk: { topics } }: { readonly talk: TalkView }) => {
  const { t } = useLang()
  const groups: readonly (readonly [title: string, rows: readonly TopicLine[]])[] = [
    [t('正在表决', 'Voting now'), topics.filter(one => one.stage === 'voting')],
    [t('正在讨论', 'Being talked over'), topics.filter(one => discussed.has(one.stage))],
    [t('结果和公示', 'Results and posting'), topics.filter(one => ['counting', 'declared', 'adjourned', 'setAside', 'objecting', 'objected'].includes(one.stage))],
    [t('正在落实', 'Being carried out'), topics.filter(one => ['carryingOut', 'reported'].includes(one.stage))],
    [t('已办结', 'Ended'), topics.filter(one => over.has(one.stage))],
  ]
  if (topics.length === 0) return <p className="soft" role="status">{t('还没有公开的议题。', 'No topic is open yet.')}</p>
  return <>{groups.map(([title, rows]) => rows.length > 0 && <Group key={title} title={title} rows={rows} />)}</>
}

const Group = ({ title, rows }: { readonly title: string; readonly rows: readonly TopicLine[] }) => (
  <section className="stack tight" aria-label={title}>
    <div className="group-head"><h2>{title}</h2><span>{rows.length}</span></div>
    <ul className="list">{rows.map(row => <li key={row.id}><TopicRow row={row} /></li>)}</ul>
  </section>
)

const TopicRow = ({ row: { id, topic, stage, facts } }: { readonly row: TopicLine }) => {
  const { lang, t, say } = useLang()
  const [outcome, meeting, body] = [choiceIn(facts, 'outcome'), textIn(facts, 'meetingOn'), choiceIn(facts, 'body')]
  return (
    <Link className="line line-go" href={`/decide/topic/${id}`}>
      <span>
        <span className="line-title">{topic}</span>
        <span className="line-more">{[say(stageOf('deliberation', stage)), ...(outcome && stage !== 'adjourned' ? [say(outcome)] : meeting === undefined ? [] : [t(`${longDay(meeting, lang)} 开会`, `meets on ${longDay(meeting, lang)}`)]), ...(body ? [say(body)] : [])].join(' · ')}</span>
      </span>
      <Icon name="right" size={1.2} />
    </Link>
  )
}

/** Days on which the committee hears people, and whether it did. */
const Rounds = ({ rounds }: { readonly rounds: readonly RoundLine[] }) => {
  const { lang, t, say } = useLang()
  if (rounds.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="rounds">
      <h2 id="rounds">{t('听取意见日', 'Hearing days')}</h2>
      <ul className="list">
        {rounds.slice(0, 8).map(({ id, title, stage, facts }) => (
          <li key={id}>
            <Link className="line line-go" href={`/decide/round/${id}`}>
              <span>
                <span className="apart"><span className="line-title">{title}</span>{facts['missed'] === true && <span className="tag late">{t('未按期开展', 'Missed')}</span>}</span>
                <span className="line-more">{[longDay(textIn(facts, 'heldOn') ?? textIn(facts, 'day') ?? '', lang), textIn(facts, 'where'), say(stageOf('hearing-round', stage))].filter(Boolean).join(' · ')}</span>
              </span>
              <Icon name="right" size={1.2} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

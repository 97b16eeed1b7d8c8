import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { words, type JsonObject } from '../../../kernel/words.ts'
import { useLang } from '../../parts/lang.ts'
import { useMe } from '../../parts/me.ts'
import * as paths from '../../parts/paths.ts'
import { Banner } from '../../parts/phone/Banner.tsx'
import { Fold } from '../../parts/phone/Fold.tsx'
import { Icon } from '../../parts/phone/Icon.tsx'
import { Page } from '../../parts/phone/Page.tsx'
import { PlaceLine } from '../../parts/phone/PlaceLine.tsx'
import { Failed, Waiting } from '../../parts/phone/Trouble.tsx'
import { stageOf } from '../../parts/stages.ts'
import { choiceIn, discussed, numberIn, textIn, toldIn, unitWords, wayWords } from '../../parts/talk.ts'
import { longDay } from '../../parts/time.ts'
import { useAsk } from '../../parts/useAsk.ts'
import type { Brought } from '../../parts/useBrought.ts'
import type { TaskView, TopicView } from '../../../server/wire/deliberation.ts'
import { PostedRoll } from './PostedRoll.tsx'
import { Said } from './Said.tsx'
import { Vote } from './Vote.tsx'

/** One topic, from what was proposed to what came of it: for anyone to read, for residents to speak and vote on. */
const Topic = ({ id }: { readonly id: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.topic(id), { fresh: 10_000 })
  if (found.data) return <Shown topic={found.data} />
  return <Page title={t('议题', 'Topic')} back={{ href: '/decide', label: t('议事', 'Decide together') }}>{found.isError ? <Failed error={found.error} again={() => void found.refetch()} /> : <Waiting />}</Page>
}
export default Topic

const useSpoken = ({ topic, stage, facts }: TopicView): string => {
  const { lang, t, say } = useLang()
  const [meeting, explained] = [textIn(facts, 'meetingOn'), toldIn(facts, 'explained')]
  return [
    topic, say(stageOf('deliberation', stage)), textIn(facts, 'reason'), meeting && t(`会议在${longDay(meeting, lang)}，地点${textIn(facts, 'where') ?? ''}。`, `It meets on ${longDay(meeting, lang)}, at ${textIn(facts, 'where') ?? ''}.`),
    explained && say(explained), textIn(facts, 'resolution'),
  ].filter(Boolean).join('\n')
}

const Shown = ({ topic }: { readonly topic: TopicView }) => {
  const { t, say } = useLang()
  const { facts, stage } = topic
  return (
    <Page
      title={topic.topic} read={useSpoken(topic)} back={{ href: `/decide/${topic.region.code}`, label: t('议事', 'Decide together') }}
      lead={<><span className="number">{topic.number}</span> · {say(stageOf('deliberation', stage))}<br /><PlaceLine region={topic.region} /></>}
    >
      <div className="stack wide">
        <Vote topic={topic} />
        <Outcome topic={topic} />
        <Part title={t('提议', 'What is proposed')} id="proposal">
          <p className="fact-text card">{textIn(facts, 'reason')}</p>
        </Part>
        <Meeting facts={facts} />
        <Rule topic={topic} />
        <Talk topic={topic} />
        <Tasks tasks={topic.tasks} facts={facts} />
        <p className="no-print"><button type="button" className="button" onClick={() => window.print()}><Icon name="print" />{t('打印', 'Print')}</button></p>
      </div>
    </Page>
  )
}

const Part = ({ title, id, children }: { readonly title: string; readonly id: string; readonly children: ReactNode }) => (
  <section className="stack tight" aria-labelledby={id}><h2 id={id}>{title}</h2>{children}</section>
)

type Line = readonly [name: string, value: string | undefined]
const Lines = ({ lines }: { readonly lines: readonly Line[] }) => (
  <dl className="facts card">{lines.map(([name, value]) => value !== undefined && value !== '' && <div key={name} className="facts-row"><dt>{name}</dt><dd className="fact-text">{value}</dd></div>)}</dl>
)

const Meeting = ({ facts }: { readonly facts: JsonObject }) => {
  const { lang, t, say } = useLang()
  const [on, until, form] = [textIn(facts, 'meetingOn'), textIn(facts, 'voteUntil'), choiceIn(facts, 'form')]
  if (on === undefined) return null
  return (
    <Part title={t('会议', 'The meeting')} id="meeting">
      <Lines lines={[
        [t('日期', 'Day'), longDay(on, lang)], [t('时间', 'Time'), textIn(facts, 'meetingTime')], [t('地点', 'Where'), textIn(facts, 'where')], [t('方式', 'Form'), form && say(form)],
        [t('邀请参加讨论', 'Invited to discuss'), textIn(facts, 'invited')], [t('表决的问题', 'The question put'), textIn(facts, 'question')], [t('表决截止', 'The vote ends'), until === undefined ? undefined : longDay(until, lang)], [t('通知日期', 'Notice given'), longDay(textIn(facts, 'noticeOn') ?? on, lang)],
      ]} />
    </Part>
  )
}

/** Who decides, by which rule, who stands on the roll and who has come: figures alone. */
const Rule = ({ topic: { facts, roll, attendance } }: { readonly topic: TopicView }) => {
  const { t, say } = useLang()
  const [chosen, party, demand] = [toldIn(facts, 'chosen'), toldIn(facts, 'partyResult'), toldIn(facts, 'demandResult')]
  if (!chosen) return null
  const enrolled = roll && t(
    `${say(unitWords(roll.kind))}，共 ${roll.units}${roll.away > 0 ? `，其中在外 ${roll.away}` : ''}${roll.corrections > 0 ? `；更正 ${roll.corrections} 处` : ''}${roll.frozen === undefined ? '（未冻结）' : ''}`,
    `${roll.units} ${say(unitWords(roll.kind))}${roll.away > 0 ? `, ${roll.away} of them away` : ''}${roll.corrections > 0 ? `; ${roll.corrections} corrections` : ''}${roll.frozen === undefined ? ' (not frozen yet)' : ''}`)
  const came = attendance && attendance.units > 0 ? `${attendance.units}（${Object.entries(attendance.byWay).filter(([, n]) => n > 0).map(([way, n]) => `${say(wayWords(way))} ${n}`).join(t('，', ', '))}）` : undefined
  return (
    <Part title={t('由谁决定，怎么算通过', 'Who decides, and what it takes')} id="rule">
      <Lines lines={[
        [t('规则', 'Rule'), say(chosen)], [t('表决名册', 'Roll'), enrolled], [t('已参加', 'Taken part'), came],
        [t('党组织提议', 'Proposed by the branch'), textIn(facts, 'proposedOn')], [t('“两委”商议', 'Both committees'), textIn(facts, 'conferredOn')], [t('党员大会审议', 'Members’ meeting'), party && say(party)],
        [t('联名要求', 'Demand'), demand && say(demand)],
      ]} />
      <p className="soft">{t('参加讨论的人和有表决权的人不同：企业、业主委员会可以参加讨论，只有名册上的人才能表决。', 'Who discusses and who votes are not the same: firms and owners’ committees may speak; only who stands on the roll may vote.')}</p>
    </Part>
  )
}

const Talk = ({ topic }: { readonly topic: TopicView }) => {
  const { t } = useLang()
  const [, go] = useLocation()
  const me = useMe()
  const brought: Brought = { offered: { topic: topic.id, village: topic.region.code }, about: words(topic.topic, topic.topic) }
  const open = discussed.has(topic.stage)
  return (
    <Part title={t(`讨论（${topic.comments.length} 条）`, `The discussion (${topic.comments.length})`)} id="talk">
      {open && (me.data
        ? <p><button type="button" className="button main" onClick={() => go('/say/deliberation-comment/comment', { state: brought })}><Icon name="say" />{t('说意见、提问', 'Comment or ask')}</button></p>
        : <p><Link className="button" href={`/sign-in?then=${encodeURIComponent(`/decide/topic/${topic.id}`)}`}>{t('登录后可说意见', 'Sign in to speak')}</Link></p>)}
      <Said said={topic.comments} what="comment" answer="reply" by={topic.answers.name} none={open ? t('还没有人发言。不会用手机的，可以请网格员代录。', 'Nobody has spoken yet. Who has no phone may ask the grid worker to write it down.') : t('没有意见。', 'Nothing was said.')} />
      {topic.stage === 'noticed' && topic.roll && <PostedRoll id={topic.id} />}
      {me.data && topic.stage === 'noticed' && topic.roll && <p><Link className="button quiet" href={`/matters/${topic.id}/contestRoll`}>{t('名册不对？提出异议', 'Something wrong with the roll? Object')}</Link></p>}
    </Part>
  )
}

/** The result, explained line by line, the resolution, and what one may do about it. */
const Outcome = ({ topic }: { readonly topic: TopicView }) => {
  const { lang, t, say } = useLang()
  const me = useMe()
  const { facts, stage, id } = topic
  const [outcome, explained, resolution] = [choiceIn(facts, 'outcome'), toldIn(facts, 'explained'), textIn(facts, 'resolution')]
  const annulled = toldIn(facts, 'annulledBecause')
  if (!outcome) return null
  const good = ['passed', 'agreed'].includes(textIn(facts, 'outcome') ?? '') && stage !== 'annulled'
  return (
    <Part title={t('结果', 'The result')} id="result">
      <Banner kind={good ? 'done' : 'soon'}>
        <p><b>{annulled ? t('决议被撤销', 'Annulled') : say(outcome)}</b></p>
        {annulled && <p>{say(annulled)}</p>}
        {explained && <p>{say(explained)}</p>}
      </Banner>
      {resolution !== undefined && <p className="fact-text card">{resolution}</p>}
      <Lines lines={[
        [t('生效日期', 'In force from'), good ? textIn(facts, 'inForceOn') : undefined], [t('收到异议', 'Objections'), numberIn(facts, 'objections')?.toString()], [t('异议处理', 'Decision on them'), textIn(facts, 'rulingReason')],
        [t('公示到', 'Posted until'), stage === 'objecting' && topic.due !== undefined ? longDay(topic.due, lang) : undefined],
      ]} />
      {explained && <p><a href={paths.voteResult(id)} download>{t('下载计票文件（可自行重算核对）', 'Download the count (to be recomputed by anybody)')}</a></p>}
      {me.data && stage === 'objecting' && <p><Link className="button" href={`/matters/${id}/object`}>{t('提出异议', 'Object')}</Link></p>}
      {['objecting', 'objected', 'carryingOut'].includes(stage) && <p className="soft">{t('认为合法权益受到侵害的，可以依法请求人民法院撤销。', 'Whoever’s lawful rights are infringed may ask the court to annul it.')}</p>}
    </Part>
  )
}

const Tasks = ({ tasks, facts }: { readonly tasks: readonly TaskView[]; readonly facts: JsonObject }) => {
  const { lang, t, say } = useLang()
  const report = textIn(facts, 'report')
  if (tasks.length === 0 && report === undefined) return null
  return (
    <Part title={t('落实', 'What came of it')} id="tasks">
      {report !== undefined && <p className="fact-text card">{report}</p>}
      <ul className="list">
        {tasks.map(task => (
          <li key={task.id} className="line">
            <span className="apart"><span className="line-title">{task.what}</span>{task.facts['late'] === true && <span className="tag late">{t('曾逾期', 'Late')}</span>}</span>
            <span className="line-more">{[textIn(task.facts, 'responsible'), t(`${longDay(textIn(task.facts, 'until') ?? '', lang)} 前`, `by ${longDay(textIn(task.facts, 'until') ?? '', lang)}`), say(stageOf('resolution-task', task.stage))].join(' · ')}</span>
            {textIn(task.facts, 'report') !== undefined && <span className="fact-text">{textIn(task.facts, 'report')}</span>}
          </li>
        ))}
      </ul>
      {textIn(facts, 'supervision') !== undefined && <Fold icon="shield" title={t('村（居）务监督委员会意见', 'Note of the supervisory committee')}><p className="fact-text">{textIn(facts, 'supervision')}</p></Fold>}
    </Part>
  )
}

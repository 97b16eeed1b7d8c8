import { Button } from 'antd'
import { useState } from 'react'
import { fourStages, twoPublications } from '../../../kernel/voting/course.ts'
import type { Words } from '../../../kernel/words.ts'
import type { MatterView } from '../../../server/wire.ts'
import type { SaidView, TopicView } from '../../../server/wire/deliberation.ts'
import { useLang } from '../../parts/lang.ts'
import * as paths from '../../parts/paths.ts'
import { stageOf } from '../../parts/procedures.ts'
import { choiceIn, discussed, isOpenToAll, textIn, toldIn, unitWords, wayWords } from '../../parts/talk.ts'
import { useAsk } from '../../parts/useAsk.ts'
import { links } from '../links.ts'
import { BringingLink } from '../new/BringingLink.tsx'
import { Failed, Loading } from '../states.tsx'

/** Of a topic: by which rule it is decided, who stands on the roll and has come, how the count goes, what was said and what came of it (Art. 25). */
export const Deliberation = ({ matter }: { readonly matter: MatterView }) => (matter.procedure !== 'deliberation' || !isOpenToAll(matter.stage) ? null : <Topic key={matter.seq} id={matter.id} />)

const Topic = ({ id }: { readonly id: string }) => {
  const found = useAsk(paths.topic(id), { every: 15_000, keep: true })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  return <><Rule topic={found.data} /><Four topic={found.data} /><Roll topic={found.data} /><Count topic={found.data} /><Comments topic={found.data} /><Tasks topic={found.data} /></>
}

type Props = { readonly topic: TopicView }

/** The selector’s answer, with its article, from the first. */
const Rule = ({ topic: { facts } }: Props) => {
  const { t, say } = useLang()
  const [chosen, demand] = [toldIn(facts, 'chosen'), toldIn(facts, 'demandResult')]
  if (!chosen) return null
  return (
    <section className="panel" aria-labelledby="rule-title">
      <h2 id="rule-title">{t('议决规则', 'The rule it is decided by')}</h2>
      <p>{say(chosen)}</p>
      {demand && <p>{say(demand)}</p>}
    </section>
  )
}

/** 四议两公开, stage by stage. */
const Four = ({ topic: { facts, stage, path } }: Props) => {
  const { t, say } = useLang()
  if (facts['course'] !== 'four') return null
  const reached = new Set(path.map(one => one.stage))
  const rows: readonly (readonly [name: Words, done: string | undefined, note: string | undefined])[] = [
    [fourStages.proposal, textIn(facts, 'proposedOn'), textIn(facts, 'proposal')],
    [fourStages.joint, textIn(facts, 'conferredOn'), textIn(facts, 'conferred')],
    [fourStages.party, textIn(facts, 'partyOn'), toldIn(facts, 'partyResult') && say(toldIn(facts, 'partyResult') ?? { zh: '', en: '' })],
    [fourStages.decision, textIn(facts, 'declaredOn'), choiceIn(facts, 'outcome') && say(choiceIn(facts, 'outcome') ?? { zh: '', en: '' })],
    [twoPublications.resolution, textIn(facts, 'publishedOn'), undefined],
    [twoPublications.result, reached.has('reported') && stage !== 'carryingOut' ? path.find(one => one.stage === 'reported')?.at.slice(0, 10) : undefined, undefined],
  ]
  return (
    <section className="panel" aria-labelledby="four-title">
      <h2 id="four-title">{t('四议两公开', 'Four discussions, two publications')}</h2>
      <ol className="course">
        {rows.map(([name, done, note]) => <li key={name.zh} className={done === undefined ? 'course-ahead' : 'course-done'}><b>{say(name)}</b> <span className="quiet">{done ?? t('待办', 'to come')}</span>{note !== undefined && <p>{note}</p>}</li>)}
      </ol>
    </section>
  )
}

const papers: readonly (readonly [name: string, zh: string, en: string])[] = [['posted', '公布的名册', 'Posted roll'], ['notices', '通知单', 'Slips of notice'], ['signIn', '签到册', 'Sign-in sheet'], ['slips', '选票', 'Ballot slips'], ['countSheet', '计票单', 'Counting sheet']]

const Roll = ({ topic: { id, roll, attendance } }: Props) => {
  const { t, say } = useLang()
  const [open, setOpen] = useState(false)
  if (!roll) return null
  return (
    <section className="panel" aria-labelledby="roll-title">
      <h2 id="roll-title">{t('名册和到会', 'Roll and attendance')} <span className="quiet">{roll.frozen === undefined ? t('未冻结', 'not frozen') : t('已冻结', 'frozen')}</span></h2>
      <dl className="figures-line">
        <div><dt>{say(unitWords(roll.kind))}</dt><dd>{roll.units}</dd></div>
        {roll.area !== undefined && <div><dt>{t('面积（㎡）', 'Area (m²)')}</dt><dd>{(roll.area / 100).toFixed(2)}</dd></div>}
        {roll.away > 0 && <div><dt>{t('在外', 'Away')}</dt><dd>{roll.away}</dd></div>}
        <div><dt>{t('更正', 'Corrections')}</dt><dd>{roll.corrections}</dd></div>
        {attendance && <div><dt>{t('已参加', 'Taken part')}</dt><dd>{attendance.units}/{roll.units}</dd></div>}
        {attendance && Object.entries(attendance.byWay).filter(([, n]) => n > 0).map(([way, n]) => <div key={way}><dt>{say(wayWords(way))}</dt><dd>{n}</dd></div>)}
      </dl>
      <p className="no-print papers-line">
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t('收起名册', 'Fold the roll') : t('看名册', 'See the roll')}</Button>
        {papers.map(([name, zh, en]) => <span key={name}><a href={paths.rollPaper(id, name, 'html')} target="_blank" rel="noopener">{t(`打印${zh}（新窗口）`, `Print: ${en.toLowerCase()} (new window)`)}</a> <a href={paths.rollPaper(id, name, 'docx')} download aria-label={t(`下载${zh}（Word）`, `Download: ${en.toLowerCase()} (Word)`)}>Word</a></span>)}
      </p>
      {open && <Lines id={id} />}
    </section>
  )
}

const Lines = ({ id }: { readonly id: string }) => {
  const { t } = useLang()
  const found = useAsk(paths.roll(id), { fresh: 30_000 })
  if (found.isPending) return <Loading />
  if (found.data === undefined) return <Failed error={found.error} again={() => void found.refetch()} />
  const { lines, masked } = found.data
  return (
    <>
      {masked && <p className="quiet">{t('公布的名册隐去姓名。', 'Names are masked, as posted.')}</p>}
      <div className="table-scroll roll-lines" role="region" aria-label={t('表决名册', 'The roll')} tabIndex={0}>
        <table className="plain-table">
          <thead><tr><th scope="col" className="num">{t('序号', 'No.')}</th><th scope="col">{t('姓名', 'Name')}</th><th scope="col">{t('户号、门牌', 'Household, door')}</th></tr></thead>
          <tbody>{lines.map(line => <tr key={line.number}><td className="num">{line.number}</td><th scope="row">{line.name}{line.ageUnsure && <span className="figure-late"> {t('年龄待核', 'age to be settled')}</span>}{line.ground === 'away' && <span className="quiet"> {t('在外', 'away')}</span>}</th><td>{[line.household, line.door].filter(Boolean).join(' ')}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  )
}

/** Two people count apart; what came of it says how. */
const Count = ({ topic: { id, count, facts } }: Props) => {
  const { t, say } = useLang()
  const explained = toldIn(facts, 'explained')
  if (!explained && count?.state !== 'closed') return null
  return (
    <section className="panel" aria-labelledby="count-title">
      <h2 id="count-title">{t('计票', 'The count')} {choiceIn(facts, 'outcome') && <span className="quiet">{say(choiceIn(facts, 'outcome') ?? { zh: '', en: '' })}</span>}</h2>
      {explained && <p>{say(explained)}</p>}
      {count && count.sheets.length > 0 && (
        <ul className="sheet-list">
          {count.sheets.map(sheet => <li key={sheet.place}>{sheet.place}：{sheet.agreed ? t('两人一致', 'both agree') : t(`已有 ${sheet.entered} 人录入，还需另一人独立录入`, `${sheet.entered} entered; another has to enter it apart`)}</li>)}
        </ul>
      )}
      {!explained && count?.why && <p className="quiet">{say(count.why)}</p>}
      {explained && <p><a href={paths.voteResult(id)} download>{t('下载计票文件（任何人可重算）', 'The published count (anybody may recompute it)')}</a></p>}
    </section>
  )
}

const Comments = ({ topic }: Props) => {
  const { t } = useLang()
  const waiting = topic.comments.filter(one => one.stage === 'waiting').length
  const open = discussed.has(topic.stage)
  if (topic.comments.length === 0 && !open) return null
  return (
    <section className="panel" aria-labelledby="talk-title">
      <h2 id="talk-title">{t('讨论', 'The discussion')} <span className="quiet">{topic.comments.length}{waiting > 0 && t(`，待答复 ${waiting}`, `, ${waiting} to be answered`)}</span></h2>
      {open && <p className="propose"><BringingLink to={links.open('deliberation-comment', 'record')} brought={{ offered: { topic: topic.id, village: topic.region.code } }}>{t('代录意见', 'Record what somebody said')}</BringingLink></p>}
      <ul className="similar">{topic.comments.map(one => <Comment key={one.id} one={one} by={topic.answers.name} />)}</ul>
    </section>
  )
}

const Comment = ({ one: { id, facts, stage }, by }: { readonly one: SaidView; readonly by: string }) => {
  const { t, say } = useLang()
  const [sort, as, reply] = [choiceIn(facts, 'sort'), choiceIn(facts, 'speaksAs'), textIn(facts, 'reply')]
  return (
    <li>
      <a href={links.matter(id)}>{textIn(facts, 'comment')}</a>
      <span className="similar-more">{[sort && say(sort), as && say(as), stage === 'waiting' ? t('待答复', 'to be answered') : undefined].filter(Boolean).join(' · ')}</span>
      {reply !== undefined && <p>{by}{t('：', ': ')}{reply}</p>}
    </li>
  )
}

const Tasks = ({ topic: { tasks } }: Props) => {
  const { t, say } = useLang()
  if (tasks.length === 0) return null
  const late = tasks.filter(one => one.facts['late'] === true && one.stage === 'doing').length
  return (
    <section className="panel" aria-labelledby="carried-title">
      <h2 id="carried-title">{t('落实任务', 'Tasks of the resolution')} <span className="quiet">{tasks.length}{late > 0 && t(`，逾期 ${late}`, `, ${late} late`)}</span></h2>
      <div className="table-scroll">
        <table className="plain-table">
          <thead><tr><th scope="col">{t('做什么', 'What')}</th><th scope="col">{t('由谁负责', 'By whom')}</th><th scope="col">{t('完成日期', 'Done by')}</th><th scope="col">{t('环节', 'Stage')}</th></tr></thead>
          <tbody>
            {tasks.map(one => (
              <tr key={one.id}>
                <th scope="row"><a href={links.matter(one.id)}>{one.what}</a></th><td>{textIn(one.facts, 'responsible')}</td>
                <td>{one.facts['late'] === true && <span className="figure-late"><span aria-hidden="true">! </span>{t('逾期 ', 'late ')}</span>}{textIn(one.facts, 'until')}</td><td>{say(stageOf('resolution-task', one.stage))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

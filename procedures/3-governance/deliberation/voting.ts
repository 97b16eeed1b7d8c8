import { dueAt, endOfLegalDay, legalDay } from '../../../kernel/calendar.ts'
import { limitOf } from '../../../kernel/clock.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { tally } from '../../../kernel/voting/tally.ts'
import { officeCode } from '../../../kernel/post.ts'
import { theClock } from '../../../kernel/who.ts'
import { townshipOf } from '../../usual/field-work.ts'
import { words, type Json } from '../../../kernel/words.ts'
import { aboveToo, askedToCount, counting, notOwed, record, rollKept, fault, selectedOf, theCommittee, theSupervisors, theTownship, toCommittee, told, toldAll, toSupervisors, type DeliberationStep, type Moved, type Now, type Seen } from './parts.ts'

/** Phones were told the day. A meeting in a hall may be recorded soon after it. */
const lastDay = ({ matter: { facts: { meetingOn = '', form } }, law }: Seen): string => {
  const held = endOfLegalDay(meetingOn)
  return form === 'online' || form === 'both' ? meetingOn : legalDay(dueAt(law.calendar, held, limitOf(law, 'deliberation.hold', held).period).at)
}

const opensNow = (c: Seen): Refusal | undefined => {
  const { matter, now } = c
  const { meetingOn = '', rollOpen = 0 } = matter.facts
  if (legalDay(now) > lastDay(c)) return refuse('day-past', words(`会议通知在 ${meetingOn} 召开，已经过期`, `The meeting was called for ${meetingOn}, which is past`), { remedy: words('请改期，重新通知', 'Put it off to another day and give notice anew') })
  if (legalDay(now) < meetingOn) return refuse('not-yet', words(`会议通知在 ${meetingOn} 召开`, `The meeting was called for ${meetingOn}`), { remedy: words('请到会议当天再开始', 'Begin on its day') })
  return rollOpen > 0 ? refuse('roll-contested', words(`还有 ${rollOpen} 条名册异议没有处理`, `${rollOpen} objection(s) to the roll are undecided`), { basis: ['25.3'], remedy: words('请先更正名册或者答复', 'Correct the roll or answer first') }) : undefined
}

/** Only a consultation ends in words alone. */
const talkedOnly = ({ matter }: Seen): Refusal | undefined =>
  (matter.facts.rollUnits === undefined ? undefined : refuse('needs-vote', words('此议题须表决，不能以协商代替', 'This topic is to be voted on; talk can’t stand in for it'), { remedy: words('请开始表决', 'Begin the vote') }))
const votedOn = ({ matter }: Seen): Refusal | undefined =>
  (matter.facts.rollUnits === undefined ? refuse('no-voters', words('协商不作表决', 'Nothing is voted on in a consultation'), { remedy: words('请登记协商结果', 'Record what came of the talk') }) : undefined)

const untilOf = ({ matter }: Pick<Seen, 'matter'>): string => endOfLegalDay(matter.facts.voteUntil ?? matter.facts.meetingOn ?? '').toISOString()

/** The vote: opened on its day, one attendance book for hall, proxies and phones, closed in time, counted twice, and declared by the rule that was shown from the first. */
export const voting = {
  openVote: {
    zh: '开始表决', en: 'Begin the vote', from: ['noticed'], to: 'voting', basis: ['25.1'], primary: true, by: theCommittee, asks: [], needs: ['roll'],
    causes: words('按通知载明的问题表决；从此名册不能再改；到时间自动截止', 'On the question that the notice states; from now on the roll can’t be changed; it closes by itself in time'),
    only: c => votedOn(c) ?? opensNow(c),
    then: c => {
      const selected = selectedOf(c)
      if (isRefusal(selected)) return selected
      const today = legalDay(c.now)
      const { manner = 'open', form, topic = '', question = topic, meetingOn = today, voteUntil: told = meetingOn } = c.matter.facts
      // A meeting in a hall is recorded soon after it.
      const voteUntil = told < today ? today : told
      return {
        set: { question, voteUntil, openedOn: today, ...rollKept(c) }, counts: { voted: 1 },
        effects: [
          record(c, 'poll-open', { question, track: selected.track, manner, online: form === 'online' || form === 'both', day: c.matter.facts.noticeOn ?? today, until: endOfLegalDay(voteUntil).toISOString() }),
          ...toldAll(c.matter, '表决已开始', 'The vote has begun'),
        ],
      }
    },
  },
  conclude: {
    zh: '登记协商结果', en: 'Record what came of the talk', from: ['noticed'], to: 'declared', basis: ['25.1', '25.2'], primary: true, by: theCommittee, asks: ['came', 'outcome', 'resolution'],
    causes: words('公布协商结果；协商意见不是表决', 'It is published; what was talked over is no vote'),
    only: c => talkedOnly(c) ?? opensNow(c),
    then: c => (c.input.outcome === 'agreed' || c.input.outcome === 'notAgreed' ? { set: { declaredOn: legalDay(c.now) }, counts: { talked: 1 }, effects: toldAll(c.matter, '协商会议已开', 'The consultation was held') }
      : fault('outcome', '协商只有“协商一致”或者“未协商一致”', 'A consultation ends in agreement or without')),
  },
  close: {
    zh: '结束表决', en: 'Close the vote', from: ['voting'], to: 'counting', basis: ['25.1'], primary: true, by: [...theCommittee, theClock],
    causes: words('不再收票，开箱计票', 'No more votes are taken; the box is opened'),
    only: c => (c.actor.kind !== 'clock' && c.matter.facts.form !== 'hall' && c.now.toISOString() < untilOf(c)
      ? refuse('vote-runs', words(`线上表决到 ${c.matter.facts.voteUntil ?? ''} 24 时截止`, `Votes come in online until the end of ${c.matter.facts.voteUntil ?? ''}`), { remedy: words('已公布的截止时间不能提前，到时自动截止', 'What was announced can’t be cut short; it closes by itself') }) : undefined),
    then: c => ({ effects: [record(c, 'poll-close'), ...toldAll(c.matter, '表决已结束，正在计票', 'The vote is closed and being counted')] }),
  },
  count: {
    zh: '录入计票单', en: 'Enter a count sheet', from: ['counting'], basis: ['25.1'], by: counting, asks: ['counterKin', 'countPlace', 'countTotals?', 'countLines?', 'countSheet'],
    causes: words('两人分别录入，第二人看不到第一人的数字；不一致的不接受', 'Two people enter it apart, the second not shown the first’s; what differs is refused'),
    only: askedToCount,
    then: c => {
      const { counterKin, countPlace = '', countTotals, countLines, countSheet = [] } = c.input
      if (counterKin === 'some') return refuse('kin', words('与表决所涉及的人、户有亲属关系的，不能计票', 'Who is kin to those the vote concerns does not count'), { remedy: words('请由没有亲属关系的人计票；都有的，由村务监督委员会计票，或者请邻村计票', 'Leave it to somebody who is not; where all are, to the supervisory committee, or ask a neighbouring village') })
      if ((countTotals === undefined) === (countLines === undefined)) return fault('countTotals', '请填计票结果或者记名票其中一项', 'Give the totals or the signed papers, one of them')
      return {
        set: { counter: c.actor.account, countTotals: null, countLines: null },
        effects: [record(c, 'count-sheet', { place: countPlace, counter: c.actor.account, file: countSheet[0] ?? '', ...(countTotals && { totals: countTotals as unknown as Json }), ...(countLines && { lines: countLines as unknown as Json }) })],
      }
    },
  },
  askNeighbour: {
    zh: '请邻村计票', en: 'Ask a neighbouring village to count', from: ['counting'], basis: ['25.1'], by: [...theCommittee, theSupervisors], asks: ['neighbour', 'neighbourWhy'],
    causes: words('能计票的人都有亲属关系的，由同一乡镇（街道）的邻村计票；计票单仍由两人分别录入', 'Where all who could count are kin, a village of the same township does; two still enter each sheet apart'),
    then: c => {
      const { neighbour = '' } = c.input
      if (neighbour === c.matter.region || townshipOf(neighbour) !== townshipOf(c.matter.region)) return fault('neighbour', '请选同一乡镇（街道）的另一个村（社区）', 'Choose another village of the same township')
      const office = officeCode(neighbour, 'committee')
      return { effects: [{ do: 'notify', to: { office }, words: words('邻村请你村派人计票', 'A neighbouring village asks you to count a vote') }, toSupervisors(c.matter, '已请邻村计票', 'A neighbouring village was asked to count')] }
    },
  },
  withdrawCount: {
    zh: '撤回本人录入的计票单', en: 'Take back one’s own sheet', from: ['counting'], basis: [], by: counting, asks: ['countPlace'],
    causes: words('两人一致后不能撤回', 'Not once both agree'),
    only: askedToCount,
    then: c => ({ effects: [record(c, 'count-sheet-withdraw', { place: c.input.countPlace ?? '', counter: c.actor.account })] }),
  },
  declare: {
    zh: '宣布结果', en: 'Declare the result', from: ['counting'], to: ['declared', 'adjourned'], basis: ['25.1'], primary: true, by: theCommittee, needs: ['self', 'count'],
    causes: words('按名册、到会和票数自动计算，逐项说明', 'Computed from roll, attendance and votes, and explained line by line'),
    then: declared,
  },
  setAside: {
    zh: '表决作废', en: 'Set the vote aside', from: ['counting'], to: 'setAside', basis: ['25.1'], by: [theSupervisors, ...theTownship], asks: ['setAsideWhy'], needs: ['count'],
    causes: words('计票无法完成的（如票箱、签到册毁损）才作废，理由公开；由村（居）委会再次召开', 'Only where it can’t be counted (box or book lost); the reason is published, and the meeting is convened again'),
    then: c => (c.needs.count?.ready === true
      ? refuse('counted', words('计票已经完成，不能作废', 'It is counted and can’t be set aside'), { remedy: words('请宣布结果；对结果有异议的，在公示期提出', 'Declare the result; object to it while it is posted') })
      : { effects: [...toldAll(c.matter, '表决作废，理由见详情，待再次召开', 'The vote was set aside; the reason stands in it'), toCommittee(c.matter, '表决作废，请再次召开', 'The vote was set aside: convene it again'), aboveToo(c.matter, '村（社区）的一次表决作废', 'A vote of a village was set aside')] }),
  },
  lateCount: {
    zh: '逾期未完成，提醒', en: 'Late', from: ['counting', 'declared', 'adjourned', 'setAside'], basis: [], by: [theClock],
    then: c => ({
      set: { late: true }, clocks: [{ clock: 'again', start: 'deliberation.task-remind', then: 'lateCount' }],
      effects: [toCommittee(c.matter, '计票、公布逾期未完成', 'Counting or publishing is late'), toSupervisors(c.matter, '计票、公布逾期未完成，请督促', 'Counting or publishing is late: please see to it')],
    }),
  },
  reconvene: {
    zh: '再次召开', en: 'Convene it again', from: ['adjourned', 'setAside'], to: 'notHeld', basis: ['25.1'], primary: true, by: theCommittee,
    causes: words('按原议题重新准备、造册、通知', 'The topic is prepared, enrolled and called anew'),
    then: c => {
      const { topic = '', raisedBy = 'committee', concern = 'publicAffairs', reason = '', subject, adopts, owedOn } = c.matter.facts
      return {
        effects: [{ do: 'open', procedure: 'deliberation', step: 'enter', link: 'again', input: { topic, village: c.matter.region, raisedBy, concern, reason, cameFrom: c.matter.id, ...(c.matter.stage === 'setAside' && owedOn !== undefined && { owedOn }), ...(subject && { subject }), ...(adopts !== undefined && { adopts }) } }, { do: 'follow', link: 'on', step: 'drop', input: {} }],
      }
    },
  },
  letRest: {
    zh: '不再召开', en: 'Let it rest', from: ['adjourned', 'setAside'], to: 'notHeld', basis: [], by: theCommittee, asks: ['dropReason'],
    only: c => (c.matter.facts.ruling === 'revote' ? refuse('revote-ordered', words('乡镇（街道）认为须重新表决，不能不再召开', 'It is to be voted on again and can’t be let rest'), { remedy: words('请再次召开', 'Convene it again') }) : c.matter.stage === 'setAside' ? notOwed(c) : undefined),
    then: c => ({ effects: [...toldAll(c.matter, '没有作出决定，不再召开', 'Nothing was decided; it is not convened again'), ...told(c, 'notVoted', { why: c.matter.stage === 'adjourned' ? '未达到法定人数' : '表决作废' })] }),
  },
} as const satisfies Readonly<Record<string, DeliberationStep>>

function declared(c: Now): Moved | Refusal {
  const { count, self } = c.needs
  const contested = (c.matter.facts.linesContested ?? []).map(one => one.number ?? 0)
  if (contested.length > 0) return refuse('line-contested', words(`还有签到异议没有核对：${contested.join('、')}号`, `Contested lines of the attendance book: ${contested.join(', ')}`), { basis: ['25.3'], remedy: words('请计票人逐条核对', 'A counter looks at each') })
  if (!count?.ready || !count.figures) return refuse('not-counted', count?.why ?? words('还没有完成计票', 'Counting is not finished'), { basis: [], remedy: words('两名计票人分别录入一致后再宣布', 'Declare it once two counters have entered the same') })
  const selected = selectedOf(c)
  if (isRefusal(selected)) return selected
  const { unit, quorum, pass, articles } = selected
  if (unit === undefined) return refuse('no-voters', words('协商不作表决', 'Nothing is voted on in a consultation'))
  const found = tally({ unit, quorum, pass, articles }, count.figures)
  if (isRefusal(found)) return found
  const outcome = found.outcome === 'no-quorum' ? 'noQuorum' : found.outcome
  const today = legalDay(c.now)
  return {
    to: outcome === 'noQuorum' ? 'adjourned' : 'declared', set: { outcome, explained: keepWords(found.words), declaredOn: today, came: count.figures.present.units, ...(count.digests && { rollDigest: count.digests.roll, bookDigest: count.digests.attendance, urnDigest: count.digests.urn }) }, counts: { [outcome]: 1 },
    effects: [
      record(c, 'poll-publish', { number: self?.number ?? '', title: c.matter.title, place: { ...(self?.place ?? words(c.matter.region, c.matter.region)) }, day: today, subject: c.matter.facts.subject ?? 'publicAffairs', selected: { unit, quorum, pass, articles } as unknown as Json }),
      ...toldAll(c.matter, outcome === 'noQuorum' ? '未达到法定人数，没有作出决定' : '计票完成，结果待公布', outcome === 'noQuorum' ? 'No quorum: nothing was decided' : 'The count is done; the result is to be published'),
    ],
  }
}

import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { rollUnits } from '../../../kernel/voting/track.ts'
import type { Selected } from '../../../kernel/voting/select.ts'
import { aboveToo, fallsWithIt, fault, notOwed, record, rollKept, selectedOf, theCommittee, theTownship, toCommittee, toldAll, toSupervisors, type DeliberationStep, type Moved, type Now } from './parts.ts'
import type { RollNow } from './needs.ts'

/** The last day of a meeting that is owed: within so many days of the demand, or as the township set it since. Nobody puts it off further. */
const lastOwed = ({ matter: { facts: { owed, owedOn, owedBy } }, law, now }: Pick<Now, 'matter' | 'law' | 'now'>): string | undefined =>
  (owed !== true ? undefined : owedBy ?? daysAfter(owedOn ?? legalDay(now), Number(law.figure('deliberation.owed-meeting', legalDay(now)).value)))

/** No sooner than the notice the law asks for, counted from the day after it is given; and not too far off. */
const untimely = (c: Now, { notice }: Selected): Refusal | undefined => {
  const { meetingOn = '' } = c.facts
  const today = legalDay(c.now)
  const least = notice?.days ?? 1
  const first = daysAfter(today, least)
  if (meetingOn < first) {
    return refuse('short-notice', words(`会议须提前 ${least} 天通知，最早 ${first} 召开`, `The meeting takes ${least} days’ notice: ${first} at the earliest`), {
      remedy: words(`请改期。${notice ? `依据：${notice.source.zh}` : '平台规则'}`, `Choose a later day. ${notice ? `Ground: ${notice.source.en}` : 'A product rule'}`), faults: [{ fact: 'meetingOn', why: words(`最早 ${first}`, `${first} at the earliest`) }],
    })
  }
  const last = lastOwed(c)
  if (last !== undefined && first > last) return refuse('owed-late', words(`联名要求的会议最晚应在 ${last} 召开，已来不及按时通知`, `The meeting that is owed was to be held by ${last}: there is no time left to give notice`), { basis: [], remedy: words('请乡镇（街道）确定召开日期（平台规则）', 'The township sets its day (a product rule)') })
  if (last !== undefined && meetingOn > last) return fault('meetingOn', `联名要求的会议最晚 ${last} 召开（平台规则）`, `A meeting that is owed is held by ${last} at the latest (a product rule)`)
  const most = Number(c.law.figure('deliberation.ahead', today).value)
  return meetingOn > daysAfter(today, most) ? fault('meetingOn', `最远安排在 ${most} 天内（平台规则）`, `Within ${most} days (a product rule)`) : undefined
}

/** What is put to the vote and until when is told with the notice, and printed on every slip; the vote opens with nothing else. */
const putToVote = (c: Now, { votes }: Selected): Refusal | Moved => {
  if (!votes) return { set: { question: null, voteUntil: null } }
  const { question, meetingOn = '' } = c.facts
  const { voteUntil = meetingOn } = c.input
  if (question === undefined) return fault('question', '请填写表决的问题；通知单、选票照此印制', 'Say what is put to the vote: notice and slips are printed with it')
  if (voteUntil < meetingOn) return fault('voteUntil', '不能早于会议日期', 'It can’t be before the meeting')
  return voteUntil > daysAfter(meetingOn, Number(c.law.figure('deliberation.ahead', meetingOn).value)) ? fault('voteUntil', '截止日期太远', 'That is too far off') : { set: { voteUntil } }
}

const offline = (c: Now, { online, votes }: Selected): Refusal | undefined =>
  (!votes || c.facts.form === 'hall' || c.facts.form === undefined || online.allowed ? undefined : refuse('no-online', words('此会议不开放线上表决', 'This body does not vote online'), {
    remedy: words(`请改为现场会议。${online.why.zh}`, `Meet in the hall. ${online.why.en}`),
  }))

/** The roll has to be there, of the units that vote, and whole, before it is frozen. */
const rollFault = (roll: RollNow | undefined, selected: Selected, checked: boolean): Refusal | undefined => {
  if (!selected.votes) return undefined
  if (roll === undefined || roll.units === 0) return refuse('no-roll', words('还没有表决名册', 'There is no roll of voters yet'), { remedy: words('请先造册，再发通知', 'Make the roll, then give notice') })
  if (selected.unit !== undefined && roll.kind !== selected.unit) {
    return refuse('roll-of-others', words(`名册是“${rollUnits[roll.kind].zh}”，应为“${rollUnits[selected.unit].zh}”`, `The roll is of ${rollUnits[roll.kind].en}; it has to be of ${rollUnits[selected.unit].en}`), { remedy: words('请按表决单位重新造册', 'Make it anew by what one vote is held by') })
  }
  if ((roll.unsure ?? 0) > 0) return refuse('age-unsure', words(`名册上有${roll.unsure}人只登记了出生年代，是否年满十八周岁没有核定`, `Of ${roll.unsure} on the roll only the decade of birth is known`), { remedy: words('请用“修改名册”：未满十八周岁的划去，已满的注明', 'Edit the roll: strike who is under age, and say of the others that they are eighteen') })
  const [first] = roll.faults
  return first && !checked ? refuse('roll-faulty', first, { remedy: words('请改正名册，或者核对无误后勾选“已逐项核对名册”', 'Mend the roll, or look it over and say so') }) : undefined
}

/** A meeting called: the roll frozen, everybody told for as long as the law asks, put off no further than what is owed allows. */
export const convening = {
  giveNotice: {
    zh: '发出会议通知', en: 'Give notice of the meeting', from: ['preparing'], to: 'noticed', basis: ['25.1'], primary: true, by: theCommittee, asks: ['meetingOn', 'meetingTime?', 'where', 'form', 'question?', 'voteUntil?', 'invited?', 'rollChecked?'], needs: ['roll'],
    causes: words('名册冻结，与表决的问题、截止时间一并公布；通知期内讨论，名册有误可以提出异议', 'The roll is frozen and posted, with the question and the end of the vote; the topic is discussed, and errors of the roll are objected to, until the meeting'),
    then: c => {
      const selected = selectedOf(c)
      if (isRefusal(selected)) return selected
      const barred = offline(c, selected) ?? rollFault(c.needs.roll, selected, c.input.rollChecked === true) ?? untimely(c, selected)
      if (barred) return barred
      const put = putToVote(c, selected)
      if (isRefusal(put)) return put
      return {
        set: { ...put.set, noticeOn: legalDay(c.now), ...(c.needs.roll && selected.votes && { rollUnits: c.needs.roll.units, ...rollKept(c) }) }, counts: { noticed: 1 },
        effects: [
          ...(selected.votes ? [record(c, 'roll-freeze')] : []), ...toldAll(c.matter, '议题的会议已通知', 'Notice was given of the meeting on a topic'),
          { do: 'notify', to: { posts: 'gridWorker', region: c.matter.region }, words: words('村（社区）会议已通知，请告知网格内住户', 'Notice was given of a village meeting: please tell the households of your grid') },
        ],
      }
    },
  },
  postpone: {
    zh: '改期', en: 'Put it off', from: ['noticed'], to: 'noticed', basis: ['25.1'], by: theCommittee, asks: ['meetingOn', 'meetingTime?', 'where?', 'voteUntil?', 'postponeReason'],
    causes: words('重新计算通知期；名册和表决的问题不变；不填表决截止的，为会议当日', 'The time of notice counts anew; roll and question stay; left empty, the vote ends on the day of the meeting'),
    then: c => {
      const selected = selectedOf(c)
      if (isRefusal(selected)) return selected
      const put = untimely(c, selected) ?? putToVote(c, selected)
      return isRefusal(put) ? put : { ...put, effects: [...toldAll(c.matter, '会议改期', 'The meeting was put off'), ...(c.matter.facts.owed === true ? [aboveToo(c.matter, '应当召开的会议改期', 'A meeting that is owed was put off')] : [])] }
    },
  },
  setDay: {
    zh: '确定应当召开的会议日期', en: 'Set the day of a meeting that is owed', from: ['preparing', 'noticed'], basis: [], by: theTownship, asks: ['owedBy', 'owedWhy'],
    causes: words('联名要求的会议逾期未召开的，由乡镇（街道）确定最晚日期（平台规则，法律只规定应当召集）；村（居）委会须在此前通知并召开', 'Where a meeting that is owed was not held in time the township sets its last day (a product rule: the law says only that it is owed); the committee gives notice and holds it by then'),
    only: c => (c.matter.facts.owed === true ? undefined : refuse('not-owed', words('不是应当召开的会议', 'No meeting is owed here'))),
    then: c => {
      const selected = selectedOf(c)
      if (isRefusal(selected)) return selected
      const { owedBy = '' } = c.input
      const today = legalDay(c.now)
      const [first, most] = [daysAfter(today, selected.notice?.days ?? 1), daysAfter(today, Number(c.law.figure('deliberation.owed-meeting', today).value))]
      const last = lastOwed(c)
      if (last !== undefined && last >= first) return refuse('in-time', words(`还可以在 ${last} 前按时召开`, `It can still be held in time, by ${last}`), { remedy: words('请督促村（居）委会通知', 'Have the committee give notice') })
      if (owedBy < first || owedBy > most) return fault('owedBy', `须在 ${first} 至 ${most} 之间`, `Between ${first} and ${most}`)
      return { effects: [...toldAll(c.matter, '乡镇（街道）确定了应当召开的会议日期', 'The township set the day of a meeting that is owed'), toCommittee(c.matter, `请在 ${owedBy} 前通知并召开会议`, `Give notice of the meeting and hold it by ${owedBy}`)] }
    },
  },
  giveUp: {
    zh: '终止议题', en: 'Give it up', from: ['preparing', 'noticed'], to: 'dropped', basis: [], by: theCommittee, asks: ['dropReason'],
    causes: words('理由公开；联名要求召开的，不能终止', 'The reason is published; a meeting that is owed can’t be given up'),
    only: notOwed,
    then: c => ({ effects: [...toldAll(c.matter, '议题已终止，理由见详情', 'The topic was given up; the reason stands in it'), ...fallsWithIt(c, c.input.dropReason ?? '')] }),
  },
  notConvened: {
    zh: '逾期未通知、未开会，提醒', en: 'Not convened in time', from: ['preparing', 'noticed'], basis: [], by: [theClock],
    then: c => ({
      set: { late: true }, clocks: [{ clock: 'again', start: 'deliberation.task-remind', then: 'notConvened' }],
      effects: [toCommittee(c.matter, '议题逾期未通知或者未开会', 'A topic is late: no notice was given, or no meeting held'), toSupervisors(c.matter, '议题逾期未通知或者未开会，请督促', 'A topic is late: please see to it'),
        ...(c.matter.facts.owed === true ? [aboveToo(c.matter, '应当召开的会议逾期未召开，请督促', 'A meeting that is owed is late: please see to it')] : [])],
    }),
  },
} as const satisfies Readonly<Record<string, DeliberationStep>>

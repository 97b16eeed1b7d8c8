import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { anyResident, theClock } from '../../../kernel/who.ts'
import { words, type JsonObject } from '../../../kernel/words.ts'
import { rollUnits } from '../../../kernel/voting/track.ts'
import type { Selected } from '../../../kernel/voting/select.ts'
import { aboveToo, fallsWithIt, fault, notOwed, ofThisVillage, onBehalf, rollKept, selectedOf, theCommittee, toCommittee, toldAll, toSupervisors, type DeliberationStep, type Moved, type Now, type Seen } from './parts.ts'
import type { RollNow } from './needs.ts'

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
  const { owed, owedOn = today } = c.matter.facts
  const days = Number(c.law.figure('deliberation.owed-meeting', today).value)
  const last = [first, daysAfter(owedOn, days)].toSorted().at(-1) ?? first
  if (owed === true && meetingOn > last) return fault('meetingOn', `联名要求的会议须在核实后 ${days} 天内召开，最晚 ${last}（平台规则）`, `A meeting that is owed is held within ${days} days of the demand: ${last} at the latest (a product rule)`)
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
  const [first] = roll.faults
  return first && !checked ? refuse('roll-faulty', first, { remedy: words('请改正名册，或者核对无误后勾选“已逐项核对名册”', 'Mend the roll, or look it over and say so') }) : undefined
}

const record = (c: Now, register: string, row: JsonObject = {}) => ({ do: 'record', register, row: { county: c.matter.county, matter: c.matter.id, ...row } }) as const

const answered = (c: Now): Moved => ({ set: { rollOpen: Math.max(0, (c.matter.facts.rollOpen ?? 0) - 1) } })

const nothingWrong = ({ matter }: Pick<Now, 'matter'>): Refusal | undefined => ((matter.facts.rollOpen ?? 0) > 0 ? undefined : refuse('nothing-open', words('没有待处理的名册异议', 'No objection to the roll is open')))

const noRoll = (c: Seen): Refusal | undefined =>
  (c.matter.facts.rollUnits === undefined ? refuse('no-voters', words('协商不作表决，没有表决名册', 'Nothing is voted on: there is no roll')) : undefined)

const contested = (c: Now): Moved => ({
  set: { rollOpen: (c.matter.facts.rollOpen ?? 0) + 1 },
  effects: [toCommittee(c.matter, '有人对表决名册提出异议，请在表决前处理', 'Somebody objects to the roll: please decide before the vote'), toSupervisors(c.matter, '有人对表决名册提出异议', 'Somebody objects to the roll')],
})

/** A meeting called: the roll made and frozen, everybody told for as long as the law asks, the roll corrected by objection alone. */
export const convening = {
  draftRoll: {
    zh: '造册', en: 'Make the roll', from: ['preparing'], basis: ['25.1'], by: theCommittee, asks: ['rollFrom', 'rollTeam?', 'units?'],
    causes: words('可以反复造册；发出会议通知时冻结', 'It may be made anew as often as needed; the notice freezes it'),
    then: c => {
      const { rollFrom, rollTeam, units } = c.input
      const selected = selectedOf(c)
      if (isRefusal(selected)) return selected
      if (!selected.votes || selected.unit === undefined) return refuse('no-voters', words('协商不作表决，不造表决名册', 'Nothing is voted on in a consultation: it has no roll'), { remedy: words('请直接发出会议通知', 'Give notice of the meeting') })
      if (rollFrom === 'paper' && (units ?? []).length === 0) return fault('units', '请录入名册', 'Enter the roll')
      if (selected.track === 'group' && rollTeam === undefined) return fault('rollTeam', '请填写是哪个村民小组', 'Say which villagers’ group')
      return {
        effects: [record(c, 'roll', { place: c.matter.region, kind: selected.unit, from: rollFrom ?? 'register', ...(rollTeam !== undefined && { team: rollTeam }), fact: 'units', ...(rollFrom === 'paper' && { units: units ?? [] }) })],
        set: { units: null },
      }
    },
  },
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
  contestRoll: {
    zh: '对名册提出异议', en: 'Object to the roll', from: ['noticed'], basis: ['25.3'], by: [anyResident], asks: ['rollWrong'],
    causes: words('村（居）委会在表决前答复', 'The committee answers before the vote'),
    only: c => ofThisVillage(c) ?? noRoll(c),
    then: c => ({ ...contested(c), parties: [{ role: 'objector', account: c.actor.account }] }),
  },
  contestRollFor: {
    zh: '代为对名册提出异议', en: 'Object to the roll on behalf', from: ['noticed'], basis: ['25.3'], by: onBehalf, asks: ['rollWrong', 'sheet'],
    causes: words('附本人签名的书面材料；村（居）委会在表决前答复', 'With the sheet they signed; the committee answers before the vote'),
    only: noRoll,
    then: c => contested(c),
  },
  correctRoll: {
    zh: '更正名册', en: 'Correct the roll', from: ['noticed'], basis: ['25.3'], by: theCommittee, asks: ['correction', 'correctedFor', 'number?', 'oneUnit?', 'rollAnswer'],
    causes: words('更正留痕：原来的一行、更正后的一行、理由和处理人都保存', 'It leaves its trace: the line before and after, the reason, who decided'),
    only: nothingWrong,
    then: c => {
      const { correction = 'alter', number = 0, oneUnit = [], rollAnswer = '' } = c.input
      const [unit] = oneUnit
      if (correction !== 'strike' && unit === undefined) return fault('oneUnit', '请填写更正后的这一行', 'Fill in the line as it should be')
      if (correction !== 'add' && c.input.number === undefined) return fault('number', '请填写名册上的序号', 'Say which number on the roll')
      const move = answered(c)
      return {
        ...move, set: { ...move.set, oneUnit: null },
        effects: [record(c, 'roll-correction', { no: c.matter.seq + 1, does: correction, reason: c.input.correctedFor ?? 'other', number, ...(unit && { unit }), fact: 'oneUnit', asked: c.matter.facts.rollWrong === undefined ? '异议' : '异议人', why: rollAnswer, decidedBy: c.actor.office ?? '' }), { do: 'notify', to: { party: 'objector' }, words: words('名册异议已处理，名册已更正', 'The objection was answered: the roll was corrected') }],
      }
    },
  },
  keepRoll: {
    zh: '名册不变', en: 'Leave the roll', from: ['noticed'], basis: ['25.3'], by: theCommittee, asks: ['rollAnswer'], only: nothingWrong,
    then: c => ({ ...answered(c), effects: [{ do: 'notify', to: { party: 'objector' }, words: words('名册异议已答复，名册不变', 'The objection was answered: the roll stays') }] }),
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

import { dueAt, daysAfter, endOfLegalDay, legalDay } from '../../kernel/calendar.ts'
import { limitOf, type Limit } from '../../kernel/clock.ts'
import { notify } from '../../kernel/effect.ts'
import { isCommunity } from '../../kernel/gate.ts'
import { regionOfOffice } from '../../kernel/post.ts'
import type { Context, Glance, Move, NoNeeds } from '../../kernel/procedure.ts'
import { faultAt, refuse, type Fault, type Refusal } from '../../kernel/refusal.ts'
import { countyOf, isWithin } from '../../kernel/region.ts'
import { words } from '../../kernel/words.ts'
import { firstOwed, owed, toTownship, toVillage, townshipOf, untilAnswered, type GuidanceFacts } from './guidance-facts.ts'

type Now = Context<GuidanceFacts, NoNeeds>

/** A visit is recorded some working days after the day it was planned for. */
export const recordBy = (day: string, { now, law }: Pick<Now, 'now' | 'law'>): Limit => {
  const limit = limitOf(law, 'guidance.record', now)
  const due = dueAt(law.calendar, endOfLegalDay(day), limit.period).at
  return { period: { amount: (due.getTime() - now.getTime()) / 3_600_000, unit: 'hours' }, source: limit.source }
}

/** Each is answered by a government office that the village lies under, never by a community, and by a day that is near enough. */
export const notFarOff = ({ input, matter, now, law }: Now): Refusal | undefined => {
  const today = legalDay(now)
  const most = Number(law.figure('guidance.answer-longest', today).value)
  const last = daysAfter(today, most)
  const faults = (input.raised ?? []).flatMap(({ who = '', by = '' }, row): readonly Fault[] => [
    ...(isCommunity(who) || !isWithin(matter.region, regionOfOffice(who)) ? [{ fact: 'raised', row, column: 'who', why: words('请选择本乡镇（街道）或上级的单位', 'Choose an office of the township or above') }] : []),
    ...(by < today || by > last ? [{ fact: 'raised', row, column: 'by', why: words(`在今天至 ${last} 之间（平台规则：最长 ${most} 天）`, `From today to ${last} (a product rule: ${most} days at the most)`) }] : []),
  ])
  return faults.length === 0 ? undefined : refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults })
}

/** One question answered by the office that owes it; once all are, the village confirms. */
export const answered = (c: Now): Move<GuidanceFacts, 'confirming'> | Refusal => {
  const { no = 0, answer = '' } = c.input
  const open = owed(c.matter.facts)
  const one = open.find(question => question.no === no)
  if (!one) return faultAt('no', `待答复的是第 ${open.map(question => question.no).join('、')} 个问题`, `Still to be answered: ${open.map(question => question.no).join(', ')}`)
  if (c.actor.office !== one.who && c.actor.office !== c.matter.holder?.office) {
    return refuse('not-your-question', words('这个问题由其他单位答复', 'Another office answers this one'), { remedy: words('请答复列给本单位的问题', 'Answer those that name your office') })
  }
  const today = legalDay(c.now)
  const answers = [...(c.matter.facts.answers ?? []), { no, answer, on: today }].toSorted((a, b) => (a.no ?? 0) - (b.no ?? 0))
  const next = firstOwed({ ...c.matter.facts, answers })
  const counts = { answered: 1, ...(today <= one.by && { answeredInTime: 1 }) }
  if (next === undefined) return { to: 'confirming', set: { answers }, counts, effects: [toVillage(c.matter, '所提问题已全部答复，请确认', 'All that was raised is answered; please confirm')] }
  return {
    set: { answers }, counts, effects: [toVillage(c.matter, '所提问题有了答复', 'Something that was raised is answered')],
    // Where an earlier one is still owed, its clock runs on.
    ...(next !== firstOwed(c.matter.facts) && { clocks: [{ clock: 'stage', start: untilAnswered(next, c.now), then: 'late' }, { clock: 'escalation', end: true }] }),
  }
}

/** First the offices that owe an answer and the township’s lead are told, then the county’s. */
export const stillLate = ({ matter }: Now): Move<GuidanceFacts, never> => {
  const level = matter.facts.escalated ?? 0
  const township = regionOfOffice(townshipOf(matter.region))
  return {
    set: { escalated: Math.min(level + 1, 9) },
    clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: 'late' }],
    effects: [
      ...[...new Set(owed(matter.facts).map(one => one.who))].map(office => notify({ office }, words('走访中村（社区）所提问题逾期未答复', 'What a village raised at a visit is not answered in time'))),
      notify({ posts: 'lead', region: level === 0 ? township : countyOf(township) }, words('走访中村（社区）所提问题逾期未答复，请督促', 'What a village raised is late; please see to it')),
    ],
  }
}

/** Sent back once. */
export const notYetReturned = ({ matter }: Glance<GuidanceFacts>): Refusal | undefined =>
  (matter.facts.raised === undefined ? refuse('nothing-raised', words('这次走访没有待答复的问题', 'Nothing was raised at this visit'), { remedy: words('如有新问题，请申请指导', 'For something new, ask for guidance') })
    : (matter.facts.returns ?? 0) === 0 ? undefined
      : refuse('answered-again', words('已再答复过一次（平台规则）', 'It was answered once more already (a product rule)'), { remedy: words('请在确认时写明意见，或重新申请指导', 'Say so when you confirm, or ask for guidance anew') }))

/** Back to the office that answered, with a new day. */
export const askedAgain = (c: Now): Move<GuidanceFacts, 'answering'> | Refusal => {
  const no = c.input.unsettled ?? 0
  const raised = c.matter.facts.raised ?? []
  const one = raised[no - 1]
  if (!one) return faultAt('unsettled', `一共 ${raised.length} 个问题`, `There are ${raised.length} of them`)
  const by = legalDay(dueAt(c.law.calendar, c.now, limitOf(c.law, 'guidance.answer-again', c.now).period).at)
  return {
    set: { raised: raised.with(no - 1, { ...one, by }), answers: (c.matter.facts.answers ?? []).filter(given => given.no !== no), returns: (c.matter.facts.returns ?? 0) + 1 },
    effects: [
      notify({ office: one.who ?? townshipOf(c.matter.region) }, words('村（社区）认为问题没有解决，请再答复', 'The village finds it unsettled; please answer again')),
      toTownship(c.matter, '村（社区）认为走访中的问题没有解决', 'A village finds something raised at a visit unsettled'),
    ],
  }
}

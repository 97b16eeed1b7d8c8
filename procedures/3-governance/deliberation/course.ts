import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { partyReview } from '../../../kernel/voting/course.ts'
import { words } from '../../../kernel/words.ts'
import { fallsWithIt, fault, theCommittee, toldAll, type DeliberationStep, type Now } from './parts.ts'

/** Recorded after it was held, and in its order. */
const heldOn = (c: Now, name: 'proposedOn' | 'conferredOn' | 'partyOn', after?: string): Refusal | undefined => {
  const on = c.input[name] ?? ''
  if (on > legalDay(c.now)) return fault(name, '不能晚于今天', 'It can’t be a day to come')
  if (after === undefined) return undefined
  const days = Number(c.law.figure('four-discussions.interval', legalDay(c.now)).value)
  const first = daysAfter(after, days)
  return on < first ? fault(name, `与上一环节间隔不少于 ${days} 天，最早 ${first}（平台默认，可由地方规定替换）`, `At least ${days} days after the stage before: ${first} at the earliest (a product default, which a local rule may replace)`) : undefined
}

/**
 * 四议两公开: the three discussions before the decision of the villagers. The platform records that they were held, by date, words and signed figures; whose
 * membership is whose stands nowhere. A policy and no statute: where it is not kept, a topic goes straight to its meeting.
 */
export const course = {
  propose: {
    zh: '登记党组织提议', en: 'Record the branch’s proposal', from: ['branch'], to: 'conferring', basis: ['25.1'], primary: true, by: theCommittee, asks: ['proposedOn', 'proposal'],
    then: c => heldOn(c, 'proposedOn') ?? { effects: toldAll(c.matter, '村党组织已提议', 'The branch has made its proposal') },
  },
  confer: {
    zh: '登记“两委”商议', en: 'Record the two committees’ talk', from: ['conferring'], to: 'party', basis: ['25.1'], primary: true, by: theCommittee, asks: ['conferredOn', 'conferred'],
    then: c => heldOn(c, 'conferredOn', c.matter.facts.proposedOn) ?? { effects: toldAll(c.matter, '村“两委”已商议', 'Both committees have talked it over') },
  },
  review: {
    zh: '登记党员大会审议', en: 'Record the members’ review', from: ['party'], to: ['preparing', 'conferring'], basis: ['25.1'], primary: true, by: theCommittee, asks: ['partyOn', 'partyDue', 'partyPresent', 'partyFor', 'partySheet?'],
    causes: words('只登记签字人数，不登记名单；审议未通过的，退回“两委”重新商议', 'Signed figures alone, no list of names; not agreed, it goes back to both committees'),
    then: c => {
      const early = heldOn(c, 'partyOn', c.matter.facts.conferredOn)
      if (early) return early
      const { partyDue = 0, partyPresent = 0, partyFor = 0, partyOn = '' } = c.input
      const found = partyReview({ due: partyDue, present: partyPresent, for: partyFor }, partyOn, c.law)
      if (isRefusal(found)) return found
      if (!found.held) return refuse('too-few-members', found.words, { remedy: words('请另行召开党员大会后再登记', 'Hold the members’ meeting again, then record it') })
      return {
        to: found.passed ? 'preparing' : 'conferring', set: { partyResult: keepWords(found.words) },
        effects: found.passed ? toldAll(c.matter, '党员大会审议通过，准备召开会议', 'The members’ meeting agreed; the meeting is being prepared') : toldAll(c.matter, '党员大会审议未通过，退回商议', 'The members’ meeting did not agree; it goes back'),
      }
    },
  },
  dropCourse: {
    zh: '终止', en: 'Give it up', from: ['branch', 'conferring', 'party'], to: 'dropped', basis: [], by: theCommittee, asks: ['dropReason'],
    then: c => ({ effects: [...toldAll(c.matter, '议题已终止，理由见详情', 'The topic was given up; the reason stands in it'), ...fallsWithIt(c, c.input.dropReason ?? '')] }),
  },
} as const satisfies Readonly<Record<string, DeliberationStep>>

import { legalDay } from '../../../kernel/calendar.ts'
import type { Party } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ancestor, countyOf } from '../../../kernel/region.ts'
import { anyResident, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { fault } from './facts.ts'
import { aSide, centreFor, mediated, pastDay, seatRole, sourceOf, theApplicant, theBody, theCentre, toClosed, toHolder, toOffice, toSides, toSource, whoSent, type DisputeStep, type Moved, type Now } from './parts.ts'
import { kindTraits, limitations as kinds, type DisputeKind } from './kinds.ts'
import { lastDay, limitationClocks } from './limits.ts'
import { seatOf, seatsFor, sidesFault } from './sides.ts'
import { open } from './stages.ts'

const interruptible = (about: DisputeKind | undefined): boolean => kindTraits(about).limitation !== 'reconsideration'

/** The last day of the limitation of a kind that began on a day. */
const lastOf = (about: DisputeKind | undefined, from: string | undefined, { law, now }: Pick<Now, 'law' | 'now'>): string | undefined => {
  const { limitation } = kindTraits(about)
  return limitation === undefined || from === undefined ? undefined : lastDay(law, kinds[limitation].rule, from, legalDay(now))
}

/**
 * The day from which a limitation counts: since it was known, or anew since it was interrupted, where that came before it ran out (of several interruptions
 * only the last is kept here, so each was looked at when it was noted).
 */
const startOf = ({ about, since, interruption, interruptedOn, interruptions = 0 }: Now['facts'], c: Pick<Now, 'law' | 'now'>): string | undefined => {
  if (interruptedOn === undefined || !interruptible(about) || interruptedOn < (since ?? '')) return since
  const last = lastOf(about, since, c)
  return last === undefined || interruptedOn <= last || interruption === 'acknowledged' || interruptions > 1 ? interruptedOn : since
}

/** What has run out is interrupted no more, unless who owes it acknowledges it (Civil Code, Art. 192). */
const runOutBefore = (c: Now): ReturnType<typeof refuse> | undefined => {
  const { interruption, interruptedOn = '' } = c.input
  const last = lastOf(c.matter.facts.about, startOf(c.matter.facts, c), c)
  return last === undefined || interruptedOn <= last || interruption === 'acknowledged' ? undefined
    : refuse('ran-out-before', words(`时效已于 ${last} 届满，不再中断`, `It ran out on ${last} and is interrupted no more`), { basis: ['29.1'], remedy: words('义务人同意履行的，登记“义务人同意履行”', 'Where who owes it acknowledges it, record that') })
}

/** Limitations run while people talk: they are shown from the first day, and the sides warned. */
const limitations = ({ facts, now, law }: Now) => {
  const from = startOf(facts, { law, now })
  if (from === undefined) return { clocks: [], set: {} }
  const { clocks, passed } = limitationClocks(facts.about, from, now, law)
  return { clocks, set: { passed: passed === undefined ? null : keepWords(passed) } }
}

const whoRegisters = (c: Now): readonly Party[] => (c.actor.kind === 'resident'
  ? [{ role: 'applicant', account: c.actor.account }, { role: 'disputant', account: c.actor.account }, { role: seatRole(1), account: c.actor.account }]
  : [{ role: 'source', office: c.actor.office ?? '' }])

/** Who fled from violence is not set at one table with who did it. */
const apartAfter = (danger: string | undefined): { readonly apartOnly?: true } => (danger === 'violence' ? { apartOnly: true } : {})

/** Counted by kind, so that a place where one of them grows shows early; by place and kind and never by person (Art. 28.1). */
export const countedAs = (about: DisputeKind | undefined): { readonly [measure: string]: number } => ({ registered: 1, [`kind-${about ?? 'other'}`]: 1 })

/** The one door (Art. 29.1): whoever it comes from, it is told once, completed once and answered. */
export const registering = {
  register: {
    zh: '登记纠纷', en: 'Register a dispute', opens: 'registered', basis: ['29.1'],
    by: [anyResident, post('gridWorker'), post('committee'), post('mediator'), post('dispatcher'), post('handler'), post('hotline')],
    asks: ['headline', 'place', 'about', 'sides', 'story', 'wanted?', 'yuan?', 'since?', 'contacts?', 'papers?', 'source?', 'sourceNumber?'],
    causes: words('只说一次，以后换途径不用重说；综治中心（调解中心）按时受理或者告知', 'Told once: no other way asks for it again. The centre accepts it in time, or says why not'),
    then: c => {
      const { sides = [], since } = c.input
      const refused = sidesFault(sides) ?? (since === undefined ? undefined : pastDay('since', since, c))
        ?? (c.actor.kind === 'resident' && sides[0]?.role !== 'applicant' ? fault('sides', '请把自己（申请方）写在第一行', 'Write yourself, the applicant, in the first row') : undefined)
      if (refused) return refused
      const centre = centreFor(c.matter.region)
      const source = sourceOf(c.actor) ?? (c.actor.kind === 'resident' ? 'self' : c.input.source ?? 'self')
      const owed = source !== 'self' && source !== 'found'
      const { clocks, set } = limitations(c)
      return {
        holder: { office: centre }, parties: whoRegisters(c), counts: countedAs(c.input.about),
        set: { seats: seatsFor(sides), source, ...(c.actor.office !== undefined && { sourceOffice: c.actor.office }), ...set },
        clocks: [...clocks, ...(!owed ? [] : [{ clock: 'answer', start: source === 'court' ? 'diversion.period' : 'handoff.answer', then: 'answerLate' } as const])],
        effects: toOffice(centre, '新登记一起纠纷，请按时受理', 'A dispute was registered; please accept it in time'),
      }
    },
  },
  /** What screening found: who quarrels with whom is written down when it is accepted. */
  registerFound: {
    zh: '登记排查发现的纠纷', en: 'Register what screening found', opens: 'registered', basis: ['28.5', '29.1'], by: [post('dispatcher'), post('lead')], asks: ['headline', 'place', 'about'],
    then: c => ({ holder: { office: centreFor(c.matter.region) }, parties: whoRegisters(c), counts: countedAs(c.input.about), set: { source: 'found', sourceOffice: c.actor.office ?? '' }, effects: toOffice(centreFor(c.matter.region), '排查发现一起纠纷，请按时受理', 'Screening found a dispute; please accept it in time') }),
  },
  tellMissing: {
    zh: '一次告知补正', en: 'Say once what is missing', from: ['registered'], to: 'completing', basis: ['29.1'], by: [theCentre], asks: ['missing'],
    causes: words('只能告知一次，须把要补的一次说全', 'Once only: all of it at once'),
    only: c => (c.matter.facts.missing === undefined ? undefined : refuse('told-once', words('已经一次告知过，不能再要求补正', 'They were told once already; nothing more is asked for'), { basis: ['29.1'], remedy: words('请受理，或者说明理由不予受理', 'Accept it, or decline it with the reason') })),
    then: c => ({ effects: [toSides('纠纷申请需要补正，见详情', 'Something is missing; it stands in the matter'), ...toSource(c.matter, '移交的纠纷需要补正', 'Something is missing in the dispute you handed over')] }),
  },
  complete: {
    zh: '补正', en: 'Complete it', from: ['completing'], to: 'registered', basis: ['29.1'], primary: true, by: [aSide, whoSent, theCentre], asks: ['completed', 'papers?', 'contacts?'],
    then: c => ({ effects: toHolder(c.matter, '纠纷申请已补正', 'What was missing is there') }),
  },
  lapse: { zh: '逾期未补正', en: 'Not completed in time', from: ['completing'], to: 'closed', basis: [], by: [theClock], then: c => toClosed(c, 'abandoned') },
  decline: {
    zh: '不予受理', en: 'Decline', from: ['registered'], to: 'declined', basis: ['29.1'], by: [theCentre], asks: ['declineGround', 'why', 'otherWays'],
    causes: words('须告知其他途径', 'The other ways are told along with it'),
    then: c => ({ counts: { declined: 1 }, effects: [toSides('纠纷申请不予受理，理由和其他途径见详情', 'It was declined; why, and the other ways, stand in it'), ...toSource(c.matter, '移交的纠纷不予受理，理由见详情', 'The dispute you handed over was declined; why stands in it')] }),
  },
  accept: {
    zh: '受理', en: 'Accept', from: ['registered'], to: 'triaging', basis: ['29.1'], primary: true, by: [theCentre], asks: ['danger', 'about?', 'since?', 'sides?', 'story?'],
    causes: words('发现治安、刑事风险的，须先报告公安机关', 'Where it may be an offence, the police are told first'),
    then: c => {
      const { sides } = c.input
      const known = c.matter.facts.seats ?? []
      const refused = (c.input.since === undefined ? undefined : pastDay('since', c.input.since, c))
        ?? (sides === undefined ? known.length > 0 ? undefined : fault('sides', '请填写各方当事人', 'Say who the sides are') : sidesFault(sides))
        // Their numbers are how they join and sign: who was named may be written better or added to, and never taken out.
        ?? (sides !== undefined && sides.length < known.length ? fault('sides', '不能去掉已登记的当事人', 'Nobody who was named is taken out') : undefined)
      if (refused) return refused
      const { clocks, set } = limitations(c)
      return { clocks, counts: { accepted: 1 }, set: { ...set, ...(sides !== undefined && { seats: seatsFor(sides) }), ...(c.input.danger !== 'none' && c.matter.facts.police === undefined && { police: 'owed' as const }), ...apartAfter(c.input.danger) }, effects: [toSides('纠纷已受理', 'The dispute was accepted'), ...toSource(c.matter, '移交的纠纷已受理', 'The dispute you handed over was accepted')] }
    },
  },
  /** Owed whenever it shows, not only at the door (People’s Mediation Law, Art. 25). */
  warnPolice: {
    zh: '报告公安机关', en: 'Warn the police', from: open, basis: ['28.2'], by: [theBody, whoSent], asks: ['danger', 'warning'],
    causes: words('立即移交派出所，对方须签收并答复', 'It goes to the police station at once, which signs for it and answers'),
    then: c => (c.input.danger === 'none' ? fault('danger', '请选择发现了什么', 'Say what was seen') : handing(c, policeFor(c.matter.region), { set: { police: 'told', ...apartAfter(c.input.danger) }, counts: { warned: 1 } })),
  },
  /** To court, procuratorate or petitions office, with receipt and answer in time; the dispute goes on here meanwhile (Art. 28.3, 28.4). */
  handOver: {
    zh: '移送其他机关', en: 'Hand it to another authority', from: open, basis: ['28.3', '28.4'], by: [theBody], asks: ['handTo', 'warning'],
    causes: words('对方须签收并按时答复；本纠纷继续办理', 'It signs for it and answers in time; the dispute goes on here'),
    then: c => handing(c, c.input.handTo ?? '', { counts: { handedOver: 1 } }),
  },
  addRemark: {
    zh: '陈述、补充材料', en: 'Say or add something', from: open, basis: ['29.1'], by: [aSide], asks: ['remark', 'papers?'],
    then: c => ({ effects: [...toHolder(c.matter, '当事人有新的陈述或者材料', 'A side said or added something')] }),
  },
  noteSince: {
    zh: '更正时效起算日', en: 'Correct since when it was known', from: open, basis: ['29.1'], by: [theBody], asks: ['since'],
    then: c => pastDay('since', c.input.since ?? '', c) ?? limitations(c),
  },
  interrupt: {
    zh: '记录时效中断', en: 'Note an interruption', from: open, basis: ['29.1'], by: [theBody], asks: ['interruption', 'interruptedOn', 'papers?'],
    causes: words('民事时效从中断之日重新计算（《民法典》第一百九十五条）；行政复议期限不中断', 'The civil limitation counts anew from that day (Civil Code, Art. 195); time to ask for reconsideration is not interrupted'),
    then: c => {
      const { interruptedOn = '' } = c.input
      const { since, about } = c.matter.facts
      const refused = pastDay('interruptedOn', interruptedOn, c) ?? (since !== undefined && interruptedOn < since ? fault('interruptedOn', '不能早于知道权利受侵害之日', 'Not before it was known') : undefined)
      if (refused) return refused
      if (!interruptible(about)) return refuse('not-interrupted', words('行政复议期限不因请求而中断', 'Time to ask for reconsideration is not interrupted'), { remedy: words('请尽快申请行政复议', 'Ask for reconsideration soon') })
      const over = runOutBefore(c)
      if (over) return over
      const interruptions = (c.matter.facts.interruptions ?? 0) + 1
      const { clocks, set } = limitations({ ...c, facts: { ...c.facts, interruptions } })
      return { clocks, set: { ...set, interruptions } }
    },
  },
  warnLimit: {
    zh: '时效即将届满', en: 'A limitation is about to run out', from: open, basis: [], by: [theClock],
    then: c => ({ effects: [toSides('时效即将届满，需要保全权利的请及时申请仲裁、复议或者起诉', 'A limitation is about to run out: who needs to keep a claim goes to arbitration, reconsideration or court in time'), ...toHolder(c.matter, '一起纠纷的时效即将届满，请提醒当事人', 'A limitation is about to run out; please remind the sides')] }),
  },
  limitPassed: {
    zh: '时效届满', en: 'A limitation has run out', from: open, basis: [], by: [theClock],
    then: c => ({ effects: [toSides('时效已届满；仍可调解、和解', 'A limitation has run out; mediation and reconciliation stay open'), ...toHolder(c.matter, '一起纠纷的时效已届满', 'A limitation has run out')] }),
  },
  answerSource: {
    zh: '答复移交单位', en: 'Answer who handed it over', from: open, basis: ['28.3', '28.4'], by: [theBody], asks: ['answerGiven'],
    only: c => (c.matter.clocks['answer'] ? undefined : refuse('nothing-open', words('没有待答复的移交', 'No answer is owed'))),
    then: c => ({ clocks: [{ clock: 'answer', end: true }], effects: [...toSource(c.matter, '移交的纠纷已有答复', 'There is an answer to the dispute you handed over')] }),
  },
  answerLate: {
    zh: '答复逾期', en: 'The answer is late', from: open, basis: [], by: [theClock],
    then: c => ({ clocks: [{ clock: 'answer', start: 'handoff.answer', then: 'answerLate' }], effects: [...toHolder(c.matter, '移交的纠纷逾期未答复', 'An answer to who handed it over is late'), ...toSource(c.matter, '移交的纠纷逾期未答复', 'The answer is late')] }),
  },
  /** With the number and the code on the notice; the server asks for them. */
  join: {
    zh: '当事人加入', en: 'A side joins', from: open, basis: ['29.1'], by: [thePlatform], asks: ['seatNumber', 'joiner'],
    then: c => {
      const number = c.input.seatNumber ?? 0
      const account = c.input.joiner ?? ''
      if (!seatOf(c.matter.facts.seats, number)) return fault('seatNumber', '没有这个序号的当事人', 'There is no side of that number')
      if (c.matter.parties.some(one => one.role.startsWith('seat-') && one.role !== seatRole(number) && one.account === account)) return refuse('other-side', words('该账号已是另一方当事人', 'That account is another side already'))
      if (c.matter.facts.mediator === account) return refuse('mediates-it', words('调解员不能加入为当事人', 'Who mediates does not join as a side'), { basis: ['30.1'], remedy: words('请先更换调解员', 'Let another mediate first') })
      return { parties: [{ role: 'disputant', account }, { role: seatRole(number), account }], effects: [...toHolder(c.matter, '一方当事人已加入', 'A side has joined'), toSides(`第 ${number} 方有账号加入；不是本人加入的，请告知调解组织`, `An account joined as side ${number}; if that was not you, tell the body that mediates`)] }
    },
  },
  withdraw: {
    zh: '撤回', en: 'Withdraw', from: ['registered', 'completing', 'triaging', 'consenting', 'mediating', 'between', 'applying'], to: 'closed', basis: ['29.1'], by: [theApplicant], asks: ['why'],
    then: c => toClosed(c, 'withdrawn', { effects: [...toHolder(c.matter, '申请人撤回了纠纷', 'The applicant withdrew'), ...(c.matter.stage === 'consenting' || c.matter.stage === 'mediating' ? mediated(c, 'fail') : [])] }),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>

/** What another authority is to know, written for it and no more; the law that it may take it is its own. */
function handing(c: Now, to: string, more: Moved): Moved {
  return { ...more, effects: [{ do: 'open', procedure: 'dispute-handoff', step: 'send', link: 'handoff', input: { place: c.matter.region, headline: c.matter.facts.headline ?? '', to, content: c.input.warning ?? '' } }] }
}

/** Whom the police are told by: the station of the township; of a county as a whole, its bureau. */
function policeFor(region: string): string {
  const township = ancestor(region, 'township')
  return township === undefined ? officeCode(countyOf(region), 'public-security') : officeCode(township, 'police-station')
}

import type { Party } from '../../../kernel/matter.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { anyResident, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { fault } from './facts.ts'
import { aSide, centreFor, mediated, seatRole, sourceOf, theApplicant, theBody, theCentre, toClosed, toHolder, toOffice, toSides, toSource, whoSent, type DisputeStep, type Moved, type Now } from './parts.ts'
import type { DisputeKind } from './kinds.ts'
import { limitations } from './limitation.ts'
import { sinceFault } from './limiting.ts'
import { authorityFault, keepsOrder, seatsFor, seatsWith, sidesFault } from './sides.ts'
import { bureauOf, policeOf } from './police.ts'
import { open } from './stages.ts'

const whoRegisters = (c: Now): readonly Party[] => (c.actor.kind === 'resident'
  ? [{ role: 'applicant', account: c.actor.account }, { role: 'disputant', account: c.actor.account }, { role: seatRole(1), account: c.actor.account }]
  : [{ role: 'source', office: c.actor.office ?? '' }])

/** The police are to be told of any danger before somebody mediates. */
const owedFor = (danger: string | undefined): { readonly police?: 'owed' } => (danger === undefined || danger === 'none' ? {} : { police: 'owed' })

/** Counted by kind, so that a place where one of them grows shows early; by place and kind and never by person (Art. 28.1). */
export const countedAs = (about: DisputeKind | undefined): { readonly [measure: string]: number } => ({ registered: 1, [`kind-${about ?? 'other'}`]: 1 })

/** The one door (Art. 29.1): whoever it comes from, it is told once, completed once and answered. */
export const registering = {
  register: {
    zh: '登记纠纷', en: 'Register a dispute', opens: 'registered', basis: ['29.1'],
    by: [anyResident, post('gridWorker'), post('committee'), post('mediator'), post('dispatcher'), post('handler'), post('hotline')],
    asks: ['headline', 'place', 'about', 'sides', 'authority?', 'story', 'wanted?', 'yuan?', 'since?', 'employed?', 'employmentEnded?', 'contacts?', 'papers?', 'danger?', 'source?', 'sourceNumber?'],
    causes: words('只说一次，以后换途径不用重说；综治中心（调解中心）按时受理或者告知', 'Told once: no other way asks for it again. The centre accepts it in time, or says why not'),
    then: c => {
      const { sides = [] } = c.input
      const refused = sidesFault(sides) ?? authorityFault(sides, c.input.authority) ?? sinceFault(c)
        ?? (c.actor.kind === 'resident' && sides[0]?.role !== 'applicant' ? fault('sides', '请把自己（申请方）写在第一行', 'Write yourself, the applicant, in the first row') : undefined)
      if (refused) return refused
      const centre = centreFor(c.matter.region)
      const source = sourceOf(c.actor) ?? (c.actor.kind === 'resident' ? 'self' : c.input.source ?? 'self')
      const owed = source !== 'self' && source !== 'found'
      const { clocks, set } = limitations(c)
      return {
        holder: { office: centre }, parties: whoRegisters(c), counts: countedAs(c.input.about),
        set: { seats: seatsFor(sides), source, ...owedFor(c.input.danger), ...(c.actor.office !== undefined && { sourceOffice: c.actor.office }), ...set },
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
    zh: '受理', en: 'Accept', from: ['registered'], to: 'triaging', basis: ['29.1'], primary: true, by: [theCentre], asks: ['danger', 'about?', 'since?', 'employed?', 'employmentEnded?', 'sides?', 'authority?', 'story?'],
    causes: words('发现治安、刑事风险的，须先报告公安机关', 'Where it may be an offence, the police are told first'),
    then: c => {
      const { sides } = c.input
      const known = c.matter.facts.seats ?? []
      const refused = sinceFault(c)
        ?? (sides === undefined ? known.length > 0 ? undefined : fault('sides', '请填写各方当事人', 'Say who the sides are') : sidesFault(sides) ?? authorityFault(sides, c.input.authority, c.matter.facts.authority))
        // Their numbers are how they join and sign: who was named may be written better or added to, and never taken out.
        ?? (sides !== undefined && !keepsOrder(known, sides) ? fault('sides', '已登记的当事人不能去掉或者调换，新的写在后面', 'Nobody who was named is taken out or changes places; others come behind them') : undefined)
      if (refused) return refused
      const { clocks, set } = limitations(c)
      return { clocks, counts: { accepted: 1 }, set: { ...set, ...(sides !== undefined && { seats: seatsWith(known, sides) }), ...(c.matter.facts.police === undefined && owedFor(c.input.danger)) }, effects: [toSides('纠纷已受理', 'The dispute was accepted'), ...toSource(c.matter, '移交的纠纷已受理', 'The dispute you handed over was accepted')] }
    },
  },
  /** Owed whenever it shows, not only at the door, and also when the dispute is over (People’s Mediation Law, Art. 25). */
  warnPolice: {
    zh: '报告公安机关', en: 'Warn the police', from: [...open, 'declined', 'closed'], basis: ['28.2'], notForSides: true, by: [theBody, whoSent], needs: ['police'], asks: ['danger', 'warning'],
    causes: words('立即移交派出所，对方须签收并答复；各方当事人看不到', 'It goes to the police station at once, which signs for it and answers; no side sees it'),
    then: c => (c.input.danger === 'none' ? fault('danger', '请选择发现了什么', 'Say what was seen') : handing(c, policeFor(c.matter.region, c.needs.police), { set: { police: 'sent' }, counts: { warned: 1 } })),
  },
  /** A warning is given once the police took it, and owed again where they gave it back. */
  policeTook: { zh: '公安机关已签收', en: 'The police signed for it', from: [...open, 'declined', 'closed'], basis: ['28.2'], notForSides: true, by: [thePlatform], then: () => ({ set: { police: 'told' } }) },
  policeGaveBack: {
    zh: '公安机关退回', en: 'The police gave it back', from: [...open, 'declined', 'closed'], basis: ['28.2'], notForSides: true, by: [thePlatform],
    then: c => ({ set: { police: 'owed' }, effects: toHolder(c.matter, '公安机关退回了报告，请改报有管辖权的公安机关', 'The police gave the warning back; please tell those who answer for it') }),
  },
  /** To court, procuratorate or petitions office, with receipt and answer in time; the dispute goes on here meanwhile (Art. 28.3, 28.4). */
  handOver: {
    zh: '移送其他机关', en: 'Hand it to another authority', from: open, basis: ['28.3', '28.4'], notForSides: true, by: [theBody], asks: ['handTo', 'warning'],
    causes: words('对方须签收并按时答复；本纠纷继续办理', 'It signs for it and answers in time; the dispute goes on here'),
    then: c => handing(c, c.input.handTo ?? '', { counts: { handedOver: 1 } }),
  },
  addRemark: {
    zh: '陈述、补充材料', en: 'Say or add something', from: open, basis: ['29.1'], by: [aSide], asks: ['remark', 'papers?'],
    causes: words('其他各方也会看到；不想让对方看到的，请“单独反映情况”', 'The other sides read it too; what they are not to read, “Tell the body alone”'),
    then: c => ({ effects: [...toHolder(c.matter, '当事人有新的陈述或者材料', 'A side said or added something')] }),
  },
  /** Not even who wrote it is shown it again: a phone is looked into by others at home. */
  confide: {
    zh: '单独反映情况', en: 'Tell the body alone', from: open, basis: ['29.1'], notForSides: true, by: [aSide, theBody], asks: ['confided'],
    causes: words('各方当事人都看不到，也不知道有这一条；提交后您自己也不再看到', 'No side sees it, nor that it was said; once it is sent, nor do you'),
    then: c => ({ effects: toHolder(c.matter, '有人单独反映情况', 'Something was told to you alone') }),
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
  withdraw: {
    zh: '撤回', en: 'Withdraw', from: ['registered', 'completing', 'triaging', 'consenting', 'mediating', 'between', 'applying'], to: 'closed', basis: ['29.1'], by: [theApplicant], asks: ['why'],
    then: c => toClosed(c, 'withdrawn', { effects: [...toHolder(c.matter, '申请人撤回了纠纷', 'The applicant withdrew'), ...(c.matter.stage === 'consenting' || c.matter.stage === 'mediating' ? mediated(c, 'fail') : [])] }),
  },
} as const satisfies Readonly<Record<string, DisputeStep>>

/** What another authority is to know, written for it and no more; the law that it may take it is its own. */
function handing(c: Now, to: string, more: Moved): Moved {
  return { ...more, effects: [{ do: 'open', procedure: 'dispute-handoff', step: 'send', link: 'handoff', input: { place: c.matter.region, headline: c.matter.facts.headline ?? '', to, content: c.input.warning ?? '' } }] }
}

/** Who is warned: the station of the township where somebody is there to take it, else the bureau of the county. */
function policeFor(region: string, staffed: readonly string[] | undefined): string {
  const station = policeOf(region)[0] ?? ''
  return staffed?.includes(station) === true ? station : bureauOf(region)
}

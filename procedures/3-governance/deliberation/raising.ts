import { legalDay } from '../../../kernel/calendar.ts'
import { keepWords } from '../../../kernel/kept-words.ts'
import { isRefusal, refuse, type Refusal } from '../../../kernel/refusal.ts'
import { reaches, type Fraction } from '../../../regulation/fraction.ts'
import type { RuleName } from '../../../regulation/rules.ts'
import { anyResident, post, theClock } from '../../../kernel/who.ts'
import { words, type Words } from '../../../kernel/words.ts'
import { needed, shareWords } from '../../../kernel/voting/share.ts'
import { heldAgainst, spanOf, spanWords } from './entitled.ts'
import { slipped } from './slipped.ts'
import type { declineGrounds, demands } from './kinds.ts'
import { aboveToo, committeeOf, draftFault, fallsWithIt, fault, keptChoice, notOwed, ofThisVillage, onBehalf, selectedOn, supervisorsOf, theCommittee, theRaiser, theTownship, toCommittee, toldAll, toSupervisors, townshipOffice, type DeliberationStep, type Moved, type Now } from './parts.ts'

/** Whose it is from the first: the committee’s to screen, the supervisors’ to see, the raiser’s to follow. */
const begun = (c: Now): Moved => ({
  holder: { office: committeeOf(c.matter) },
  parties: [{ role: 'supervisor', office: supervisorsOf(c.matter) }, ...(c.actor.kind === 'resident' ? [{ role: 'reporter', account: c.actor.account }] : [])],
  counts: { raised: 1 },
  effects: [toCommittee(c.matter, '有新的议题待审查', 'A new topic awaits screening'), toSupervisors(c.matter, '有新的议题', 'A new topic was raised')],
})

const onesOwn: ReadonlySet<string> = new Set(['branch', 'committee'])
const notByItself = fault('raisedBy', '由村（居）委会或党组织自己提出', 'That is for the committee or the branch itself')

/** What as many as the law asks have signed is declined for what it is, and for nothing else. */
const againstDemand: ReadonlySet<string> = new Set<keyof typeof declineGrounds>(['notOurs', 'unlawful'])

const body: { readonly [D in keyof typeof demands]: 'assembly' | 'representatives' } = { villagers: 'assembly', representatives: 'assembly', representativesMeeting: 'representatives' }
const share: { readonly [D in keyof typeof demands]: RuleName } = {
  villagers: 'village-assembly.call-by-villagers', representatives: 'village-assembly.call-by-representatives', representativesMeeting: 'village-representatives.call',
}

/** Into preparation, or first to the Party branch where the four discussions are kept; refused where no such body may decide it. */
const taken = (c: Now, asked: Now['facts']): Moved | Refusal => {
  const barred = draftFault(c.needs.draft, asked, c.matter.region) ?? slipped(asked)
  if (barred) return barred
  const selected = selectedOn(asked, c.matter.region, c.law, legalDay(c.now))
  if (isRefusal(selected)) return selected
  return {
    to: selected.course === 'four' ? 'branch' : 'preparing', set: keptChoice(selected, asked.manner), counts: { accepted: 1 },
    effects: toldAll(c.matter, '议题已受理', 'The topic was taken up'),
  }
}

/** A demand whose signatures nobody has checked yet. */
const isDemand = ({ matter: { facts } }: Pick<Now, 'matter'>): boolean => facts.demandBy !== undefined && facts.demandResult === undefined

const screening = ['subject?', 'touches', 'body?', 'unit?', 'manner?', 'course?', 'screenNote?'] as const

export const raising = {
  raise: {
    zh: '提出议题', en: 'Raise a topic', opens: 'raised', basis: ['25.1', '25.2'], by: [anyResident], asks: ['topic', 'village', 'raisedBy', 'concern', 'reason'],
    causes: words('村（居）委会按时审查并答复；受理后公开，不公开您的姓名', 'The committee screens it and answers in time; once taken up it is public, your name is not'),
    then: c => ofThisVillage(c) ?? (onesOwn.has(c.input.raisedBy ?? '') ? notByItself : begun(c)),
  },
  enter: {
    zh: '登记议题', en: 'Enter a topic', opens: 'raised', basis: ['25.1', '25.2'], by: onBehalf, asks: ['topic', 'village', 'raisedBy', 'concern', 'reason', 'subject?', 'adopts?', { fact: 'cameFrom', brought: true }, { fact: 'owedOn', brought: true }], needs: ['draft'],
    causes: words('村（居）委会、党组织自己提出的议题', 'A topic of the committee’s or the branch’s own'),
    then: c => {
      const { adopts, raisedBy = '', cameFrom, owedOn } = c.input
      // What follows from another matter has its paper there.
      if (cameFrom === undefined && !onesOwn.has(raisedBy)) return fault('raisedBy', '代村（居）民、业主委员会、物业企业等提出的，请用“代为登记议题”，附其签字的书面材料', 'For residents, an owners’ committee or a firm take “Enter a topic on behalf”, with what they signed')
      const barred = draftFault(c.needs.draft, c.facts, c.matter.region)
      if (barred) return barred
      // A meeting that is owed stays so where its vote was set aside.
      return { ...begun(c), ...(owedOn !== undefined && { set: { owed: true } }), ...(adopts !== undefined && { links: [{ kind: 'adopts', matter: adopts }] }) }
    },
  },
  enterFor: {
    zh: '代为登记议题', en: 'Enter a topic on behalf', opens: 'raised', basis: ['25.1', '25.2'], by: onBehalf, asks: ['topic', 'village', 'raisedBy', 'concern', 'reason', 'subject?', 'sheet'],
    causes: words('代村（居）民、业主委员会、物业企业等登记，附本人或单位签字的书面材料', 'Entered for residents, an owners’ committee or a firm, with what they signed'),
    then: c => (onesOwn.has(c.input.raisedBy ?? '') ? fault('raisedBy', '村（居）委会、党组织自己的议题，请用“登记议题”', 'For the committee’s or the branch’s own take “Enter a topic”') : begun(c)),
  },
  demand: {
    zh: '联名要求召开会议', en: 'Demand a meeting', opens: 'demanded', basis: ['25.1'], by: [anyResident, ...onBehalf], asks: ['topic', 'village', 'raisedBy', 'concern', 'subject', 'reason', 'demandBy', 'signers', 'signatures'],
    causes: words('人数符合规定的，村（居）委会应当按时召集，不能拒绝', 'Signed by as many as the law asks, the committee has to convene it in time and can’t refuse'),
    then: c => {
      const { raisedBy, subject, demandBy = 'villagers' } = c.input
      if (onesOwn.has(raisedBy ?? '')) return notByItself
      const selected = selectedOn({ ...(subject && { subject }), body: body[demandBy] }, c.matter.region, c.law, legalDay(c.now))
      return ofThisVillage(c) ?? (isRefusal(selected) ? selected : { ...begun(c), counts: { raised: 1, demanded: 1 } })
    },
  },
  confirmDemand: {
    zh: '核实联名要求', en: 'Check the demand', from: ['demanded'], to: ['preparing', 'raised'], basis: ['25.1'], primary: true, by: [...theCommittee, ...theTownship], asks: ['entitled', 'valid', 'touches', 'unit?', 'manner?', 'screenNote?'], needs: ['draft', 'entitled'],
    causes: words('人数足够的，会议应当召开；不够的，按一般议题审查', 'With enough signatures the meeting is owed; with fewer it is screened as any topic'),
    then: c => {
      const { entitled = 0, valid = 0 } = c.input
      const { demandBy = 'villagers', signers = 0 } = c.matter.facts
      if (valid > signers) return fault('valid', '有效签名不能多于联名人数', 'No more valid signatures than signed')
      if (valid > entitled) return fault('valid', '有效签名不能多于有权要求的人数', 'No more valid signatures than are entitled')
      const span = c.needs.entitled && spanOf(c.needs.entitled, c.law, legalDay(c.now))
      const held = heldAgainst(entitled, span)
      if (held.outside && span && c.input.screenNote === undefined) return fault('entitled', `名册上是${spanWords(span).zh}；确有不同的，在审查说明中写明理由`, `The register has ${spanWords(span).en}; where it is otherwise, say why in the note of the screening`)
      const { value, source } = c.law.figure(share[demandBy], legalDay(c.now))
      const asked = value as Fraction
      const result = found(valid, entitled, asked, source, held.words)
      if (!reaches(valid, entitled, asked)) {
        return { to: 'raised', set: { demandResult: keepWords(result) }, effects: toldAll(c.matter, '联名人数不足，按一般议题审查', 'Too few signed: it is screened as any topic') }
      }
      const move = taken(c, { ...c.facts, body: body[demandBy] })
      if (isRefusal(move)) return move
      return {
        ...move, set: { ...move.set, owed: true, owedOn: legalDay(c.now), demandResult: keepWords(result) }, counts: { accepted: 1, owed: 1 },
        effects: [...toldAll(c.matter, '联名要求成立，会议应当按时召开', 'The demand stands: the meeting is owed'), aboveToo(c.matter, '有符合人数的联名要求，村（居）委会应当召开会议', 'A meeting is owed in a village: enough have demanded it')],
      }
    },
  },
  accept: {
    zh: '受理', en: 'Take it up', from: ['raised'], to: ['preparing', 'branch'], basis: ['25.2'], primary: true, by: theCommittee, asks: screening, needs: ['draft'],
    causes: words('按议决事项确定由谁议决、按什么规则；不能由此组织议决的，说明理由和正确的组织', 'It settles which body decides and by which rule; a body that may not is refused, and the right one named'),
    then: c => taken(c, c.facts),
  },
  refer: {
    zh: '请乡镇（街道）判断是否合法', en: 'Ask the township whether it is lawful', from: ['raised'], to: 'referred', basis: ['25.2'], by: theCommittee, asks: ['doubt'],
    causes: words('乡镇（街道）只判断是否合法、是否属于村（居）民自治范围', 'The township says whether it is lawful and for a village to decide, nothing else'),
    only: ({ matter }) => (matter.facts.lawful === true ? refuse('asked-before', words('乡镇（街道）已有意见', 'The township has said so already'), { remedy: words('请受理', 'Take it up') }) : undefined),
    then: c => ({ holder: { office: townshipOffice(c.matter) }, effects: [aboveToo(c.matter, '村（社区）请示一项议题是否合法，请按时答复', 'A village asks whether a topic is lawful; please answer in time')] }),
  },
  opine: {
    zh: '答复是否合法', en: 'Say whether it is lawful', from: ['referred'], to: ['raised', 'declined'], basis: ['25.2'], primary: true, by: theTownship, asks: ['lawful', 'opinion'],
    then: c => ({
      holder: { office: committeeOf(c.matter) },
      ...(c.input.lawful === true ? { to: 'raised' } : { to: 'declined', set: { declineGround: 'unlawful', declineReason: c.input.opinion ?? '' }, counts: { declined: 1 } }),
      effects: [toCommittee(c.matter, '乡镇（街道）已答复议题是否合法', 'The township answered whether the topic is lawful'), ...toldAll(c.matter, '乡镇（街道）已对议题提出意见', 'The township gave its opinion on the topic')],
    }),
  },
  decline: {
    zh: '不予受理', en: 'Decline it', from: ['raised', 'demanded'], to: 'declined', basis: ['25.2'], by: theCommittee, asks: ['declineGround', 'declineReason'],
    causes: words('说明理由和去处；提出人可以申请乡镇（街道）复核。联名要求只能因违法或者不属自治范围不予受理', 'With the reason, and where to turn; who raised it may ask the township to review it. A demand is declined only as unlawful or not for the village to decide'),
    only: c => notOwed(c) ?? (c.matter.facts.lawful === true ? refuse('found-lawful', words('乡镇（街道）已认定可以由村（居）民议决', 'The township found that the village may decide it'), { remedy: words('请受理', 'Take it up') }) : undefined),
    then: c => (c.matter.stage === 'demanded' && !againstDemand.has(c.input.declineGround ?? '') ? fault('declineGround', '联名要求须核实，不能以此为由不予受理', 'A demand is to be checked; this is no ground to decline it') : { counts: { declined: 1 }, effects: toldAll(c.matter, '议题不予受理，理由见详情', 'The topic was declined; the reason stands in it') }),
  },
  askReview: {
    zh: '申请复核', en: 'Ask for a review', from: ['declined'], to: 'reviewing', basis: ['25.3'], primary: true, by: [theRaiser, post('gridWorker')], asks: ['reviewReason'],
    causes: words('由乡镇（街道）复核是否应当受理', 'The township looks at whether it should be taken up'),
    then: c => ({ holder: { office: townshipOffice(c.matter) }, effects: [aboveToo(c.matter, '有议题申请复核，请按时办理', 'A topic declined is to be reviewed; please act in time')] }),
  },
  overturn: {
    zh: '应当受理', en: 'It is to be taken up', from: ['reviewing'], to: ['raised', 'demanded'], basis: ['25.2', '25.3'], primary: true, by: theTownship, asks: ['review'],
    then: c => ({ to: isDemand(c) ? 'demanded' : 'raised', holder: { office: committeeOf(c.matter) }, set: { lawful: true, declineGround: null, declineReason: null }, effects: [toCommittee(c.matter, '复核认为议题应当受理', 'The review found that the topic is to be taken up'), ...toldAll(c.matter, '复核认为议题应当受理', 'The review found that the topic is to be taken up')] }),
  },
  uphold: {
    zh: '维持不予受理', en: 'Uphold', from: ['reviewing'], to: 'declinedForGood', basis: ['25.3'], by: theTownship, asks: ['review'],
    then: c => ({ holder: { office: committeeOf(c.matter) }, effects: [...toldAll(c.matter, '复核维持不予受理', 'The review upheld that it is declined'), ...fallsWithIt(c, '议题未受理')] }),
  },
  restDeclined: { zh: '未申请复核，办结', en: 'No review was asked', from: ['declined'], to: 'declinedForGood', basis: [], by: [theClock], then: c => ({ effects: fallsWithIt(c, '议题未受理') }) },
  withdraw: {
    zh: '撤回议题', en: 'Withdraw it', from: ['raised', 'demanded', 'declined'], to: 'withdrawn', basis: [], by: [theRaiser, post('committee', 'village')], asks: ['withdrawReason?'],
    only: ({ matter, actor }) => (actor.kind !== 'resident' && !onesOwn.has(matter.facts.raisedBy ?? '') ? refuse('not-its-own', words('村（居）委会只能撤回自己提出的议题', 'The committee withdraws topics of its own alone'), { remedy: words('不符合要求的，请说明理由不予受理', 'Decline it with the reason where it can’t be taken up') }) : undefined),
    then: c => ({ effects: fallsWithIt(c, '议题已撤回') }),
  },
} as const satisfies Readonly<Record<string, DeliberationStep>>

const found = (valid: number, entitled: number, asked: Fraction, source: Words, held: Words): Words => {
  const [least, stands] = [needed(entitled, asked) ?? 0, reaches(valid, entitled, asked)]
  return words(
    `有权要求的共${entitled}人，须${least}人（${shareWords(asked).zh}），有效签名${valid}人：${stands ? '应当召开' : '人数不足'}。${held.zh}。依据：${source.zh}。`,
    `${entitled} are entitled; ${least} needed (${shareWords(asked).en}); ${valid} signed validly: ${stands ? 'it is owed' : 'too few'}; ${held.en}. Ground: ${source.en}.`)
}

import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, files, matterRef, region, text, whole, yesNo } from '../../../kernel/facts.ts'
import type { Party } from '../../../kernel/matter.ts'
import { need, procedure, within, type Context, type Move } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor } from '../../../kernel/region.ts'
import { anyResident, ofGovernment, party, post, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Line } from './needs.ts'
import { committeeOf, householdMember, kinAsked, kinshipFacts, notToKin, ownHousehold, tookPart, toCommittee } from './parts.ts'
import { asHousehold, joined, notTold, tellingFacts } from './speaking.ts'

const outcomes = {
  strikes: { zh: '异议成立，不入账', en: 'It is right: the line is struck' },
  stands: { zh: '异议不成立，入账', en: 'It is not: the line stands' },
} as const

const facts = {
  posting: matterRef({ zh: '公示期次', en: 'Which posting', class: 'public' }),
  line: whole({ zh: '第几条', en: 'Which line', class: 'public', min: 1, max: 100_000 }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  grounds: text({ zh: '异议理由', en: 'Why', min: 4, max: 1000, lines: 4 }),
  sheet: files({ zh: '本人签字的材料', en: 'The paper they signed', accept: 'any', max: 4, signed: true }),
  ...tellingFacts,
  unanswered: yesNo({ zh: '该户期内没有答复', en: 'The household did not answer in time' }),
  ...kinshipFacts,
  outcome: choice(outcomes, { zh: '处理结果', en: 'Outcome', search: 'exact' }),
  reply: text({ zh: '理由', en: 'Grounds', min: 4, max: 1000, lines: 3 }),
}

type Facts = typeof facts
type Now = Context<Facts, { line: ReturnType<typeof need<Line>> }>
const fault: FaultOf<Facts> = faultAt
const objector = party('applicant', words('提出异议的人', 'who objected'))

const settled = (c: Now, outcome: 'strikes' | 'stands', reason: string): Effect => ({ do: 'record', register: 'points-ruled', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, posting: c.matter.facts.posting ?? '', line: c.matter.facts.line ?? 0, outcome, reason } })

const tellsThem = words('有人对您家的一条积分提出异议，请查看；您可以答复', 'Somebody objects to a line of your household: look at it, and answer')
const toHousehold = notify({ party: 'household' }, tellsThem)

/** The line is held until it is decided, by one objection at a time and only while it is shown. */
const held = (c: Now, parties: readonly Party[]): Move<Facts, never> | Refusal => {
  const { line } = c.needs
  if (!line) return fault('line', '公示中没有这一条', 'The posting has no such line')
  if (line.state !== 'pending') return refuse('window-closed', words('公示期已满，该条已经入账或撤销', 'The time for objections is over; the line was posted or struck'), { remedy: words('认为有误的，由该户申请更正', 'Where it is wrong, its household asks for a correction') })
  if (line.held) return refuse('held-already', words('该条已有人提出异议，正在处理', 'An objection to this line is being decided already'), { remedy: words('公示期内撤回的，您可以再提出；公示期满后的异议不能撤回，必须答复', 'Where it is withdrawn in time you may object; once the time is over none is withdrawn, and it is decided') })
  return {
    holder: { office: committeeOf(c.matter.region) }, counts: { objected: 1 }, parties: [...parties, ...asHousehold(line.members)],
    effects: [
      { do: 'record', register: 'points-held', row: { county: c.matter.county, matter: c.matter.id, posting: c.input.posting ?? '', line: c.input.line ?? 0 } }, toCommittee(c.matter.region, '有人对公示的积分提出异议', 'Somebody objects to points shown'), toHousehold,
    ],
  }
}

/** What takes points from a household on somebody else’s word waits for its answer, or until its time to answer is over. What it says itself needs none, nor what is to its good. */
const unasked = ({ matter, needs: { line } }: Pick<Now, 'matter' | 'needs'>): Refusal | undefined => {
  const { statement, unanswered } = matter.facts
  const theirs = matter.parties.some(one => one.role === 'applicant' && line?.members.includes(one.account ?? '') === true)
  if (line?.kind === 'deduction' || theirs || statement !== undefined || unanswered === true) return undefined
  return refuse('household-unasked', words('该户还没有答复，答复期也没有满，不能认定异议成立', 'The household has not answered, and may still: the line can’t be struck yet'), { basis: ['27.3'], remedy: words('先告知该户，答复后或者答复期满后再处理', 'Tell the household first; decide once it answered, or its time is over') })
}

const answered = (c: Pick<Now, 'matter'>): Move<Facts, never> => ({ effects: [toCommittee(c.matter.region, '该户对异议已答复', 'The household has answered the objection')] })

/** 积分异议: a resident contests one line of a posting; that line alone waits for the answer, and the household it is about has its say (Art. 27.3). Decided by somebody who had no part in the line and is no kin; late, the township is told. */
export const pointsObjection = procedure('points-objection', {
  title: words('积分异议', 'Objection to points'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'grounds',
  place: 'village',
  records: ['points-held', 'points-ruled'],
  needs: { own: ownHousehold, line: need<Line>('points-line', c => ({ county: c.matter.county, village: c.matter.region, posting: c.facts['posting'] ?? null, line: c.facts['line'] ?? null })) },
  stages: {
    filed: { zh: '待处理', en: 'To be decided', due: within('points.objection-answer', 'escalate') },
    struck: { zh: '异议成立', en: 'Struck', final: true },
    stood: { zh: '异议不成立', en: 'It stands', final: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  },
  steps: {
    object: {
      zh: '提出异议', en: 'Object', opens: 'filed', basis: ['27.3'], by: [anyResident], asks: ['village', 'posting', 'line', 'grounds'], needs: ['line'],
      causes: words('只有这一条暂不入账，其余照常', 'This line alone is held; the others go on'),
      then: c => (c.actor.region !== c.input.village ? fault('village', '请对自己居住的村（社区）的公示提出', 'Object in the village you live in') : held(c, [{ role: 'applicant', account: c.actor.account }])),
    },
    objectFor: {
      zh: '代为提出异议', en: 'Object on behalf', opens: 'filed', basis: ['27.3'], by: [post('committee', 'village'), post('gridWorker')], asks: ['village', 'posting', 'line', 'grounds', 'sheet'], needs: ['line'],
      causes: words('只有这一条暂不入账，其余照常', 'This line alone is held; the others go on'),
      then: c => held(c, [{ role: 'enterer', account: c.actor.account }]),
    },
    tell: {
      zh: '告知该户', en: 'Tell the household', from: ['filed'], basis: ['27.3'], by: [post('committee', 'village')], asks: ['toldHow', 'toldProof?'],
      causes: words('先打印告知书送达该户；自告知起算答复期', 'Print the notice and hand it over first; the time to answer begins now'),
      then: c => notTold(c) ?? { clocks: [{ clock: 'answer', start: 'points.answer', then: 'answerOver' }], effects: [toHousehold] },
    },
    join: {
      zh: '新关联的家庭成员加入', en: 'A member linked meanwhile joins', from: ['filed'], basis: ['27.3'], by: [thePlatform], needs: ['line'],
      then: c => joined(c.matter, c.needs.line?.members ?? [], tellsThem),
    },
    answer: {
      zh: '答复异议', en: 'Answer it', from: ['filed'], basis: ['27.3'], by: [householdMember], asks: ['statement'],
      causes: words('处理时必须考虑您家的答复', 'It is decided with what you say'), then: answered,
    },
    answerFor: {
      zh: '代为录入答复', en: 'Enter their answer', from: ['filed'], basis: ['27.3'], by: [post('committee', 'village'), post('gridWorker')], asks: ['statement', 'statementSheet'],
      causes: words('附该户签字的答复', 'With the paper they signed'), then: answered,
    },
    answerOver: {
      zh: '该户答复期满', en: 'The household’s time to answer is over', from: ['filed'], basis: [], by: [theClock],
      then: c => ({ set: { unanswered: true }, effects: [toCommittee(c.matter.region, '该户答复期已满，请处理异议', 'The household’s time to answer is over: decide')] }),
    },
    decide: {
      zh: '处理', en: 'Decide', from: ['filed'], to: ['struck', 'stood'], basis: ['27.3'], primary: true, by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['outcome', 'reply', ...kinAsked], needs: ['line', 'own'],
      causes: words('成立的不入账，不成立的入账；理由告知提出的人和该户', 'Struck or posted accordingly; the grounds go to who objected and to the household'),
      then: c => {
        const { outcome = 'stands', reply = '' } = c.input
        const refused = tookPart(c, ['applicant', 'enterer'], words('参与记这一条、提出或代录异议的人不能处理（平台规则）', 'Who had a part in the line, or objects or entered the objection, can’t decide (a product rule)'))
          ?? notToKin(c.input.kinWith, [c.needs.line?.household ?? ''], c.needs.own?.code) ?? (outcome === 'strikes' ? unasked(c) : undefined)
        return refused ?? {
          to: outcome === 'strikes' ? 'struck' : 'stood', counts: { [outcome]: 1 },
          effects: [settled(c, outcome, reply), notify({ party: 'household' }, words('对您家一条积分的异议已有结果，请查看', 'The objection to a line of your household was decided')), notify({ party: 'applicant' }, words('您对积分的异议已有结果', 'Your objection to points was decided'))],
        }
      },
    },
    withdraw: {
      zh: '撤回', en: 'Withdraw', from: ['filed'], to: 'withdrawn', basis: [], by: [objector], needs: ['line'],
      causes: words('公示期内可以撤回', 'While the line is still shown'),
      // Others were told that this one holds the line: it can't fall away once nobody else may object any more.
      then: c => (c.needs.line?.ended === true ? refuse('window-over', words('公示期已满，异议不能撤回', 'The time for objections is over: this one is decided'), { remedy: words('等待处理结果', 'Wait for the decision') }) : { effects: [settled(c, 'stands', '异议已撤回')] }),
    },
    escalate: {
      zh: '逾期未处理，报乡镇（街道）', en: 'Not decided in time: the township is told', from: ['filed'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'again', start: 'oversight.escalate-again', then: 'escalate' }],
        effects: [toCommittee(c.matter.region, '积分异议逾期未处理', 'An objection to points was not decided in time'), notify({ posts: 'lead', region: ancestor(c.matter.region, 'township') ?? c.matter.region }, words('有积分异议逾期未处理，可以直接处理', 'An objection to points was not decided in time; you may decide it'))],
      }),
    },
  },
  documents: {
    notice: {
      zh: '积分异议告知书', en: 'Notice to the household', basis: ['27.3'], from: ['object', 'objectFor'], uses: ['village', 'line', 'grounds'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: '积分异议告知书', to: `公示第 ${c.facts.line ?? 0} 条所列的户`, day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '该户签收', how: 'hand' }],
        body: [
          { p: `有村（居）民对公示第 ${c.facts.line ?? 0} 条提出异议，理由：${c.facts.grounds ?? ''}` },
          { p: '该条处理前暂不入账。你户可以答复，口头、书面都可以；没有手机的，写明后签名（按手印）交村（居）委会或者网格员。由没有参与记这一条的人处理。' },
        ],
      }),
    },
    answer: {
      zh: '积分异议处理告知书', en: 'Answer to an objection', basis: ['27.3'], from: ['decide'], uses: ['village', 'line', 'grounds', 'outcome', 'reply'], may: ['statement'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: '积分异议处理告知书', to: '提出异议的村（居）民、该户', day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '本人签收', how: 'hand' }],
        body: [
          { p: `对公示第 ${c.facts.line ?? 0} 条提出的异议：${c.facts.grounds ?? ''}` },
          ...(c.facts.statement === undefined ? [] : [{ p: `该户的答复：${c.facts.statement}` }]),
          { p: `处理结果：${outcomes[c.facts.outcome ?? 'stands'].zh}。` }, { p: `理由：${c.facts.reply ?? ''}` },
          { p: '入账后仍认为有误的，该户可以申请更正；没有手机的，写明后签名（按手印）交村（居）委会或者网格员。' },
        ],
      }),
    },
  },
  measures: { objected: words('异议', 'Objections'), strikes: words('成立', 'Upheld'), stands: words('不成立', 'Not upheld') },
  rates: { upheldRate: { ...words('成立率', 'Upheld'), of: 'strikes', among: 'objected' } },
  list: { columns: ['village', 'line'] },
})

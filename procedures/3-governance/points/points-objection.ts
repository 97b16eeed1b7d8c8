import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, files, matterRef, region, text, whole } from '../../../kernel/facts.ts'
import { need, procedure, within, type Context, type Move } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { ancestor } from '../../../kernel/region.ts'
import { anyResident, ofGovernment, party, post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import type { Line } from './needs.ts'
import { committeeOf, kinAsked, kinshipFacts, notToKin, ownHousehold, toCommittee, twoPeople } from './parts.ts'

const outcomes = {
  strikes: { zh: '异议成立，不入账', en: 'It is right: the line is struck' },
  stands: { zh: '异议不成立，入账', en: 'It is not: the line stands' },
} as const

const facts = {
  posting: matterRef({ zh: '公示期次', en: 'Which posting', class: 'public' }),
  line: whole({ zh: '第几条', en: 'Which line', class: 'public', min: 1, max: 100_000 }),
  village: region({ zh: '村（社区）', en: 'Village', class: 'public', levels: ['village'] }),
  grounds: text({ zh: '异议理由', en: 'Why', min: 4, max: 1000, lines: 4 }),
  sheet: files({ zh: '本人签字的材料', en: 'The paper they signed', accept: 'any', max: 4 }),
  ...kinshipFacts,
  outcome: choice(outcomes, { zh: '处理结果', en: 'Outcome', search: 'exact' }),
  reply: text({ zh: '理由', en: 'Grounds', min: 4, max: 1000, lines: 3 }),
}

type Facts = typeof facts
type Now = Context<Facts, { line: ReturnType<typeof need<Line>> }>
const fault: FaultOf<Facts> = faultAt
const objector = party('objector', words('提出异议的人', 'who objected'))

const settled = (c: Now, outcome: 'strikes' | 'stands', reason: string): Effect => ({ do: 'record', register: 'points-ruled', row: { county: c.matter.county, village: c.matter.region, matter: c.matter.id, posting: c.matter.facts.posting ?? '', line: c.matter.facts.line ?? 0, outcome, reason } })

/** The line is held until it is decided, by one objection at a time and only while it is shown. */
const held = (c: Now, parties: Move['parties']): Move<Facts, never> | Refusal => {
  const { line } = c.needs
  if (!line) return fault('line', '公示中没有这一条', 'The posting has no such line')
  if (line.state !== 'pending') return refuse('window-closed', words('公示期已满，该条已经入账或撤销', 'The time for objections is over; the line was posted or struck'), { remedy: words('认为有误的，向村（居）委会申请更正', 'Where it is wrong, ask the committee for a correction') })
  if (line.held) return refuse('held-already', words('该条已有人提出异议，正在处理', 'An objection to this line is being decided already'), { remedy: words('公示期内撤回的，您可以再提出；公示期满后的异议不能撤回，必须答复', 'Where it is withdrawn in time you may object; once the time is over none is withdrawn, and it is decided') })
  return {
    holder: { office: committeeOf(c.matter.region) }, counts: { objected: 1 }, ...(parties && { parties }),
    effects: [{ do: 'record', register: 'points-held', row: { county: c.matter.county, matter: c.matter.id, posting: c.input.posting ?? '', line: c.input.line ?? 0 } }, toCommittee(c.matter.region, '有人对公示的积分提出异议', 'Somebody objects to points shown')],
  }
}

/** 积分异议: a resident contests one line of a posting; that line alone waits for the answer (Art. 27.3). Decided by somebody who neither gave the points nor is kin; late, the township is told. */
export const pointsObjection = procedure('points-objection', {
  title: words('积分异议', 'Objection to points'),
  since: '2023-02-01',
  basis: ['27.3'],
  facts,
  heading: 'grounds',
  place: 'village',
  records: ['points-held', 'points-ruled'],
  needs: { own: ownHousehold, line: need<Line>('points-line', c => ({ county: c.matter.county, village: c.matter.region, posting: c.facts['posting'] ?? null, line: c.facts['line'] ?? null, account: c.actor.account })) },
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
      then: c => (c.actor.region !== c.input.village ? fault('village', '请对自己居住的村（社区）的公示提出', 'Object in the village you live in') : held(c, [{ role: 'objector', account: c.actor.account }])),
    },
    objectFor: {
      zh: '代为提出异议', en: 'Object on behalf', opens: 'filed', basis: ['27.3'], by: [post('committee', 'village'), post('gridWorker')], asks: ['village', 'posting', 'line', 'grounds', 'sheet'], needs: ['line'],
      causes: words('只有这一条暂不入账，其余照常', 'This line alone is held; the others go on'),
      then: c => held(c, []),
    },
    decide: {
      zh: '处理', en: 'Decide', from: ['filed'], to: ['struck', 'stood'], basis: ['27.3'], primary: true, by: [post('committee', 'village'), ofGovernment('lead', 'township')], asks: ['outcome', 'reply', ...kinAsked], needs: ['line', 'own'],
      causes: words('成立的不入账，不成立的入账；理由告知提出的人', 'Struck or posted accordingly; the grounds go to who objected'),
      then: c => {
        const { line } = c.needs
        if (line?.scorer === c.actor.account) return twoPeople('记分的人不能处理对该分的异议（平台规则）', 'Who gave the points can’t decide on them (a product rule)')
        const { outcome = 'stands', reply = '' } = c.input
        return notToKin(c.input.kinWith, [line?.household ?? ''], c.needs.own?.code) ?? {
          to: outcome === 'strikes' ? 'struck' : 'stood', counts: { [outcome]: 1 },
          effects: [settled(c, outcome, reply), notify({ party: 'objector' }, words('您对积分的异议已有结果', 'Your objection to points was decided'))],
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
    answer: {
      zh: '积分异议处理告知书', en: 'Answer to an objection', basis: ['27.3'], from: ['decide'], uses: ['village', 'line', 'grounds', 'outcome', 'reply'],
      make: c => ({
        issuer: c.place(c.facts.village ?? ''), title: '积分异议处理告知书', to: '提出异议的村（居）民', day: c.day, signed: [{ by: c.place(c.facts.village ?? ''), how: 'seal' }, { by: '本人签收', how: 'hand' }],
        body: [
          { p: `你对公示第 ${c.facts.line ?? 0} 条提出的异议：${c.facts.grounds ?? ''}` },
          { p: `处理结果：${outcomes[c.facts.outcome ?? 'stands'].zh}。` }, { p: `理由：${c.facts.reply ?? ''}` },
          { p: '入账后仍认为有误的，可以请村（居）委会更正。' },
        ],
      }),
    },
  },
  measures: { objected: words('异议', 'Objections'), strikes: words('成立', 'Upheld'), stands: words('不成立', 'Not upheld') },
  rates: { upheldRate: { ...words('成立率', 'Upheld'), of: 'strikes', among: 'objected' } },
  list: { columns: ['village', 'line'] },
})

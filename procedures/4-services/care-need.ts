import { notify, type Effect } from '../../kernel/effect.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { choice, day, personName, phone, reference, region, text } from '../../kernel/facts.ts'
import { need, procedure, within } from '../../kernel/procedure.ts'
import { faultAt, isRefusal, refuse, type Refusal } from '../../kernel/refusal.ts'
import { anyResident, holder, ofGovernment, party, post } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { findHousehold, type HouseholdKnown } from '../2-foundations/household/find.ts'
import { consents } from '../2-foundations/visit/needs.ts'
import { endTooFar, untilDay } from '../usual/end-date.ts'
import { escalationFacts, escalationStep, toTownship, townshipOf, villageOf } from '../usual/field-work.ts'
import { careKinds } from './care-kinds.ts'

const outcomes = {
  met: { zh: '已满足', en: 'Met' },
  cannot: { zh: '无法提供', en: 'Can’t be met' },
  withdrawn: { zh: '本人不再需要', en: 'No longer wanted' },
} as const

const facts = {
  kind: choice(careKinds, { zh: '需要什么', en: 'What is needed', class: 'public', search: 'exact', basis: ['40.2'] }),
  place: region({ zh: '村（社区）或网格', en: 'Village or grid', class: 'public', search: 'exact' }),
  about: text({ zh: '事由', en: 'About', max: 40 }),
  household: reference('household', { zh: '户（从户册选）', en: 'Household of the register', class: 'sensitive', hint: words('选户或填门牌，填一样即可', 'Choose it, or say the door: one is enough') }),
  door: text({ zh: '门牌', en: 'Door', class: 'sensitive', min: 2, max: 80, suggests: 'household', hint: words('工作人员按户册填；居民本人提出的，在册的不用填', 'Staff: as the register of households has it; a resident who is on it leaves it out') }),
  need: text({ zh: '具体情况', en: 'More exactly', class: 'sensitive', min: 2, max: 500, lines: 3 }),
  consent: choice(consents, { zh: '谁同意提出', en: 'Who agreed to ask' }),
  name: personName({ zh: '联系人', en: 'Contact' }),
  phone: phone({ zh: '联系电话', en: 'Contact phone' }),
  provider: text({ zh: '由谁提供', en: 'Who meets it', min: 2, max: 120, hint: words('服务单位、志愿队或部门，不写个人姓名', 'A service, a volunteer team or an office; nobody by name') }),
  until: day({ zh: '约定日期', en: 'By when' }),
  settledOn: day({ zh: '首次落实日期', en: 'First settled on' }),
  rearrangeWhy: text({ zh: '另行落实的理由', en: 'Why it is settled anew', min: 4, max: 300, lines: 2 }),
  outcome: choice(outcomes, { zh: '结果', en: 'Outcome', class: 'public', search: 'exact' }),
  result: text({ zh: '办理情况', en: 'What came of it', min: 4, max: 1000, lines: 3 }),
  whereTo: text({ zh: '还可以找谁', en: 'Where else to turn', min: 2, max: 300 }),
  ...escalationFacts,
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Whose household it is: a resident’s own, where they stand on the roll; those of the village, for who asks on behalf of one. */
const needs = {
  own: need<HouseholdKnown>('household', c => ({ account: c.actor.account, day: legalDay(c.now) })),
  households: need<readonly HouseholdKnown[]>('households', c => (c.actor.kind === 'resident' ? { day: legalDay(c.now) } : { village: villageOf(textIn(c.facts['place']) || c.matter.region), day: legalDay(c.now) })),
}

type Asking = { readonly kind: string; readonly household?: string; readonly door?: string; readonly own: HouseholdKnown | undefined; readonly known: readonly HouseholdKnown[] }

/** A resident who is on no roll, a lodger for one, says the door; whoever asks on behalf of somebody names a household of the register. */
const householdOf = ({ kind, household, door, own, known }: Asking): Refusal | { readonly household?: string; readonly door: string } => {
  if (kind === 'resident') {
    if (own) return { household: own.code, door: own.address }
    return door === undefined ? faultAt('door', '请填门牌：您的账号还没有对应到户册', 'Say the door: your account stands for nobody of the register yet') : { door }
  }
  const found = findHousehold({ ...(household !== undefined && { household }), ...(door !== undefined && { door }) }, known)
  return 'why' in found ? faultAt(found.column, found.why.zh, found.why.en) : { household: found.code, door: found.address }
}

const asker = party('reporter', words('提出人', 'who asked'))
const toAsker = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))

/** 关爱需求: what an older, disabled, poor or young person needs, as they or their family agreed to say; settled by the township with whoever can help (Art. 40.2). */
export const careNeed = procedure('care-need', {
  title: words('关爱需求', 'Need of care'),
  since: '2023-02-01',
  basis: ['40.2'],
  facts,
  heading: 'about',
  place: 'place',
  needs,
  stages: {
    asked: { zh: '待落实', en: 'To be settled', due: within('care.arrange', 'escalate') },
    arranged: { zh: '已落实，待提供', en: 'Settled, to be met', due: { then: 'escalate', limit: c => untilDay(c.facts.until ?? '', c.now, words('约定的日期', 'the day agreed on')) } },
    closed: { zh: '已办结', en: 'Closed', final: true },
  },
  steps: {
    ask: {
      zh: '提出需求', en: 'Ask', opens: 'asked', basis: ['40.2'], by: [anyResident, post('gridWorker'), post('committee'), ofGovernment('handler', 'township')], asks: ['kind', 'place', 'door?', 'household?', 'need', 'consent', 'name?', 'phone?'], needs: ['own', 'households'],
      causes: words('只有办理的人能看到具体情况和门牌', 'Only who deals with it sees the door and what is needed'),
      then: c => {
        const where = householdOf({ ...c.input, kind: c.actor.kind, own: c.needs.own, known: c.needs.households ?? [] })
        return isRefusal(where) ? where : {
          holder: { office: townshipOf(c.matter.region) }, set: { ...where, about: careKinds[c.input.kind ?? 'other'].zh }, parties: [{ role: 'reporter', account: c.actor.account }], counts: { asked: 1 },
          effects: [toTownship(c.matter.region, words('有关爱需求待落实', 'A need of care awaits you'))],
        }
      },
    },
    arrange: {
      zh: '落实由谁提供', en: 'Settle who meets it', from: ['asked'], to: 'arranged', basis: ['40.2'], primary: true, by: [holder('handler', 'lead', 'dispatcher')], asks: ['provider', 'until'],
      then: c => endTooFar({ until: c.input.until ?? '', now: c.now, law: c.law, from: legalDay(c.now), longest: 'care.longest' }) ?? { set: { settledOn: legalDay(c.now) }, effects: [toAsker('关爱需求已落实由谁提供', 'It is settled who meets the need')] },
    },
    rearrange: {
      zh: '另行落实', en: 'Settle it anew', from: ['arranged'], to: 'arranged', basis: ['40.2'], by: [holder('handler', 'lead', 'dispatcher')], asks: ['provider', 'until', 'rearrangeWhy'],
      causes: words('只能一次，从首次落实起算不超过最长期限；理由告知提出人（平台规则）', 'Once only, and within the longest from when it was first settled; who asked is told why (a product rule)'),
      only: ({ matter }) => (matter.facts.rearrangeWhy === undefined ? undefined
        : refuse('once-only', words('只能另行落实一次（平台规则）', 'It is settled anew once only (a product rule)'), { remedy: words('请按约定提供；确实不能的，登记无法提供和还可以找谁', 'Have it met as agreed; where it can’t be, say so and where else to turn') })),
      then: c => endTooFar({ until: c.input.until ?? '', now: c.now, law: c.law, from: c.matter.facts.settledOn ?? legalDay(c.now), longest: 'care.longest' }) ?? { effects: [toAsker('关爱需求另行落实，理由见详情', 'The need was settled anew; why stands in it')] },
    },
    meet: {
      zh: '登记已提供', en: 'Say it was met', from: ['arranged'], to: 'closed', basis: ['40.2'], primary: true, by: [holder('handler', 'lead', 'dispatcher'), post('gridWorker'), post('committee')], asks: ['result'],
      then: () => ({ set: { outcome: 'met' }, counts: { met: 1 }, effects: [toAsker('关爱需求已办结', 'The need was met')] }),
    },
    cannot: {
      zh: '无法提供', en: 'Can’t be met', from: ['asked', 'arranged'], to: 'closed', basis: ['40.2'], by: [holder('handler', 'lead', 'dispatcher')], asks: ['result', 'whereTo'],
      then: () => ({ set: { outcome: 'cannot' }, counts: { cannot: 1 }, effects: [toAsker('关爱需求暂时无法提供，原因和去处见详情', 'The need can’t be met for now; why, and where else to turn, stands in it')] }),
    },
    withdraw: {
      zh: '不再需要', en: 'No longer wanted', from: ['asked', 'arranged'], to: 'closed', basis: ['40.2'], by: [asker],
      then: c => ({ set: { outcome: 'withdrawn' }, effects: [toTownship(c.matter.region, words('关爱需求已撤回', 'A need of care was withdrawn'))] }),
    },
    escalate: escalationStep,
  },
  measures: { asked: words('提出', 'Asked'), met: words('已满足', 'Met'), cannot: words('无法提供', 'Can’t be met') },
  rates: { metRate: { ...words('满足率', 'Met'), of: 'met', among: 'asked' } },
  list: { columns: ['kind', 'place', 'outcome'] },
  notCovered: [{ basis: '40.2', why: words('微心愿认领另有程序', 'Micro-wishes are claimed by a procedure of their own') }, { basis: '40.1', why: words('关爱档案另有台账，须经授权查看', 'Care files are a register of their own, read under a grant') }],
})

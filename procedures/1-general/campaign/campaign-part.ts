import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, day, files, region, rows, text, whole, yesNo } from '../../../kernel/facts.ts'
import type { Giving } from '../../../kernel/gate.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode } from '../../../kernel/post.ts'
import { procedure, within, type Ask, type Context, type Move, type NoNeeds } from '../../../kernel/procedure.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { countyOf } from '../../../kernel/region.ts'
import { holder, ofGovernment, theClock, thePlatform } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { heldDay } from '../../usual/township-visit.ts'
import { untilDay } from '../../usual/end-date.ts'
import { breakdownFact, commissions, conditionsFact, strangers } from './breakdown.ts'
import { arrangedFacts, issuer, nobody } from './facts.ts'

const unitColumns = {
  unit: text({ zh: '辖区单位、社会组织', en: 'Unit or organisation', class: 'public', max: 60 }),
  asked: text({ zh: '请其参加什么', en: 'Asked to', class: 'public', max: 200 }),
  answer: text({ zh: '答复', en: 'Its answer', class: 'public', max: 200 }),
}

const sessionColumns = {
  on: day({ zh: '日期', en: 'On', class: 'public' }),
  what: text({ zh: '活动', en: 'What', class: 'public', max: 200 }),
  served: whole({ zh: '参加或服务人数', en: 'People served', class: 'public', max: 100_000 }),
}

const facts = {
  ...arrangedFacts, issuer,
  township: region({ zh: '乡镇（街道）', en: 'Township', class: 'public', search: 'exact', levels: ['township'] }),
  measures: text({ zh: '实施方案', en: 'Plan', class: 'public', min: 10, max: 3000, lines: 6, hint: nobody }),
  breakdown: breakdownFact,
  conditions: conditionsFact,
  underOrder: yesNo({ zh: '依据生效的应急决定', en: 'Under an emergency order', class: 'public', basis: ['24.2', '33.2'], hint: words('当地有生效的应急决定时才能选“是”', 'Only where an emergency order is in force') }),
  units: rows(unitColumns, { zh: '动员的单位和社会组织', en: 'Units called and their answers', class: 'public', max: 60, basis: ['6.2'], optional: ['answer'] }),
  heldOn: day({ zh: '活动日期', en: 'Held on', class: 'public' }),
  what: text({ zh: '活动内容', en: 'What was done', class: 'public', min: 4, max: 200 }),
  served: whole({ zh: '参加或服务人数', en: 'People served', class: 'public', max: 100_000 }),
  sessions: rows(sessionColumns, { zh: '已开展的活动', en: 'Sessions held', class: 'public', max: 400, basis: ['6.3'] }),
  photos: files({ zh: '照片', en: 'Photos', accept: 'image', max: 9 }),
  report: text({ zh: '实施报告', en: 'Report', class: 'public', min: 10, max: 4000, lines: 6, hint: nobody }),
  verdict: choice({ accepted: { zh: '核查通过', en: 'Accepted' }, again: { zh: '退回补充', en: 'To be completed' } }, { zh: '核查结论', en: 'Verdict', class: 'public' }),
  opinion: text({ zh: '核查意见', en: 'Opinion', class: 'public', min: 4, max: 1000, lines: 2 }),
  reason: text({ zh: '取消理由', en: 'Why it was called off', class: 'public', max: 500 }),
}

type Facts = typeof facts
type Part = Matter<Facts>
type Now = Context<Facts, NoNeeds>

const governmentOf = (part: Part): string => officeCode(part.region, 'gov')
const toTownship = (part: Part, zh: string, en: string): Effect => notify({ office: governmentOf(part) }, words(zh, en))
const toCounty = (part: Part, zh: string, en: string): Effect => notify({ office: part.facts.issuer ?? officeCode(countyOf(part.region), 'lead') }, words(zh, en))

const byArrangement = ({ facts: given, matter }: Ask<Facts>): Giving => ({ to: [officeCode(given.township ?? matter.region, 'gov')], by: given.issuer ?? '', of: matter.id, power: '6.5' })

/** Work of the villages goes out as commissions of the township, each past the gate. */
const brokenDown = (c: Now): Refusal | readonly Effect[] => {
  const { breakdown = [], conditions = [], underOrder = false } = c.input
  return strangers(breakdown, c.matter.region) ?? commissions(breakdown, {
    title: c.matter.facts.title ?? '', township: c.matter.region, from: c.matter.facts.from ?? '', until: c.matter.facts.until ?? '', now: c.now, conditions, underOrder,
  })
}

const planned = (c: Now, counts: { readonly [name: string]: number }): Move<Facts, never> | Refusal => {
  const effects = brokenDown(c)
  return 'refused' in effects ? effects : { counts: { ...counts, brokenDown: c.input.breakdown?.length ?? 0 }, set: { breakdown: [...c.matter.facts.breakdown ?? [], ...c.input.breakdown ?? []].slice(-200) }, effects }
}

const remind = (step: string, zh: string, en: string) => ({ matter }: Now): Move<Facts, never> => ({
  clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: step }], effects: [toTownship(matter, zh, en), toCounty(matter, zh, en)],
})

const done = (part: Part): readonly Effect[] => [{ do: 'tell', link: 'campaign', step: 'partDone', input: {} }, toTownship(part, '专项行动报告已核查', 'Your report on the campaign is checked')]

const township = [holder('handler', 'lead', 'dispatcher')]

/** 专项行动实施: a township’s part of a campaign (Art. 6.5): its plan, the villages that assist by the list, units called (6.2), sessions held and people served (6.3), its report and the check of it. */
export const campaignPart = procedure('campaign-part', {
  title: words('专项行动实施', 'Campaign in a township'),
  since: '2023-02-01',
  basis: ['6.5', '6.2', '6.3'],
  facts,
  heading: 'title',
  place: 'township',
  stages: {
    planning: { zh: '待制定实施方案', en: 'To be planned', published: true, due: within('campaign.plan', 'planLate') },
    running: { zh: '实施中', en: 'Running', published: true, due: { then: 'over', limit: c => untilDay(c.facts.until ?? '', c.now, words('专项行动的结束日期', 'the last day of the campaign')) } },
    reporting: { zh: '待报告', en: 'To be reported on', published: true, due: within('campaign.report', 'reportLate') },
    checking: { zh: '待县（区）核查', en: 'For the county to check', published: true, due: within('campaign.check', 'takenAsIs') },
    closed: { zh: '已办结', en: 'Closed', final: true, published: true },
    calledOff: { zh: '已取消', en: 'Called off', final: true, published: true },
  },
  steps: {
    assign: {
      zh: '下达乡镇（街道）', en: 'Assign to the township', opens: 'planning', basis: ['6.5'], by: [thePlatform], asks: ['township', 'theme', 'title', 'aims', 'from', 'until', 'issuer'],
      gives: byArrangement,
      then: c => ({ holder: { office: governmentOf(c.matter) }, counts: { assigned: 1 }, effects: [toTownship(c.matter, '县（区）安排了专项行动，请制定实施方案', 'The county arranged a campaign; please make your plan')] }),
    },
    plan: {
      zh: '制定实施方案', en: 'Plan it', from: ['planning'], to: 'running', basis: ['6.5', '23.2'], primary: true, by: township, asks: ['measures', 'breakdown?', 'conditions?', 'underOrder?', 'units?'],
      causes: words('需村（社区）协助的，逐项按清单核对：不在清单、条件不全的，方案整体不予通过；通过的由本单位另一人审批后下达', 'Each row for a village is held against the list: one that is not on it, or lacks its conditions, and the plan is refused; the rest goes out once another approves'),
      then: c => planned(c, { planned: 1 }),
    },
    planLate: { zh: '逾期未制定，提醒', en: 'Not planned in time', from: ['planning'], basis: [], by: [theClock], then: remind('planLate', '专项行动逾期未制定实施方案', 'A campaign is not planned in time') },
    breakDown: {
      zh: '增加村（社区）协助', en: 'Ask more villages', from: ['running'], basis: ['23.2'], by: township, asks: ['breakdown', 'conditions?', 'underOrder?'],
      then: c => planned(c, {}),
    },
    callUnits: { zh: '登记动员单位和答复', en: 'Record units called', from: ['running', 'reporting'], basis: ['6.2'], by: township, asks: ['units'], then: c => ({ counts: { units: Math.max(0, (c.input.units?.length ?? 0) - (c.matter.facts.units?.length ?? 0)) } }) },
    session: {
      zh: '登记活动', en: 'Record a session', from: ['running', 'reporting'], basis: ['6.3', '6.5'], by: township, asks: ['heldOn', 'what', 'served', 'photos?'],
      then: c => heldDay(c.input.heldOn ?? '', c.now) ?? {
        set: { sessions: [...c.matter.facts.sessions ?? [], { on: c.input.heldOn ?? '', what: c.input.what ?? '', served: c.input.served ?? 0 }].slice(-400) }, counts: { sessions: 1, served: c.input.served ?? 0 },
      },
    },
    over: { zh: '行动结束', en: 'The campaign is over', from: ['running'], to: 'reporting', basis: [], by: [theClock, thePlatform], then: c => ({ effects: [toTownship(c.matter, '专项行动已结束，请报告', 'The campaign is over; please report')] }) },
    reportNow: {
      zh: '报告', en: 'Report', from: ['running', 'reporting'], to: 'checking', basis: ['6.5'], primary: true, by: township, asks: ['report', 'photos?'],
      then: c => ({ holder: { office: c.matter.facts.issuer ?? officeCode(countyOf(c.matter.region), 'lead') }, counts: { reported: 1 }, effects: [toCounty(c.matter, '乡镇（街道）已报告专项行动，请核查', 'A township reported on a campaign; please check')] }),
    },
    reportLate: { zh: '逾期未报告，提醒', en: 'Not reported in time', from: ['reporting'], basis: [], by: [theClock], then: remind('reportLate', '专项行动逾期未报告', 'A campaign is not reported on in time') },
    check: {
      zh: '核查', en: 'Check', from: ['checking'], to: ['closed', 'reporting'], basis: ['6.5'], primary: true, by: [holder('lead', 'handler'), ofGovernment('lead', 'county')], asks: ['verdict', 'opinion'],
      then: c => (c.input.verdict === 'accepted' ? { to: 'closed', counts: { checked: 1 }, effects: done(c.matter) }
        : { to: 'reporting', holder: { office: governmentOf(c.matter) }, effects: [toTownship(c.matter, '专项行动报告退回补充，意见见详情', 'Your report came back; the opinion stands in it')] }),
    },
    takenAsIs: { zh: '逾期未核查，视为通过', en: 'Not checked: taken as it stands', from: ['checking'], to: 'closed', basis: [], by: [theClock], then: c => ({ counts: { unchecked: 1 }, effects: done(c.matter) }) },
    calledOff: {
      zh: '专项行动取消', en: 'The campaign is called off', from: ['planning', 'running', 'reporting', 'checking'], to: 'calledOff', basis: [], by: [thePlatform], asks: ['reason?'],
      then: c => ({ effects: [toTownship(c.matter, '专项行动已取消；已下达的协助任务请按情况撤回', 'The campaign is called off; take back what villages were asked, as needed')] }),
    },
  },
  measures: {
    assigned: words('下达', 'Assigned'), planned: words('制定方案', 'Planned'), brokenDown: words('村（社区）协助', 'Assisted by villages'), units: words('动员单位', 'Units called'), sessions: words('开展活动', 'Sessions'),
    served: words('参加或服务人数', 'People served'), reported: words('报告', 'Reported'), checked: words('核查通过', 'Accepted'), unchecked: words('未核查', 'Not checked'),
  },
  rates: { checked: { ...words('核查通过率', 'Accepted'), of: 'checked', among: 'reported' } },
  list: { columns: ['theme', 'until', 'issuer'] },
})

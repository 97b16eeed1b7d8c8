import { legalDay } from '../../kernel/calendar.ts'
import { notify, type Effect } from '../../kernel/effect.ts'
import { files, region, text, whole } from '../../kernel/facts.ts'
import type { Matter } from '../../kernel/matter.ts'
import { officeCode } from '../../kernel/post.ts'
import { need, procedure, within, type Context, type Glance, type Move } from '../../kernel/procedure.ts'
import { faultAt, refuse, type Refusal } from '../../kernel/refusal.ts'
import { levelOf, parentOf } from '../../kernel/region.ts'
import { coHandler, holder, party, post, theClock } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { untilDay } from '../usual/end-date.ts'
import { targetRows, wrongTargets, type TargetRow } from './plan-rows.ts'

const open = words('向社会公开，不要写姓名、电话等个人信息', 'Published: name no person, no phone')

const facts = {
  region: region({ zh: '地区', en: 'Region', class: 'public', search: 'exact', levels: ['city', 'county', 'township'] }),
  year: whole({ zh: '年度', en: 'Year', class: 'public', min: 2023, max: 2149 }),
  title: text({ zh: '名称', en: 'Title', class: 'public', min: 4, max: 100, search: 'words' }),
  instrument: text({ zh: '依据文件', en: 'Instrument', class: 'public', max: 200, hint: words('规划或年度计划的名称、文号', 'Name and number of the plan') }),
  targets: targetRows({ zh: '目标', en: 'Targets', basis: ['5.1', '5.2'] }),
  opinion: text({ zh: '审核意见', en: 'Opinion', min: 2, max: 500, lines: 2 }),
  amended: targetRows({ zh: '调整后的目标', en: 'Targets as they would be' }),
  amendReason: text({ zh: '调整理由', en: 'Why they change', class: 'public', min: 4, max: 500, lines: 2, hint: open }),
  code: text({ zh: '目标编号', en: 'No. of the target', class: 'public', max: 10 }),
  value: whole({ zh: '累计完成', en: 'Done so far', class: 'public', max: 1_000_000_000 }),
  evidence: text({ zh: '依据', en: 'Evidence', class: 'public', min: 4, max: 500, lines: 2, hint: open }),
  papers: files({ zh: '证明材料', en: 'Papers', accept: 'any' }),
  summary: text({ zh: '年度总结', en: 'Conclusion', class: 'public', min: 10, max: 4000, lines: 6, hint: open }),
}

type Facts = typeof facts
type Plan = Matter<Facts>

const needs = {
  measures: need<readonly string[]>('measures', () => ({})),
  /** The plan in force for the region and year already, if there is one. */
  standing: need<string>('annual-plan', c => ({ county: c.matter.county, region: c.matter.region, year: c.facts['year'] ?? null })),
}
type Now = Context<Facts, typeof needs>

/** One plan for a region and year. */
const alreadyPlanned = (c: Now): Refusal | undefined => (c.needs.standing === undefined || c.needs.standing === c.matter.id ? undefined
  : refuse('already-planned', words('该地区该年度已有目标', 'There are targets for that region and year'), { remedy: words('请在原目标中提出调整', 'Propose a change of those') }))

/** The office that answers for a region’s plan. */
const plannerOf = (place: string): string => officeCode(place, levelOf(place) === 'township' ? 'gov' : 'lead')

const planning = [post('lead', 'city', 'county', 'township'), post('dispatcher', 'city', 'county', 'township'), post('handler', 'city', 'county', 'township')]
const drafter = party('drafter', words('起草人', 'who drafted it'))

/** Its own level decides on it, and somebody else than who drafted the rows in question. */
const anotherAdopts = ({ matter, actor }: Glance<Facts>): Refusal | undefined => {
  if (actor.region !== matter.region) return refuse('not-its-level', words('年度目标由本级负责人审定（平台规则）', 'A plan is adopted at its own level (a product rule)'), { remedy: words('请由该地区负责人办理', 'Leave it to a lead of that very region') })
  const role = matter.stage === 'amending' ? 'amender' : 'drafter'
  return matter.parties.findLast(one => one.role === role)?.account === actor.account
    ? refuse('two-people', words('起草人不能审定自己起草的目标（平台规则）', 'Who drafted targets can’t adopt them (a product rule)'), { remedy: words('请由另一位负责人审定', 'Have another lead adopt them') }) : undefined
}

const ownersOf = (targets: readonly TargetRow[], how?: TargetRow['how']): readonly string[] => [...new Set(targets.filter(one => how === undefined || one.how === how).map(one => one.office ?? ''))]

const inRegister = (matter: Plan, year: number | undefined, targets: readonly TargetRow[]): Effect =>
  ({ do: 'record', register: 'annual-plan', row: { county: matter.county, plan: matter.id, region: matter.region, year: year ?? 0, targets } })

/** Targets as they hold from now on: in the register, and with the offices that owe them. */
const inForce = (c: Now, targets: readonly TargetRow[]): Pick<Move<Facts>, 'parties' | 'holder' | 'clocks' | 'effects'> => ({
  holder: { office: plannerOf(c.matter.region) },
  parties: ownersOf(targets).filter(office => office !== plannerOf(c.matter.region)).map(office => ({ role: 'co-handler', office })),
  ...(ownersOf(targets, 'stated').length > 0 && { clocks: [{ clock: 'statements', start: 'plan.state-every', then: 'remindStatements' }] }),
  effects: [inRegister(c.matter, c.facts.year, targets), ...ownersOf(targets).map(office => notify({ office }, words('年度目标已审定，请按目标推进', 'Targets of the year are adopted')))],
})

const endOfYear = (c: Pick<Now, 'facts' | 'now'>) => untilDay(`${c.facts.year ?? legalDay(c.now).slice(0, 4)}-12-31`, c.now, words('目标所属年度的最后一天', 'the last day of the year'))

const late = (step: string, zh: string, en: string) => ({ matter }: Now): Move<Facts, never> => ({
  clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: step }],
  effects: [notify({ office: plannerOf(matter.region) }, words(zh, en)), notify({ posts: 'lead', region: parentOf(matter.region) ?? matter.region }, words(zh, en))],
})

/**
 * 年度目标: what each office of a region owes in a year, under which provision (Art. 5). Drafted, adopted by another, amended in the open; progress is
 * computed from records where it can be, stated by the office where not, and always marked as which.
 */
export const annualPlan = procedure('annual-plan', {
  title: words('年度目标', 'Targets of a year'),
  since: '2023-02-01',
  basis: ['5.1', '5.2'],
  facts,
  heading: 'title',
  place: 'region',
  needs,
  records: ['annual-plan', 'plan-progress'],
  stages: {
    reviewing: { zh: '待审定', en: 'To be adopted', due: within('plan.review', 'remindReview') },
    sentBack: { zh: '已退回修改', en: 'Sent back', due: within('plan.review', 'remindReview') },
    inForce: { zh: '执行中', en: 'In force', published: true, due: { then: 'endYear', limit: endOfYear } },
    amending: { zh: '执行中，调整待审定', en: 'In force, a change to be adopted', published: true, due: within('plan.review', 'amendmentLapses') },
    concluding: { zh: '待总结', en: 'To be concluded', published: true, due: within('plan.conclude', 'remindConclusion') },
    closed: { zh: '已总结', en: 'Concluded', final: true, published: true },
    withdrawn: { zh: '已撤回', en: 'Withdrawn', final: true },
  },
  steps: {
    draft: {
      zh: '起草', en: 'Draft', opens: 'reviewing', basis: ['5.1', '5.2'], by: planning, needs: ['measures', 'standing'], asks: ['region', 'year', 'title', 'instrument?', 'targets'],
      causes: words('由本级另一位负责人审定后公开', 'Another lead of this level adopts it, and it is published'),
      then: c => {
        if (c.actor.region !== c.matter.region) return faultAt('region', '只能为本级制定目标', 'Targets are drafted for one’s own level alone')
        if (`${c.input.year ?? 0}` < legalDay(c.now).slice(0, 4)) return faultAt('year', '不能早于本年度', 'It can’t be for a year that is past')
        return alreadyPlanned(c) ?? wrongTargets('targets', c.input.targets ?? [], c.matter.region, c.needs.measures ?? []) ?? {
          holder: { office: plannerOf(c.matter.region) }, parties: [{ role: 'drafter', account: c.actor.account }], counts: { drafted: 1 },
          effects: [notify({ posts: 'lead', region: c.matter.region }, words('年度目标待审定', 'Targets of a year await adoption'))],
        }
      },
    },
    revise: {
      zh: '修改', en: 'Revise', from: ['reviewing', 'sentBack'], to: 'reviewing', basis: ['5.1'], by: [drafter], needs: ['measures'], asks: ['title?', 'instrument?', 'targets'],
      then: c => wrongTargets('targets', c.input.targets ?? [], c.matter.region, c.needs.measures ?? []) ?? { effects: [notify({ posts: 'lead', region: c.matter.region }, words('年度目标已修改，请审定', 'Targets were revised; please adopt them'))] },
    },
    sendBack: {
      zh: '退回修改', en: 'Send back', from: ['reviewing'], to: 'sentBack', basis: [], by: [post('lead')], asks: ['opinion'], only: anotherAdopts,
      then: () => ({ effects: [notify({ party: 'drafter' }, words('年度目标已退回，意见见详情', 'The targets were sent back; the opinion stands in them'))] }),
    },
    withdraw: { zh: '撤回', en: 'Withdraw', from: ['reviewing', 'sentBack'], to: 'withdrawn', basis: [], by: [drafter] },
    remindReview: { zh: '逾期未审定，提醒', en: 'Not adopted in time', from: ['reviewing', 'sentBack'], basis: [], by: [theClock], then: late('remindReview', '年度目标逾期未审定', 'Targets of a year are not adopted in time') },
    adopt: {
      zh: '审定公布', en: 'Adopt', from: ['reviewing'], to: 'inForce', basis: ['5.1', '5.2'], primary: true, by: [post('lead')], needs: ['standing'], asks: ['opinion?'],
      causes: words('向社会公开，责任单位开始执行', 'It is published, and the offices set to work'),
      only: anotherAdopts,
      then: c => alreadyPlanned(c) ?? { ...inForce(c, c.matter.facts.targets ?? []), counts: { adopted: 1 } },
    },
    amend: {
      zh: '提出调整', en: 'Propose a change', from: ['inForce'], to: 'amending', basis: ['5.1'], by: planning, needs: ['measures'], asks: ['amended', 'amendReason'],
      causes: words('由本级另一位负责人审定，审定前原目标不变', 'Another lead decides; until then the targets stay'),
      then: c => wrongTargets('amended', c.input.amended ?? [], c.matter.region, c.needs.measures ?? []) ?? {
        parties: [{ role: 'amender', account: c.actor.account }], effects: [notify({ posts: 'lead', region: c.matter.region }, words('年度目标调整待审定', 'A change of targets awaits adoption'))],
      },
    },
    adoptAmendment: {
      zh: '同意调整', en: 'Adopt the change', from: ['amending'], to: 'inForce', basis: ['5.1'], primary: true, by: [post('lead')], asks: ['opinion?'], only: anotherAdopts,
      then: c => ({ ...inForce(c, c.matter.facts.amended ?? []), set: { targets: c.matter.facts.amended ?? [], amended: null }, counts: { amended: 1 } }),
    },
    dropAmendment: { zh: '不同意调整', en: 'Refuse the change', from: ['amending'], to: 'inForce', basis: [], by: [post('lead')], asks: ['opinion'], only: anotherAdopts, then: () => ({ set: { amended: null } }) },
    amendmentLapses: { zh: '逾期未审定，不作调整', en: 'Not decided: no change', from: ['amending'], to: 'inForce', basis: [], by: [theClock], then: () => ({ set: { amended: null } }) },
    stateProgress: {
      zh: '填报进度', en: 'State progress', from: ['inForce', 'amending', 'concluding'], basis: ['5.2'], by: [holder('lead', 'handler', 'dispatcher'), coHandler], asks: ['code', 'value', 'evidence', 'papers?'],
      causes: words('公开为“单位填报”，附依据', 'Shown as stated by the office, with its evidence'),
      then: c => {
        const target = (c.matter.facts.targets ?? []).find(one => one.code === c.input.code)
        if (!target) return faultAt('code', '没有这个编号的目标', 'There is no target of that number')
        if (target.how === 'computed') return faultAt('code', '该目标由办理记录计算，不填报', 'That one is computed from records')
        if (c.actor.office !== target.office && c.actor.office !== c.matter.holder?.office) return refuse('not-your-target', words('这个目标由其他单位负责', 'That target is for another office'), { remedy: words('请填报本单位的目标', 'State those of your own office') })
        return {
          counts: { stated: 1 },
          effects: [{ do: 'record', register: 'plan-progress', row: { county: c.matter.county, plan: c.matter.id, code: c.input.code ?? '', at: c.now.toISOString(), value: c.input.value ?? 0, evidence: c.input.evidence ?? '', office: c.actor.office ?? '' } }],
        }
      },
    },
    remindStatements: {
      zh: '提醒填报进度', en: 'Ask for progress', from: ['inForce', 'amending'], basis: [], by: [theClock],
      then: c => ({
        clocks: [{ clock: 'statements', start: 'plan.state-every', then: 'remindStatements' }],
        effects: ownersOf(c.matter.facts.targets ?? [], 'stated').map(office => notify({ office }, words('请更新年度目标进度', 'Please state the progress of your targets'))),
      }),
    },
    endYear: {
      zh: '年度结束', en: 'The year ends', from: ['inForce'], to: 'concluding', basis: [], by: [theClock],
      then: c => ({ effects: [notify({ office: plannerOf(c.matter.region) }, words('年度已结束，请总结目标完成情况', 'The year is over; please conclude on its targets'))] }),
    },
    conclude: { zh: '年度总结', en: 'Conclude', from: ['concluding'], to: 'closed', basis: ['5.1'], primary: true, by: [holder('lead', 'handler', 'dispatcher')], asks: ['summary'], then: () => ({ counts: { concluded: 1 } }) },
    remindConclusion: { zh: '逾期未总结，提醒', en: 'Not concluded in time', from: ['concluding'], basis: [], by: [theClock], then: late('remindConclusion', '年度目标逾期未总结', 'Targets of a year are not concluded on in time') },
  },
  measures: { drafted: words('起草', 'Drafted'), adopted: words('审定', 'Adopted'), amended: words('调整', 'Amended'), stated: words('填报进度', 'Progress stated'), concluded: words('总结', 'Concluded') },
  list: { columns: ['region', 'year'] },
  notCovered: [{ basis: '5.1', why: words('国民经济和社会发展规划本身由法定程序编制', 'The economic and social development plan itself is made by its own procedure') }],
})

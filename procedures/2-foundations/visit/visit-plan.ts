import { legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import { choice, day, reference, region, rows, text, whole, type RowOf } from '../../../kernel/facts.ts'
import type { Law } from '../../../kernel/clock.ts'
import { need, procedure, within, type Context } from '../../../kernel/procedure.ts'
import { faulty, refuse, type Fault, type Refusal } from '../../../kernel/refusal.ts'
import { post, theClock } from '../../../kernel/who.ts'
import { words } from '../../../kernel/words.ts'
import { untilDay } from '../../usual/end-date.ts'
import { ofTownship, toGridWorkers, toTownship, townshipOf, villageOf } from '../../usual/field-work.ts'
import { enoughHands, planEnd } from '../../usual/rounds.ts'
import { findHouseholds, type HouseholdKnown } from '../household/find.ts'
import { consents, everyFor, needs as why } from './needs.ts'

const columns = {
  door: text({ zh: '门牌', en: 'Door', min: 2, max: 80, suggests: 'household', hint: words('与户册上的门牌一致；或只填户编号', 'As the register of households has it; or the code alone') }),
  household: reference('household', { zh: '户编号', en: 'Code of the household', hint: words('填了门牌的不用填', 'Left out where the door is said') }),
  need: choice(why, { zh: '走访需要', en: 'Why it is visited' }),
  consent: choice(consents, { zh: '谁同意', en: 'Who agreed' }),
  every: whole({ zh: '每隔几天', en: 'Every so many days', min: 1, max: 180 }),
}

const facts = {
  place: region({ zh: '村（社区）或网格', en: 'Village or grid', class: 'public', search: 'exact' }),
  title: text({ zh: '计划名称', en: 'Name of the plan', min: 4, max: 80, search: 'words' }),
  until: day({ zh: '计划止于', en: 'It runs until', class: 'public' }),
  households: rows(columns, {
    zh: '走访户', en: 'Households', max: 200, optional: ['door', 'household', 'every'],
    hint: words('按户册填门牌或户编号，写明需要，不写姓名、民族、信仰、病情；须经住户同意；间隔不填按需要的默认天数', 'A door or code of the register, and the need: no name, ethnicity, faith or illness; with the household’s consent; the interval goes by the need where left out'),
  }),
  reason: text({ zh: '理由', en: 'Reason', min: 4, max: 500, lines: 2 }),
}

type Row = RowOf<typeof columns>

const needs = { households: need<readonly HouseholdKnown[]>('households', c => ({ village: villageOf(textIn(c.facts['place']) || c.matter.region), day: legalDay(c.now) })) }
type Now = Pick<Context<typeof facts, typeof needs>, 'now' | 'law' | 'needs'>
type Found = { readonly refused: Refusal } | { readonly rows: readonly Row[] }
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Not more households than can be visited, each of the register and once. */
const unfit = (households: readonly Row[], before: readonly Row[], c: Now): Found => {
  const most = Number(c.law.figure('visit.households-most', legalDay(c.now)).value)
  if (households.length + before.length > most) return { refused: refuse('too-many', words(`一份计划最多 ${most} 户（平台规则）`, `A plan holds ${most} households at the most (a product rule)`), { remedy: enoughHands }) }
  const found = findHouseholds(households, c.needs.households)
  if (found.faults.length > 0) return { refused: faulty(found.faults) }
  const codes = [...before, ...found.rows].map(one => one.household)
  const twice = found.rows.flatMap(({ household }, row): readonly Fault[] => (codes.indexOf(household) < row + before.length ? [{ fact: 'households', row, column: 'door', why: words('该户已在计划中', 'That household is in the plan already') }] : []))
  return twice.length === 0 ? { rows: found.rows } : { refused: faulty(twice) }
}

/** A matter of its own for each household, so that each has its own next day and its own history. */
const visits = (households: readonly Row[], place: string, until: string, law: Law, now: Date): readonly Effect[] => households.map(({ household = '', door = '', need, consent, every }) => ({
  do: 'open', by: 'platform', procedure: 'visit', step: 'plan', link: 'plan',
  input: { place, household, door, need: need ?? 'other', consent: consent ?? 'self', every: every ?? Number(law.figure(everyFor(need), legalDay(now)).value), until },
}))

/** 走访计划: which households of a grid or village are visited, for what need, how often; each with its consent (Art. 21.4, 40.2). A worker’s own plan is approved by the township. */
export const visitPlan = procedure('visit-plan', {
  title: words('走访计划', 'Plan of visits'),
  since: '2023-02-01',
  basis: ['21.4', '40.2'],
  facts,
  heading: 'title',
  place: 'place',
  needs,
  stages: {
    proposed: { zh: '待乡镇（街道）核定', en: 'For the township to approve', due: within('visit.approve', 'remind') },
    running: { zh: '执行中', en: 'Running', settled: true, due: { then: 'expire', limit: c => untilDay(c.facts.until ?? '', c.now, words('走访计划的期限', 'the end of the plan')) } },
    over: { zh: '已结束', en: 'Over', final: true },
  },
  steps: {
    make: {
      zh: '制定走访计划', en: 'Plan visits', opens: 'proposed', to: ['running'], basis: ['21.4'], by: [post('gridWorker'), post('committee'), ...ofTownship], asks: ['place', 'title', 'until', 'households'], needs: ['households'],
      causes: words('网格员提出的由乡镇（街道）核定；执行后按每户间隔提醒', 'A worker’s plan is approved by the township; once it runs, each household has its own next day'),
      then: c => {
        const { until = '' } = c.input
        const late = planEnd(until, c.now, c.law)
        if (late) return late
        const found = unfit(c.input.households ?? [], [], c)
        if ('refused' in found) return found.refused
        const households = found.rows
        const holder = { office: townshipOf(c.matter.region) }
        return c.actor.kind === 'gridWorker' || c.actor.kind === 'committee'
          ? { holder, set: { households }, parties: [{ role: 'maker', account: c.actor.account }], effects: [toTownship(c.matter.region, words('有走访计划待核定', 'A plan of visits awaits approval'))] }
          : { to: 'running', holder, set: { households }, counts: { households: households.length }, effects: [...visits(households, c.matter.region, until, c.law, c.now), ...toGridWorkers(c.matter.region, words('有新的走访计划', 'There is a new plan of visits'))] }
      },
    },
    approve: {
      zh: '核定', en: 'Approve', from: ['proposed'], to: 'running', basis: ['21.2'], primary: true, by: ofTownship,
      then: c => {
        const { households = [], until = '' } = c.matter.facts
        if (until < legalDay(c.now)) return refuse('too-late', words('计划期限已过', 'The plan has run out'), { remedy: words('请不予核定，重新制定', 'Decline it, and plan anew') })
        return { counts: { households: households.length }, effects: [...visits(households, c.matter.region, until, c.law, c.now), notify({ party: 'maker' }, words('走访计划已核定', 'Your plan of visits was approved'))] }
      },
    },
    decline: {
      zh: '不予核定', en: 'Decline', from: ['proposed'], to: 'over', basis: ['21.2'], by: ofTownship, asks: ['reason'],
      then: () => ({ effects: [notify({ party: 'maker' }, words('走访计划未予核定，理由见详情', 'Your plan was declined; the reason stands in it'))] }),
    },
    remind: {
      zh: '逾期未核定，提醒', en: 'Not approved in time', from: ['proposed'], basis: [], by: [theClock],
      then: c => ({ clocks: [{ clock: 'again', start: 'round.remind-again', then: 'remind' }], effects: [toTownship(c.matter.region, words('走访计划逾期未核定', 'A plan of visits is not approved in time'))] }),
    },
    add: {
      zh: '增加走访户', en: 'Add households', from: ['running'], basis: ['21.4'], by: ofTownship, asks: ['households'], needs: ['households'],
      causes: words('原有各户不变', 'Those there already do not change'),
      then: c => {
        const before = c.matter.facts.households ?? []
        const found = unfit(c.input.households ?? [], before, c)
        if ('refused' in found) return found.refused
        const households = found.rows
        return {
          set: { households: [...before, ...households] }, counts: { households: households.length },
          effects: visits(households, c.matter.region, c.matter.facts.until ?? '', c.law, c.now),
        }
      },
    },
    end: {
      zh: '结束计划', en: 'End it', from: ['running'], to: 'over', basis: ['21.2'], by: ofTownship, asks: ['reason'],
      then: c => ({ effects: [{ do: 'follow', link: 'plan', step: 'planEnds', input: {} }, ...toGridWorkers(c.matter.region, words('走访计划已结束', 'A plan of visits ended'))] }),
    },
    expire: {
      zh: '计划到期', en: 'It runs out', from: ['running'], to: 'over', basis: [], by: [theClock],
      then: c => ({ effects: [{ do: 'follow', link: 'plan', step: 'planEnds', input: {} }, toTownship(c.matter.region, words('走访计划已到期，需要的请重新制定', 'A plan of visits ran out; plan anew where needed'))] }),
    },
  },
  measures: { households: words('列入走访的户', 'Households to visit') },
  list: { columns: ['place', 'until'] },
  notCovered: [{ basis: '40.1', why: words('特殊人群的关爱档案另有台账，须经授权查看', 'Care files are a register of their own, read under a grant') }],
})


import { daysAfter, dueAt, endOfLegalDay, legalDay } from '../../kernel/calendar.ts'
import { limitOf, type Limit } from '../../kernel/clock.ts'
import { notify } from '../../kernel/effect.ts'
import type { Giving } from '../../kernel/gate.ts'
import { regionOfOffice } from '../../kernel/post.ts'
import type { Ask, Glance, Move } from '../../kernel/procedure.ts'
import { faultAt, refuse, type Fault, type Refusal } from '../../kernel/refusal.ts'
import { countyOf } from '../../kernel/region.ts'
import { words } from '../../kernel/words.ts'
import { untilDay } from '../usual/end-date.ts'
import { shortfall, workMoved, workOrdered } from '../usual/given-work.ts'
import { heldDay, plannedDay, visiting } from '../usual/township-visit.ts'
import { committeeOf, lastDay, townshipOf, toTownship, toVillage, type Finding, type Inspection, type InspectionFacts, type InspectionNow } from './inspection-facts.ts'

const mend = (faults: readonly Fault[]): Refusal | undefined =>
  (faults.length === 0 ? undefined : refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults }))

/** An inspection is recorded some working days after the day it was planned for. */
export const recordBy = (day: string, { now, law }: Pick<InspectionNow, 'now' | 'law'>): Limit => {
  const limit = limitOf(law, 'guidance.record', now)
  const due = dueAt(law.calendar, endOfLegalDay(day), limit.period).at
  return { period: { amount: (due.getTime() - now.getTime()) / 3_600_000, unit: 'hours' }, source: limit.source }
}

/** Every row of the checklist rests on an item in force or on a provision; and a village is not inspected again and again without a reason. */
export const planned = (c: InspectionNow): Move<InspectionFacts, never> | Refusal => {
  const { day = '', checklist = [], overReason } = c.input
  const listed = new Set(c.needs.listed ?? [])
  const faults = checklist.flatMap(({ item, provision }, row): readonly Fault[] => {
    if (item !== undefined) return listed.has(item) ? [] : [{ fact: 'checklist', row, column: 'item', why: words('不在生效的事项清单内', 'It stands on no list in force') }]
    return provision === undefined ? [{ fact: 'checklist', row, column: 'item', why: words('请注明清单事项或条例条款', 'Name an item of the list or a provision') }] : []
  })
  const most = Number(c.law.figure('inspection.yearly', day).value)
  const so = c.needs.inspections ?? 0
  return plannedDay(day, c.now, c.law) ?? mend(faults)
    ?? (so >= most && overReason === undefined
      ? faultAt('overReason', `本年已检查 ${so} 次，达到 ${most} 次的上限，须说明理由（平台规则）`, `Inspected ${so} time(s) this year, the usual most being ${most}: say why (a product rule)`) : undefined)
    ?? {
      holder: { office: townshipOf(c.matter.region) }, counts: { planned: 1, ...(so >= most && { beyondCeiling: 1 }) },
      effects: [visiting(c.matter, 'inspection', day, 'planned'), toVillage(c.matter, '乡镇（街道）将来检查，不需要另行填表、准备材料', 'The township is coming to inspect; no forms or papers need be prepared')],
    }
}

/** What was found goes to the village only by the power of Art. 6.6, each finding on its ground. */
export const findingsGiven = ({ matter, facts }: Ask): Giving | undefined => {
  const findings = (facts as { readonly findings?: readonly Finding[] }).findings ?? []
  return findings.length === 0 ? undefined : {
    to: [committeeOf(matter.region)], by: townshipOf(matter.region), of: matter.id, power: '6.6', until: lastDay(findings),
    rectifies: findings.map(shortfall),
  }
}

const resultFaults = ({ input, matter }: InspectionNow): readonly Fault[] => {
  const rows = matter.facts.checklist?.length ?? 0
  const given = input.results ?? []
  const strange = given.flatMap(({ no = 0 }, row): readonly Fault[] => (no > rows || given.findIndex(one => one.no === no) < row ? [{ fact: 'results', row, column: 'no', why: words(`检查清单共 ${rows} 项，每项填一次`, `The checklist has ${rows} rows, each told once`) }] : []))
  return strange.length > 0 || given.length === rows ? strange : [{ fact: 'results', why: words(`检查清单共 ${rows} 项，须逐项填写`, `The checklist has ${rows} rows; each needs a result`) }]
}

/** What was seen, row by row, and what has to be put right. */
export const recorded = (c: InspectionNow): Move<InspectionFacts, 'answering' | 'closed'> | Refusal => {
  const { heldOn = '', findings = [] } = c.input
  const today = legalDay(c.now)
  const most = Number(c.law.figure('inspection.rectify-longest', today).value)
  // The village first has its time to answer, and then something is left to put it right in.
  const [first, last] = [legalDay(dueAt(c.law.calendar, c.now, limitOf(c.law, 'inspection.answer', c.now).period).at), daysAfter(today, most)]
  const late = findings.flatMap(({ by = '' }, row): readonly Fault[] => (by <= first || by > last ? [{ fact: 'findings', row, column: 'by', why: words(`在 ${first} 之后、${last} 以前（平台规则：最长 ${most} 天）`, `After ${first} and by ${last} (a product rule: ${most} days at the most)`) }] : []))
  const unfounded = findings.length > 0 && !(c.input.results ?? []).some(one => one.result === 'not')
    ? [{ fact: 'findings', why: words('检查结果没有“不符合”，不能要求整改', 'Nothing was found out of order: nothing can be ordered put right') }] : []
  const refused = heldDay(heldOn, c.now) ?? mend([...resultFaults(c), ...late, ...unfounded])
  if (refused) return refused
  const held = visiting(c.matter, 'inspection', heldOn, 'held')
  const parties = [{ role: 'inspector', account: c.actor.account }]
  if (findings.length === 0) return { to: 'closed', set: { outcome: 'none' }, parties, counts: { held: 1, clean: 1 }, effects: [held, toVillage(c.matter, '检查没有发现问题', 'The inspection found nothing out of order')] }
  const until = lastDay(findings)
  return {
    to: 'answering', holder: { office: committeeOf(c.matter.region) }, parties, counts: { held: 1, ordered: 1, findings: findings.length },
    effects: [
      held, toVillage(c.matter, '检查发现问题，可以同意整改，也可以提出异议', 'The inspection found something; agree to put it right, or object'),
      workOrdered(c.matter, { issuer: townshipOf(c.matter.region), title: c.matter.facts.about ?? '', since: today, until, state: 'answering', item: findings.find(one => one.item !== undefined)?.item }),
    ],
  }
}

/** Neither whoever recorded the findings decides on the objection, from whichever post. */
export const anotherDecides = ({ matter, actor }: Glance<InspectionFacts>): Refusal | undefined =>
  (matter.parties.some(party => party.role === 'inspector' && party.account === actor.account)
    ? refuse('two-people', words('登记检查的人员不能决定对它的异议（平台规则）', 'Who recorded the findings can’t decide on the objection (a product rule)'), { remedy: words('请由另一位负责人或县（区）决定', 'Have another lead, or the county, decide') })
    : undefined)

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The findings stand, fall, or some of them do. */
export const decided = (c: InspectionNow): Move<InspectionFacts, 'rectifying' | 'closed'> | Refusal => {
  const findings = c.matter.facts.findings ?? []
  const numbers = new Set((c.input.fallen ?? []).map(one => one.no))
  if (c.input.ruling === 'partly' && ([...numbers].some(no => (no ?? 0) > findings.length) || numbers.size >= findings.length)) {
    return faultAt('fallen', `共 ${findings.length} 个问题；全部撤销的请选“全部撤销”`, `There are ${findings.length}; where all fall, choose so`)
  }
  const left = c.input.ruling === 'falls' ? [] : findings.filter((_, at) => !numbers.has(at + 1))
  if (left.length === 0) return fallen(c.matter)
  // The days first given count anew: nobody is late for having objected.
  const until = daysAfter(legalDay(c.now), daysBetween(c.matter.facts.heldOn ?? legalDay(c.now), lastDay(left)))
  return {
    to: 'rectifying', holder: { office: committeeOf(c.matter.region) }, set: { findings: left, until },
    effects: [workMoved(c.matter, 'rectifying', { open: true, until }), toVillage(c.matter, '对异议已有决定，请按决定整改', 'The objection is decided on; please put right what stands')],
  }
}

export const fallen = (matter: Inspection): Move<InspectionFacts, 'closed'> => ({
  to: 'closed', set: { outcome: 'withdrawn' }, holder: { office: townshipOf(matter.region) }, counts: { withdrawn: 1 },
  effects: [workMoved(matter, 'withdrawn', { open: false }), toVillage(matter, '检查发现的问题已撤销', 'The findings fell'), toTownship(matter, '检查发现的问题已撤销', 'The findings fell')],
})

export const fixed = (matter: Inspection): Move<InspectionFacts, 'closed'> => ({
  to: 'closed', set: { outcome: 'fixed' }, holder: { office: townshipOf(matter.region) }, counts: { putRight: 1 },
  effects: [workMoved(matter, 'done', { open: false }), toVillage(matter, '复查通过', 'It was found put right')],
})

export const handedOn = (matter: Inspection): Move<InspectionFacts, 'closed'> => ({
  to: 'closed', set: { outcome: 'handedOn' }, holder: { office: townshipOf(matter.region) }, counts: { handedOn: 1 },
  effects: [workMoved(matter, 'handedOn', { open: false }), toVillage(matter, '检查发现的问题转由其他单位或程序处理', 'What was found goes on with others'), toTownship(matter, '县（区）决定转由其他单位或程序处理', 'The county decided that it goes on with others')],
})

/** It is to be put right by a new day. */
export const onceMore = (matter: Inspection, until: string) => ({
  to: 'rectifying', holder: { office: committeeOf(matter.region) },
  effects: [workMoved(matter, 'rectifying', { open: true, until }), toVillage(matter, '复查后仍需整改，请看复查情况', 'Not yet put right; see what was found')],
} as const)

/** By when the findings as they stand are to be put right. */
export const rectifyBy = (c: Pick<InspectionNow, 'facts' | 'now'>): Limit =>
  untilDay(c.facts.until ?? lastDay(c.facts.findings ?? []), c.now, words('检查确定的整改期限', 'the day the inspection set'))

/** First who owes it and the township’s lead are told, then the county’s. */
export const climb = (step: string, zh: string, en: string) => ({ matter }: InspectionNow): Move<InspectionFacts, never> => {
  const level = matter.facts.escalated ?? 0
  const township = regionOfOffice(townshipOf(matter.region))
  return {
    set: { escalated: Math.min(level + 1, 9) },
    clocks: [{ clock: 'escalation', start: 'oversight.escalate-again', then: step }],
    effects: [
      ...(matter.holder === null ? [] : [notify({ office: matter.holder.office }, words(zh, en))]),
      notify({ posts: 'lead', region: level === 0 ? township : countyOf(township) }, words(`${zh}，请督促`, `${en}; please see to it`)),
    ],
  }
}

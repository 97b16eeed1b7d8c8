import { daysAfter, legalDay } from '../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../kernel/effect.ts'
import type { ValuesOf } from '../../../kernel/fact.ts'
import { isCommunity, isTownship, type Giving } from '../../../kernel/gate.ts'
import type { Law } from '../../../kernel/clock.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { officeCode, regionOfOffice } from '../../../kernel/post.ts'
import type { Ask, Glance } from '../../../kernel/procedure.ts'
import { faultAt, faulty, refuse, type Fault, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import { isWithin } from '../../../kernel/region.ts'
import { words } from '../../../kernel/words.ts'
import { villageOf } from '../../usual/field-work.ts'
import { shortfall } from '../../usual/given-work.ts'
import type { InspectionFacts } from './facts.ts'

export type Inspection = Matter<InspectionFacts>
type Values = ValuesOf<InspectionFacts>

export const fault: FaultOf<InspectionFacts> = faultAt

/** Who has to put it right; a firm has no account, so whoever inspects records it. */
export const inspected = ({ facts, region }: Pick<Inspection, 'facts' | 'region'>): string | undefined =>
  (facts.target === 'office' ? facts.office : facts.target === 'community' ? officeCode(villageOf(region), 'committee') : undefined)

export const inspectorOf = (matter: Inspection): string => matter.facts.inspector ?? ''

export const toInspector = (matter: Inspection, zh: string, en: string): Effect => notify({ office: inspectorOf(matter) }, words(zh, en))
export const toInspected = (matter: Inspection, zh: string, en: string): readonly Effect[] => {
  const office = inspected(matter)
  return office === undefined ? [] : [notify({ office }, words(zh, en))]
}

const toPutRight = ({ findings = [] }: Values) => findings.filter(one => one.as !== 'hazard')

/** A community is ordered only what is its own, by its township’s power to inspect (Art. 6.6, 23.3); an office what is its duty. */
export const givenBy = ({ matter, facts, actor }: Ask<InspectionFacts>): Giving | undefined => {
  const to = inspected({ facts, region: matter.region })
  const findings = toPutRight(facts)
  if (to === undefined || findings.length === 0) return undefined
  const by = facts.inspector ?? actor.office ?? ''
  return isCommunity(to) ? { to: [to], by, of: matter.id, power: '6.6', rectifies: findings.map(shortfall), until: lastDay(facts) } : { to: [to], by }
}

/** The last day by which what was found is to be put right. */
export const lastDay = (facts: Values): string => toPutRight(facts).map(one => one.by ?? '').toSorted().at(-1) ?? ''

/** An office that is inspected answers for the place, and is no community or township under another name. */
export const unfit = ({ target, office }: Values, region: string): Refusal | undefined =>
  (target !== 'office' || office === undefined ? undefined
    : isCommunity(office) || isTownship(office) ? fault('office', '请选择部门；村（社区）请在“检查谁”中选', 'Choose a department; a community is chosen as who is inspected')
      : isWithin(region, regionOfOffice(office)) ? undefined : fault('office', '该单位不管辖此地', 'That office does not answer for this place'))

type Row = NonNullable<Values['results']>[number]

/** Each row of the checklist has one result; points where it is partly in order, and no more than it has. */
export const resultFaults = (results: readonly Row[], checklist: NonNullable<Values['checklist']>): Refusal | undefined => {
  const faults = results.flatMap(({ no = 0, result, points }, row): readonly Fault[] => {
    const full = checklist[no - 1]?.points
    if (full === undefined || results.findIndex(one => one.no === no) < row) return [{ fact: 'results', row, column: 'no', why: words(`检查清单共 ${checklist.length} 项，每项填一次`, `The checklist has ${checklist.length} rows, each told once`) }]
    return result === 'part' && (points === undefined || points > full) ? [{ fact: 'results', row, column: 'points', why: words(`部分符合的填得分，不超过 ${full}`, `Points where partly in order, ${full} at the most`) }] : []
  })
  if (faults.length > 0) return faulty(faults)
  return results.length === checklist.length ? undefined : faulty([{ fact: 'results', why: words(`检查清单共 ${checklist.length} 项，须逐项填写`, `The checklist has ${checklist.length} rows; each needs a result`) }])
}

/** What is to be put right has its day, and a hazard its kind. */
export const findingFaults = ({ findings = [], results = [] }: Values, now: Date, law: Law): Refusal | undefined => {
  const today = legalDay(now)
  const most = Number(law.figure('inspection.rectify-longest', today).value)
  const faults = findings.flatMap(({ as, kind, by }, row): readonly Fault[] => {
    if (as === 'hazard') return kind === undefined ? [{ fact: 'findings', row, column: 'kind', why: words('请选择隐患类型', 'Say what kind of hazard') }] : []
    return by === undefined || by <= today || by > daysAfter(today, most) ? [{ fact: 'findings', row, column: 'by', why: words(`填整改期限，最长 ${most} 天（平台规则）`, `By which day, ${most} days at the most (a product rule)`) }] : []
  })
  if (faults.length > 0) return faulty(faults)
  if (findings.length === 0 && results.some(one => one.result === 'not')) return fault('findings', '有不符合项，请填写问题和如何处理', 'Something is not in order: say what, and what becomes of it')
  return findings.length > 0 && !results.some(one => one.result === 'not' || one.result === 'part') ? fault('findings', '检查结果没有不符合，不能要求整改', 'Nothing was found out of order: nothing can be ordered put right') : undefined
}

/** Points reached and points that could be, what does not apply left out. */
export const scored = (results: readonly Row[], checklist: NonNullable<Values['checklist']>): { readonly got: number; readonly full: number; readonly score: number } => {
  const counted = results.filter(one => one.result !== 'na').map(({ no = 0, result, points = 0 }) => {
    const full = checklist[no - 1]?.points ?? 0
    return { full, got: result === 'ok' ? full : result === 'part' ? points : 0 }
  })
  const [full, got] = [counted.reduce((sum, one) => sum + one.full, 0), counted.reduce((sum, one) => sum + one.got, 0)]
  return { got, full, score: full === 0 ? 100 : Math.round((100 * got) / full) }
}

/** Never by whoever put it right, nor their office. */
export const notOwnWork = ({ matter, actor }: Glance<InspectionFacts>): Refusal | undefined =>
  (actor.account === matter.facts.rectifiedBy || (actor.office !== undefined && actor.office === inspected(matter))
    ? refuse('own-work', words('整改的单位和登记整改的人不能复查（平台规则）', 'Whoever put it right can’t check it again (a product rule)'), { remedy: words('请由检查单位的另一人复查', 'Ask another person of the inspecting office') }) : undefined)

/** Who recorded the findings does not decide on the objection to them. */
export const anotherDecides = ({ matter, actor }: Glance<InspectionFacts>): Refusal | undefined =>
  (actor.account === matter.facts.recordedBy
    ? refuse('two-people', words('登记检查的人员不能决定对它的异议（平台规则）', 'Who recorded the findings can’t decide on the objection (a product rule)'), { remedy: words('请由另一位负责人决定', 'Ask another lead to decide') }) : undefined)

/** Nor does anyone who recorded it or put it right decide above. */
export const notOwnFinding = (c: Glance<InspectionFacts>): Refusal | undefined => anotherDecides(c) ?? notOwnWork(c)

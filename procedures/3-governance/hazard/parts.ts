import { dueAt, legalDay } from '../../../kernel/calendar.ts'
import { hasRunOut, limitOf, type Law } from '../../../kernel/clock.ts'
import type { DocContext } from '../../../kernel/document.ts'
import { notify, warn, type Effect } from '../../../kernel/effect.ts'
import type { ValuesOf } from '../../../kernel/fact.ts'
import type { Giving } from '../../../kernel/gate.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { isCommunity, isTownship } from '../../../kernel/gate.ts'
import { kindOfOffice, officeCode, regionOfOffice } from '../../../kernel/post.ts'
import type { Ask, Glance } from '../../../kernel/procedure.ts'
import { faultAt, refuse, type FaultOf, type Refusal } from '../../../kernel/refusal.ts'
import type { RuleName } from '../../../regulation/rules.ts'
import { ancestor, countyOf, isWithin, levelOf } from '../../../kernel/region.ts'
import { words } from '../../../kernel/words.ts'
import { toGridWorkers, townshipOf, villageOf } from '../../usual/field-work.ts'
import { shortfall, workMoved, workOrdered } from '../../usual/given-work.ts'
import type { HazardFacts } from './facts.ts'
import { kinds, limitFor, type HazardKind } from './kinds.ts'

export type Hazard = Matter<HazardFacts>
type Values = ValuesOf<HazardFacts>

export const fault: FaultOf<HazardFacts> = faultAt

const committeeOf = (region: string): string => officeCode(villageOf(region), 'committee')

/** The office that grades and orders; before a grade, the township. */
export const authorityOf = (matter: Hazard): string => matter.facts.authority ?? townshipOf(matter.region)

/** Where a major hazard of a kind could go, the most competent first. */
export const competentFor = (region: string, kind: HazardKind | undefined): readonly string[] =>
  [kinds[kind ?? 'other'].competent, 'emergency', 'centre', 'lead'].map(office => officeCode(countyOf(region), office))

export const toAuthority = (matter: Hazard, zh: string, en: string): Effect => notify({ office: authorityOf(matter) }, words(zh, en))
export const toHolder = (matter: Hazard, zh: string, en: string): Effect => notify({ office: matter.holder?.office ?? authorityOf(matter) }, words(zh, en))
export const toReporter = (zh: string, en: string): Effect => notify({ party: 'reporter' }, words(zh, en))

/** People near by are told first: who walks the grid and who lives and works there answers for warning them. */
export const warnFirst = (matter: Hazard): readonly Effect[] => {
  const said = words('附近有危险隐患，请先提示、疏散居民', 'A dangerous hazard near by: warn residents and lead them away first')
  return [
    ...toGridWorkers(matter.region, said, warn), warn({ posts: 'committee', region: villageOf(matter.region) }, said),
    warn({ posts: 'lead', region: ancestor(matter.region, 'township') ?? matter.region }, words('有危险隐患，请立即处置', 'A dangerous hazard: act at once')),
  ]
}

/** Townships that have the point, or the border by it, beside the one that answers: what threatens people there, they know of and read. */
export const townshipsBeside = (office: string, near: readonly string[] = []): readonly string[] => [...new Set(near.map(townshipOf))].filter(one => one !== office)

/** A major hazard goes to the competent department at once; the township and the county's emergency office know of it. */
export const toDepartment = (matter: Hazard, kind: HazardKind | undefined, staffed: readonly string[] | undefined): { readonly office: string; readonly effects: readonly Effect[] } => {
  const possible = competentFor(matter.region, kind)
  const office = possible.find(one => staffed?.includes(one)) ?? officeCode(countyOf(matter.region), 'centre')
  return {
    office,
    effects: [
      warn({ office }, words('重大隐患，请立即责令整改', 'A major hazard: order it put right at once')),
      warn({ office: officeCode(countyOf(matter.region), 'emergency') }, words('辖区有重大隐患', 'A major hazard in your county')),
      warn({ posts: 'lead', region: countyOf(matter.region) }, words('辖区有重大隐患', 'A major hazard in your county')),
      warn({ office: townshipOf(matter.region) }, words('重大隐患已报主管部门，请先保证人员安全', 'A major hazard is with the competent department; keep people safe first')),
      ...warnFirst(matter),
    ],
  }
}

/** Who has to put it right: the office, the community, or where a firm or household answers for it, the authority goes on holding the matter. */
export const rectifier = ({ facts, region }: Pick<Ask<HazardFacts>['matter'], 'facts' | 'region'>): string | undefined =>
  (facts.responsible === 'office' ? facts.office : facts.responsible === 'community' ? committeeOf(region) : undefined)

/** What an order names. Between two orders nobody is named, and none inherits from the one before. */
export const nobodyNamed = { responsible: null, firm: null, door: null, office: null, item: null, provision: null, requirement: null, putRightBy: null } as const

/** Whom the order is addressed to on paper: whoever answers for it, by what it names of them. */
export const addressed = ({ facts, region, office }: Pick<DocContext<HazardFacts>, 'facts' | 'region' | 'office'>): string => {
  const to = rectifier({ facts, region })
  return to === undefined ? (facts.responsible === 'owner' ? facts.door : facts.firm) ?? '责任单位' : office(to)
}

/** How long there is to put it right: a false “put right” buys no time, and what was left goes on where the check fails soon enough. */
export const timeFor = ({ grade, rounds = 0 }: Pick<Values, 'grade' | 'rounds'>): RuleName => (rounds > 0 ? 'hazard.rectify-again' : limitFor('rectify', grade))

/** The last day by which a hazard is put right, ordered now. */
export const putRightBy = (facts: Pick<Values, 'grade' | 'rounds'>, now: Date, law: Law): string => legalDay(dueAt(law.calendar, now, limitOf(law, timeFor(facts), now).period).at)

/** Found not put right so often, those above are told each time: it stays to be put right, and they see to it. */
export const againAndAgain = ({ matter, law, now }: Glance<HazardFacts>): readonly Effect[] => {
  if ((matter.facts.rounds ?? 0) + 1 < Number(law.figure('hazard.rounds', legalDay(now)).value)) return []
  const said = words('隐患多次复查未通过，请督办', 'A hazard was found not put right again and again: please supervise it')
  return [notify({ posts: 'lead', region: countyOf(matter.region) }, said), notify({ office: officeCode(countyOf(matter.region), 'centre') }, said)]
}

/** An office objects once, and before its time has run out: objecting buys no time that was let pass. */
export const mayContest = ({ matter, now }: Glance<HazardFacts>): Refusal | undefined => {
  const to = rectifier(matter)
  if (to === undefined) return refuse('not-ordered', words('没有指定单位整改', 'No office was ordered'), { remedy: words('企业、业主的异议由督促整改单位记录处理', 'A firm’s or owner’s objection is for who ordered it to settle') })
  if (matter.facts.objectors?.includes(to)) return refuse('contested-before', words('该单位已提出过异议，只能提一次（平台规则）', 'That office has objected before; once only (a product rule)'), { remedy: words('请先整改，仍有争议的由上级督办协调', 'Put it right, and ask those above to settle what is still disputed') })
  const clock = matter.clocks['stage']
  return clock && hasRunOut(clock, now) ? refuse('too-late', words('整改期限已过，不能再提出异议（平台规则）', 'The time to put it right has passed; nothing can be objected any more (a product rule)'), { remedy: words('请先整改，并向督促整改单位说明', 'Put it right, and explain yourself to who ordered it') }) : undefined
}

/** What an order gives others: a community only what is its own, by its township's power to inspect (Art. 6.6, 23.3). */
export const givenBy = ({ matter, facts, actor }: Ask<HazardFacts>): Giving | undefined => {
  const to = rectifier({ facts, region: matter.region })
  if (to === undefined) return undefined
  const by = actor.office ?? ''
  return isCommunity(to)
    ? { to: [to], by, of: matter.id, power: '6.6', rectifies: [shortfall(facts)] }
    : { to: [to], by }
}

/** What is wrong with who is named: an office that commands and carries nothing out, or does not answer for the place. */
export const unfitOffice = (given: Values, region: string, staffed: readonly string[] | undefined): Refusal | undefined => {
  const { office, responsible } = given
  if (responsible !== 'office' || office === undefined) return undefined
  if (isCommunity(office)) return fault('office', '村（社区）整改的，请在“谁负责整改”中选择村（社区）', 'What a community puts right is ordered of it as the community')
  if (['lead', 'congress', 'audit', 'access', 'hotline', 'court', 'procuratorate'].includes(kindOfOffice(office)) || isTownship(office)) return fault('office', '请选择承担该职责的部门', 'Choose the department whose duty it is')
  if (!isWithin(region, regionOfOffice(office))) return fault('office', '该单位不管辖此地', 'That office does not answer for this place')
  return staffed?.includes(office) ? undefined : fault('office', '该单位没有可以受理的人员', 'Nobody there could accept it')
}

/** What the community owes of it, where it is the community’s own to put right. */
export const workRow = (matter: Hazard, facts: Values, state: string, open: boolean): readonly Effect[] => (facts.responsible === 'community' ? [workMoved(matter, state, { open })] : [])

/** Entered the first time the community is ordered; taken up again where it was. */
export const orderedRow = (matter: Hazard, facts: Values, now: Date, law: Law): readonly Effect[] => (facts.responsible !== 'community' || facts.given ? workRow(matter, facts, 'rectifying', true) : [workOrdered(matter, {
  issuer: authorityOf(matter), title: facts.what ?? '', since: legalDay(now), state: 'rectifying', item: facts.item,
  until: putRightBy(facts, now, law),
})])

/** Who holds it checks, or the county’s government above; the township only where the department that sees to it put it right itself. */
const checks = (matter: Hazard, office: string): boolean => office === matter.holder?.office
  || levelOf(regionOfOffice(office)) !== 'township' || rectifier(matter) === authorityOf(matter)

/** Never by whoever put it right, nor from their office. */
export const notOwnWork = ({ matter, actor }: Glance<HazardFacts>): Refusal | undefined => (checks(matter, actor.office ?? '') ? ownWork({ matter, actor })
  : refuse('not-theirs', words('由督促整改的单位复查', 'The office that ordered it put right checks it'), { remedy: words('看到没有整改好的，请告知该单位', 'Where you saw that it is not put right, tell them') }))

const ownWork = ({ matter, actor }: Pick<Glance<HazardFacts>, 'matter' | 'actor'>): Refusal | undefined =>
  (actor.account === matter.facts.rectifiedBy || (actor.office !== undefined && actor.office === rectifier(matter))
    ? refuse('own-work', words('整改的单位和登记整改的人不能复查（平台规则）', 'Whoever put it right can’t check it again (a product rule)'), { remedy: words('请由督促整改单位的另一人复查', 'Ask another person of the office that sees to it') })
    : undefined)

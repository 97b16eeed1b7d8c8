import { accessRules } from './rules/access.ts'
import { accessLogRules } from './rules/access-log.ts'
import { assemblyRules } from './rules/assembly.ts'
import { breachRules } from './rules/breach.ts'
import { burdenRules } from './rules/burden.ts'
import { covenantAndCreditRules } from './rules/covenants.ts'
import { deliberationRules } from './rules/deliberation.ts'
import { emergencyRules } from './rules/emergency.ts'
import { fieldWorkRules } from './rules/field-work.ts'
import { gateRules } from './rules/gate.ts'
import { grantRules } from './rules/grants.ts'
import { facilityRules } from './rules/facility.ts'
import { gridRules } from './rules/grids.ts'
import { gridWorkerRules } from './rules/grid-worker.ts'
import { hazardRules } from './rules/hazard.ts'
import { listRules } from './rules/lists.ts'
import { mediationRules } from './rules/mediation.ts'
import { mediationBodyRules } from './rules/mediation-bodies.ts'
import { oversightRules } from './rules/oversight.ts'
import { personRules } from './rules/person.ts'
import { pointsRules } from './rules/points.ts'
import { privacyRules } from './rules/privacy.ts'
import { propertyRules } from './rules/property.ts'
import { referralRules } from './rules/referral.ts'
import { requestRules } from './rules/request.ts'
import type { Quantity, Row, Unit } from './rules/rule.ts'
import { safetyRules } from './rules/safety.ts'
import { summonsRules } from './rules/summons.ts'
import { townshipRules } from './rules/township.ts'
import { trackRules } from './rules/tracks.ts'
import { votingRules } from './rules/voting.ts'

const shipped = [
  ...accessRules, ...grantRules, ...facilityRules, ...assemblyRules, ...propertyRules, ...mediationRules, ...mediationBodyRules, ...trackRules, ...safetyRules, ...personRules, ...requestRules, ...oversightRules,
  ...breachRules,
  ...emergencyRules, ...accessLogRules, ...privacyRules, ...listRules,
  ...gateRules,
  ...burdenRules,
  ...summonsRules, ...referralRules,
  ...townshipRules,
  ...gridRules,
  ...hazardRules, ...fieldWorkRules, ...gridWorkerRules,
  ...pointsRules,
  ...covenantAndCreditRules,
  ...votingRules,
  ...deliberationRules,
] as const

type Shipped = (typeof shipped)[number]

/** The name of a figure; a wrong one does not compile. */
export type RuleName = Shipped['name']

/** The unit a rule is counted in; the same in all its rows. */
export type UnitOf<N extends RuleName> = Extract<Shipped, { readonly name: N }>['unit']

/** One dated figure of a known name. */
export type Rule = Row<RuleName>

/** The figure in force: its value has the type its name promises. */
export type Figure<N extends RuleName = RuleName> = { readonly name: N } & Quantity<UnitOf<N>> & Omit<Rule, 'name' | 'unit' | 'value'>

/** Every figure this version ships, past and present. */
export const rules: readonly Rule[] = shipped

const units: ReadonlyMap<string, Unit> = new Map(rules.map(rule => [rule.name, rule.unit]))

/** The names of all figures, each once. */
export const ruleNames = [...units.keys()] as readonly RuleName[]

export const isRuleName = (x: string): x is RuleName => units.has(x)

/** Whether the rule is in force on the day (`YYYY-MM-DD`): from its first day, until the day before `until`. */
export const isInForce = (rule: Pick<Rule, 'from' | 'until'>, on: string): boolean =>
  rule.from <= on && (rule.until === undefined || on < rule.until)

/** Whether a local rule may stand in place of this one: over a default always, over statute only where the row is marked so. */
export const yieldsToLocal = (rule: Pick<Rule, 'kind' | 'adjustable'>): boolean => rule.kind === 'default' || rule.adjustable === true

const isStatute = (rule: Rule): boolean => rule.kind === 'regulation' || rule.kind === 'national'

// Statute before local rules before defaults, except that a local rule goes before a statute that lets it.
// Within a rank what is confirmed goes before what is not, and then the newer before the older.
const rank = (rule: Rule): number => isStatute(rule) ? (rule.adjustable ? 2 : 0) : rule.kind === 'local' ? 1 : 3

const before = (a: Rule, b: Rule): number =>
  rank(a) - rank(b) || Number(b.confirmed) - Number(a.confirmed) || (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)

/**
 * The figure in force on a legal day (`YYYY-MM-DD`, Asia/Shanghai).
 *
 * `local` are the rows adopted on this site: a `local` row replaces a default, and statute only where the statute's row is `adjustable`;
 * a confirmed `national` row (an amendment, or a correction by the justice office) replaces a shipped one that is older or not confirmed.
 * Throws where no row is in force, which is how a track stays blocked, and where an adopted row counts in another unit.
 */
export const figure = <N extends RuleName>(name: N, on: string, local: readonly Rule[] = []): Figure<N> => {
  const found = [...rules, ...local].filter(rule => rule.name === name && isInForce(rule, on)).toSorted(before)[0]
  if (found === undefined) throw new Error(`no figure in force for ${name} on ${on}`)
  if (found.unit !== units.get(name)) throw new Error(`${name} counts in ${units.get(name)}, the adopted row in ${found.unit}`)
  return found as Figure<N>
}

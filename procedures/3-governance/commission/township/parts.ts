import { notify, type Effect } from '../../../../kernel/effect.ts'
import type { Known } from '../../../../kernel/gate.ts'
import { keepWords } from '../../../../kernel/kept-words.ts'
import type { Matter } from '../../../../kernel/matter.ts'
import { officeCode } from '../../../../kernel/post.ts'
import { need, type Context, type Move, type Step } from '../../../../kernel/procedure.ts'
import { words, type Json, type JsonObject, type Words } from '../../../../kernel/words.ts'
import { givingOf, receiver, stillBarred } from '../giving.ts'
import { issuerOf, toIssuer, workNeeds, type OwedStage } from '../work/parts.ts'
import type { TownshipFacts } from './facts.ts'

export type TownshipStage = OwedStage | 'reviewing' | 'answering' | 'ruling' | 'passed' | 'notPassed' | 'stopped'

/** Another task given in the township, as far as merging needs it. */
export type Beside = { readonly procedure: string; readonly stage: string; readonly region: string; readonly number: string; readonly facts: JsonObject }

const listed = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])

export const townshipNeeds = {
  ...workNeeds,
  /** What the lists say today of giving it to the villages. */
  onward: need<Known>('gate', c => ({
    to: listed(c.facts['places']).map(receiver), by: c.facts['issuer'] ?? null, item: c.facts['item'] ?? null, duty: c.facts['duty'] ?? null, of: c.facts['commission'] ?? null,
    from: c.facts['from'] ?? null, until: c.facts['until'] ?? null, county: c.matter.county, at: c.now.toISOString(),
  })),
  beside: need<Beside>('beside', c => ({ county: c.matter.county, id: c.facts['into'] ?? null })),
}

export type TownshipNeeds = typeof townshipNeeds
export type Now = Context<TownshipFacts, TownshipNeeds>
export type Moved<S extends TownshipStage = TownshipStage> = Move<TownshipFacts, S>
export type TownshipStep = Step<TownshipFacts, TownshipStage, TownshipNeeds>

export const centreOf = (task: Pick<Matter<TownshipFacts>, 'region'>): string => officeCode(task.region, 'centre')

/** Tells the commission what became of it for all the villages here. */
export const saidOfAll = (c: Pick<Now, 'matter'>, happened: 'passed' | 'notPassed' | 'objected'): Effect =>
  ({ do: 'tell', link: 'of', step: 'noted', input: { happened, happenedIn: c.matter.facts.places?.length ?? 0 } })

/** It does not reach these villages. */
export const notGiven = <S extends TownshipStage>(c: Pick<Now, 'matter'>, stage: S, why: Words): Moved<S> => ({
  to: stage, holder: { office: centreOf(c.matter) }, set: { stopReason: keepWords(why) },
  effects: [saidOfAll(c, 'notPassed'), toIssuer(c.matter, '任务没有下达到村（社区），请查看原因', 'Your work did not reach the villages; see why'), notify({ office: centreOf(c.matter) }, words('任务没有下达到村（社区）', 'The work did not reach the villages'))],
})

/** On to the villages, each through the gate; what holds no longer stops here and its issuer is told why (the amendment rule). */
export const goesOn = (c: Now, changed: Partial<Pick<Now['facts'], 'from' | 'until' | 'fields' | 'mergedWith'>> = {}): Moved<'passed' | 'stopped'> => {
  const facts = { ...c.facts, ...changed }
  const { places = [] } = facts
  const barred = stillBarred({ ...givingOf(facts, places, issuerOf(c.matter), facts.commission ?? ''), fields: [] }, c.needs.onward, c.now)
  if (barred) return notGiven(c, 'stopped', barred.why)
  const { fields = [] } = facts
  const input: JsonObject = {
    issuer: issuerOf(c.matter), commission: facts.commission ?? '', title: facts.title ?? '', what: facts.what ?? '', manner: facts.manner ?? 'other', from: facts.from ?? '', until: facts.until ?? '',
    ...(facts.item !== undefined && { item: facts.item }), ...(facts.duty !== undefined && { duty: facts.duty }), ...(facts.times !== undefined && { times: facts.times }),
    ...(facts.conditions !== undefined && { conditions: facts.conditions }), ...(fields.length > 0 && { fields }), ...(facts.arrived !== undefined && { arrived: facts.arrived }),
    ...(facts.mergedWith !== undefined && { mergedWith: facts.mergedWith }),
  }
  return {
    to: 'passed', holder: { office: centreOf(c.matter) }, set: changed, counts: { passed: 1 },
    effects: [
      ...places.map((village): Effect => ({ do: 'open', procedure: 'community-task', step: 'give', input: { ...input, village }, link: 'through', by: 'platform' })),
      saidOfAll(c, 'passed'), toIssuer(c.matter, '乡镇（街道）已同意下达', 'A township passed your work on'),
    ],
  }
}

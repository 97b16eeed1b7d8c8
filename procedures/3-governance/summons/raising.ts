import type { Effect } from '../../../kernel/effect.ts'
import type { Matter } from '../../../kernel/matter.ts'
import { faultAt, type Refusal } from '../../../kernel/refusal.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import type { Law } from '../../../kernel/clock.ts'
import { legalDay } from '../../../kernel/calendar.ts'
import { notify } from '../../../kernel/effect.ts'
import { words } from '../../../kernel/words.ts'
import { endTooFar } from '../../usual/end-date.ts'
import type { Call } from './calls.ts'
import { unreported } from './calls.ts'
import type { SummonsFacts } from './facts.ts'
import { mayBeCalled } from './offices.ts'
import { refuse } from '../../../kernel/refusal.ts'

type Unit = { readonly name?: string; readonly phone?: string }
export type Summons = Matter<SummonsFacts>

/** Whom a step calls: the departments, the units outside, and under which facts they were given. */
export type Called = { readonly offices: readonly string[]; readonly units: readonly Unit[]; readonly fact: 'offices' | 'more' }

/** What is wrong with who is called: nobody, one that can't be, or one called already. */
export const unfit = ({ offices, units, fact }: Called, place: string, staffed: readonly string[] | undefined, already: ReadonlySet<string>): Refusal | undefined => {
  const outside = fact === 'offices' ? 'outside' : 'moreOutside'
  if (offices.length + units.length === 0) return faultAt(fact, '请选择至少一个部门，或填写外部单位', 'Choose a department, or name a unit outside')
  const names = units.map(unit => unit.name ?? '')
  if (new Set(names).size < names.length || names.some(name => already.has(name))) return faultAt(outside, '同一单位只召集一次', 'A unit is called once')
  if (offices.some(office => already.has(office))) return faultAt(fact, '该单位已被召集', 'That office is called already')
  return offices.map(office => mayBeCalled(fact, place, office, staffed)).find(refused => refused !== undefined)
}

/** A matter of its own for each unit called, that points back to the summons. */
export const calling = ({ id }: Pick<Summons, 'id'>, { offices, units }: Called, shared: JsonObject): readonly Effect[] =>
  [...offices.map(office => ({ office })), ...units.map(unit => ({ unit: unit.name ?? '', ...(unit.phone !== undefined && { unitPhone: unit.phone }) }))]
    .map(one => ({ do: 'open', by: 'platform', procedure: 'summons-call', step: 'call', link: 'summons', input: { ...shared, ...one, summons: id } }))

/** “Solved” is said once each unit that was needed has said what it did. */
export const tooEarly = (calls: readonly Call[]): Refusal | undefined => {
  const names = unreported(calls).length
  return names === 0 ? undefined : refuse('reports-missing', words(`还有 ${names} 个单位没有报告，不能认定已解决（平台规则）`, `${names} unit(s) have not reported: it can’t count as solved (a product rule)`), {
    remedy: words('请督促报告，或解除不需要的单位；否则写明遗留什么、由谁继续办理', 'Have them report or let off who is not needed; else say what remains and who carries it on'),
  })
}

/** What remains is carried on by a day that lies ahead and not too far. */
export const carriedFault = (until: string | undefined, now: Date, law: Law): Refusal | undefined =>
  (until === undefined ? undefined : endTooFar({ until, now, law, from: legalDay(now), longest: 'summons.carry-longest', fact: 'carriedUntil' }))

export const tell = (office: string | undefined, zh: string, en: string): readonly Effect[] => (office === undefined ? [] : [notify({ office }, words(zh, en))])

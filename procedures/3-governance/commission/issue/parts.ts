import { legalDay } from '../../../../kernel/calendar.ts'
import { notify, type Effect } from '../../../../kernel/effect.ts'
import type { Giving } from '../../../../kernel/gate.ts'
import { keepWords } from '../../../../kernel/kept-words.ts'
import type { Matter } from '../../../../kernel/matter.ts'
import { regionOfOffice } from '../../../../kernel/post.ts'
import type { Ask, Context, Move, NoNeeds, Step } from '../../../../kernel/procedure.ts'
import { faultAt, refuse, type Fault, type Refusal } from '../../../../kernel/refusal.ts'
import { ancestor, isWithin, levelOf } from '../../../../kernel/region.ts'
import { words, type JsonObject } from '../../../../kernel/words.ts'
import { endTooFar, untilDay } from '../../../usual/end-date.ts'
import { givingOf } from '../giving.ts'
import { loadInWords, loadOf } from '../hours.ts'
import type { CommissionFacts } from './facts.ts'

export type CommissionStage = 'approving' | 'running' | 'summing' | 'closed' | 'notGiven' | 'withdrawn'
export type Commission = Matter<CommissionFacts>
export type Now = Context<CommissionFacts, NoNeeds>
export type Moved = Move<CommissionFacts, CommissionStage>
export type CommissionStep = Step<CommissionFacts, CommissionStage>

export const issuerOf = (commission: Commission): string => commission.holder?.office ?? ''

export const toIssuer = (commission: Commission, zh: string, en: string): Effect => notify({ office: issuerOf(commission) }, words(zh, en))

export const givesAll = ({ matter, facts, actor }: Ask<CommissionFacts>): Giving => givingOf(facts, facts.places ?? [], matter.holder?.office ?? actor.office ?? '', matter.id)

/** What is wrong with what was asked for, beyond what the gate says. */
export const faultsIn = (c: Now): Refusal | undefined => {
  const { facts, now, law } = c
  const { places = [], area = '', from = '', until = '', conditions = [], fields = [] } = facts
  const outside = places.find(place => !isWithin(place, area))
  if (outside !== undefined) return faultAt('places', '所选地点不在范围内', 'A place lies outside the area')
  if (new Set(places.map(levelOf)).size > 1) return faultAt('places', '村（社区）和乡镇（街道）请分别下达', 'Villages and townships are given work apart')
  if (places.some(place => place === area)) return faultAt('places', '不能下达给本级', 'It can’t be given to your own level')
  if (until < from) return faultAt('until', '结束日期不能早于开始日期', 'It can’t end before it begins')
  const tooFar = endTooFar({ until, now, law, from, longest: 'gate.longest' })
  if (tooFar) return tooFar
  // In an emergency conditions follow the work, and so have to be promised with it (Art. 23.2): none would follow where none is named.
  if (facts.emergency === true && conditions.length === 0) return faultAt('conditions', '应急任务可以先办，但须写明随后补齐的工作条件', 'Emergency work goes first, but name the conditions that follow it')
  // What a form asks for is declared, or its hours could not be told (Art. 23.2).
  if (facts.manner === 'form' && fields.length === 0) return faultAt('fields', '填报表格须逐项列明要填的字段，不得只用附件', 'A form names each of its fields; an attachment alone will not do')
  const cells: readonly Fault[] = [
    ...conditions.flatMap((row, at) => ((row.by ?? '') > until ? [{ fact: 'conditions', row: at, column: 'by', why: words('须在结束日期以前到位', 'It has to be there before the work ends') }] : [])),
    ...conditions.flatMap((row, at) => ((row.by ?? '') < legalDay(now) ? [{ fact: 'conditions', row: at, column: 'by', why: words('不能早于今天', 'It can’t lie in the past') }] : [])),
    ...fields.flatMap((row, at) => (row.filled === true && !c.gate?.held.includes(row.name ?? '') ? [{ fact: 'fields', row: at, column: 'filled', why: words('平台没有此项记录，不能预填', 'Records hold no such thing: it can’t be filled in') }] : [])),
    ...fields.flatMap((row, at) => (fields.findIndex(one => one.name === row.name) !== at ? [{ fact: 'fields', row: at, column: 'name', why: words('字段重复', 'The field stands twice') }] : [])),
  ]
  return cells.length === 0 ? undefined : refuse('bad-input', words('有内容需要修改', 'Some of what was given needs mending'), { faults: cells })
}

/** The forms meter, as a fact of the commission: before approval for the issuer, and for everyone after. */
export const metered = ({ facts, gate, law, now }: Pick<Now, 'facts' | 'gate' | 'law' | 'now'>): { readonly minutesEach: number; readonly hours: string; readonly itemName?: string } => {
  const meter = {
    fields: facts.fields ?? [], places: facts.places?.length ?? 0, times: facts.times ?? 1, itemMinutes: gate?.item?.minutes ?? 0,
    perField: Number(law.figure('gate.minutes-per-field', legalDay(now)).value),
  }
  const named = gate?.item?.name ?? gate?.owed?.name
  return { minutesEach: loadOf(meter).each, hours: keepWords(loadInWords(meter)), ...(named !== undefined && { itemName: named }) }
}

/** What the tasks are told of it. */
const forTasks = ({ id, facts }: Pick<Commission, 'id' | 'facts'>, issuer: string): JsonObject => ({
  issuer, commission: id, title: facts.title ?? '', what: facts.what ?? '', manner: facts.manner ?? 'other', from: facts.from ?? '', until: facts.until ?? '',
  ...(facts.item !== undefined && { item: facts.item }), ...(facts.duty !== undefined && { duty: facts.duty }), ...(facts.times !== undefined && { times: facts.times }),
  ...(facts.conditions !== undefined && { conditions: facts.conditions }), ...(facts.fields !== undefined && { fields: facts.fields }), ...(facts.emergency === true && { emergency: true }),
})

/** Its tasks: to each township for its villages (Art. 24.2), or at once to the communities of a township’s own commission and in an emergency. */
const tasks = (commission: Pick<Commission, 'id' | 'facts'>, issuer: string): readonly Effect[] => {
  const { places = [], emergency } = commission.facts
  const input = forTasks(commission, issuer)
  const open = (procedure: string, step: string, more: JsonObject): Effect => ({ do: 'open', procedure, step, input: { ...input, ...more }, link: 'of', by: 'platform' })
  if (places.every(place => levelOf(place) === 'township')) return places.map(place => open('township-task', 'assign', { township: place }))
  if (emergency === true || levelOf(regionOfOffice(issuer)) === 'township') return places.map(village => open('community-task', 'give', { village }))
  return [...Map.groupBy(places, place => ancestor(place, 'township') ?? place)].map(([township, villages]) => open('township-task', 'review', { township, places: villages }))
}

/** It is given: its tasks go out, and it ends by itself on its last day. */
export const goesOut = (c: Now, issuer: string): Moved => {
  const { facts, now, matter } = c
  const direct = facts.emergency === true || (facts.places ?? []).every(place => levelOf(place) === 'township') || levelOf(regionOfOffice(issuer)) === 'township'
  return {
    to: 'running', set: { ...metered(c), ...(direct && { nPassed: facts.places?.length ?? 0 }) }, counts: { given: 1 },
    clocks: [{ clock: 'end', start: untilDay(facts.until ?? legalDay(now), now, words('任务载明的结束日期', 'the last day that it states')), then: 'expire' }],
    effects: tasks({ id: matter.id, facts }, issuer),
  }
}

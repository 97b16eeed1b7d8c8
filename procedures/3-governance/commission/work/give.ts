import type { Effect } from '../../../../kernel/effect.ts'
import type { Ask, Move } from '../../../../kernel/procedure.ts'
import type { Giving } from '../../../../kernel/gate.ts'
import { legalDay } from '../../../../kernel/calendar.ts'
import { levelOf } from '../../../../kernel/region.ts'
import type { Ground } from '../facts.ts'
import { givingOf, receiver } from '../giving.ts'
import { loadOf } from '../hours.ts'
import type { WorkFacts } from './facts.ts'
import { endClock, issuerOf, kept, toReceiver, type Now } from './parts.ts'

/** What a task asks for when it is given. The platform alone gives it, out of a commission. */
export const givenAsks = ['issuer', 'commission', 'title', 'what', 'manner', 'item?', 'duty?', 'from', 'until', 'times?', 'conditions?', 'fields?', 'emergency?', 'arrived?', 'mergedWith?'] as const

/** Every task passes the gate once more as it arrives, whatever was judged before (Art. 23.3). */
export const givesThis = ({ matter, facts }: Ask<WorkFacts>): Giving =>
  // What this one community gave before is filled in below, so that its form is not judged by what the others gave.
  ({ ...givingOf(facts, [matter.region], facts.issuer ?? '', facts.commission ?? ''), fields: [] })

export type Held = readonly { readonly name: string; readonly value: string }[]

const groundOf = (c: Now): Ground =>
  c.facts.emergency === true ? 'emergency' : levelOf(c.matter.region) === 'township' ? 'own' : c.gate?.item?.kind === 'entrust' ? 'entrust' : 'assist'

const arrives: { readonly [G in Ground]: readonly [zh: string, en: string] } = {
  assist: ['有新的协助任务，请查看', 'There is new work of assistance; please look'],
  entrust: ['有委托事项待答复：可以承担，也可以不承担', 'Something was entrusted: take it on or not, as you wish'],
  emergency: ['应急任务已下达，请立即办理', 'Emergency work was given; please act at once'],
  own: ['有新任务，请查看', 'There is new work; please look'],
}

/** The task as it arrives: offered, awaiting its conditions, or under way. `held`: what records say of the fields asked for; nobody is asked for that. */
export const arrivesAt = (c: Now, held: Held): Move<WorkFacts, 'offered' | 'awaiting' | 'doing'> => {
  const { matter, now, law } = c
  const fields = (c.facts.fields ?? []).map(field => (held.some(one => one.name === field.name) ? { ...field, filled: true } : field))
  const facts = { ...c.facts, fields }
  const ground = groundOf(c)
  const promised = (facts.conditions ?? []).length
  const stage = ground === 'entrust' ? 'offered' : promised > 0 && ground !== 'emergency' ? 'awaiting' : 'doing'
  const { each } = loadOf({ fields, places: 1, times: facts.times ?? 1, itemMinutes: c.gate?.item?.minutes ?? 0, perField: Number(law.figure('gate.minutes-per-field', legalDay(now)).value) })
  const task = { ...matter, facts }
  const named = c.gate?.item?.name ?? c.gate?.owed?.name
  const row: Effect = kept(matter, stage, {
    community: matter.region, issuer: issuerOf(task), source: facts.commission ?? null, item: facts.item ?? null, kind: ground, form: facts.manner ?? 'other', title: facts.title ?? '',
    since: facts.from ?? legalDay(now), until: facts.until ?? legalDay(now), minutes: each, fields: fields.filter(field => field.filled !== true).length, promised, ...(stage === 'doing' && { begun: legalDay(now) }),
  })
  return {
    to: stage, holder: { office: receiver(matter.region) }, parties: [{ role: 'issuer', office: issuerOf(task) }],
    links: facts.commission === undefined ? [] : [{ kind: 'of', matter: facts.commission }],
    set: { ground, minutes: each, ...(named !== undefined && { itemName: named }), ...(held.length > 0 && { filled: held, fields }), ...(stage === 'doing' && { began: legalDay(now) }) },
    clocks: [endClock(facts.until ?? legalDay(now), now), ...(ground === 'emergency' && promised > 0 ? [{ clock: 'conditions', start: 'gate.conditions-after-order', then: 'conditionsStillMissing' } as const] : [])],
    counts: { given: 1, ...(promised > 0 && { conditionsPromised: promised }) },
    effects: [row, toReceiver(task, ...arrives[ground])],
  }
}


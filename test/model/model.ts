import assert from 'node:assert/strict'
import { isRunning } from '../../kernel/clock.ts'
import { decide, type Event } from '../../kernel/decide.ts'
import { apply, embryo, isLate, type Outcome } from '../../kernel/fold.ts'
import { legalDay } from '../../kernel/calendar.ts'
import type { Matter } from '../../kernel/matter.ts'
import { clock, system, type Actor } from '../../kernel/post.ts'
import { isFinal, isOpen, type Procedure } from '../../kernel/procedure.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { countyOf } from '../../kernel/region.ts'
import { isObject } from '../../kernel/words.ts'
import { visible } from '../helpers/visible.ts'
import { categories, knownOf, law, staffed } from '../helpers/world.ts'

/**
 * What the database ought to hold, by `decide` and `fold` alone. It knows matters, counters and who followed whom; the database is
 * asked the same and must answer the same.
 */
export type Model = {
  readonly procedure: Procedure
  readonly matters: Map<string, Matter>
  /** What steps counted: `region measure month` to number. */
  readonly counted: Map<string, number>
}

export const newModel = (procedure: Procedure): Model => ({ procedure, matters: new Map(), counted: new Map() })

export const matterOf = (model: Model, id: string): Matter => model.matters.get(id) ?? assert.fail(`the model knows no ${id}`)

type Attempted = { readonly step: string; readonly input: unknown; readonly actor: Actor; readonly now: Date; readonly fires?: string }

/** `decide` on a matter of the model, with what the step needs to know as the registers would say it. */
export const decideIn = ({ procedure, matters }: Model, matter: Matter, { step, input, actor, now, fires }: Attempted): Event | Refusal => {
  const facts: { readonly [fact: string]: unknown } = { ...matter.facts, ...(isObject(input) ? input : {}) }
  const [category, main] = [facts['category'], facts['main']]
  const original: unknown = matter.facts['originalCategory'] ?? matter.facts['category']
  const needs = {
    category: typeof category === 'string' ? categories[category] : undefined,
    original: typeof original === 'string' ? categories[original] : undefined,
    staffed,
    main: typeof main === 'string' ? [...matters.values()].find(one => one.id === main && one.county === matter.county && visible(procedure, actor, one)) : undefined,
  }
  const giving = procedure.steps[step]?.gives?.({ matter, facts: facts as Matter['facts'], actor, now })
  return decide({ procedure, matter, step, input, actor, now, law, needs, ...(giving && { gate: knownOf(giving) }), ...(fires && { fires }) })
}

export const unborn = (model: Model, id: string, place: string, now: Date): Matter => embryo(model.procedure, id, countyOf(place), place, now.toISOString())

/** The matter after an event, kept, with all that follows from it. */
export const take = (model: Model, matter: Matter, event: Event, now: Date): Matter => {
  const after = keep(model, matter, event.outcome, now)
  for (const effect of event.effects) {
    if (effect.do !== 'follow') continue
    const followers = [...model.matters.values()].filter(one => one.links.some(link => link.kind === effect.link && link.matter === matter.id))
    for (const { id } of followers.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const follower = matterOf(model, id)
      const answer = decideIn(model, follower, { step: effect.step, input: effect.input, actor: system, now })
      if (!isRefusal(answer)) take(model, follower, answer, now)
      else assert.ok(answer.code === 'wrong-stage' || answer.code === 'closed', JSON.stringify(answer))
    }
  }
  return after
}

const keep = (model: Model, matter: Matter, outcome: Outcome, now: Date): Matter => {
  const after = apply(model.procedure, matter, now.toISOString(), outcome)
  model.matters.set(after.id, after)
  for (const [measure, n] of Object.entries(outcome.counts ?? {})) {
    const key = `${after.region} ${measure} ${legalDay(now).slice(0, 7)}-01`
    model.counted.set(key, (model.counted.get(key) ?? 0) + n)
  }
  return after
}

/** The clocks that run out first, by name, of the matter whose turn it is; several where they run out together. */
export const nextToFire = ({ matters }: Model, now: Date): { readonly matter: Matter; readonly names: readonly string[] } | undefined => {
  const due = [...matters.values()].flatMap(matter => Object.entries(matter.clocks).filter(([, c]) => isRunning(c)).map(([name, c]) => ({ matter, name, due: c.due })))
    .filter(one => Date.parse(one.due) <= now.getTime())
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.matter.county.localeCompare(b.matter.county) || (a.matter.id < b.matter.id ? -1 : 1))
  const [first] = due
  return first && { matter: first.matter, names: due.filter(one => one.matter === first.matter && one.due === first.due).map(one => one.name) }
}

/** The matter after one of its clocks has run out. */
export const fire = (model: Model, matter: Matter, name: string, now: Date): Event => {
  const answer = decideIn(model, matter, { step: matter.clocks[name]?.then ?? '', input: {}, actor: clock, now, fires: name })
  return isRefusal(answer) ? assert.fail(JSON.stringify(answer)) : answer
}

/** What the counters ought to say. */
export const counters = ({ procedure, matters, counted }: Model): ReadonlyMap<string, number> => {
  const all = new Map(counted)
  const add = (key: string): unknown => all.set(key, (all.get(key) ?? 0) + 1)
  for (const matter of matters.values()) {
    if (isFinal(procedure, matter.stage)) continue
    add(`${matter.region} open:${matter.stage} 2000-01-01`)
    if (isLate(matter)) add(`${matter.region} late:${matter.stage} 2000-01-01`)
  }
  return new Map([...all].filter(([, n]) => n !== 0))
}

/** Every open matter has an office that answers for it and a clock that runs, or stands still on stated grounds. */
export const lives = ({ procedure }: Model, matter: Matter): boolean =>
  !isOpen(procedure, matter.stage)
  || (matter.holder !== null && (procedure.stages[matter.stage]?.waits !== undefined || Object.values(matter.clocks).some(c => isRunning(c) || (c.stopped?.grounds ?? '') !== '')))

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import { offers } from '../../kernel/decide.ts'
import type { Matter } from '../../kernel/matter.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { onlyReminds } from '../../kernel/reminder.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { act, type Act } from '../../store/act.ts'
import { danglingIn } from '../../store/act/refer.ts'
import { tick } from '../../store/clock.ts'
import type { House } from '../../store/house.ts'
import { refused, rowOf, took } from '../helpers/live.ts'
import { instant } from '../helpers/play.ts'
import { visible } from '../helpers/visible.ts'
import { law, people, type Name } from '../helpers/world.ts'
import { inputFor } from './input.ts'
import { decideIn, fire, lives, matterOf, newModel, nextToFire, take, unborn, type Model } from './model.ts'
import type { Choices } from './random.ts'

const names = Object.keys(people) as Name[]

/** An act taken, and what came of it. */
type Past = { readonly who: Name; readonly asked: Act; readonly seq: number; readonly stage: string; readonly matter: string }
/** What has happened so far in a house, and what it ought to hold. */
export type History = { readonly house: House; readonly model: Model; readonly past: Past[]; /** Matters whose entry of this number was the clock’s reminder. */ readonly reminded: Map<string, number>; now: Date }

export const newHistory = (house: House, from = '2026-03-02 10:00'): History => ({ house, model: newModel(request), past: [], reminded: new Map(), now: instant(from) })

/** The row as it ought to be: hidden parties stand apart. */
const shown = (matter: Matter): Matter => ({ ...matter, parties: matter.parties.filter(party => !party.hidden) })

/** The row is the matter of the model, and nothing open is left without an office and a clock. */
export const same = async ({ house, model }: History, id: string): Promise<void> => {
  const matter = matterOf(model, id)
  assert.deepEqual(await rowOf(house, id), shown(matter))
  assert.ok(lives(model, matter), `${matter.stage} has an office and a clock`)
}

/** Somebody reports something. */
export const open = async (history: History, chance: Choices): Promise<void> => {
  const { house, model, now } = history
  const who = chance.oneOf<Name>(['resident', 'neighbour', 'gridWorker', 'hotline', 'stranger', 'deputy'])
  const asked: Act = { id: randomUUID(), procedure: 'request', step: 'report', input: inputFor(request, 'report', chance, [...model.matters.keys()]) }
  const answer = await act(house, people[who], asked, now)
  const place = (asked.input as { readonly place?: unknown }).place
  if (typeof place !== 'string' || !house.known.region(place)) {
    assert.equal(refused(answer).code, 'bad-input')
    return
  }
  const matter = unborn(model, asked.id, place, now)
  await compare(history, who, asked, matter, answer)
}

/** `act` must have answered what `decide` answers on the matter of the model. */
const compare = async (history: History, who: Name, asked: Act, matter: Matter, answer: Awaited<ReturnType<typeof act>>): Promise<void> => {
  const { house, model, now, past } = history
  const event = decideIn(model, matter, { step: asked.step, input: asked.input, actor: people[who], now })
  if (isRefusal(event)) {
    const { keeps: _, ...said } = event
    assert.deepEqual(answer, said)
    return
  }
  const dangling = danglingIn(request, event.outcome.set ?? {}, house.known)
  const colleague = event.outcome.set?.['colleague']
  const office = event.outcome.holder?.office ?? matter.holder?.office
  if (dangling) {
    assert.deepEqual(answer, dangling)
  } else if (typeof colleague === 'string' && !Object.values(people).some(one => one.account === colleague && one.office === office)) {
    assert.deepEqual(refused(answer).faults?.map(fault => fault.fact), ['colleague'])
  } else {
    const after = take(model, matter, event, now)
    const { seq, stage, id } = took(answer)
    assert.deepEqual({ seq, stage, id }, { seq: after.seq, stage: after.stage, id: after.id })
    past.push({ who, asked, seq, stage, matter: id })
    await same(history, id)
  }
}

/** Somebody takes a step. */
export const step = async (history: History, chance: Choices): Promise<void> => {
  const { house, model, now } = history
  const ids = [...model.matters.keys()]
  if (ids.length === 0) { await open(history, chance); return }
  const matter = matterOf(model, chance.oneOf(ids))
  // Mostly a step that stands open to somebody, so that matters get on; now and then anybody tries anything.
  const openNow = Object.keys(request.steps).flatMap(name => {
    const able = names.filter(who => !offers(request, matter, name, people[who], now, law))
    return able.length === 0 ? [] : [{ name, who: chance.oneOf(able) }]
  })
  const onward = openNow.filter(({ name }) => (request.steps as Procedure['steps'])[name]?.to !== undefined && name !== 'withdraw' && name !== 'handUp')
  const likely = onward.length > 0 && !chance.once(3) ? onward : openNow
  const { name, who } = likely.length > 0 && !chance.once(8) ? chance.oneOf(likely) : { name: chance.oneOf(Object.keys(request.steps)), who: chance.oneOf(names) }
  const stale = chance.once(15)
  const asked: Act = { id: randomUUID(), matter: matter.id, seq: stale ? matter.seq - 1 : matter.seq, step: name, input: inputFor(request, name, chance, ids) }
  const answer = await act(house, people[who], asked, now)
  if (!visible(request, people[who], matter)) assert.equal(refused(answer).code, 'not-found')
  else if (stale && history.reminded.get(matter.id) !== matter.seq) assert.equal(refused(answer).code, 'stale')
  else await compare(history, who, asked, matter, answer)
}

/** An act of before is sent again, as it was or with another input. */
export const again = async (history: History, chance: Choices): Promise<void> => {
  const { house, model, past, now } = history
  if (past.length === 0) return
  const { who, asked, seq, stage, matter } = chance.oneOf(past)
  const other = chance.once(3)
  const answer = await act(house, people[who], other ? { ...asked, input: { ...(asked.input as object), mood: 'good' } } : asked, now)
  if (asked.matter !== undefined && !visible(request, people[who], matterOf(model, matter))) assert.equal(refused(answer).code, 'not-found')
  else if (other) assert.equal(refused(answer).code, 'repeated-other-input')
  else {
    const receipt = took(answer)
    assert.deepEqual([receipt.id, receipt.seq, receipt.stage, receipt.repeated], [matter, seq, stage, true])
  }
  await same(history, matter)
}

/** Time passes, and the clock takes all that comes due: what the model says is due, in its order, and nothing else. */
export const wait = async (history: History, chance: Choices): Promise<void> => {
  history.now = new Date(history.now.getTime() + chance.oneOf([1, 3, 20, 26, 70, 200, 900]) * 3_600_000)
  const { house, model, now } = history
  for (;;) {
    const next = nextToFire(model, now)
    const { did } = await tick(house, now)
    assert.equal(did, next ? 'took' : 'nothing')
    if (!next) return
    const row = await rowOf(house, next.matter.id)
    // Clocks that run out together run out in any order: the one whose outcome the row shows.
    const name = next.names.find(one => canonical(row.clocks) === canonical(folded(model, next.matter, one, now).clocks))
    assert.ok(name, 'the row shows a clock that was due')
    const event = fire(model, next.matter, name, now)
    const { id, seq } = take(model, next.matter, event, now)
    if (onlyReminds(request, event.outcome)) history.reminded.set(id, seq)
    await same(history, next.matter.id)
  }
}

const folded = (model: Model, matter: Matter, name: string, now: Date): Matter => {
  const copy: Model = { ...model, matters: new Map(model.matters), counted: new Map() }
  return take(copy, matter, fire(copy, matter, name, now), now)
}

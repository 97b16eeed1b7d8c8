import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holidayYears } from '../../regulation/holidays.ts'
import { figure } from '../../regulation/rules.ts'
import { makeCalendar } from '../../kernel/calendar.ts'
import { isRunning, type Law } from '../../kernel/clock.ts'
import { decide } from '../../kernel/decide.ts'
import { apply, embryo } from '../../kernel/fold.ts'
import type { Matter } from '../../kernel/matter.ts'
import { clock, type Actor } from '../../kernel/post.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { working } from '../../kernel/who.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { categories } from '../data/categories.ts'
import { demoCity } from './city.ts'
import { amended } from './lists/items.ts'
import { planHistory, type PlannedLife } from './history.ts'
import { demoPeople } from './people.ts'
import { stories } from './stories/all.ts'

const law: Law = { calendar: makeCalendar(holidayYears), figure }
const city = demoCity({ counties: ['630202'], seed: 1 })
const now = new Date('2026-11-20T07:00:00Z')

/** The offices in which somebody could accept. */
const staffed = [...new Set(city.posts.filter(post => working.some(kind => kind === post.kind)).flatMap(post => post.office ?? []))]
/** What the demo's lists make the community's own affair. */
const ownCategories: ReadonlySet<string> = new Set(amended.flatMap(item => item.categories?.split('、') ?? []))

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The matter as it stands at `until` once a planned life was decided act by act, clocks running out in between. */
const relive = (life: PlannedLife, until: Date, mains: ReadonlyMap<string, Matter>): Matter => {
  const place = life.acts[0]?.input['place'] as string
  let matter = embryo(request, life.id, place.slice(0, 6), place, life.acts[0]?.at.toISOString() ?? '')
  const take = (at: Date, step: string, actor: Actor, input: JsonObject, fires?: string): void => {
    const category = city.directory.category(textOf(input['category'] ?? matter.facts['category']))
    const main = mains.get(textOf(input['main']))
    const needs = {
      category, staffed, original: city.directory.category(textOf(matter.facts['originalCategory'] ?? matter.facts['category'])), main: main && { id: main.id, stage: main.stage, procedure: 'request', county: main.county, number: 'X' },
      route: step === 'dispatch' ? city.directory.route({ category: textOf(input['category']), region: matter.region, from: actor.region }) : undefined,
    }
    const giving = request.steps[step as keyof typeof request.steps].gives?.({ matter, facts: { ...matter.facts, ...input }, actor, now: at })
    const gate = giving && { listed: true, own: ownCategories.has(giving.category ?? ''), running: [], held: [] }
    const event = decide({ procedure: request, matter, step, input, actor, now: at, law, needs, ...(gate && { gate }), ...(fires !== undefined && { fires }) })
    if (isRefusal(event)) assert.fail(`${step} at ${matter.stage}: ${JSON.stringify(event)}`)
    matter = apply(request, matter, at.toISOString(), event.outcome)
  }
  const runOut = (before: Date): void => {
    for (;;) {
      const [next] = Object.entries(matter.clocks).filter(([, c]) => isRunning(c) && Date.parse(c.due) < before.getTime()).toSorted(([, a], [, b]) => a.due.localeCompare(b.due))
      if (!next) return
      take(new Date(Math.max(Date.parse(next[1].due) + 1000, Date.parse(matter.updated))), next[1].then, clock, {}, next[0])
    }
  }
  for (const { at, step, actor, input } of life.acts) {
    runOut(at)
    take(at, step, actor, input)
  }
  runOut(until)
  return matter
}

const reliveAll = (plan: readonly PlannedLife[], until: Date): readonly Matter[] => {
  const mains = new Map<string, Matter>()
  return plan.map(life => {
    const matter = relive(life, until, mains)
    mains.set(life.id, matter)
    return matter
  })
}

test('every category has a story; there are far more than 150 to tell', () => {
  for (const { code } of categories) assert.ok(stories.some(story => story.category === code), code)
  for (const { category } of stories) assert.ok(categories.some(one => one.code === category), category)
  const texts = stories.flatMap(story => story.texts.map(text => (typeof text === 'string' ? text : text.text)))
  assert.ok(texts.length >= 200)
  assert.equal(new Set(texts).size, texts.length)
})

test('a plan is lawful under the declaration: no act of it is refused, at whatever time it is made', () => {
  const instants = fc.date({ min: new Date('2026-04-01T00:00:00Z'), max: new Date('2026-12-20T00:00:00Z'), noInvalidDate: true })
  fc.assert(fc.property(fc.nat(), instants, (seed, at) => {
    const plan = planHistory({ seed, now: at, count: 60, city })
    assert.ok(plan.length >= 60)
    reliveAll(plan, at)
    for (const { acts } of plan) {
      assert.ok(acts.every((act, i) => act.at <= at && act.at >= (acts[i - 1]?.at ?? new Date(at.getTime() - 92 * 86_400_000))))
    }
  }), { numRuns: 25 })
})

test('ninety days of a county: every turn is taken, texts differ, most is in time, and the mains go before what was joined to them', () => {
  const plan = planHistory({ seed: 1, now, count: 1500, city })
  const matters = reliveAll(plan, now)
  const taken = new Set(plan.flatMap(life => life.acts.map(act => act.step)))
  const never = Object.entries(request.steps).filter(([name, step]) => !taken.has(name) && step.by.some(who => who.who !== 'clock' && who.who !== 'system')).map(([name]) => name)
  assert.deepEqual(never, ['unjoin'], 'steps that no life takes')
  for (const stage of ['triage', 'accepting', 'ruling', 'handling', 'joined', 'verifying', 'confirming', 'closed', 'revisiting', 'finished', 'withdrawn']) {
    assert.ok(matters.some(matter => matter.stage === stage), stage)
  }
  const texts = plan.map(life => life.acts[0]?.input['text'])
  assert.ok(new Set(texts).size > texts.length * 0.85)
  const closed = matters.filter(matter => matter.facts.inTime !== undefined)
  const share = closed.filter(matter => matter.facts.inTime === true).length / closed.length
  assert.ok(share > 0.8 && share < 0.97, `in time: ${share}`)
  for (const [i, life] of plan.entries()) if (life.joins !== undefined) assert.ok(plan.findIndex(main => main.id === life.joins) < i)
  assert.equal(new Set(plan.map(life => life.id)).size, plan.length)
  assert.ok(plan.every(life => life.acts.every(act => /^(154\d{8})?$/.test(textOf(act.input['contactPhone'])))), 'numbers that ring nowhere')
})

test('the same wish gives the same plan', () => {
  const wish = { seed: 5, now, count: 80, city }
  assert.deepEqual(planHistory(wish), planHistory(wish))
  assert.notDeepEqual(planHistory({ ...wish, seed: 6 }), planHistory(wish))
})

test('each one-click person has something to do', () => {
  const matters = reliveAll(planHistory({ seed: 1, now, count: 300, city }), now)
  const [resident, handler, department] = ['resident', 'handler', 'department'].map(id => demoPeople(city).find(person => person.id === id))
  const { village, township } = city.focus
  const has = (what: string, is: (matter: Matter) => boolean): void => assert.ok(matters.some(is), what)
  const mine = (matter: Matter): boolean => matter.parties.some(party => party.role === 'reporter' && party.account === resident?.account)
  for (const stage of ['triage', 'accepting', 'handling', 'confirming', 'closed']) has(`the resident’s own, ${stage}`, matter => matter.stage === stage && mine(matter))
  has('to verify in the village', matter => matter.stage === 'verifying' && matter.region === village)
  has('to accept by the committee', matter => matter.stage === 'accepting' && matter.holder?.office === `${village}/committee`)
  has('to dispatch', matter => matter.stage === 'triage' && matter.holder?.office === `${township}/centre`)
  has('to rule on', matter => matter.stage === 'ruling' && matter.holder?.office === '630202/centre')
  for (const [who, office] of [[handler, `${township}/gov`], [department, '630202/transport']] as const) {
    has(`to accept in ${office}`, matter => matter.stage === 'accepting' && matter.holder?.office === office)
    has(`in hand in ${office}`, matter => matter.stage === 'handling' && matter.holder?.account === who?.account)
  }
  has('an order to answer', matter => matter.clocks['supervision'] !== undefined)
  has('an extension to decide', matter => matter.facts.extraDays !== undefined)
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../kernel/decide.ts'
import { instant, met, play } from '../../test/helpers/play.ts'
import { law, people } from '../../test/helpers/world.ts'
import { annualPlan } from './annual-plan.ts'
import { elapsed, stateOf } from './plan-state.ts'

const visits = { code: '1', office: '630202/lead', duty: '6.1', name: '指导走访村（社区）', unit: '次', target: 400, how: 'computed', measure: 'guidance.held' }
const lamps = { code: '2', office: '630202/urban-management', duty: '5.2-1', name: '背街小巷路灯改造', unit: '盏', target: 300, how: 'stated' }
const draft = { region: '630202', year: 2026, title: '乐都区2026年基层社会治理目标', instrument: '乐政〔2026〕3号', targets: [visits, lamps] }

const game = (standing?: string, from = '2026-03-02 10:00') => play(annualPlan, from, { loads: { measures: () => ['guidance.held', 'request.reported'], 'annual-plan': () => standing } })
const drafted = () => {
  const world = game()
  const id = world.opens('countyDispatcher', draft, 'draft')
  return { world, id, stage: () => world.matter(id).stage, facts: () => world.matter(id).facts }
}
const adopted = () => {
  const one = drafted()
  one.world.does('countyLead', 'adopt', one.id, {})
  one.world.heard()
  return one
}

test('5.1: a county drafts what each of its offices owes in the year; another adopts it, and it is public', () => {
  const { world, id, stage } = drafted()
  assert.deepEqual([stage(), world.matter(id).holder, world.due(id)], ['reviewing', { office: '630202/lead' }, '2026-03-16 18:00'])
  assert.deepEqual(world.heard().map(one => one.who), ['countyLead'])
  world.does('countyLead', 'adopt', id, { opinion: '同意' })
  assert.deepEqual([stage(), world.due(id), world.due(id, 'statements'), annualPlan.stages['inForce'].published], ['inForce', '2026-12-31 23:59', '2026-06-10 23:59', true])
  assert.deepEqual(world.precedents.at(-1), { county: '630202', plan: id, region: '630202', year: 2026, targets: [visits, lamps] })
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['deputy', 'urban'])
  for (const name of ['targets', 'title', 'year', 'value', 'evidence', 'amendReason', 'summary'] as const) assert.equal(annualPlan.facts[name].class, 'public', name)
})

test('5.2: an office states the progress of its own targets; what is computed is not stated', () => {
  const { world, id } = adopted()
  world.does('urban', 'stateProgress', id, { code: '2', value: 80, evidence: '三月验收单第1至4号' })
  assert.deepEqual(world.precedents.at(-1), { county: '630202', plan: id, code: '2', at: instant('2026-03-02 10:00').toISOString(), value: 80, evidence: '三月验收单第1至4号', office: '630202/urban-management' })
  for (const code of ['1', '9']) assert.deepEqual(world.refused('urban', 'stateProgress', id, { code, value: 1, evidence: '台账登记' }).faults?.map(one => one.fact), ['code'])
  assert.equal(world.refused('transport', 'stateProgress', id, { code: '2', value: 1, evidence: '验收单一份' }).code, 'not-yours')
  const other = game()
  const both = other.opens('countyDispatcher', { ...draft, targets: [lamps, { ...lamps, code: '3', office: '630202/transport' }] }, 'draft')
  other.does('countyLead', 'adopt', both)
  assert.equal(other.refused('transport', 'stateProgress', both, { code: '2', value: 1, evidence: '一次验收' }).code, 'not-your-target')
  world.until('2026-06-11 09:00')
  assert.deepEqual(world.heard().map(one => one.who), ['urban'], 'asked for it now and then')
})

test('23.3: a plan sets targets for offices of its own level: none for those below, none for communities', () => {
  const world = game()
  const wrong = [{ ...lamps, office: '630202001/gov' }, { ...lamps, code: '3', office: '630202001001/committee' }, { ...lamps, code: '3' }, { ...visits, duty: '99.1' }, { ...visits, code: '5', measure: 'guidance.nothing' }, { ...lamps, code: '6', measure: 'guidance.held' }]
  let faults = ''
  try { world.opens('countyDispatcher', { ...draft, targets: wrong }, 'draft') } catch (error) { faults = String(error) }
  for (const said of ['"row":0,"column":"office"', '"row":1,"column":"office"', '"row":2,"column":"code"', '"row":3,"column":"duty"', '"row":4,"column":"measure"', '"row":5,"column":"measure"']) assert.ok(faults.includes(said), said)
  assert.throws(() => world.opens('countyDispatcher', { ...draft, region: '630202001', targets: [{ ...lamps, office: '630202001/gov' }] }, 'draft'), /own level/)
  assert.throws(() => world.opens('countyDispatcher', { ...draft, year: 2025 }, 'draft'), /past/)
  met.refusals.add('bad-input region').add('bad-input year')
  assert.throws(() => game('another').opens('countyDispatcher', draft, 'draft'), /already-planned/)
  met.refusals.add('already-planned')
  const township = world.opens('handler', { ...draft, region: '630202001', targets: [{ ...lamps, office: '630202001/gov' }] }, 'draft')
  assert.deepEqual(world.matter(township).holder, { office: '630202001/gov' })
})

test('it is adopted by another of its own level, sent back and revised, or withdrawn', () => {
  const { world, id, stage } = drafted()
  assert.equal(world.refused('cityLead', 'adopt', id).code, 'not-its-level')
  const own = { ...people.countyLead, account: people.countyDispatcher.account }
  const refused = offers(annualPlan, world.matter(id), 'adopt', own, instant('2026-03-02 11:00'), law)
  assert.deepEqual([refused?.code, refused?.basis], ['two-people', []])
  met.refusals.add(refused?.code ?? '')
  world.does('countyLead', 'sendBack', id, { opinion: '走访次数偏高' })
  assert.equal(stage(), 'sentBack')
  world.heard()
  world.until('2026-03-17 09:00')
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['cityLead', 'countyLead', 'deputy'])
  world.does('countyDispatcher', 'revise', id, { targets: [{ ...visits, target: 300 }, lamps] })
  assert.equal(stage(), 'reviewing')
  world.does('countyDispatcher', 'withdraw', id)
  assert.equal(stage(), 'withdrawn')
})

test('5.1: targets change in the open, by the same two hands; undecided, they stay', () => {
  const { world, id, stage, facts } = adopted()
  const change = { amended: [{ ...visits, target: 300 }], amendReason: '四月暴雪封路，走访顺延' }
  world.does('countyDispatcher', 'amend', id, change)
  assert.deepEqual([stage(), facts()['targets']], ['amending', [visits, lamps]])
  world.does('countyLead', 'dropAmendment', id, { opinion: '仍按原目标推进' })
  assert.deepEqual([stage(), facts()['amended'], world.due(id)], ['inForce', undefined, '2026-12-31 23:59'])
  world.does('countyDispatcher', 'amend', id, change)
  world.until('2026-03-17 09:00')
  assert.deepEqual([stage(), facts()['targets']], ['inForce', [visits, lamps]])
  world.does('countyDispatcher', 'amend', id, change)
  world.does('countyLead', 'adoptAmendment', id)
  assert.deepEqual([stage(), facts()['targets'], facts()['amended'], world.precedents.at(-1)?.['targets']], ['inForce', change.amended, undefined, change.amended])
})

test('the year ends, and its targets are concluded on', () => {
  const { world, id, stage } = adopted()
  world.until('2027-01-01 00:00')
  assert.equal(stage(), 'concluding')
  world.heard()
  world.until('2027-02-02 09:00')
  assert.ok(world.heard().some(one => one.who === 'cityLead'))
  world.does('countyLead', 'conclude', id, { summary: '走访完成382次，路灯改造完成300盏' })
  assert.deepEqual([stage(), world.matter(id).clocks], ['closed', {}])
})

test('where a target stands: reached, on its way, behind the year, not stated, not reached', () => {
  const asked = { year: 2026, now: instant('2026-07-02 10:00'), target: 100, since: instant('2026-03-02 10:00'), every: 100 } as const
  assert.equal(Math.round(elapsed(2026, asked.now) * 100), 50)
  assert.deepEqual([elapsed(2026, instant('2025-12-31 23:00')), elapsed(2026, instant('2027-03-01 00:00'))], [0, 1])
  assert.equal(stateOf({ ...asked, how: 'computed', done: 100 }), 'reached')
  assert.equal(stateOf({ ...asked, how: 'computed', done: 55 }), 'onWay')
  assert.equal(stateOf({ ...asked, how: 'computed', done: 40 }), 'behind')
  assert.equal(stateOf({ ...asked, how: 'stated' }), 'stale', 'nothing stated in four months')
  assert.equal(stateOf({ ...asked, how: 'stated', done: 60, stated: instant('2026-06-01 10:00') }), 'onWay')
  assert.equal(stateOf({ ...asked, now: instant('2027-01-01 00:00'), how: 'computed', done: 99 }), 'missed')
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(annualPlan.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./annual-plan.ts', './plan-rows.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  const faults = [...said.matchAll(/faultAt\('([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.equal(new Set(codes).size, 4)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})

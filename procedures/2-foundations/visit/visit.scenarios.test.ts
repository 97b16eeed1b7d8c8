import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { people } from '../../../test/helpers/world.ts'
import { hazard } from '../../3-governance/hazard/hazard.ts'
import { careNeed } from '../../4-services/care-need.ts'
import { request } from '../request.ts'
import type { HouseholdKnown } from '../household/find.ts'
import { visit } from './visit.ts'
import { visitPlan } from './visit-plan.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const place = '630202001001'
const alone = { door: '3号楼2单元101', need: 'alone', consent: 'self' }
const stove = { door: '5号楼1单元302', need: 'safety', consent: 'family', every: 11 }
const wish = { place, title: '东关社区夏季走访', until: '2026-12-31', households: [alone, stove] }

/** Households of the register as the loader tells them. */
const doors = ['3号楼2单元101', '5号楼1单元302', '6号楼1单元201', '同门1号', '同门1号', ...Array.from({ length: 70 }, (_, i) => `${i}号楼`)]
const register = doors.map((address, i) => ({ code: `${place}-${String(i + 1).padStart(4, '0')}`, address }))
const loads = { households: () => register, household: () => undefined }
/** The same, where a household is asked for by its code. */
const loadsOf = (standing: readonly HouseholdKnown[]) => ({ households: () => standing, household: ({ code }: JsonObject) => standing.filter(one => one.code === code).map(one => ({ village: place, ...one }))[0] })
const game = (loads = loadsOf(register)) => play(visitPlan, '2026-06-08 10:00', { others: [visit, request, hazard, careNeed], loads })

const planned = (loads = loadsOf(register)) => {
  const world = game(loads)
  const plan = world.opens('handler', wish, 'make')
  const [first, second] = world.all('visit').map(one => one.id)
  return { world, plan, first: first ?? '', second: second ?? '' }
}

const seen = { heldOn: '2026-06-12', met: 'met', seen: '身体尚好，想有人帮忙换灯泡' }

test('check finds nothing wrong', () => assert.deepEqual([...check(visitPlan), ...check(visit), ...check(careNeed)], []))

test('21.4: a township plans visits by need, each with its household’s consent; the interval goes by the need where none is said', () => {
  const { world, first, second } = planned()
  assert.deepEqual(world.all('visit').map(one => [one.stage, one.facts['every'], one.holder?.office]), [['due', 7, '630202001/gov'], ['due', 11, '630202001/gov']])
  assert.equal(world.due(first), '2026-06-15 23:59')
  assert.equal(world.due(second), '2026-06-22 23:59', 'a day that falls into the Dragon Boat holiday moves behind it')
  assert.deepEqual(world.heard().map(one => one.who), ['gridWorker'])
})

test('one visit, many outputs: what is seen is typed once and starts a request, a hazard and a need of care, each linked back with what is known', () => {
  const { world, first } = planned()
  world.until('2026-06-12 16:00')
  world.does('gridWorker', 'hold', first, {
    ...seen,
    findings: [{ what: '楼道灯不亮，老人上下楼危险', as: 'request', category: 'road-damage' }, { what: '楼道堆放纸箱堵住通道', as: 'hazard', kind: 'exits', spot: '2单元一层' }, { what: '门铃已经修好了', as: 'none' }],
    cares: [{ kind: 'meals', need: '中午需要送餐', consent: 'self' }],
  })
  const [asked] = world.all('request')
  const [found] = world.all('hazard')
  const [care] = world.all('care-need')
  for (const follows of [asked, found, care]) assert.deepEqual(follows?.links, [{ kind: 'visit', matter: first }])
  assert.deepEqual([asked?.region, asked?.facts['spot'], asked?.facts['category'], asked?.stage], [place, alone.door, 'road-damage', 'triage'])
  assert.deepEqual([found?.facts['spot'], found?.facts['source'], found?.stage], ['2单元一层', 'visit', 'found'])
  assert.deepEqual([care?.facts['door'], care?.facts['need'], care?.title, care?.stage], ['…(≤10)', '…(≤10)', '助餐、送餐', 'asked'], 'given along, and shown only to who deals with it')
  assert.deepEqual([world.matter(first).stage, world.due(first), world.counts['held']], ['due', '2026-06-22 23:59', 1], 'seven days after, behind the holiday')
})

test('21.2: visits are planned, changed and ended by the township’s government; a station or justice office in it has no part in them', () => {
  const { world, plan, first } = planned()
  for (const who of ['police', { ...people.justiceOffice, kind: 'lead' }] as const) {
    assert.equal(world.refusedToOpen(who, wish, 'make').code, 'not-yours')
    assert.equal(world.refused(who, 'end', plan, { reason: '并入新的年度计划' }).code, 'not-yours')
    assert.equal(world.refused(who, 'leave', first, { why: 'noNeed' }).code, 'not-yours')
  }
  assert.equal(play(careNeed, '2026-06-08 10:00', { loads }).refusedToOpen('police', { kind: 'meals', place, door: alone.door, need: '中午需要送餐', consent: 'self' }, 'ask').code, 'not-yours', 'nor reads who lives behind which door')
})

test('25, 40.2: a household whose door changed since it was planned is still visited, and what it needs is asked under its door of now; of one that left the register no need is asked', () => {
  const standing = [...register]
  const { world, first } = planned(loadsOf(standing))
  const held = { ...seen, cares: [{ kind: 'meals', need: '中午需要送餐', consent: 'self' }] }
  standing[0] = { code: register[0]?.code ?? '', address: '滨河路1号3单元101' }
  world.until('2026-06-12 16:00')
  world.does('gridWorker', 'hold', first, { ...held, findings: [{ what: '楼道堆放纸箱堵住通道', as: 'hazard', kind: 'exits' }] })
  assert.deepEqual([world.all('care-need').length, world.all('hazard')[0]?.facts['spot']], [1, '滨河路1号3单元101'])
  standing.shift()
  world.until('2026-06-13 16:00')
  assert.deepEqual(world.refused('gridWorker', 'hold', first, { ...held, heldOn: '2026-06-13' }).faults?.map(one => one.fact), ['cares'], 'told where the form has it')
  world.does('gridWorker', 'hold', first, { ...seen, heldOn: '2026-06-13' })
  assert.equal(world.all('care-need').length, 1)
})

test('what does not fit is told at its row, and nothing of the visit is kept', () => {
  const { world, first } = planned()
  world.until('2026-06-12 16:00')
  assert.deepEqual(world.refused('gridWorker', 'hold', first, { ...seen, findings: [{ what: '楼道堆放纸箱', as: 'hazard' }] }).faults?.map(one => [one.row, one.column]), [[0, 'kind']])
  assert.deepEqual(world.refused('gridWorker', 'hold', first, { ...seen, heldOn: '2026-06-13' }).faults?.map(one => one.fact), ['heldOn'])
  assert.deepEqual(world.refused('gridWorker', 'hold', first, { ...seen, heldOn: '2026-06-08' }).faults?.map(one => one.fact), ['heldOn'], 'a visit of days ago is not made up')
  assert.deepEqual(world.refused('gridWorker', 'hold', first, { heldOn: '2026-06-12', met: 'met' }).faults?.map(one => one.fact), ['seen'])
  assert.equal(world.refused('otherGridWorker', 'hold', first, seen).code, 'not-yours')
  assert.equal(world.refused('handler', 'hold', first, seen).code, 'not-yours', 'who was not there does not say what was seen')
  assert.deepEqual([world.all('request'), world.all('hazard')], [[], []])
})

test('nobody in: tried again after three days; a household that agrees no more is left alone', () => {
  const { world, first, second } = planned()
  const asked = { kind: 'meals', need: '想订午餐' }
  assert.deepEqual(world.refused('gridWorker', 'hold', first, { heldOn: '2026-06-08', met: 'absent', cares: [{ ...asked, consent: 'self' }] }).faults?.map(one => [one.fact, one.row, one.column]), [['cares', 0, 'consent']], 'who was not met agreed to nothing')
  world.does('gridWorker', 'hold', first, { heldOn: '2026-06-08', met: 'absent' })
  assert.equal(world.due(first), '2026-06-11 23:59')
  assert.equal(world.counts['held'], undefined)
  world.does('gridWorker', 'hold', first, { heldOn: '2026-06-08', met: 'declined' })
  assert.deepEqual([world.matter(first).stage, world.matter(first).facts['why']], ['over', 'declined'])
  world.does('gridWorker', 'leave', second, { why: 'moved' })
  assert.equal(world.matter(second).stage, 'over')
})

test('a missed visit is seen by the worker and the township, again until it is held, and by nobody’s name', () => {
  const { world, first } = planned()
  world.heard()
  world.until('2026-06-16 08:00')
  assert.equal(world.matter(first).facts['missed'], true)
  const told = world.heard()
  assert.deepEqual(told.map(one => one.who).toSorted(), ['colleague', 'gridWorker', 'handler', 'townLead'])
  assert.ok(told.every(one => one.words === 'A household is past its day of visit'))
  world.until('2026-06-18 18:01')
  assert.ok(world.heard().some(one => one.who === 'gridWorker'), 'told again after three working days')
  world.does('gridWorker', 'hold', first, { ...seen, heldOn: '2026-06-18' })
  assert.deepEqual([world.matter(first).facts['missed'], world.due(first, 'again')], [undefined, undefined])
  world.does('handler', 'change', first, { need: 'mobility', every: 14, reason: '子女已搬回同住' })
  assert.equal(world.due(first), '2026-07-02 23:59')
})

test('21.2: who visits may come more often and proposes fewer visits; how seldom is for the township to say, with a reason, and it hears of either', () => {
  const { world, first } = planned()
  const told = () => [...new Set(world.heard().map(one => one.who))].toSorted()
  world.heard()
  assert.deepEqual(world.refused('gridWorker', 'shorten', first, { need: 'alone', every: 180 }).faults?.map(one => one.fact), ['every'])
  assert.equal(world.refused('gridWorker', 'change', first, { need: 'alone', every: 180, reason: '太忙，走不过来' }).code, 'not-yours')
  world.does('gridWorker', 'shorten', first, { need: 'alone', every: 3 })
  assert.deepEqual([world.due(first), told()], ['2026-06-11 23:59', ['colleague', 'handler', 'townLead']])
  world.until('2026-06-13 09:00')
  world.does('gridWorker', 'shorten', first, { need: 'mobility', every: 3 })
  assert.deepEqual([world.matter(first).facts['missed'], world.due(first)], [true, '2026-06-11 23:59'], 'what was missed is not put off by it')
  world.heard()
  world.does('gridWorker', 'proposeLonger', first, { wanted: 30, reason: '子女已搬回同住' })
  assert.deepEqual([world.matter(first).facts['every'], told()], [3, ['colleague', 'handler', 'townLead']])
  world.does('handler', 'change', first, { need: 'mobility', every: 30, reason: '子女已搬回同住，经核实' })
  assert.deepEqual([world.matter(first).facts['every'], world.matter(first).facts['wanted'], told()], [30, undefined, ['gridWorker']])
})

test('21.2: a worker’s own plan is approved by the township, or declined with a reason; late, the township is told', () => {
  const world = game()
  const plan = world.opens('gridWorker', wish, 'make')
  assert.deepEqual([world.matter(plan).stage, world.all('visit'), world.due(plan)], ['proposed', [], '2026-06-15 18:00'])
  world.heard()
  world.until('2026-06-16 09:00')
  assert.deepEqual([...new Set(world.heard().map(one => one.who))].toSorted(), ['colleague', 'handler', 'townLead'])
  world.does('townLead', 'approve', plan)
  assert.deepEqual([world.matter(plan).stage, world.all('visit').length, world.heard().some(one => one.who === 'gridWorker')], ['running', 2, true])
  const other = world.opens('committee', wish, 'make')
  world.does('handler', 'decline', other, { reason: '与街道计划重复' })
  assert.equal(world.matter(other).stage, 'over')
  const old = world.opens('gridWorker', { ...wish, until: '2026-06-17' }, 'make')
  world.until('2026-06-18 09:00')
  assert.equal(world.refused('townLead', 'approve', old).code, 'too-late')
})

test('a plan holds each door once and no more than can be visited; it ends and its visits with it', () => {
  const { world, plan, first } = planned()
  assert.deepEqual(world.refused('handler', 'add', plan, { households: [alone] }).faults?.map(one => [one.row, one.column]), [[0, 'door']])
  const many = Array.from({ length: 59 }, (_, n) => ({ ...alone, door: `7号楼${n}室` }))
  assert.equal(world.refused('handler', 'add', plan, { households: many }).code, 'too-many')
  assert.deepEqual(world.refusedToOpen('handler', { ...wish, until: '2028-01-01' }, 'make').faults?.map(one => one.fact), ['until'])
  world.does('handler', 'add', plan, { households: [{ ...alone, door: '6号楼1单元201' }] })
  assert.equal(world.all('visit').length, 3)
  world.does('handler', 'end', plan, { reason: '并入新的年度计划' })
  assert.deepEqual([...new Set(world.all('visit').map(one => one.stage))], ['over'])
  assert.equal(world.matter(first).facts['why'], 'planOver')
  const short = planned()
  short.world.until('2027-01-05 09:00')
  assert.deepEqual([short.world.matter(short.plan).stage, ...new Set(short.world.all('visit').map(one => one.stage))], ['over', 'over'])
})

test('21.4, 20.2: needs are few; nothing asks for a name, an illness, a faith, a place on a map or a time of day', () => {
  const all = [...Object.values(visitPlan.facts), ...Object.values(visit.facts)].flatMap(fact => [fact, ...Object.values(fact.columns ?? {})])
  assert.deepEqual(all.filter(fact => ['personName', 'phone', 'idNumber', 'people', 'point', 'instant'].includes(fact.kind)).map(fact => fact.label.en), [])
  assert.doesNotMatch(all.map(fact => JSON.stringify([fact.label, fact.options ?? {}])).join(), /民族|宗教|ethnic|faith|患病|illness/u)
  assert.equal(visit.facts.cares.class, 'sensitive')
  assert.equal(visit.list.columns.some(column => visit.facts[column].class !== 'public'), false)
})

test('40.2: a need of care is settled with who can help, met, or said why not and where else to turn', () => {
  const world = play(careNeed, '2026-06-08 10:00', { loads })
  const ask = { kind: 'meals', place, door: alone.door, need: '中午需要送餐', consent: 'self' }
  const id = world.opens('gridWorker', ask, 'ask')
  assert.equal(world.due(id), '2026-06-15 18:00')
  assert.deepEqual(world.refused('handler', 'arrange', id, { provider: '东关社区食堂', until: '2026-12-01' }).faults?.map(one => one.fact), ['until'])
  world.does('handler', 'arrange', id, { provider: '东关社区食堂', until: '2026-06-15' })
  world.does('gridWorker', 'meet', id, { result: '已连续送餐三天' })
  assert.deepEqual([world.matter(id).stage, world.counts], ['closed', { asked: 1, met: 1 }])
  const other = world.opens('resident', ask, 'ask')
  world.does('handler', 'cannot', other, { result: '食堂暂不能送到户', whereTo: '县区民政局 12349' })
  assert.ok(world.heard().some(one => one.who === 'resident'))
  const third = world.opens('resident', ask, 'ask')
  world.until('2026-06-16 09:00')
  assert.ok(world.heard().some(one => one.who === 'townLead'), 'late, it climbs')
  world.does('resident', 'withdraw', third)
  for (const name of ['household', 'door', 'need', 'name', 'phone'] as const) assert.equal(careNeed.facts[name].class, 'sensitive', name)
})

test('40.2: who meets a need and when is settled anew once, with a reason that whoever asked is told of, and within the longest from when it was first settled', () => {
  const world = play(careNeed, '2026-06-08 10:00', { loads })
  const id = world.opens('resident', { kind: 'meals', place, door: alone.door, need: '中午需要送餐', consent: 'self' }, 'ask')
  world.does('handler', 'arrange', id, { provider: '东关社区食堂', until: '2026-06-15' })
  const anew = { provider: '志愿服务队', until: '2026-06-25', rearrangeWhy: '食堂停业装修' }
  assert.equal(world.refused('handler', 'arrange', id, { provider: '志愿服务队', until: '2026-07-15' }).code, 'wrong-stage')
  world.until('2026-06-12 10:00')
  world.heard()
  assert.deepEqual(world.refused('handler', 'rearrange', id, { provider: anew.provider, until: anew.until }).faults?.map(one => one.fact), ['rearrangeWhy'])
  assert.deepEqual(world.refused('handler', 'rearrange', id, { ...anew, until: '2026-08-08' }).faults?.map(one => one.fact), ['until'], 'sixty days from the eighth of June, not from now')
  world.does('handler', 'rearrange', id, { ...anew, until: '2026-08-07' })
  assert.deepEqual(world.heard().map(one => one.who), ['resident'])
  assert.equal(world.due(id), '2026-08-07 23:59')
  assert.equal(world.refused('handler', 'rearrange', id, { ...anew, until: '2026-07-01' }).code, 'once-only')
  world.does('handler', 'cannot', id, { result: '食堂停业，志愿队也无人手', whereTo: '县区民政局 12349' })
})

test('25, 27.3: whom a plan or a need names is a household of the register, by its door or its code, and keeps that code', () => {
  const { world, first } = planned()
  assert.deepEqual([world.matter(first).facts['household'], world.matter(first).facts['door']], [register[0]?.code, alone.door])
  const rows = (households: readonly JsonObject[]) => world.refusedToOpen('handler', { ...wish, households }, 'make').faults?.map(one => [one.row, one.column])
  const bare = { need: 'alone', consent: 'self' }
  assert.deepEqual(rows([{ ...bare, door: '八号楼' }, { ...bare, household: `${place}-9999` }, bare, { ...bare, door: '同门1号' }, { ...bare, household: `${place}-0001`, door: '别处' }]), [[0, 'door'], [1, 'household'], [2, 'door'], [3, 'door'], [4, 'door']])
  const plan = world.opens('handler', { ...wish, households: [{ ...bare, household: `${place}-0004` }, { ...bare, door: ' 5号楼1单元 302' }] }, 'make')
  assert.deepEqual((world.matter(plan).facts['households'] as readonly { readonly household: string; readonly door: string }[]).map(one => [one.household, one.door]), [[register[3]?.code, '同门1号'], [register[1]?.code, '5号楼1单元302']])
  const own = play(careNeed, '2026-06-08 10:00', { loads: { ...loads, household: () => register[1] } })
  const asked = { kind: 'meals', place, need: '中午需要送餐', consent: 'self' }
  own.opens('resident', asked, 'ask')
  assert.deepEqual(play(careNeed, '2026-06-08 10:00', { loads }).refusedToOpen('resident', asked, 'ask').faults?.map(one => one.fact), ['door'], 'who is on no roll says the door')
  assert.deepEqual(own.refusedToOpen('gridWorker', { ...asked, door: '没有的门' }, 'ask').faults?.map(one => one.fact), ['door'])
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const procedure of [visitPlan, visit, careNeed]) {
    assert.deepEqual(Object.keys(procedure.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`${procedure.name}.${name}`)), [], procedure.name)
  }
  const said = ['./visit.ts', './visit-plan.ts', '../../4-services/care-need.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  assert.deepEqual([...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => !met.refusals.has(code)), [])
})

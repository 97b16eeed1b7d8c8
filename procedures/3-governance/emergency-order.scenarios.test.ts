import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { offers } from '../../kernel/decide.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { instant, met, onTheWall, play } from '../../test/helpers/play.ts'
import { law, people, type Name } from '../../test/helpers/world.ts'
import { commission } from './commission/commission.ts'
import { communityTask } from './commission/community-task.ts'
import { emergencyOrder } from './emergency-order.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const flood = {
  kind: 'flood', area: '630202001001', happened: '暴雨致东关沟水位猛涨，沿沟房屋进水', scope: '组织沿沟住户转移，封闭沟口道路，由街道和社区负责',
  instrument: '碾伯街道防汛应急预案', until: '2026-06-10',
}

/** Carried at once under it. */
const cleaningUnder = { area: '630202001', emergency: true, title: '搬运沙袋', what: '沿沟搬运沙袋', manner: 'task', places: ['630202001001'], from: '2026-06-08', until: '2026-06-12', conditions: [{ name: '沙袋', what: '五百只', by: '2026-06-10' }] }

const declared = (who: Name = 'townLead', more: object = {}, from?: string, options: Parameters<typeof play>[2] = {}) => {
  const game = play(emergencyOrder, from, options)
  const id = game.opens(who, { ...flood, ...more }, 'declare')
  return { game, id, stage: () => game.matter(id).stage, facts: () => game.matter(id).facts }
}

/** The register’s row as it stands after the last that was handed over: until when the order holds. */
const holdsUntil = (rows: readonly JsonObject[]): string => { const until = rows.at(-1)?.['until']; return typeof until === 'string' ? onTheWall(until) : assert.fail('no row') }

test('24.2: a township declares an emergency: in force and public at once, and the county confirms it within a day', () => {
  const { game, id, stage, facts } = declared()
  assert.deepEqual([stage(), game.matter(id).holder, facts()['declaredBy']], ['unconfirmed', { office: '630202/lead' }, '630202001/gov'])
  assert.equal(emergencyOrder.stages['unconfirmed'].published, true)
  assert.deepEqual([game.due(id), game.due(id, 'end')], ['2026-06-09 10:00', '2026-06-10 23:59'], 'twenty-four hours by the clock, and the end of its last day')
  assert.deepEqual(game.precedents.at(-1)?.['since'], game.matter(id).opened)
  assert.equal(holdsUntil(game.precedents), '2026-06-09 10:00', 'unconfirmed it holds for no longer than that')
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['committee', 'countyLead', 'gridWorker'])
  game.does('countyLead', 'confirm', id, { opinion: '同意' })
  assert.deepEqual([stage(), game.matter(id).holder, game.due(id), game.due(id, 'end')], ['inForce', { office: '630202001/gov' }, undefined, '2026-06-10 23:59'])
  assert.equal(holdsUntil(game.precedents), '2026-06-10 23:59')
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'handler', 'townLead'])
})

test('the county may bring the end forward, never put it back', () => {
  const { game, id } = declared()
  for (const until of ['2026-06-11', '2026-06-07']) assert.deepEqual(game.refused('countyLead', 'confirm', id, { until }).faults?.map(one => one.fact), ['until'])
  game.does('countyLead', 'confirm', id, { until: '2026-06-09' })
  assert.deepEqual([game.due(id, 'end'), holdsUntil(game.precedents)], ['2026-06-09 23:59', '2026-06-09 23:59'])
})

test('24.2: departments task communities under it only where it names them; whoever declared it names more of them, while it holds', () => {
  const { game, id, facts } = declared('townLead', { executors: ['630202/transport'] })
  assert.deepEqual(game.precedents.at(-1)?.['offices'], ['630202/transport'])
  game.does('townLead', 'nameOffices', id, { executors: ['630202/water', '630202/transport'] })
  assert.deepEqual([facts()['executors'], game.precedents.at(-1)?.['offices'], game.precedents.at(-1)?.['until']], [['630202/transport', '630202/water'], ['630202/transport', '630202/water'], undefined])
  game.does('countyLead', 'confirm', id, {})
  assert.deepEqual(game.precedents.at(-1)?.['offices'], ['630202/transport', '630202/water'], 'confirmed, it names whom it named')
  game.until('2026-06-11 00:00')
  assert.equal(game.refused('townLead', 'nameOffices', id, { executors: ['630202/justice'] }).code, 'wrong-stage')
})

test('nobody confirmed it: after a day, a Sunday or not, it has lapsed, and what was done is still reported', () => {
  const { game, id, stage, facts } = declared('townLead', { until: '2026-06-22' }, '2026-06-19 16:00')
  game.until('2026-06-20 16:00')
  assert.deepEqual([stage(), facts()['ended'], game.matter(id).holder, game.counts], ['reviewing', 'lapsed', { office: '630202001/gov' }, { declared: 1, lapsed: 1 }])
  assert.equal(game.matter(id).clocks['end'], undefined)
  assert.equal(holdsUntil(game.precedents), '2026-06-20 16:00')
  game.does('handler', 'report', id, { report: '转移沿沟住户12户，封闭道路1处，无人员伤亡' })
  assert.equal(stage(), 'closed')
})

test('confirmed too late, before the clock was called, is not confirmed', () => {
  const { game, id } = declared()
  for (const step of ['confirm', 'refuse', 'endEarly']) {
    const refused = offers(emergencyOrder, game.matter(id), step, people.countyLead, instant('2026-06-09 10:00'), law)
    assert.deepEqual([refused?.code, refused?.basis, refused?.remedy !== undefined], ['over', [], true])
    met.refusals.add(refused?.code ?? '')
  }
  const ran = declared('countyLead', { area: '630202' })
  for (const step of ['extend', 'endEarly']) assert.equal(offers(emergencyOrder, ran.game.matter(ran.id), step, people.cityLead, instant('2026-06-11 00:00'), law)?.code, 'over', 'what is over is not revived')
})

test('the county refuses, with its reason, and the order is over at once', () => {
  const { game, id, stage, facts } = declared()
  assert.deepEqual(game.refused('countyLead', 'refuse', id).faults?.map(one => one.fact), ['opinion'])
  game.until('2026-06-08 15:30')
  game.does('countyLead', 'refuse', id, { opinion: '雨情已减弱，按日常值守处理' })
  assert.deepEqual([stage(), facts()['ended'], holdsUntil(game.precedents)], ['reviewing', 'refused', '2026-06-08 15:30'])
})

test('whoever declared it from one post can’t confirm it from another', () => {
  const { game, id } = declared()
  const both = { ...people.countyLead, account: people.townLead.account }
  const refused = offers(emergencyOrder, game.matter(id), 'confirm', both, instant('2026-06-08 11:00'), law)
  assert.deepEqual([refused?.code, refused?.basis], ['two-people', []])
  met.refusals.add(refused?.code ?? '')
  assert.equal(game.refused('townLead', 'confirm', id).code, 'not-yours')
})

test('33.2: the county and the city declare for a place within their own, and need no confirmation', () => {
  for (const [who, area, office] of [['countyLead', '630202', '630202/lead'], ['cityLead', '6302', '6302/lead'], ['countyLead', '630202101', '630202/lead']] as const) {
    const { game, id, stage } = declared(who, { area })
    assert.deepEqual([stage(), game.matter(id).holder, holdsUntil(game.precedents)], ['inForce', { office }, '2026-06-10 23:59'])
  }
  const game = play(emergencyOrder)
  assert.throws(() => game.opens('townLead', { ...flood, area: '630202101' }, 'declare'), /not-yours/, 'a township not its own')
  assert.throws(() => game.opens('committee', flood, 'declare'), /not-yours/)
})

test('it has an end, and none too far off', () => {
  const game = play(emergencyOrder)
  assert.throws(() => game.opens('townLead', { ...flood, until: '2026-06-07' }, 'declare'), /不能早于今天/)
  assert.throws(() => game.opens('townLead', { ...flood, until: '2026-07-09' }, 'declare'), /2026-07-08/)
  const { until: _, ...endless } = flood
  assert.throws(() => game.opens('townLead', endless, 'declare'), /Last day is needed/)
  game.opens('townLead', { ...flood, until: '2026-07-08' }, 'declare')
  met.refusals.add('bad-input until')
})

test('it ends by itself on its day, confirmed or not, a holiday or not; the report owed is asked for level by level', () => {
  const { game, id, stage, facts } = declared('townLead', { until: '2026-06-20' }, '2026-06-18 09:00')
  game.does('countyLead', 'confirm', id)
  game.heard()
  game.until('2026-06-20 23:58')
  assert.equal(stage(), 'inForce')
  game.until('2026-06-21 00:00')
  assert.deepEqual([stage(), facts()['ended'], game.matter(id).holder], ['reviewing', 'expired', { office: '630202001/gov' }])
  assert.equal(game.due(id), '2026-07-06 23:59', 'fifteen days, the last a Sunday')
  game.heard()
  game.until('2026-07-07 09:00')
  assert.deepEqual(game.heard().map(one => one.who).toSorted(), ['colleague', 'countyLead', 'handler', 'townLead'])
  assert.equal(game.due(id, 'escalation'), '2026-07-08 18:00')
  game.until('2026-07-09 09:00')
  assert.equal(game.heard().filter(one => one.who === 'countyLead').length, 1, 'and again')
  game.does('townLead', 'report', id, { report: '转移沿沟住户12户，封闭道路1处，无人员伤亡' })
  assert.deepEqual(game.matter(id).clocks, {})
})

test('declared for today alone, it is over at midnight though the county had until tomorrow', () => {
  const { game, id, stage } = declared('townLead', { until: '2026-06-08' })
  assert.equal(holdsUntil(game.precedents), '2026-06-08 23:59')
  game.until('2026-06-09 10:00')
  assert.deepEqual([stage(), game.matter(id).facts['ended'], game.counts['lapsed']], ['reviewing', 'expired', undefined])
})

test('it is extended once, by the level above and with a reason', () => {
  const { game, id, facts } = declared()
  game.does('countyLead', 'confirm', id)
  const more = { until: '2026-06-20', extendReason: '上游仍有强降雨' }
  assert.equal(game.refused('townLead', 'extend', id, more).code, 'not-yours')
  assert.deepEqual(game.refused('countyLead', 'extend', id, { ...more, until: '2026-06-10' }).faults?.map(one => one.fact), ['until'])
  assert.deepEqual(game.refused('countyLead', 'extend', id, { ...more, until: '2026-07-11' }).faults?.map(one => one.fact), ['until'])
  game.does('countyLead', 'extend', id, more)
  assert.deepEqual([facts()['extensions'], game.due(id, 'end'), holdsUntil(game.precedents)], [1, '2026-06-20 23:59', '2026-06-20 23:59'])
  assert.equal(game.refused('cityLead', 'extend', id, { ...more, until: '2026-06-25' }).code, 'extended-enough')

  const county = declared('countyLead', { area: '630202' })
  assert.equal(county.game.refused('countyLead', 'extend', county.id, more).code, 'from-above', 'not by those who declared it')
  county.game.does('cityLead', 'extend', county.id, { ...more, until: '2026-07-10' })
  assert.equal(county.game.due(county.id, 'end'), '2026-07-10 23:59', 'thirty days more, counted from its end')
  const city = declared('cityLead', { area: '6302' })
  assert.match(city.game.refused('cityLead', 'extend', city.id, more).remedy?.en ?? '', /anew/)
})

test('it is ended early by those who declared it or those above, never from below', () => {
  const { game, id, stage, facts } = declared('countyLead', { area: '630202001001' })
  assert.equal(game.refused('townLead', 'endEarly', id, { endReason: '水位已退' }).code, 'from-below', 'though the place is in its own')
  game.until('2026-06-09 08:00')
  game.does('countyLead', 'endEarly', id, { endReason: '水位已退，道路恢复' })
  assert.deepEqual([stage(), facts()['ended'], holdsUntil(game.precedents)], ['reviewing', 'early', '2026-06-09 08:00'])
  const township = declared()
  township.game.does('townLead', 'endEarly', township.id, { endReason: '水位已退，道路恢复' })
  assert.equal(township.stage(), 'reviewing')
})

test('24.2, 33.2: however it ends, what was given under it ends with it', () => {
  const ends: readonly ((game: ReturnType<typeof play>, order: string) => void)[] = [
    (game, order) => game.does('countyLead', 'refuse', order, { opinion: '雨情已减弱' }),
    game => game.until('2026-06-09 10:00'),
    (game, order) => game.does('townLead', 'endEarly', order, { endReason: '水位已退' }),
    (game, order) => { game.does('countyLead', 'confirm', order); game.until('2026-06-11 00:00') },
  ]
  for (const end of ends) {
    const { game, id } = declared('townLead', {}, undefined, { others: [commission, communityTask], gate: () => ({ listed: false, emergency: { matter: id, until: '2026-06-12T16:00:00.000Z' }, running: [], held: [] }), loads: { 'village-known': () => [] } })
    const given = game.opensAnother(commission, 'handler', cleaningUnder, 'propose')
    end(game, id)
    assert.deepEqual([game.matter(given).stage, game.all('community-task').map(one => one.stage)], ['summing', ['over']])
  }
})

test('what is published of it is all of it, and says to name no person', () => {
  for (const [name, fact] of Object.entries(emergencyOrder.facts)) assert.equal(fact.class, 'public', name)
  for (const name of ['happened', 'scope', 'report'] as const) assert.match(emergencyOrder.facts[name].hint?.en ?? '', /ublished/)
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(emergencyOrder.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
  const said = ['./emergency-order.ts', '../usual/end-date.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  assert.equal(new Set(codes).size, 5)
  assert.deepEqual([...codes, 'bad-input until'].filter(code => !met.refusals.has(code)), [])
})

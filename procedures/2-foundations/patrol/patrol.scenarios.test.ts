import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { hazard } from '../../3-governance/hazard/hazard.ts'
import { request } from '../request.ts'
import { patrol } from './patrol.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const place = '630202001001'
const round = {
  place, title: '东关社区夜间安全巡查', team: '社区专职巡防人员、志愿者队伍', every: 3, until: '2026-06-30',
  checkpoints: [{ name: '三单元楼道', look: '消防通道是否畅通' }, { name: '小广场', look: '井盖、路灯' }],
}
const fine = [{ no: 1, state: 'ok' }, { no: 2, state: 'ok' }]

const planned = () => {
  const world = play(patrol, '2026-06-08 10:00', { others: [request, hazard] })
  return { world, id: world.opens('handler', round, 'plan') }
}

test('check finds nothing wrong', () => assert.deepEqual(check(patrol), []))

test('17.1, 17.2: a round is planned with its checkpoints, walked, and what was found at each becomes a request or a hazard', () => {
  const { world, id } = planned()
  assert.deepEqual([world.due(id), world.due(id, 'end'), world.matter(id).holder?.office], ['2026-06-11 23:59', '2026-06-30 23:59', '630202001/gov'])
  world.until('2026-06-10 21:00')
  world.does('gridWorker', 'walk', id, {
    walkedOn: '2026-06-10', results: [{ no: 1, state: 'found' }, { no: 2, state: 'found', note: '一处井盖' }],
    findings: [{ what: '通道停放电动车', as: 'hazard', kind: 'exits', spot: '三单元楼道' }, { what: '小广场路灯不亮', as: 'request', category: 'road-damage', spot: '小广场' }],
  })
  assert.deepEqual([world.all('hazard')[0]?.facts['source'], world.all('hazard')[0]?.links, world.all('request')[0]?.facts['spot']], ['patrol', [{ kind: 'patrol', matter: id }], '小广场'])
  assert.deepEqual([world.due(id), world.counts['walked']], ['2026-06-15 23:59', 1], 'three days on, behind the weekend')
  world.does('gridWorker', 'walk', id, { walkedOn: '2026-06-10', results: fine })
  assert.equal(world.matter(id).facts['findings'], undefined)
})

test('each checkpoint is told once; what was found is said; a round is not made up afterwards', () => {
  const { world, id } = planned()
  const refused = (more: object) => world.refused('gridWorker', 'walk', id, { walkedOn: '2026-06-08', results: fine, ...more }).faults?.map(one => one.column ?? one.fact)
  assert.deepEqual(refused({ results: [fine[0]] }), ['results'])
  assert.deepEqual(refused({ results: [fine[0], { no: 3, state: 'ok' }] }), ['no'])
  assert.deepEqual(refused({ results: [fine[0], { ...fine[0] }] }), ['no'])
  assert.deepEqual(refused({ results: [fine[0], { no: 2, state: 'found' }] }), ['findings'])
  assert.deepEqual(refused({ results: [fine[0], { no: 2, state: 'found' }], findings: [{ what: '井盖松动', as: 'hazard' }] }), ['kind'])
  assert.deepEqual(refused({ walkedOn: '2026-06-01' }), ['walkedOn'])
  assert.equal(world.refused('handler', 'walk', id, { walkedOn: '2026-06-08', results: fine }).code, 'not-yours')
  assert.equal(world.refusedToOpen('police', round, 'plan').code, 'not-yours', 'the township plans, not a station in it')
  assert.deepEqual(world.refusedToOpen('handler', { ...round, until: '2028-01-01' }, 'plan').faults?.map(one => one.fact), ['until'])
})

test('21.2, 21.3: nobody plans for themselves what they are paid for: a worker’s own round is walked once the township approved it', () => {
  const world = play(patrol, '2026-06-08 10:00', { others: [request, hazard] })
  const id = world.opens('gridWorker', round, 'plan')
  assert.deepEqual([world.matter(id).stage, world.due(id)], ['proposed', '2026-06-15 18:00'])
  assert.equal(world.refused('gridWorker', 'walk', id, { walkedOn: '2026-06-08', results: fine }).code, 'wrong-stage')
  assert.equal(world.refused('gridWorker', 'approve', id).code, 'not-yours')
  world.heard()
  world.until('2026-06-16 09:00')
  assert.deepEqual([...new Set(world.heard().map(one => one.who))].toSorted(), ['colleague', 'handler', 'townLead'])
  world.does('handler', 'approve', id)
  assert.deepEqual([world.matter(id).stage, world.due(id, 'end')], ['due', '2026-06-30 23:59'])
  world.does('gridWorker', 'walk', id, { walkedOn: '2026-06-16', results: fine })
  const other = world.opens('gridWorker', round, 'plan')
  world.does('townLead', 'decline', other, { reason: '与街道安排重复' })
  assert.equal(world.matter(other).stage, 'over')
  const late = world.opens('gridWorker', { ...round, until: '2026-06-17' }, 'plan')
  world.until('2026-06-18 09:00')
  assert.equal(world.refused('townLead', 'approve', late).code, 'too-late')
})

test('a missed round is told to the worker and the township, and ends with its plan', () => {
  const { world, id } = planned()
  world.heard()
  world.until('2026-06-12 08:00')
  assert.deepEqual(world.heard().map(one => one.who).toSorted(), ['colleague', 'gridWorker', 'handler', 'townLead'])
  assert.equal(world.matter(id).facts['missed'], true)
  world.does('townLead', 'change', id, { every: 7, checkpoints: round.checkpoints, reason: '人手不足，改为每周' })
  assert.deepEqual([world.matter(id).facts['missed'], world.due(id)], [undefined, '2026-06-22 23:59'], 'seven days end in the holiday and move behind it')
  world.until('2026-07-01 08:00')
  assert.equal(world.matter(id).stage, 'over')
  const other = planned()
  other.world.does('handler', 'end', other.id, { reason: '并入街道联防' })
  assert.equal(other.world.matter(other.id).stage, 'over')
})

test('21.4: no route, no time at a checkpoint, no position, no face: the day alone is kept, and photos are capped', () => {
  const all = Object.values(patrol.facts).flatMap(fact => [fact, ...Object.values(fact.columns ?? {})])
  assert.deepEqual(all.filter(fact => ['instant', 'point', 'personName', 'phone', 'account'].includes(fact.kind)).map(fact => fact.label.en), [])
  assert.equal(patrol.facts.photos.schema['maxItems'], 6)
})

test('every step is taken in some scenario', () => {
  assert.deepEqual(Object.keys(patrol.steps).filter(name => name !== 'recount' && !met.steps.has(name) ), [])
})

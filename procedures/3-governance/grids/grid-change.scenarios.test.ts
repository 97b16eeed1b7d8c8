import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { gridChange } from './grid-change.ts'

const village = '630202001001'
const township = '630202001'
const day = '2026-07-01'
const east = { code: '001', name: '东片网格', teams: ['一社'] }
const west = { code: '002', name: '西片网格', teams: ['二社'] }
const drawing = { change: 'draw', place: village, grids: [east, west], since: day, reason: '按地域相邻、人员相熟划分网格' }
const full = (no: string): string => village + no
const splitting = { ...drawing, change: 'split', old: [full('001')], grids: [{ ...east, code: '003' }, { ...west, code: '004' }] }

const world = (ground: { readonly faults: readonly object[]; readonly affects: string } = { faults: [], affects: '施行后有 2 个网格\n2 grids afterwards' }) => {
  const handed: (readonly [string, object])[] = []
  const game = play(gridChange, '2026-06-08 10:00', { loads: { 'grid-ground': () => ground }, records: (register, row) => handed.push([register, row]) })
  return { ...game, handed }
}

test('21.2: a village proposes its grids, another of the township looks, its lead adopts, and they hold from their day', () => {
  const game = world()
  const id = game.opens('committee', drawing, 'propose')
  assert.deepEqual([game.matter(id).holder?.office, game.due(id)], ['630202001/centre', '2026-06-15 18:00'])
  assert.deepEqual((game.matter(id).facts['grids'] as readonly { code: string }[]).map(one => one.code), [full('001'), full('002')], 'codes are whole in the record')
  game.does('dispatcher', 'review', id, { review: '界线清楚，覆盖全村' })
  assert.equal(game.matter(id).holder?.office, '630202001/gov')
  game.does('townLead', 'adopt', id, { opinion: '同意' })
  assert.deepEqual(game.handed.map(([register, row]) => [register, { ...row, grids: 2 }]), [['grids', { county: '630202', source: id, change: 'draw', old: [], grids: 2, since: day, schematic: false }]])
  game.until('2026-06-30 23:59')
  assert.equal(game.matter(id).stage, 'adopted')
  game.until(`${day} 00:00`)
  assert.equal(game.matter(id).stage, 'inForce')
  assert.ok(game.told.some(one => one.who === 'committee' && one.words.includes('in force')))
})

test('21.2: a grid split hands its open matters over on the day, and its workers are told', () => {
  const game = world()
  const id = game.opens('handler', splitting, 'propose')
  game.does('colleague', 'review', id)
  game.does('townLead', 'adopt', id)
  game.until(`${day} 00:01`)
  assert.deepEqual(game.handed.at(-1), ['grids-in-force', { county: '630202', old: [full('001')], since: day, names: [] }])
})

test('who proposed neither reviews nor adopts: a rule of the product, and it claims no article', () => {
  const game = world()
  const id = game.opens('townLead', drawing, 'propose')
  for (const step of ['review', 'refuse']) {
    const refused = game.refused('townLead', step, id, step === 'refuse' ? { opinion: '不妥' } : {})
    assert.deepEqual([refused.code, refused.basis], ['two-people', []])
  }
  game.does('dispatcher', 'review', id)
  assert.equal(game.refused('townLead', 'adopt', id).code, 'two-people')
  game.does('countyLead', 'adopt', id)
})

test('each way of changing has its own number of grids before and after, inside one village, and a day to come', () => {
  const game = world()
  const asked = (more: object): readonly string[] => (game.refusedToOpen('dispatcher', { ...drawing, ...more }, 'propose').faults ?? []).map(one => one.fact)
  assert.deepEqual(asked({ since: '2026-06-08' }), ['since'])
  assert.deepEqual(asked({ since: '2027-06-08' }), ['since'])
  assert.deepEqual(asked({ old: [full('001')] }), ['old'])
  assert.deepEqual(asked({ change: 'split', old: [full('001')], grids: [east] }), ['grids'])
  assert.deepEqual(asked({ change: 'merge', old: [full('001')], grids: [east] }), ['old'])
  assert.deepEqual(asked({ change: 'end', old: [full('001')] }), ['grids'])
  assert.deepEqual(asked({ place: township }), ['grids'], 'where several villages are concerned, whole codes')
  assert.deepEqual(asked({ grids: [{ ...east, code: '630202001002001' }] }), ['grids'], 'another village')
  assert.deepEqual(asked({ place: township, change: 'merge', old: ['630202001001001', '630202001002001'], grids: [{ ...east, code: full('009') }] }), ['grids'], 'never across villages')
  assert.deepEqual(asked({ grids: undefined }), ['grids'])
  for (const who of ['resident', 'gridWorker', 'transport', 'deputy'] as const) assert.equal(game.refusedToOpen(who, drawing, 'propose').code, 'not-yours', who)
  assert.equal(game.refusedToOpen('westCommittee', drawing, 'propose').code, 'not-yours', 'the village next door')
})

test('what the register finds wrong is told at its field, when it is proposed and again when it is adopted', () => {
  const bad = { faults: [{ fact: 'grids', why: words('630202001001001：边界自相交', '630202001001001: crosses itself') }], affects: '' }
  assert.deepEqual(world(bad).refusedToOpen('committee', drawing, 'propose').faults, bad.faults)
  const faults: object[] = []
  const game = world({ faults, affects: 'x\nx' })
  const id = game.opens('committee', drawing, 'propose')
  game.does('dispatcher', 'review', id)
  faults.push(...bad.faults)
  assert.equal(game.refused('townLead', 'adopt', id).code, 'bad-input')
})

test('a change is refused with an opinion, withdrawn, lapses, or comes too late for its day', () => {
  const game = world()
  const refused = game.opens('committee', drawing, 'propose')
  game.does('dispatcher', 'refuse', refused, { opinion: '户数差别过大' })
  const withdrawn = game.opens('committee', drawing, 'propose')
  game.does('committee', 'withdraw', withdrawn)
  const lapsed = game.opens('committee', drawing, 'propose')
  const late = game.opens('committee', { ...drawing, since: '2026-06-15' }, 'propose')
  game.does('dispatcher', 'review', late)
  game.until('2026-06-15 09:00')
  assert.equal(game.refused('townLead', 'adopt', late).code, 'too-late')
  game.until('2026-07-15 09:00')
  assert.deepEqual([refused, withdrawn, lapsed, late].map(id => game.matter(id).stage), ['refused', 'refused', 'lapsed', 'lapsed'])
})

test('every step was taken', () => {
  assert.deepEqual(Object.keys(gridChange.steps).filter(name => name !== 'recount' && !met.steps.has(name)), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { idOf, people } from '../../../test/helpers/world.ts'
import { gridChange } from './grid-change.ts'
import type { StandingPost } from './workers.ts'

const village = '630202001001'
const township = '630202001'
const day = '2026-07-01'
const east = { code: '001', name: '东片网格', teams: ['一社'] }
const west = { code: '002', name: '西片网格', teams: ['二社'] }
const drawing = { change: 'draw', place: village, grids: [east, west], since: day, reason: '按地域相邻、人员相熟划分网格' }
const full = (no: string): string => village + no
const splitting = { ...drawing, change: 'split', old: [full('001')], grids: [{ ...east, code: '003' }, { ...west, code: '004' }] }

const world = (ground: { readonly faults: readonly object[]; readonly affects: string } = { faults: [], affects: '施行后有 2 个网格\n2 grids afterwards' }, standing: () => readonly StandingPost[] = () => []) => {
  const handed: (readonly [string, object])[] = []
  const game = play(gridChange, '2026-06-08 10:00', { loads: { 'grid-ground': () => ground, 'grid-posts': () => ({ posts: standing(), beside: [full('002')] }) }, records: (register, row) => handed.push([register, row]) })
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

test('21.2: grids are the township’s: neither a department of the county nor a station in the township proposes, reviews or adopts them', () => {
  const game = world()
  const transportLead = { ...people.transport, kind: 'lead' } as const
  const station = { ...people.police, kind: 'lead' } as const
  for (const who of ['police', transportLead] as const) assert.equal(game.refusedToOpen(who, drawing, 'propose').code, 'not-yours')
  const id = game.opens('committee', drawing, 'propose')
  assert.equal(game.refused('police', 'review', id).code, 'not-yours')
  game.does('dispatcher', 'review', id)
  for (const who of [transportLead, station]) assert.equal(game.refused(who, 'adopt', id).code, 'not-yours')
  game.does('townLead', 'adopt', id)
  for (const who of [transportLead, station]) assert.equal(game.refused(who, 'place', id, { workers: [] }).code, 'not-yours')
})

test('21.2: a grid split hands its open matters over on the day, and its workers are told', () => {
  const game = world()
  const id = game.opens('handler', splitting, 'propose')
  game.does('colleague', 'review', id)
  game.does('townLead', 'adopt', id)
  game.until(`${day} 00:01`)
  assert.deepEqual(game.handed.at(-1), ['grids-in-force', { county: '630202', source: id, old: [full('001')], since: day, names: [] }])
})

const worker = (name: string, grid = '001'): StandingPost =>
  ({ post: idOf(`post of ${name}`), name, account: idOf(name === '李网' ? 'gridWorker' : name), kind: 'gridWorker', office: `${village}/committee`, region: full(grid), clearance: 'internal', planned: false })
const places = (...to: readonly string[]) => ['李网', '王格'].flatMap((name, i) => (to[i] === undefined ? [] : [{ post: idOf(`post of ${name}`), name, from: full('001'), to: to[i] }]))

test('20.2, 21.3: of a grid that is split each post goes where the decision says, confirmed by another, and moves on the day', () => {
  let posts = [worker('李网'), worker('王格')]
  const game = world(undefined, () => posts)
  const id = game.opens('handler', splitting, 'propose')
  assert.deepEqual(game.matter(id).facts['workers'], posts.map(({ post, name, region }) => ({ post, name, from: region })), 'nobody chose yet')
  game.does('colleague', 'review', id)
  assert.match(game.refused('townLead', 'adopt', id).faults?.[0]?.why.zh ?? '', /李网、王格/)
  assert.match(game.refused('townLead', 'adopt', id, { workers: places(full('003'), full('002')) }).faults?.[0]?.why.zh ?? '', /王格.*不是接续的网格/)
  game.does('townLead', 'adopt', id, { workers: places(full('003'), full('004')) })
  assert.ok(game.heard().some(one => one.who === 'gridWorker'), 'whoever holds the post is told at once')
  assert.equal(game.refused('auditor', 'confirmPosts', id).code, 'not-yours')
  assert.equal(game.refused('citySystemAdmin', 'confirmPosts', id).code, 'not-yours')
  game.does('securityAdmin', 'confirmPosts', id)
  assert.equal(game.refused('securityAdmin', 'confirmPosts', id).code, 'nothing-to-confirm')
  assert.deepEqual(game.handed.at(-1), ['post-moves', { county: '630202', source: id, by: idOf('post securityAdmin'), since: day, moves: places(full('003'), full('004')).map(({ post, from, to }) => ({ post, from, to })) }])
  posts = posts.map(one => ({ ...one, planned: true }))
  game.until(`${day} 00:01`)
  assert.equal(game.matter(id).stage, 'inForce')
  assert.ok(game.heard().some(one => one.who === 'gridWorker' && one.words.includes('Your post moved')))
})

test('20.2, 21.3: posts of merged grids go to the one there is; what was not confirmed by the day waits, told, until it is', () => {
  let posts = [worker('李网'), worker('王格', '002')]
  const game = world(undefined, () => posts)
  const id = game.opens('handler', { ...drawing, change: 'merge', old: [full('001'), full('002')], grids: [{ ...east, code: '005' }] }, 'propose')
  game.does('colleague', 'review', id)
  game.does('townLead', 'adopt', id)
  assert.deepEqual((game.matter(id).facts['workers'] as readonly { to: string }[]).map(one => one.to), [full('005'), full('005')])
  game.until(`${day} 00:01`)
  assert.equal(game.matter(id).stage, 'placing')
  assert.ok(game.heard().some(one => one.who === 'townLead'))
  posts = [...posts, worker('后来', '002')]
  assert.equal(game.refused('securityAdmin', 'confirmPosts', id).code, 'posts-changed', 'one more was given meanwhile')
  game.until('2026-07-04 09:00')
  assert.ok(game.past(id).some(one => one.step === 'remind'))
  game.does('townLead', 'place', id, { workers: places('end') })
  game.does('securityAdmin', 'confirmPosts', id)
  assert.equal(game.matter(id).stage, 'inForce')
  assert.deepEqual((game.handed.at(-1)?.[1] as { moves: readonly { to: string }[] }).moves.map(one => one.to), ['end', full('005'), full('005')])
})

test('20.2: nobody moves their own post; where none stands there is nothing to say or confirm', () => {
  const game = world(undefined, () => [{ ...worker('李网'), account: idOf('townLead') }])
  const id = game.opens('handler', splitting, 'propose')
  game.does('colleague', 'review', id)
  assert.equal(game.refused('townLead', 'adopt', id, { workers: places(full('003')) }).code, 'own-post')
  const none = world()
  const other = none.opens('handler', splitting, 'propose')
  none.does('colleague', 'review', other)
  none.does('townLead', 'adopt', other)
  assert.equal(none.refused('securityAdmin', 'confirmPosts', other).code, 'nothing-to-confirm')
  assert.equal(none.refused('townLead', 'place', other, { workers: places(full('003')) }).code, 'nothing-to-place')
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

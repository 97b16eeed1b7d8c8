import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { check } from '../../../kernel/check.ts'
import type { JsonObject } from '../../../kernel/words.ts'
import { met, play } from '../../../test/helpers/play.ts'
import { householdChange } from './household-change.ts'
import { faultsOf, outcomeOf, type Ground, type Standing } from './judge.ts'

// Monday, 8 June 2026, 10:00. Friday the 19th to Sunday the 21st are the Dragon Boat holiday.
const village = '630202001001'
const code = (n: number): string => `${village}-000${n}`
const stands = (n: number, more: Partial<Standing> = {}): Standing => ({ code: code(n), village, team: '一社', address: `一社${n}号`, size: n, since: '2026-01-01', ...more })
const ground: Ground = { standing: [stands(1), stands(2), stands(4), stands(5, { since: '2026-06-05', size: null })], grids: [`${village}001`, '630202001002001'] }
const sheet = { change: 'enter', village, since: '2026-06-01', reason: '2026 年户册核对', households: [{ door: '二社1号', team: '二社', size: 3, grid: `${village}001`, head: '旦增·次仁罗布' }, { door: '二社2号' }] }

const begun = (input: object = sheet, at: Ground = ground) => {
  const handed: JsonObject[] = []
  const now = { ground: at }
  const world = play(householdChange, '2026-06-08 10:00', { loads: { 'household-ground': () => now.ground }, records: (_, row) => handed.push(row) })
  const cells = (more: object) => world.refusedToOpen('gridWorker', { ...input, ...more }, 'propose').faults?.map(one => [one.fact, one.row, one.column].filter(part => part !== undefined).join(' '))
  return { world, handed, now, cells, opens: (more: object = {}) => world.opens('gridWorker', { ...input, ...more }, 'propose') }
}

/** What the register is handed once another approves. */
const entered = (more: object): JsonObject => {
  const { world, handed, opens } = begun()
  world.does('committee', 'approve', opens(more))
  return handed[0] ?? assert.fail('nothing was entered')
}

test('check finds nothing wrong', () => assert.deepEqual(check(householdChange), []))

test('27.3: a sheet of households is looked at cell by cell, approved by another, and entered from its day', () => {
  const { world, handed, opens } = begun()
  const id = opens()
  assert.deepEqual([world.due(id), world.heard().map(one => one.who).toSorted()], ['2026-06-15 18:00', ['colleague', 'committee', 'handler', 'townLead']])
  assert.match(JSON.stringify(world.matter(id).facts['affects']), /现有 4 户，变更后 6 户/)
  world.does('committee', 'approve', id, { opinion: '已与村里核对' })
  assert.deepEqual([world.matter(id).stage, world.counts], ['entered', { proposed: 1, enter: 2 }])
  assert.deepEqual([handed[0]?.['since'], handed[0]?.['enter'], handed[0]?.['end']], ['2026-06-01', [
    { village, team: '二社', address: '二社1号', size: 3, grid: `${village}001`, head: '旦增·次仁罗布' }, { village, address: '二社2号' },
  ], []])
  world.until('2026-07-09 09:00')
  assert.equal(world.matter(id).stage, 'settled')
})

test('what is wrong stands at its cell, and nothing enters while a cell is wrong', () => {
  const { cells } = begun()
  assert.deepEqual(cells({ households: [{ door: '一社 1号' }, { door: '二社9号' }, { door: '二社 9号' }, { household: code(1), door: '二社7号' }, { size: 2 }, { door: '二社8号', grid: '630202001002001' }] }), [
    'households 0 door', 'households 2 door', 'households 3 household', 'households 4 door', 'households 5 grid',
  ])
  assert.deepEqual(cells({ change: 'correct', households: [{ size: 2 }, { household: code(3), size: 2 }, { household: code(5), size: 2 }, { household: code(1) }, { household: code(2), door: '一社4号' }] }), [
    'households 0 household', 'households 1 household', 'households 2 household', 'households 3 door', 'households 4 door',
  ])
  assert.deepEqual(cells({ households: [{ door: '二社1号', size: 0 }, { door: '二社1号', head: '1' }] }), ['households', 'households 0 size', 'households 1 head'])
  assert.deepEqual(cells({ since: '2026-06-09' }), ['since'])
  assert.deepEqual(cells({ since: '2024-06-09' }), ['since'])
  assert.deepEqual(cells({ old: code(1) }), ['old'])
  assert.deepEqual(cells({ change: 'split' }), ['old'])
  assert.deepEqual(cells({ change: 'split', old: code(5), households: [{ door: '二社1号' }] }), ['since'])
  assert.deepEqual(cells({ change: 'join', old: code(1), households: [{ household: code(1) }] }), ['households 0 household'])
  assert.deepEqual(cells({ change: 'move', to: village, households: [{ household: code(1), door: '三社1号' }] }), ['to'])
  assert.deepEqual(cells({ change: 'move', to: '630203001001', households: [{ household: code(1) }] }), ['to', 'households 0 door'])
  assert.deepEqual(cells({ change: 'end', households: [{ household: code(1) }, { household: code(1) }] }), ['households 1 household'])
})

test('a household splits, some join, one moves, one ends: who left is counted where they went, and what came of it is named', () => {
  assert.deepEqual(entered({ change: 'split', old: code(4), households: [{ door: '一社4号后院', size: 1 }] })['enter'], [
    { code: code(4), village, team: '一社', address: '一社4号', size: 3 }, { village, address: '一社4号后院', size: 1, of: [code(4)] },
  ])
  const joined = entered({ change: 'join', old: code(4), households: [{ household: code(1) }, { household: code(2) }] })
  assert.deepEqual([joined['enter'], joined['end']], [[{ code: code(4), village, team: '一社', address: '一社4号', size: 7, of: [code(1), code(2)] }], [code(1), code(2)]])
  assert.deepEqual(entered({ change: 'move', to: '630202001002', households: [{ household: code(2), door: '三社8号' }] })['enter'], [{ code: code(2), village: '630202001002', address: '三社8号', size: 2 }])
  assert.deepEqual(entered({ change: 'end', households: [{ household: code(2) }] })['end'], [code(2)])
  assert.deepEqual(entered({ change: 'correct', households: [{ household: code(2), size: 6 }] })['enter'], [{ code: code(2), village, team: '一社', address: '一社2号', size: 6 }])
})

test('two people; what changed meanwhile is not entered; late, it lapses', () => {
  const own = begun()
  const mine = own.world.opens('committee', sheet, 'propose')
  assert.equal(own.world.refused('committee', 'approve', mine).code, 'two-people')
  assert.equal(own.world.refused('police', 'approve', mine).code, 'not-yours', 'the township keeps the register, not a station in it')
  own.world.does('committee', 'withdraw', mine)
  const stale = begun()
  const id = stale.opens()
  stale.now.ground = { ...ground, standing: [...ground.standing, stands(6, { address: '二社1号' })] }
  const refusal = stale.world.refused('handler', 'approve', id)
  assert.deepEqual([refusal.code, refusal.faults?.map(one => one.row)], ['household-changed', [0]])
  stale.world.does('handler', 'refuse', id, { opinion: '请按新户册核对' })
  assert.equal(stale.world.matter(id).stage, 'refused')
  const late = begun()
  const left = late.opens()
  late.world.until('2026-06-16 09:00')
  assert.equal(late.world.matter(left).stage, 'lapsed')
})

test('a batch entered by mistake is undone as a whole within thirty days; nothing else is', () => {
  const { world, handed, opens } = begun()
  const id = opens()
  world.does('committee', 'approve', id)
  world.does('handler', 'undo', id, { opinion: '导错了村' })
  assert.deepEqual([world.matter(id).stage, handed[1]], ['undone', { county: '630202', since: '2026-06-08', source: id, undo: true, of: 2 }])
  const other = begun()
  const split = other.opens({ change: 'end', households: [{ household: code(2) }] })
  other.world.does('committee', 'approve', split)
  assert.equal(other.world.refused('handler', 'undo', split, { opinion: '撤销' }).code, 'not-a-batch')
})

test('property: whatever is asked, nobody is counted twice or lost by a split or a join, and no code stands twice', () => {
  const size = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null })
  fc.assert(fc.property(fc.array(size, { minLength: 1, maxLength: 9 }), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), (sizes, leaving) => {
    const standing = sizes.map((one, i) => stands(i + 1, { size: one }))
    const at: Ground = { standing, grids: [] }
    const split = { change: 'split', village, to: '', old: code(1), since: '2026-06-01', rows: leaving.map((n, i) => ({ door: `新${i}号`, size: n })) } as const
    assert.deepEqual(faultsOf(split, at), [])
    const after = outcomeOf(split, at).enter.map(one => one['size'])
    const before = sizes[0]
    if (before !== null && before !== undefined && before > leaving.reduce((sum, n) => sum + n, 0)) assert.equal(after.reduce<number>((sum, n) => sum + Number(n), 0), before)
    const join = { change: 'join', village, to: '', old: code(1), since: '2026-06-01', rows: standing.slice(1).map(one => ({ household: one.code })) } as const
    const joined = outcomeOf(join, at)
    if (!sizes.includes(null)) assert.equal(joined.enter[0]?.['size'], sizes.reduce<number>((sum, n) => sum + Number(n), 0))
    assert.equal(new Set([...joined.end, code(1)]).size, sizes.length)
  }))
})

test('20.2: no ethnicity, faith, papers or number is asked for; who is head is not public', () => {
  assert.doesNotMatch(JSON.stringify(Object.values(householdChange.facts).map(fact => [fact.label, fact.options ?? {}, Object.values(fact.columns ?? {}).map(column => column.label)])), /民族|宗教|信仰|身份证|ethnic|faith/u)
  assert.equal(householdChange.facts.households.class, 'internal')
})

test('every step is taken and every refusal met in some scenario', () => {
  assert.deepEqual(Object.keys(householdChange.steps).filter(name => !['recount', 'erase', 'correct', 'rezone'].includes(name) && !met.steps.has(`household-change.${name}`)), [])
  const said = readFileSync(new URL('./household-change.ts', import.meta.url), 'utf8')
  assert.deepEqual([...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '').filter(one => !met.refusals.has(one)), [])
})

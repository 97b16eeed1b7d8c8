import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import type { Shape } from '../../kernel/shape.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { fillWorld, idOf } from '../../test/helpers/world.ts'
import { recordGrids } from './change.ts'
import { readShapes, shapesOf, writeShapes } from './shapes.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
})
after(() => database.close())

const [county, code] = ['630202', '630202001001']
const square = (side: number): Shape => ({ type: 'Polygon', coordinates: [[[102, 36], [102 + side, 36], [102 + side, 36 + side], [102, 36 + side], [102, 36]]] })

test('an area drawn for an earlier day than one that is already decided holds until that one begins, and no longer', async () => {
  const write = (since: string, side: number) => database.scoped(system, tx => writeShapes(tx, county, [{ code, shape: square(side), schematic: false }], { since, source: idOf(since) }))
  const on = async (day: string) => (await database.scoped(system, tx => shapesOf(tx, county, [code], day))).map(one => one.shape)
  await write('2026-06-01', 0.01)
  await write('2026-07-01', 0.03)
  await write('2026-06-20', 0.02)
  assert.deepEqual([await on('2026-06-10'), await on('2026-06-25'), await on('2026-07-01')], [[square(0.01)], [square(0.02)], [square(0.03)]])
  await write('2026-06-20', 0.025)
  assert.deepEqual([await on('2026-06-25'), await on('2026-07-01')], [[square(0.025)], [square(0.03)]], 'one of the same day is replaced')
})

test('21.2: a grid that was split has no area from that day on, though one was decided for it that begins later', async () => {
  const grid = (n: string) => `${code}${n}`
  const area = (n: string, side: number) => ({ code: grid(n), name: `第${n}网格`, shape: square(side) })
  const record = (change: string, since: string, old: readonly string[], grids: readonly object[]) => database.scoped(system, tx => recordGrids(tx, { county, since, change, source: idOf(`${change} ${since}`), old, grids: JSON.parse(JSON.stringify(grids)) as readonly JsonObject[], schematic: false }))
  await record('draw', '2026-06-01', [], [area('001', 0.01)])
  await record('redraw', '2026-07-01', [], [area('001', 0.02)])
  await record('split', '2026-06-20', [grid('001')], [area('002', 0.005), area('003', 0.006)])
  const on = async (day: string) => (await database.scoped(system, tx => readShapes(tx, day, [grid('000'), grid('999')]))).map(one => one.code)
  assert.deepEqual([await on('2026-06-10'), await on('2026-06-25'), await on('2026-07-02')], [[grid('001')], [grid('002'), grid('003')], [grid('002'), grid('003')]])
  assert.deepEqual(await database.scoped(system, tx => shapesOf(tx, county, [grid('001')], '2026-07-02')), [])
  const [first] = await database.owner(tx => tx.query<{ until: string }>(`select until::text as until from region_shape where code = $1 and since = '2026-06-01'`, [grid('001')]))
  assert.equal(first?.until, '2026-06-20', 'the row itself ends with the grid, though it had an end already')
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import type { Shape } from '../../kernel/shape.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { fillWorld, idOf } from '../../test/helpers/world.ts'
import { shapesOf, writeShapes } from './shapes.ts'

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

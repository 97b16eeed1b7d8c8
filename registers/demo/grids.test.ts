import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInside } from '../../kernel/plane.ts'
import { cover } from '../grids/cover.ts'
import { crossing } from '../../kernel/crossing.ts'
import { makeGrids } from '../grids/shapes.ts'
import { demoCity } from './city.ts'
import { inventGrids, spotIn } from './grids.ts'
import { randomFor } from './random.ts'

const city = demoCity({ counties: ['630203'], seed: 4, households: 2 })
const { grids, shapes } = inventGrids(city)
const all = makeGrids(shapes.map(one => ({ ...one, since: '2023-02-01' })))

test('every village of the demo has its schematic grids, and they cover it without gap and overlap', () => {
  const villages = city.regions.filter(region => region.code.length === 12)
  assert.ok(grids.length > villages.length && all.inside('630203').every(one => one.schematic))
  for (const { code } of villages) {
    const own = all.inside(code).filter(one => one.code.length === 15)
    assert.ok(own.length >= 1 && own.every(one => crossing(one.shape) === undefined), code)
    const found = cover(own, all.shape(code)?.shape, { area: 20, width: 0.1 })
    assert.deepEqual([found.gaps, found.overlaps, found.outside], [[], [], []], code)
  }
  const county = cover(all.inside('630203').filter(one => one.code.length === 9), all.shape('630203')?.shape, { area: 20, width: 0.1 })
  assert.deepEqual([county.gaps, county.overlaps], [[], []])
})

test('the same seed gives the same grids, and a spot lies in its area', () => {
  assert.deepEqual(inventGrids(city), { grids, shapes })
  const shape = shapes.at(-1)?.shape ?? assert.fail()
  for (let i = 0; i < 20; i += 1) assert.ok(isInside(shape, spotIn(randomFor(i, 'spot'), shape)))
})

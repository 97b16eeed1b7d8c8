import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaOf } from '../../../../kernel/plane.ts'
import { drawFaults, drawnShape, partsOf, withRing, without, type Corners } from './rings.ts'

const box = (x: number, y: number, wide: number): Corners => [[x, y], [x + wide, y], [x + wide, y + wide], [x, y + wide]].map(([a = 0, b = 0]) => [102.4 + a / 1000, 36.48 + b / 1000] as const)
const said = (...parts: readonly (readonly Corners[])[]): readonly string[] => drawFaults(parts).map(one => one.why.en)

test('several parts and holes come out as GeoJSON and back again', () => {
  const parts = [[box(0, 0, 10), box(2, 2, 2), box(6, 6, 2)], [box(20, 0, 5)]]
  const shape = drawnShape(parts)
  assert.equal(shape?.type, 'MultiPolygon')
  assert.deepEqual(partsOf(shape), parts)
  const whole = drawnShape([[box(0, 0, 10)]])
  assert.ok(whole && areaOf(shape) > areaOf(whole), 'the second part adds more than the holes take')
  assert.deepEqual(drawnShape(parts.slice(0, 1))?.type, 'Polygon')
  assert.deepEqual(partsOf(undefined), [[[]]])
})

test('what is not yet three corners is still to come, and takes nothing from the rest', () => {
  assert.equal(drawnShape([[box(0, 0, 10).slice(0, 2)]]), undefined)
  assert.deepEqual(drawnShape([[box(0, 0, 10), box(2, 2, 2).slice(0, 2)], [[]]]), drawnShape([[box(0, 0, 10)]]))
})

test('a ring is moved, a hole taken away, a part goes with its holes', () => {
  const parts = [[box(0, 0, 10), box(2, 2, 2)], [box(20, 0, 5)]]
  assert.deepEqual(withRing(parts, [1, 0], box(30, 0, 5))[1], [box(30, 0, 5)])
  assert.deepEqual(without(parts, [0, 1]), [[box(0, 0, 10)], [box(20, 0, 5)]])
  assert.deepEqual(without(parts, [0, 0]), [[box(20, 0, 5)]])
  assert.deepEqual(without([[box(0, 0, 10)]], [0, 0]), [[[]]])
})

test('what can’t be is told with its place: crossing itself, a hole outside or across the border, parts that overlap', () => {
  const [a, b, c, d] = box(0, 0, 10)
  if (!a || !b || !c || !d) throw new Error('a box has four corners')
  assert.deepEqual(said([box(0, 0, 10), box(2, 2, 2)], [box(20, 0, 5)]), [])
  assert.deepEqual(said([[a, c, b, d]]), ['Part 1 crosses itself or meets a hole'])
  assert.deepEqual(said([box(0, 0, 10), box(30, 0, 2)]), ['Part 1, hole 1 lies outside its part'])
  assert.deepEqual(said([box(0, 0, 10), box(8, 8, 5)]), ['Part 1 crosses itself or meets a hole'])
  assert.deepEqual(said([box(0, 0, 10)], [box(5, 5, 10)]), ['Parts 1 and 2 overlap or touch'])
  assert.deepEqual(said([box(0, 0, 10)], [box(2, 2, 2)]), ['Parts 1 and 2 overlap or touch'])
  const [fault] = drawFaults([[[a, c, b, d]]])
  assert.ok(fault)
  assert.deepEqual(fault.at.map(one => Math.round(one * 1e4) / 1e4), [102.405, 36.485], 'where it crosses')
})

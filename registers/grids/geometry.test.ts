import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { areaOf, isInside, planeAt, fromPlane, toBorder } from '../../kernel/plane.ts'
import { shapeOf, type Position, type Shape } from '../../kernel/shape.ts'
import { cover, type Drawn } from './cover.ts'
import { crossing } from '../../kernel/crossing.ts'
import { makeLocator } from './locate.ts'

const plane = planeAt([102.4, 36.48])
/** Metres east and north of a point in Haidong. */
const at = (x: number, y: number): Position => fromPlane(plane, [x, y]).map(n => Math.round(n * 1e7) / 1e7) as unknown as Position
const ring = (...points: readonly (readonly [number, number])[]): readonly Position[] => [...points, points[0] ?? [0, 0]].map(([x, y]) => at(x, y))
const box = (x: number, y: number, wide: number, high: number) => ring([x, y], [x + wide, y], [x + wide, y + high], [x, y + high])
const area = (rings: readonly (readonly Position[])[]): Shape => ({ type: 'Polygon', coordinates: rings })
const codeOf = (i: number): string => `630202001001${String(i + 1).padStart(3, '0')}`

/** Cuts a rectangle at random, again and again; corners lie on whole metres. */
type Rect = readonly [x: number, y: number, wide: number, high: number]
const split = (rects: readonly Rect[], cuts: readonly { readonly which: number; readonly share: number; readonly upright: boolean }[]): readonly Rect[] =>
  cuts.reduce<readonly Rect[]>((all, { which, share, upright }) => {
    const i = which % all.length
    const [x, y, wide, high] = all[i] ?? [0, 0, 0, 0]
    const [w, h] = [Math.round(wide * share), Math.round(high * share)]
    const parts: readonly Rect[] = upright ? [[x, y, w, high], [x + w, y, wide - w, high]] : [[x, y, wide, h], [x, y + h, wide, high - h]]
    return parts.some(([, , a, b]) => a < 5 || b < 5) ? all : all.toSpliced(i, 1, ...parts)
  }, rects)

const cuts = fc.array(fc.record({ which: fc.nat(1000), share: fc.double({ min: 0.1, max: 0.9, noNaN: true }), upright: fc.boolean() }), { minLength: 1, maxLength: 25 })
const village: Rect = [0, 0, 2000, 1500]
const shapeOfRect = (rect: Rect): Shape => area([box(...rect)])
const small = { area: 20, width: 0.1 }
/** Corners are rounded to a centimetre of the globe and cut on centimetres of the plane: along two kilometres that is some tens of square metres at the most. */
const rounding = 60
const drawnOf = (rects: readonly Rect[]): readonly Drawn[] => rects.map((rect, i) => ({ code: codeOf(i), shape: shapeOfRect(rect) }))

test('21.2: grids cut from one village at random leave no gap and no overlap', () => {
  fc.assert(fc.property(cuts, some => {
    const rects = split([village], some)
    const found = cover(drawnOf(rects), shapeOfRect(village), small)
    assert.deepEqual([found.gaps, found.overlaps, found.outside], [[], [], []])
    assert.ok(Math.abs(found.covered - 3_000_000) < 3000 && Math.abs(found.covered - found.area) < rounding, String(found.covered))
  }), { numRuns: 60 })
})

test('21.2: a grid taken out is a gap of its own area, beside its neighbours, also where no boundary is known and grids lie all around it', () => {
  fc.assert(fc.property(cuts, fc.nat(1000), (some, which) => {
    const rects = split([village], some)
    const drawn = drawnOf(rects)
    const gone = drawn[which % drawn.length]
    const rect = rects[which % rects.length]
    assert.ok(gone && rect)
    const found = cover(drawn.filter(one => one !== gone), shapeOfRect(village), small)
    assert.equal(found.gaps.length, 1)
    assert.ok(Math.abs((found.gaps[0]?.area ?? 0) - rect[2] * rect[3]) < rounding + rect[2] * rect[3] * 0.001)
    assert.ok(isInside(gone.shape, found.gaps[0]?.at ?? [0, 0]))
    assert.deepEqual(found.overlaps, [])
    const enclosed = rect[0] > 0 && rect[1] > 0 && rect[0] + rect[2] < village[2] && rect[1] + rect[3] < village[3]
    if (enclosed) assert.equal(cover(drawn.filter(one => one !== gone), undefined, small).gaps.length, 1)
  }), { numRuns: 60 })
})

test('21.2: a grid drawn larger overlaps by what it was drawn larger, and stands out where it leaves the village', () => {
  const drawn = drawnOf([[0, 0, 1000, 1500], [1000, 0, 1000, 1500]])
  const wider = [{ code: codeOf(0), shape: shapeOfRect([0, 0, 1010, 1500]) }, ...drawn.slice(1)]
  const found = cover(wider, shapeOfRect(village), small)
  assert.deepEqual(found.overlaps.map(one => [one.grids, Math.round(one.area / 100)]), [[[codeOf(0), codeOf(1)], 150]])
  const out = cover([{ code: codeOf(0), shape: shapeOfRect([-10, 0, 2010, 1500]) }], shapeOfRect(village), small)
  assert.deepEqual([out.outside.map(one => Math.round(one.area / 100)), out.gaps], [[150], []])
})

test('areas are measured on the ground, holes taken out', () => {
  assert.ok(Math.abs(areaOf(area([box(0, 0, 1000, 1000)])) - 1e6) < 500)
  assert.ok(Math.abs(areaOf(area([box(0, 0, 1000, 1000), box(100, 100, 300, 300)])) - 910_000) < 500)
})

test('a boundary that crosses or touches itself is found with its place; neighbours on one ring are no crossing', () => {
  const bow = area([ring([0, 0], [100, 100], [100, 0], [0, 100])])
  const found = crossing(bow)
  assert.ok(found && toBorder(area([box(50, 50, 0.01, 0.01)]), found) < 1)
  assert.equal(crossing(area([box(0, 0, 100, 100)])), undefined)
  assert.equal(crossing(area([box(0, 0, 100, 100), box(10, 10, 20, 20)])), undefined)
  assert.ok(crossing(area([box(0, 0, 100, 100), box(90, 10, 20, 20)])), 'a hole that leaves its ring')
  assert.ok(crossing(area([ring([0, 0], [100, 0], [50, 0], [50, 50])])), 'runs back over itself')
  assert.equal(crossing(shapeOf([[box(0, 0, 10, 10)], [box(20, 0, 10, 10)]])), undefined)
  assert.equal(crossing(shapeOf([[box(0, 0, 10, 10)], [box(10, 0, 10, 10)]])), undefined, 'parts side by side')
  assert.equal(crossing(shapeOf([[box(0, 0, 100, 100), box(10, 10, 20, 20)], [box(15, 15, 5, 5)]])), undefined, 'an island in a hole')
})

test('parts of one area that lie over each other are found: a point there would be in the grid by its cover and in none by the index', () => {
  for (const other of [box(5, 5, 10, 10), box(2, 2, 3, 3), box(0, 0, 10, 10), box(5, 0, 10, 10), box(-5, 3, 20, 2)]) {
    const twice = shapeOf([[box(0, 0, 10, 10)], [other]])
    assert.ok(crossing(twice))
    assert.ok(crossing(shapeOf([[other], [box(0, 0, 10, 10)]])), 'whichever comes first')
  }
})

test('a point is located as by looking at every grid in turn, and near a border both are offered', () => {
  fc.assert(fc.property(cuts, fc.array(fc.tuple(fc.double({ min: -100, max: 2100, noNaN: true }), fc.double({ min: -100, max: 1600, noNaN: true })), { minLength: 20, maxLength: 60 }), (some, points) => {
    const drawn = drawnOf(split([village], some))
    const locator = makeLocator(drawn)
    for (const [x, y] of points) {
      const point = at(x, y)
      const inside = drawn.filter(one => isInside(one.shape, point))
      const brute = (inside.length > 0 ? inside : drawn.filter(one => toBorder(one.shape, point) < 0.001)).map(one => one.code)
      assert.equal(locator.find(point), brute.toSorted()[0])
      const near = drawn.map(one => ({ code: one.code, metres: isInside(one.shape, point) ? 0 : toBorder(one.shape, point) })).filter(one => one.metres <= 20)
      assert.deepEqual(locator.near(point, 20).map(one => one.code).toSorted(), near.map(one => one.code).toSorted())
    }
  }), { numRuns: 40 })
  const two = makeLocator(drawnOf([[0, 0, 1000, 1500], [1000, 0, 1000, 1500]]))
  assert.deepEqual(two.near(at(990, 700), 20).map(one => one.code), [codeOf(0), codeOf(1)])
  assert.deepEqual(two.near(at(900, 700), 20).map(one => one.code), [codeOf(0)])
  assert.equal(makeLocator([]).find(at(0, 0)), undefined)
})

test('a point exactly on a border lies in a grid, and where grids share the border it is offered both sides', () => {
  fc.assert(fc.property(cuts, fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 20, maxLength: 60 }), (some, picks) => {
    const drawn = drawnOf(split([village], some))
    const locator = makeLocator(drawn)
    for (const [which, edge, share] of picks) {
      const { code, shape } = drawn[which % drawn.length] ?? assert.fail()
      const [ring = []] = shape.type === 'Polygon' ? shape.coordinates : assert.fail()
      const [[ax, ay], [bx, by]] = [ring[edge % 4] ?? assert.fail(), ring[(edge % 4) + 1] ?? assert.fail()]
      const point: Position = [ax + (bx - ax) * share, ay + (by - ay) * share]
      const sides = drawn.filter(one => isInside(one.shape, point) || toBorder(one.shape, point) < 0.0005).map(one => one.code)
      assert.ok(sides.includes(code))
      assert.ok(sides.includes(locator.find(point) ?? 'none'), `${String(point)} of ${code}`)
      const offered = locator.near(point, 0).map(one => one.code)
      for (const side of sides) assert.ok(offered.includes(side), `${side} at ${String(point)}`)
    }
  }), { numRuns: 40 })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fresh, isOver, lasts, lookedAt, putRight } from './age.ts'

const day = 86_400_000
const begun = fresh(1_000 * day, 1_000 * day)

test('a clock set back keeps nothing alive: days that were seen to go by stay counted, and those after it count on', () => {
  let age = lookedAt(begun, begun.seen + 8 * day)
  age = lookedAt(age, begun.seen - 300 * day)
  assert.equal(age.gone, 8 * day)
  age = lookedAt(age, begun.seen - 293 * day)
  assert.ok(isOver(age), 'eight days and seven')
})

test('however a clock is moved, what has gone by never grows less and never falls behind what it was seen to move on', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -40 * day, max: 40 * day }), { maxLength: 30 }), moves => {
    let [age, now, on] = [begun, begun.seen, 0]
    for (const move of moves) {
      now += move
      on += Math.max(0, move)
      const next = lookedAt(age, now)
      assert.ok(next.gone >= age.gone)
      age = next
    }
    assert.equal(age.gone, on)
  }))
})

test('the server’s word puts right a clock that was set on by accident, and one that hid what has gone by', () => {
  const forward = lookedAt(begun, begun.seen + 400 * day)
  assert.ok(isOver(forward))
  assert.ok(!isOver(putRight(forward, begun.heard + 2 * day, forward.seen)))
  const hidden = lookedAt(begun, begun.seen + 60_000)
  assert.ok(isOver(putRight(hidden, begun.heard + lasts + 1, hidden.seen)))
})

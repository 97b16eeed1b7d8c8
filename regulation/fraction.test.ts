import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atLeast, moreThanHalf, reaches } from './fraction.ts'

test('two thirds or more includes exactly two thirds; over half does not include half', () => {
  assert.equal(reaches(2, 3, atLeast(2, 3)), true)
  assert.equal(reaches(66, 100, atLeast(2, 3)), false)
  assert.equal(reaches(67, 100, atLeast(2, 3)), true)
  assert.equal(reaches(50, 100, moreThanHalf), false)
  assert.equal(reaches(51, 100, moreThanHalf), true)
})

test('nobody is no quorum, and parts of a vote are refused', () => {
  assert.equal(reaches(0, 0, moreThanHalf), false)
  assert.equal(reaches(0, 0, atLeast(2, 3)), false)
  assert.throws(() => reaches(1.5, 3, atLeast(1, 2)), RangeError)
})

test('one more vote never loses a quorum, and sizes beyond exact floats are still told apart', () => {
  fc.assert(fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.boolean(), (part, whole, num, den, strict) => {
    if (reaches(part, whole, { num, den, strict })) assert.ok(reaches(part + 1, whole, { num, den, strict }))
  }))
  const half = 2n ** 60n
  assert.equal(reaches(half, half * 2n, moreThanHalf), false)
  assert.equal(reaches(half + 1n, half * 2n, moreThanHalf), true)
})

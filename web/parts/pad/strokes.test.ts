import assert from 'node:assert/strict'
import { test } from 'node:test'
import { frameOf, judge, shape, sizeOf, type Stroke } from './strokes.ts'

const line = (...points: readonly (readonly [x: number, y: number])[]): Stroke => points.map(([x, y]) => ({ x, y }))
const dot = (x: number, y: number): Stroke => line([x, y])

test('an empty pad is no signature, and a few dots or a smudge on the spot are none', () => {
  assert.equal(judge([]), 'empty')
  assert.equal(judge([dot(0.5, 0.2)]), 'short')
  assert.equal(judge([dot(0.1, 0.2), dot(0.5, 0.2), dot(0.9, 0.2)]), 'short')
  assert.equal(judge([line([0.5, 0.2], [0.53, 0.2], [0.5, 0.2], [0.53, 0.2], [0.5, 0.2], [0.53, 0.2], [0.5, 0.2], [0.53, 0.2])]), 'short')
})

test('a name is one, and so is the cross of who does not write', () => {
  assert.equal(judge([line([0.2, 0.1], [0.8, 0.4])]), 'signed')
  assert.equal(judge([line([0.4, 0.1], [0.5, 0.3]), line([0.5, 0.1], [0.4, 0.3])]), 'signed')
})

test('the picture is as large as what is written and a margin, and never larger than the pad with its margin', () => {
  assert.deepEqual(sizeOf(frameOf([line([0.25, 0.125], [0.75, 0.25])])), [672, 222])
  const [width, height] = sizeOf(frameOf([line([0, 0], [1, 1 / shape])]))
  assert.deepEqual([width, height], [1272, 672])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '../kernel/refusal.ts'
import { cursors } from './cursor.ts'

const mine = cursors(Buffer.alloc(32, 1))
const key = { at: '2026-11-22 10:00:00+00', id: '11111111-1111-4111-8111-111111111111' }

test('a cursor gives its key back to its own filter, however that is written', () => {
  const cursor = mine.write({ scope: 'office', limit: undefined, q: '灯' }, key)
  assert.deepEqual(mine.read({ q: '灯', scope: 'office' }, cursor), key)
  assert.equal(mine.read({}, undefined), undefined)
})

test('another filter, another key, a changed or invented cursor are refused', () => {
  const cursor = mine.write({ scope: 'office' }, key)
  const [body = '', sign = ''] = cursor.split('.')
  const changed = Buffer.from(Buffer.from(body, 'base64url').toString().replace('2026', '2027')).toString('base64url')
  for (const [filter, given] of [
    [{ scope: 'region' }, cursor], [{ scope: 'office' }, cursors(Buffer.alloc(32, 2)).write({ scope: 'office' }, key)],
    [{ scope: 'office' }, `${changed}.${sign}`], [{ scope: 'office' }, `${body}.`], [{ scope: 'office' }, ''], [{ scope: 'office' }, 'a.b.c'],
  ] as const) assert.throws(() => mine.read(filter, given), Refused)
})

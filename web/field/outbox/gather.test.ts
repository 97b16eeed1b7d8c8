import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gather } from './gather.ts'

/** A list of so many, fifty to a page. */
const list = (size: number) => async (cursor: string | undefined) => {
  const from = Number(cursor ?? 0)
  const to = Math.min(size, from + 50)
  return { rows: Array.from({ length: to - from }, (_, at) => from + at), ...(to < size && { next: String(to) }) }
}

test('an area of more than four hundred is taken along whole, as long as there is room', async () => {
  const { rows, left, more } = await gather(list(1240), () => true, 1700)
  assert.deepEqual([rows.length, left, more], [1240, 0, false])
})

test('what has no room is told by its number, and that there is more behind it', async () => {
  const { rows, left, more } = await gather(list(1730), () => true, 1700)
  assert.deepEqual([rows.length, left, more], [1700, 30, false])
  assert.deepEqual(await gather(list(9000), () => true, 1700).then(one => [one.rows.length, one.left > 0, one.more]), [1700, true, true])
})

test('what is closed takes no room', async () => {
  const { rows, left } = await gather(list(200), n => n % 2 === 0, 100)
  assert.deepEqual([rows.length, left], [100, 0])
})

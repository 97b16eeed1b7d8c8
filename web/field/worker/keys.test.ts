import assert from 'node:assert/strict'
import { test } from 'node:test'
import { held, makeKeys } from './keys.ts'

test('a key is handed out once, to whoever brings its ticket, within a minute', () => {
  const keys = makeKeys<string>()
  keys.leave('a', 'key of a', 'copy', 0)
  keys.leave('b', 'key of b', 'copy', 0)
  assert.equal(keys.claim('c', 1), undefined)
  assert.deepEqual(keys.claim('a', 1), { key: 'key of a', copy: 'copy' })
  assert.equal(keys.claim('a', 1), undefined, 'once')
  assert.equal(keys.claim('b', held), undefined, 'late')
})

test('told to forget, it forgets all', () => {
  const keys = makeKeys<string>()
  keys.leave('a', 'key', 'copy', 0)
  keys.forget()
  assert.equal(keys.claim('a', 1), undefined)
})

test('a page that is faster than the farewell of the one before waits for it, and not for ever', async () => {
  const keys = makeKeys<string>()
  const waits = keys.await('a', 0, 1000)
  keys.leave('a', 'key', 'copy', 0)
  assert.deepEqual(await waits, { key: 'key', copy: 'copy' })
  assert.equal(await keys.await('a', 1, 1), undefined)
})

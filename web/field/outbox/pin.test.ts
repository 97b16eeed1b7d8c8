import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterWrong, isPin } from './pin.ts'

test('a PIN has six digits or more, and is none that everybody tries first', () => {
  for (const good of ['739164', '20481937']) assert.equal(isPin(good), true, good)
  for (const bad of ['', '73916', '111111', '123456', '654321', '012345', '73916a', '7391648205173']) assert.equal(isPin(bad), false, bad)
})

test('wrong PINs wait longer and longer, and the eighth wipes what was read', () => {
  const said = Array.from({ length: 8 }, (_, n) => afterWrong(n + 1))
  assert.equal(said[7], 'wipe')
  const waits = said.flatMap(one => (one === 'wipe' ? [] : [one.wait]))
  assert.deepEqual(waits, waits.toSorted((a, b) => a - b))
  assert.ok((waits.at(-1) ?? 0) >= 60)
})

import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { secret } from '../test/helpers/world.ts'
import { suites } from './cipher.ts'
import { headNow, NoKey, openBytes, ringOf, sealBytes } from './ring.ts'
import { keysFrom, resealed, seal, unseal } from './seal.ts'

const slot = { matter: '11111111-1111-4111-8111-111111111111', seq: 3, fact: 'result' }
const other = { id: 2, secret: 'the second secret of the ring, thirty-two characters and more' }
const third = { id: 127, secret: 'the last secret of the ring, also thirty-two characters and more' }

/** Written by the program before it knew a ring. */
const old = Buffer.from('01a40fb01683ab5bc4eff546ba4884dbce1ce9ad71f8b167d0493082503c7b8ca3d1c7a6ed926ad58ffbb02bb122', 'hex')

test('a value sealed before there was a ring opens with it and without', () => {
  assert.equal(unseal(keysFrom(secret), slot, old), '已更换灯泡')
  const later = keysFrom(secret, ringOf(secret, [other, third], 'sm4'))
  assert.equal(unseal(later, slot, old), '已更换灯泡')
  const anew = resealed(later, slot, old)
  assert.equal(anew[0], 127 | 128)
  assert.equal(unseal(later, slot, anew), '已更换灯泡')
  assert.throws(() => unseal(keysFrom(secret), slot, anew), (error: unknown) => error instanceof NoKey && /no key 127/.test(error.message))
})

test('the last key seals, all open, and each value keeps the cipher it was sealed with', () => {
  const [aes, sm4] = [keysFrom(secret, ringOf(secret, [other])), keysFrom(secret, ringOf(secret, [other], 'sm4'))]
  const [one, two] = [seal(aes, slot, { a: ['字', 1] }), seal(sm4, slot, { a: ['字', 1] })]
  assert.deepEqual([one[0], two[0], headNow(aes.ring), headNow(sm4.ring)], [2, 130, 2, 130])
  for (const keys of [aes, sm4]) for (const sealed of [one, two]) assert.deepEqual(unseal(keys, slot, sealed), { a: ['字', 1] })
  assert.throws(() => unseal(keysFrom(secret, ringOf(secret, [{ ...other, secret: third.secret }])), slot, one), 'the same number with another secret')
  const elsewhere = keysFrom('another secret, which is also longer than thirty-two characters', ringOf('another secret, which is also longer than thirty-two characters', [other]))
  assert.deepEqual(unseal(elsewhere, slot, two), { a: ['字', 1] }, 'a key of the ring does not hang on the site’s secret')
})

for (const cipher of ['aes-256-gcm', 'sm4'] as const) {
  test(`${cipher}: what is changed in any byte, cut short, moved or used otherwise does not open`, () => {
    const ring = ringOf(secret, [], cipher)
    const aad = Buffer.from('here')
    const sealed = sealBytes(ring, 'values', aad, Buffer.from('王小明'))
    assert.ok(!sealed.includes('王小明'))
    assert.notDeepEqual(sealed, sealBytes(ring, 'values', aad, Buffer.from('王小明')), 'never the same twice')
    assert.equal(openBytes(ring, 'values', aad, sealed).toString(), '王小明')
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed)
      changed[i] = (changed[i] ?? 0) ^ 128
      assert.throws(() => openBytes(ring, 'values', aad, changed), `byte ${i}`)
      assert.throws(() => openBytes(ring, 'values', aad, sealed.subarray(0, i)), `cut to ${i}`)
    }
    assert.throws(() => openBytes(ring, 'values', Buffer.from('there'), sealed))
    assert.throws(() => openBytes(ring, 'files', aad, sealed))
    assert.equal(openBytes(ring, 'values', aad, sealBytes(ring, 'values', aad, new Uint8Array())).length, 0)
  })
}

test('SM4 is the one of GB/T 32907, in counter mode, behind HMAC-SM3 over length, place, counter block and ciphertext', () => {
  const keys = { aes: Buffer.alloc(32), sm4: Buffer.from('0123456789abcdeffedcba9876543210', 'hex'), sm3: Buffer.from('a key for the MAC') }
  const sealed = Buffer.concat([Buffer.from('0123456789abcdeffedcba9876543210', 'hex'), Buffer.alloc(16)])
  const mac = createHmac('sm3', keys.sm3).update(Buffer.concat([Buffer.of(0, 0, 0, 4), Buffer.from('here'), sealed])).digest()
  // The standard's first example: this block under this key.
  assert.equal(suites.sm4.open(keys, Buffer.from('here'), Buffer.concat([mac, sealed])).toString('hex'), '681edf34d206965e86b3e94f536e4246')
})

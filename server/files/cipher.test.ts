import assert from 'node:assert/strict'
import { createCipheriv, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { ringOf } from '../../store/ring.ts'
import { secret } from '../../test/helpers/world.ts'
import { fileKeys } from '../settings/keys.ts'
import { decrypt, encrypt } from './cipher.ts'

const id = '11111111-1111-4111-8111-11111111abcd'
const later = ringOf(secret, [{ id: 2, secret: 'the second secret of the ring, thirty-two characters and more' }], 'sm4')
const keys = fileKeys(secret, later)

test('a file written before there was a ring opens, and is told from one written since', () => {
  const old = Buffer.from('64df526b9d88c686c8a690fa95c5b3633a4db837d854ed1fd912ddf07aadd81af20a8c5467befb8d1bdba7', 'hex')
  assert.deepEqual(decrypt(keys, id, old), { head: 0, bytes: Buffer.from('路灯的照片') })
  assert.deepEqual(decrypt(keys, id, encrypt(keys, id, Buffer.from('路灯的照片'))), { head: 130, bytes: Buffer.from('路灯的照片') })
  assert.throws(() => decrypt(keys, id.replace('abcd', 'abce'), old))
  assert.throws(() => decrypt(keys, id, old.with(20, (old[20] ?? 0) ^ 1)))
  assert.throws(() => decrypt(fileKeys('another secret, which is also longer than thirty-two characters', later), id, old))
})

test('whatever its first byte, an old file opens as what it is', () => {
  for (const first of [1, 2, 129, 130, 5]) {
    const nonce = Buffer.concat([Buffer.of(first), randomBytes(11)])
    const cipher = createCipheriv('aes-256-gcm', keys.before, nonce).setAAD(Buffer.from(id))
    const body = [cipher.update('an old file'), cipher.final()]
    assert.deepEqual(decrypt(keys, id, Buffer.concat([nonce, cipher.getAuthTag(), ...body])), { head: 0, bytes: Buffer.from('an old file') })
  }
})

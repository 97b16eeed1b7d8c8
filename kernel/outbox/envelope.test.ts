import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { boundTo, keyIdOf, open, seal, sealedUnder, serverKeyOf, type Bytes, type ServerKey } from './envelope.ts'

const pair = async (): Promise<{ readonly sealer: ServerKey; readonly opener: ServerKey }> => {
  const { publicKey, privateKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return { sealer: await serverKeyOf(raw), opener: { id: await keyIdOf(raw), raw, key: privateKey } }
}

const bound = boundTo('act', 'a', '1')

test('what is sealed opens for the server alone, byte for byte', async () => {
  const { sealer, opener } = await pair()
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async given => {
    const bytes: Bytes = new Uint8Array(given)
    const sealed = await seal(sealer, bound, bytes)
    assert.equal(sealedUnder(sealed), opener.id)
    assert.deepEqual(await open(opener, bound, sealed), bytes)
  }), { numRuns: 30 })
})

test('the same words sealed twice look like two different things', async () => {
  const { sealer } = await pair()
  const words: Bytes = new Uint8Array(new TextEncoder().encode('路灯不亮'))
  const [one, two] = [await seal(sealer, bound, words), await seal(sealer, bound, words)]
  assert.notDeepEqual(one.slice(9), two.slice(9))
})

test('a changed byte, another account, another id, another key: none of them opens', async () => {
  const [{ sealer, opener }, other] = [await pair(), await pair()]
  const sealed = await seal(sealer, bound, new Uint8Array([1, 2, 3]))
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = sealed.slice()
    changed[at] = (changed[at] ?? 0) ^ 1
    await assert.rejects(open(opener, bound, changed), `byte ${at}`)
  }
  for (const elsewhere of [boundTo('act', 'b', '1'), boundTo('act', 'a', '2'), boundTo('photo', 'a', '1')]) await assert.rejects(open(opener, elsewhere, sealed))
  await assert.rejects(open(other.opener, bound, sealed))
})

test('what is no envelope names no key, and a point off the curve is no key', async () => {
  assert.equal(sealedUnder(new Uint8Array()), undefined)
  assert.equal(sealedUnder(new Uint8Array(200)), undefined)
  await assert.rejects(serverKeyOf(new Uint8Array(65).fill(4)))
})

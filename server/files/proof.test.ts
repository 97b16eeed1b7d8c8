import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { ringOf } from '../../store/ring.ts'
import { proofOf } from './proof.ts'
import { vault, type Shelf } from './vault.ts'

const keys = { ring: ringOf(randomBytes(32).toString('hex')), before: randomBytes(32) }
const [id, other] = [randomUUID(), randomUUID()]
const bytes = Buffer.from('a picture')

const shelfWith = async (): Promise<{ readonly shelf: Shelf; readonly kept: Map<string, Uint8Array> }> => {
  const kept = new Map<string, Uint8Array>()
  const shelf: Shelf = {
    put: (path, sealed) => { kept.set(path, sealed); return Promise.resolve() },
    read: path => Promise.resolve(kept.get(path)),
    remove: path => { kept.delete(path); return Promise.resolve() },
  }
  await vault(shelf, keys).keep(id, bytes)
  return { shelf, kept }
}

test('a file kept is read; one gone, one changed, one put in the place of another and a store that does not answer are told apart', async () => {
  const { shelf, kept } = await shelfWith()
  const proof = proofOf(shelf, keys)
  assert.deepEqual(await proof(id), bytes)
  assert.equal(await proof(other), 'gone')
  const [[path, sealed] = ['', new Uint8Array()]] = kept
  await shelf.put(path.replace(id, other).replace(/^..\/../, `${other.slice(-2)}/${other.slice(-4, -2)}`), sealed)
  assert.equal(await proof(other), 'changed')
  await shelf.put(path, sealed.with(sealed.length - 1, (sealed.at(-1) ?? 0) ^ 1))
  assert.equal(await proof(id), 'changed')
  await shelf.put(path, sealed.slice(0, 3))
  assert.equal(await proof(id), 'changed', 'cut short')
  const silent = proofOf({ ...shelf, read: () => Promise.reject(new Error('object store answered 503 to GET')) }, keys)
  assert.equal(await silent(id), 'unreachable')
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { leafHash, merkle } from './merkle.ts'

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest()

/** RFC 6962, 2.1, as it is written: split at the largest power of two below the number of leaves. */
const asWritten = (leaves: readonly string[]): Buffer => {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return sha256(Buffer.of(0), Buffer.from(leaves[0] ?? ''))
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(Buffer.of(1), asWritten(leaves.slice(0, k)), asWritten(leaves.slice(k)))
}

test('fed leaf by leaf, the root is that of the standard, for any number of leaves', () => {
  for (let n = 0; n <= 70; n += 1) {
    const leaves = Array.from({ length: n }, (_, i) => `leaf ${i}`)
    const tree = merkle()
    for (const leaf of leaves) tree.add(leafHash(leaf))
    assert.deepEqual([tree.leaves(), tree.root()], [n, asWritten(leaves).toString('hex')])
  }
})

test('the root is the one that others compute', () => {
  // The tests of Certificate Transparency: the empty leaf, and 0x00 beside it.
  const tree = merkle()
  tree.add(leafHash(''))
  assert.equal(tree.root(), '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
  tree.add(leafHash('\0'))
  assert.equal(tree.root(), 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125')
})

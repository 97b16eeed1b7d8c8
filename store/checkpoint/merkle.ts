import { createHash } from 'node:crypto'

const sha256 = (prefix: number, ...parts: readonly Uint8Array[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256').update(Buffer.of(prefix))).digest()

/** The hash of a leaf (RFC 6962, 2.1): what stands in one can't pass for a node. */
export const leafHash = (leaf: string): Buffer => sha256(0, Buffer.from(leaf))

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(1, left, right)

/**
 * The root of a Merkle tree over SHA-256 as RFC 6962 builds it, fed leaf by leaf in order: whole trees of a power of two stand waiting, the
 * largest first, so that memory grows with the logarithm of the leaves. The root of none is the hash of nothing.
 */
export const merkle = () => {
  const waiting: { readonly size: number; readonly hash: Buffer }[] = []
  let leaves = 0
  return {
    add: (leaf: Buffer): void => {
      leaves += 1
      let [size, hash] = [1, leaf]
      for (let last = waiting.at(-1); last?.size === size; last = waiting.at(-1)) {
        waiting.pop()
        hash = nodeHash(last.hash, hash)
        size *= 2
      }
      waiting.push({ size, hash })
    },
    leaves: (): number => leaves,
    root: (): string => (waiting.length === 0
      ? createHash('sha256').digest()
      : waiting.map(one => one.hash).reduceRight((right, left) => nodeHash(left, right))).toString('hex'),
  }
}

import { createHmac } from 'node:crypto'
import { suites, type Cipher, type CipherKeys } from './cipher.ts'

/** What a key is for: a value moved among the files, or the other way round, does not open. */
export type Use = 'values' | 'files'

export type RingKey = { readonly [U in Use]: CipherKeys }

/** The keys that seal and open what rests encrypted, by number, 1 to 127. `current` seals, with `cipher`; all open. */
export type Ring = { readonly current: number; readonly cipher: Cipher; readonly keys: ReadonlyMap<number, RingKey> }

/** Nobody holds the key that these bytes name. */
export class NoKey extends Error {
  constructor(head: number | undefined) {
    super(head === undefined ? 'no bytes, so no key' : `no key ${head & 127}`)
  }
}

/** The high bit of the first byte says with which cipher, the other seven under which key. */
export const sm4Bit = 128

/** The first byte of all that is sealed now. */
export const headNow = ({ current, cipher }: Ring): number => current | (cipher === 'sm4' ? sm4Bit : 0)

export const cipherOf = (head: number): Cipher => (head & sm4Bit ? 'sm4' : 'aes-256-gcm')

const keyOf = ({ keys }: Ring, head: number | undefined, use: Use): CipherKeys => {
  const key = keys.get((head ?? 0) & 127)
  if (!key) throw new NoKey(head)
  return key[use]
}

/** Seals under the current key and binds `aad` to it: the first byte, then what the cipher gives. */
export const sealBytes = (ring: Ring, use: Use, aad: Buffer, bytes: Uint8Array): Buffer => {
  const head = headNow(ring)
  return Buffer.concat([Buffer.of(head), suites[ring.cipher].seal(keyOf(ring, head, use), aad, bytes)])
}

/** Opens with the key and cipher that the first byte names. Throws `NoKey` where that key is not in the ring, and where the bytes were changed or moved. */
export const openBytes = (ring: Ring, use: Use, aad: Buffer, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const [head] = bytes
  const key = keyOf(ring, head, use)
  return suites[cipherOf(head ?? 0)].open(key, aad, bytes.subarray(1))
}

const derive = (secret: string, use: string): Buffer => createHmac('sha256', secret).update(`shanzhi ${use}`).digest()

const keysOf = (secret: string, use: Use): CipherKeys => ({
  aes: derive(secret, `ring ${use} aes`), sm4: derive(secret, `ring ${use} sm4`).subarray(0, 16), sm3: derive(secret, `ring ${use} sm3`),
})

/** A key of the ring: its number and the secret, 32 characters or more, from which its keys derive. */
export type RingSecret = { readonly id: number; readonly secret: string }

/** The ring of a site. Key 1 derives from the site's own secret, as it did before there was a ring, unless another secret is given for it; the last one given seals. */
export const ringOf = (siteSecret: string, given: readonly RingSecret[] = [], cipher: Cipher = 'aes-256-gcm'): Ring => {
  const own = keysOf(siteSecret, 'values')
  const first: RingKey = { values: { ...own, aes: derive(siteSecret, 'seal 1') }, files: keysOf(siteSecret, 'files') }
  return {
    current: given.at(-1)?.id ?? 1, cipher,
    keys: new Map([[1, first], ...given.map(({ id, secret }) => [id, { values: keysOf(secret, 'values'), files: keysOf(secret, 'files') }] as const)]),
  }
}

/** What tells two keys apart without telling either: an export names by it the keys that it needs. */
export const keyMark = (key: RingKey): string => createHmac('sha256', key.values.sm3).update('shanzhi key mark').digest('base64url').slice(0, 22)

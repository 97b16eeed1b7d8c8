import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { canonical } from '../kernel/canonical.ts'
import type { Json } from '../kernel/words.ts'

/** The keys of one site. `current` seals; older ones still open. Each is 32 bytes; `id` is one byte. */
export type Keys = {
  readonly current: number
  readonly seal: ReadonlyMap<number, Buffer>
  /** For keyed digests that must not be recomputed by who only reads the database. */
  readonly mac: Buffer
  /** For the chain of entries and nothing else, so that who is to check an export can be given this one alone. */
  readonly chain: Buffer
}

/** Where a sealed value belongs; a value moved elsewhere does not open. */
export type Slot = { readonly matter: string; readonly seq: number; readonly fact: string }

const aad = (slot: Slot): Buffer => Buffer.from(`${slot.matter}/${slot.seq}/${slot.fact}`)

/** AES-256-GCM: key id (1 byte), nonce (12), tag (16), ciphertext. */
export const seal = (keys: Keys, slot: Slot, value: Json): Buffer => {
  const key = keys.seal.get(keys.current)
  if (!key) throw new Error(`no key ${keys.current}`)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad(slot))
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(keys.current), nonce, cipher.getAuthTag(), body])
}

/** Throws where the value was tampered with, moved, or sealed under a key that is gone. */
export const unseal = (keys: Keys, slot: Slot, sealed: Uint8Array): Json => {
  const bytes = Buffer.from(sealed)
  const key = keys.seal.get(bytes[0] ?? -1)
  if (!key) throw new Error(`no key ${bytes[0] ?? 'at all'}`)
  const open = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13)).setAAD(aad(slot)).setAuthTag(bytes.subarray(13, 29))
  return JSON.parse(Buffer.concat([open.update(bytes.subarray(29)), open.final()]).toString('utf8')) as Json
}

export const salt = (): Buffer => randomBytes(16)

/** What the entry keeps of a value that is not public: it proves the value and, without the salt, tells nothing. */
export const digest = (salted: Uint8Array, value: Json): string => createHash('sha256').update(salted).update(canonical(value)).digest('hex')

/** A link of the chain: the keyed hash over the one before and this entry's own body. Who only writes to the database can't make one. */
export const chain = (keys: Pick<Keys, 'chain'>, prev: Uint8Array, body: unknown): Buffer => createHmac('sha256', keys.chain).update(prev).update(canonical(body)).digest()

export const mac = (keys: Keys, ...parts: readonly string[]): Buffer => createHmac('sha256', keys.mac).update(JSON.stringify(parts)).digest()

/** What proves a row of the log of readings: every column of it, in their order. Hexadecimal. */
export const readingMark = (keys: Keys, row: readonly Json[]): string => mac(keys, 'reading', canonical(row)).toString('hex')

/** What an entry keeps of a hidden party: it tells whether somebody is the one, to who holds the key, and in each matter it is another. */
export const veiled = (keys: Keys, matter: string, role: string, who: string): string => mac(keys, 'party', matter, role, who).toString('base64url')

/** A check over an export that only this site's secret gives, fed line by line. */
export const exportCheck = (keys: Keys): ReturnType<typeof createHmac> => createHmac('sha256', mac(keys, 'export'))

/** What tells that an export was written under the same secret, before anything of it is read. */
export const exportMark = (keys: Keys): string => mac(keys, 'export mark').toString('base64url')

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Ten easily read characters under which a matter can be followed without an account. */
export const followCode = (keys: Keys, matter: string): string =>
  Array.from(mac(keys, 'follow', matter).subarray(0, 10), byte => alphabet.charAt(byte % alphabet.length)).join('')

/** Derives the keys of a site from one secret of at least 32 characters. */
export const keysFrom = (secret: string): Keys => {
  const derive = (use: string): Buffer => createHmac('sha256', secret).update(`shanzhi ${use}`).digest()
  return { current: 1, seal: new Map([[1, derive('seal 1')]]), mac: derive('mac'), chain: derive('chain') }
}

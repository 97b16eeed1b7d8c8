import { createHash, createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import { canonical } from '../kernel/canonical.ts'
import type { Json } from '../kernel/words.ts'
import { openBytes, ringOf, sealBytes, type Ring } from './ring.ts'

/** The keys of one site. */
export type Keys = {
  /** What seals and opens values and files. */
  readonly ring: Ring
  /** For keyed digests that must not be recomputed by who only reads the database. */
  readonly mac: KeyObject
  /** For the chain of entries and nothing else, so that who is to check an export can be given this one alone. */
  readonly chain: KeyObject
}

/** Where a sealed value belongs; a value moved elsewhere does not open. */
export type Slot = { readonly matter: string; readonly seq: number; readonly fact: string }

const aad = (slot: Slot): Buffer => Buffer.from(`${slot.matter}/${slot.seq}/${slot.fact}`)

/** Key and cipher (1 byte), then what the cipher gives. */
export const seal = (keys: Keys, slot: Slot, value: Json): Buffer => sealBytes(keys.ring, 'values', aad(slot), Buffer.from(JSON.stringify(value)))

/** Throws where the value was tampered with, moved, or sealed under a key that is gone. */
export const unseal = (keys: Keys, slot: Slot, sealed: Uint8Array): Json => JSON.parse(openBytes(keys.ring, 'values', aad(slot), sealed).toString('utf8')) as Json

/** The same value sealed anew under the current key. Throws as `unseal` does. */
export const resealed = (keys: Keys, slot: Slot, sealed: Uint8Array): Buffer => sealBytes(keys.ring, 'values', aad(slot), openBytes(keys.ring, 'values', aad(slot), sealed))

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

/** Ten such characters by which a side of a dispute joins it, each side with its own, and another each time it is renewed. */
export const joinCode = (keys: Keys, matter: string, seat: number, renewed = 0): string =>
  Array.from(mac(keys, 'join', matter, String(seat), ...(renewed === 0 ? [] : [String(renewed)])).subarray(0, 10), byte => alphabet.charAt(byte % alphabet.length)).join('')

/** Derives the keys of a site from one secret of at least 32 characters. The ring is its own where none is given. */
export const keysFrom = (secret: string, ring: Ring = ringOf(secret)): Keys => {
  // As objects: a digest under one takes a fifth of the time.
  const derive = (use: string): KeyObject => createSecretKey(createHmac('sha256', secret).update(`shanzhi ${use}`).digest())
  return { ring, mac: derive('mac'), chain: derive('chain') }
}

/**
 * What a phone writes for the server and can't read again itself: ECDH on P-256 with a key made for this one message, HKDF over SHA-256, AES-256-GCM.
 * Version (1 byte), id of the server's key (8), the message's public key (65), ciphertext and tag. Whose, what and which it is (`bound`) is authenticated
 * along with it: an envelope of one account does not open for another.
 *
 * @example
 * const sealed = await seal(await serverKeyOf(raw), 'act/<account>/<id>', bytes)
 * const bytes = await open(privateKey, 'act/<account>/<id>', sealed)
 */
/** A key as Web Crypto holds it, in the browser and in Node alike. */
export type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

export type ServerKey = { readonly id: string; readonly raw: Bytes; readonly key: Key }

export type Bytes = Uint8Array<ArrayBuffer>

const version = 1
const idLength = 8
const pointLength = 65
const headLength = 1 + idLength + pointLength
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

const utf8 = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text))

const hexOf = (bytes: Bytes): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

const joined = (...parts: readonly Bytes[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const idBytes = async (raw: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', raw)).slice(0, idLength)

/** What a public key is called: it follows from the key, so that neither can be passed off for another. */
export const keyIdOf = async (raw: Bytes): Promise<string> => hexOf(await idBytes(raw))

/** A server's public key from its 65 bytes. Rejects what is no point of the curve. */
export const serverKeyOf = async (raw: Bytes): Promise<ServerKey> => ({ id: await keyIdOf(raw), raw, key: await crypto.subtle.importKey('raw', raw, curve, false, []) })

/** Key and nonce of one message; both keys and the id stand in the derivation, so none can be exchanged afterwards. */
const derive = async (mine: Key, theirs: Key, context: Bytes): Promise<{ readonly key: Key; readonly nonce: Bytes }> => {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256)
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits'])
  const bits = new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: joined(utf8('shanzhi outbox 1'), context) }, base, (32 + 12) * 8))
  return { key: await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']), nonce: bits.slice(32) }
}

export const seal = async (server: ServerKey, bound: string, bytes: Bytes): Promise<Bytes> => {
  const once = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey))
  const head = joined(new Uint8Array([version]), await idBytes(server.raw), point)
  const { key, nonce } = await derive(once.privateKey, server.key, joined(head, server.raw))
  return joined(head, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: utf8(bound) }, key, bytes)))
}

/** Which of the server's keys opens it; `undefined` for what is no envelope. */
export const sealedUnder = (sealed: Bytes): string | undefined =>
  (sealed.length >= headLength + 16 && sealed[0] === version ? hexOf(sealed.slice(1, 1 + idLength)) : undefined)

/** Rejects where it was changed, is bound to something else, or was sealed under another key. `raw`: the public half of `key`. */
export const open = async (own: ServerKey, bound: string, sealed: Bytes): Promise<Bytes> => {
  const head = sealed.slice(0, headLength)
  const point = await crypto.subtle.importKey('raw', head.slice(1 + idLength), curve, false, [])
  const { key, nonce } = await derive(own.key, point, joined(head, own.raw))
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce, additionalData: utf8(bound) }, key, sealed.slice(headLength)))
}

/** To what an act or a photo is bound. */
export const boundTo = (what: 'act' | 'photo', account: string, id: string): string => `${what}/${account}/${id}`

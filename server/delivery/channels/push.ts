import { createPublicKey } from 'node:crypto'
import { isObject } from '../../../kernel/words.ts'

/** A browser's push subscription: where to, and the keys that it alone opens what comes with (RFC 8291). */
export type Subscription = { readonly endpoint: string; readonly keys: { readonly p256dh: string; readonly auth: string } }

/** Whether 65 bytes are a point on P-256: encrypting for another would fail each time it is sent. */
const isPoint = (key: Buffer): boolean => {
  if (key.length !== 65 || key[0] !== 4) return false
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: key.subarray(1, 33).toString('base64url'), y: key.subarray(33).toString('base64url') }, format: 'jwk' })
    return true
  } catch {
    return false
  }
}

/** Reads a subscription and keeps of it what is needed; `undefined` where it is none. */
export const subscriptionIn = (text: string): Subscription | undefined => {
  let value: unknown
  try { value = JSON.parse(text) } catch { return undefined }
  const keys = isObject(value) ? value['keys'] : undefined
  if (!isObject(value) || !isObject(keys)) return undefined
  const { endpoint } = value
  const { p256dh, auth } = keys
  if (typeof endpoint !== 'string' || typeof p256dh !== 'string' || typeof auth !== 'string') return undefined
  return isPoint(Buffer.from(p256dh, 'base64url')) && Buffer.from(auth, 'base64url').length === 16 ? { endpoint, keys: { p256dh, auth } } : undefined
}

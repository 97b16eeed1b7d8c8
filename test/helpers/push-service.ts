import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import type { Heard } from './listener.ts'

/** A browser as a push service knows it: the keys are its own, so that only it opens what comes (RFC 8291). */
export const browser = () => {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const auth = randomBytes(16)
  const derived = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer => Buffer.from(hkdfSync('sha256', secret, salt, info, length))
  return {
    keys: { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') },
    /** Opens one record of `aes128gcm` (RFC 8188). Throws where it was made for another. */
    opens: ({ body }: Heard): string => {
      const [salt, size, sender] = [body.subarray(0, 16), body.readUInt8(20), body.subarray(21, 21 + body.readUInt8(20))]
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender])
      const secret = derived(keys.computeSecret(sender), auth, info, 32)
      const key = derived(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
      const nonce = derived(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
      const sealed = body.subarray(21 + size)
      const cipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
      const plain = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
      return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8')
    },
  }
}

/** What a sender says of itself (RFC 8292), where its signature holds under the key it names. */
export const vapidIn = ({ headers }: Heard): { readonly aud: string; readonly exp: number; readonly sub: string; readonly key: string } | undefined => {
  const { token = '', key = '' } = /^vapid t=(?<token>[^,]+), ?k=(?<key>.+)$/.exec(headers.authorization ?? '')?.groups ?? {}
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }, format: 'jwk' })
  const right = verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  return right ? { ...JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { aud: string; exp: number; sub: string }, key } : undefined
}

import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** How values and files are sealed: the default, and the national one (GB/T 32907 with HMAC over GB/T 32905). */
export type Cipher = 'aes-256-gcm' | 'sm4'

/** The keys of one use: 32 bytes for AES, 16 for SM4, 32 for the HMAC-SM3 over it. */
export type CipherKeys = { readonly aes: Buffer; readonly sm4: Buffer; readonly sm3: Buffer }

/** Seals bytes and binds `aad` to them; opens what was sealed so and throws where the bytes, the key or `aad` are others. */
type Suite = {
  seal(keys: CipherKeys, aad: Buffer, bytes: Uint8Array): Buffer
  open(keys: CipherKeys, aad: Buffer, sealed: Buffer): Buffer
}

/** Nonce (12 bytes), tag (16), ciphertext. */
const gcm: Suite = {
  seal: ({ aes }, aad, bytes) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', aes, nonce).setAAD(aad)
    const body = [cipher.update(bytes), cipher.final()]
    return Buffer.concat([nonce, cipher.getAuthTag(), ...body])
  },
  open: ({ aes }, aad, sealed) => {
    const open = createDecipheriv('aes-256-gcm', aes, sealed.subarray(0, 12), { authTagLength: 16 }).setAAD(aad).setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([open.update(sealed.subarray(28)), open.final()])
  },
}

const nonceLength = 16
const macLength = 32

/** The length stands before `aad`, so that no byte of it can pass for one of the nonce. */
const macOf = ({ sm3 }: CipherKeys, aad: Buffer, nonceAndBody: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(aad.length)
  return createHmac('sm3', sm3).update(length).update(aad).update(nonceAndBody).digest()
}

/** MAC (32 bytes), counter block (16), ciphertext: encrypted, then authenticated under a key of its own (decision 17). */
const sm4: Suite = {
  seal: (keys, aad, bytes) => {
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv('sm4-ctr', keys.sm4, nonce)
    const sealed = Buffer.concat([nonce, cipher.update(bytes), cipher.final()])
    return Buffer.concat([macOf(keys, aad, sealed), sealed])
  },
  open: (keys, aad, sealed) => {
    const [said, rest] = [sealed.subarray(0, macLength), sealed.subarray(macLength)]
    if (rest.length < nonceLength || !timingSafeEqual(said, macOf(keys, aad, rest))) throw new Error('not the bytes that were sealed')
    const open = createDecipheriv('sm4-ctr', keys.sm4, rest.subarray(0, nonceLength))
    return Buffer.concat([open.update(rest.subarray(nonceLength)), open.final()])
  },
}

export const suites: { readonly [C in Cipher]: Suite } = { 'aes-256-gcm': gcm, sm4 }

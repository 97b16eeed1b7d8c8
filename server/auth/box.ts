import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Encrypts small texts under one key (AES-256-GCM: nonce 12 bytes, tag 16, ciphertext). `place` says where it belongs; moved elsewhere it does not open. */
export type Box = {
  seal(text: string, place: string): Buffer
  /** `undefined` where it was changed, moved, or sealed under another key. */
  open(sealed: Uint8Array, place: string): string | undefined
}

export const box = (key: Buffer): Box => ({
  seal: (text, place) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  },
  open: (sealed, place) => {
    const bytes = Buffer.from(sealed)
    if (bytes.length < 28) return undefined
    try {
      const open = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([open.update(bytes.subarray(28)), open.final()]).toString('utf8')
    } catch {
      return undefined
    }
  },
})

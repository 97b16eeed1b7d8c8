import { createDecipheriv } from 'node:crypto'
import { openBytes, sealBytes, type Ring } from '../../store/ring.ts'

/** What opens files: the ring, and the one key of files written before there was a ring, which bear no first byte that names theirs. */
export type FileKeys = { readonly ring: Ring; readonly before: Buffer }

// The file's id is bound in, so that none stands in for another.
const aad = (id: string): Buffer => Buffer.from(`file/${id}`)

/** One file under the current key: key and cipher (1 byte), then what the cipher gives. */
export const encrypt = ({ ring }: FileKeys, id: string, bytes: Uint8Array): Buffer => sealBytes(ring, 'files', aad(id), bytes)

/** A file with the first byte it bears: 0 where it was written before there was a ring. */
export type Opened = { readonly head: number; readonly bytes: Buffer }

/**
 * Throws where the bytes were changed, belong to another id, or were encrypted under a key that is gone. A file of before the ring begins with a
 * random byte, which may look like any key's: so both ways are tried, and the authentication, under keys and ids that are never the same, tells which it is.
 */
export const decrypt = (keys: FileKeys, id: string, sealed: Uint8Array): Opened => {
  try {
    return { head: sealed[0] ?? 0, bytes: openBytes(keys.ring, 'files', aad(id), sealed) }
  } catch (error) {
    try {
      return { head: 0, bytes: openBefore(keys.before, id, sealed) }
    } catch {
      throw error
    }
  }
}

/** AES-256-GCM: nonce (12 bytes), tag (16), ciphertext. */
const openBefore = (key: Buffer, id: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const open = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([open.update(bytes.subarray(28)), open.final()])
}

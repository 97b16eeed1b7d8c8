import { createHmac } from 'node:crypto'
import type { Ring } from '../../store/ring.ts'
import type { FileKeys } from '../files/cipher.ts'

/** A key for one use, derived from the site's secret: who learns one learns none of the others. 32 bytes. */
export const keyFor = (secret: string, use: 'cookie' | 'cursor' | 'files' | 'sign-in' | 'lockout' | 'factor' | 'sso' | 'trip' | 'webhooks' | 'channels' | 'push'): Buffer =>
  createHmac('sha256', secret).update(`shanzhi server ${use}`).digest()

/** What opens files: the ring, and the key of before there was one. */
export const fileKeys = (secret: string, ring: Ring): FileKeys => ({ ring, before: keyFor(secret, 'files') })

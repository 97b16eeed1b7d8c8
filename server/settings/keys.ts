import { createHmac } from 'node:crypto'

/** A key for one use, derived from the site's secret: who learns one learns none of the others. 32 bytes. */
export const keyFor = (secret: string, use: 'cookie' | 'cursor' | 'files' | 'sign-in' | 'lockout' | 'factor' | 'sso' | 'trip'): Buffer =>
  createHmac('sha256', secret).update(`shanzhi server ${use}`).digest()

import { Secret, TOTP } from 'otpauth'
import { normalise } from '../../kernel/identifiers.ts'

/** Codes by time, as every authenticator app makes them (RFC 6238: SHA-1, six digits, a new one each half minute). */

const issuer = 'Shanzhi'
/** Seconds a code lasts. */
const period = 30

/** 160 random bits, in base 32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What an app reads from the picture. `label` tells the person which account it is. */
export const uriOf = (secret: string, label: string): string => new TOTP({ issuer, label, secret, period }).toString()

/** A code as typed: half width, without the space that apps show in its middle. */
export const tidyCode = (given: string): string => normalise(given).normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()

export const isTimeCode = (tidy: string): boolean => /^\d{6}$/.test(tidy)

/** The half minute whose code this is, the present one or a neighbour (a phone's clock may be half a minute off); `undefined` where it is wrong. */
export const stepOf = (secret: string, tidy: string, now: Date): number | undefined => {
  const delta = new TOTP({ secret, period }).validate({ token: tidy, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta
}

import { createHmac, randomInt } from 'node:crypto'

/** How many are given at once. */
const given = 10
const length = 10
/** What is easily told apart on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const one = (): string => Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')

/** New recovery codes, each 49 random bits. */
export const newCodes = (): readonly string[] => Array.from({ length: given }, one)

/** A code in the form it is shown in: `ABCDE-FGHJK`. */
export const shownCode = (code: string): string => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`

/** What is kept of a code: without the key nothing can be tried on it, so a fast digest is enough. Hex. */
export const codeDigest = (key: Buffer, account: string, code: string): string => createHmac('sha256', key).update(`recovery ${account} ${code}`).digest('hex')

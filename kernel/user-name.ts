import { normalise } from './identifiers.ts'

/** A user name in its one form: half width, lower case; letters of any script, digits and `. _ -`, 2 to 40. `undefined` where it is none. */
export const tidyName = (given: string): string | undefined => {
  const name = normalise(given).normalize('NFKC').trim().toLowerCase()
  return /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}._-]{1,39}$/u.test(name) ? name : undefined
}

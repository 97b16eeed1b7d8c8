import { isObject } from './words.ts'

/**
 * One spelling for one value: keys sorted, no spaces, `undefined` left out. Digests are taken over it, so it
 * must give the same string for a value and for that value read back from `jsonb`.
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const keys = Object.keys(value).filter(key => value[key] !== undefined).toSorted()
  return `{${keys.map(key => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

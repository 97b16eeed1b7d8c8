import { createHash } from 'node:crypto'

/** A UUID that is the same for the same parts: what the platform opens by it is opened once, however often it is asked. */
export const stableId = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

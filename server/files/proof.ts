import type { BytesOf } from '../../store/verify/files.ts'
import type { FileKeys } from './cipher.ts'
import { vault, type Shelf } from './vault.ts'

class Unreachable extends Error {}

/** Reads files for `verify`, which tells a file gone or changed from a store that does not answer. */
export const proofOf = (shelf: Shelf, keys: FileKeys): BytesOf => {
  const kept = vault({ ...shelf, read: path => shelf.read(path).catch((cause: unknown) => { throw new Unreachable('the store does not answer', { cause }) }) }, keys)
  return async id => {
    try {
      return await kept.fetch(id) ?? 'gone'
    } catch (error) {
      return error instanceof Unreachable ? 'unreachable' : 'changed'
    }
  }
}

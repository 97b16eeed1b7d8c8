import { headNow } from '../../store/ring.ts'
import { decrypt, encrypt, type FileKeys } from './cipher.ts'

/** Where sealed bytes rest. `read` answers nothing where there is no such object. */
export type Shelf = {
  put(path: string, bytes: Uint8Array): Promise<void>
  read(path: string): Promise<Uint8Array | undefined>
  remove(path: string): Promise<void>
}

/** Files by id, encrypted before they leave the process. */
export type Vault = {
  /** The first byte of what it keeps from now on: cipher and key, as the file's row notes it. */
  readonly head: number
  keep(id: string, bytes: Uint8Array): Promise<void>
  fetch(id: string): Promise<Uint8Array | undefined>
  remove(id: string): Promise<void>
  /** Seals a file anew where it is not under the current key. Throws where it does not open; `undefined` where there is none. */
  reseal(id: string): Promise<'sealed' | 'current' | undefined>
}

/** `ab/cd/<id>`: two levels of folders keep any one of them small. The end of a UUID is random in every version. */
export const pathOf = (id: string): string => `${id.slice(-2)}/${id.slice(-4, -2)}/${id}`

export const vault = (shelf: Shelf, keys: FileKeys): Vault => {
  const head = headNow(keys.ring)
  return {
    head,
    keep: (id, bytes) => shelf.put(pathOf(id), encrypt(keys, id, bytes)),
    fetch: async id => {
      const sealed = await shelf.read(pathOf(id))
      return sealed && decrypt(keys, id, sealed).bytes
    },
    remove: id => shelf.remove(pathOf(id)),
    reseal: async id => {
      const sealed = await shelf.read(pathOf(id))
      if (!sealed) return undefined
      const opened = decrypt(keys, id, sealed)
      if (opened.head === head) return 'current'
      await shelf.put(pathOf(id), encrypt(keys, id, opened.bytes))
      return 'sealed'
    },
  }
}

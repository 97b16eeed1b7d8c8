import { decrypt, encrypt } from './cipher.ts'

/** Where sealed bytes rest. `read` answers nothing where there is no such object. */
export type Shelf = {
  put(path: string, bytes: Uint8Array): Promise<void>
  read(path: string): Promise<Uint8Array | undefined>
  remove(path: string): Promise<void>
}

/** Files by id, encrypted before they leave the process. */
export type Vault = {
  keep(id: string, bytes: Uint8Array): Promise<void>
  fetch(id: string): Promise<Uint8Array | undefined>
  remove(id: string): Promise<void>
}

/** `ab/cd/<id>`: two levels of folders keep any one of them small. The end of a UUID is random in every version. */
const pathOf = (id: string): string => `${id.slice(-2)}/${id.slice(-4, -2)}/${id}`

export const vault = (shelf: Shelf, key: Buffer): Vault => ({
  keep: (id, bytes) => shelf.put(pathOf(id), encrypt(key, id, bytes)),
  fetch: async id => {
    const sealed = await shelf.read(pathOf(id))
    return sealed && decrypt(key, id, sealed)
  },
  remove: id => shelf.remove(pathOf(id)),
})

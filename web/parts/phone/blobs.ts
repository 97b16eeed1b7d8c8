/**
 * Pictures waiting on this phone: in IndexedDB, so that they survive a reload, and in memory where the browser has none.
 * Nothing here rejects: a picture that can't be kept lasts as long as the page.
 */
const memory = new Map<string, Blob>()
const table = 'pictures'

let opened: Promise<IDBDatabase | undefined> | undefined

const open = (): Promise<IDBDatabase | undefined> => {
  opened ??= new Promise(resolve => {
    try {
      const request = indexedDB.open('shanzhi', 1)
      request.onupgradeneeded = () => request.result.createObjectStore(table)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(undefined)
      request.onblocked = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  })
  return opened
}

const run = async <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | undefined> => {
  const database = await open()
  if (database === undefined) return undefined
  return new Promise(resolve => {
    try {
      const request = act(database.transaction(table, mode).objectStore(table))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  })
}

export const keepBlob = async (key: string, blob: Blob): Promise<void> => {
  memory.set(key, blob)
  await run('readwrite', store => store.put(blob, key))
}

export const takeBlob = async (key: string): Promise<Blob | undefined> => {
  const near = memory.get(key)
  if (near) return near
  const found = await run<unknown>('readonly', store => store.get(key) as IDBRequest<unknown>)
  return found instanceof Blob ? found : undefined
}

export const dropBlob = async (key: string): Promise<void> => {
  memory.delete(key)
  await run('readwrite', store => store.delete(key))
}

export const dropBlobs = async (): Promise<void> => {
  memory.clear()
  await run('readwrite', store => store.clear())
}

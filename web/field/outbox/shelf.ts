import type { Shelf } from './drain.ts'
import { base, ranFull } from './base.ts'

const bytesOf = (buffer: ArrayBuffer | undefined): Uint8Array<ArrayBuffer> | undefined => buffer && new Uint8Array(buffer)

const noRoom = (): DOMException => new DOMException('no room on this phone', 'QuotaExceededError')

/** The shelf in IndexedDB. */
export const shelf: Shelf = {
  items: async account => (await (await base()).getAll('items')).filter(item => item.account === account),
  sealedAct: async id => bytesOf(await (await base()).get('acts', id)),
  sealedPhoto: async id => bytesOf((await (await base()).get('photos', id))?.sealed),
  way: async photo => (await (await base()).get('ways', photo))?.way,
  holds: async photo => (await (await base()).count('photos', photo)) > 0,
  mark: async (photo, way) => {
    const tx = (await base()).transaction('ways', 'readwrite')
    const note = async (): Promise<void> => {
      const before = await tx.store.get(photo)
      if (before) await tx.store.put({ ...before, way }, photo)
    }
    try {
      await Promise.all([note(), tx.done])
      return true
    } catch (error) {
      if (await ranFull(error, tx.done)) return false
      throw error
    }
  },
  loose: async account => {
    const tx = (await base()).transaction(['ways', 'items'])
    const [ids, ways, items] = await Promise.all([tx.objectStore('ways').getAllKeys(), tx.objectStore('ways').getAll(), tx.objectStore('items').getAll()])
    const named = new Set(items.flatMap(item => item.photos))
    return ids.flatMap((id, n) => (ways[n] && !named.has(id) ? [{ id, ...ways[n] }] : []))
      .filter(one => one.account === account && (one.way === undefined || one.way === 'begun')).toSorted((a, b) => a.made - b.made).map(one => one.id)
  },
  change: async (item, was) => {
    const tx = (await base()).transaction('items', 'readwrite')
    const note = async (): Promise<void> => { if ((await tx.store.get(item.id))?.state === was) await tx.store.put(item, item.id) }
    await Promise.all([note(), tx.done]).catch(async (error: unknown) => { throw await ranFull(error, tx.done) ? noRoom() : error })
  },
  settle: async item => {
    const database = await base()
    const end = async (noted: boolean): Promise<'done' | 'full'> => {
      const tx = database.transaction(['items', 'acts', 'photos', 'ways', 'views', 'pictures'], 'readwrite', { durability: 'strict' })
      const items = tx.objectStore('items')
      try {
        await Promise.all([
          noted ? items.put(item, item.id) : items.delete(item.id), tx.objectStore('acts').delete(item.id), tx.objectStore('views').delete(item.id),
          ...item.photos.flatMap(photo => [tx.objectStore('photos').delete(photo), tx.objectStore('ways').delete(photo), tx.objectStore('pictures').delete(photo)]), tx.done,
        ])
        return 'done'
      } catch (error) {
        if (await ranFull(error, tx.done)) return 'full'
        throw error
      }
    }
    if (await end(true) === 'done') return
    // A phone too full to note that it was sent lets go of it: the server has it. Only what a later act was written on must be told what came of it.
    const leantOn = (await database.getAll('items')).some(other => other.after === item.id)
    if (leantOn) throw noRoom()
    await end(false)
  },
}

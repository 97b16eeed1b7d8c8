import type { Shelf } from './drain.ts'
import { base, ranFull } from './base.ts'

const bytesOf = (buffer: ArrayBuffer | undefined): Uint8Array<ArrayBuffer> | undefined => buffer && new Uint8Array(buffer)

const noRoom = (): DOMException => new DOMException('no room on this phone', 'QuotaExceededError')

/** The shelf in IndexedDB. */
export const shelf: Shelf = {
  items: async account => (await (await base()).getAll('items')).filter(item => item.account === account),
  sealedAct: async id => bytesOf(await (await base()).get('acts', id)),
  sealedPhoto: async id => bytesOf((await (await base()).get('photos', id))?.sealed),
  change: async item => {
    const tx = (await base()).transaction('items', 'readwrite')
    await Promise.all([tx.store.put(item, item.id), tx.done]).catch(async (error: unknown) => { throw await ranFull(error, tx.done) ? noRoom() : error })
  },
  settle: async item => {
    const database = await base()
    const end = async (noted: boolean): Promise<'done' | 'full'> => {
      const tx = database.transaction(['items', 'acts', 'photos', 'views', 'pictures'], 'readwrite', { durability: 'strict' })
      const items = tx.objectStore('items')
      try {
        await Promise.all([
          noted ? items.put(item, item.id) : items.delete(item.id), tx.objectStore('acts').delete(item.id), tx.objectStore('views').delete(item.id),
          ...item.photos.flatMap(photo => [tx.objectStore('photos').delete(photo), tx.objectStore('pictures').delete(photo)]), tx.done,
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

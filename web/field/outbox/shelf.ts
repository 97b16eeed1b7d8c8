import type { Shelf } from './drain.ts'
import { base } from './base.ts'

const bytesOf = (buffer: ArrayBuffer | undefined): Uint8Array<ArrayBuffer> | undefined => buffer && new Uint8Array(buffer)

/** The shelf in IndexedDB. */
export const shelf: Shelf = {
  items: async account => (await (await base()).getAll('items')).filter(item => item.account === account),
  sealedAct: async id => bytesOf(await (await base()).get('acts', id)),
  sealedPhoto: async id => bytesOf((await (await base()).get('photos', id))?.sealed),
  change: async item => { await (await base()).put('items', item, item.id) },
  settle: async item => {
    const tx = (await base()).transaction(['items', 'acts', 'photos', 'views', 'pictures'], 'readwrite', { durability: 'strict' })
    await Promise.all([
      tx.objectStore('items').put(item, item.id), tx.objectStore('acts').delete(item.id), tx.objectStore('views').delete(item.id),
      ...item.photos.flatMap(photo => [tx.objectStore('photos').delete(photo), tx.objectStore('pictures').delete(photo)]), tx.done,
    ])
  },
}

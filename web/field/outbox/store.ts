import { boundTo, seal } from '../../../kernel/outbox/envelope.ts'
import { packAct, packPhoto, type PhotoFacts, type Written } from '../../../kernel/outbox/letter.ts'
import type { WrittenAct } from '../../../server/wire.ts'
import { actId } from '../../parts/phone/act-id.ts'
import { problem, Refused } from '../../parts/refused.ts'
import { base, ranFull } from './base.ts'
import type { Item } from './item.ts'
import { lineOf } from './line.ts'
import { lockAway, lockBytes, openBytes, openUp } from './pin.ts'
import { serverKey, skewOf } from './server-key.ts'
import { changed } from './signal.ts'

/** Puts acts and photos on the shelf, sealed, and takes them down again. All of one act goes in one transaction, on disk before it resolves. */

const full = (): Said => problem(507, 'phone-full', '这部手机的存储空间满了，没有存下', 'This phone is full: it could not be kept', '请腾出空间（删去照片或应用），或先把未发送的导出成文件；已填写的内容仍在本页', 'Free some space, or export what is unsent to a file first; what you typed is still on this page')
type Said = ReturnType<typeof problem>

const noKey = (): Said => problem(0, 'no-key', '这部手机还没有联网取过封存用的公钥', 'This phone has not been online yet to fetch the key to seal with', '请先联网打开一次', 'Open it once with a connection')

/** Does the work of one transaction, and waits until it is on disk. Where there is no room, nothing of it is. */
const inOne = async (done: Promise<void>, work: () => Promise<unknown>): Promise<void> => {
  try {
    await Promise.all([work(), done])
  } catch (error) {
    throw await ranFull(error, done) ? new Refused(full()) : error
  }
}

const keyNow = async () => {
  const key = await serverKey()
  if (!key) throw new Refused(noKey())
  return key
}

/** Pictures of this page, until it is left. */
const shown = new Map<string, Blob>()

export const forgetShown = (): void => shown.clear()

/** Seals a photo and keeps it; `small`: the picture to show for it while unlocked. */
export const keepPhoto = async (account: string, id: string, name: string, picture: Blob, small: Blob | undefined, taken: string | undefined): Promise<void> => {
  const sealed = await seal(await keyNow(), boundTo('photo', account, id), packPhoto(name, new Uint8Array(await picture.arrayBuffer())))
  const look = small && await lockBytes(await small.arrayBuffer())
  const tx = (await base()).transaction(['photos', 'ways', 'pictures'], 'readwrite', { durability: 'strict' })
  const made = Date.now()
  await inOne(tx.done, () => Promise.all([
    tx.objectStore('photos').put({ sealed: sealed.buffer, made, ...(taken !== undefined && { taken }) }, id), tx.objectStore('ways').put({ account, made }, id), look && tx.objectStore('pictures').put(look, id),
  ]))
  shown.set(id, small ?? picture)
}

export const pictureOf = async (id: string): Promise<Blob | undefined> => {
  const near = shown.get(id)
  if (near) return near
  const bytes = await openBytes(await (await base()).get('pictures', id))
  return bytes && new Blob([bytes], { type: 'image/jpeg' })
}

/** Takes a photo out: here, and what of it went ahead on the server, as soon as that hears of it. */
export const dropPhoto = async (id: string): Promise<void> => {
  shown.delete(id)
  await letGo([id])
  const tx = (await base()).transaction(['photos', 'ways', 'pictures'], 'readwrite')
  await Promise.all([tx.objectStore('photos').delete(id), tx.objectStore('ways').delete(id), tx.objectStore('pictures').delete(id), tx.done])
}

/** Tells the server that these won't be followed by an act. Where it can't be told now, it makes room by itself once it needs it. */
export const letGo = async (photos: readonly string[]): Promise<void> => {
  const ways = await Promise.all(photos.map(async id => ({ id, on: await (await base()).get('ways', id) })))
  for (const { id, on } of ways) if (on?.way !== undefined) void lineOf(on.account).letGo(id).catch(() => undefined)
}

const textsIn = (value: unknown): readonly string[] =>
  (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [])

/** The photos on the shelf that an input names. */
const photosIn = async (input: object): Promise<readonly PhotoFacts[]> => {
  const database = await base()
  const found = await Promise.all([...new Set(textsIn(input))].filter(text => text.length === 36).map(async file => ({ file, photo: await database.get('photos', file) })))
  return found.flatMap(({ file, photo }) => (photo ? [{ file, ...(photo.taken !== undefined && { taken: photo.taken }) }] : []))
}

export type ToKeep = { readonly id: string; readonly account: string; readonly post: string | undefined; readonly procedure?: string; readonly matter?: string; readonly step: string; readonly seq?: number; readonly after?: string; readonly input: Written['input']; readonly made?: string; readonly skew?: number; /** In whose place it comes, which goes. */ readonly instead?: string }

/** Seals acts and keeps them in this order. */
export const keepActs = async (acts: readonly ToKeep[]): Promise<void> => {
  const key = await keyNow()
  const [measured, now] = [await skewOf(), new Date().toISOString()]
  const ready = await Promise.all(acts.map(async ({ account, post, instead, made, skew, ...rest }) => {
    const photos = await photosIn(rest.input)
    // Taken again it was still written when it was written, by the clock of then.
    const off = made === undefined ? measured : skew
    const written: Written = { ...rest, ...(post !== undefined && { post }), made: { at: made ?? now, ...(off !== undefined && { skew: off }) }, photos }
    return { written, account, instead, sealed: await seal(key, boundTo('act', account, written.id), packAct(written)), view: await lockAway(written) }
  }))
  const tx = (await base()).transaction(['items', 'acts', 'photos', 'views'], 'readwrite', { durability: 'strict' })
  const [items, sealedActs, photos, views] = [tx.objectStore('items'), tx.objectStore('acts'), tx.objectStore('photos'), tx.objectStore('views')]
  const put = async (): Promise<void> => {
    let at = (await items.getAll()).reduce((last, item) => Math.max(last, item.at), 0)
    for (const { written, account, instead, sealed, view } of ready) {
      at += 1
      const item: Item = {
        id: written.id, account, matter: written.matter ?? written.id, at, made: written.made.at, ...(written.made.skew !== undefined && { skew: written.made.skew }), photos: written.photos.map(one => one.file), ...(written.after !== undefined && { after: written.after }), state: 'waiting', tries: 0, notBefore: 0,
      }
      await Promise.all([items.put(item, item.id), sealedActs.put(sealed.buffer, item.id), view && views.put(view, item.id)])
      for (const file of item.photos) {
        const photo = await photos.get(file)
        if (photo) await photos.put({ ...photo, act: item.id }, file)
      }
      if (instead !== undefined) await Promise.all([items.delete(instead), sealedActs.delete(instead), views.delete(instead)])
    }
  }
  await inOne(tx.done, put)
  changed()
}

/** Takes an act back off the shelf into the form it came from; its photos wait there. */
export const takeBack = async (id: string): Promise<void> => {
  const tx = (await base()).transaction(['items', 'acts', 'views'], 'readwrite')
  await Promise.all([tx.objectStore('items').delete(id), tx.objectStore('acts').delete(id), tx.objectStore('views').delete(id), tx.done])
  changed()
}

/** Deletes what was given up, photos too. */
export const discard = async (item: Item): Promise<void> => {
  const tx = (await base()).transaction(['items', 'acts', 'views', 'photos', 'ways', 'pictures'], 'readwrite')
  await Promise.all([
    tx.objectStore('items').delete(item.id), tx.objectStore('acts').delete(item.id), tx.objectStore('views').delete(item.id),
    ...item.photos.flatMap(photo => [tx.objectStore('photos').delete(photo), tx.objectStore('ways').delete(photo), tx.objectStore('pictures').delete(photo)]), tx.done,
  ])
  changed()
}

/** One's own view of an act, while unlocked. */
export const viewOf = async (id: string): Promise<WrittenAct | undefined> => (await openUp(await (await base()).get('views', id))) as WrittenAct | undefined

const dayOld = 24 * 3_600_000
const sentKept = 30

/** Photos of forms nobody sent, forms nobody has touched for a month, and the tail of what was sent, go. */
export const tidy = async (): Promise<void> => {
  const database = await base()
  const [items, photoIds] = await Promise.all([database.getAll('items'), database.getAllKeys('photos')])
  const known = new Set(items.map(item => item.id))
  const leant = new Set(items.flatMap(item => (item.state === 'sent' ? [] : item.after ?? [])))
  for (const item of items.filter(one => one.state === 'sent').toSorted((a, b) => b.at - a.at).slice(sentKept)) if (!leant.has(item.id)) await database.delete('items', item.id)
  for (const id of photoIds) {
    const photo = await database.get('photos', id)
    if (photo && (photo.act === undefined || !known.has(photo.act)) && Date.now() - photo.made > 7 * dayOld) await dropPhoto(id)
  }
  for (const key of await database.getAllKeys('drafts')) if (Date.now() - ((await database.get('drafts', key))?.made ?? 0) > 30 * dayOld) await database.delete('drafts', key)
}

export const freshId = actId

import type { Me, WrittenAct } from '../../../server/wire.ts'
import { Refused, unclear } from '../../parts/refused.ts'
import { aside, takenUp, type Item } from './item.ts'
import { speak } from './line.ts'
import { shelf } from './shelf.ts'
import { changed } from './signal.ts'
import { freshId, keepActs, letGo, viewOf } from './store.ts'

/** What is done about an act that was not taken. */

/** What I wrote: my own view while unlocked, else the server opens it for me, and for me alone. */
export const writtenIn = async (id: string): Promise<WrittenAct> => {
  const view = await viewOf(id)
  if (view) return view
  const sealed = await shelf.sealedAct(id)
  if (!sealed) throw new Refused(unclear(404))
  return speak<WrittenAct>(`/api/outbox/open/${encodeURIComponent(id)}`, { method: 'POST', body: sealed })
}

/** The same again as another act, on the matter as it stands now; it takes the place of the one before. */
export const takeAgain = async (item: Item, { procedure, matter, step, input }: WrittenAct, me: Pick<Me, 'account' | 'acting'>, seq: number | undefined): Promise<void> => {
  await keepActs([{
    id: freshId(), account: item.account, post: me.acting, step, input, made: item.made, ...(item.skew !== undefined && { skew: item.skew }), instead: item.id,
    ...(procedure !== undefined && { procedure }), ...(matter !== undefined && { matter }), ...(seq !== undefined && { seq }),
  }])
}

/** Not sent until it is taken up again; what is not written on it passes it by. */
export const setAside = async (item: Item): Promise<void> => {
  await shelf.change(aside(item), 'waiting')
  changed()
}

export const takeUp = async (item: Item): Promise<void> => {
  await shelf.change(takenUp(item), 'aside')
  changed()
}

/** Not sent, and kept here until it is deleted by hand. */
export const giveUp = async (item: Item): Promise<void> => {
  await shelf.change({ ...item, state: 'dropped' }, item.state)
  await letGo(item.photos)
  changed()
}

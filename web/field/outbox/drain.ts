import type { StepReply, Uploaded } from '../../../server/wire.ts'
import { isObject } from '../../../kernel/words.ts'
import { Refused } from '../../parts/refused.ts'
import { afterLost, afterRefused, afterSent, goesAgain, orphaned, photoLost, turnOf, type Item } from './item.ts'

/** Where items and sealed photos rest. Every promise is kept before it resolves. */
export type Shelf = {
  items(account: string): Promise<readonly Item[]>
  sealedAct(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  sealedPhoto(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  change(item: Item): Promise<void>
  /** Notes an act as sent and lets go of its sealed bytes and photos, all at once. */
  settle(item: Item): Promise<void>
}

/** The way to the server. Rejects with `Refused`. */
export type Line = {
  standing(photo: string): Promise<Uploaded>
  part(photo: string, at: number, of: number, bytes: Uint8Array<ArrayBuffer>): Promise<Uploaded>
  act(id: string, sealed: Uint8Array<ArrayBuffer>, seq: number | undefined): Promise<StepReply>
}

export type Around = { readonly shelf: Shelf; readonly line: Line; readonly now: () => number; readonly random: () => number; /** Told after each change. */ readonly changed?: () => void }

/** How sending ended: all gone, again after so many milliseconds, or first somebody must sign in. */
export type Drained = { readonly end: 'empty' } | { readonly end: 'again'; readonly after: number } | { readonly end: 'sign-in' }

/** Bytes of one part: some seconds on a valley's line. */
const step = 128 * 1024

/** Sends what waits, one act after another, its photos first. May be broken off at any point and begun again, here or in another tab. */
export const drain = async (account: string, around: Around): Promise<Drained> => {
  const { shelf, line, now, random, changed } = around
  for (;;) {
    const turn = turnOf(await shelf.items(account), now())
    if (turn === 'nothing') return { end: 'empty' }
    if ('wait' in turn) return { end: 'again', after: turn.wait }
    if ('orphan' in turn) await shelf.change(afterRefused(turn.orphan, orphaned()))
    else {
      const { send: item, seq } = turn
      try {
        await shelf.settle(afterSent(item, await sendOne(shelf, line, item, seq)))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const { problem } = error
        if (problem.status === 401) return { end: 'sign-in' }
        await shelf.change(goesAgain(problem, item.tries) ? afterLost(item, problem, now(), random(), secondsIn(problem.detail)) : afterRefused(item, problem))
      }
    }
    changed?.()
  }
}

const secondsIn = (detail: unknown): number => (isObject(detail) && typeof detail['seconds'] === 'number' ? detail['seconds'] : 0)

const sendOne = async (shelf: Shelf, line: Line, item: Item, seq: number | undefined): Promise<StepReply> => {
  for (const photo of item.photos) await sendPhoto(shelf, line, photo, item.tries > 0)
  const sealed = await shelf.sealedAct(item.id)
  if (!sealed) throw new Refused(photoLost())
  return line.act(item.id, sealed, seq)
}

/** From where it broke off. `broken`: it was begun before, so the server is asked first; one begun just now simply begins. */
const sendPhoto = async (shelf: Shelf, line: Line, photo: string, broken: boolean): Promise<void> => {
  const bytes = await shelf.sealedPhoto(photo)
  let here: Uploaded = broken || !bytes ? await line.standing(photo) : { at: 0, done: false }
  if (!bytes && !here.done) throw new Refused(photoLost())
  while (bytes && !here.done) {
    const { at } = here
    here = await line.part(photo, at, bytes.length, bytes.slice(at, at + step)).catch((error: unknown) => {
      const elsewhere = offsetIn(error)
      if (elsewhere === undefined || elsewhere === at) throw error
      return { at: elsewhere, done: false }
    })
  }
}

/** Where the server says to go on, where another tab or an answer that was lost got further. */
const offsetIn = (error: unknown): number | undefined =>
  (error instanceof Refused && error.problem.code === 'wrong-offset' && isObject(error.problem.detail) && typeof error.problem.detail['at'] === 'number' ? error.problem.detail['at'] : undefined)

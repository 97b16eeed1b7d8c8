import type { StepReply, Uploaded } from '../../../server/wire.ts'
import { isObject } from '../../../kernel/words.ts'
import { Refused } from '../../parts/refused.ts'
import { afterLost, afterRefused, afterSent, goesAgain, orphaned, photoLost, turnOf, unheard, type Item, type Unheard } from './item.ts'

/** `begun`: the server may have some of it; `there`: it had all of it; `refused`: it goes with its act alone, whose answer then tells why. */
export type Way = 'begun' | 'there' | 'refused'

/** Where items and sealed photos rest. Every promise is kept before it resolves. */
export type Shelf = {
  items(account: string): Promise<readonly Item[]>
  sealedAct(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  sealedPhoto(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** How far a photo was seen to be on its way. */
  way(photo: string): Promise<Way | undefined>
  /** Notes how far it is; whether there was room to. Of one that was taken away meanwhile there is nothing to note. */
  mark(photo: string, way: Way): Promise<boolean>
  holds(photo: string): Promise<boolean>
  /** Photos of forms still being written that can go ahead, the oldest first. */
  loose(account: string): Promise<readonly string[]>
  /** Notes what became of an act, where it still stands as it `was`: one that somebody set aside meanwhile stays so. */
  change(item: Item, was: Item['state']): Promise<void>
  /** Notes an act as sent and lets go of its sealed bytes and photos, all at once. */
  settle(item: Item): Promise<void>
}

/** The way to the server. Rejects with `Refused`. */
export type Line = {
  standing(photo: string): Promise<Uploaded>
  part(photo: string, at: number, of: number, bytes: Uint8Array<ArrayBuffer>): Promise<Uploaded>
  /** Tells the server that a photo won't be followed by an act. */
  letGo(photo: string): Promise<unknown>
  act(id: string, sealed: Uint8Array<ArrayBuffer>, seq: number | undefined): Promise<StepReply>
}

export type Around = { readonly shelf: Shelf; readonly line: Line; readonly now: () => number; readonly random: () => number; /** Told after each change. */ readonly changed?: () => void }

/** How sending ended: all gone, again after so many milliseconds, or nobody is heard: what waits, waits for its own account, signed in and with its second factor. */
export type Drained = { readonly end: 'empty' } | { readonly end: 'again'; readonly after: number } | { readonly end: Unheard }

/** Bytes of one part: some seconds on a valley's line. */
const step = 128 * 1024

/** Sends what waits, one act after another, its photos first; then photos whose act is still being written. May be broken off at any point and begun again, here or in another tab. */
export const drain = async (account: string, around: Around): Promise<Drained> => {
  const { shelf, line, now, random, changed } = around
  for (;;) {
    const turn = turnOf(await shelf.items(account), now())
    if (turn === 'nothing') {
      const ended = await goAhead(account, around)
      if (ended) return ended
    } else if ('wait' in turn) return { end: 'again', after: turn.wait }
    else if ('orphan' in turn) await shelf.change(afterRefused(turn.orphan, orphaned()), 'waiting')
    else {
      const { send: item, seq } = turn
      try {
        await shelf.settle(afterSent(item, await sendOne(shelf, line, item, seq)))
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const { problem } = error
        const nobody = unheard(problem)
        if (nobody) return { end: nobody }
        await shelf.change(goesAgain(problem) ? afterLost(item, problem, now(), random(), secondsIn(problem.detail)) : afterRefused(item, problem), 'waiting')
      }
    }
    changed?.()
  }
}

/** Milliseconds before a photo that is in no hurry is tried again: a minute, or up to two. */
const noHurry = 60_000

/** Sends the next photo whose act is still being written. `undefined`: it went, and there may be more to do. */
const goAhead = async (account: string, { shelf, line, random }: Around): Promise<Drained | undefined> => {
  const [photo] = await shelf.loose(account)
  if (photo === undefined) return { end: 'empty' }
  let way: Way = 'there'
  try {
    await sendPhoto(shelf, line, photo)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const nobody = unheard(error.problem)
    if (nobody) return { end: nobody }
    if (goesAgain(error.problem)) return { end: 'again', after: Math.max(noHurry * (1 + random()), secondsIn(error.problem.detail) * 1000) }
    way = 'refused'
  }
  return await shelf.mark(photo, way) ? undefined : { end: 'empty' }
}

const secondsIn = (detail: unknown): number => (isObject(detail) && typeof detail['seconds'] === 'number' ? detail['seconds'] : 0)

const sendOne = async (shelf: Shelf, line: Line, item: Item, seq: number | undefined): Promise<StepReply> => {
  for (const photo of item.photos) await sendPhoto(shelf, line, photo)
  const sealed = await shelf.sealedAct(item.id)
  if (!sealed) throw new Refused(photoLost())
  return line.act(item.id, sealed, seq)
}

/** From where it broke off: of one that was begun before the server is asked first. One taken out of its form meanwhile goes no further, and the server is told. */
const sendPhoto = async (shelf: Shelf, line: Line, photo: string): Promise<void> => {
  const bytes = await shelf.sealedPhoto(photo)
  const begun = await shelf.way(photo) !== undefined
  if (bytes && !begun) await shelf.mark(photo, 'begun')
  let here: Uploaded = begun || !bytes ? await line.standing(photo) : { at: 0, done: false }
  if (!bytes && !here.done) throw new Refused(photoLost())
  while (bytes && !here.done) {
    const { at } = here
    here = await line.part(photo, at, bytes.length, bytes.slice(at, at + step)).catch((error: unknown) => {
      const elsewhere = offsetIn(error)
      if (elsewhere === undefined || elsewhere === at) throw error
      return { at: elsewhere, done: false }
    })
    if (!await shelf.holds(photo)) {
      await line.letGo(photo)
      return
    }
  }
}

/** Where the server says to go on, where another tab or an answer that was lost got further. */
const offsetIn = (error: unknown): number | undefined =>
  (error instanceof Refused && error.problem.code === 'wrong-offset' && isObject(error.problem.detail) && typeof error.problem.detail['at'] === 'number' ? error.problem.detail['at'] : undefined)

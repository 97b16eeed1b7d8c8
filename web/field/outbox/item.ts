import type { Problem, StepReply } from '../../../server/wire.ts'
import { problem } from '../../parts/refused.ts'
import { backoff } from './backoff.ts'

/**
 * One act on its way, as it rests on the phone: sealed, with no more in the clear than its sending needs.
 * `waiting`: to be sent. `aside`: not before a person takes it up again. `refused`: the server said no, and a person is to choose. `dropped`: given up, what
 * was written kept. `sent`: done.
 */
export type Item = {
  readonly id: string
  readonly account: string
  /** The matter it is about; its own id where it opens one. */
  readonly matter: string
  /** Its place in the order. */
  readonly at: number
  /** When it was taken, by this phone's clock. */
  readonly made: string
  /** The server’s clock less this phone’s as it was last measured before, milliseconds. */
  readonly skew?: number
  /** Go before it. */
  readonly photos: readonly string[]
  /** Written on what this other act leads to. */
  readonly after?: string
  readonly state: 'waiting' | 'aside' | 'refused' | 'dropped' | 'sent'
  readonly tries: number
  /** Answers that were a fault of the server, or not the server's at all. */
  readonly faults?: number
  /** Not sent again before this, milliseconds since 1970 by this phone's clock. */
  readonly notBefore: number
  readonly problem?: Problem
  readonly reply?: StepReply
}

export type Turn = { readonly send: Item; readonly seq?: number } | { readonly orphan: Item } | { readonly wait: number } | 'nothing'

const inOrder = (items: readonly Item[]): readonly Item[] => items.toSorted((a, b) => a.at - b.at)

/** So many faults are the act's own doing, not the line's. */
const stuckAfter = 5

const isStuck = ({ faults = 0 }: Item): boolean => faults >= stuckAfter

/**
 * What is to be done next. Acts go in the order they were taken, and one that waits for its next try holds up those behind it: a later act may rest on an
 * earlier one in ways that nobody declared. One that meets a fault of the server whenever it comes holds up its own matter alone. One that was refused or set
 * aside holds up only what was written on it; that is orphaned once it is given up.
 */
export const turnOf = (items: readonly Item[], now: number): Turn => {
  const byId = new Map(items.map(item => [item.id, item]))
  const held = new Set<string>()
  let soonest: number | undefined
  for (const item of inOrder(items)) {
    if (item.state !== 'waiting') continue
    const before = item.after === undefined ? undefined : byId.get(item.after)
    if (item.after !== undefined && (before === undefined || before.state === 'dropped')) return { orphan: item }
    if ((before && before.state !== 'sent') || held.has(item.matter)) continue
    // A clock set back must not hold anything up for longer than a wait ever is.
    const wait = item.notBefore > now && item.notBefore - now <= longestWait ? item.notBefore - now : undefined
    if (wait !== undefined) {
      soonest = Math.min(wait, soonest ?? wait)
      if (!isStuck(item)) break
      held.add(item.matter)
      continue
    }
    return { send: item, ...(before?.reply && { seq: before.reply.seq }) }
  }
  return soonest === undefined ? 'nothing' : { wait: soonest }
}

const longestWait = 10 * 60_000

/** The answer was not the server's: a portal's page, or a proxy's. */
const isStrange = ({ code }: Problem): boolean => code === 'unclear'

/** What goes again by itself: there was no answer, or none of the server's, or one that says to come back. */
export const goesAgain = (why: Problem): boolean => isStrange(why) || [0, 408, 425, 429].includes(why.status) || why.status >= 500

/** Who is not heard at all: the server listens to nobody, or to somebody else, or wants a second factor first. */
export type Unheard = 'sign-in' | 'other-sign-in' | 'factor'

export const unheard = (why: Problem): Unheard | undefined =>
  isStrange(why) ? undefined : why.status === 401 ? 'sign-in' : why.code === 'other-sign-in' ? 'other-sign-in' : why.code === 'factor-needed' ? 'factor' : undefined

export const afterSent = (item: Item, reply: StepReply): Item => {
  const { problem: _, ...rest } = item
  return { ...rest, state: 'sent', reply }
}

export const afterRefused = (item: Item, why: Problem): Item => ({ ...item, state: 'refused', problem: why })

const isFault = (why: Problem): boolean => isStrange(why) || why.status >= 500

/** `seconds`: how long the server asked to be left alone. `random` in [0, 1). */
export const afterLost = (item: Item, why: Problem, now: number, random: number, seconds = 0): Item =>
  ({ ...item, tries: item.tries + 1, ...(isFault(why) && { faults: (item.faults ?? 0) + 1 }), notBefore: now + Math.max(seconds * 1000, backoff(item.tries, random)), problem: why })

/** The signal came back, or somebody asks for it: sent at once. */
export const unheld = (item: Item): Item => (item.state === 'waiting' ? { ...item, notBefore: 0 } : item)

export const orphaned = (): Problem =>
  problem(409, 'before-dropped', '它所接的前一步没有提交', 'The step it was written on was not taken', '请看事项现在的情况，再决定重办还是放弃', 'Look at the matter as it stands, then take it again or give it up')

export const photoLost = (): Problem =>
  problem(409, 'photo-lost', '有一张照片在本机上已找不到', 'One of its photos is no longer on this phone', '请重新填写并拍照，或放弃', 'Write it again with a new photo, or give it up')

/** Set aside by hand, and taken up again: what it met before no longer counts. */
export const aside = (item: Item): Item => ({ ...item, state: 'aside' })
export const takenUp = (item: Item): Item => ({ ...item, state: 'waiting', faults: 0, notBefore: 0 })

/** Counted as unsent: whatever the server does not have yet and nobody has given up. */
export const isUnsent = ({ state }: Item): boolean => state === 'waiting' || state === 'aside' || state === 'refused'

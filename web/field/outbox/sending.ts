import { isFull } from './base.ts'
import { drain, type Drained } from './drain.ts'
import { unheld } from './item.ts'
import { lineOf } from './line.ts'
import { shelf } from './shelf.ts'
import { changed } from './signal.ts'

/** Random in [0, 1), for the waits alone. */
const random = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

const go = (account: string): Promise<Drained> => drain(account, { shelf, line: lineOf(account), now: Date.now, random, changed })

/** One tab or worker sends at a time, the others wait for it; where the browser has no locks, the server still does each act once. */
export const sendAll = (account: string): Promise<Drained> =>
  ('locks' in navigator ? navigator.locks.request('shanzhi-outbox', () => go(account)) : go(account))

/** The line is back, or a person asks for it: whatever waits for its next try need not. What a full phone can’t note is sent in its turn all the same. */
export const hurry = async (account: string): Promise<void> => {
  for (const item of await shelf.items(account)) if (item.notBefore > 0 && item.state === 'waiting') await shelf.change(unheld(item), 'waiting').catch((error: unknown) => { if (!isFull(error)) throw error })
}

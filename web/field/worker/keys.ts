/** Keys that pages leave while they are loaded anew: in memory alone, a minute at most, each for whoever brings its ticket. */

/** Milliseconds: a page on a slow phone is back by then. */
export const held = 60_000

type Left<Key> = { readonly key: Key; readonly copy: string; readonly until: number }

export type Keys<Key> = {
  leave(ticket: string, key: Key, copy: string, now: number): void
  /** Once only. */
  claim(ticket: string, now: number): { readonly key: Key; readonly copy: string } | undefined
  /** The same; where it is not here yet, when it comes, within so many milliseconds: a new page may be faster than the old one's farewell. */
  await(ticket: string, now: number, patience: number): Promise<{ readonly key: Key; readonly copy: string } | undefined>
  forget(): void
}

export const makeKeys = <Key>(): Keys<Key> => {
  const left = new Map<string, Left<Key>>()
  const waiting = new Map<string, () => void>()
  const clear = (now: number): void => { for (const [ticket, one] of left) if (one.until <= now) left.delete(ticket) }
  const claim: Keys<Key>['claim'] = (ticket, now) => {
    clear(now)
    const found = left.get(ticket)
    left.delete(ticket)
    return found && { key: found.key, copy: found.copy }
  }
  return {
    claim,
    leave: (ticket, key, copy, now) => {
      clear(now)
      left.set(ticket, { key, copy, until: now + held })
      waiting.get(ticket)?.()
    },
    await: async (ticket, now, patience) => {
      if (!left.has(ticket)) {
        await new Promise<void>(resolve => {
          const timer = setTimeout(resolve, patience)
          waiting.set(ticket, () => {
            clearTimeout(timer)
            resolve()
          })
        })
        waiting.delete(ticket)
      }
      return claim(ticket, now)
    },
    forget: () => left.clear(),
  }
}

import { chain, type Keys } from '../seal.ts'
import type { Entry, Row } from './read.ts'
import type { Note } from './fault.ts'

/** The hash an entry ought to bear in a matter of this procedure. */
export const hashOf = (keys: Keys, row: Row, procedure: string, entry: Entry): string => {
  const { matter, prev, hash: _, at, ...rest } = entry
  return chain(keys, Buffer.from(prev, 'hex'), { ...rest, county: row.county, matter, procedure, at: at.toISOString() }).toString('hex')
}

/** Walks the chain from its first entry to the matter's head: none is missing, moved, changed, cut off or added. */
export const verifyChain = (keys: Keys, row: Row, procedure: string, entries: readonly Entry[], note: Note): void => {
  let head = Buffer.alloc(32).toString('hex')
  let next = 1
  let behindHead = false
  let made = head
  for (const entry of entries) {
    const isOurs = hashOf(keys, row, procedure, entry) === entry.hash
    if (behindHead && !isOurs) note('forged', 'stands behind the matter’s head and was not made by this site', entry.seq)
    else {
      for (; next < entry.seq; next += 1) note('gap', `entry ${next} is missing`, next)
      if (entry.prev !== head) note('hash', 'does not follow the entry before it', entry.seq)
      if (!isOurs) note('hash', 'its content does not give its hash', entry.seq)
      made = entry.hash
    }
    next = entry.seq + 1
    head = entry.hash
    behindHead ||= entry.hash === row.head
  }
  if (made !== row.head) note('hash', 'the matter’s head is not its last entry')
}

import { randomUUID } from 'node:crypto'
import type { Actor } from '../../kernel/post.ts'
import type { Grant } from '../../kernel/reach.ts'
import type { Tx } from '../database.ts'
import { readingMark, type Keys } from '../seal.ts'

/** One reading of what is above internal, or under a grant: of a matter's facts, or of a register of a place. */
export type Reading = {
  readonly county: string
  readonly at: Date
  readonly purpose: 'duty' | 'grant' | 'emergency'
  readonly grant?: string
  readonly matter?: string
  readonly register?: string
  readonly region: string
  readonly facts: readonly string[]
  /** How many people the page is about. */
  readonly people?: number
}

/**
 * Enters a reading in the log, before what is read is asked for: the database gives it to no transaction that has not entered it. Not waited
 * for; where it fails, so does the transaction.
 */
export const logReading = (tx: Tx, keys: Keys, actor: Actor, reading: Reading): void => {
  const { county, at, purpose, grant = null, matter = null, register = null, region, facts, people = 1 } = reading
  const id = randomUUID()
  const row = [county, id, at.toISOString(), actor.account, actor.post ?? null, actor.office ?? null, actor.kind, purpose, grant, matter, register, region, facts, people] as const
  tx.send(
    `insert into access_log (county, id, at, account, post, office, kind, purpose, grant_id, matter, register, region, facts, people, mac)
     values ($1, $2::uuid, $3::timestamptz, $4::uuid, $5::uuid, $6, $7, $8, $9::uuid, $10::uuid, $11, $12, $13::text[], $14::int, decode($15, 'hex'))`,
    [...row.slice(0, 12), `{${facts.join(',')}}`, people, readingMark(keys, row)])
}

/** Why it is read: by duty, or under a grant. */
export const purposeOf = (grant: Grant | undefined): Pick<Reading, 'purpose' | 'grant'> =>
  (grant === undefined ? { purpose: 'duty' } : { purpose: grant.emergency ? 'emergency' : 'grant', grant: grant.id })

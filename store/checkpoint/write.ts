import { legalDay, startOfLegalDay } from '../../kernel/calendar.ts'
import { system } from '../../kernel/post.ts'
import { sqlState } from '../connection.ts'
import type { Database, Tx } from '../database.ts'
import { digestsOf, type DayDigest } from './digest.ts'
import { keepHeads } from './heads.ts'
import { hashOfLine, type Checkpoint } from './line.ts'
import { treesOf } from './trees.ts'

const dayAfter = (day: string, by: 1 | -1): string => legalDay(new Date(startOfLegalDay(day).getTime() + by * 86_400_000))

/** The days between two checkpoints that have none. */
const missedBetween = (last: string, today: string): Checkpoint['missed'] => {
  const from = dayAfter(last, 1)
  return from < today ? { from, to: dayAfter(today, -1) } : undefined
}

const write = async (tx: Tx, county: string, now: Date, digests: readonly DayDigest[]): Promise<Checkpoint | undefined> => {
  // One look at all of it: what is acted on meanwhile comes with the next.
  await tx.query('set transaction isolation level repeatable read')
  const [mine] = await tx.query<{ got: boolean }>(`select pg_try_advisory_xact_lock(hashtext('shanzhi checkpoint'), hashtext($1)) as got`, [county])
  if (mine?.got !== true) return undefined
  const day = legalDay(now)
  const [last] = await tx.query<{ day: string; line: string }>('select day::text as day, line from checkpoint where county = $1 order by checkpoint.day desc limit 1', [county])
  if (last && last.day >= day) return undefined
  if (!last && (await tx.query('select from matter where county = $1 limit 1', [county])).length === 0) return undefined
  await keepHeads(tx, county, day)
  const [tree = { matters: 0, root: '' }] = await treesOf(tx, county, [day])
  const missed = last && missedBetween(last.day, day)
  const checkpoint: Checkpoint = {
    shanzhi: 'checkpoint', version: 1, county, day, at: now.toISOString(), ...tree,
    ...(last && { previous: hashOfLine(last.line) }), ...(missed && { missed }),
    digests: await digestsOf(tx, digests, county, { ...(last && { from: last.day }), before: day }),
  }
  await tx.query('insert into checkpoint (county, day, line) values ($1, $2::date, $3)', [county, day, JSON.stringify(checkpoint)])
  return checkpoint
}

/**
 * Writes the checkpoint of a county for the legal day of `now`, where it has matters and none stands yet: heads and line in one transaction, all or none.
 * Any number of servers may ask at once; one writes. `undefined` where there was nothing to write.
 */
export const writeCheckpoint = (database: Database, county: string, now: Date, digests: readonly DayDigest[]): Promise<Checkpoint | undefined> =>
  database.scoped(system, tx => write(tx, county, now, digests)).catch((error: unknown) => {
    // Another server finished between our look and our lock.
    if (['23505', '40001'].includes(sqlState(error) ?? '')) return undefined
    throw error
  })

/** The lines of a county as written, oldest first. Ask as the platform. */
export const linesOf = async (tx: Tx, county: string): Promise<readonly string[]> =>
  (await tx.query<{ line: string }>('select line from checkpoint where county = $1 order by day', [county])).map(row => row.line)

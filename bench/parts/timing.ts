import { setTimeout as sleep } from 'node:timers/promises'
import { serverPool } from '../../store/server-pool.ts'
import { databaseOver, type Database } from '../../store/database.ts'
import { urlOf } from './admin.ts'
import type { Read } from './reads.ts'
import { median, quantile } from './stats.ts'

const once = async (database: Database, read: Read): Promise<number> => {
  const began = performance.now()
  await database.scoped(read.actor, tx => read.run(tx))
  return performance.now() - began
}

const warmUp = 20

/** Milliseconds of `n` warm calls over one session, from `begin` to `commit`. */
export const warm = async (database: Database, read: Read, n: number): Promise<{ readonly median: number; readonly p95: number; readonly rows: number | undefined }> => {
  for (let i = 0; i < warmUp; i += 1) await once(database, read)
  const times: number[] = []
  for (let i = 0; i < n; i += 1) times.push(await once(database, read))
  const answer = await database.scoped(read.actor, tx => read.run(tx))
  return { median: median(times), p95: quantile(times, 0.95), rows: rowsIn(answer) }
}

const rowsIn = (answer: unknown): number | undefined =>
  Array.isArray(answer) ? answer.length : typeof answer === 'object' && answer !== null && 'rows' in answer && Array.isArray(answer.rows) ? answer.rows.length : undefined

/** Milliseconds of a session's very first call, median of `n` sessions. `before` empties what caches it may. */
export const cold = async (database: string, read: Read, n: number, before: () => Promise<void> = () => Promise.resolve()): Promise<number> => {
  const times: number[] = []
  for (let i = 0; i < n; i += 1) {
    await before()
    const pool = serverPool(urlOf(database, 'shanzhi_app'), 1)
    const own = databaseOver('server', pool, () => Promise.resolve(pool))
    // Connected, but with nothing planned or looked up yet.
    const { connection, giveBack } = await pool.borrow()
    await connection.simple('begin; commit')
    giveBack()
    times.push(await once(own, read))
    await own.close()
    await sleep(5)
  }
  return median(times)
}

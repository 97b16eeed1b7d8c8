import pg from 'pg'
import { createHash } from 'node:crypto'
import type { Pool } from './connection.ts'

const names = new Map<string, string>()

// Each distinct statement is prepared once a session; the texts are few, made by this program, never by a caller.
const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  names.set(text, name)
  return name
}

/** Sessions of a PostgreSQL server. `size` is the most held open at once. */
export const serverPool = (url: string, size: number): Pool => {
  // Pipelined: a statement is sent without waiting for the answer to the one before, which saves two of five round trips a step.
  const pool = new pg.Pool({ connectionString: url, max: size, pipeline: true, idleTimeoutMillis: 60_000, application_name: 'shanzhi' })
  pool.on('error', () => undefined)
  return {
    borrow: async () => {
      const client = await pool.connect()
      return {
        connection: {
          simple: async text => { await client.query(text) },
          query: async (text, values) => (await client.query<object>({ text, values: [...values], name: nameOf(text) })).rows,
        },
        giveBack: broken => { client.release(broken) },
      }
    },
    figures: () => ({ inUse: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  }
}

import pg from 'pg'
import { settings } from '../../store/scope.ts'
import { serverPool } from '../../store/server-pool.ts'
import { databaseOver } from '../../store/database.ts'
import { urlOf } from './admin.ts'
import { fenced } from './markdown.ts'
import type { Read } from './reads.ts'
import { watched, type Sent } from './watch.ts'

const asText = (value: unknown): string => (value === null || value === undefined ? 'null' : pg.escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value)))

/** The statements a read sends, without those that open and end its transaction. */
export const statementsOf = async (database: string, read: Read): Promise<readonly Sent[]> => {
  const sent: Sent[] = []
  const pool = watched(serverPool(urlOf(database, 'shanzhi_app'), 1), one => sent.push(one))
  const own = databaseOver('server', pool, () => Promise.resolve(pool))
  await own.scoped(read.actor, tx => read.run(tx))
  await own.close()
  return sent.filter(one => one.values !== undefined)
}

/** The plan a session settles on: prepared as the driver prepares it and run six times, after which PostgreSQL may keep a generic plan. */
const planOf = async (client: pg.Client, read: Read, { text, values = [] }: Sent): Promise<string> => {
  const list = values.length === 0 ? '' : `(${values.map(asText).join(', ')})`
  await client.query(`begin; ${settings(read.actor)}`)
  await client.query(`prepare hot as ${text}`)
  for (let i = 0; i < 6; i += 1) await client.query(`execute hot${list}`)
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, buffers) execute hot${list}`)
  await client.query('rollback; deallocate hot')
  return rows.map(row => row['QUERY PLAN']).join('\n')
}

/** SQL, values and plans of a read, as Markdown. */
export const explained = async (database: string, read: Read): Promise<string> => {
  const client = new pg.Client({ connectionString: urlOf(database, 'shanzhi_app') })
  await client.connect()
  try {
    const parts = [`# ${read.name}`, `as ${read.actor.kind} of ${read.actor.office ?? read.actor.region}, in ${database}`]
    for (const sent of await statementsOf(database, read)) {
      parts.push(fenced('sql', sent.text.replaceAll(/^ +/gm, '  ')), `values: \`${JSON.stringify(sent.values)}\``, fenced('text', await planOf(client, read, sent)))
    }
    return parts.join('\n\n')
  } finally {
    await client.end()
  }
}

import { makeHouse } from '../server/assemble.ts'
import { keysFrom } from '../store/seal.ts'
import { asAdmin, value } from './parts/admin.ts'
import { baseName, ensureBase, openAt } from './parts/base.ts'
import type { Bench } from './parts/bench.ts'
import { emptier } from './parts/empty.ts'
import { machine } from './parts/machine.ts'
import type { Options } from './parts/options.ts'
import { explained } from './parts/plans.ts'
import { readsOf } from './parts/reads.ts'
import { keep } from './parts/results.ts'
import { findSample } from './parts/sample.ts'
import { say } from './parts/say.ts'
import { cold, warm } from './parts/timing.ts'
import { queueReport, type QueueRow } from './parts/queue-report.ts'
import { secret } from './parts/world.ts'

const sizes = (name: string) => asAdmin(name, async client => ({
  matters: await value<string>(client, 'select count(*)::text from matter') ?? '',
  database: await value<string>(client, 'select pg_size_pretty(pg_database_size(current_database()))') ?? '',
  tables: (await client.query<{ relname: string; n: string; tab: string; idx: string }>(
    `select relname, reltuples::bigint::text as n, pg_size_pretty(pg_table_size(oid)) as tab, pg_size_pretty(pg_indexes_size(oid)) as idx from pg_class
     where relname in ('matter', 'entry', 'sealed', 'party', 'deadline', 'matter_term', 'tally', 'tally_sum', 'notice') order by pg_total_relation_size(oid) desc`)).rows,
}))

const run = async (options: Options): Promise<void> => {
  const matters = options.whole('matters')
  const name = baseName(matters)
  const made = await ensureBase(matters, { rebuild: options.on('rebuild'), asIs: options.on('as-is') })
  const on = await machine()
  const size = await sizes(name)
  const sample = await findSample(name)
  const database = openAt(name, 1)
  const rows: QueueRow[] = []
  try {
    const { house } = await makeHouse(database, keysFrom(secret))
    const only = options.text('only')
    const reads = (await readsOf(house, sample)).filter(read => only === '' || read.file.startsWith(only))
    const empty = options.on('cold') ? await emptier(name) : undefined
    for (const read of reads) {
      const fresh = await cold(name, read, 5)
      const emptied = empty && await cold(name, read, 3, empty)
      const hot = await warm(database, read, options.whole('repeat'))
      rows.push({ name: read.name, file: read.file, fresh, ...(emptied !== undefined && { emptied }), ...hot })
      say(`${read.name}: ${hot.median.toFixed(2)} / ${hot.p95.toFixed(2)} ms, fresh ${fresh.toFixed(1)}${emptied === undefined ? '' : `, emptied ${emptied.toFixed(0)}`} (${hot.rows ?? '–'} rows)`)
    }
    if (options.on('plans')) for (const read of reads) await keep(`plans/${matters}/${read.file}.md`, await explained(name, read), false)
  } finally {
    await database.close()
  }
  if (options.text('only') === '') await keep(`queue-${matters}.json`, JSON.stringify(rows), false)
  await keep(options.text('only') === '' ? `queue-${matters}.md` : `queue-${matters}-part.md`, await queueReport({ matters, made, on, size, rows, repeat: options.whole('repeat') }))
}

export const queue: Bench = {
  about: 'lists, searches, filters and boards over many matters, through the application’s own reads as its own role',
  options: {
    matters: { preset: '100000', about: 'how many matters: 100000, 1000000 or 10000000; the database is made once and kept by name' },
    rebuild: { preset: 'off', about: 'make the database anew' },
    'as-is': { preset: 'off', about: 'measure a database made by an older version as it stands' },
    repeat: { preset: '200', about: 'warm calls of each read' },
    cold: { preset: 'off', about: 'also with caches emptied (slow; as root beside the server)' },
    plans: { preset: 'on', about: 'write SQL and plans to bench/results/plans/' },
    only: { preset: '', about: 'only reads whose file name begins so' },
  },
  run,
}

import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, freemem, loadavg, release, totalmem } from 'node:os'
import { asAdmin } from './admin.ts'
import { list } from './markdown.ts'

/** Settings of the server that a figure here may hang on. None is changed by a benchmark. */
const telling = [
  'shared_buffers', 'work_mem', 'maintenance_work_mem', 'effective_cache_size', 'random_page_cost', 'fsync', 'synchronous_commit', 'full_page_writes', 'wal_level',
  'max_wal_size', 'autovacuum', 'jit', 'max_parallel_workers_per_gather', 'track_functions', 'track_io_timing', 'max_connections',
]

const disk = (): string => {
  try {
    return execFileSync('df', ['-h', '--output=source,size,avail', '/var/lib'], { encoding: 'utf8' }).trim().split('\n').at(-1)?.replaceAll(/\s+/g, ' ') ?? ''
  } catch {
    return 'not told'
  }
}

const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GiB`

/** Processes that used more than a twentieth of a core in the last moments, without our own. */
export const neighbours = (): string => {
  try {
    const rows = execFileSync('top', ['-b', '-n', '2', '-d', '1', '-w', '200'], { encoding: 'utf8' }).split(/^top -/m).at(-1)?.split('\n').slice(7) ?? []
    const busy = rows.map(row => row.trim().split(/\s+/)).filter(row => Number(row[8]) >= 5 && Number(row[0]) !== process.pid && row[11] !== 'top')
    return busy.length === 0 ? 'nobody above 5 % of a core' : busy.slice(0, 8).map(row => `${row[11] ?? ''} ${row[8] ?? ''} %`).join(', ')
  } catch {
    return 'not told'
  }
}

export const loads = (): string => loadavg().map(one => one.toFixed(2)).join(' ')

/** The machine and the moment, in one line. */
export const here = (): string =>
  `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC; ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? ''}), ${gib(totalmem())} memory (${gib(freemem())} free), Linux ${release()}, disk ${disk()}`

/** What the figures were taken on, as Markdown; call it before measuring, so that the neighbours are those of the start. */
export const machine = async (): Promise<string> => asAdmin(undefined, async client => {
  const settings = await client.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value from pg_settings where name in (select value from jsonb_array_elements_text($1::jsonb))`, [JSON.stringify(telling)])
  const version = (await client.query<{ version: string }>('select version()')).rows[0]?.version ?? ''
  const others = (await client.query<{ n: number }>(`select count(*)::int as n from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()`)).rows[0]?.n ?? 0
  return list([
    here(),
    `Node ${process.version}; ${version.split(' on ')[0] ?? ''} on the same machine: load generator, application and database share the cores`,
    `before measuring: load ${loads()}; others at work: ${neighbours()}; ${others} other sessions active in PostgreSQL`,
    `settings as found: ${settings.rows.map(row => `\`${row.name}=${row.value}\``).join(' ')}`,
  ])
})

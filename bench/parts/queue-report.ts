import { list, table } from './markdown.ts'
import { recall } from './results.ts'
import { ms, ratio } from './stats.ts'

export type QueueRow = { readonly name: string; readonly file: string; readonly median: number; readonly p95: number; readonly fresh: number; readonly emptied?: number; readonly rows: number | undefined }

type Report = {
  readonly matters: number
  readonly made: string
  readonly on: string
  readonly repeat: number
  readonly size: { readonly matters: string; readonly database: string; readonly tables: readonly { readonly relname: string; readonly n: string; readonly tab: string; readonly idx: string }[] }
  readonly rows: readonly QueueRow[]
}

/** What in the data is real and what is not; it stands in every report. */
const synthetic = [
  'real: about ten thousand requests (six for each of the 1,665 villages) lived by the declaration through `store/bulk.ts` – `decide`, seals, hash chains, clocks that ran out – with their posts, routes and texts; the region tree, offices and routing are those shipped',
  'copied in SQL: every other matter is one of these under a fresh id, moved back in time (ended ones by whole days over three years, others by hours, so that what was due is still due), with a resident of its village as reporter (ten matters each on average), two rare characters in its text, its terms, and its own number; counters are counted anew from the rows',
  'not true of copies: their seals don’t open (bound to the template’s id), their hash chains don’t verify, instants inside `clocks` and `outcome` are the template’s; about one matter in twenty is not ended',
  'keys and indexes were built after loading, then `vacuum (analyze)`: no bloat, statistics fresh',
]

const growth = async (matters: number): Promise<{ readonly of: number; readonly rows: readonly QueueRow[] } | undefined> => {
  const of = matters / 10
  const rows = await recall<readonly QueueRow[]>(`queue-${of}.json`)
  return rows && { of, rows }
}

export const queueReport = async ({ matters, made, on, size, rows, repeat }: Report): Promise<string> => {
  const before = await growth(matters)
  const emptied = rows.some(row => row.emptied !== undefined)
  const grown = (row: QueueRow): string => {
    const smaller = before?.rows.find(one => one.file === row.file)
    return smaller ? `×${ratio(row.median / smaller.median)}` : '–'
  }
  return [
    `# Queue reads over ${Number(size.matters).toLocaleString('en-US')} matters`,
    on,
    `Database: ${size.database}, ${made}. Times in milliseconds from \`begin\` to \`commit\` through one session of the application’s pool, as the role \`shanzhi_app\` under row-level security; warm: ${repeat} calls after 20; first: a new session’s first call, median of 5${emptied ? '; emptied: the same with PostgreSQL’s buffers and the kernel’s file cache emptied before (as far as root may), median of 3' : ''}. Pages of 20 rows.`,
    table(
      ['read', 'rows', 'warm median', 'warm p95', 'first', ...(emptied ? ['emptied'] : []), ...(before ? [`median beside ${before.of.toLocaleString('en-US')}`] : [])],
      rows.map(row => [row.name, String(row.rows ?? ''), ms(row.median), ms(row.p95), ms(row.fresh), ...(emptied ? [ms(row.emptied ?? Number.NaN)] : []), ...(before ? [grown(row)] : [])])),
    `SQL and plans: [plans/${matters}](plans/${matters}/).`,
    '## The data',
    list(synthetic),
    table(['table', 'rows', 'table size', 'indexes'], size.tables.map(one => [one.relname, Number(one.n).toLocaleString('en-US'), one.tab, one.idx])),
  ].join('\n\n')
}

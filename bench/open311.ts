import { system } from '../kernel/post.ts'
import { publicRequests, type PublicAsk } from '../server/reads/public-requests.ts'
import type { Bench } from './parts/bench.ts'
import { asAdmin } from './parts/admin.ts'
import { baseName, ensureBase, openAt } from './parts/base.ts'
import { machine } from './parts/machine.ts'
import { table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { explained } from './parts/plans.ts'
import type { Read } from './parts/reads.ts'
import { keep } from './parts/results.ts'
import { say } from './parts/say.ts'
import { ms } from './parts/stats.ts'
import { warm } from './parts/timing.ts'

const day = 86_400_000

const run = async (options: Options): Promise<void> => {
  const matters = options.whole('matters')
  const name = baseName(matters)
  const made = await ensureBase(matters, { rebuild: options.on('rebuild'), asIs: options.on('as-is') })
  const { counties, last } = await asAdmin(name, async client => {
    const { rows } = await client.query<{ county: string }>('select distinct county from matter order by 1')
    const { rows: [newest] } = await client.query<{ last: Date }>('select max(updated) as last from matter')
    return { counties: rows.map(row => row.county), last: newest?.last ?? new Date() }
  })
  const before = new Date(last.getTime() + 1)
  const ago = (days: number): Date => new Date(last.getTime() - days * day)
  const usual: PublicAsk = { counties, from: ago(90), before, limit: 1000, offset: 0 }
  const asks: readonly (readonly [string, PublicAsk])[] = [
    ['the newest thousand', usual], ['the newest hundred', { ...usual, limit: 100 }],
    ['updated within an hour', { ...usual, updatedFrom: ago(1 / 24) }], ['updated within a day', { ...usual, updatedFrom: ago(1) }], ['updated within 30 days', { ...usual, updatedFrom: ago(30) }],
    ['updated within an hour, one county', { ...usual, counties: counties.slice(0, 1), updatedFrom: ago(1 / 24) }], ['updated within a day, closed', { ...usual, updatedFrom: ago(1), open: false }],
  ]
  const database = openAt(name, 1)
  const rows: string[][] = []
  const reads: Read[] = []
  try {
    for (const [label, ask] of asks) {
      const read: Read = { name: label, file: '', actor: system, run: tx => publicRequests(tx, ask) }
      reads.push(read)
      const found = await database.scoped(system, tx => publicRequests(tx, ask))
      const taken = await warm(database, read, options.whole('repeat'))
      rows.push([label, String(found.length), ms(taken.median), ms(taken.p95)])
      say(`${label}: ${found.length}, ${taken.median.toFixed(1)} ms`)
    }
  } finally {
    await database.close()
  }
  const [, , hour] = reads
  await keep(`open311-${matters}.md`, [
    `# Open311 lists over ${matters.toLocaleString('en-US')} matters`, await machine(),
    `Database ${made}. Milliseconds from \`begin\` to \`commit\` through one session, warm, ${options.whole('repeat')} calls: all counties and the 90 days the standard allows, unless said otherwise; at most a thousand rows.`,
    table(['asked for', 'rows', 'median', '95 %'], rows), '',
  ].join('\n\n'))
  if (hour) await keep(`plans/open311-updated-${matters}.md`, await explained(name, hour))
}

export const open311: Bench = {
  about: 'Open311’s lists of requests, by when they were updated',
  options: {
    matters: { preset: '100000', about: 'how many matters: the database of `queue` is used, or made' },
    rebuild: { preset: 'off', about: 'make the database anew' }, 'as-is': { preset: 'off', about: 'measure a database made by an older version as it stands' },
    repeat: { preset: '30', about: 'warm calls of each' },
  },
  run,
}

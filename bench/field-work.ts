import { legalDay } from '../kernel/calendar.ts'
import { postKinds, system, type Actor } from '../kernel/post.ts'
import { rangeOf } from '../kernel/region.ts'
import { gridWorkersIn } from '../registers/grid-workers.ts'
import { sizesIn, villageSizesIn } from '../registers/grids/households.ts'
import { householdsIn } from '../registers/households/read.ts'
import { ownWeek } from '../registers/own-week.ts'
import { subsidyBasis } from '../registers/subsidies.ts'
import { asAdmin } from './parts/admin.ts'
import { baseName, ensureBase, openAt } from './parts/base.ts'
import type { Bench } from './parts/bench.ts'
import { machine } from './parts/machine.ts'
import { table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import type { Read } from './parts/reads.ts'
import { keep } from './parts/results.ts'
import { CannotMeasure, say } from './parts/say.ts'
import { ms } from './parts/stats.ts'
import { warm } from './parts/timing.ts'

type Busiest = { readonly account: string; readonly post: string; readonly region: string; readonly n: number; readonly at: Date }

/** The grid worker with the most steps, and when the last step of all was taken. */
const busiest = (name: string): Promise<Busiest> => asAdmin(name, async client => {
  const [row] = (await client.query<Busiest>(
    `select p.account, p.id as post, p.region, e.n::int as n, (select max(at) from entry) as at
     from (select actor ->> 'account' as account, count(*) as n from entry where actor ->> 'kind' = 'gridWorker' group by 1 order by 2 desc limit 1) e join post p on p.account = e.account::uuid and p.kind = 'gridWorker'`)).rows
  if (!row) throw new CannotMeasure('没有网格员的记录  no steps of grid workers in the database')
  return row
})

const run = async (options: Options): Promise<void> => {
  const matters = options.whole('matters')
  const name = baseName(matters)
  const made = await ensureBase(matters, { rebuild: options.on('rebuild'), asIs: options.on('as-is') })
  const { account, post, region, n, at } = await busiest(name)
  const worker: Actor = { account, post, kind: 'gridWorker', region, office: `${region}/committee`, clearance: postKinds.gridWorker.clearance }
  const [county, township] = [region.slice(0, 6), region.slice(0, 9)]
  const month = legalDay(at).slice(0, 7)
  const read = (label: string, actor: Actor, work: Read['run']): Read => ({ file: '', name: label, actor, run: work })
  const reads: readonly Read[] = [
    read('one’s own week', worker, tx => ownWeek(tx, { account, county, region, at })),
    read('what a month’s subsidy is computed from', worker, tx => subsidyBasis(tx, { county, region, account, month })),
    read('grid workers of a township', system, tx => gridWorkersIn(tx, { county, region: township, at, soon: at })),
    read('grid workers of a county', system, tx => gridWorkersIn(tx, { county, region: county, at, soon: at })),
    read('households of a county by village', system, tx => villageSizesIn(tx, county, rangeOf(county))),
    read('households of a county by grid', system, tx => sizesIn(tx, county, rangeOf(county), legalDay(at))),
    read('households of a village', worker, tx => householdsIn(tx, region, legalDay(at))),
  ]
  const database = openAt(name, 1)
  const lines: (readonly string[])[] = []
  try {
    for (const one of reads) {
      const { median, p95, rows } = await warm(database, one, options.whole('repeat'))
      lines.push([one.name, ms(median), ms(p95), String(rows ?? '')])
      say(`${one.name}: ${median.toFixed(1)} ms`)
    }
  } finally {
    await database.close()
  }
  await keep(`field-work-${matters}.md`, [
    `# Field work over ${matters.toLocaleString('en-US')} matters`, await machine(),
    `Database ${made}. The busiest grid worker took ${n.toLocaleString('en-US')} steps. Milliseconds from \`begin\` to \`commit\` through one session as \`shanzhi_app\`, warm, ${options.whole('repeat')} calls.`,
    table(['read', 'median ms', '95th ms', 'rows'], lines),
  ].join('\n\n'))
}

export const fieldWork: Bench = {
  about: 'a worker’s own week, the basis of a month’s subsidy, where grid workers are wanting, and the households of a village',
  options: {
    matters: { preset: '100000', about: 'how many matters: the database of `queue` is used, or made' },
    rebuild: { preset: 'off', about: 'make the database anew' },
    'as-is': { preset: 'off', about: 'measure a database made by an older version as it stands' },
    repeat: { preset: '200', about: 'warm calls of each read' },
  },
  run,
}

import { system } from '../kernel/post.ts'
import { loadByCommunity, loadByMonth } from '../registers/burden/communities.ts'
import { loadByIssuer, refusedByCommunity, refusedByOffice } from '../registers/burden/issuers.ts'
import { plannedIn, tasksIn } from '../registers/burden/lists.ts'
import { daysOf, monthsTo } from '../registers/burden/months.ts'
import { databaseOver } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { serverPool } from '../store/server-pool.ts'
import { asAdmin, create, drop, urlOf } from './parts/admin.ts'
import type { Bench } from './parts/bench.ts'
import { machine } from './parts/machine.ts'
import { table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import type { Read } from './parts/reads.ts'
import { keep } from './parts/results.ts'
import { say } from './parts/say.ts'
import { ms } from './parts/stats.ts'
import { warm } from './parts/timing.ts'

const county = '630202'
/** The legal day on which all of it is read. */
const today = '2026-06-08'

/** So many tasks of one county over four years, given to 360 communities by forty offices; a hundredth as many refused attempts. A second county as large lies beside it. */
const fill = (name: string, rows: number): Promise<void> => asAdmin(name, async client => {
  for (const owner of [county, '630203']) {
    await client.query(
      `insert into given_work (county, matter, number, community, township, issuer, source, item, kind, form, title, since, until, minutes, fields, promised, delivered, state, open)
       select $1, gen_random_uuid(), 'bench-' || n, community, left(community, 9), $1 || '/office' || chr(97 + n % 26) || chr(97 + n % 2), md5(($1 || n / 20))::uuid, 'zz-01', (array['assist', 'assist', 'entrust', 'emergency', 'outside'])[1 + n % 5],
         case when n % 3 = 0 then 'form' else 'task' end, '测量任务', since, since + (n * 7) % 60, (n * 13) % 600, n % 9, n % 3, n % 2, case when n % 17 = 0 then 'declined' else 'doing' end, n % 4 = 0
       from (select n, $1 || lpad((1 + n % 20)::text, 3, '0') || lpad((1 + (n / 20) % 18)::text, 3, '0') as community, date '2023-01-01' + (n::bigint * 7919 % 1300)::int as since from generate_series(1, $2::int) n) s`, [owner, rows])
    await client.query(
      `insert into refused_attempt (county, act, at, office, code, step, communities)
       select $1, 'bench-' || n, timestamptz '2026-06-08 10:00+08' - (n * 7919 % 1300) * interval '1 day', $1 || '/office' || chr(97 + n % 26) || chr(97 + n % 2), (array['not-listed', 'no-conditions', 'own-duty'])[1 + n % 3], 'propose',
         array(select $1 || lpad((1 + (n + k) % 20)::text, 3, '0') || '001' from generate_series(1, 1 + n % 12) k) from generate_series(1, $2::int) n`, [owner, Math.ceil(rows / 100)])
  }
  await client.query('vacuum analyze given_work')
  await client.query('vacuum analyze refused_attempt')
})

const run = async (options: Options): Promise<void> => {
  const rows = options.whole('rows')
  const name = `shanzhi_bench_burden_${rows}`
  await drop(name)
  await create(name)
  const owner = serverPool(urlOf(name), 1)
  const app = serverPool(urlOf(name, 'shanzhi_app'), 1)
  const database = databaseOver('server', app, () => Promise.resolve(owner))
  const lines: (readonly string[])[] = []
  try {
    await database.owner(migrate)
    await fill(name, rows)
    const span = (months: number): readonly [string, string] => [daysOf(monthsTo(today, months)[0] ?? '')[0], daysOf(today.slice(0, 7))[1]]
    const at = (months: number): readonly [Date, Date] => { const [from, before] = span(months); return [new Date(`${from}T00:00:00+08:00`), new Date(`${before}T00:00:00+08:00`)] }
    const area = { region: county, counties: [county] }
    const township = { region: `${county}001`, counties: [county] }
    const village = { region: `${county}001001`, counties: [county] }
    const read = (label: string, work: Read['run']): Read => ({ file: '', name: label, actor: system, run: work })
    const reads: readonly Read[] = [
      ...[3, 12, 24].map(months => read(`communities of the county, ${months} months`, tx => loadByCommunity(tx, area, span(months), today))),
      ...[3, 12, 24].map(months => read(`the county by month and community, ${months} months`, tx => loadByMonth(tx, area, monthsTo(today, months)))),
      read('issuers of the county, 12 months', tx => loadByIssuer(tx, area, span(12), today)),
      read('refused by office, 12 months', tx => refusedByOffice(tx, area, ...at(12))),
      read('refused by community, 12 months', tx => refusedByCommunity(tx, area, ...at(12))),
      read('tasks of the county, first page of 50', tx => tasksIn(tx, area, span(3), today, {}, undefined, 51)),
      read('calendar of the county, one month', tx => plannedIn(tx, area, daysOf('2026-06'), 601)),
      read('communities of a township, 3 months', tx => loadByCommunity(tx, township, span(3), today)),
      read('one community by month, 12 months', tx => loadByMonth(tx, village, monthsTo(today, 12))),
    ]
    for (const one of reads) {
      const { median, p95, rows: found } = await warm(database, one, options.whole('repeat'))
      lines.push([one.name, ms(median), ms(p95), String(found ?? '')])
      say(`${one.name}: ${median.toFixed(1)} ms`)
    }
  } finally {
    await Promise.all([app.close(), owner.close()])
    await drop(name)
  }
  await keep(`burden-${rows}.md`, [
    `# The burden of a county with ${rows.toLocaleString('en-US')} tasks`, await machine(),
    `Four years of tasks given to 360 communities by 52 offices, a hundredth as many refused attempts, and a second county of the same size beside it. Milliseconds from \`begin\` to \`commit\` through one session as \`shanzhi_app\`, warm, ${options.whole('repeat')} calls.`,
    table(['read', 'median ms', '95th ms', 'rows'], lines),
  ].join('\n\n'))
}

export const burden: Bench = {
  about: 'what communities of a county are given: sums by community, month and issuer, refused attempts, lists and the calendar',
  options: { rows: { preset: '100000', about: 'tasks of the county' }, repeat: { preset: '40', about: 'warm calls of each read' } },
  run,
}

import { makeHouse } from '../server/assemble.ts'
import { serverPool } from '../store/server-pool.ts'
import { databaseOver } from '../store/database.ts'
import { list } from '../store/read/list.ts'
import { readMatter } from '../store/read/matter.ts'
import { keysFrom } from '../store/seal.ts'
import { baseName, ensureBase, openAt } from './parts/base.ts'
import type { Bench } from './parts/bench.ts'
import { urlOf } from './parts/admin.ts'
import { machine } from './parts/machine.ts'
import { table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import type { Read } from './parts/reads.ts'
import { keep } from './parts/results.ts'
import { findSample } from './parts/sample.ts'
import { say } from './parts/say.ts'
import { median, ms, ratio } from './parts/stats.ts'
import { warm } from './parts/timing.ts'
import { ungraded } from './parts/ungraded.ts'
import { secret } from './parts/world.ts'

/** Turns taken between the two, so that what drifts on the machine drifts for both. */
const turns = 9

const run = async (options: Options): Promise<void> => {
  const matters = options.whole('matters')
  const name = baseName(matters)
  const made = await ensureBase(matters, { rebuild: options.on('rebuild'), asIs: options.on('as-is') })
  const sample = await findSample(name)
  const graded = openAt(name, 1)
  const free = serverPool(urlOf(name), 1)
  const without = databaseOver('server', free, () => Promise.resolve(free))
  const rows: { name: string; graded: number; without: number }[] = []
  try {
    const { house } = await makeHouse(graded, keysFrom(secret))
    const { dispatcher } = sample
    const plain = ungraded(house, sample)
    const pairs: readonly (readonly [Read, Read])[] = [
      [{ ...plain.queue, run: tx => list(tx, dispatcher, { scope: 'region', counties: [dispatcher.region.slice(0, 6)], limit: 20 }) }, plain.queue],
      [{ ...plain.matter, run: tx => readMatter(tx, house, dispatcher, sample.matter) }, plain.matter],
    ]
    for (const [one, other] of pairs) {
      const times: { graded: number[]; without: number[] } = { graded: [], without: [] }
      for (let turn = 0; turn < turns; turn += 1) {
        times.graded.push((await warm(graded, one, options.whole('repeat'))).median)
        times.without.push((await warm(without, other, options.whole('repeat'))).median)
      }
      rows.push({ name: one.name, graded: median(times.graded), without: median(times.without) })
      say(`${one.name}: ${rows.at(-1)?.graded.toFixed(2)} / ${rows.at(-1)?.without.toFixed(2)} ms`)
    }
  } finally {
    await Promise.all([graded.close(), without.close()])
  }
  await keep(`access-${matters}.md`, [
    `# What grading costs, over ${matters.toLocaleString('en-US')} matters`,
    await machine(),
    `Database ${made}. Milliseconds from \`begin\` to \`commit\` through one session, warm; ${turns} turns of ${options.whole('repeat')} calls each, taken in alternation, median of the turns’ medians. With: the application’s own read as \`shanzhi_app\` – policies, what is internal from its own row, values by what the post is given, the reading entered in the log. Without: the same page as a role that no policy binds, all values opened, nothing logged (\`bench/parts/ungraded.ts\`).`,
    table(['page', 'with', 'without', 'ratio'], rows.map(row => [row.name, ms(row.graded), ms(row.without), ratio(row.graded / row.without)])),
  ].join('\n\n'))
}

export const access: Bench = {
  about: 'a queue page and a matter page with and without row-level security, grading and the log of readings',
  options: {
    matters: { preset: '100000', about: 'how many matters: the database of `queue` is used, or made' },
    rebuild: { preset: 'off', about: 'make the database anew' },
    'as-is': { preset: 'off', about: 'measure a database made by an older version as it stands' },
    repeat: { preset: '200', about: 'warm calls in each turn' },
  },
  run,
}

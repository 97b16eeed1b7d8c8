import { create, drop } from './parts/admin.ts'
import { baseName, ensureBase } from './parts/base.ts'
import type { Bench } from './parts/bench.ts'
import { startGenerator } from './parts/generator.ts'
import { lifeReport, type LifeRow } from './parts/life-report.ts'
import type { Run } from './parts/load.ts'
import { machine } from './parts/machine.ts'
import type { Options } from './parts/options.ts'
import { record } from './parts/record.ts'
import { keep } from './parts/results.ts'
import { say } from './parts/say.ts'
import { makeScripts } from './parts/script.ts'
import { serveOn } from './parts/serving.ts'
import { signIn } from './parts/sessions.ts'
import { benchCity, castsOf } from './parts/world.ts'

const scriptCount = 4000
const recordedCount = 300

const run = async (options: Options): Promise<void> => {
  const matters = options.whole('matters')
  await ensureBase(matters, { rebuild: false, asIs: options.on('as-is') })
  const name = 'shanzhi_bench_life'
  await drop(name)
  await create(name, baseName(matters))
  const scripts = makeScripts(castsOf(benchCity()), scriptCount)
  const recorded = await record(name, scripts.slice(0, recordedCount))
  const cookies = await signIn(name, scripts)
  const on = await machine()
  const server = await serveOn(name)
  const generator = await startGenerator({ database: name, port: server.port, scripts, cookies: [...cookies], recorded })
  const rows: LifeRow[] = []
  try {
    const ways = options.text('ways').split(',') as Run['way'][]
    for (let round = 1; round <= options.whole('rounds'); round += 1) {
      for (const clients of options.wholes('clients')) {
        for (const way of ways) {
          const figures = await generator.run({ way, clients, seconds: options.whole('seconds'), server: server.pid })
          rows.push({ round, way, clients, figures, rss: server.size() })
          const all = Object.values(figures.steps).flat()
          say(`${way} ${clients}: ${Math.round(all.length / figures.seconds)} /s, cores ${Object.entries(figures.cores).map(([who, n]) => `${who} ${n.toFixed(2)}`).join(' ')}, server ${Math.round(server.size().now / 1_048_576)} MiB`)
        }
      }
    }
  } finally {
    generator.end()
    await server.stop()
  }
  if (!options.on('keep')) await drop(name)
  await keep('life.md', lifeReport({ on, matters, recorded, rows, seconds: options.whole('seconds'), rounds: options.whole('rounds') }))
}

export const life: Bench = {
  about: 'whole lives of a request over HTTP, beside the same statements without it',
  options: {
    seconds: { preset: '10', about: 'seconds counted of each run' },
    clients: { preset: '1,8,32', about: 'clients at once' },
    rounds: { preset: '3', about: 'rounds, of which the medians count' },
    ways: { preset: 'http,act,replay,pages', about: 'http: the server; act: the store without HTTP; replay: the bare statements; pages: a dispatcher’s first page over HTTP' },
    matters: { preset: '100000', about: 'matters that stand in the database before' },
    'as-is': { preset: 'off', about: 'on a database made by an older version' },
    keep: { preset: 'off', about: 'leave the database for a look afterwards' },
  },
  run,
}

// `npm run bench NAME`, by the names below: figures and ratios, written to bench/results/.
import { help, type Bench } from './parts/bench.ts'
import { readOptions } from './parts/options.ts'
import { CannotMeasure } from './parts/say.ts'

const benches: { readonly [name: string]: () => Promise<Bench> } = {
  queue: async () => (await import('./queue.ts')).queue,
  life: async () => (await import('./life.ts')).life,
  access: async () => (await import('./access.ts')).access,
  burden: async () => (await import('./burden.ts')).burden,
  lists: async () => (await import('./lists.ts')).lists,
  grids: async () => (await import('./grids.ts')).grids,
  'field-work': async () => (await import('./field-work.ts')).fieldWork,
  'grids-import': async () => (await import('./grids-import.ts')).gridsImport,
  open311: async () => (await import('./open311.ts')).open311,
  delivery: async () => (await import('./delivery.ts')).delivery,
  phones: async () => (await import('./phones.ts')).phones,
  disputes: async () => (await import('./disputes.ts')).disputes,
  points: async () => (await import('./points.ts')).points,
  start: async () => (await import('./start.ts')).start,
}

const [name = '', ...args] = process.argv.slice(2)
const load = benches[name]
if (!load) {
  console.error(`用法 Usage: npm run bench -- ${Object.keys(benches).join(' | ')} [--help]`)
  process.exit(1)
}
try {
  const bench = await load()
  if (args.includes('--help')) console.log(help(name, bench))
  else await bench.run(readOptions(args, bench.options))
} catch (error) {
  if (!(error instanceof CannotMeasure)) throw error
  console.error(`善治 › ${error.message}`)
  process.exitCode = 1
}

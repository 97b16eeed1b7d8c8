import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench } from './parts/bench.ts'
import { largestOf } from './parts/cpu.ts'
import { here, loads, neighbours } from './parts/machine.ts'
import { list, table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { keep } from './parts/results.ts'
import { CannotMeasure, say } from './parts/say.ts'
import { freePort, untilAnswers } from './parts/serving.ts'
import { median, mib } from './parts/stats.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Seconds from `npm start` to the first page, and the server's memory then, bytes. */
type Start = { readonly seconds: number; readonly memory: number }

const startOn = async (folder: string): Promise<Start> => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, DATABASE_URL: undefined, DEMO: undefined, SECRET: undefined, LOG_LEVEL: 'info', NODE_COMPILE_CACHE: undefined },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => { said += part.toString() })
  try {
    const taken = await untilAnswers(`http://127.0.0.1:${port}/`, began, 300_000, () => child.exitCode === null).catch((error: unknown) => {
      throw new CannotMeasure(`${error instanceof Error ? error.message : ''}\n${said.split('\n').slice(-8).join('\n')}`)
    })
    return { seconds: taken / 1000, memory: largestOf(child.pid ?? 0) }
  } finally {
    const gone = new Promise(resolve => child.once('exit', resolve))
    // The whole group: npm, its shell, the launcher and the server.
    process.kill(-(child.pid ?? 0), 'SIGTERM')
    await gone
  }
}

const cells = (name: string, starts: readonly Start[]): readonly string[] => {
  const seconds = starts.map(one => one.seconds)
  return [name, String(starts.length), median(seconds).toFixed(1), Math.max(...seconds).toFixed(1), mib(median(starts.map(one => one.memory)))]
}

const run = async (options: Options): Promise<void> => {
  const before = [here(), `Node ${process.version}; before measuring: load ${loads()}; others at work: ${neighbours()}`]
  const [firsts, seconds]: readonly [Start[], Start[]] = [[], []]
  for (let i = 0; i < options.whole('firsts'); i += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'shanzhi-bench-start-'))
    try {
      const first = await startOn(folder)
      firsts.push(first)
      say(`first start ${first.seconds.toFixed(1)} s`)
      for (let j = 0; j < options.whole('seconds'); j += 1) {
        const second = await startOn(folder)
        seconds.push(second)
        say(`second start ${second.seconds.toFixed(1)} s`)
      }
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
    }
  }
  await keep('start.md', [
    '# From `npm start` to the first page', list(before),
    'On an installed checkout with its pages built, embedded database. The first start makes the demo city: 1,500 and some matters of ninety days, loaded in bulk and verified. Memory is the server’s as the first page is answered.',
    table(['start', 'times', 'median s', 'slowest s', 'memory MiB'], [cells('first, makes the demo city', firsts), cells('second', seconds)]),
  ].join('\n\n'))
}

export const start: Bench = {
  about: '`npm start` on an installed checkout to the first page: the first start, which makes the demo city, and the second',
  options: {
    firsts: { preset: '2', about: 'how many first starts, each on an empty folder' },
    seconds: { preset: '3', about: 'how many second starts after each' },
  },
  run,
}

import path from 'node:path'
import { ensureInstalled } from './install.mjs'
import { ensureNode24 } from './node24.mjs'
import { ensureWeb } from './web.mjs'
import { run } from './run.mjs'
import { root, Stop, say } from './say.mjs'

// A small young generation, and old memory cleared before it has doubled: the server then stays near 230 MiB under load and not
// 430, at no cost in speed that stands out of the noise.
const small = ['--max-semi-space-size=4', '--heap-growing-percent=100']

/** Each command: the programs to run in turn, as arguments of Node 24; the first that fails ends it. */
const commands = {
  start: { web: true, runs: args => [[...small, 'bin/shanzhi.ts', 'serve', ...args]] },
  test: { runs: args => [['bin/test.ts', ...args]] },
  types: { runs: () => ['.', 'web', 'test/browser'].map(project => [tool('typescript', 'bin/tsc'), '-p', project]) },
  lint: {
    runs: args => [
      [tool('eslint', 'bin/eslint.js'), '--max-warnings=0', ...(args.length > 0 ? args : ['.'])],
      [tool('dependency-cruiser', 'bin/dependency-cruiser.mjs'), '--config=layers.config.js', '.'],
    ],
  },
  bench: { web: true, runs: args => [['bench/run.ts', ...args]] },
  shanzhi: { runs: args => [[...small, 'bin/shanzhi.ts', ...args]] },
  build: { web: true, runs: () => [] },
  install: { runs: () => [] },
}

const tool = (name, file) => `node_modules/${name}/${file}`

/** Runs one command and answers its exit code. */
export const boot = async (name, args) => {
  try {
    const command = commands[name]
    if (!command) throw new Stop(`用法：node bin/boot.mjs ${Object.keys(commands).join(' | ')}`, 'One of these commands is needed.')
    await ensureInstalled()
    const node = await ensureNode24()
    if (command.web) await ensureWeb(node)
    // Types are stripped and code is compiled once: a third less time to load the server, and the tests load the same code many times.
    process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/compiled')
    // Threads of the runtime share two heaps of the C library: some thirty MiB less at the same speed (glibc alone reads it).
    process.env.MALLOC_ARENA_MAX ??= '2'
    for (const runArgs of command.runs(args)) {
      const code = await run(node, runArgs)
      if (code !== 0) return code
    }
    return 0
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.zh, error.en)
    return 1
  }
}

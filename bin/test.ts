// The whole suite this machine can run: `npm test`, or part of it: `npm test -- --only=pglite,browser store/`.
// TEST_ONLY does the same as --only. Each pass tells the tests its database by TEST_DATABASE: `pglite` or an admin URL.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './test/chromium.ts'
import { pagesAndCity } from './test/city.ts'
import { diedOnly } from './test/died.ts'
import { testFiles } from './test/files.ts'
import { emptyDatabase } from './test/image.ts'
import { asksDatabase } from './test/reach.ts'
import { findServer } from './test/server.ts'
import { readWish } from './test/wish.ts'
import type { Found, Pass } from './test/pass.ts'

const passes: readonly Pass[] = [
  {
    name: 'pglite',
    zh: '内嵌数据库 PGlite，上海时间',
    en: 'embedded database PGlite, Shanghai time',
    files: path => !path.startsWith('test/browser/'),
    needs: () => Promise.resolve({ env: { TEST_DATABASE: 'pglite' } }),
    makes: emptyDatabase,
  },
  {
    name: 'pure',
    zh: '纯规则，纽约时间',
    en: 'pure rules, New York time',
    files: path => /^(regulation|kernel|procedures)\//.test(path),
    needs: () => Promise.resolve({ env: { TEST_DATABASE: 'pglite', TZ: 'America/New_York' } }),
  },
  {
    name: 'server',
    zh: 'PostgreSQL 服务器，上海时间',
    en: 'PostgreSQL server, Shanghai time',
    // The others know no database, or make an embedded one themselves, and have run above.
    files: path => !/^(?:bin|kernel|regulation|web|test\/browser)\//.test(path) && asksDatabase(path),
    needs: findServer,
  },
  {
    name: 'browser',
    zh: '真实浏览器',
    en: 'a real browser',
    files: path => path.startsWith('test/browser/'),
    needs: findChromium,
    makes: pagesAndCity,
    // A browser, a server and its database fill two cores by themselves.
    oneAtATime: true,
  },
]

const runFiles = (files: readonly string[], pass: Pass, found: Found, flags: readonly string[], deaths: string): Promise<boolean> => {
  // Each file may hold a PGlite of several hundred MB: no more files at once than four, however many cores there are.
  const concurrency = pass.oneAtATime ? 1 : Math.min(availableParallelism(), 4)
  const args = ['--test', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=./bin/test/died.ts', `--test-reporter-destination=${deaths}`, `--test-concurrency=${concurrency}`, '--test-timeout=600000', ...flags, ...files]
  // Tests know their database by TEST_DATABASE alone, so that none opens a real one by mistake.
  const env = { ...process.env, DATABASE_URL: undefined, TZ: 'Asia/Shanghai', NODE_ENV: 'test', ...found.env }
  const child = spawn(process.execPath, args, { env, stdio: 'inherit', signal: ended.signal })
  return new Promise(resolve => {
    child.on('error', () => resolve(false))
    child.on('close', code => resolve(code === 0))
  })
}

/** Runs the files; those whose runtime died, and nothing else having failed, once more. */
const nodeTest = async (files: readonly string[], pass: Pass, machine: Found, flags: readonly string[]): Promise<boolean> => {
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-test-'))
  try {
    const deaths = join(folder, 'deaths')
    const made = pass.makes ? await pass.makes(folder) : {}
    if (made === undefined) return false
    const found = { ...machine, env: { ...machine.env, ...made } }
    if (await runFiles(files, pass, found, flags, deaths)) return true
    const died = diedOnly(await readFile(deaths, 'utf8'))
    if (died.length === 0) return false
    console.log(`善治 › 运行环境自身崩溃，重跑一次 The runtime itself died (nodejs/node#64500), once more: ${died.join(' ')}`)
    return await runFiles(died, pass, found, flags, deaths)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const ended = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => ended.abort())

const wish = readWish(process.argv.slice(2), process.env['TEST_ONLY'], passes.map(pass => pass.name))
const summary: string[] = []
let failed = false

for (const pass of passes) {
  if (ended.signal.aborted) break
  const label = `${pass.zh} · ${pass.en}`
  if (!wish.asks(pass.name)) {
    summary.push(`– ${label}：这次没有要求跑 · not asked for this time`)
    continue
  }
  const files = testFiles().filter(path => pass.files(path) && wish.covers(path))
  const found = files.length === 0 ? { zh: '没有测试文件', en: 'no test files' } : await pass.needs()
  if (!('env' in found)) {
    failed ||= wish.named(pass.name)
    summary.push(`${wish.named(pass.name) ? '✖' : '–'} ${label}：没有跑，${found.zh} · left out: ${found.en}`)
    continue
  }
  console.log(`\n善治 › 测试 Testing: ${label}${found.at ? ` (${found.at})` : ''}`)
  const started = Date.now()
  const passed = await nodeTest(files, pass, found, wish.flags)
  failed ||= !passed
  summary.push(`${passed ? '✔' : '✖'} ${label}：${files.length} 个文件 files, ${Math.round((Date.now() - started) / 1000)} s`)
}

console.log(['', '善治 › 测试小结 Summary', ...summary].join('\n'))
process.exitCode = failed ? 1 : 0

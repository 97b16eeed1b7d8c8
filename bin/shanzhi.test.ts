import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./shanzhi.ts', import.meta.url))
let folder: string
before(async () => { folder = await mkdtemp(join(tmpdir(), 'shanzhi-bin-')) })
after(() => rm(folder, { recursive: true, force: true }))

type Ran = { readonly code: number | null; readonly out: string; readonly err: string }

const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data'), ...environment } })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part: Buffer) => { said.out += part.toString() })
  child.stderr.on('data', (part: Buffer) => { said.err += part.toString() })
  return { child, said, done: new Promise<Ran>(resolve => child.once('close', code => { resolve({ code, ...said }) })) }
}
const run = (args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ran> => start(args, environment).done

test('without a command, or with an unknown one, it tells in both languages what there is', async () => {
  const [bare, unknown] = await Promise.all([run([]), run(['dance'])])
  assert.deepEqual([bare.code, unknown.code], [0, 2])
  for (const command of ['serve', 'migrate', 'demo', 'import regions FILE', 'regulation import FILE', 'verify', 'export', 'restore', 'settings']) assert.ok(bare.out.includes(command), command)
  assert.match(bare.out, /启动服务/)
  assert.match(bare.out, /verify every chain/)
})

test('wrong settings are named in both languages and end with 2', async () => {
  const { code, err } = await run(['serve'], { PORT: 'eighty', DATABASE_URL: 'mysql://x' })
  assert.equal(code, 2)
  assert.match(err, /PORT：须为 0 至 65535 的整数 · must be a whole number/)
  assert.match(err, /DATABASE_URL/)
  assert.doesNotMatch(err, /\bat .*\.ts:/)
})

test('settings are listed; a secret’s value never', async () => {
  const { code, out } = await run(['settings'], { SECRET: 'not to be shown to anybody at all, ever' })
  assert.equal(code, 0)
  assert.match(out, /CLOCK_SECONDS = 5/)
  assert.doesNotMatch(out, /not to be shown/)
})

test('an unknown option or a missing file is refused before anything is opened', async () => {
  const answers = await Promise.all([run(['demo', '--sed', '1']), run(['import', 'regions']), run(['demo', '--county', 'ledu']), run(['regulation', 'import', join(folder, 'none.txt')])])
  assert.deepEqual(answers.map(answer => answer.code), [2, 2, 2, 1])
})

test('a text that parts from our articles is not imported, and says where', async () => {
  const file = join(folder, 'text.txt')
  await writeFile(file, '海东市基层社会治理促进条例\n第一章 总则\n第一条 为了促进。\n第三条 跳号。\n')
  const { code, out } = await run(['regulation', 'import', file, '--dry-run'])
  assert.equal(code, 1)
  assert.match(out, /text\.txt:4:1/)
})

test('it serves on the embedded database, a second on the same folder is kept out, and a signal ends it in peace', async () => {
  const { child, said, done } = start(['serve'], { PORT: '0', HOST: '127.0.0.1', DEMO: 'off', LOG_LEVEL: 'silent' })
  const deadline = Date.now() + 60_000
  while (!said.err.includes('http://127.0.0.1:') && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 100))
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said.err)?.[0] ?? ''
  assert.notEqual(url, '', said.err)
  assert.equal((await fetch(`${url}/readyz`)).status, 200)
  assert.equal((await fetch(`${url}/api/demo/people`)).status, 404)
  assert.equal((await fetch(`${url}/api/me`)).status, 401)
  const second = await run(['serve'], { PORT: '0' })
  assert.equal(second.code, 1)
  assert.match(second.err, /正被另一进程使用/)
  child.kill('SIGTERM')
  assert.equal((await done).code, 0)
})

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bareEnvironment, beginData, program, runHere, type Ran } from '../test/helpers/command.ts'

let folder: string
before(async () => { folder = await mkdtemp(join(tmpdir(), 'shanzhi-bin-')) })
after(() => rm(folder, { recursive: true, force: true }))

const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const child = spawn(process.execPath, [program, ...args], { env: { ...bareEnvironment, DATA_DIR: join(folder, 'data'), ...environment } })
  const said = { out: '', err: '' }
  child.stdout.on('data', (part: Buffer) => { said.out += part.toString() })
  child.stderr.on('data', (part: Buffer) => { said.err += part.toString() })
  return { child, said, done: new Promise<Ran>(resolve => child.once('close', code => { resolve({ code, ...said }) })) }
}
const run = (args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ran> => start(args, environment).done

const here = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  runHere(args, { DATA_DIR: join(folder, 'data'), ...environment })

test('without a command, or with an unknown one, it tells in both languages what there is', async () => {
  const [bare, unknown] = await Promise.all([run([]), run(['dance'])])
  assert.deepEqual([bare.code, unknown.code], [0, 2])
  for (const command of ['serve', 'migrate', 'demo', 'import regions FILE', 'regulation import FILE', 'verify', 'link', 'unlink', 'factor reset', 'export', 'restore', 'keys', 'reseal', 'settings']) assert.ok(bare.out.includes(command), command)
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

test('every argument is judged before anything is opened, and refused in both languages with how the command is written', async () => {
  const list = join(folder, 'regions.csv')
  await writeFile(list, 'code,level,parent,name\n6302,city,,海东市\n')
  const bad: readonly (readonly [args: readonly string[], zh: RegExp, en: RegExp, usage: string])[] = [
    [['import', 'regions', list, '--since', '2026-99-99'], /真实日期.*2026-99-99/, /a day that exists.*2026-99-99/, 'import regions FILE'],
    [['import', 'regions', list, '--since', '2026-02-29'], /真实日期/, /a day that exists/, 'import regions FILE'],
    [['import', 'regions', list, '--since', '0000-01-01'], /真实日期/, /a day that exists/, 'import regions FILE'],
    [['import', 'regions', list, '--since', ''], /真实日期/, /a day that exists/, 'import regions FILE'],
    [['import', 'regions', list, '--take', 'all'], /只能是 none、sound.*all/, /none or sound.*all/, 'import regions FILE'],
    [['import', 'regions', list, 'another.csv'], /多余的参数.*another/, /too many.*another/, 'import regions FILE'],
    [['demo', '--county', ''], /六位区划代码/, /six digits/, 'demo'],
    [['demo', '--county', '630202,'], /六位区划代码/, /six digits/, 'demo'],
    [['demo', '--county', '630202', '--all'], /只能选一个/, /not both/, 'demo'],
    [['demo', '--seed', '-1'], /参数有误/, /Bad arguments/, 'demo'],
    [['demo', '--seed=1.5'], /整数/, /whole number/, 'demo'],
    [['demo', '--matters', '9999999'], /不大于 1000000/, /up to 1000000/, 'demo'],
    [['verify', '--county', 'ledu'], /区划代码/, /six digits/, 'verify'],
    [['verify', 'a', 'b'], /多余的参数/, /too many/, 'verify'],
    [['export', '--county', 'ledu'], /区划代码/, /six digits/, 'export'],
    [['keys', 'all'], /多余的参数/, /too many/, 'keys'],
    [['reseal', '2'], /多余的参数/, /too many/, 'reseal'],
    [['import'], /请指明文件/, /Name the file/, 'restore FILE'],
    [['serve', '8080'], /多余的参数/, /too many/, 'serve'],
    [['password', '--account', 'resident', '--name', 'x'], /账号编号/, /its id/, 'password'],
    [['link', 'handler'], /缺少参数/, /missing/, 'link ACCOUNT_OR_USERNAME SUBJECT'],
    [['unlink'], /缺少参数/, /missing/, 'unlink ACCOUNT_OR_USERNAME'],
    [['link', 'a', 'b', 'c'], /多余的参数/, /too many/, 'link'],
    [['factor', 'reset'], /缺少参数/, /missing/, 'factor reset ACCOUNT_OR_USERNAME'],
    [['restore'], /请指明文件/, /Name the file/, 'restore FILE'],
    [['export', 'a', 'b'], /多余的参数/, /too many/, 'export'],
  ]
  for (const [args, zh, en, usage] of bad) {
    const { code, err } = await here(args, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
    const told = `${args.join(' ')}: ${err}`
    assert.equal(code, 2, told)
    assert.match(err, zh, told)
    assert.match(err, en, told)
    assert.ok(err.includes(`用法：shanzhi ${usage}`) && err.includes(`Usage: shanzhi ${usage}`), told)
    assert.doesNotMatch(err, /\bat .*\.ts:|\bnode:internal/, told)
  }
})

test('an export is written to a new file only and put back whole; a folder, a file not there and one cut short are refused in words', async () => {
  const file = join(folder, 'export.jsonl')
  const list = join(folder, 'few.csv')
  await writeFile(list, 'code,level,parent,name\n6302,city,,海东市\n630202,county,6302,乐都区\n')
  for (const data of ['old', 'new', 'other']) await beginData(join(folder, data))
  assert.equal((await here(['import', 'regions', list, '--take', 'none'], { DATA_DIR: join(folder, 'old') })).code, 0)
  const asked = async (args: readonly string[], data: string) => {
    const { code, err } = await here(args, { DATA_DIR: join(folder, data), KEY_FILE: join(folder, 'old', 'secret') })
    assert.doesNotMatch(err, /\bat .*\.ts:|\bnode:internal/, err)
    return [code, err] as const
  }
  assert.equal((await asked(['export', file], 'old'))[0], 0)
  const again = await asked(['export', file], 'old')
  assert.deepEqual([again[0], /stands already/.test(again[1])], [1, true], again[1])
  const whole = await readFile(file, 'utf8')
  await writeFile(join(folder, 'short.jsonl'), whole.split('\n').slice(0, -2).join('\n'))
  for (const [name, why] of [['short.jsonl', /第 \d+ 行：导出文件在此中断[^]*breaks off here/], ['none.jsonl', /无法读取[^]*Can’t read/], ['', /无法读取[^]*Can’t read/]] as const) {
    const [code, err] = await asked(['restore', join(folder, name)], 'new')
    assert.equal(code, 1, err)
    assert.match(err, why)
  }
  assert.match((await here(['restore', file], { DATA_DIR: join(folder, 'other') })).err, /另一密钥[^]*another secret/)
  const [code, err] = await asked(['restore', file], 'new')
  assert.equal(code, 0, err)
  assert.match(err, /\d+ rows put in[^]*Verified/, 'what was put in is verified at once')
  assert.equal((await asked(['verify', file], 'nowhere'))[0], 0, 'an export is verified without a database')
  await writeFile(join(folder, 'changed.jsonl'), whole.replace('乐都区', '平安区'))
  const changed = await asked(['verify', join(folder, 'changed.jsonl')], 'nowhere')
  assert.deepEqual([changed[0], /the lines above are not those/.test((await here(['verify', join(folder, 'changed.jsonl')], { DATA_DIR: join(folder, 'nowhere'), KEY_FILE: join(folder, 'old', 'secret') })).out)], [1, true], changed[1])
  const nothing = await asked(['verify', '--county', '630202'], 'new')
  assert.deepEqual([nothing[0], /holds no matters/.test(nothing[1])], [1, true], 'a county without matters is not said to be sound')
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

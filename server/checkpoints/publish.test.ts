import assert from 'node:assert/strict'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { startClock } from '../clock.ts'
import { publish, Unlike } from './publish.ts'

let folder: string
let world: TestSite
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanzhi-points-'))
  world = await openTestSite()
})
after(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})

const put = (lines: readonly string[]) => publish(folder, '630202', () => Promise.resolve(lines))
const read = () => readFile(join(folder, '630202.jsonl'), 'utf8')

test('lines are added whole; what was published is never changed, and what is not the database’s is refused', async () => {
  assert.equal(await put([]), 0)
  assert.deepEqual(await readdir(folder), [])
  assert.equal(await put(['one', 'two']), 2)
  assert.equal(await put(['one', 'two']), 0)
  assert.equal(await put(['one', 'two', 'three']), 1)
  assert.equal(await read(), 'one\ntwo\nthree\n')
  const refused = (line: number) => (error: unknown) => error instanceof Unlike && error.line === line
  await assert.rejects(put(['one', 'zwei', 'three', 'four']), refused(2))
  await assert.rejects(put(['one', 'two']), refused(3), 'a database put back from an older backup')
  assert.equal(await read(), 'one\ntwo\nthree\n')
  await appendFile(join(folder, '630202.jsonl'), 'x')
  await assert.rejects(put(['one', 'two', 'three', 'four']), refused(4))
  await writeFile(join(folder, '630202.jsonl'), 'one\ntwo\n')
  assert.equal(await put(['one', 'two', 'three', 'four']), 2)
  assert.deepEqual(await readdir(folder), ['630202.jsonl'], 'nothing is left beside')
})

test('the clock writes the day’s checkpoint, publishes it, and anybody may keep it', async () => {
  const anybody = world.anybody()
  assert.equal((await anybody.get('/checkpoints/630202.jsonl')).status, 404)
  const resident = await world.as('resident')
  await resident.step('/api/request/report', { input: { text: '井盖破损有人差点掉下去', place: '630202001001' } })
  const logged: string[] = []
  const log = { error: (_: object, message: string) => { logged.push(message) }, info: (_: object, message: string) => { logged.push(message) } }
  const stop = startClock(world.site, 0.05, log)
  for (let i = 0; i < 100 && !logged.includes('checkpoint published'); i += 1) await sleep(50)
  await stop()
  const answer = await anybody.get('/checkpoints/630202.jsonl')
  assert.deepEqual([answer.status, answer.headers['content-type']], [200, 'application/jsonl; charset=utf-8'])
  const [line = '', rest] = answer.text.split('\n')
  assert.deepEqual([(JSON.parse(line) as { matters: number }).matters, rest], [1, ''])
  assert.ok(!/路灯|井盖/.test(answer.text))
  for (const other of ['630203.jsonl', '..%2f630202.jsonl', '63020.jsonl', '630202.json', '630202']) assert.equal((await anybody.get(`/checkpoints/${other}`)).status, 404, other)
})

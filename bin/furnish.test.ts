import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { system } from '../kernel/post.ts'
import { demoCity } from '../registers/demo/city.ts'
import { planHistory } from '../registers/demo/history.ts'
import { planLists } from '../registers/demo/lists.ts'
import { planTownships } from '../registers/demo/townships.ts'
import { demoIn, type DemoRecord } from '../server/demo.ts'
import type { Database } from '../store/database.ts'
import { bareEnvironment, beginData, program } from '../test/helpers/command.ts'
import { furnish } from './furnish.ts'
import { openPlace, type Place } from './place.ts'

const wish = { counties: ['630203'], seed: 4, matters: 250 }
const demoCommand = ['demo', '--county', '630203', '--seed', '4', '--matters', '250']

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shanzhi-furnish-'))
  for (const data of ['middle', 'early']) await beginData(join(folder, data))
})
after(() => rm(folder, { recursive: true, force: true }))

type Ran = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly err: string }

/** Runs a command; where `until` is given, kills it without warning as soon as it has said so. */
const run = (data: string, args: readonly string[], until?: RegExp): Promise<Ran> => {
  const child = spawn(process.execPath, [program, ...args], { env: { ...bareEnvironment, DATA_DIR: join(folder, data) }, stdio: ['ignore', 'ignore', 'pipe'] })
  let err = ''
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString()
    if (until?.test(err)) child.kill('SIGKILL')
  })
  return new Promise(resolve => child.once('close', (code, signal) => { resolve({ code, signal, err }) }))
}

/** What is said on stderr while `work` is done. */
const heard = async (t: { readonly mock: typeof test.mock }, work: () => Promise<unknown>): Promise<string> => {
  const lines: string[] = []
  const { mock } = t.mock.method(console, 'error', (line: string) => { lines.push(line) })
  try {
    await work()
  } finally {
    mock.restore()
  }
  return lines.join('\n')
}

const at = <T>(data: string, work: (place: Place) => Promise<T>, environment: Readonly<Record<string, string>> = {}): Promise<T> =>
  openPlace({ DATA_DIR: join(folder, data), ...environment }).then(place => work(place).finally(() => place.database.close()))

const planned = ({ made }: DemoRecord): readonly string[] => {
  const city = demoCity(wish)
  return [...planLists(city, made).flat(), ...planTownships(city, made).flat(), ...planHistory({ city, seed: wish.seed, now: made, count: wish.matters })].map(life => life.id).toSorted()
}

/** Of what was planned, what stands; what is played upon it has tests of its own. */
const standing = async (database: Database): Promise<{ readonly demo: DemoRecord | undefined; readonly ids: readonly string[] }> => {
  const demo = await demoIn(database)
  const rows = await database.scoped(system, tx => tx.query<{ id: string }>('select id from matter where id = any($1::uuid[]) order by id', [`{${demo ? planned(demo).join(',') : ''}}`]))
  return { demo, ids: rows.map(row => row.id) }
}

test('a demo city killed in the middle of its history is finished at the next start, and says so', async t => {
  const killed = await run('middle', demoCommand, /matters of the last ninety days: 1\d\d/)
  assert.equal(killed.signal, 'SIGKILL', killed.err)
  const half = await at('middle', ({ database }) => standing(database))
  assert.ok(half.demo && !half.demo.finished)
  assert.ok(half.ids.length > 0 && half.ids.length < planned(half.demo).length, `${half.ids.length} matters stand`)

  await t.test('another city is not begun over it, and the refusal names the command that finishes it', async () => {
    const other = await run('middle', ['demo', '--county', '630202', '--seed', '4'])
    assert.equal(other.code, 1)
    assert.match(other.err, /没有建完的演示城市[^]*shanzhi demo --county 630203 --seed 4[^]*unfinished/)
  })
  await t.test('outside demo mode it is left as it is, and said', async tt => {
    assert.match(await heard(tt, () => at('middle', furnish, { DEMO: 'off' })), /演示城市没有建完，请运行 shanzhi demo --county 630203 --seed 4[^]*unfinished/)
    assert.equal((await at('middle', ({ database }) => demoIn(database)))?.finished, false)
  })

  const said = await heard(t, () => at('middle', place => furnish(place, wish)))
  assert.match(said, /演示城市上次没有建完，现在补齐[^]*left unfinished; making the rest[^]*verifying/)
  const whole = await at('middle', ({ database }) => standing(database))
  assert.equal(whole.demo?.finished, true)
  assert.deepEqual(whole.ids, planned(whole.demo), 'the very city that was begun, each matter once')
  assert.ok(half.ids.every(id => whole.ids.includes(id)))
  assert.equal(await heard(t, () => at('middle', furnish)), '', 'at the start after that nothing is left to do')
})

test('killed before its people stand, it leaves an empty database, and the same command makes it anew', async () => {
  const killed = await run('early', demoCommand, /regions, \d+ offices/)
  assert.equal(killed.signal, 'SIGKILL', killed.err)
  const left = await at('early', ({ database }) => database.scoped(system, tx => tx.query('select code from region union all select id::text from account limit 1')))
  assert.deepEqual(left, [])
  const again = await run('early', demoCommand)
  assert.equal(again.code, 0, again.err)
  const demo = await at('early', ({ database }) => demoIn(database))
  assert.equal(demo?.finished, true)
})

test('what another version began can’t be finished; that is said, and the site is served as it stands', async t => {
  await at('middle', ({ database }) => database.scoped(system, tx => tx.query(`update demo set finished = null, people = jsonb_set(people, '{0,account}', '"another"')`)))
  assert.match(await heard(t, () => at('middle', furnish)), /另一版本[^]*begun by another version/)
  assert.equal((await at('middle', ({ database }) => demoIn(database)))?.finished, false)
})

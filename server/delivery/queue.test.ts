import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { fillWorld, idOf, people } from '../../test/helpers/world.ts'
import { waitAfter, waits } from './backoff.ts'
import { enqueue, forget, settle, sumsOf, take } from './queue.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
})
after(() => database.close())

const noon = new Date('2026-11-27T12:00:00+08:00')
const later = (seconds: number): Date => new Date(noon.getTime() + seconds * 1000)
const target = randomUUID()
const add = (n: number): Promise<void> => database.scoped(system, async tx => {
  for (let i = 0; i < n; i += 1) await enqueue(tx, { id: randomUUID(), kind: 'webhook', target, what: 'trial' }, noon)
})

test('several servers share the queue: each delivery is one’s alone, and comes back if that one dies', async () => {
  await add(50)
  const rounds = await Promise.all(Array.from({ length: 6 }, () => take(database, 'programs', noon, 10)))
  const taken = rounds.flat().map(one => one.id)
  assert.equal(new Set(taken).size, taken.length, 'nothing twice')
  while ((await take(database, 'programs', noon, 10)).length > 0);
  assert.equal((await take(database, 'programs', later(60), 100)).length, 0, 'in hand')
  const again = await take(database, 'programs', later(121), 100)
  assert.deepEqual([again.length, again.every(one => one.attempts === 2)], [50, true])
})

test('however much waits for programs that never answer, what is for people is next in its own lane', async () => {
  await database.owner(tx => tx.query('delete from delivery'))
  await add(30)
  await database.scoped(system, tx => enqueue(tx, { id: randomUUID(), kind: 'sms', target: randomUUID(), what: 'code' }, later(1)))
  assert.deepEqual((await take(database, 'people', later(1), 20)).map(one => one.kind), ['sms'])
  assert.deepEqual([...new Set((await take(database, 'programs', later(1), 50)).map(one => one.kind))], ['webhook'])
})

test('what was sent is kept a week, what could not be a month', async () => {
  await database.owner(tx => tx.query('delete from delivery'))
  await add(2)
  const [first, second] = await take(database, 'programs', noon, 10)
  assert.ok(first && second)
  await settle(database, first, { did: 'sent', status: 200 }, noon)
  await settle(database, second, { did: 'failed', why: 'refused', status: 500 }, noon)
  const left = async (days: number) => {
    await forget(database, later(days * 86_400))
    return (await database.scoped(system, tx => sumsOf(tx, [target]))).map(({ sent, dead }) => [sent, dead])[0]
  }
  assert.deepEqual([await left(6), await left(8), await left(29), await left(31)], [[1, 1], [0, 1], [0, 1], undefined])
})

test('waits grow, vary by a tenth, heed what the other side asks, and end after a little over a day', () => {
  assert.deepEqual(waits.map((_, i) => waitAfter(i + 1, undefined, 0.5)), waits)
  assert.deepEqual([waitAfter(1, undefined, 0), waitAfter(1, undefined, 1)].map(one => Math.round(one ?? 0)), [9, 11])
  assert.deepEqual([waitAfter(1, 7200, 0.5), waitAfter(1, 9_999_999, 0.5), waitAfter(waits.length + 1)], [7200, 86_400, undefined])
})

test('rows put back from an export tell nobody anything', async () => {
  await database.owner(tx => tx.query('delete from delivery'))
  await database.owner(tx => tx.query(
    `insert into channel (id, account, kind, address, digest, hint, language, made, verified) values (gen_random_uuid(), $1::uuid, 'email', '\\x00', '\\x00', 'x', 'zh', now(), now())`, [people.resident.account]))
  const insert = `insert into notice (id, county, account, at, words) values (gen_random_uuid(), '630202', $1::uuid, now(), '{"zh": "x", "en": "x"}')`
  await database.owner(tx => tx.query(insert, [people.resident.account]))
  assert.deepEqual(await database.owner(tx => tx.query('select from delivery')), [])
  await database.scoped(people.dispatcher, tx => tx.query(`select app_notify('630202', null, now(), null, $1::text::jsonb)`, [JSON.stringify([{ to: { account: idOf('resident') }, words: { zh: 'x', en: 'x' } }])]))
  assert.equal((await database.owner(tx => tx.query('select from delivery'))).length, 1)
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
import type { Problem } from '../wire.ts'
import type { DeadLetters, Settled } from '../wire/delivery.ts'
import { forget } from './queue.ts'

// What could not be sent is not lost from sight: who runs the site sees why, has it sent again, or lays it aside and says why.

let world: TestSite
const [hook, mail] = [randomUUID(), randomUUID()]
const now = new Date('2026-06-08T02:00:00Z')

const dies = async (kind: 'webhook' | 'email', target: string, why: string, n: number, minutes = 0): Promise<readonly string[]> => {
  const ids = Array.from({ length: n }, () => randomUUID())
  await world.database.owner(tx => tx.query(
    `insert into delivery (id, kind, target, what, made, not_before, attempts, state, settled, status, why)
     select value::uuid, $2, $3::uuid, 'trial', $5::timestamptz - interval '2 days', $5::timestamptz, 9, 'dead', $5::timestamptz - make_interval(mins => $6::int), 502, $4 from jsonb_array_elements_text($1::text::jsonb)`,
    [JSON.stringify(ids), kind, target, why, now.toISOString(), minutes]))
  return ids
}

before(async () => {
  world = await openTestSite()
  world.setNow(now)
  await world.database.owner(async tx => {
    await tx.query(`insert into webhook (id, account, program, url, turned, made) values ($1::uuid, $2::uuid, gen_random_uuid(), 'https://hooks.example.gov.cn:8443/in?token=a-secret', now(), now())`, [hook, people.hotline.account])
    await tx.query(`insert into channel (id, account, kind, address, digest, hint, language, made, verified) values ($1::uuid, $2::uuid, 'email', '\\x00', '\\x01', 'w***@example.com', 'zh', now(), now())`, [mail, people.resident.account])
  })
})
after(() => world.close())

const admin = () => world.as('citySystemAdmin')
const listed = async (query = ''): Promise<DeadLetters> => (await (await admin()).get<DeadLetters>(`/api/deliveries/dead${query}`)).body

test('nothing that failed: an empty list; and only the city’s system administrator has it', async () => {
  assert.deepEqual(await listed(), { rows: [], sums: [] })
  for (const who of ['systemAdmin', 'citySecurityAdmin', 'cityLead', 'auditor', 'resident', 'dispatcher'] as const) {
    const client = await world.as(who)
    assert.equal((await client.get('/api/deliveries/dead')).status, 403, who)
    assert.equal((await client.post('/api/deliveries/retry', { ids: [randomUUID()] })).status, 403, who)
    assert.equal((await client.post('/api/deliveries/discard', { ids: [randomUUID()], reason: '不再需要' })).status, 403, who)
  }
})

test('it says why, and whose, with no more of an address than its host or its mask', async () => {
  const [first] = await dies('webhook', hook, 'refused', 1)
  await dies('email', mail, 'no-such-host', 2, 5)
  const { rows, sums } = await listed()
  assert.deepEqual(rows.map(({ kind, to, name, status, why, attempts, ended }) => [kind, to, name, status, why, attempts, ended]), [
    ['webhook', 'hooks.example.gov.cn:8443', 'hotline', 502, 'refused', 9, false],
    ['email', 'w***@example.com', 'resident', 502, 'no-such-host', 9, false], ['email', 'w***@example.com', 'resident', 502, 'no-such-host', 9, false],
  ])
  assert.ok(!JSON.stringify(rows).includes('a-secret'))
  assert.deepEqual(sums, [{ kind: 'email', why: 'no-such-host', n: 2 }, { kind: 'webhook', why: 'refused', n: 1 }])
  assert.deepEqual((await listed('?kind=webhook')).rows.map(row => row.id), [first])
  assert.deepEqual((await listed('?why=no-such-host')).rows.length, 2)
  assert.deepEqual((await listed('?kind=webhook&why=no-such-host')).rows, [])
})

test('sent again it goes to the queue from the first try; laid aside it stays on record with its reason, for a month, and is sent no more', async () => {
  const client = await admin()
  const ids = (await listed('?kind=email')).rows.map(row => row.id)
  assert.equal((await client.post<Settled>('/api/deliveries/retry', { ids: ids.slice(0, 1) })).body.settled, 1)
  assert.equal((await client.post<Settled>('/api/deliveries/retry', { ids })).body.settled, 1, 'what is queued already is not queued twice')
  const queued = await world.database.scoped(system, tx => tx.query(`select state, attempts, why from delivery where id = $1::uuid`, [ids[0]]))
  assert.deepEqual(queued, [{ state: 'waiting', attempts: 0, why: null }])
  const [bad] = (await listed()).rows
  for (const reason of ['', ' ', '  x  ']) assert.equal((await client.post<Problem>('/api/deliveries/discard', { ids: [bad?.id], reason })).status, 400, `“${reason}”`)
  assert.equal((await client.post<Settled>('/api/deliveries/discard', { ids: [bad?.id], reason: '对方系统已下线' })).body.settled, 1)
  assert.deepEqual(await listed(), { rows: [], sums: [] })
  const kept = () => world.database.scoped(system, tx => tx.query(`select state, reason, discarded_by from delivery where id = $1::uuid`, [bad?.id]))
  assert.deepEqual(await kept(), [{ state: 'discarded', reason: '对方系统已下线', discarded_by: people.citySystemAdmin.account }])
  await forget(world.database, new Date(now.getTime() + 29 * 86_400_000))
  assert.equal((await kept()).length, 1)
  await forget(world.database, new Date(now.getTime() + 31 * 86_400_000))
  assert.equal((await kept()).length, 0)
})

test('more than a page go on where the last ended', async () => {
  const ids = [...await dies('webhook', hook, 'failed', 150), ...await dies('webhook', hook, 'failed', 151, 9)]
  const first = await listed()
  assert.equal(first.rows.length, 200)
  const second = await listed(`?cursor=${encodeURIComponent(first.next ?? '')}`)
  assert.deepEqual([second.next, new Set([...first.rows, ...second.rows].map(row => row.id))], [undefined, new Set(ids)])
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { clock, system } from '../kernel/post.ts'
import { fileKeys } from '../server/settings/keys.ts'
import { vault, type Shelf } from '../server/files/vault.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live } from '../test/helpers/live.ts'
import { fillWorld, houseOver, people, secret } from '../test/helpers/world.ts'
import { MissingKeys, refuseMissingKeys } from './keys-needed.ts'
import { countHeads, resealing } from './reseal.ts'
import { ringOf } from './ring.ts'
import { keysFrom } from './seal.ts'
import { verifyCounty } from './verify.ts'

const two = { id: 2, secret: 'the second secret of the ring, thirty-two characters and more' }
const three = { id: 3, secret: 'the third secret of the ring, thirty-two characters and more' }
const later = keysFrom(secret, ringOf(secret, [two], 'sm4'))

const kept = new Map<string, Uint8Array>()
const shelf: Shelf = {
  put: (path, bytes) => { kept.set(path, bytes); return Promise.resolve() },
  read: path => Promise.resolve(kept.get(path)),
  remove: path => { kept.delete(path); return Promise.resolve() },
}
const vaultUnder = (keys = later, over = shelf) => vault(over, fileKeys(secret, keys.ring))

let database: TestDatabase
let id: string
let photo: string
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
})
after(() => database.close())

beforeEach(async () => {
  await database.owner(tx => tx.simple('truncate matter, matter_internal, party, entry, sealed, deadline, link, matter_term, tally, tally_sum, notice, file, precedent'))
  kept.clear()
  const city = live(houseOver(database))
  photo = randomUUID()
  await vaultUnder(keysFrom(secret)).keep(photo, Buffer.from('abc'))
  await database.owner(tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 3, sha256('abc'), now())`, [photo, people.resident.account]))
  id = await city.opens('resident', { text: '路灯不亮，晚上看不见路', place: '630202001001', contactName: '王小明', photos: [photo] })
  await city.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202001/gov' })
  await city.does('handler', 'accept', id)
  await city.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
})

const uses = () => database.scoped(system, countHeads)
const rows = () => database.owner(tx => tx.query<{ fact: string; value: Uint8Array | null; rest: string }>(`select fact, value, concat(class, salt, masked, erased) as rest from sealed order by seq, fact`))
const faults = async () => (await verifyCounty({ ...houseOver(database), keys: later }, '630202', undefined, async one => await vaultUnder().fetch(one) ?? 'gone')).faults

test('every value and file goes under the current key and cipher; what they say, salts, masks and digests stay', async () => {
  const before = await rows()
  assert.deepEqual((await uses()).map(use => [use.head, use.files]), [[0, 1], [1, 0]])
  const heard: number[] = []
  const did = await resealing(database, later, vaultUnder()).run(Infinity, n => heard.push(n))
  assert.deepEqual([did, heard.reduce((a, b) => a + b)], [{ values: before.length, files: 1, left: 0 }, before.length + 1])
  assert.deepEqual(await uses(), [{ head: 130, values: before.length, files: 1 }])
  const after = await rows()
  assert.deepEqual(after.map(row => row.rest), before.map(row => row.rest))
  assert.ok(after.every((row, i) => row.value && !Buffer.from(row.value).equals(Buffer.from(before[i]?.value ?? []))))
  assert.deepEqual(await faults(), [])
  assert.deepEqual(await resealing(database, later, vaultUnder()).run(), { values: 0, files: 0, left: 0 })
})

test('an erased value stays erased, and one erased meanwhile is not brought back', async () => {
  await database.owner(tx => tx.query(`update sealed set value = null, salt = null, masked = 'null', erased = now() where fact = 'text'`))
  await resealing(database, later, vaultUnder()).run()
  assert.equal((await rows()).find(row => row.fact === 'text')?.value, null)
  const put = await database.scoped(system, tx => tx.query<{ n: number }>('select sealed_put($1::text::jsonb) as n', [JSON.stringify([
    { county: '630202', matter: id, seq: 1, fact: 'text', was: '01', value: '02' }, { county: '630202', matter: id, seq: 1, fact: 'contactName', was: '01', value: '02' },
  ])]))
  assert.deepEqual(put, [{ n: 0 }])
})

test('what does not open is left as it is and told; the rest goes on', async () => {
  await database.owner(tx => tx.query(`update sealed set value = set_byte(value, 20, get_byte(value, 20) # 1) where fact = 'result'`))
  const broken = (await rows()).find(row => row.fact === 'result')
  kept.clear()
  const one = resealing(database, later, vaultUnder())
  const { left } = await one.run()
  assert.equal(left, 2)
  assert.deepEqual((await rows()).find(row => row.fact === 'result'), broken)
  assert.deepEqual((await uses()).map(use => [use.head, use.files]), [[0, 1], [1, 0], [130, 0]])
  assert.deepEqual(await one.run(), { values: 0, files: 0, left: 2 })
})

test('a crash between a file’s bytes and its note is made up for, and ends in one form', async () => {
  await vaultUnder().reseal(photo)
  const [sealed] = [...kept.values()]
  assert.equal((await uses())[0]?.files, 1, 'noted as of before the ring')
  assert.equal((await resealing(database, later, vaultUnder()).run()).files, 1)
  assert.deepEqual([...kept.values()], [sealed], 'its bytes are not sealed twice')
})

test('two at once do each value once, and nothing is lost', async () => {
  const n = (await rows()).length
  const [a, b] = await Promise.all([resealing(database, later, vaultUnder()).run(), resealing(database, later, vaultUnder()).run()])
  assert.equal(a.values + b.values, n)
  assert.deepEqual(await faults(), [])
})

test('a value that another has locked is passed over, not waited for', async t => {
  if (database.kind === 'pglite') { t.skip('one session'); return }
  await database.owner(async tx => {
    await tx.query(`select from sealed where fact = 'result' for update`)
    await resealing(database, later, vaultUnder()).run()
    assert.deepEqual((await uses()).map(use => [use.head, use.values]).filter(([, values]) => values === 1), [[1, 1]])
  })
  assert.equal((await resealing(database, later, vaultUnder()).run()).values, 1)
})

test('only the platform may ask for values to seal anew, count them or put them back', async () => {
  for (const text of ['select * from sealed_take(1::int2, 10, array[]::text[])', `select sealed_put('[]')`, 'select * from sealed_heads()', 'select sealed_count(1::int2)', 'select * from sealed_probe(1::int2)',
    'select * from file_heads()', 'select file_count(0::int2)', `select * from file_take(0::int2, array[]::uuid[])`, `select file_resealed('${photo}', 9::int2)`]) {
    for (const actor of [people.cityLead, people.handler, people.resident]) await assert.rejects(database.scoped(actor, tx => tx.query(text)), { code: '42501' }, text)
    await database.scoped(clock, tx => tx.query(text))
  }
  await assert.rejects(database.scoped(system, tx => tx.query(`update sealed set value = null`)), { code: '42501' })
})

test('a ring that lacks a key in use is refused, with the number and how much needs it; so is another secret under that number', async () => {
  await refuseMissingKeys(database, keysFrom(secret))
  await refuseMissingKeys(database, later)
  await assert.rejects(refuseMissingKeys(database, keysFrom('another secret, which is also longer than thirty-two characters')), (error: unknown) => error instanceof MissingKeys && /Key 1 is not the one/.test(error.message))
  await resealing(database, later, vaultUnder()).run()
  const n = (await rows()).length
  await assert.rejects(refuseMissingKeys(database, keysFrom(secret, ringOf(secret, [three]))), (error: unknown) => error instanceof MissingKeys && error.message.includes(`lacks key 2: ${n} values and 1 files`))
  await assert.rejects(refuseMissingKeys(database, keysFrom(secret, ringOf(secret, [{ ...two, secret: three.secret }]))), /2 号密钥与加密时所用的不同/)
  await refuseMissingKeys(database, keysFrom(secret, ringOf(secret, [two, three])))
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { isRefusal } from '../kernel/refusal.ts'
import { householdsIn } from '../registers/households/read.ts'
import { act } from '../store/act.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live, rowOf } from './helpers/live.ts'
import { everyStepTaken } from './helpers/steps-met.ts'
import { fillWorld, houseOver, people } from './helpers/world.ts'
import { householdChange } from '../procedures/2-foundations/household/household-change.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  await everyStepTaken(database, householdChange)
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const [village, west] = ['630202001001', '630202001002']
const sheet = { change: 'enter', village, since: '2026-06-01', reason: '2026 年户册核对', households: [{ door: '一社1号', team: '一社', size: 4, head: '祁才让' }, { door: '一社2号', size: 2 }] }
const doors = async (where = village, day = '2026-07-01') => (await database.scoped(people.townLead, tx => householdsIn(tx, where, day))).map(one => [one.code.slice(-4), one.address, one.size])

test('27.3: a sheet enters the register once another approves it; a batch is undone, one that was changed since is not', async () => {
  const city = live(house)
  const id = await city.opens('gridWorker', sheet, 'propose', 'household-change')
  assert.deepEqual(await doors(), [], 'nothing enters before it is approved')
  assert.deepEqual((await city.refused('handler', 'approve', await city.opens('handler', { ...sheet, households: [{ door: '二社1号' }] }, 'propose', 'household-change'))).code, 'two-people')
  await city.does('committee', 'approve', id)
  assert.deepEqual(await doors(), [['0001', '一社1号', 4], ['0002', '一社2号', 2]])
  const wrong = await city.opens('committee', { ...sheet, households: [{ door: '三社1号' }, { door: '三社2号' }] }, 'propose', 'household-change')
  await city.does('handler', 'approve', wrong)
  await city.does('townLead', 'undo', wrong, { opinion: '导错了村' })
  assert.deepEqual((await doors()).map(([code]) => code), ['0001', '0002'])
  const split = await city.opens('committee', { change: 'split', village, old: `${village}-0001`, households: [{ door: '一社1号西', size: 1 }], since: '2026-06-05', reason: '儿子成家分户' }, 'propose', 'household-change')
  await city.does('handler', 'approve', split)
  assert.deepEqual(await doors(), [['0001', '一社1号', 3], ['0002', '一社2号', 2], ['0005', '一社1号西', 1]], 'numbers that were given once are not given again')
  assert.equal((await city.refused('townLead', 'undo', id, { opinion: '撤销' })).code, 'household-changed')
  const move = await city.opens('committee', { change: 'move', village, to: west, households: [{ household: `${village}-0002`, door: '西街3号' }], since: '2026-06-06', reason: '搬到西关' }, 'propose', 'household-change')
  await city.does('handler', 'approve', move)
  assert.deepEqual([await doors(west), (await doors(village, '2026-06-05')).length, (await doors()).length], [[['0002', '西街3号', 2]], 3, 2], 'those undone never stood')
  const [heads] = await database.owner(tx => tx.query<{ n: number; facts: string }>(`select count(*)::int as n from person where head and name = '祁才让'`))
  assert.equal(heads?.n, 1)
  await city.does('handler', 'refuse', await city.opens('gridWorker', { ...sheet, households: [{ door: '九社1号' }] }, 'propose', 'household-change'), { opinion: '没有这个社' })
  await city.does('gridWorker', 'withdraw', await city.opens('gridWorker', { ...sheet, households: [{ door: '九社2号' }] }, 'propose', 'household-change'))
  await city.opens('gridWorker', { ...sheet, households: [{ door: '九社3号' }] }, 'propose', 'household-change')
  await city.until('2026-07-10 09:00')
  assert.deepEqual([(await city.matter(id)).stage, (await city.matter(wrong)).stage], ['settled', 'undone'])
})

test('20.2: who is head stands in the matter for whoever may read it, and in no entry in clear', async () => {
  assert.deepEqual(await database.owner(tx => tx.query('select from entry where outcome::text like $1', ['%祁才让%'])), [])
  assert.deepEqual(await database.owner(tx => tx.query('select from matter where facts::text like $1', ['%祁才让%'])), [])
})

test('two changes approved at once that give one door twice: one is entered, the other told that the register changed', async () => {
  const city = live(house, '2026-07-10 10:00')
  const same = { ...sheet, since: '2026-07-01', households: [{ door: '五社5号' }] }
  const both = [await city.opens('gridWorker', same, 'propose', 'household-change'), await city.opens('gridWorker', same, 'propose', 'household-change')]
  const answers = await Promise.all(both.map(async id => act(house, people.handler, { id: randomUUID(), matter: id, seq: (await rowOf(house, id)).seq, step: 'approve', input: {} }, city.now())))
  assert.deepEqual(answers.map(one => (isRefusal(one) ? one.code : 'entered')).toSorted(), ['entered', 'household-changed'])
  assert.equal((await doors(village, '2026-07-10')).filter(([, door]) => door === '五社5号').length, 1)
})

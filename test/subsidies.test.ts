import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Basis } from '../procedures/2-foundations/grid-worker/subsidy-items.ts'
import { subsidyBasis } from '../registers/subsidies.ts'
import { act } from '../store/act.ts'
import type { House } from '../store/house.ts'
import { system } from '../kernel/post.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live, took } from './helpers/live.ts'
import { fillWorld, houseOver, idOf, people } from './helpers/world.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const place = '630202001001'
const basisOf = (account: string, month: string): Promise<Basis> =>
  database.scoped(system, tx => subsidyBasis(tx, { county: '630202', region: place, account, month })) as Promise<Basis>

test('21.3: what was done is counted once for each matter and day, however often it is recorded', async () => {
  const city = live(house)
  const round = await city.opens('handler', { place, title: '东关社区防火巡查', every: 7, until: '2026-12-31', checkpoints: [{ name: '老菜场', look: '用电、用火' }] }, 'plan', 'patrol')
  const walked = { walkedOn: '2026-06-08', results: [{ no: 1, state: 'ok' }] }
  for (let n = 0; n < 5; n += 1) await city.does('gridWorker', 'walk', round, walked)
  await city.until('2026-06-09 10:00')
  await city.does('gridWorker', 'walk', round, { ...walked, walkedOn: '2026-06-09' })
  const report = { id: randomUUID(), procedure: 'request', step: 'report', input: { text: '自家门前路灯不亮', place } }
  took(await act(house, { account: people.gridWorker.account, kind: 'resident', region: place, clearance: 'public' }, report, city.now()))
  const done = async (month: string) => (await basisOf(people.gridWorker.account, month)).done
  assert.deepEqual(await done('2026-06'), { rounds: 2 }, 'and what somebody reports for themselves is no work')
  await city.until('2026-07-31 10:00')
  await city.does('gridWorker', 'walk', round, { ...walked, walkedOn: '2026-07-31' })
  await city.until('2026-08-01 00:30')
  await city.does('gridWorker', 'walk', round, { ...walked, walkedOn: '2026-08-01' })
  assert.deepEqual([await done('2026-07'), await done('2026-08')], [{ rounds: 1 }, { rounds: 1 }], 'the last day of a month belongs to it')
})

test('21.3: a month is one of Haidong, wherever the database stands: a post from the first of November is none of October', async () => {
  const [account, since, until] = [people.neighbour.account, '2026-11-01T00:00:00+08:00', '2027-05-01T00:00:00+08:00']
  await database.owner(tx => tx.query(`insert into post (id, account, kind, office, region, clearance, since, until) values ($1::uuid, $2::uuid, 'gridWorker', $3, $4, 'internal', $5::timestamptz, $6::timestamptz)`,
    [idOf('post of November'), account, `${place}/committee`, place, since, until]))
  const held = async (month: string) => (await basisOf(account, month)).duty
  assert.deepEqual([await held('2026-10'), await held('2026-11'), await held('2027-04'), await held('2027-05')], [undefined, 'full', 'full', undefined])
})

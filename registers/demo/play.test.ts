import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { loadLives } from '../../store/bulk.ts'
import type { House } from '../../store/house.ts'
import { verifyCounty } from '../../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { houseOver } from '../../test/helpers/world.ts'
import { openDirectory } from '../live-directory.ts'
import { installReference } from '../reference.ts'
import { knownIn, registerLoaders, registerRecorders } from '../serving.ts'
import { demoCity } from './city.ts'
import { planLists } from './lists.ts'
import { loadCity } from './load.ts'
import { playOffices } from './play.ts'

const now = new Date('2026-11-20T07:00:00Z')
const city = demoCity({ counties: ['630203'], seed: 4, households: 3 })
let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await database.scoped(system, async tx => { await installReference(tx); await loadCity(tx, city) })
})
after(() => database.close())

test('a demo’s offices asked as real ones do: some done, running, offered, disputed and with the township, one refused; played again, nothing is added', async () => {
  const live = await openDirectory(database, now)
  const world = houseOver(database)
  const house: House = { ...world, loaders: { ...world.loaders, ...registerLoaders(live) }, recorders: { ...world.recorders, ...registerRecorders }, known: knownIn(live) }
  for (const turn of planLists(city, now)) await loadLives(house, turn, now)
  const standing = () => database.scoped(system, tx => tx.query<{ procedure: string; stage: string; n: number }>(
    `select procedure, stage, count(*)::int as n from matter where procedure in ('commission', 'township-task', 'community-task') group by 1, 2 order by 1, 2`))
  await playOffices(house, city, now)
  const once = await standing()
  assert.deepEqual(once.map(({ procedure, stage, n }) => `${procedure} ${stage} ${n}`), [
    'commission approving 1', 'commission closed 1', 'commission running 3',
    'community-task awaiting 1', 'community-task declined 1', 'community-task disputed 1', 'community-task doing 1', 'community-task done 3', 'community-task offered 1',
    'township-task passed 3', 'township-task reviewing 1',
  ])
  await playOffices(house, city, now)
  assert.deepEqual(await standing(), once)
  const others = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('summons', 'summons-call', 'campaign', 'campaign-part') group by procedure, stage order by 1`))
  assert.deepEqual(others.map(row => row.told), ['campaign running 1', 'campaign-part running 1', 'summons closed 1', 'summons gathering 1', 'summons-call answering 1', 'summons-call attending 1', 'summons-call closed 2'])
  const field = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('visit-plan', 'visit', 'hazard', 'care-need', 'patrol', 'inspection', 'errand', 'workload-note', 'grid-appointment') group by procedure, stage order by 1`))
  assert.deepEqual(field.map(row => row.told), [
    'care-need asked 1', 'errand filed 1', 'grid-appointment meeting 1', 'hazard found 2', 'hazard rectifying 1', 'inspection rectifying 1', 'patrol due 1', 'visit due 4', 'visit-plan running 2', 'workload-note said 1',
  ])
  const points = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure like 'points-%' or procedure in ('redemption', 'reward-stock') group by procedure, stage order by 1`))
  assert.deepEqual(points.map(row => row.told), [
    'points-award recorded 1', 'points-award settled 2', 'points-award shown 1', 'points-catalogue inForce 1', 'points-objection filed 1', 'points-posting settled 1', 'points-posting shown 1',
    'points-proposal answered 1', 'points-scheme designing 1', 'points-scheme inForce 1', 'redemption handedOver 1', 'redemption reserved 1', 'reward-stock stocked 1',
  ])
  const talk = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('deliberation', 'deliberation-comment', 'resolution-task', 'hearing-round', 'hearing-opinion') group by procedure, stage order by 1`))
  assert.deepEqual(talk.map(row => row.told), [
    'deliberation adjourned 1', 'deliberation carryingOut 1', 'deliberation noticed 1', 'deliberation raised 1', 'deliberation voting 1', 'deliberation-comment answered 1', 'deliberation-comment waiting 1',
    'hearing-opinion answered 1', 'hearing-opinion waiting 1', 'hearing-round held 1', 'hearing-round planned 1', 'resolution-task doing 1', 'resolution-task done 1',
  ])
  assert.deepEqual((await verifyCounty(house, '630203')).faults, [])
  const kept = await database.scoped(system, tx => tx.query<{ given: number; refused: number }>('select (select count(*)::int from given_work) as given, (select count(*)::int from refused_attempt) as refused'))
  assert.deepEqual(kept, [{ given: 8, refused: 1 }])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import type { CovenantInForce } from '../../procedures/3-governance/covenant/clauses.ts'
import { loadLives } from '../../store/bulk.ts'
import type { House } from '../../store/house.ts'
import { verifyCounty } from '../../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { houseOver } from '../../test/helpers/world.ts'
import { covenantInForce, covenantsOf } from '../covenants/covenants.ts'
import { openDirectory } from '../live-directory.ts'
import { installReference } from '../reference.ts'
import { knownIn, registerLoaders, registerRecorders } from '../serving.ts'
import { demoCity } from './city.ts'
import { demoCovenantDays, planCovenants } from './covenants.ts'
import { loadCity } from './load.ts'

const now = new Date('2026-11-20T07:00:00Z')
const city = demoCity({ counties: ['630203'], seed: 4, households: 3 })
let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await database.scoped(system, async tx => { await installReference(tx); await loadCity(tx, city) })
})
after(() => database.close())

test('the demo’s village has a covenant in force with its earlier version, one evaluation told to the person and one expired; its neighbour one in review after a clause was sent back', async () => {
  const live = await openDirectory(database, now)
  const world = houseOver(database)
  const house: House = { ...world, loaders: { ...world.loaders, ...registerLoaders(live) }, recorders: registerRecorders, known: knownIn(live) }
  assert.deepEqual(planCovenants(city, now), planCovenants(city, now), 'the same city, the same lives')
  for (const turn of planCovenants(city, now)) await loadLives(house, turn, now)
  const { village } = city.focus
  const versions = await database.scoped(system, tx => covenantsOf(tx, village))
  assert.deepEqual(versions.map(({ number, since, until }) => [number, since, until]), [[2, demoCovenantDays.amended, null], [1, demoCovenantDays.first, demoCovenantDays.amended]])
  const before = await database.scoped(system, tx => covenantInForce(tx, { village, day: '2024-01-01' })) as CovenantInForce
  assert.deepEqual([before.number, before.clauses.length], [1, 6])
  const standing = await database.scoped(system, tx => tx.query<{ told: string }>(
    `select procedure || ' ' || stage || ' ' || count(*) as told from matter where procedure in ('covenant', 'covenant-proposal', 'credit-review') group by procedure, stage order by 1`))
  assert.deepEqual(standing.map(row => row.told), ['covenant inForce 1', 'covenant reviewing 1', 'covenant superseded 1', 'covenant-proposal answered 3', 'credit-review expired 1', 'credit-review told 1'])
  const back = await database.scoped(system, tx => tx.query<{ ground: string }>(
    `select e.outcome -> 'set' -> 'sentBack' -> 0 ->> 'ground' as ground from entry e where e.step = 'review' and e.outcome -> 'set' -> 'sentBack' -> 0 ->> 'ground' is not null`))
  assert.deepEqual(back.map(row => row.ground), ['fine'])
  assert.deepEqual((await verifyCounty(house, '630203')).faults, [])
})

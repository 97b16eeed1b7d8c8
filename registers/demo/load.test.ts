import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { postKinds, system } from '../../kernel/post.ts'
import { loadLives } from '../../store/bulk.ts'
import type { House } from '../../store/house.ts'
import { verifyCounty } from '../../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { houseOver } from '../../test/helpers/world.ts'
import { openDirectory } from '../live-directory.ts'
import { namesOf, postsOf } from '../posts.ts'
import { installReference } from '../reference.ts'
import { knownIn, registerLoaders, registerRecorders } from '../serving.ts'
import { demoCity } from './city.ts'
import { planHistory } from './history.ts'
import { loadCity } from './load.ts'
import { demoPeople } from './people.ts'

const now = new Date('2026-11-20T07:00:00Z')
const city = demoCity({ counties: ['630203'], seed: 4, households: 3 })
let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await database.scoped(system, installReference)
})
after(() => database.close())

test('a city goes in whole, marked as invented, and says how far it is', async () => {
  const told: number[] = []
  await database.scoped(system, tx => loadCity(tx, city, (done, of) => told.push(done / of)))
  assert.equal(told.at(-1), 1)
  const counts = await database.scoped(system, tx => tx.query<{ n: number }>(
    `select count(*)::int as n from household where invented union all select count(*)::int from person where invented
     union all select count(*)::int from account where invented union all select count(*)::int from post`))
  assert.deepEqual(counts.map(row => row.n), [city.households.length, city.people.length, city.accounts.length, city.posts.length])
  for (const { account, post, name } of demoPeople(city)) {
    const held = await database.scoped(system, tx => postsOf(tx, account, now))
    assert.equal(held.some(one => one.id === post), post !== undefined)
    assert.equal((await database.scoped(system, tx => namesOf(tx, [account]))).get(account), name)
    for (const one of held) assert.equal(one.clearance, postKinds[one.kind].clearance)
  }
})

test('its history is lived through the declaration, and every chain verifies', async () => {
  const live = await openDirectory(database, now)
  const world = houseOver(database)
  const house: House = { ...world, loaders: { ...world.loaders, ...registerLoaders(live) }, recorders: registerRecorders, known: knownIn(live) }
  const plan = planHistory({ seed: 4, now, count: 250, city })
  const mains = await loadLives(house, plan.filter(life => life.joins === undefined), now)
  const joined = await loadLives(house, plan.filter(life => life.joins !== undefined), now)
  assert.equal(mains.matters + joined.matters, plan.length)
  const proof = await verifyCounty(house, '630203')
  assert.deepEqual(proof.faults, [])
  assert.equal(proof.entries, mains.entries + joined.entries)
  const rulings = await database.scoped(system, tx => tx.query<{ n: number }>('select count(*)::int as n from precedent'))
  assert.equal(rulings[0]?.n, plan.flatMap(life => life.acts).filter(act => act.step === 'rule').length)
})

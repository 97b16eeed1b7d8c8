import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../kernel/post.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live } from '../test/helpers/live.ts'
import { instant } from '../test/helpers/play.ts'
import { fillWorld, houseOver, law, people } from '../test/helpers/world.ts'
import type { House } from './house.ts'
import { readMatter } from './read/matter.ts'
import { raiseUnusual } from './unusual.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  const real = houseOver(database)
  // Figures a test can reach: three people, one ended matter.
  house = { ...real, law: { ...law, figure: (name, on) => ({ ...law.figure(name, on), ...(name === 'access.unusual-people' && { value: 3 }), ...(name === 'access.unusual-closed' && { value: 1 }) }) as ReturnType<typeof law.figure> } }
})
after(() => database.close())

const city = () => live(house, '2026-06-08 10:00')
const report = { text: '楼上漏水到家里', place: '630202001001', contactName: '王小明', contactPhone: '13897221234' }
const reads = async (who: 'dispatcher' | 'countyLead', id: string, at: string): Promise<void> => {
  await database.scoped(people[who], tx => readMatter(tx, house, people[who], id, { now: instant(at) }))
}
const checks = () => database.scoped(system, tx => tx.query<{ why: string; people: number; readings: number; stage: string; holder_office: string; whose: string }>(
  `select m.facts->>'why' as why, (m.facts->>'people')::int as people, (m.facts->>'readings')::int as readings, m.stage, m.holder_office, i.facts->>'whose' as whose
   from matter m join matter_internal i on i.id = m.id where m.procedure = 'access-check' order by m.opened, m.id`))

test('20.2: who reads about more people in a day than the rule says is asked why, once; who stays within it is not', async () => {
  const ids: string[] = []
  for (let i = 0; i < 4; i += 1) ids.push(await city().opens('resident', report))
  for (const id of ids.slice(0, 3)) await reads('dispatcher', id, '2026-06-08 11:00')
  for (let again = 0; again < 5; again += 1) await reads('dispatcher', ids[0] ?? '', '2026-06-08 12:00')
  assert.equal(await raiseUnusual(house, ['630202', '630203'], instant('2026-06-08 13:00')), 0, 'three people, however often')
  await reads('dispatcher', ids[3] ?? '', '2026-06-08 14:00')
  assert.equal(await raiseUnusual(house, ['630202', '630203'], instant('2026-06-08 15:00')), 1)
  await reads('dispatcher', ids[3] ?? '', '2026-06-08 15:30')
  assert.equal(await raiseUnusual(house, ['630202', '630203'], instant('2026-06-08 16:00')), 0, 'once a day')
  assert.deepEqual(await checks(), [{ why: 'manyPeople', people: 4, readings: 9, stage: 'explaining', holder_office: '630202001/gov', whose: people.dispatcher.account }])
  assert.equal(await raiseUnusual(house, ['630202'], instant('2026-06-09 09:00')), 0, 'another day begins anew')
})

test('20.2: who reads ended matters that were never their work is asked why; who handled them is not', async () => {
  const ended: string[] = []
  for (let i = 0; i < 2; i += 1) {
    const id = await live(house, '2026-06-10 09:00').opens('resident', report)
    await live(house, '2026-06-10 09:30').does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
    await live(house, '2026-06-10 09:40').does('resident', 'withdraw', id)
    ended.push(id)
  }
  for (const id of ended) {
    await reads('dispatcher', id, '2026-06-10 10:00')
    await reads('countyLead', id, '2026-06-10 10:00')
  }
  assert.equal(await raiseUnusual(house, ['630202'], instant('2026-06-10 11:00')), 1)
  const [, second] = await checks()
  assert.deepEqual([second?.why, second?.people, second?.whose], ['outsideDuty', 2, people.countyLead.account])
})

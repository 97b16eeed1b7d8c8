import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live, refused } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver, people } from '../../test/helpers/world.ts'
import { act } from '../act.ts'
import type { House } from '../house.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const lamp = { text: '村口路灯不亮，晚上看不见路', place: '630202001001' }
const named = (refusal: { readonly faults?: readonly { readonly fact: string }[] }) => refusal.faults?.map(fault => fault.fact)

test('a place, an office and a category that stand in no register are refused at their field', async () => {
  const open = (input: object) => act(house, people.resident, { id: randomUUID(), procedure: 'request', step: 'report', input }, instant('2026-06-08 10:00'))
  assert.deepEqual(named(refused(await open({ ...lamp, place: '630202001009' }))), ['place'])
  assert.deepEqual(named(refused(await open({ ...lamp, place: '630202001' }))), ['place'], 'a township is no village')
  assert.deepEqual(named(refused(await open({ text: '灯', place: 7 }))), ['text', 'place'])
  assert.deepEqual(named(refused(await open({ ...lamp, category: 'ghosts' }))), ['category'])
  const city = live(house)
  const id = await city.opens('resident', lamp)
  assert.deepEqual(named(await city.refused('dispatcher', 'dispatch', id, { category: 'waste', office: '630202/astrology' })), ['office'])
})

test('input that is not well formed is refused before any register is asked', async () => {
  const city = live(house)
  const id = await city.opens('resident', lamp)
  assert.deepEqual(named(await city.refused('dispatcher', 'join', id, { main: 'not an id' })), ['main'])
  assert.deepEqual(named(await city.refused('dispatcher', 'dispatch', id, { category: { $ne: null }, office: ['x'] })), ['category', 'office'])
  assert.equal((await city.refused('dispatcher', 'constructor', id)).code, 'no-such-step')
})

test('a colleague named holds a post in the office at the time of the act', async () => {
  const city = live(house)
  const id = await city.opens('resident', lamp)
  await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
  assert.deepEqual(named(await city.refused('handler', 'assign', id, { colleague: people.transport.account })), ['colleague'])
  assert.deepEqual(named(await city.refused('handler', 'assign', id, { colleague: randomUUID() })), ['colleague'])
  await database.owner(tx => tx.query(`update post set until = '2026-06-08T04:00:00Z' where account = $1::uuid`, [people.colleague.account]))
  await city.does('handler', 'assign', id, { colleague: people.colleague.account })
  await city.until('2026-06-08 12:00')
  assert.deepEqual(named(await city.refused('handler', 'assign', id, { colleague: people.colleague.account })), ['colleague'], 'the post has ended')
})

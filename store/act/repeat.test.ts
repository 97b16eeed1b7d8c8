import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live, refused, rowOf, took } from '../../test/helpers/live.ts'
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

const now = instant('2026-06-08 10:00')
const lamp = { text: '村口路灯不亮，晚上看不见路', place: '630202001001' }
const report = { procedure: 'request', step: 'report', input: lamp }

test('a repeat is answered as the first time, however far the matter has gone on', async () => {
  const city = live(house)
  const id = await city.opens('resident', lamp)
  const asked = { id: randomUUID(), matter: id, seq: 1, step: 'supplement', input: { supplement: '在小学门口' } }
  const first = took(await act(house, people.resident, asked, now))
  await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
  assert.deepEqual(took(await act(house, people.resident, asked, now)), { ...first, repeated: true })
  assert.equal((await rowOf(house, id)).seq, 3, 'nothing is written twice')
})

test('the order in which a program writes the fields of its input makes no other act', async () => {
  const id = randomUUID()
  took(await act(house, people.resident, { ...report, id, input: { text: lamp.text, place: lamp.place } }, now))
  assert.equal(took(await act(house, people.resident, { ...report, id, input: { place: lamp.place, text: lamp.text } }, now)).repeated, true)
})

test('an id used for one act serves no other: another step, another matter, another county', async () => {
  const city = live(house)
  const id = randomUUID()
  took(await act(house, people.resident, { ...report, id }, now))
  const [one, two] = [await city.opens('resident', lamp), await city.opens('resident', lamp)]
  const supplement = { id: randomUUID(), matter: one, seq: 1, step: 'supplement', input: { supplement: '在小学门口' } }
  took(await act(house, people.resident, supplement, now))
  for (const other of [
    { ...supplement, step: 'urge', input: {} },
    { ...supplement, matter: two },
    { ...supplement, id },
    { ...report, id, input: { ...lamp, place: '630203001001' } },
  ]) assert.equal(refused(await act(house, people.resident, other, now)).code, 'repeated-other-input')
  assert.equal((await rowOf(house, two)).seq, 1)
})

test('whose act an id was is not told to others: each account has its own, and a matter’s id is taken', async () => {
  const id = randomUUID()
  const matter = await live(house).opens('resident', lamp)
  const supplement = { id, matter, seq: 1, step: 'supplement', input: { supplement: '在小学门口' } }
  took(await act(house, people.resident, supplement, now))
  took(await act(house, people.dispatcher, { id, matter, seq: 2, step: 'dispatch', input: { category: 'waste', office: '630202001/gov' } }, now))
  const taken = refused(await act(house, people.neighbour, { ...report, id: matter }, now))
  assert.deepEqual([taken.code, taken.detail], ['repeated-other-input', undefined])
})

test('a refusal uses up no id', async () => {
  const id = randomUUID()
  assert.equal(refused(await act(house, people.resident, { ...report, id, input: { ...lamp, text: '灯' } }, now)).code, 'bad-input')
  took(await act(house, people.resident, { ...report, id }, now))
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live, refused, rowOf } from '../../test/helpers/live.ts'
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

type Kept = { readonly office: string; readonly code: string; readonly step: string; readonly category: string; readonly communities: readonly string[] }
const kept = () => database.scoped(people.deputy, tx => tx.query<Kept>('select office, code, step, category, communities from refused_attempt order by at, act'))

test('50.2: what the gate refuses is kept, once for each act, and of it no person', async () => {
  const game = live(house)
  const id = await game.opens('resident', { text: '垃圾没人清运，气味很大', place: '630202001001', category: 'waste' })
  const { seq } = await rowOf(house, id)
  const tried = { id: randomUUID(), matter: id, seq, step: 'dispatch', input: { category: 'waste', office: '630202001001/committee' } }
  const first = refused(await act(house, people.dispatcher, tried, game.now()))
  assert.deepEqual([first.code, first.basis, 'keeps' in first], ['not-the-community’s', ['23.3', '50.2'], false])
  assert.deepEqual(await kept(), [{ office: '630202001/centre', code: 'not-the-community’s', step: 'dispatch', category: 'waste', communities: ['630202001001'] }])
  assert.deepEqual(refused(await act(house, people.dispatcher, tried, game.now())), first)
  assert.equal((await kept()).length, 1, 'sent again, it is the same attempt')
  await act(house, people.dispatcher, { ...tried, input: { ...tried.input, office: '630202001002/committee' } }, game.now())
  await act(house, people.dispatcher, { ...tried, id: randomUUID() }, game.now())
  assert.equal((await kept()).length, 3, 'other input under the same id is another attempt, and so is another act')
  assert.equal((await rowOf(house, id)).seq, seq, 'the matter knows nothing of it')
})

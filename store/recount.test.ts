import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { makeCalendar } from '../kernel/calendar.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { system } from '../kernel/post.ts'
import { holidayYears } from '../regulation/holidays.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { fillWorld, houseOver, law, people } from '../test/helpers/world.ts'
import { act } from './act.ts'
import { readMatter } from './read/matter.ts'
import { recountProvisional } from './recount.ts'
import { verifyCounty } from './verify.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
})
after(() => database.close())

const invented = { year: 2027, holidays: ['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06'], workdays: [] }

test('a date in a year without published holidays is provisional, and is counted again by an entry when the calendar arrives', async () => {
  const house = houseOver(database)
  const at = new Date('2026-12-31T02:00:00Z')
  const run = async (who: keyof typeof people, asked: Omit<Parameters<typeof act>[2], 'id'>) => {
    const answer = await act(house, people[who], { id: randomUUID(), ...asked }, at)
    assert.ok(!isRefusal(answer), JSON.stringify(answer))
    return answer
  }
  const { id } = await run('resident', { procedure: 'request', step: 'report', input: { text: '路面塌陷，车辆难行', place: '630202001001' } })
  await run('dispatcher', { matter: id, seq: 1, step: 'dispatch', input: { category: 'road-damage', office: '630202001/gov' } })
  const clockOf = async () => (await database.scoped(system, tx => readMatter(tx, house, system, id)))?.matter.clocks['stage']
  const before = await clockOf()
  assert.equal(before?.provisional, true)
  assert.equal(before.last, '2027-01-04')

  assert.equal(await recountProvisional(house), 0, 'nothing is published yet')
  const published = { ...house, law: { ...law, calendar: makeCalendar([...holidayYears, invented, { year: 2028, holidays: [], workdays: [] }]) } }
  assert.equal(await recountProvisional(published), 1)
  const later = await clockOf()
  assert.equal(later?.provisional, false)
  assert.equal(later.last, '2027-01-07')
  assert.equal(await recountProvisional(published), 0, 'once is enough')
  const [page] = [await database.scoped(system, tx => readMatter(tx, house, system, id))]
  assert.equal(page?.entries.at(-1)?.step, 'recount')
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
})

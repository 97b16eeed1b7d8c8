import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../kernel/post.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { refused } from '../test/helpers/live.ts'
import { instant } from '../test/helpers/play.ts'
import { fillWorld, houseOver, people } from '../test/helpers/world.ts'
import { act } from '../store/act.ts'
import type { House } from '../store/house.ts'
import { groupsOf, raiseAttempts } from './attempts.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const counties = ['6302', '630202', '630203']
const tried = (office: string, at: string, n = 1): Promise<unknown> => database.scoped(system, tx => tx.query(
  `insert into refused_attempt (county, act, at, office, code, step, item, communities) select '630202', $1 || n, $2::timestamptz + n * interval '1 second', $3, 'not-listed', 'ask', 'A-01', '{630202001001}' from generate_series(1, $4::integer) n`,
  [randomUUID(), instant(at).toISOString(), office, n]))
const clues = () => database.scoped(system, tx => tx.query<{ stage: string; holder: string; region: string; accused: string; source: string; n: number }>(
  `select m.stage, m.holder_office as holder, m.region, i.facts->>'accused' as accused, i.facts->>'source' as source, jsonb_array_length(i.facts->'attempts') as n from matter m join matter_internal i on i.id = m.id where m.procedure = 'breach-clue' order by m.opened, m.id`))

test('attempts are grouped within the window, and none counts twice', () => {
  const at = (...days: readonly number[]) => days.map(day => ({ at: new Date(day * 86_400_000) }))
  const sizes = (...days: readonly number[]) => groupsOf(at(...days), 5, 90).map(group => group.length)
  assert.deepEqual(sizes(1, 2, 3, 4), [])
  assert.deepEqual(sizes(1, 2, 3, 4, 5, 6, 7, 8, 9), [5])
  assert.deepEqual(sizes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), [5, 5])
  assert.deepEqual(sizes(1, 92, 93, 94, 95), [], 'the first has gone out of the window')
  assert.deepEqual(sizes(1, 2, 3, 4, 90.9), [5])
  assert.deepEqual(sizes(1, 2, 3, 4, 91), [])
})

test('50.2: five refused attempts of an office in ninety days raise one check with whoever decides on it; four do not, and a refused attempt alone never', async () => {
  await tried('630202/transport', '2026-06-01 10:00', 4)
  await tried('6302/lead', '2026-06-01 10:00', 9)
  assert.equal(await raiseAttempts(house, counties, instant('2026-06-08 10:00')), 0)
  await tried('630202/transport', '2026-06-05 10:00')
  await tried('630202001/gov', '2026-02-01 10:00', 5)
  assert.equal(await raiseAttempts(house, counties, instant('2026-06-08 10:00')), 1)
  assert.deepEqual(await clues(), [{ stage: 'registered', holder: '630202/lead', region: '6302', accused: '630202/transport', source: 'attempts', n: 5 }])
  assert.equal(await raiseAttempts(house, counties, instant('2026-06-08 11:00')), 0, 'once for these')
  assert.equal(await raiseAttempts(house, counties, instant('2026-06-09 11:00')), 0, 'and not again another day')
  await tried('630202/transport', '2026-06-10 10:00', 5)
  assert.equal(await raiseAttempts(house, counties, instant('2026-06-11 10:00')), 1, 'as many again are another')
  assert.equal((await clues()).length, 2)
  assert.equal((await database.scoped(system, tx => tx.query(`select id from matter where procedure = 'breach'`))).length, 0, 'a check, never a breach by itself')
})

test('what the gate refuses is counted: an office tries, and its attempt stands there', async () => {
  const id = randomUUID()
  const report = await act(house, people.resident, { id, procedure: 'request', step: 'report', input: { text: '路面破损严重', place: '630202001001', category: 'road-damage' } }, instant('2026-06-08 10:00'))
  assert.ok('seq' in report)
  refused(await act(house, people.dispatcher, { id: randomUUID(), matter: id, seq: 1, step: 'dispatch', input: { category: 'road-damage', office: '630202001001/committee' } }, instant('2026-06-08 10:05')))
  const rows = await database.scoped(system, tx => tx.query<{ code: string }>(`select code from refused_attempt where office = '630202001/centre'`))
  assert.deepEqual(rows.map(row => row.code), ['not-the-community’s'])
})

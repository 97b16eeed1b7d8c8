import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver, people } from '../../test/helpers/world.ts'
import { readMatter } from '../read/matter.ts'
import { readingsDigest } from '../readings-kept.ts'
import { verifyCounty } from '../verify.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
})
after(() => database.close())

test('20.2: a reading changed in the log, or invented, is named; one taken out is missed by the day’s digest', async () => {
  const house = houseOver(database)
  const id = await live(house, '2026-06-08 10:00').opens('resident', { text: '楼上漏水到家里', place: '630202001001', contactPhone: '13897221234' })
  for (const time of ['11:00', '12:00']) await database.scoped(people.dispatcher, tx => readMatter(tx, house, people.dispatcher, id, { now: instant(`2026-06-08 ${time}`) }))
  const digest = () => database.scoped(system, tx => readingsDigest(tx, '630202', { from: '2026-06-08', before: '2026-06-09' }))
  const whole = await digest()
  assert.deepEqual([(await verifyCounty(house, '630202')).faults, whole?.['rows']], [[], 2])
  // Only who is master of the database itself can: the log's own triggers refuse everybody else.
  const tamper = (text: string) => database.owner(async tx => {
    await tx.simple('alter table access_log disable trigger access_log_stays')
    await tx.query(text)
    await tx.simple('alter table access_log enable trigger access_log_stays')
  })
  await tamper(`update access_log set account = '${people.handler.account}' where at = (select max(at) from access_log)`)
  assert.deepEqual((await verifyCounty(house, '630202')).faults.map(fault => [fault.kind, fault.matter]), [['reading', id]])
  await tamper(`delete from access_log where account = '${people.handler.account}'`)
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  assert.notDeepEqual(await digest(), whole, 'the row is missed')
})

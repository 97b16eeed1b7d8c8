import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../../kernel/post.ts'
import { everyStepTaken } from '../../../test/helpers/steps-met.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { live } from '../../../test/helpers/live.ts'
import { fillWorld, houseOver, people } from '../../../test/helpers/world.ts'
import { consentFor, type ConsentOf } from '../../../registers/consents.ts'
import type { House } from '../../../store/house.ts'
import { verifyCounty } from '../../../store/verify.ts'
import { consent } from './consent.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  await everyStepTaken(database, consent)
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const village = '630202001001'
const self = { village, whose: 'self' } as const
const named = { purpose: 'publishName', scope: '公开好人好事时可写姓名', ...self }
const holds = (of: ConsentOf, purpose: string, at: Date) => database.scoped(system, tx => consentFor(tx, of, purpose, at))
const resident = { account: people.resident.account }

test('14, 15: consent holds for its own purpose, from when it is given until it is withdrawn, and is asked of nobody else', async () => {
  const city = live(house)
  const before = new Date(city.now().getTime() - 1)
  const id = await city.opens('resident', named, 'give', 'consent')
  assert.deepEqual([await holds(resident, 'publishName', city.now()), await holds(resident, 'publishName', before), await holds(resident, 'publishPhoto', city.now())], [true, false, false])
  assert.equal(await holds({ account: people.neighbour.account }, 'publishName', city.now()), false)
  assert.equal((await city.refused('committee', 'enterWithdrawal', id, { withdrawReason: '口头撤回' })).code, 'not-on-paper')
  await city.does('resident', 'withdraw', id, { withdrawReason: '不想再公开' })
  assert.equal(await holds(resident, 'publishName', city.now()), false)
  assert.deepEqual(await city.heard(id), ['committee', 'gridWorker'])
})

test('29: sensitive data needs consent by itself', async () => {
  const city = live(house)
  const photo = { ...named, purpose: 'publishPhoto', scope: '活动照片用于村公示栏' }
  await assert.rejects(city.opens('resident', photo, 'give', 'consent'), /separate-consent/)
  await assert.rejects(city.opens('resident', { ...photo, separate: false }, 'give', 'consent'), /separate-consent/)
  await city.opens('resident', { ...photo, separate: true }, 'give', 'consent')
  assert.equal(await holds(resident, 'publishPhoto', city.now()), true)
})

test('consent with an end holds on its last day and not on the next; a day that is over is none', async () => {
  const city = live(house, '2026-06-08 10:00')
  await assert.rejects(city.opens('neighbour', { ...named, until: '2026-06-07' }, 'give', 'consent'), /until/)
  const id = await city.opens('neighbour', { ...named, until: '2026-06-12' }, 'give', 'consent')
  const of = { account: people.neighbour.account }
  assert.equal(await holds(of, 'publishName', new Date('2026-06-12T15:59:00Z')), true)
  assert.equal(await holds(of, 'publishName', new Date('2026-06-12T16:00:00Z')), false)
  await city.until('2026-06-16 10:00')
  assert.equal((await city.matter(id)).stage, 'over')
})

test('31: a guardian’s consent holds only once the committee attested it, for the minor alone; not attested, it lapses', async () => {
  const city = live(house)
  const forChild = { purpose: 'careNeeds', scope: '登记孩子的哮喘，便于志愿者照看', village, whose: 'child', child: '祁小满', relation: 'parent', separate: true }
  const id = await city.opens('resident', forChild, 'give', 'consent')
  assert.equal(await holds({ ...resident, child: true }, 'careNeeds', city.now()), false)
  assert.equal((await city.refused('committee', 'attest', id, { checked: false, attestNote: '未带户口簿' })).code, 'not-attested')
  await city.does('committee', 'attest', id, { checked: true, attestNote: '户口簿、身份证原件' })
  assert.deepEqual([await holds({ ...resident, child: true }, 'careNeeds', city.now()), await holds(resident, 'careNeeds', city.now())], [true, false])
  const declined = await city.opens('resident', forChild, 'give', 'consent')
  await city.does('committee', 'decline', declined, { attestNote: '不是监护人' })
  const late = await city.opens('resident', forChild, 'give', 'consent')
  await city.until('2026-07-01 10:00')
  assert.deepEqual([(await city.matter(declined)).stage, (await city.matter(late)).stage], ['lapsed', 'lapsed'])
})

test('on paper the committee registers what was signed, for a matter, and enters its withdrawal on the person’s word', async () => {
  const city = live(house)
  const about = await city.opens('neighbour', { text: '独居老人需要送餐', place: village })
  const sheet = randomUUID()
  await database.scoped(people.committee, tx => tx.query(
    `insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'sheet.jpg', 'image/jpeg', 4, '\\x00', '2026-06-08T01:00:00Z')`, [sheet, people.committee.account]))
  const paper = { purpose: 'shareService', scope: '地址和口味交送餐志愿者', ...self, separate: true, about, sheet: [sheet] }
  await assert.rejects(city.opens('committee', { ...paper, checked: false }, 'register', 'consent'), /not-attested/)
  await assert.rejects(city.opens('committee', { ...paper, checked: true, about: randomUUID() }, 'register', 'consent'), /about/)
  const id = await city.opens('committee', { ...paper, checked: true }, 'register', 'consent')
  const of = { county: '630202', about }
  assert.equal(await holds(of, 'shareService', city.now()), true)
  await city.does('committee', 'enterWithdrawal', id, { withdrawReason: '老人口头撤回' })
  assert.equal(await holds(of, 'shareService', city.now()), false)
})

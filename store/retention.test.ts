import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { erasedTitle } from '../kernel/erasure.ts'
import { system } from '../kernel/post.ts'
import { figure, type Rule } from '../regulation/rules.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live, rowOf } from '../test/helpers/live.ts'
import { instant } from '../test/helpers/play.ts'
import { fillWorld, houseOver } from '../test/helpers/world.ts'
import type { House } from './house.ts'
import { enlist, eraseNext, keepings, retain } from './retention.ts'
import { kept } from './read/retention.ts'
import { verifyCounty } from './verify.ts'
import { catchUp } from './clock.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())
beforeEach(() => database.owner(tx => tx.simple('truncate matter, matter_internal, party, entry, sealed, deadline, link, matter_term, tally, tally_sum, notice, file, precedent, retention, retention_run, retention_hold')))

const village = '630202001001'
const ended = async (text = '村口路灯不亮，晚上看不见路'): Promise<string> => {
  const city = live(house)
  const id = await city.opens('resident', { text, place: village, contactName: '祁玉兰', contactPhone: '13909725566' })
  await city.does('resident', 'withdraw', id)
  return id
}
const rows = (matter: string) => database.scoped(system, tx => tx.query<{ kind: string; due: string; erased: boolean }>(
  `select kind, to_char(due at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as due, erased is not null as erased from retention where matter = $1::uuid order by kind`, [matter]))

test('what ended is noted once a day with what it keeps and until when: to the end of the last day', async () => {
  const id = await ended()
  const running = await live(house).opens('resident', { text: '井盖破损，行人易摔', place: village, contactName: '马𠅤' })
  assert.equal(await enlist(house, instant('2026-06-09 03:00')), 2)
  assert.deepEqual(await rows(id), [{ kind: 'contact', due: '2027-06-09 00:00', erased: false }, { kind: 'text', due: '2031-06-09 00:00', erased: false }])
  assert.deepEqual(await rows(running), [], 'what runs has no end yet')
  assert.equal(await enlist(house, instant('2026-06-09 04:00')), undefined, 'the day was taken')
  assert.equal(await enlist(house, instant('2026-06-10 03:00')), 0)
})

test('what fell due is erased as one entry on its day and not before; what is not due stays', async () => {
  const id = await ended()
  await enlist(house, instant('2026-06-09 03:00'))
  assert.deepEqual(await eraseNext(house, instant('2027-06-08 23:59')), { did: 'nothing' })
  assert.deepEqual(await retain(house, instant('2027-06-09 00:00')), { enlisted: 0, erased: 1, failed: [] })
  const first = await rowOf(house, id)
  assert.deepEqual([first.title, first.facts['contactName'], first.facts['erasureGround'], first.seq], ['村口路灯不亮，晚上看不见路', undefined, 'retention', 3])
  assert.deepEqual(await retain(house, instant('2031-06-09 00:00')), { enlisted: 0, erased: 1, failed: [] })
  assert.equal((await rowOf(house, id)).title, erasedTitle)
  assert.ok((await rows(id)).every(row => row.erased))
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
})

test('a hold keeps what is due until it is over, and the figures say why', async () => {
  const id = await ended()
  const city = live(house, '2027-06-08 10:00')
  const hold = await city.opens('countyLead', { about: id, area: '630202', ground: 'investigation', instrument: '青监立〔2027〕3号', until: '2027-06-30' }, 'hold', 'retention-hold')
  assert.deepEqual(await retain(house, instant('2027-06-10 03:00')), { enlisted: 2, erased: 0, failed: [] })
  const figures = await database.scoped(system, tx => kept(tx, instant('2027-06-10 03:00'), '63'))
  assert.deepEqual(figures.filter(one => one.kind === 'contact'), [{ procedure: 'request', kind: 'contact', waiting: 0, erased: 0, late: 0, held: { investigation: 1 } }])
  await catchUp(house, instant('2027-07-02 10:00'))
  assert.equal((await rowOf(house, hold)).stage, 'over')
  assert.deepEqual(await retain(house, instant('2027-07-02 10:00')), { enlisted: 1, erased: 1, failed: [] }, 'the hold, over now, is itself noted')
})

test('nothing is erased sooner than an archive rule asks for, and a figure that changes moves what is not yet erased', async () => {
  const id = await ended()
  await enlist(house, instant('2026-06-09 03:00'))
  const archive: Rule = { ...figure('archive.contact', '2026-06-08'), kind: 'local', from: '2026-06-01', value: 120, unit: 'months', source: { zh: '县档案局规定', en: 'County archive rule' } }
  const strict: House = { ...house, law: { ...house.law, figure: (name, on) => figure(name, on, [archive]) } }
  assert.equal(keepings(strict, '2026-06-10').find(one => one.procedure === 'request' && one.kind === 'contact')?.rule, 'archive.contact')
  await enlist(strict, instant('2026-06-10 03:00'))
  assert.equal((await rows(id))[0]?.due, '2036-06-09 00:00')
  assert.deepEqual(await eraseNext(strict, instant('2027-06-09 03:00')), { did: 'nothing' })
})

test('one that fails is told, put off for a day, and holds up no other', async () => {
  const [broken, sound] = [await ended(), await ended('路面塌陷，车辆难行')]
  await enlist(house, instant('2026-06-09 03:00'))
  const version = (day: string) => database.owner(tx => tx.query('update matter set version = $2::date where id = $1::uuid', [broken, day]))
  await version('2020-01-01')
  const late = instant('2027-06-10 03:00')
  const { erased, failed } = await retain(house, late)
  assert.deepEqual([erased, failed.map(one => one.did === 'failed' && one.matter)], [1, [broken]])
  assert.equal((await rowOf(house, sound)).facts['contactName'], undefined)
  assert.deepEqual(await eraseNext(house, late), { did: 'nothing' })
  await version('2023-02-01')
  assert.deepEqual(await eraseNext(house, instant('2027-06-11 03:00')), { did: 'erased' })
  const [run] = await database.scoped(system, tx => tx.query<{ erased: number; failed: number }>(`select erased, failed from retention_run where day = '2027-06-10'`))
  assert.deepEqual(run, { erased: 1, failed: 1 })
})

test('two servers at once erase each matter once', async () => {
  const ids = await Promise.all([1, 2, 3, 4].map(n => ended(`第${n}盏路灯不亮，晚上看不见路`)))
  const when = instant('2027-06-10 03:00')
  const both = await Promise.all([retain(house, when), retain(house, when)])
  const rest = await retain(house, when)
  assert.equal(both[0].erased + both[1].erased + rest.erased, 4)
  assert.deepEqual(both.flatMap(one => one.failed), [])
  for (const id of ids) assert.equal((await rowOf(house, id)).seq, 3)
})

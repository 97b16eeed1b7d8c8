import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live } from './helpers/live.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const place = '630202001001'
const plan = { place, title: '东关社区夏季走访', until: '2026-12-31', households: [{ door: '3号楼2单元101', need: 'alone', consent: 'self' }] }

const pointing = (id: string, link: string) => database.owner(tx => tx.query<{ id: string; procedure: string; stage: string }>(
  'select m.id, m.procedure, m.stage from link l join matter m on m.county = l.county and m.id = l.matter where l.other = $1::uuid and l.kind = $2 order by m.procedure', [id, link]))

const sees = async (who: Name, id: string): Promise<boolean> => (await database.scoped(people[who], tx => tx.query('select id from matter where id = $1::uuid', [id]))).length > 0

test('21.4: one visit over the real database starts a request, a hazard and a need of care, linked back; each goes its own way, and each is seen by whom it concerns', async () => {
  const city = live(house)
  const id = await city.opens('handler', plan, 'make', 'visit-plan')
  const [visit] = await pointing(id, 'plan')
  assert.ok(visit)
  assert.deepEqual([await sees('gridWorker', visit.id), await sees('townLead', visit.id), await sees('otherGridWorker', visit.id), await sees('resident', visit.id)], [true, true, false, false])
  const held = {
    heldOn: '2026-06-08', met: 'met', seen: '老人一人在家，楼道灯不亮',
    findings: [{ what: '楼道灯不亮，看不清台阶', as: 'request', category: 'road-damage' }, { what: '楼道堆放纸箱堵住通道', as: 'hazard', kind: 'exits' }],
    cares: [{ kind: 'meals', need: '中午需要送餐', consent: 'self' }],
  }
  const bad = { ...held, findings: [...held.findings, { what: '配电箱门敞开', as: 'hazard' }] }
  assert.deepEqual((await city.refused('gridWorker', 'hold', visit.id, bad)).faults?.map(one => [one.row, one.column]), [[2, 'kind']])
  assert.deepEqual(await pointing(visit.id, 'visit'), [], 'of a visit refused nothing went out')
  await city.does('gridWorker', 'hold', visit.id, held)
  const followed = await pointing(visit.id, 'visit')
  assert.deepEqual(followed.map(one => [one.procedure, one.stage]), [['care-need', 'asked'], ['hazard', 'found'], ['request', 'triage']])
  const [care, hazard, request] = followed.map(one => one.id)
  assert.ok(care && hazard && request)
  const { facts } = await city.matter(request)
  assert.deepEqual([facts['spot'], facts['inPost']], ['3号楼2单元101', true])
  await city.does('dispatcher', 'dispatch', request, { category: 'road-damage', office: '630202001/gov' })
  await city.does('handler', 'grade', hazard, { grade: 'ordinary', kind: 'exits', gradeReason: '堵塞一处通道' })
  await city.does('handler', 'order', hazard, { responsible: 'owner', door: '3号楼2单元住户', requirement: '清走堆放的纸箱' })
  await city.does('handler', 'arrange', care, { provider: '东关社区食堂', until: '2026-06-15' })
  await city.does('gridWorker', 'meet', care, { result: '已连续送餐三天' })
  assert.deepEqual(await database.owner(tx => tx.query('select from matter_internal where facts::text like $1 and id = $2::uuid', ['%101%', care])), [], 'the door of a need of care stands nowhere in clear')
  await city.until('2026-06-16 08:00')
  assert.deepEqual([(await city.matter(visit.id)).facts['missed'], (await city.heard(visit.id)).includes('townLead')], [true, true])
})

test('34.2: a major hazard reaches the competent department over the real database, and its order stands on paper', async () => {
  const city = live(house)
  const id = await city.opens('resident', { what: '村道塌陷一米多', kind: 'road', place, danger: true }, 'find', 'hazard')
  assert.deepEqual(await city.heard(id), ['colleague', 'committee', 'gridWorker', 'handler', 'townLead'])
  await city.does('handler', 'grade', id, { grade: 'major', kind: 'road', gradeReason: '塌陷仍在扩大', safety: '已断行绕道，专人看守' })
  assert.deepEqual([(await city.matter(id)).holder?.office, await sees('transport', id), await sees('water', id), await sees('townLead', id), await sees('resident', id)], ['630202/transport', true, false, true, true])
  await city.does('transport', 'order', id, { responsible: 'office', office: '630202/transport', requirement: '三日内回填，设围挡' })
  await city.heard(id)
})

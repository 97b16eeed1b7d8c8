import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { guidance } from '../procedures/1-general/guidance.ts'
import { villageInspection } from '../procedures/1-general/village-inspection.ts'
import type { House } from '../store/house.ts'
import { visitsIn } from '../registers/township-visits.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live } from './helpers/live.ts'
import { listsInForce } from './helpers/lists.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  await listsInForce(database, '630202', [
    { code: 'zz-01', kind: 'own', name: '居务公开', office: 'committee' }, { code: 'xz-01', kind: 'assist', name: '协助人口普查', office: 'gov', conditions: ['经费'] },
  ])
  house = houseOver(database)
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const visit = { village: '630202001001', about: '帮助社区健全议事协商', themes: [{ theme: 'deliberation' }], day: '2026-06-09' }
const planned = {
  village: '630202001001', subject: 'service', about: '居务公开情况', day: '2026-06-09',
  checklist: [{ what: '居务公开栏是否按季更新', item: 'zz-01', standard: '每季度公开一次' }],
}
const findings = [{ what: '上季度居务未公开', item: 'zz-01', by: '2026-06-26' }]
const seen = { heldOn: '2026-06-09', results: [{ no: 1, result: 'not' }] }

const visits = (who: Name) => database.scoped(people[who], tx => visitsIn(tx, { region: people[who].region, county: '630202', day: '2026-06-10' }))
const work = (id: string) => database.owner(tx => tx.query<{ state: string; kind: string; open: boolean }>('select state, kind, open from given_work where matter = $1::uuid', [id]))

test('6.1: a visit is planned, held and answered over the real database, and who works there sees where nobody has been', async () => {
  const city = live(house)
  const id = await city.opens('handler', visit, 'plan', guidance.name)
  assert.deepEqual(await city.heard(id), ['committee'])
  await city.until('2026-06-09 17:00')
  await city.does('handler', 'hold', id, { heldOn: '2026-06-09', seen: '列席了居民议事会', raised: [{ what: '巷道路灯由谁管', who: '630202/urban-management', by: '2026-06-18' }] })
  assert.deepEqual(await city.heard(id), ['urban'])
  await city.does('urban', 'answer', id, { no: 1, answer: '由城管局养护，已列入检修' })
  await city.does('committee', 'confirm', id, { help: 'much' })
  assert.equal((await city.matter(id)).stage, 'closed')
  const mine = [{ village: '630202001001', last: '2026-06-09', next: null, inspections: 0 }]
  assert.deepEqual([await visits('townLead'), await visits('countyLead'), await visits('committee'), await visits('otherDispatcher')], [mine, mine, mine, []])
  assert.deepEqual([await visits('resident'), await visits('deputy')], [[], mine])
})

test('6.6, 23.3: the gate of the real registers lets the village’s own be put right, and keeps what it refused', async () => {
  const city = live(house)
  const bad = { ...planned, checklist: [{ what: '报表', item: 'zz-77', standard: '按月' }] }
  await assert.rejects(city.opens('handler', bad, 'plan', villageInspection.name), /no list in force/)
  const id = await city.opens('handler', planned, 'plan', villageInspection.name)
  await city.until('2026-06-09 17:00')
  for (const [item, code] of [['xz-01', 'assistance'], ['zz-77', 'no-ground']] as const) {
    assert.equal((await city.refused('handler', 'record', id, { ...seen, findings: [{ ...findings[0], item }] })).code, code)
  }
  assert.deepEqual(await database.owner(tx => tx.query('select office, code, step, item, communities from refused_attempt order by code')), [
    { office: '630202001/gov', code: 'assistance', step: 'record', item: 'xz-01', communities: ['630202001001'] }, { office: '630202001/gov', code: 'no-ground', step: 'record', item: 'zz-77', communities: ['630202001001'] },
  ])
  await city.does('handler', 'record', id, { ...seen, findings })
  assert.deepEqual(await work(id), [{ state: 'answering', kind: 'own', open: true }])
  await city.does('committee', 'object', id, { objection: '上季度已经公开' })
  await city.does('townLead', 'decide', id, { ruling: 'stands', rulingReason: '公开栏没有更新' })
  await city.does('committee', 'rectify', id, { done: '已公开上季度收支' })
  await city.does('colleague', 'recheck', id, { verdict: 'passed', recheckNote: '公开栏已更新' })
  assert.deepEqual(await work(id), [{ state: 'done', kind: 'own', open: false }])
})

test('6.6: the fifth inspection of a year needs its reason', async () => {
  const city = live(house)
  for (let n = 0; n < 3; n += 1) await city.opens('handler', planned, 'plan', villageInspection.name)
  await assert.rejects(city.opens('handler', planned, 'plan', villageInspection.name), /overReason/)
  await city.opens('handler', { ...planned, overReason: '群众反映经费支出未公开' }, 'plan', villageInspection.name)
  assert.equal((await visits('townLead'))[0]?.inspections, 5)
})

const asked = { area: '630202', theme: 'environment', title: '夏季环境整治', aims: '清理背街小巷积存垃圾，整治占道堆放', instrument: '乐政办〔2026〕21号', from: '2026-06-08', until: '2026-06-30', townships: ['630202001'] }

const pointing = (id: string, procedure: string) => database.owner(tx => tx.query<{ id: string; stage: string }>(
  'select m.id, m.stage from link l join matter m on m.county = l.county and m.id = l.matter where l.other = $1::uuid and m.procedure = $2 order by m.opened', [id, procedure]))

test('6.5, 23.3: a campaign reaches villages by the list alone: a plan with one row outside it is refused as a whole, and kept', async () => {
  const city = live(house)
  const id = await city.opens('countyLead', asked, 'arrange', 'campaign')
  const [part] = await pointing(id, 'campaign-part')
  assert.ok(part)
  const plan = { measures: '分片包干，逐条清理，周五联合检查', conditions: [{ name: '经费', what: '每处补助五百元', by: '2026-06-12' }] }
  const listed = { village: '630202001001', item: 'xz-01', what: '组织居民清理楼道' }
  const before = await database.owner(tx => tx.query('select from refused_attempt'))
  for (const [breakdown, conditions, code] of [
    [[listed, { ...listed, item: 'xz-77' }], plan.conditions, 'not-listed'], [[{ ...listed, item: 'zz-01' }], plan.conditions, 'own-affair'], [[listed], undefined, 'no-conditions'],
  ] as const) assert.equal((await city.refused('handler', 'plan', part.id, { measures: plan.measures, breakdown, ...(conditions && { conditions }) })).code, code)
  assert.equal((await city.refused('handler', 'plan', part.id, { ...plan, breakdown: [listed], underOrder: true })).code, 'no-emergency')
  const kept = await database.owner(tx => tx.query<{ code: string; office: string; step: string }>('select code, office, step from refused_attempt order by at, code'))
  assert.equal(kept.length - before.length, 4)
  assert.ok(kept.filter(one => one.step === 'plan').every(one => one.office === '630202001/gov'))
  assert.deepEqual(await pointing(part.id, 'commission'), [], 'of a plan refused nothing went out')
  await city.does('handler', 'plan', part.id, { ...plan, breakdown: [listed, { ...listed, village: '630202001002' }] })
  const [commission, ...more] = await pointing(part.id, 'commission')
  assert.deepEqual([commission?.stage, more], ['approving', []])
  await city.does('townLead', 'approve', commission?.id ?? '')
  assert.equal((await pointing(commission?.id ?? '', 'community-task')).length, 2)
  await city.does('handler', 'reportNow', part.id, { report: '清理背街小巷六条，动员单位两家' })
  await city.does('countyLead', 'check', part.id, { verdict: 'accepted', opinion: '属实，予以通过' })
  assert.equal((await city.matter(id)).stage, 'summing', 'told by its only part')
  await city.does('countyLead', 'sumUp', id, { summary: '一个街道清理背街小巷六条' })
  const off = await city.opens('countyLead', { ...asked, title: '秋季环境整治' }, 'arrange', 'campaign')
  await city.does('countyLead', 'callOff', off, { reason: '与省级行动合并' })
  assert.equal((await pointing(off, 'campaign-part'))[0]?.stage, 'calledOff')
})

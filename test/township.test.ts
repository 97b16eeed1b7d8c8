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

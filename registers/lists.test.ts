import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../kernel/post.ts'
import type { ListItem } from '../procedures/3-governance/lists/items.ts'
import { verifyCounty } from '../store/verify.ts'
import type { House } from '../store/house.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { count, draft, first, own, relief } from '../test/helpers/lists.ts'
import { live } from '../test/helpers/live.ts'
import { fillWorld, houseOver, people } from '../test/helpers/world.ts'
import { dutyOn, itemOn } from './gate.ts'
import { dutyLists, latestWorkList, workItems, workLists } from './lists.ts'

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

const asPlatform = <T>(ask: Parameters<TestDatabase['scoped']>[1] extends (tx: infer X) => unknown ? (tx: X) => Promise<T> : never): Promise<T> => database.scoped(system, ask)
const on = (code: string, day: string) => asPlatform(tx => itemOn(tx, '630202', code, day))

type City = ReturnType<typeof live>

/** Takes a draft from its consultation to its publication; the city stands at the day of the publication. */
const adopt = async (city: City, input: object, published: string): Promise<string> => {
  const id = await city.opens('countyClerk', input, 'draft', 'work-list')
  await city.does('countyClerk', 'consult', id)
  await city.until(published)
  await city.does('countyClerk', 'toReview', id)
  await city.does('justice', 'pass', id, { opinion: '程序合法' })
  await city.does('countyLead', 'publish', id, { instrument: '乐政发〔2026〕18 号' })
  return id
}

const second: readonly ListItem[] = [own, { ...relief, minutes: 100, conditions: '人员、经费、设备' }, { ...relief, code: 'zz-02', name: '防汛值守', seasonFrom: '05-01' }]

test('23.1: adopted, the lists are what the gate goes by, from their day on; amended, the version of each day is known, and what is to come', async () => {
  const city = live(house, '2026-01-05 10:00')
  assert.equal(await on('zz-01', '2026-01-05'), undefined)
  const v1 = await adopt(city, { ...draft, since: '2026-03-01' }, '2026-01-22 10:00')
  assert.deepEqual(await on('zz-01', '2026-02-28'), { code: 'zz-01', kind: 'assist', name: relief.name, office: 'civil-affairs', conditions: ['人员', '经费'], minutes: 120, season: { from: '03-01', to: '10-31' }, since: '2026-03-01' }, 'only to come')
  await city.until('2026-03-01 09:00')
  assert.equal((await city.matter(v1)).stage, 'inForce')

  const v2 = await adopt(city, { ...draft, title: '乐都区事项清单（2026 年修订）', since: '2026-07-01', items: second, reason: '按实际工作调整', reasons: [{ code: 'wt-01', why: '普查已结束' }] }, '2026-03-19 10:00')
  assert.deepEqual((await city.matter(v2)).links, [{ kind: 'amends', matter: v1 }])
  assert.deepEqual([(await on('wt-01', '2026-06-30'))?.until, await on('wt-01', '2026-07-01')], ['2026-07-01', undefined], 'withdrawn in the next')
  assert.deepEqual([(await on('zz-02', '2026-06-30'))?.since, (await on('zz-02', '2026-07-01'))?.since], ['2026-07-01', '2026-07-01'], 'only in the next')
  assert.deepEqual([(await on('zz-01', '2026-06-30'))?.minutes, (await on('zz-01', '2026-07-01'))?.minutes, (await on('zz-01', '2026-06-30'))?.until], [120, 100, undefined], 'changed in the next, and never gone')
  assert.deepEqual([(await city.matter(v1)).stage, (await city.matter(v2)).stage], ['inForce', 'published'])
  await city.until('2026-07-01 09:00')
  assert.deepEqual([(await city.matter(v1)).stage, (await city.matter(v2)).stage], ['superseded', 'inForce'])

  const v3 = await adopt(city, { ...draft, title: '乐都区事项清单（2026 年再修订）', since: '2026-10-01', items: first, reason: '恢复普查', reasons: [{ code: 'zz-02', why: '汛期已过' }] }, '2026-07-20 10:00')
  assert.deepEqual([(await on('wt-01', '2026-08-01'))?.since, (await on('wt-01', '2026-08-01'))?.until, (await on('zz-02', '2026-08-01'))?.until], ['2026-10-01', undefined, '2026-10-01'], 'back on the list')
  const versions = await asPlatform(tx => workLists(tx, '630202'))
  assert.deepEqual(versions.map(({ version, since, until, items }) => [version, since, until, items]), [[v3, '2026-10-01', null, 3], [v2, '2026-07-01', '2026-10-01', 3], [v1, '2026-03-01', '2026-07-01', 3]])
  assert.deepEqual(await asPlatform(tx => workItems(tx, '630202', v2)), second, 'as it was drafted')
  assert.equal(((await asPlatform(tx => latestWorkList(tx, { county: '630202' }))) as { readonly version: string }).version, v3)
})

test('a community comments, each comment is answered before the draft goes on, and falls with a draft that is given up', async () => {
  const city = live(house, '2026-08-03 10:00')
  const reason = { since: '2026-12-01', items: second, reason: '按实际工作调整', reasons: [{ code: 'wt-01', why: '普查已结束' }] }
  const id = await city.opens('countyClerk', { ...draft, ...reason }, 'draft', 'work-list')
  const said = { list: id, place: '630202001001', item: 'zz-01', stance: 'conditions', comment: '须有民政干部同行' }
  assert.equal((await city.refused('committee', 'x', id)).code, 'not-found', 'a draft is not yet public')
  await city.does('countyClerk', 'consult', id)
  const heard = await city.heard(id)
  assert.deepEqual(['committee', 'gridWorker', 'otherGridWorker', 'townLead'].filter(who => !heard.some(one => one === who)), [], 'every community and township is told')
  const one = await city.opens('committee', said, 'comment', 'list-comment')
  const { seq } = await city.matter(id)
  await city.until('2026-08-19 10:00')
  await assert.rejects(city.opens('committee', said, 'comment', 'list-comment'), /not-consulting/)
  assert.equal((await city.refused('countyClerk', 'toReview', id)).code, 'unanswered')
  await city.does('countyClerk', 'answer', one, { outcome: 'adopted', reply: '增加工作条件' })
  await city.does('countyClerk', 'revise', id, { items: [own, { ...relief, part: '随民政干部入户' }, { ...relief, code: 'zz-02', name: '防汛值守', seasonFrom: '05-01' }] })
  const { facts } = await city.matter(id)
  assert.equal(facts['again'], undefined, 'what they asked for needs no second consultation')
  await city.does('countyClerk', 'revise', id, { items: [...second, { ...relief, code: 'zz-03' }] })
  await city.does('countyClerk', 'consult', id)
  const two = await city.opens('committee', said, 'comment', 'list-comment')
  await city.does('countyLead', 'dropDraft', id, { droppedWhy: '并入明年修订' })
  assert.deepEqual([(await city.matter(one)).stage, (await city.matter(two)).stage, (await city.matter(id)).seq - seq], ['answered', 'moot', 5], 'comments rewrite no list')
})

test('23.3: duty lists by office, version by version', async () => {
  const city = live(house, '2026-01-05 10:00')
  const duties = [{ code: 'zn-01', name: '县道养护', basis: '公路法' }, { code: 'zn-02', name: '客运管理', basis: '道路运输条例' }]
  const publish = async (input: object): Promise<string> => {
    const id = await city.opens('transport', { place: '630202', title: '交通运输局职责事项清单', ...input }, 'draft', 'duty-list')
    await city.does('transport', 'toReview', id)
    await city.does('justice', 'pass', id, { opinion: '同意' })
    await city.does('countyLead', 'publish', id, { instrument: '乐政办〔2026〕9 号' })
    return id
  }
  const v1 = await publish({ since: '2026-02-01', duties })
  const v2 = await publish({ since: '2026-05-01', duties: [duties[0], { code: 'zn-03', name: '货运治超', basis: '公路安全保护条例' }], reason: '职责调整', reasons: [{ code: 'zn-02', why: '划归市级' }] })
  const duty = (code: string, day: string) => asPlatform(async tx => (await dutyOn(tx, '630202/transport', code, day))?.name)
  assert.deepEqual([await duty('zn-02', '2026-01-31'), await duty('zn-02', '2026-02-01'), await duty('zn-02', '2026-05-01'), await duty('zn-03', '2026-04-30'), await duty('zn-03', '2026-05-01')], [undefined, '客运管理', undefined, undefined, '货运治超'])
  assert.equal(await asPlatform(tx => dutyOn(tx, '630202/urban-management', 'zn-01', '2026-05-01')), undefined, 'of no other office')
  await city.until('2026-05-01 09:00')
  assert.deepEqual([(await city.matter(v1)).stage, (await city.matter(v2)).stage], ['superseded', 'inForce'])
  assert.deepEqual((await asPlatform(tx => dutyLists(tx, '630202', '630202/transport'))).map(one => [one.version, one.until]), [[v2, null], [v1, '2026-05-01']])
})

test('23.1: what a community agrees with asks for no change; and of two versions published at once one comes too late', async () => {
  const city = live(house, '2026-09-01 10:00')
  const id = await city.opens('countyClerk', { ...draft, since: '2027-03-01', items: second, reason: '按实际工作调整', reasons: [{ code: 'wt-01', why: '普查已结束' }] }, 'draft', 'work-list')
  await city.does('countyClerk', 'consult', id)
  const agreed = await city.opens('committee', { list: id, place: '630202001001', item: 'zz-01', stance: 'agree', comment: '同意' }, 'comment', 'list-comment')
  await city.until('2026-09-20 10:00')
  await city.does('countyClerk', 'answer', agreed, { outcome: 'adopted', reply: '感谢支持' })
  await city.does('countyClerk', 'revise', id, { items: [own, { ...relief, minutes: 600, conditions: '人员、经费、设备' }, { ...relief, code: 'zz-02', name: '防汛值守', seasonFrom: '05-01' }] })
  assert.equal((await city.matter(id)).facts['again'], true, 'five times the work was not what they agreed to')
  const open = (table: string) => database.owner(tx => tx.query(`insert into ${table} select * from (select county, gen_random_uuid() as version, ${table === 'duty_list' ? 'office, ' : ''}'2031-01-01'::date as since from ${table} where until is null limit 1) one`))
  for (const table of ['work_list', 'duty_list']) await assert.rejects(open(table), { code: '23505' }, table)
})

test('whoever is signed in may read the lists; nobody but the platform writes them', async () => {
  for (const who of [people.stranger, people.committee, people.auditor]) {
    assert.ok((await database.scoped(who, tx => tx.query('select code from work_item'))).length >= 9)
    await assert.rejects(database.scoped(who, tx => tx.query(`insert into work_list (county, version, since) values ('630202', gen_random_uuid(), '2030-01-01')`)))
    assert.deepEqual(await database.scoped(who, tx => tx.query(`update work_list set until = '2030-01-01' returning version`)), [])
  }
  assert.ok(count.code === 'wt-01')
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test, type TestContext } from 'node:test'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import type { Matter } from '../kernel/matter.ts'
import { act, actIn, type Act, type Receipt } from '../store/act.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { cleaning, inForce, items } from './helpers/commissioning.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { fillLists, keptRows } from './helpers/lists-filled.ts'
import { live, refused, rowOf } from './helpers/live.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  await fillLists(database, [inForce])
  house = houseOver(database)
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const tasksOf = async (commission: string, procedure: string): Promise<readonly Matter[]> => {
  const rows = await keptRows<{ id: string }>(database, `select m.id from link l join matter m on m.county = l.county and m.id = l.matter where l.other = $1::uuid and l.kind = 'of' and m.procedure = $2 order by m.region`, [commission, procedure])
  return Promise.all(rows.map(({ id }) => rowOf(house, id)))
}
const givenWork = (commission: string) => keptRows<{ community: string; state: string; open: boolean; minutes: number; promised: number; delivered: number; number: string; township: string }>(
  database, 'select community, state, open, minutes, promised, delivered, number, township from given_work where source = $1::uuid order by community', [commission])

/** Proposed, approved and with the communities. */
const given = async (city: ReturnType<typeof live>, more: object = {}) => {
  const id = await city.opens('transport', { ...cleaning, ...more }, 'propose', 'commission')
  await city.does('roads', 'approve', id)
  const [review] = await tasksOf(id, 'township-task')
  await city.does('dispatcher', 'pass', review?.id ?? '')
  const [east, west] = await tasksOf(id, 'community-task')
  return { id, review: review?.id ?? '', east: east?.id ?? '', west: west?.id ?? '' }
}

test('24.2, 7.1: a department’s commission from its proposal through the township to two communities, and done', async () => {
  const city = live(house)
  const fields = [{ name: '户数', kind: 'number', filled: true }, { name: '清扫里程', kind: 'number' }]
  const { id, review, east, west } = await given(city, { fields })
  assert.equal((await rowOf(house, review)).stage, 'passed')
  assert.deepEqual((await rowOf(house, east)).facts['filled'], [{ name: '户数', value: '0' }])
  assert.deepEqual((await givenWork(id)).map(({ number, ...row }) => { assert.ok(number.length > 0); return row }), ['630202001001', '630202001002'].map(community => (
    { community, township: '630202001', state: 'awaiting', open: true, minutes: 122, promised: 2, delivered: 0 })))
  await city.does('transport', 'deliverConditions', id, { delivery: cleaning.conditions.map(({ name }) => ({ name, how: '已送达', on: '2026-06-08' })) })
  await city.does('committee', 'confirmConditions', east)
  await city.does('committee', 'deliver', east, { report: '清扫完成，边沟已清', data: [{ name: '清扫里程', value: '6' }] })
  await city.does('transport', 'acceptWork', east)
  assert.deepEqual((await givenWork(id)).map(row => [row.state, row.open, row.delivered]), [['done', false, 2], ['awaiting', true, 0]])
  const data = await keptRows(database, 'select village, name, value, as_of::text as "asOf", until::text as until, source from village_data')
  assert.deepEqual(data, [{ village: '630202001001', name: '清扫里程', value: '6', asOf: '2026-06-08', until: '2027-06-08', source: east }])
  await city.until('2026-06-10 18:00')
  assert.equal((await rowOf(house, west)).stage, 'doing', 'recorded and not gainsaid')
  await city.does('westCommittee', 'object', west, { objection: 'capacity', objectionText: '劳力外出' })
  await city.does('countyLead', 'uphold', west, { ruling: '由养护站代办' })
  const { stage, facts } = await rowOf(house, id)
  assert.deepEqual([stage, facts['nDone'], facts['nObjected'], facts['nEnded']], ['summing', 1, 1, 2])
  await city.does('roads', 'close', id, { summary: '一村完成，一村免除' })
})

test('23.2: what a village gave once is asked of nobody there again: filled in for it, asked of the others', async () => {
  const city = live(house, '2026-06-11 10:00')
  const { east, west } = await given(city, { item: 'zz-02', from: '2026-06-11', conditions: [], fields: [{ name: '清扫里程', kind: 'number' }] })
  const [mine, theirs] = [await rowOf(house, east), await rowOf(house, west)]
  assert.deepEqual([mine.facts['filled'], mine.facts['minutes'], theirs.facts['filled'], theirs.facts['minutes']], [[{ name: '清扫里程', value: '6' }], 30, undefined, 32])
  const alone = { ...cleaning, item: 'zz-02', conditions: [], places: ['630202001001'], from: '2026-06-12', fields: [{ name: '清扫里程', kind: 'number' }] }
  assert.equal((await city.refused('transport', 'withdraw', east, { reason: '撤回' })).code, 'no-such-step')
  assert.equal(refused(await act(house, people.transport, { id: randomUUID(), procedure: 'commission', step: 'propose', input: { ...alone, item: 'zz-01', conditions: cleaning.conditions.map(row => ({ ...row, by: '2026-06-18' })) } }, city.now())).code, 'already-held')
})

test('23.3, 50.2: a refused attempt leaves nothing but one row, however often the same act is sent', async () => {
  const city = live(house)
  const asked = { id: randomUUID(), procedure: 'commission', step: 'propose', input: { ...cleaning, item: 'zz-99' } }
  for (let n = 0; n < 3; n += 1) assert.equal(refused(await act(house, people.transport, asked, city.now())).code, 'not-listed')
  const rows = await keptRows<{ office: string; item: string; communities: string[] }>(database, `select office, item, communities from refused_attempt where code = 'not-listed'`)
  assert.deepEqual(rows, [{ office: '630202/transport', item: 'zz-99', communities: ['630202001001', '630202001002'] }])
  assert.deepEqual(await keptRows(database, `select id from matter where id = $1::uuid`, [asked.id]), [])
})

test('24.2, 33.2: under an order, work goes out at once and ends with it, also where the city declared it', async () => {
  const city = live(house, '2026-07-20 10:00')
  const order = { kind: 'flood', happened: '暴雨致河水猛涨', scope: '组织沿沟住户转移', executors: ['630202/transport'], instrument: '市防汛应急预案', until: '2026-07-25' }
  const sandbags = { title: '搬运沙袋', what: '沿沟搬运沙袋', manner: 'task', emergency: true, area: '630202', places: ['630202001001'], from: '2026-07-20', until: '2026-07-24', conditions: [{ name: '沙袋', what: '五百只', by: '2026-07-22' }] }
  for (const [who, area] of [['cityLead', '6302'], ['townLead', '630202001']] as const) {
    const declared = await city.opens(who, { ...order, area }, 'declare', 'emergency-order')
    if (who === 'townLead') await city.does('countyLead', 'confirm', declared)
    assert.equal(refused(await act(house, people.water, { id: randomUUID(), procedure: 'commission', step: 'propose', input: sandbags }, city.now())).code, 'not-in-the-order', who)
    const id = await city.opens('transport', sandbags, 'propose', 'commission')
    const [task] = await tasksOf(id, 'community-task')
    assert.deepEqual([task?.stage, (await givenWork(id))[0]?.state], ['doing', 'doing'])
    await city.does(who, 'endEarly', declared, { endReason: '水位已退' })
    assert.deepEqual([(await rowOf(house, id)).stage, (await tasksOf(id, 'community-task'))[0]?.stage, (await givenWork(id))[0]?.open], ['summing', 'over', false])
  }
})

test('24.2: work given under the orders of several places ends with whichever of them ends', async () => {
  const city = live(house, '2026-07-27 10:00')
  const order = { kind: 'flood', happened: '暴雨致河水猛涨', scope: '组织沿沟住户转移', executors: ['630202/transport'], instrument: '防汛应急预案' }
  const [first, second] = [await city.opens('countyLead', { ...order, area: '630202001001', until: '2026-07-29' }, 'declare', 'emergency-order'), await city.opens('countyLead', { ...order, area: '630202001002', until: '2026-08-02' }, 'declare', 'emergency-order')]
  const id = await city.opens('transport', {
    title: '搬运沙袋', what: '沿沟搬运沙袋', manner: 'task', emergency: true, area: '630202', places: ['630202001001', '630202001002'], from: '2026-07-27', until: '2026-07-29', conditions: [{ name: '沙袋', what: '五百只', by: '2026-07-28' }],
  }, 'propose', 'commission')
  assert.deepEqual((await rowOf(house, id)).links.map(link => link.matter).toSorted(), [first, second].toSorted())
  await city.does('countyLead', 'endEarly', second, { endReason: '水位已退' })
  assert.deepEqual((await tasksOf(id, 'community-task')).map(one => one.stage), ['over', 'over'])
  await city.does('countyLead', 'endEarly', first, { endReason: '水位已退' })
})

test('24.1, 50.2: work pushed onto townships stands on the duty list of each of them', async () => {
  const city = live(house, '2026-08-03 10:00')
  const own = { ...cleaning, item: 'zn-02', from: '2026-08-03', until: '2026-08-20', conditions: [], places: ['630202001', '630202101'] }
  const id = await city.opens('transport', own, 'propose', 'commission')
  await city.does('roads', 'approve', id)
  assert.deepEqual((await tasksOf(id, 'township-task')).map(one => one.stage), ['doing', 'doing'])
  assert.deepEqual((await givenWork(id)).map(row => row.community), ['630202001', '630202101'])
  await city.does('transport', 'withdraw', id, { reason: '已安排' })
  await database.owner(tx => tx.query(`delete from duty_item where version in (select version from duty_list where office = '630202101/gov')`))
  assert.equal(refused(await act(house, people.transport, { id: randomUUID(), procedure: 'commission', step: 'propose', input: own }, city.now())).code, 'not-the-township’s')
})

/** A race needs two connections; PGlite has one. */
const race = (name: string, run: () => Promise<void>): void => {
  test(name, async (t: TestContext) => {
    if (database.kind === 'pglite') t.skip('PGlite is one connection: nothing can meet in it')
    else await run()
  })
}
const acts = async (city: ReturnType<typeof live>, who: Name, step: string, id: string, input: object = {}): Promise<Receipt | Refusal> => {
  const { seq } = await rowOf(house, id)
  return act(house, people[who], { id: randomUUID(), matter: id, seq, step, input }, city.now())
}
const outcomes = (answers: readonly (Receipt | Refusal)[]): readonly string[] => answers.map(one => (isRefusal(one) ? one.code : 'taken')).toSorted()

race('two people approve at once: one does, and the work goes out once', async () => {
  const city = live(house, '2026-09-01 10:00')
  const id = await city.opens('handler', { ...cleaning, area: '630202001', item: 'wt-02', conditions: [], from: '2026-09-01', until: '2026-09-20' }, 'propose', 'commission')
  const { seq } = await rowOf(house, id)
  const answers = await Promise.all((['colleague', 'townLead'] as const).map(who => act(house, people[who], { id: randomUUID(), matter: id, seq, step: 'approve', input: {} }, city.now())))
  assert.deepEqual([outcomes(answers), (await tasksOf(id, 'community-task')).length], [['stale', 'taken'], 2])
  await city.does('handler', 'withdraw', id, { reason: '另行安排' })
})

race('a community takes it on while the issuer withdraws: one way or the other, never both, and the register says the same', async () => {
  for (let n = 0; n < 5; n += 1) {
    const city = live(house, '2026-09-02 10:00')
    const id = await city.opens('handler', { ...cleaning, area: '630202001', item: 'wt-02', conditions: [], from: '2026-09-02', until: '2026-09-20' }, 'propose', 'commission')
    await city.does('colleague', 'approve', id)
    const [east] = await tasksOf(id, 'community-task')
    const withdrawn = acts(city, 'handler', 'withdraw', id, { reason: '另行安排' })
    const accepted = acts(city, 'committee', 'accept', east?.id ?? '')
    const answers = await Promise.all([withdrawn, accepted])
    assert.ok(!answers.some(one => isRefusal(one) && !['stale', 'closed', 'wrong-stage'].includes(one.code)), JSON.stringify(answers))
    if (isRefusal(answers[0])) await city.does('handler', 'withdraw', id, { reason: '另行安排' })
    assert.deepEqual([(await rowOf(house, east?.id ?? '')).stage, (await givenWork(id)).map(row => row.state)], ['withdrawn', ['withdrawn', 'withdrawn']])
  }
})

/** Waits until a transaction of this database waits for a lock that another took by name, or until `over`. */
const somebodyWaits = async (over: () => boolean): Promise<void> => {
  for (let waiting = 0; waiting === 0 && !over();) {
    [{ waiting = 0 } = {}] = await database.owner(own => own.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks l join pg_stat_activity a using (pid) where not l.granted and l.locktype = 'advisory' and a.datname = current_database()`))
  }
}

race('23.2: two commissions of the same item approved at the same instant: one goes out, the other is told it is under way', async () => {
  const city = live(house, '2026-09-03 10:00')
  const asked = { ...cleaning, area: '630202001', item: 'wt-02', conditions: [], from: '2026-09-03', until: '2026-09-20' }
  const [one, other] = [await city.opens('handler', asked, 'propose', 'commission'), await city.opens('handler', asked, 'propose', 'commission')]
  const approve = async (id: string): Promise<Act> => ({ id: randomUUID(), matter: id, seq: (await rowOf(house, id)).seq, step: 'approve', input: {} })
  const [mine, theirs] = [await approve(one), await approve(other)]
  const inside = Promise.withResolvers<undefined>()
  let done = false
  // The first has given its work and not yet committed when the second is judged.
  const first = database.scoped(people.colleague, async tx => {
    const receipt = await actIn(tx, house, people.colleague, mine, city.now())
    inside.resolve(undefined)
    await somebodyWaits(() => done)
    return receipt
  })
  await inside.promise
  const second = act(house, people.townLead, theirs, city.now()).finally(() => { done = true })
  assert.deepEqual([outcomes([await first]), outcomes([await second])], [['taken'], ['duplicate']])
  assert.deepEqual([(await givenWork(one)).length, (await givenWork(other)).length, (await rowOf(house, other)).stage], [2, 0, 'approving'])
  await city.does('handler', 'withdraw', one, { reason: '另行安排' })
})

test('23.1: an item withdrawn while the township looks stops there; what is under way goes on', async () => {
  const city = live(house, '2026-10-12 10:00')
  const under = await given(city, { item: 'wt-01', from: '2026-10-12', until: '2026-11-20', conditions: [{ name: '经费', what: '每亭六百元', by: '2026-10-20' }] })
  await city.does('committee', 'accept', under.east)
  await city.does('committee', 'confirmConditions', under.east)
  const waits = await city.opens('transport', { ...cleaning, from: '2026-10-12', until: '2026-11-20', conditions: cleaning.conditions.map(row => ({ ...row, by: '2026-10-20' })) }, 'propose', 'commission')
  await city.does('roads', 'approve', waits)
  await fillLists(database, [{ since: '2025-01-01', until: '2026-10-13', items: Object.values(items) }, { since: '2026-10-13', items: [items.own] }])
  await city.until('2026-10-13 10:00')
  const [review] = await tasksOf(waits, 'township-task')
  await city.does('dispatcher', 'pass', review?.id ?? '')
  assert.deepEqual([(await rowOf(house, review?.id ?? '')).stage, await tasksOf(waits, 'community-task'), (await rowOf(house, waits)).stage], ['stopped', [], 'summing'])
  assert.equal((await city.refused('westCommittee', 'accept', under.west)).code, 'not-listed')
  await city.does('committee', 'deliver', under.east, { report: '已巡查候车亭' })
  await city.does('transport', 'acceptWork', under.east)
  assert.equal((await rowOf(house, under.east)).stage, 'done')
  const attempts = await keptRows<{ step: string }>(database, `select step from refused_attempt where at >= '2026-10-13'`)
  assert.deepEqual(attempts, [], 'it counts against nobody')
})

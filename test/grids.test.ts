import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { fromPlane, planeAt } from '../kernel/plane.ts'
import { system } from '../kernel/post.ts'
import type { Json } from '../kernel/words.ts'
import type { LiveDirectory } from '../registers/live-directory.ts'
import { misplaced, sizesIn } from '../registers/grids/households.ts'
import { writeShapes } from '../registers/grids/shapes.ts'
import { makeHouse } from '../server/assemble.ts'
import { act } from '../store/act.ts'
import { catchUp } from '../store/clock.ts'
import type { House } from '../store/house.ts'
import { readMatter } from '../store/read/matter.ts'
import { keysFrom } from '../store/seal.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { refused, took } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, people, secret, type Name } from './helpers/world.ts'

// A village gets its grids, splits one and merges again: the register, the matters and the history (Art. 21.2).

let database: TestDatabase
let house: House
let directory: LiveDirectory
let now = instant('2026-06-08 10:00')

const village = '630202001001'
const code = (no: number): string => village + String(no).padStart(3, '0')
const plane = planeAt([102.4, 36.48])
const at = (x: number, y: number) => { const [lon, lat] = fromPlane(plane, [x, y]); return { lon, lat } }
const box = (x: number, y: number, wide: number, high: number) => ({
  type: 'Polygon' as const,
  coordinates: [[[x, y], [x + wide, y], [x + wide, y + high], [x, y + high], [x, y]].map(([a = 0, b = 0]): readonly [number, number] => { const { lon, lat } = at(a, b); return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7] })],
})

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  await database.scoped(system, async tx => {
    await writeShapes(tx, '630202', [{ code: village, shape: box(0, 0, 2000, 1000), schematic: false }], { since: '2026-01-01', source: randomUUID() })
    await tx.query(`insert into household (county, id, code, village, team, address, since, invented) select '630202', gen_random_uuid(), $1 || '-' || lpad(n::text, 4, '0'), $1, case when n <= 6 then '一社' else '二社' end, n || '号', '2023-02-01', true from generate_series(1, 10) n`, [village])
  })
  const made = await makeHouse(database, keysFrom(secret))
  house = made.house
  directory = made.directory
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const on = async (text: string): Promise<void> => {
  now = instant(text)
  await directory.refresh(now)
  const { failed } = await catchUp(house, now)
  assert.deepEqual(failed, [])
}
const opens = async (who: Name, procedure: string, step: string, input: { readonly [fact: string]: Json }) => act(house, people[who], { id: randomUUID(), procedure, step, input }, now)
const does = async (who: Name, step: string, matter: string, input: { readonly [fact: string]: Json } = {}) => {
  const [row] = await database.scoped(system, tx => tx.query<{ seq: number }>('select seq from matter where id = $1::uuid', [matter]))
  return act(house, people[who], { id: randomUUID(), step, matter, seq: row?.seq ?? 0, input }, now)
}

const change = async (input: { readonly [fact: string]: Json }, workers?: readonly { readonly [column: string]: string }[]): Promise<string> => {
  const { id } = took(await opens('committee', 'grid-change', 'propose', { place: village, reason: '按地域相邻、人员相熟划分', ...input }))
  took(await does('dispatcher', 'review', id))
  took(await does('townLead', 'adopt', id, workers ? { workers } : {}))
  return id
}
const postNow = async (id: string) => (await database.owner(tx => tx.query<{ region: string; ended: boolean }>('select region, ended is not null as ended from post where id = $1::uuid', [id])))[0]
const seenFrom = async (id: string, who: Name): Promise<readonly string[]> => {
  const post = await postNow(id)
  const worker = { ...people.gridWorker, account: people[who].account, region: post?.region ?? '', post: id }
  return (await database.scoped(worker, tx => tx.query<{ region: string }>(`select distinct region from matter where procedure = 'request' order by 1`))).map(one => one.region)
}
let appointed = ''
const page = async (id: string, who: Name = 'dispatcher') => (await database.scoped(people[who], tx => readMatter(tx, house, people[who], id, { now }))) ?? assert.fail(`${who} does not see it`)

const textOf = (facts: Awaited<ReturnType<typeof page>>['facts'], name: string): string => { const value = facts.find(one => one.fact === name)?.value; return typeof value === 'string' ? value : '' }

const east = { code: '001', name: '东片网格', shape: box(1000, 0, 1000, 1000), teams: ['一社'] }
const west = { code: '002', name: '西片网格', shape: box(0, 0, 1000, 1000), teams: ['二社'] }

test('21.2: a village’s grids are drawn, told with their coverage, and stand in the tree from their day', async () => {
  assert.deepEqual(directory.now.children(village), [])
  const id = await change({ change: 'draw', grids: [east, west], since: '2026-06-15' })
  const { facts } = await page(id)
  const told = textOf(facts, 'affects')
  assert.match(told, /施行后东关社区有 2 个网格；覆盖检查：没有缝隙，没有重叠/)
  assert.match(told, /Coverage: no gap, no overlap/)
  await on('2026-06-14 23:00')
  assert.deepEqual(directory.now.children(village), [], 'not before')
  await on('2026-06-15 00:01')
  assert.deepEqual(directory.now.children(village).map(one => [one.code, one.name, one.level]), [[code(1), '东片网格', 'grid'], [code(2), '西片网格', 'grid']])
  const { lon, lat } = at(1500, 500)
  assert.equal(directory.grids.locator.find([lon, lat]), code(1))
  const held = await database.scoped(people.committee, tx => tx.query<{ grid: string; n: number }>('select grid, count(*)::int as n from grid_household group by 1 order by 1'))
  assert.deepEqual(held, [{ grid: code(1), n: 6 }, { grid: code(2), n: 4 }])
})

const wrong = async (input: { readonly [fact: string]: Json }): Promise<string> =>
  (refused(await opens('dispatcher', 'grid-change', 'propose', { place: village, reason: '试一试错误的划分', since: '2026-07-01', ...input })).faults ?? []).map(one => one.why.zh).join('|')

test('21.2: what is badly drawn is refused with its code, what is wrong and how to see it', async () => {
  const bow = { type: 'Polygon', coordinates: [[...box(0, 0, 100, 100).coordinates[0]?.slice(0, 2) ?? [], ...box(0, 0, 100, 100).coordinates[0]?.slice(2, 4).toReversed() ?? [], box(0, 0, 100, 100).coordinates[0]?.[0] ?? [0, 0]]] } as const
  assert.match(await wrong({ change: 'draw', grids: [{ code: '009', name: '错', shape: bow }] }), /630202001001009：边界自相交/)
  assert.match(await wrong({ change: 'redraw', grids: [{ ...east, shape: box(1000, 0, 1200, 1000) }] }), /超出村（社区）边界最远 200 米，共 (199|200)\d{3} 平方米/)
  assert.match(await wrong({ change: 'draw', grids: [east] }), /已用过/)
  assert.match(await wrong({ change: 'redraw', grids: [{ ...east, code: '007' }] }), /没有网格 630202001001007/)
  assert.match(await wrong({ change: 'draw', grids: [{ code: '009', name: '错', teams: ['九社'] }] }), /没有“九社”/)
  assert.match(await wrong({ change: 'draw', place: '630202001', grids: [{ code: '630202001999001', name: '错', teams: ['一社'] }] }), /没有村（社区）630202001999/)
  const hollow = { type: 'Polygon', coordinates: [...box(0, 0, 900, 900).coordinates, ...box(100, 100, 200, 200).coordinates] } as const
  assert.match(await wrong({ change: 'redraw', grids: [{ ...west, shape: hollow }] }), /空洞，\d+ 平方米/)
})

test('20.2, 21.3: a worker is appointed to one grid', async () => {
  appointed = took(await opens('townLead', 'appointment', 'propose', { region: code(1), person: people.otherGridWorker.account, kind: 'gridWorker', office: `${village}/committee`, clearance: 'internal', reason: '经会议研究' })).id
  took(await does('securityAdmin', 'confirm', appointed))
  assert.deepEqual(await postNow(appointed), { region: code(1), ended: false })
})

test('21.2: a grid is split; its open matters move where they lie, each by an entry of its own, and what ended keeps its history', async () => {
  const lamp = { text: '村口路灯不亮，晚上看不见路', place: code(1) }
  const [north, south, nowhere, other] = [
    took(await opens('resident', 'request', 'report', { ...lamp, point: { ...at(1500, 900), datum: 'wgs84' } })).id, took(await opens('resident', 'request', 'report', { ...lamp, point: { ...at(1500, 100), datum: 'wgs84' } })).id,
    took(await opens('resident', 'request', 'report', lamp)).id, took(await opens('resident', 'request', 'report', { ...lamp, place: code(2) })).id,
  ]
  const withdrawn = took(await opens('resident', 'request', 'report', lamp)).id
  took(await does('resident', 'withdraw', withdrawn))
  const unconfirmed = took(await opens('townLead', 'appointment', 'propose', { region: code(1), person: people.westCommittee.account, kind: 'gridWorker', office: `${village}/committee`, clearance: 'internal', reason: '经会议研究' })).id
  const splitting = {
    change: 'split', old: [code(1)], since: '2026-06-20',
    grids: [{ code: '003', name: '东北网格', shape: box(1000, 500, 1000, 500) }, { code: '004', name: '东南网格', shape: box(1000, 0, 1000, 500) }],
  }
  const id = await change(splitting, [{ post: appointed, name: '邻居', from: code(1), to: code(3) }])
  assert.deepEqual(await seenFrom(appointed, 'otherGridWorker'), [code(1)], 'until its day')
  took(await does('securityAdmin', 'confirmPosts', id))
  assert.deepEqual(await postNow(appointed), { region: code(1), ended: false }, 'decided, and not yet carried out')
  assert.match(textOf((await page(id)).facts, 'affects'), /在办事项 3 件随之转入/)
  await on('2026-06-20 00:01')
  assert.deepEqual(await Promise.all([north, south, nowhere, other, withdrawn].map(async one => (await page(one, 'resident')).matter.region)), [code(3), code(4), village, code(2), code(1)])
  const moved = await page(north)
  assert.deepEqual([moved.entries.at(-1)?.step, moved.facts.find(one => one.fact === 'place')?.value], ['rezone', code(3)])
  assert.equal(moved.matter.stage, 'triage', 'its stage, its holder and its limit stay')
  assert.equal((await page(id)).matter.stage, 'inForce')
  assert.deepEqual(await postNow(appointed), { region: code(3), ended: false })
  assert.deepEqual(await seenFrom(appointed, 'otherGridWorker'), [code(3)], 'no longer what lies in the rest of the old grid')
  const appointment = await page(appointed, 'townLead')
  assert.deepEqual([appointment.matter.region, appointment.matter.stage, appointment.entries.at(-1)?.step, textOf(appointment.facts, 'region')], [code(3), 'held', 'rezone', code(3)])
  const kept1 = await database.scoped(people.resident, tx => tx.query<{ from: string; to: string; done: boolean }>(`select from_region as "from", to_region as "to", done is not null as done from post_move where post = $1::uuid`, [appointed]))
  assert.deepEqual(kept1, [{ from: code(1), to: code(3), done: true }], 'where it stood is kept')
  assert.equal(refused(await does('securityAdmin', 'confirm', unconfirmed)).code, 'place-ended', 'nobody is given the wider place in its stead')
  assert.equal(directory.now.region(code(1))?.ended, true)
  const kept = await database.scoped(people.resident, tx => tx.query<{ code: string; until: string | null }>('select code, until::text as until from region_shape where code = $1', [code(1)]))
  assert.deepEqual(kept, [{ code: code(1), until: '2026-06-20' }])
  assert.deepEqual((await database.owner(tx => tx.query<{ successor: string }>('select successor from region_successor where code = $1 order by 1', [code(1)]))).map(one => one.successor), [code(3), code(4)])
})

test('21.1: a post may be for one grid, and sees what lies in it and nothing beside it', async () => {
  const worker = { ...people.gridWorker, region: code(3), post: randomUUID() }
  await database.owner(tx => tx.query(`insert into post (id, account, kind, office, region, clearance, since) values ($1::uuid, $2::uuid, 'gridWorker', $3, $4, 'internal', '2026-06-20T00:00:00+08:00')`, [worker.post, worker.account, `${village}/committee`, code(3)]))
  const seen = await database.scoped(worker, tx => tx.query<{ region: string }>(`select distinct region from matter where procedure = 'request'`))
  assert.deepEqual(seen.map(one => one.region), [code(3)])
})

test('21.2: grids are merged, redrawn and ended; a change that another overtook is refused when it is to be adopted', async () => {
  const { id: late } = took(await opens('committee', 'grid-change', 'propose', { place: village, change: 'end', old: [code(4)], since: '2026-07-01', reason: '先提出后采纳的调整' }))
  took(await does('dispatcher', 'review', late))
  const merge = await change({ change: 'merge', old: [code(3), code(4)], grids: [{ ...east, code: '005' }], since: '2026-06-25' })
  assert.match((refused(await does('townLead', 'adopt', late)).faults ?? [])[0]?.why.zh ?? '', /已撤销或已定撤销日期/)
  await on('2026-06-25 00:01')
  assert.equal((await page(merge)).matter.stage, 'placing', 'nobody confirmed where posts go')
  assert.deepEqual(await seenFrom(appointed, 'otherGridWorker'), [], 'what stood open has moved; what ended there was seen by nobody else')
  took(await does('securityAdmin', 'confirmPosts', merge))
  assert.equal((await page(merge)).matter.stage, 'inForce')
  assert.deepEqual([await postNow(appointed), await seenFrom(appointed, 'otherGridWorker')], [{ region: code(5), ended: false }, [code(5)]])
  await change({ change: 'redraw', grids: [{ ...west, name: '西片', shape: box(0, 0, 990, 1000) }], since: '2026-06-28' })
  await on('2026-06-28 00:01')
  assert.equal(directory.now.region(code(2))?.name, '西片网格', 'read before the step')
  await directory.refresh(now)
  assert.equal(directory.now.region(code(2))?.name, '西片')
  const { lon, lat } = at(995, 500)
  assert.equal(directory.grids.locator.find([lon, lat]), undefined, 'a gap ten metres wide')
  assert.deepEqual(directory.grids.locator.near([lon, lat], 20).map(one => one.code), [code(2), code(5)])
  await change({ change: 'end', old: [code(2)], since: '2026-07-01' })
  const last = await change({ change: 'end', old: [code(5)], since: '2026-07-02' }, (await database.owner(tx => tx.query<{ post: string }>(`select id as post from post where region = $1`, [code(5)]))).map(({ post }) => ({ post, name: '某人', from: code(5), to: 'end' })))
  took(await does('securityAdmin', 'confirmPosts', last))
  await on('2026-07-01 00:01')
  assert.deepEqual(directory.now.children(village).map(one => one.code), [code(5)])
})

test('21.2, 21.3: the last grid ends, and the posts on it with it: the appointment says so', async () => {
  await on('2026-07-02 00:01')
  assert.deepEqual(await postNow(appointed), { region: code(5), ended: true })
  const { matter, entries } = await page(appointed, 'townLead')
  assert.deepEqual([matter.stage, entries.at(-1)?.step], ['ended', 'gridEnded'])
})

test('21.2: a redraw for an earlier day adopted after one for a later day holds until that day: no household lies in a grid twice', async () => {
  const south = { ...east, code: '006', name: '南片网格' }
  const range = [village, `${village}:`] as const
  const held = (day: string) => database.scoped(people.committee, async tx => [(await sizesIn(tx, '630202', range, day)).map(one => one.households), (await misplaced(tx, '630202', range, day, 20)).length])
  await change({ change: 'draw', grids: [south], since: '2026-07-08' })
  await on('2026-07-08 00:01')
  await change({ change: 'redraw', grids: [south], since: '2026-07-20' })
  await change({ change: 'redraw', grids: [{ ...south, teams: ['一社', '二社'] }], since: '2026-07-15' })
  assert.deepEqual([await held('2026-07-14'), await held('2026-07-15'), await held('2026-07-20')], [[[6], 4], [[10], 0], [[6], 4]])
  await change({ change: 'redraw', grids: [{ code: '006', name: '南片网格', shape: east.shape }], since: '2026-07-30' })
  await change({ change: 'redraw', grids: [south], since: '2026-07-25' })
  assert.deepEqual([await held('2026-07-29'), await held('2026-07-30')], [[[6], 4], [[], 0]], 'from then on it goes by its area alone')
})

test('where grids lie is for everybody, which household lies in which is for who works there; only the platform writes', async () => {
  const seen = (who: Name, table: string) => database.scoped(people[who], tx => tx.query(`select * from ${table}`))
  for (const who of ['resident', 'stranger', 'deputy', 'transport'] as const) {
    assert.ok((await seen(who, 'region_shape')).length > 0, who)
    assert.deepEqual(await seen(who, 'grid_household'), [], who)
  }
  assert.deepEqual(await seen('westCommittee', 'grid_household'), [])
  assert.ok((await seen('dispatcher', 'grid_household')).length > 0)
  for (const statement of [`update region_shape set until = '2027-01-01'`, `update grid_household set until = '2027-01-01'`]) {
    await database.scoped(people.townLead, async tx => { await tx.query(statement) })
  }
  assert.deepEqual(await database.owner(tx => tx.query(`select code from region_shape where until = '2027-01-01' union select grid from grid_household where until = '2027-01-01'`)), [])
  await assert.rejects(database.scoped(people.townLead, tx => tx.query(`insert into region_shape (county, code, since, shape, source) values ('630202', $1, '2026-01-01', '{"type":"Polygon"}', gen_random_uuid())`, [village])))
})

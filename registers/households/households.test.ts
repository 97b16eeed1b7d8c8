import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { postKinds, system, type Actor, type PostKind } from '../../kernel/post.ts'
import { Refused } from '../../kernel/refusal.ts'
import type { Tx } from '../../store/database.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { writeRegions } from '../grids/change.ts'
import { endHouseholds, misplaced, writeHouseholds } from '../grids/households.ts'
import { householdsOf } from '../people.ts'
import { installReference } from '../reference.ts'
import { householdLoaders } from './loaders.ts'
import { householdNamed, householdOf, householdsIn, householdsNamed, ownHousehold } from './read.ts'
import { recordHouseholds, type Entered } from './record.ts'

const [county, village, other, third] = ['630202', '630202103200', '630202103201', '630202001001']
const grid = (n: number): string => `${village}00${n}`
const source = randomUUID()
let database: TestDatabase

before(async () => {
  database = await openTestDatabase()
  await database.scoped(system, async tx => {
    await installReference(tx)
    await writeRegions(tx, [{ code: grid(1), name: '一网格' }, { code: grid(2), name: '二网格' }], '2024-01-01')
  })
})
after(() => database.close())

const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.scoped(system, work)
const change = (since: string, enter: readonly Entered[], end: readonly string[] = []): Promise<readonly string[]> => run(tx => recordHouseholds(tx, { county, since, source, enter, end }))
const on = (day: string) => run(async tx => (await householdsIn(tx, village, day)).map(one => [one.code.slice(-4), one.address, one.size, one.grid?.slice(-1) ?? null]))
const actor = (kind: PostKind, region: string, office?: string): Actor => ({ account: randomUUID(), kind, region, clearance: postKinds[kind].clearance, ...(office !== undefined && { office }) })

test('households are entered by dates; each has a code of its own that is never given again', async () => {
  const first = await change('2024-03-01', [
    { village, team: '一社', address: '一社1号', size: 4, grid: grid(1), head: '祁才让' }, { village, team: '一社', address: '一社2号', size: 2, grid: grid(1) }, { village, team: '二社', address: '二社1号' },
  ])
  assert.deepEqual(first, [`${village}-0001`, `${village}-0002`, `${village}-0003`])
  assert.deepEqual(await on('2024-02-29'), [])
  assert.deepEqual(await on('2024-03-01'), [['0001', '一社1号', 4, '1'], ['0002', '一社2号', 2, '1'], ['0003', '二社1号', null, null]])
  await change('2024-05-01', [], [`${village}-0003`])
  assert.deepEqual(await change('2024-05-02', [{ village, address: '二社2号' }]), [`${village}-0004`])
  assert.deepEqual((await on('2024-04-30')).map(([code]) => code), ['0001', '0002', '0003'])
  assert.deepEqual((await on('2024-05-02')).map(([code]) => code), ['0001', '0002', '0004'])
})

test('what changes keeps what it was, with its days; one that splits names what came of it', async () => {
  await change('2024-06-01', [{ code: `${village}-0001`, village, team: '一社', address: '一社1号', size: 2 }, { village, team: '一社', address: '一社1号后院', size: 2, grid: grid(2), of: [`${village}-0001`] }])
  assert.deepEqual((await on('2024-05-31'))[0], ['0001', '一社1号', 4, '1'])
  assert.deepEqual((await on('2024-06-01')).map(([code, , size]) => [code, size]), [['0001', 2], ['0002', 2], ['0004', null], ['0005', 2]])
  const came = await run(tx => tx.query<{ of: string; came: string }>('select o.code as of, s.code as came from household_successor c join household o on o.id = c.household join household s on s.id = c.successor'))
  assert.deepEqual(came, [{ of: `${village}-0001`, came: `${village}-0005` }])
  await change('2024-06-01', [{ code: `${village}-0001`, village, address: '一社1号', size: 3 }])
  assert.equal((await on('2024-06-01'))[0]?.[2], 3, 'a second change of the same day takes the place of the first')
  assert.equal((await on('2024-05-31'))[0]?.[2], 4)
})

test('one that moves to another village of the county keeps its code and its people, and lies in no grid of before', async () => {
  await change('2024-07-01', [{ code: `${village}-0002`, village: other, team: '三社', address: '三社9号', size: 2 }])
  assert.deepEqual((await run(tx => householdsIn(tx, other, '2024-07-01'))).map(one => [one.code, one.grid]), [[`${village}-0002`, null]])
  assert.deepEqual((await run(tx => householdsIn(tx, village, '2024-06-30'))).map(one => one.code.slice(-4)), ['0001', '0002', '0004', '0005'])
  assert.equal((await run(tx => householdNamed(tx, county, `${village}-0002`, '2024-06-30')))?.village, village)
  assert.deepEqual((await run(tx => misplaced(tx, county, [village, `${village}:`], '2024-07-01', 9))).map(one => one.household), [`${village}-0004`], 'the check of grids names households by their codes')
})

test('21.2: who joins a team later stands in its grid, now and as grids are redrawn on a day to come; whose row names a grid stands there', async () => {
  const teamed = { village: third, team: '一社' }
  const lies = async (day: string) => (await run(tx => householdsIn(tx, third, day))).map(one => one.grid?.slice(-1) ?? null)
  await run(tx => writeRegions(tx, [{ code: `${third}001`, name: '一网格' }, { code: `${third}002`, name: '二网格' }], '2024-01-01'))
  await change('2024-03-01', [{ ...teamed, address: '一社1号' }, { ...teamed, address: '一社2号' }])
  for (const [since, n] of [['2024-04-01', 1], ['2024-09-01', 2]] as const) {
    await run(tx => writeHouseholds(tx, county, [{ code: `${third}00${n}`, name: '网格', teams: ['一社'] }], { since, source }))
    if (n === 2) await run(tx => endHouseholds(tx, county, [`${third}001`], since))
  }
  await change('2024-07-01', [{ ...teamed, address: '一社3号' }, { ...teamed, address: '一社4号', grid: `${third}002` }, { village: third, address: '独户' }])
  assert.deepEqual([await lies('2024-07-01'), await lies('2024-09-01')], [['1', '1', '1', '2', null], ['2', '2', '2', '2', null]])
})

test('a change of what was changed or ended meanwhile is refused, and nothing of it is kept', async () => {
  const before = await on('2024-09-01')
  for (const [since, enter, end] of [
    ['2024-08-01', [{ village, address: '新户' }], [`${village}-0003`]], ['2024-01-01', [{ code: `${village}-0001`, village, address: '别处' }], []], ['2024-08-01', [{ code: `${village}-0099`, village, address: '没有' }], []],
  ] as const) await assert.rejects(change(since, enter, end), error => error instanceof Refused && error.refusal.code === 'household-changed')
  assert.deepEqual(await on('2024-09-01'), before)
})

test('two changes at once give no code twice', async () => {
  const made = await Promise.all([1, 2, 3, 4].map(n => change('2024-08-01', [{ village: other, address: `同时${n}号` }, { village: other, address: `同时${n}号西` }])))
  assert.equal(new Set(made.flat()).size, 8)
})

test('the head is somebody of the household by that name, or entered; one head at a time', async () => {
  const heads = () => run(async tx => (await householdsOf(tx, village, 9)).map(one => one.people.map(person => `${person.head ? '*' : ''}${person.name}`)))
  assert.deepEqual(await heads(), [['*祁才让'], [], []])
  await change('2024-09-01', [{ code: `${village}-0001`, village, address: '一社1号', size: 3, head: '古丽巴哈尔·阿卜杜热西提' }])
  await change('2024-09-02', [{ code: `${village}-0001`, village, address: '一社1号', size: 3, head: '祁才让' }])
  assert.deepEqual((await heads())[0], ['*祁才让', '古丽巴哈尔·阿卜杜热西提'])
})

test('who works in one grid sees its households; the township’s government doors alone; a resident the own household', async () => {
  const seen = async (who: Actor) => (await database.scoped(who, tx => householdsIn(tx, village, '2026-06-08'))).map(one => one.code.slice(-4))
  assert.deepEqual(await seen(actor('gridWorker', grid(2))), ['0005'])
  assert.deepEqual(await seen(actor('gridWorker', village)), ['0001', '0004', '0005'])
  assert.deepEqual(await seen(actor('gridWorker', other)), [])
  assert.deepEqual(await seen(actor('handler', '630202103', '630202103/gov')), ['0001', '0004', '0005'])
  assert.deepEqual(await seen(actor('handler', '630202', '630202/transport')), [])
  const me = actor('resident', village)
  await run(async tx => {
    const [person] = await tx.query<{ id: string }>(`select id from person where name = '祁才让'`)
    await tx.query(`insert into account (id, name, pinyin, home, person, created) values ($1::uuid, '祁才让', 'qi cai rang', $2, $3::uuid, now())`, [me.account, village, person?.id])
  })
  assert.deepEqual(await seen(me), ['0001'])
  assert.deepEqual(await seen(actor('resident', village)), [])
  assert.equal((await database.scoped(me, tx => ownHousehold(tx, '2026-06-08')))?.code, `${village}-0001`)
  assert.equal((await run(tx => householdOf(tx, me.account, '2026-06-08')))?.code, `${village}-0001`)
  const was = (who: Actor) => database.scoped(who, tx => tx.query('select from household_was'))
  assert.equal((await was(actor('resident', village))).length, 0)
  assert.ok((await was(me)).length > 0)
})

test('what steps ask does not depend on who takes them, and names nobody', async () => {
  const ask = (name: string, asked: { readonly [name: string]: string | readonly string[] }) => database.scoped(actor('resident', other), tx => householdLoaders[name]?.(tx, asked) ?? assert.fail(name))
  const all = await ask('households', { village, at: '2026-06-08T02:00:00.000Z' }) as readonly object[]
  assert.equal(all.length, 3)
  assert.doesNotMatch(JSON.stringify(all), /祁才让/)
  assert.deepEqual(await ask('households', { county, codes: [`${village}-0001`, 'x'], day: '2024-03-01' }), await run(tx => householdsNamed(tx, county, [`${village}-0001`], '2024-03-01')))
  assert.equal(await ask('household', { county, code: `${village}-0003`, day: '2026-06-08' }), undefined, 'it ended')
  assert.equal(await ask('household', { county, code: `${village}-0001` }), undefined, 'no day, no answer')
})

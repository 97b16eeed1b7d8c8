import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { House } from '../../store/house.ts'
import { verifyCounty } from '../../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { fillWorld, houseOver } from '../../test/helpers/world.ts'
import { balanceOf } from '../ledger.ts'
import { places } from './places.ts'
import { schemeOn } from './schemes.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const [county, village] = ['630202', '630202101201']
const at = new Date('2026-06-16T02:00:00Z')
const place = places(village)
const hands = (register: string, row: JsonObject): Promise<void> =>
  database.scoped(system, tx => house.recorders[register]?.(tx, { county, village, ...row }, at) ?? assert.fail(`no register ${register}`))
const has = async (household: string): Promise<readonly [free: number, owed: number]> => database.scoped(system, async tx =>
  [(await balanceOf(tx, county, place.household(household))).free, 0 - (await balanceOf(tx, county, place.receivable(household))).posted])
const faults = async (): Promise<readonly string[]> => (await verifyCounty(house, county)).faults.map(fault => fault.what)

const line = (household: string, points: number): JsonObject => ({ household, item: '01', what: '庭院整洁', points, day: '2026-06-16', scheme: randomUUID(), evidence: '签到表' })
/** Lines of one matter, shown and posted. */
const posted = async (register: 'points-award' | 'points-deduction', ...lines: readonly JsonObject[]): Promise<{ readonly matter: string; readonly posting: string }> => {
  const [matter, posting] = [randomUUID(), randomUUID()]
  await hands(register, register === 'points-award' ? { matter, lines } : { matter, ...lines[0] })
  await hands('points-shown', { posting, matters: [matter] })
  await hands('points-posted', { posting })
  return { matter, posting }
}
const reversed = (posting: string): Promise<void> => hands('points-reversed', { matter: randomUUID(), posting, line: 1, reason: '记错了户' })
/** A reward kept for a household: its matter. */
const kept = async (household: string, points: number): Promise<string> => {
  const matter = randomUUID()
  await hands('reward-stock', { matter: randomUUID(), way: 'in', goods: [{ reward: 'R1', pieces: 1 }] })
  await hands('redemption', { matter, household, reward: 'R1', pieces: 1, points })
  return matter
}

test('27.3: points that come free again go first against what the household owes: a redemption given up, a deduction struck or moved back', async () => {
  const spent = await posted('points-award', line('a', 20))
  const redemption = await kept('a', 15)
  await reversed(spent.posting)
  assert.deepEqual(await has('a'), [0, 15], 'what was spoken for can’t be taken: it is owed')
  await hands('redemption-end', { matter: redemption, household: 'a', as: 'void', reason: '不要了' })
  assert.deepEqual(await has('a'), [0, 0])

  const given = await posted('points-award', line('b', 20))
  const deduction = randomUUID()
  await hands('points-deduction', { matter: deduction, ...line('b', 15) })
  await reversed(given.posting)
  assert.deepEqual(await has('b'), [0, 15])
  const shown = randomUUID()
  await hands('points-shown', { posting: shown, matters: [deduction] })
  await hands('points-ruled', { matter: randomUUID(), posting: shown, line: 1, outcome: 'strikes', reason: '异议成立' })
  assert.deepEqual(await has('b'), [0, 0])

  const earned = await posted('points-award', line('c', 20))
  const taken = await posted('points-deduction', line('c', 15))
  await reversed(earned.posting)
  assert.deepEqual(await has('c'), [0, 15])
  await reversed(taken.posting)
  assert.deepEqual([await has('c'), await faults()], [[0, 0], []])
})

test('27.3: a posting shows the lines of the matters that are told so; what was given meanwhile waits for the next', async () => {
  const [first, meanwhile, posting] = [randomUUID(), randomUUID(), randomUUID()]
  for (const matter of [first, meanwhile]) await hands('points-award', { matter, lines: [line('d', 5)] })
  await hands('points-shown', { posting, matters: [first] })
  assert.deepEqual(await database.scoped(system, tx => tx.query('select matter, posting from points_line where household = $1 and posting is not null', ['d'])), [{ matter: first, posting }])
})

const adopts = async (since: string): Promise<string> => {
  const matter = randomUUID()
  await hands('points-scheme', { do: 'adopt', matter, title: '荒滩村积分办法', period: 'month', items: [], rewards: [], budget: 0, pointFen: 0, resolution: randomUUID(), since })
  return matter
}
const inForce = (day: string): Promise<string | undefined> => database.scoped(system, async tx => (await schemeOn(tx, village, day))?.matter)

test('27.2: a scheme that fell or was overtaken before its first day was in force on none; one that falls later gives way to the one it replaced', async () => {
  const first = await adopts('2026-06-16')
  const overtaken = await adopts('2026-07-20')
  const second = await adopts('2026-07-10')
  assert.deepEqual([await inForce('2026-07-09'), await inForce('2026-07-10'), await inForce('2026-07-20'), await inForce('2026-07-21')], [first, second, second, second])
  const early = await adopts('2026-09-01')
  await hands('points-scheme', { do: 'end', matter: early, until: '2026-08-20' })
  assert.deepEqual([await inForce('2026-08-31'), await inForce('2026-09-01'), await inForce('2026-09-02')], [second, second, second], 'annulled before it began')
  await hands('points-scheme', { do: 'end', matter: second, until: '2026-09-14' })
  assert.deepEqual([await inForce('2026-09-14'), await inForce('2026-09-15')], [second, first])
  assert.notEqual(overtaken, second)
})

test('27.3: verify finds a line whose item, scheme, evidence, day or scorer was changed; two that say the same stand side by side', async () => {
  await posted('points-award', line('g', 5), line('g', 5), line('g', 7))
  assert.deepEqual(await faults(), [])
  for (const change of [`item = '02'`, `what = '参加会议'`, `scheme = gen_random_uuid()`, `evidence = '没有依据'`, `day = '2026-06-15'`, `scorer = gen_random_uuid()`]) {
    const [before] = await database.owner(tx => tx.query<{ id: string; item: string; what: string; scheme: string; evidence: string; day: string; scorer: string | null }>(`select id, item, what, scheme, evidence, day::text as day, scorer from points_line where household = 'g' and points = 7`))
    await database.owner(tx => tx.query(`update points_line set ${change} where household = 'g' and points = 7`))
    assert.deepEqual((await faults()).map(one => /does not say what it was entered with/.test(one)), [true], change)
    await database.owner(tx => tx.query('update points_line set item = $2, what = $3, scheme = $4::uuid, evidence = $5, day = $6::date, scorer = $7::uuid where id = $1::uuid', [before?.id, before?.item, before?.what, before?.scheme, before?.evidence, before?.day, before?.scorer]))
  }
  assert.deepEqual(await faults(), [])
})

test('27.3: verify finds a line that does not say what its transfer moved', async () => {
  await posted('points-award', line('e', 5))
  assert.deepEqual(await faults(), [])
  const changes = [`points = 50`, `household = 'f'`, `state = 'void'`, `kind = 'deduction'`, `matter = gen_random_uuid()`]
  for (const change of changes) {
    const [before] = await database.owner(tx => tx.query<{ points: number; household: string; state: string; kind: string; matter: string; id: string }>(`select id, points::int as points, household, state, kind, matter from points_line where household = 'e'`))
    await database.owner(tx => tx.query(`update points_line set ${change} where household = 'e'`))
    assert.match((await faults()).join(), /line .* does not say what its transfer moved/, change)
    await database.owner(tx => tx.query('update points_line set points = $2::int, household = $3, state = $4, kind = $5, matter = $6::uuid where id = $1::uuid', [before?.id, before?.points, before?.household, before?.state, before?.kind, before?.matter]))
  }
})

test('27.3: whatever households had and owed, carried over nothing is made and nothing lost: who joined takes all along, who split what was agreed, who left nothing further', async () => {
  let run = 0
  const amounts = fc.integer({ min: 1, max: 40 })
  await fc.assert(fc.asyncProperty(amounts, amounts, fc.boolean(), fc.constantFrom('join', 'split', 'close'), fc.integer({ min: 0, max: 100 }), async (old, theirs, owing, way, part) => {
    const [from, to] = [`old-${run}`, `heir-${run++}`]
    const given = await posted('points-award', line(from, old))
    await posted('points-award', line(to, theirs))
    if (owing) {
      const redemption = await kept(from, old)
      await hands('redemption-end', { matter: redemption, household: from, as: 'post' })
      await reversed(given.posting)
    }
    const [[free, owes], [had]] = [await has(from), await has(to)]
    assert.deepEqual([free, owes], owing ? [0, old] : [old, 0])
    const share = Math.floor((free * part) / 100)
    await hands('points-carry', { matter: randomUUID(), household: from, way, successor: to, shares: way === 'split' && share > 0 ? [{ household: to, points: share }] : [] })
    const [mine, heirs] = [await has(from), await has(to)]
    if (way === 'join') assert.deepEqual([mine, heirs[0] - heirs[1]], [[0, 0], had + free - owes], 'what was owed goes along')
    if (way === 'split') assert.deepEqual([mine, heirs], [[free - share, owes], [had + share, 0]])
    if (way === 'close') assert.deepEqual([mine, heirs], [[0, owes], [had, 0]])
  }), { numRuns: 12 })
  assert.deepEqual(await faults(), [])
})

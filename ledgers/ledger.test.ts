import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test, type TestContext } from 'node:test'
import fc from 'fast-check'
import { system } from '../kernel/post.ts'
import { Refused } from '../kernel/refusal.ts'
import { sqlState } from '../store/connection.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { barrier } from '../test/helpers/gate.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { fillWorld, houseOver, people } from '../test/helpers/world.ts'
import type { Account } from './declared.ts'
import { accountId, balanceOf, resolve, transfer, type Balance, type Move } from './ledger.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const [county, region] = ['630202', '630202001001']
const at = new Date('2026-06-08T02:00:00Z')
const matter = randomUUID()
const issued: Account = { ledger: 'points', region, kind: 'issued' }
const redeemed: Account = { ledger: 'points', region, kind: 'redeemed' }
const household = (owner: string): Account => ({ ledger: 'points', region, kind: 'household', owner })
const receivable = (owner: string): Account => ({ ledger: 'points', region, kind: 'receivable', owner })
const shelf = (owner: string): Account => ({ ledger: 'goods', region, kind: 'shelf', owner })
const handed: Account = { ledger: 'goods', region, kind: 'handed' }

const moved = (...moves: readonly Omit<Move, 'county' | 'matter' | 'at'>[]): Promise<readonly string[]> =>
  database.scoped(system, tx => transfer(tx, house.keys, moves.map(one => ({ county, matter, at, ...one }))))
const settled = (ids: readonly string[], as: 'post' | 'void', reason?: string): Promise<void> =>
  database.scoped(system, tx => resolve(tx, house.keys, { county, ids, as, matter, at, ...(reason !== undefined && { reason }) }))
const has = (account: Account): Promise<Balance> => database.scoped(system, tx => balanceOf(tx, county, account))
const refusedWith = (code: string) => (error: unknown): boolean => error instanceof Refused && error.refusal.code === code
const faults = async (): Promise<readonly string[]> => (await verifyCounty(house, county)).faults.map(fault => `${fault.kind}: ${fault.what}`)

test('an amount is moved at once, or stands pending until it is posted or voided, once', async () => {
  await moved({ from: issued, to: household('a'), amount: 10 })
  const [gift = '', loss = ''] = await moved({ from: issued, to: household('a'), amount: 5, pending: true }, { from: household('a'), to: redeemed, amount: 4, pending: true })
  assert.deepEqual(await has(household('a')), { posted: 10, going: 4, coming: 5, free: 6 })
  await settled([gift], 'post')
  await settled([loss], 'void', '没有来取')
  assert.deepEqual(await has(household('a')), { posted: 15, going: 0, coming: 0, free: 15 })
  await assert.rejects(settled([gift], 'void', '再来一次'), refusedWith('resolved-already'))
  const [back = ''] = await moved({ from: household('a'), to: issued, amount: 3, reverses: gift, reason: '记错了户' })
  await assert.rejects(moved({ from: household('a'), to: issued, amount: 3, reverses: gift, reason: '记错了户' }), refusedWith('reversed-already'), 'no more is moved back than was posted')
  await assert.rejects(moved({ from: issued, to: household('a'), amount: 3, reverses: back, reason: '又对了' }), refusedWith('reversed-already'), 'what was moved back is given anew, not moved back again')
  await assert.rejects(moved({ from: household('a'), to: issued, amount: 1, reverses: loss, reason: '没有来取' }), refusedWith('reversed-already'), 'what was voided was never there')
  await assert.rejects(settled([back], 'post'), refusedWith('not-pending'))
  assert.deepEqual(await faults(), [])
})

test('nothing falls below zero: what is spoken for counts as gone, what is to come is not there yet; what is owed is never overpaid', async () => {
  await moved({ from: issued, to: household('b'), amount: 10 }, { from: issued, to: household('b'), amount: 90, pending: true }, { from: household('b'), to: redeemed, amount: 7, pending: true })
  await assert.rejects(moved({ from: household('b'), to: redeemed, amount: 4, pending: true }), refusedWith('below-zero'))
  await assert.rejects(moved({ from: shelf('rice'), to: handed, amount: 1 }), refusedWith('below-zero'), 'a shelf that nothing was put on')
  await moved({ from: receivable('b'), to: issued, amount: 2 })
  await assert.rejects(moved({ from: household('b'), to: receivable('b'), amount: 3 }), refusedWith('below-zero'))
  await moved({ from: household('b'), to: receivable('b'), amount: 2 })
  assert.equal((await has(receivable('b'))).posted, 0)
})

test('nothing that stands is changed or deleted, nobody but the platform adds to it, and balances are moved by transfers alone', async () => {
  const text = [`update ledger_transfer set amount = 1`, `delete from ledger_transfer`, `update ledger_account set posted = 99`, `delete from ledger_account`]
  for (const one of text) {
    await assert.rejects(database.scoped(system, tx => tx.query(one)), error => sqlState(error) === '42501', one)
  }
  for (const one of [text[0] ?? '', text[1] ?? '', text[3] ?? '']) await assert.rejects(database.owner(tx => tx.query(one)), error => sqlState(error) === '42501', `${one}, by the owner`)
  await assert.rejects(database.scoped(people.committee, tx => transfer(tx, house.keys, [{ county, from: issued, to: household('c'), amount: 1, matter, at }])), error => ['42501', '25P02'].includes(sqlState(error) ?? ''), 'not theirs to write, and nothing after it')
  await assert.rejects(moved({ from: issued, to: shelf('rice'), amount: 1 }), error => sqlState(error) === '23514', 'two ledgers never meet in one transfer')
  await assert.rejects(moved({ from: issued, to: household('c'), amount: 0 }), error => sqlState(error) === '23514')
})

test('the database takes no transfer that is none, whoever sends it, and none but by the one way in', async () => {
  const [id = ''] = await moved({ from: issued, to: household('form'), amount: 5, pending: true })
  const copied = (changed: string): Promise<unknown> => database.owner(tx => tx.query(
    `insert into ledger_transfer select r.* from ledger_transfer t, jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()) || $2::text::jsonb) r where t.id = $1::uuid`, [id, changed]))
  const wrong = [
    { amount: 0 }, { amount: -5 }, { state: 'given' }, { state: 'post' }, { state: 'void', resolves: id }, { state: 'posted', reverses: id }, { reason: '' },
    { credit: accountId(county, issued) }, { credit: randomUUID() }, { ledger: 'goods' },
  ]
  for (const one of wrong) await assert.rejects(copied(JSON.stringify(one)), error => sqlState(error) === '23514', JSON.stringify(one))
  await assert.rejects(database.scoped(system, tx => tx.query('insert into ledger_transfer select * from ledger_transfer limit 1')), error => sqlState(error) === '42501')
  await assert.rejects(database.owner(tx => tx.query(`insert into ledger_account (county, id, ledger, region, kind, owner, side) values ('630202', gen_random_uuid(), 'points', '630203101200', 'household', 'x', 'credit')`)), error => sqlState(error) === '23514', 'a place outside its county')
  assert.deepEqual(await faults(), [])
})

type Step = { readonly do: 'give' | 'spend' | 'promise' | 'reserve' | 'post' | 'void' | 'back'; readonly who: number; readonly amount: number; readonly which: number }

const histories: fc.Arbitrary<readonly Step[]> = fc.array(fc.record({
  do: fc.constantFrom('give', 'spend', 'promise', 'reserve', 'post', 'void', 'back'), who: fc.nat(3), amount: fc.integer({ min: 1, max: 20 }), which: fc.nat(30),
}), { minLength: 10, maxLength: 40 })

/** Balances as plain arithmetic has them. */
const fold = async (): Promise<ReadonlyMap<string, { posted: number; going: number; coming: number }>> => {
  const rows = await database.scoped(system, tx => tx.query<{ debit: string; credit: string; amount: string; state: string }>('select debit, credit, amount::text as amount, state from ledger_transfer where county = $1', [county]))
  const found = new Map<string, { posted: number; going: number; coming: number }>()
  const of = (id: string) => { const one = found.get(id) ?? { posted: 0, going: 0, coming: 0 }; found.set(id, one); return one }
  for (const { debit, credit, amount: text, state } of rows) {
    const amount = Number(text)
    const held = state === 'pending' ? amount : state === 'posted' ? 0 : -amount
    of(debit).going += held
    of(credit).coming += held
    if (state === 'posted' || state === 'post') { of(debit).posted -= amount; of(credit).posted += amount }
  }
  return found
}

const holds = async (): Promise<void> => {
  const folded = await fold()
  const accounts = await database.scoped(system, tx => tx.query<{ id: string; side: string | null; posted: string; going: string; coming: string }>(
    'select id, side, posted::text as posted, going::text as going, coming::text as coming from ledger_account where county = $1', [county]))
  assert.equal([...folded.values()].reduce((sum, one) => sum + one.posted, 0), 0, 'every ledger sums to nothing')
  for (const { id, side, posted, going, coming } of accounts) {
    if (side === null) continue
    const balance = { posted: Number(posted), going: Number(going), coming: Number(coming) }
    assert.deepEqual(balance, folded.get(id) ?? { posted: 0, going: 0, coming: 0 }, 'a balance is the fold of its transfers')
    if (side === 'credit') assert.ok(balance.posted - balance.going >= 0, 'no household and no shelf below zero')
    else assert.ok(balance.posted + balance.coming <= 0, 'nothing owed is overpaid')
  }
}

const takes = async (prefix: string, known: string[], { do: what, who, amount, which }: Step): Promise<void> => {
  const account = household(`${prefix}${who}`)
  const one = known[which % Math.max(1, known.length)]
  const kept = async (ids: Promise<readonly string[]>): Promise<void> => { known.push(...await ids) }
  if (what === 'give') await kept(moved({ from: issued, to: account, amount }))
  if (what === 'spend') await kept(moved({ from: account, to: redeemed, amount }))
  if (what === 'promise') await kept(moved({ from: issued, to: account, amount, pending: true }))
  if (what === 'reserve') await kept(moved({ from: account, to: redeemed, amount, pending: true }))
  if (what === 'post' && one !== undefined) await settled([one], 'post')
  if (what === 'void' && one !== undefined) await settled([one], 'void', '不办了')
  if (what === 'back' && one !== undefined) await moved({ from: account, to: issued, amount, reverses: one, reason: '记错了' })
}

const orRefused = async (work: Promise<void>): Promise<void> => {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
}

test('random histories, one after another: sums stay nothing, none falls below zero, and every balance is the fold of its transfers', async () => {
  let n = 0
  await fc.assert(fc.asyncProperty(histories, async steps => {
    n += 1
    const known: string[] = []
    for (const step of steps) await orRefused(takes(`h${n}-`, known, step))
    await holds()
  }), { numRuns: 15 })
  assert.deepEqual(await faults(), [])
})

const race = (name: string, run: () => Promise<void>): void => {
  test(name, async (t: TestContext) => {
    if (database.kind === 'pglite') t.skip('PGlite is one connection: nothing can meet in it')
    else await run()
  })
}

race('random histories at once, eight connections: the same holds', async () => {
  let n = 0
  await fc.assert(fc.asyncProperty(histories, async steps => {
    n += 1
    const known: string[] = []
    for (let from = 0; from < steps.length; from += 8) await Promise.all(steps.slice(from, from + 8).map(step => orRefused(takes(`r${n}-`, known, step))))
    await holds()
  }), { numRuns: 15 })
  assert.deepEqual(await faults(), [])
})

/** Two that want the same last of something, each begun before either is done. */
const both = async (of: Omit<Move, 'county' | 'matter' | 'at'>): Promise<readonly PromiseSettledResult<void>[]> => {
  const meet = barrier(2)
  return Promise.allSettled([1, 2].map(() => database.scoped(system, async tx => {
    await tx.query('select 1')
    await meet()
    await transfer(tx, house.keys, [{ county, matter, at, ...of }])
  })))
}

const lastOf = (results: readonly PromiseSettledResult<void>[]): readonly string[] =>
  results.map(one => (one.status === 'fulfilled' ? 'taken' : one.reason instanceof Refused ? one.reason.refusal.code : String(one.reason))).toSorted()

race('two want the last piece on the shelf, or the last points of a household: one has it', async () => {
  await moved({ from: { ledger: 'goods', region, kind: 'supplied' }, to: shelf('salt'), amount: 1 }, { from: issued, to: household('last'), amount: 6 })
  assert.deepEqual(lastOf(await both({ from: shelf('salt'), to: handed, amount: 1, pending: true })), ['below-zero', 'taken'])
  assert.deepEqual(lastOf(await both({ from: household('last'), to: redeemed, amount: 4, pending: true })), ['below-zero', 'taken'])
})

race('two post and void the same pending transfer: it is settled once', async () => {
  const [id = ''] = await moved({ from: issued, to: household('once'), amount: 6, pending: true })
  const meet = barrier(2)
  const results = await Promise.allSettled((['post', 'void'] as const).map(as => database.scoped(system, async tx => {
    await tx.query('select 1')
    await meet()
    await resolve(tx, house.keys, { county, ids: [id], as, reason: '不办了', matter, at })
  })))
  assert.deepEqual(lastOf(results), ['resolved-already', 'taken'])
})

race('without the floor both have it, and verify says so of a balance that was written by hand', async () => {
  await moved({ from: { ledger: 'goods', region, kind: 'supplied' }, to: shelf('tea'), amount: 1 })
  await database.owner(tx => tx.query('alter table ledger_account drop constraint ledger_account_floor'))
  assert.deepEqual(lastOf(await both({ from: shelf('tea'), to: handed, amount: 1, pending: true })), ['taken', 'taken'])
  assert.equal((await has(shelf('tea'))).free, -1)
  await database.owner(tx => tx.query(`update ledger_account set posted = 2 where county = '630202' and kind = 'shelf' and owner = 'tea'`))
  assert.match((await faults()).join(), /goods, shelf tea\) does not hold what its transfers give/)
})

test('verify finds a transfer whose account went missing on the way', async () => {
  await moved({ from: issued, to: household('lost'), amount: 3 })
  await database.owner(tx => tx.simple(`alter table ledger_account disable trigger ledger_account_stays; delete from ledger_account where owner = 'lost'; alter table ledger_account enable trigger ledger_account_stays`))
  assert.match((await faults()).join(), /between accounts that are not there/)
})

test('verify finds a transfer that the site did not make', async () => {
  await database.owner(tx => tx.query(
    `insert into ledger_transfer (county, id, ledger, region, debit, credit, amount, state, matter, at, mark) select county, $1::uuid, ledger, region, debit, credit, 1000, 'posted', matter, at, mark from ledger_transfer
     where state = 'posted' and debit = $2 and credit = $3 limit 1`, [randomUUID(), accountId(county, issued), accountId(county, household('a'))]))
  assert.match((await faults()).join(), /was changed, or is none of this site’s/)
})

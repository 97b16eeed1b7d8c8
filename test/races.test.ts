import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test, type TestContext } from 'node:test'
import { clock, system } from '../kernel/post.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { act, actIn, type Act, type Receipt } from '../store/act.ts'
import { catchUp, foldTallies } from '../store/clock.ts'
import { sqlState } from '../store/connection.ts'
import type { Tx } from '../store/database.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { barrier } from './helpers/gate.ts'
import { live, refused, rowOf, took } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, people } from './helpers/world.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  if (database.kind === 'server') assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const now = instant('2026-06-08 10:00')
const lamp = { text: '村口路灯不亮，晚上看不见路', place: '630202001001' }
const report = { procedure: 'request', step: 'report', input: lamp }

/** A race needs two connections; PGlite has one. */
const race = (name: string, run: () => Promise<void>): void => {
  test(name, async (t: TestContext) => {
    if (database.kind === 'pglite') t.skip('PGlite is one connection: nothing can meet in it')
    else await run()
  })
}

const many = <T>(n: number, run: (i: number) => Promise<T>): Promise<readonly T[]> => Promise.all(Array.from({ length: n }, (_, i) => run(i)))
const receipts = (answers: readonly (Receipt | Refusal)[]): readonly Receipt[] => answers.filter((answer): answer is Receipt => !isRefusal(answer))
const codes = (answers: readonly (Receipt | Refusal)[]): readonly string[] => answers.filter(isRefusal).map(refusal => refusal.code)

/** Waits until a transaction of this database waits for another's row, or until `over` says that none will. */
const somebodyWaits = async (over: () => boolean = () => false): Promise<void> => {
  for (let waiting = 0; waiting === 0 && !over();) {
    [{ waiting = 0 } = {}] = await database.owner(own => own.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks l join pg_stat_activity a using (pid) where not l.granted and l.locktype = 'transactionid' and a.datname = current_database()`))
  }
}

/** Two transactions of plain SQL, each taken to a point where both stand inside before either goes on. */
const both = async (one: (tx: Tx, meet: () => Promise<void>) => Promise<void>, two = one): Promise<readonly PromiseSettledResult<void>[]> => {
  const meet = barrier(2)
  return Promise.allSettled([one, two].map(work => database.scoped(system, tx => work(tx, meet))))
}

race('the same act sent many times at once is taken once, and all are answered the same', async () => {
  const id = await live(house).opens('resident', lamp)
  const asked: Act = { id: randomUUID(), matter: id, seq: 1, step: 'supplement', input: { supplement: '在小学门口' } }
  const answers = (await many(8, () => act(house, people.resident, asked, now))).map(took)
  assert.equal(answers.filter(answer => !answer.repeated).length, 1)
  for (const answer of answers) assert.deepEqual({ ...answer, repeated: false }, { ...answers[0], repeated: false })
  assert.equal((await rowOf(house, id)).seq, 2)
})

race('the same opening sent many times at once opens one matter', async () => {
  const asked: Act = { ...report, id: randomUUID() }
  const answers = (await many(8, () => act(house, people.resident, asked, now))).map(took)
  assert.equal(answers.filter(answer => !answer.repeated).length, 1)
  assert.deepEqual([...new Set(answers.map(answer => answer.number))].length, 1)
  assert.equal((await rowOf(house, asked.id)).seq, 1)
})

race('an opening that meets one of the same id not yet committed waits, and answers as that one did', async () => {
  const asked: Act = { ...report, id: randomUUID() }
  const started = Promise.withResolvers<undefined>()
  const first = database.scoped(people.resident, async tx => {
    const receipt = await actIn(tx, house, people.resident, asked, now)
    started.resolve(undefined)
    // The second runs into the first's entry before the first commits.
    await somebodyWaits()
    return receipt
  })
  await started.promise
  const second = act(house, people.resident, asked, now)
  assert.deepEqual(took(await second), { ...await first, repeated: true })
})

race('one id used by two people at once opens one matter, and the other is told to take another', async () => {
  const asked: Act = { ...report, id: randomUUID() }
  const answers = await Promise.all([act(house, people.resident, asked, now), act(house, people.neighbour, asked, now)])
  assert.deepEqual([receipts(answers).length, codes(answers)], [1, ['repeated-other-input']])
})

race('of two acts that saw the same, one is taken and the other told what changed', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await live(house).opens('resident', lamp)
    const supplement = (i: number) => act(house, people.resident, { id: randomUUID(), matter: id, seq: 1, step: 'supplement', input: { supplement: `第${i}次补充` } }, now)
    const answers = await many(6, supplement)
    assert.deepEqual([receipts(answers).length, codes(answers)], [1, ['stale', 'stale', 'stale', 'stale', 'stale']])
    assert.equal((await rowOf(house, id)).seq, 2)
  }
})

race('of people who all saw a matter before the clock reminded of it, one is taken and the others told; one alone is taken whenever the clock comes in between', async () => {
  const late = instant('2026-03-05 11:00')
  const supplement = (id: string) => act(house, people.resident, { id: randomUUID(), matter: id, seq: 1, step: 'supplement', input: { supplement: '还没有人来' } }, late)
  for (let round = 0; round < 5; round += 1) {
    const [crowded, alone] = [await live(house, '2026-03-04 10:00').opens('resident', lamp), await live(house, '2026-03-04 10:00').opens('resident', lamp)]
    await act(house, clock, { id: randomUUID(), matter: crowded, step: 'escalate', input: {}, fires: 'stage' }, late)
    assert.equal((await rowOf(house, crowded)).seq, 2)
    const [answers, one] = await Promise.all([many(6, () => supplement(crowded)), supplement(alone), many(3, () => catchUp(house, late))])
    assert.deepEqual([receipts(answers).length, codes(answers)], [1, ['stale', 'stale', 'stale', 'stale', 'stale']])
    took(one)
    await catchUp(house, late)
    assert.deepEqual([(await rowOf(house, crowded)).seq, (await rowOf(house, alone)).seq], [3, 3])
    for (const id of [crowded, alone]) await live(house, '2026-03-05 12:00').does('resident', 'withdraw', id)
  }
})

race('without the lock on the matter one of two acts would be lost', async () => {
  const id = await live(house).opens('resident', lamp)
  const add = (lock: string) => async (tx: Tx, meet: () => Promise<void>): Promise<void> => {
    const [row] = await tx.query<{ title: string }>(`select title from matter where id = $1::uuid ${lock}`, [id])
    if (lock === '') await meet()
    await tx.query('update matter set title = $2 where id = $1::uuid', [id, `${row?.title ?? ''}+`])
  }
  const pluses = async () => ((await database.owner(tx => tx.query<{ title: string }>('select title from matter where id = $1::uuid', [id])))[0]?.title ?? '').split('+').length - 1
  await both(add(''))
  assert.equal(await pluses(), 1, 'two wrote, one is gone')
  await both(add('for update'))
  assert.equal(await pluses(), 3, 'with it, none is')
  await database.owner(tx => tx.query(`update matter set title = replace(title, '+', '') where id = $1::uuid`, [id]))
})

race('any number of servers on the same deadlines take each exactly once, and none fails', async () => {
  const ids = await many(24, () => live(house, '2026-03-02 10:00').opens('resident', lamp))
  const servers = await many(6, () => catchUp(houseOver(database), instant('2026-03-03 11:00')))
  assert.deepEqual(servers.flatMap(server => server.failed), [])
  const taken = await database.scoped(system, tx => tx.query<{ matter: string }>(`select matter from entry where step = 'escalate' and at = $1::timestamptz`, [instant('2026-03-03 11:00').toISOString()]))
  assert.deepEqual(taken.map(row => row.matter).toSorted(), [...ids].toSorted())
  assert.equal(servers.reduce((n, server) => n + server.took, 0), ids.length)
  await many(ids.length, i => live(house, '2026-03-03 12:00').does('resident', 'withdraw', ids[i] ?? ''))
})

race('without passing over what another holds, two servers would take the same deadline', async () => {
  const id = await live(house, '2026-03-02 10:00').opens('resident', lamp)
  const pick = (lock: string) => async (): Promise<readonly string[]> => {
    const picked: string[] = []
    const one = async (tx: Tx, meet: () => Promise<void>): Promise<void> => {
      const rows = await tx.query<{ id: string }>(`select id from deadline where due <= $1::timestamptz order by due, county, matter limit 1 ${lock}`, [instant('2026-03-03 11:00').toISOString()])
      picked.push(...rows.map(row => row.id))
      await meet()
    }
    await both(one)
    return picked
  }
  const [first, second] = await pick('')()
  assert.ok(first !== undefined && first === second, 'both picked the same')
  assert.equal((await pick('for update skip locked')()).length, 1, 'with it, one does')
  await live(house, '2026-03-02 11:00').does('resident', 'withdraw', id)
})

race('a matter somebody acts on is passed over by the clock, not waited for, and taken next time', async () => {
  const id = await live(house, '2026-03-02 10:00').opens('resident', lamp)
  const late = instant('2026-03-03 11:00')
  await database.scoped(people.resident, async tx => {
    await tx.query('select id from matter where id = $1::uuid for update', [id])
    assert.deepEqual(await catchUp(house, late), { took: 0, failed: [] })
  })
  assert.deepEqual(await catchUp(house, late), { took: 1, failed: [] })
  await live(house, '2026-03-03 12:00').does('resident', 'withdraw', id)
})

race('people and the clock at the same matters at once: nothing is lost, nothing hangs, nothing is put off', async () => {
  const ids = await many(8, () => live(house, '2026-03-02 10:00').opens('resident', lamp))
  const late = instant('2026-03-03 11:00')
  const acts = many(64, async i => {
    const id = ids[i % ids.length] ?? ''
    const { seq } = await rowOf(house, id)
    return act(house, people.resident, { id: randomUUID(), matter: id, seq, step: 'supplement', input: { supplement: `第${i}次补充` } }, late)
  })
  const ticks = many(4, async () => {
    const failed: unknown[] = []
    for (let n = 0; n < 20; n += 1) failed.push(...(await catchUp(house, late)).failed)
    return failed
  })
  assert.deepEqual([...new Set(codes(await acts))].filter(code => code !== 'stale'), [])
  assert.deepEqual((await ticks).flat(), [])
  await catchUp(house, late)
  for (const id of ids) {
    const { seq, clocks } = await rowOf(house, id)
    assert.equal(clocks['stage']?.fired, true)
    const [row] = await database.scoped(system, tx => tx.query<{ n: number; fired: number }>(`select count(*)::int as n, count(*) filter (where step = 'escalate')::int as fired from entry where matter = $1::uuid`, [id]))
    assert.deepEqual(row, { n: seq, fired: 1 })
    await live(house, '2026-03-03 12:00').does('resident', 'withdraw', id)
  }
})

/** Two matters that point at each other, both waiting to be verified. */
const crossed = async (): Promise<readonly [string, string]> => {
  const city = live(house)
  const [a, b] = [await city.opens('resident', lamp), await city.opens('neighbour', lamp)]
  for (const [from, to, whose] of [[a, b, 'resident'], [b, a, 'neighbour']] as const) {
    await city.does('dispatcher', 'join', from, { main: to })
    await city.does('gridWorker', 'settle', to, { result: '现场接好了线路' })
    await city.does(whose, 'reopen', from, { reopenReason: '又断了' })
    await city.does(whose === 'resident' ? 'neighbour' : 'resident', 'reopen', to, { reopenReason: '又断了' })
  }
  for (const id of [a, b]) {
    await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
    await city.does('handler', 'accept', id)
    await city.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
    assert.deepEqual((await rowOf(house, id)).links.length, 1)
  }
  return [a, b]
}

race('two matters that follow each other, resolved at once, lock crosswise: one is asked again and both get there', async () => {
  const [a, b] = await crossed()
  const meet = barrier(2)
  let asked = 0
  // Each holds its own matter when it asks for the category; then each goes for the other's.
  const met: House = { ...house, loaders: { ...house.loaders, category: async () => { asked += 1; await meet(); return undefined } } }
  const verify = async (id: string) => act(met, people.gridWorker, { id: randomUUID(), matter: id, seq: (await rowOf(house, id)).seq, step: 'verify', input: { verified: true } }, now)
  for (const answer of await Promise.all([verify(a), verify(b)])) assert.equal(took(answer).stage, 'confirming')
  assert.equal(asked, 3, 'one of them a second time')
})

race('without asking again one of the two would have failed', async () => {
  const [a, b] = [await live(house).opens('resident', lamp), await live(house).opens('resident', lamp)]
  const lock = (ids: readonly string[]) => async (tx: Tx, meet: () => Promise<void>): Promise<void> => {
    for (const id of ids) {
      await tx.query('select id from matter where id = $1::uuid for update', [id])
      await meet()
    }
  }
  const results = await both(lock([a, b]), lock([b, a]))
  const failed = results.flatMap(result => (result.status === 'rejected' ? [sqlState(result.reason)] : []))
  assert.deepEqual(failed, ['40P01'])
})

/** The product's own loader of another matter, or the same without its lock. Whoever asked goes on when `goOn` says so. */
const joiningHouse = (held: boolean, goOn: () => Promise<void>): House => ({
  ...house, loaders: {
    ...house.loaders,
    matter: async (tx, ask) => {
      const unheld: Tx = { ...tx, query: (text, values) => tx.query(text.replace(' for share', ''), values) }
      const found = await house.loaders['matter']?.(held ? tx : unheld, ask)
      await goOn()
      return found
    },
  },
})

/** A matter joined to another at the very moment that one is resolved: the joining has read it, and not yet written. */
const joinedMeanwhile = async (held: boolean): Promise<readonly string[]> => {
  const city = live(house)
  const main = await city.opens('resident', lamp)
  await city.does('dispatcher', 'dispatch', main, { category: 'waste', office: '630202001/gov' })
  await city.does('handler', 'accept', main)
  await city.does('handler', 'resolve', main, { outcome: 'fixed', result: '已更换灯泡' })
  const twin = await city.opens('neighbour', lamp)
  const read = Promise.withResolvers<undefined>()
  const goOn = Promise.withResolvers<undefined>()
  const slow = joiningHouse(held, async () => { read.resolve(undefined); await goOn.promise })
  const joining = act(slow, people.dispatcher, { id: randomUUID(), matter: twin, seq: 1, step: 'join', input: { main } }, now)
  await read.promise
  const verifying = city.does('gridWorker', 'verify', main, { verified: true })
  // The resolving gets as far as it can: to its end, or to where the joining holds it up.
  let done = false
  await Promise.race([verifying.finally(() => { done = true }), somebodyWaits(() => done)])
  goOn.resolve(undefined)
  await Promise.all([joining, verifying])
  return Promise.all([main, twin].map(async id => (await rowOf(house, id)).stage))
}

race('what is joined while the other is being resolved is resolved with it; without holding the other it would be left behind', async () => {
  assert.deepEqual(await joinedMeanwhile(true), ['confirming', 'confirming'])
  assert.deepEqual(await joinedMeanwhile(false), ['confirming', 'joined'], 'joined for ever to what is settled')
})

/** Two matters joined to each other at once: each has read the other before either has written. Where each holds the other, neither can read before one gives way. */
const joinedCrosswise = async (held: boolean): Promise<{ readonly stages: readonly string[]; readonly refusals: readonly Refusal[] }> => {
  const ids = [await live(house).opens('resident', lamp), await live(house).opens('neighbour', lamp)] as const
  const meet = barrier(2)
  const slow = joiningHouse(held, held ? () => Promise.resolve() : meet)
  const answers = await Promise.all(([[0, 1], [1, 0]] as const).map(([from, to]) =>
    act(slow, people.dispatcher, { id: randomUUID(), matter: ids[from], seq: 1, step: 'join', input: { main: ids[to] } }, now)))
  return { stages: (await Promise.all(ids.map(async id => (await rowOf(house, id)).stage))).toSorted(), refusals: answers.filter(isRefusal) }
}

race('of two matters joined to each other at once one is joined, and the other told so; without holding the other both would be, for ever', async () => {
  for (let round = 0; round < 2; round += 1) {
    const { stages, refusals } = await joinedCrosswise(true)
    assert.deepEqual(stages, ['joined', 'triage'])
    assert.deepEqual(refusals.map(refusal => refusal.faults?.map(fault => fault.fact)), [['main']])
  }
  assert.deepEqual((await joinedCrosswise(false)).stages, ['joined', 'joined'])
})

race('a file given to two matters at once is bound to one', async () => {
  const file = randomUUID()
  await database.scoped(people.resident, tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 1, '\\x00', now())`, [file, people.resident.account]))
  const answers = await many(4, () => act(house, people.resident, { ...report, id: randomUUID(), input: { ...lamp, photos: [file] } }, now))
  assert.equal(receipts(answers).length, 1)
  for (const answer of answers.filter(isRefusal)) assert.deepEqual(refused(answer).faults?.map(fault => fault.fact), ['photos'])
})

race('counters are folded while people act, by several servers, and no count is lost', async () => {
  const opens = many(20, () => live(house).opens('resident', lamp))
  const folds = many(10, () => foldTallies(house, ['630202']))
  await Promise.all([opens, folds])
  await foldTallies(house, ['630202'])
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  assert.deepEqual(await database.scoped(clock, tx => tx.query(`select n from tally where county = '630202'`)), [])
})

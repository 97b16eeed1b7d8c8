import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test, type TestContext } from 'node:test'
import { system } from '../kernel/post.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { balances, transfer, type Balance } from '../ledgers/ledger.ts'
import { entriesOf, linesOf } from '../ledgers/points/read.ts'
import { act } from '../store/act.ts'
import { dump } from '../store/dump.ts'
import type { House } from '../store/house.ts'
import { restore } from '../store/restore.ts'
import { verifyCounty } from '../store/verify.ts'
import type { Tx } from '../store/database.ts'
import type { JsonObject } from '../kernel/words.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { barrier } from './helpers/gate.ts'
import { unlocked } from './helpers/unlocked.ts'
import { live, refused, took, type Live } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, idOf, people, type Name } from './helpers/world.ts'

const [county, village] = ['630202', '630202101201']
const [h1, h2, h3] = [`${village}-0001`, `${village}-0002`, `${village}-0003`]
const none = { kin: 'none' }
const clauses = [{ number: '12', text: '不乱倒垃圾', kind: 'penalty', consequence: 'points', points: 5 }]

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  const plain = houseOver(database)
  house = { ...plain, loaders: { ...plain.loaders, covenantInForce: () => Promise.resolve({ version: idOf('covenant'), clauses }) } }
  await database.owner(async tx => {
    for (const [n, code] of [h1, h2, h3].entries()) {
      await tx.query(`insert into household (county, id, code, village, address, since) values ($1, $2::uuid, $3, $4, $5, '2023-02-01')`, [county, idOf(code), code, village, `一社${n + 1}号`])
    }
    await tx.query(`insert into person (county, id, village, household, name, pinyin) values ($1, $2::uuid, $3, $4::uuid, '王小明', 'wangxiaoming')`, [county, idOf('person'), village, idOf(h1)])
    await tx.query('update account set home = $2, person = $3::uuid where id = $1::uuid', [people.villager.account, village, idOf('person')])
  })
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, county)).faults, [])
  await database.close()
})

const points = async (): Promise<{ readonly [household: string]: Balance }> =>
  Object.fromEntries(await database.scoped(system, tx => balances(tx, { county, ledger: 'points', region: village, kind: 'household' })))
const owed = (): Promise<ReadonlyMap<string, Balance>> => database.scoped(system, tx => balances(tx, { county, ledger: 'points', region: village, kind: 'receivable' }))
const shelf = async (): Promise<Balance | undefined> => (await database.scoped(system, tx => balances(tx, { county, ledger: 'goods', region: village, kind: 'shelf' }))).get('R1')
const file = async (who: Name): Promise<string> => {
  const id = randomUUID()
  await database.scoped(people[who], tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 4, '\\x00', '2026-06-08T01:00:00Z')`, [id, people[who].account]))
  return id
}
const platform = async (city: Live, id: string, step: string, input: object): Promise<void> => {
  const answer = await act(house, system, { id: randomUUID(), matter: id, step, input }, city.now())
  assert.ok(!isRefusal(answer), JSON.stringify(answer))
}
const lineOf = async (posting: string, household: string): Promise<number> => {
  const [row] = await database.scoped(system, tx => tx.query<{ line: number }>('select line from points_line where posting = $1::uuid and household = $2 order by line limit 1', [posting, household]))
  return row?.line ?? assert.fail('no line')
}

const items = [
  { code: '01', what: '庭院整洁', affair: 'A01', points: 5, most: 40, by: 'either', evidence: 'record' },
  { code: '02', what: '参加村民会议', affair: 'A01', points: 3, most: 30, by: 'committee', evidence: 'record' },
]
const draft = { title: '荒滩村积分办法', village, period: 'month', items, rewards: [{ code: 'R1', what: '洗衣粉', points: 10, fen: 800 }], budget: 500_000, pointFen: 80 }

/** From the township's catalogue to a scheme in force, two weeks later. */
const adopted = async (city: Live): Promise<string> => {
  const catalogue = await city.opens('ruralClerk', { region: '630202101', title: '雨润镇积分事项目录', instrument: '雨政〔2026〕8号', affairs: [{ code: 'A01', what: '环境卫生', least: 1, most: 10 }], since: '2026-06-08' }, 'draft', 'points-catalogue')
  await city.does('ruralLead', 'adopt', catalogue)
  const scheme = await city.opens('villageCommittee', draft, 'begin', 'points-scheme')
  const proposal = await city.opens('villager', { scheme, village, proposal: '参加会议每次 3 分' }, 'propose', 'points-proposal')
  await city.until('2026-06-15 10:00')
  assert.equal((await city.refused('villageCommittee', 'table', scheme)).code, 'unanswered')
  await city.does('villageCommittee', 'answer', proposal, { outcome: 'adopted', reply: '采纳该建议' })
  await city.does('villageCommittee', 'table', scheme)
  await city.does('villageCommittee', 'putToVote', scheme)
  const [asked] = await database.scoped(system, tx => tx.query<{ procedure: string; stage: string }>(`select m.procedure, m.stage from link l join matter m on m.county = l.county and m.id = l.matter where l.other = $1::uuid and l.kind = 'adopts'`, [scheme]))
  assert.deepEqual(asked, { procedure: 'deliberation', stage: 'raised' })
  await platform(city, scheme, 'adopt', { resolution: idOf('deliberation'), passedOn: '2026-06-15', inForceOn: '2026-06-16' })
  await city.until('2026-06-16 10:00')
  return scheme
}

const award = (household: string, item: string, times: number, day = '2026-06-16') => ({ household, item, times, day, evidence: '会议签到表' })
const gives = (city: Live, ...awards: readonly object[]): Promise<string> => city.opens('villageCommittee', { village, title: '六月评比', awards, ...none }, 'record', 'points-award')

test('27: from the catalogue to a household’s own points: given, shown, contested, posted, corrected, deducted and exchanged', async () => {
  const city = live(house)
  const early = await act(house, people.villageCommittee, { id: randomUUID(), procedure: 'points-award', step: 'record', input: { village, title: '早了', awards: [award(h1, '01', 1, '2026-06-08')], ...none } }, city.now())
  assert.equal(refused(early).code, 'no-scheme')
  const scheme = await adopted(city)
  assert.equal(refused(await act(house, people.villageCommittee, { id: randomUUID(), procedure: 'points-award', step: 'record', input: { village, title: '以前', awards: [award(h1, '01', 1, '2026-06-15')], ...none } }, city.now())).code, 'back-in-time')

  const given = await gives(city, award(h1, '01', 4), award(h2, '01', 1), award(h3, '02', 2))
  assert.equal(refused(await act(house, people.villageCommittee, { id: randomUUID(), procedure: 'points-award', step: 'record', input: { village, title: '超限', awards: [award(h1, '01', 5)], ...none } }, city.now())).code, 'cap-reached')
  const wrong = await gives(city, award(h2, '02', 1))
  await city.does('villageCommittee', 'takeBack', wrong, { reason: '没有参加' })
  assert.deepEqual(await points(), { [h1]: { posted: 0, going: 0, coming: 20, free: 0 }, [h2]: { posted: 0, going: 0, coming: 5, free: 0 }, [h3]: { posted: 0, going: 0, coming: 6, free: 0 } })

  const posting = await city.opens('villageCommittee', { village, title: '六月积分公示' }, 'show', 'points-posting')
  assert.deepEqual([(await city.matter(posting)).facts['lines'], (await city.matter(given)).stage, (await city.matter(wrong)).stage], [3, 'shown', 'takenBack'])
  assert.match(JSON.stringify((await city.matter(posting)).facts['shares']), /一人记分占 100%/)
  const line = await lineOf(posting, h2)
  const objection = await city.opens('villager', { village, posting, line, grounds: '该户院子没有打扫' }, 'object', 'points-objection')
  assert.equal(refused(await act(house, people.otherVillager, { id: randomUUID(), procedure: 'points-objection', step: 'object', input: { village, posting, line, grounds: '我也看到没有打扫' } }, city.now())).code, 'held-already')
  // Five working days, with the Dragon Boat holiday of 19 June between.
  await city.until('2026-06-25 09:00')
  assert.deepEqual([(await points())[h1]?.posted, (await points())[h2], (await points())[h3]?.posted, (await city.matter(given)).stage], [20, { posted: 0, going: 0, coming: 5, free: 0 }, 6, 'settled'])
  await city.does('villageClerk', 'decide', objection, { outcome: 'stands', reply: '照片证明已经打扫', ...none })
  assert.equal((await points())[h2]?.posted, 5, 'the line goes on where the window is over already')

  // Stock, and a reward for what was posted.
  const bought = await city.opens('villageCommittee', { village, title: '采购', way: 'in', goods: [{ reward: 'R1', pieces: 2 }], voucher: 'FP-1' }, 'enter', 'reward-stock')
  await city.does('villageClerk', 'confirm', bought)
  const wish = { village, household: h1, reward: 'R1', pieces: 1 }
  const redeemed = await city.opens('villager', wish, 'reserve', 'redemption')
  assert.deepEqual([(await points())[h1]?.free, (await shelf())?.free], [10, 1])
  assert.equal(refused(await act(house, people.otherVillager, { id: randomUUID(), procedure: 'redemption', step: 'reserve', input: wish }, city.now())).code, 'not-your-household')
  await city.does('villageWorker', 'handOver', redeemed, { identity: 'known' })
  assert.equal((await city.refused('villageCommittee', 'handOver', redeemed, { identity: 'known' })).code, 'closed')
  assert.deepEqual([(await points())[h1], await shelf()], [{ posted: 10, going: 0, coming: 0, free: 10 }, { posted: 1, going: 0, coming: 0, free: 1 }])

  // What was spent already is owed; later points go against it.
  const correction = await city.opens('villageCommittee', { village, posting, line: await lineOf(posting, h1), reason: '评比算错，应记到邻居户' }, 'propose', 'points-correction')
  assert.deepEqual(await database.scoped(people.villager, tx => tx.query('select facts ->> \'points\' as points from matter_internal where id = $1::uuid', [correction])), [{ points: '20' }], 'the household reads what is to be taken, and why')
  await city.does('villageCommittee', 'tell', correction, { toldHow: 'account' })
  await city.heard(correction)
  await city.until('2026-07-03 09:00')
  assert.deepEqual([(await points())[h1]?.posted, (await city.matter(correction)).stage], [10, 'deciding'], 'nothing is taken while it may speak')
  await city.does('villageClerk', 'confirm', correction, none)
  assert.deepEqual(await city.heard(correction), ['villageClerk', 'villageCommittee', 'villageWorker', 'villager'])
  assert.deepEqual([(await points())[h1]?.posted, (await owed()).get(h1)?.posted], [0, -10])
  await gives(city, award(h1, '02', 5, '2026-06-25'))
  const second = await city.opens('villageCommittee', { village, title: '六月第二期公示' }, 'show', 'points-posting')
  assert.deepEqual((await database.scoped(system, tx => linesOf(tx, county, second))).map(one => [one.line, one.kind, one.points, one.household, one.evidence]), [[1, 'award', 15, h1, '会议签到表'], [2, 'reversal', -20, h1, '评比算错，应记到邻居户']], 'what was moved back is shown with the next posting')
  await city.until('2026-07-13 09:00')
  assert.deepEqual([(await points())[h1]?.posted, (await owed()).get(h1)?.posted, (await city.matter(second)).stage], [5, 0, 'settled'])

  // A deduction by a clause, told and heard.
  const evidence = [await file('villageCommittee')]
  const deduction = await city.opens('villageCommittee', { village, household: h1, clause: '12', points: 5, happenedOn: '2026-07-12', story: '在河边倾倒垃圾', evidence, ...none }, 'propose', 'points-deduction')
  await city.does('villageCommittee', 'tell', deduction, { toldHow: 'account' })
  await city.does('villager', 'state', deduction, { statement: '请当面听我说', wantsHearing: true })
  await city.until('2026-07-21 09:00')
  assert.equal((await city.refused('villageClerk', 'decide', deduction, { outcome: 'deduct', grounds: '照片可以证明', ...none })).code, 'hearing-owed')
  await city.does('villageClerk', 'hear', deduction, { heardOn: '2026-07-21', heard: '户主到场说明' })
  const spent = await city.opens('villager', wish, 'reserve', 'redemption').catch((error: unknown) => String(error))
  assert.match(spent, /below-zero/)
  await city.does('villageClerk', 'decide', deduction, { outcome: 'deduct', grounds: '照片可以证明', ...none })
  assert.deepEqual((await points())[h1], { posted: 5, going: 5, coming: 0, free: 0 }, 'spoken for from the decision on')
  await city.opens('villageCommittee', { village, title: '七月公示' }, 'show', 'points-posting')
  await city.until('2026-07-30 09:00')
  assert.deepEqual([(await points())[h1]?.posted, (await city.matter(deduction)).stage, (await city.matter(scheme)).stage], [0, 'settled', 'inForce'])
})

test('27.3: an account is linked to one person of the household’s roll', async () => {
  const city = live(house, '2026-07-30 10:00')
  const evidence = [await file('villageCommittee')]
  const deduction = await city.opens('villageCommittee', { village, household: h2, clause: '12', points: 1, happenedOn: '2026-07-29', story: '在河边倾倒垃圾', evidence, ...none }, 'propose', 'points-deduction')
  await city.does('villageCommittee', 'tell', deduction, { toldHow: 'handed', toldProof: [await file('villageCommittee')] })
  const id = await city.opens('otherVillager', { village, door: '一社2号', name: '李小红' }, 'ask', 'household-claim')
  const confirm = { household: h2, name: '李小红' }
  assert.equal((await city.refused('villageCommittee', 'confirm', id, confirm)).code, 'not-on-roll')
  await database.owner(tx => tx.query(`insert into person (county, id, village, household, name, pinyin) values ($1, gen_random_uuid(), $2, $3::uuid, '李小红', 'lixiaohong')`, [county, village, idOf(h2)]))
  await city.does('villageCommittee', 'confirm', id, confirm)
  const own = await database.scoped(people.otherVillager, tx => tx.query<{ household: string }>('select distinct household from points_line'))
  assert.deepEqual(own, [{ household: h2 }])
  assert.deepEqual(await city.heard(deduction), ['otherVillager'], 'who is linked while a deduction is under way is told, and may speak')
  await city.does('otherVillager', 'state', deduction, { statement: '那天我家没有人在村里' })
  await city.until('2026-08-08 09:00')
  await city.does('ruralLead', 'decide', deduction, { outcome: 'drop', grounds: '看不出是谁倒的', ...none })
  await database.owner(tx => tx.query('update account set person = null where id = $1::uuid', [people.otherVillager.account]))
})

test('who sees what: a household its own, who works there the village’s, others nothing', async () => {
  const count = async (who: Name): Promise<readonly number[]> => database.scoped(people[who], async tx => {
    const tables = ['ledger_account', 'ledger_transfer', 'points_line'].map(async table => (await tx.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n ?? 0)
    return Promise.all(tables)
  })
  const [all, own] = [await count('villageCommittee'), await count('villager')]
  assert.ok(all.every((n, i) => n > (own[i] ?? 0) && (own[i] ?? 0) > 0))
  const [mine] = await database.scoped(people.villager, tx => tx.query<{ n: number }>('select count(*)::int as n from points_line where household <> $1', [h1]))
  assert.equal(mine?.n, 0)
  for (const who of ['otherVillager', 'resident', 'committee', 'auditor'] as const) assert.deepEqual(await count(who), [0, 0, 0], who)
  assert.deepEqual(await count('ruralLead'), all)
})

test('27.3: opening balances are shown like any other line, and a second version of the scheme ends the first on the day before', async () => {
  const city = live(house, '2026-08-10 10:00')
  const opening = await city.opens('villageCommittee', { village, title: '纸质台账', balances: [{ household: h2, points: 7 }, { household: h3, points: 3 }], total: 10, asOf: '2026-06-30' }, 'enter', 'points-opening')
  await city.does('villageClerk', 'confirm', opening)
  const posting = await city.opens('villageCommittee', { village, title: '期初余额公示' }, 'show', 'points-posting')
  const objection = await city.opens('villager', { village, posting, line: await lineOf(posting, h3), grounds: '纸质台账写的是 0 分' }, 'object', 'points-objection')
  const strikes = { outcome: 'strikes', reply: '纸质台账确为 0 分', ...none }
  for (const who of ['villageCommittee', 'villageClerk'] as const) assert.equal((await city.refused(who, 'decide', objection, strikes)).code, 'two-people', `${who} entered or checked it`)
  assert.equal((await city.refused('ruralLead', 'decide', objection, strikes)).code, 'household-unasked')
  await city.does('villageWorker', 'answerFor', objection, { statement: '我家确实没有积分', statementSheet: [await file('villageWorker')] })
  await city.does('ruralLead', 'decide', objection, strikes)
  const before = await points()
  await city.until('2026-08-18 09:00')
  const now = await points()
  assert.deepEqual([(now[h2]?.posted ?? 0) - (before[h2]?.posted ?? 0), (now[h3]?.posted ?? 0) - (before[h3]?.posted ?? 0)], [7, 0])
  const next = await city.opens('villageCommittee', { ...draft, title: '荒滩村积分办法（二）' }, 'begin', 'points-scheme')
  const twin = await city.opens('villageCommittee', { ...draft, title: '荒滩村积分办法（三）' }, 'begin', 'points-scheme')
  await city.until('2026-08-26 10:00')
  await city.does('villageCommittee', 'table', next)
  assert.equal((await city.refused('villageCommittee', 'table', twin)).code, 'another-tabled')
  await platform(city, next, 'adopt', { resolution: idOf('second'), passedOn: '2026-08-26', inForceOn: '2026-09-01' })
  const rows = await database.scoped(people.resident, tx => tx.query<{ version: number; since: string; until: string | null }>('select version, since::text as since, until::text as until from points_scheme where village = $1 order by version', [village]))
  assert.deepEqual(rows, [{ version: 1, since: '2026-06-16', until: '2026-08-31' }, { version: 2, since: '2026-09-01', until: null }])
  const stages = await database.scoped(system, tx => tx.query<{ stage: string }>(`select stage from matter where procedure = 'points-scheme' and region = $1 order by opened, number`, [village]))
  assert.deepEqual(stages.map(one => one.stage).toSorted(), ['designing', 'inForce', 'replaced'])
})

test('two ask for the last piece, or spend the last points, at once: one has it', async (t: TestContext) => {
  if (database.kind === 'pglite') { t.skip('PGlite is one connection: nothing can meet in it'); return }
  const city = live(house, '2026-08-26 12:00')
  await gives(city, award(h2, '01', 5, '2026-08-26'), award(h3, '01', 5, '2026-08-26'))
  await city.opens('villageCommittee', { village, title: '八月公示' }, 'show', 'points-posting')
  await city.until('2026-09-03 09:00')
  const sheets = [await file('villageWorker'), await file('villageCommittee')]
  const ask = (who: 'villageWorker' | 'villageCommittee', household: string, sheet: string) => act(house, people[who], { id: randomUUID(), procedure: 'redemption', step: 'reserveFor', input: { village, household, reward: 'R1', pieces: 1, sheet: [sheet] } }, instant('2026-09-03 10:00'))
  const answers = await Promise.all([ask('villageWorker', h2, sheets[0] ?? ''), ask('villageCommittee', h3, sheets[1] ?? '')])
  assert.deepEqual(answers.map(answer => (isRefusal(answer) ? answer.code : 'kept')).toSorted(), ['kept', 'out-of-stock'])
  const kept = took(answers.find(answer => !isRefusal(answer)) ?? assert.fail('none was kept'))
  await city.until('2026-09-20 09:00')
  assert.deepEqual([(await city.matter(kept.id)).stage, (await shelf())?.free], ['expired', 1], 'nobody came: it is free again')
})

/** Two give the same household what each alone may: 20 of the 40 a month that stand open, and 25. */
const bothGive = async (of: House, on: string): Promise<readonly string[]> => {
  const sheet = (who: Name, times: number) => act(of, people[who], { id: randomUUID(), procedure: 'points-award', step: 'record', input: { village, title: '同时记分', awards: [award(h2, '01', times, on)], ...none } }, instant(`${on} 18:00`))
  return (await Promise.all([sheet('villageCommittee', 4), sheet('villageWorker', 5)])).map(answer => (isRefusal(answer) ? answer.code : 'given')).toSorted()
}
const givenOn = async (on: string): Promise<number> => (await database.scoped(system, tx => tx.query<{ sum: number }>(`select coalesce(sum(points), 0)::int as sum from points_line where household = $1 and item = '01' and day = $2::date`, [h2, on])))[0]?.sum ?? 0

test('two give to one household at once: the cap of its period holds for both together; without the lock on the scheme it would not', async (t: TestContext) => {
  if (database.kind === 'pglite') { t.skip('PGlite is one connection: nothing can meet in it'); return }
  for (const on of ['2026-09-21', '2026-10-21', '2026-11-20']) {
    const answers = await bothGive(house, on)
    assert.deepEqual(answers, ['cap-reached', 'given'], on)
    assert.ok(await givenOn(on) <= 25)
  }
  const meet = barrier(2)
  const asks = house.loaders['points-awarding'] ?? assert.fail('no loader')
  const guardless: House = { ...house, loaders: { ...house.loaders, 'points-awarding': Object.assign((tx: Tx, ask: JsonObject) => asks(unlocked(tx, /from points_line/, meet), ask), { alone: true as const }) } }
  assert.deepEqual(await bothGive(guardless, '2026-12-21'), ['given', 'given'])
  assert.equal(await givenOn('2026-12-21'), 45, 'it is the lock that keeps the cap')
})

test('27.3: a household that joined another brings its points along; one that moved away may still exchange what it has', async () => {
  const city = live(house, '2027-01-11 10:00')
  const [before, theirs] = [(await points())[h1]?.posted ?? 0, (await points())[h3]?.posted ?? 0]
  assert.ok(theirs > 0)
  await database.owner(async tx => {
    await tx.query(`update household set until = '2027-01-10' where code = $1`, [h3])
    await tx.query(`insert into household_successor (county, household, successor, since, source) values ($1, $2::uuid, $3::uuid, '2027-01-10', $2::uuid)`, [county, idOf(h3), idOf(h1)])
  })
  const id = await city.opens('villageCommittee', { village, household: h3, way: 'join' }, 'propose', 'points-carry')
  await city.does('villageClerk', 'confirm', id, none)
  assert.deepEqual([(await points())[h1]?.posted, (await points())[h3]?.posted, (await owed()).get(h1)?.posted ?? 0], [before + theirs, 0, 0])
  const moved = await database.scoped(people.villageCommittee, tx => entriesOf(tx, county, h1, 1))
  assert.deepEqual(moved.map(one => [one.kind, one.points]), [['carried', theirs]])
  await database.owner(tx => tx.query(`update household set village = '630202001001' where code = $1`, [h1]))
  const kept = await act(house, people.villager, { id: randomUUID(), procedure: 'redemption', step: 'reserve', input: { village, household: h1, reward: 'R9', pieces: 1 } }, city.now())
  assert.deepEqual(refused(kept).faults?.map(one => one.fact), ['reward'], 'it is known here still; what it asks for is not')
  await database.owner(tx => tx.query('update household set village = $2 where code = $1', [h1, village]))
})

test('an export puts the ledger back as it stood: balances are not moved a second time, and go on being held', async () => {
  const lines: string[] = []
  await dump(database, house.keys, line => { lines.push(line) })
  const to = await openTestDatabase()
  try {
    await restore(to, house.keys, (async function* () { yield* lines })())
    const read = (of: TestDatabase) => of.scoped(system, tx => tx.query('select * from ledger_account order by county, id'))
    assert.deepEqual(await read(to), await read(database))
    assert.deepEqual((await verifyCounty(houseOver(to), county)).faults, [])
    await assert.rejects(to.scoped(system, tx => transfer(tx, house.keys, [{
      county, from: { ledger: 'points', region: village, kind: 'household', owner: h1 }, to: { ledger: 'points', region: village, kind: 'redeemed' }, amount: 1_000_000, matter: idOf('none'), at: instant('2026-09-21 09:00'),
    }])), /below-zero/)
  } finally {
    await to.close()
  }
})

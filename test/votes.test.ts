import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test, type TestContext } from 'node:test'
import fc from 'fast-check'
import { figure } from '../regulation/rules.ts'
import { isRefusal, Refused, type Refusal } from '../kernel/refusal.ts'
import { system, type Actor } from '../kernel/post.ts'
import type { JsonObject } from '../kernel/words.ts'
import { sealBallot, receiptOf } from '../kernel/voting/envelope.ts'
import { recount, type ResultFile } from '../kernel/voting/file.ts'
import { select } from '../kernel/voting/select.ts'
import { tally } from '../kernel/voting/tally.ts'
import type { Choice, Mark } from '../kernel/voting/track.ts'
import { cast, inUrn, type Cast, type CastReceipt } from '../registers/ballots/cast.ts'
import type { Attendance, Count } from '../registers/ballots/count.ts'
import { publishedOf } from '../registers/ballots/publish.ts'
import { makeKeys } from '../registers/ballots/urn.ts'
import type { Roll } from '../registers/rolls/loaders.ts'
import { masked, rollLines } from '../registers/rolls/print.ts'
import { digestOf } from '../registers/rolls/unit.ts'
import type { House } from '../store/house.ts'
import { refuseMissingKeys } from '../store/keys-needed.ts'
import { countHeads } from '../store/reseal.ts'
import { ringOf } from '../store/ring.ts'
import { keysFrom } from '../store/seal.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, idOf, people, secret } from './helpers/world.ts'

let database: TestDatabase
let house: House
const county = '630202'
const village = '630202101201'
const now = instant('2026-06-08 10:00')
const until = '2026-06-20T10:00:00.000Z'

/** Ten households of three, each person with an account of their own; of the third the decade does not tell whether they are eighteen. */
const homes = Array.from({ length: 10 }, (_, at) => ({ code: `${village}-${String(at + 1).padStart(4, '0')}`, id: idOf(`home ${at}`), people: [`王家${at}甲`, `王家${at}乙`, `王家${at}丙`] }))

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
  await database.scoped(system, async tx => {
    for (const { code, id, people: names } of homes) {
      await tx.query(`insert into household (county, id, code, village, team, address, since) values ($1, $2::uuid, $3, $4, '一社', $5, '2023-02-01')`, [county, id, code, village, `一社${code.slice(-2)}号`])
      for (const [at, name] of names.entries()) {
        await tx.query('insert into person (county, id, village, household, name, pinyin, born_decade, head) values ($1, $2::uuid, $3, $4::uuid, $5, $5, $6, $7::boolean)', [county, idOf(`person ${name}`), village, id, name, [1970, 1980, 2000][at], at === 0])
        await tx.query('insert into account (id, name, pinyin, home, person, created) values ($1::uuid, $2, $2, $3, $4::uuid, now())', [idOf(name), name, village, idOf(`person ${name}`)])
      }
    }
  })
})
after(() => database.close())

/** A matter to hang a vote on: which procedure it is of does not matter to the registers. */
const aMatter = async (): Promise<string> => live(house).opens('resident', { text: '村内道路是否硬化，请大家商议', place: village })

const hand = async (register: string, row: JsonObject, at = now): Promise<Refusal | undefined> => {
  try {
    await database.scoped(system, async tx => house.recorders[register]?.(tx, { county, ...row }, at) ?? assert.fail(register))
    return undefined
  } catch (error) {
    return error instanceof Refused ? error.refusal : assert.fail(error as Error)
  }
}
const done = async (register: string, row: JsonObject, at = now): Promise<void> => { const no = await hand(register, row, at); if (no) assert.fail(`${register}: ${no.why.en}`) }
const ask = async <T>(loader: string, matter: string): Promise<T> => await database.scoped(system, async tx => house.loaders[loader]?.(tx, { county, matter }) ?? assert.fail(loader)) as T
const code = (answer: CastReceipt | Refusal | undefined): string => (answer === undefined ? 'done' : isRefusal(answer) ? answer.code : 'done')
const voted = (vote: Cast, at = now): Promise<CastReceipt | Refusal> => cast(database, vote, at)
const taken = (answer: CastReceipt | Refusal): CastReceipt => (isRefusal(answer) ? assert.fail(answer.why.en) : answer)

const paper = (count: number, more: (at: number) => object = () => ({})): JsonObject =>
  ({ kind: 'adult', from: 'paper', place: village, units: Array.from({ length: count }, (_, at) => ({ number: at + 1, name: `李${at + 1}号`, ...more(at + 1) })) })

/** The law as it stands, with online voting confirmed for the assembly: it ships switched off. */
const houseOnline = (): void => {
  const confirmed = { name: 'village-assembly.online', unit: 'yesNo', value: true, from: '2026-01-01', kind: 'local', source: { zh: '司法行政部门确认', en: 'confirmed by the justice office' }, checked: '2026-01-01', confirmed: true } as const
  Object.assign(house, { law: { ...house.law, figure: (name: Parameters<typeof figure>[0], on: string) => figure(name, on, [confirmed]) } })
}

/** A roll of the register's households, frozen, and a vote over it. */
const anAssembly = async (more: JsonObject = {}, roll: JsonObject = { kind: 'household', from: 'register', place: village }): Promise<string> => {
  houseOnline()
  const matter = await aMatter()
  await done('roll', { matter, ...roll })
  await done('roll-freeze', { matter })
  await done('poll-open', { matter, question: '是否硬化村内道路', track: 'assembly', manner: 'secret', online: true, day: '2026-06-08', until, ...more })
  return matter
}

const keyOf = async (matter: string): Promise<Uint8Array<ArrayBuffer>> => {
  const [row] = await database.scoped(system, tx => tx.query<{ key: Uint8Array }>('select key from poll where matter = $1::uuid', [matter]))
  return new Uint8Array(row?.key ?? assert.fail('no key'))
}
const ballot = async (matter: string, choice: Choice): Promise<Uint8Array<ArrayBuffer>> => sealBallot(await keyOf(matter), matter, choice)
const accountOf = (number: number, which: 0 | 1 | 2 = 0): string => idOf(homes[number - 1]?.people[which] ?? assert.fail())
const castBy = async (matter: string, number: number, choice: Choice, which: 0 | 1 | 2 = 0) => voted({ account: accountOf(number, which), matter, number, envelope: await ballot(matter, choice) })

const sheetOf = (matter: string, who: 'committee' | 'gridWorker' | 'westCommittee', more: JsonObject): JsonObject => ({ matter, place: '会场', counter: people[who].account, file: randomUUID(), ...more })

test('a roll of households is built from the register, each under its head, and of adults with those marked whose age the decade leaves open', async () => {
  const matter = await aMatter()
  await done('roll', { matter, kind: 'household', from: 'register', place: village })
  const lines = await database.scoped(system, tx => rollLines(tx, county, matter))
  assert.deepEqual(lines.map(line => [line.number, line.name, line.household]), homes.map((home, at) => [at + 1, home.people[0], home.code]))
  await done('roll', { matter, kind: 'adult', from: 'register', place: village, team: '一社' })
  const adults = await ask<Roll>('roll', matter)
  assert.deepEqual([adults.units, adults.households, adults.frozen], [30, 10, undefined])
  assert.match(adults.faults[0]?.zh ?? '', /^10人只登记了出生年代/)
  assert.equal((await hand('roll', { matter, kind: 'owner', from: 'register', place: village }))?.code, 'no-register')
})

test('a paper roll names the cells that are wrong, and posts no more than a masked name', async () => {
  const matter = await aMatter()
  const wrong = await hand('roll', { matter, kind: 'owner', from: 'paper', place: village, units: [{ number: 1, name: '王秀英', area: '89.5' }, { number: 1, name: '李生福', area: '90' }, { number: 3, name: '马得福' }] })
  assert.deepEqual(wrong?.faults?.map(one => [one.fact, one.row, one.column]), [['units', 1, 'number'], ['units', 2, 'area']])
  assert.equal((await hand('roll', { matter, ...paper(2, () => ({ area: '80' })) }))?.faults?.[0]?.column, 'area')
  await done('roll', { matter, kind: 'owner', from: 'paper', place: village, units: [{ number: 1, name: '王秀英', area: '89.5', door: '1号楼101' }, { number: 2, name: '李生福', area: '110.25' }] })
  assert.equal((await ask<Roll>('roll', matter)).area, 19975)
  const lines = await database.scoped(system, tx => rollLines(tx, county, matter))
  assert.deepEqual(lines.map(masked).map(line => [line.number, line.name, line.door, line.area]), [[1, '王**', null, 8950], [2, '李**', null, 11025]])
})

test('the roll is frozen with the notice: it is corrected by objection, each kept, until voting begins, and by nothing else', async () => {
  const matter = await aMatter()
  assert.equal(code(await hand('roll-freeze', { matter })), 'no-roll')
  await done('roll', { matter, ...paper(3) })
  const correction = { matter, no: 1, does: 'strike', reason: 'death', number: 2, asked: '村民代表', why: '已故', decidedBy: '村务监督委员会' } as const
  assert.equal(code(await hand('roll-correction', correction)), 'roll-open')
  await done('roll-freeze', { matter })
  const before = await ask<Roll>('roll', matter)
  assert.equal(code(await hand('roll', { matter, ...paper(9) })), 'roll-frozen')
  await done('roll-correction', correction)
  await done('roll-correction', { ...correction, no: 2, does: 'add', reason: 'moved', number: 0, unit: { name: '李新来', ground: 'admitted' } })
  await done('roll-correction', { ...correction, no: 3, does: 'alter', reason: 'other', number: 1, unit: { name: '李一号' } })
  assert.equal(code(await hand('roll-correction', { ...correction, no: 4 })), 'no-such-line', 'struck already')
  const lines = await database.scoped(system, tx => rollLines(tx, county, matter))
  assert.deepEqual(lines.map(line => [line.number, line.name]), [[3, '李3号'], [4, '李新来'], [5, '李一号']], 'numbers once printed are given to nobody else')
  const roll = await ask<Roll>('roll', matter)
  assert.equal(roll.corrections, 3)
  assert.notEqual(roll.digest, before.digest)
  await done('poll-open', { matter, question: '？', track: 'assembly', manner: 'open', online: false, day: '2026-06-08', until })
  assert.equal(code(await hand('roll-correction', { ...correction, no: 5, number: 3 })), 'voting-begun')
})

test('whatever comes at once and in whatever order, a frozen roll is what its digest says, changed by the corrections that are kept and by nothing else', async () => {
  const correction = fc.record({ does: fc.constantFrom('add', 'strike', 'alter'), number: fc.integer({ min: 1, max: 8 }) }).map(one => ['roll-correction', { ...one, reason: 'other', asked: '村民', why: '有误', decidedBy: '村务监督委员会', unit: { name: '更正后' } }] as const)
  const other = fc.constantFrom(['roll', paper(5)] as const, ['roll', paper(7)] as const, ['roll-freeze', {}] as const, ['poll-open', { question: '？', track: 'assembly', manner: 'open', online: false, day: '2026-06-08', until }] as const)
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(correction, other), { minLength: 3, maxLength: 14 }), async steps => {
    const matter = await aMatter()
    await done('roll', { matter, ...paper(6) })
    const answers = await Promise.all(steps.map(async ([register, row], at) => ({ register, ok: await hand(register, { matter, ...row, no: at + 1 }) === undefined })))
    const took = (name: string): number => answers.filter(one => one.register === name && one.ok).length
    const roll = await ask<Roll>('roll', matter)
    assert.equal(roll.frozen !== undefined, took('roll-freeze') === 1)
    assert.equal(roll.corrections, took('roll-correction'))
    if (roll.frozen !== undefined) assert.equal(roll.digest, await digestOf(await database.scoped(system, tx => rollLines(tx, county, matter))))
    const changed = await database.scoped(system, tx => tx.query<{ n: number }>('select count(*)::int as n from roll_unit where matter = $1::uuid and (added is not null or struck is not null)', [matter]))
    if (took('roll-correction') === 0) assert.equal(changed[0]?.n, 0)
  }), { numRuns: 25 })
})

test('the database itself keeps a frozen roll: whatever statement the program sends, and shown to let it through without the guard', async () => {
  const matter = await aMatter()
  await done('roll', { matter, ...paper(3) })
  await done('roll-freeze', { matter })
  const tries = [`update roll_unit set name = 'x' where matter = '${matter}'`, `delete from roll_unit where matter = '${matter}'`, `insert into roll_unit (county, matter, number, name, ground) values ('${county}', '${matter}', 9, 'x', 'member')`]
  const attempt = (text: string): Promise<unknown> => database.scoped(system, async tx => { await tx.query(text); throw new Error('let through') })
  for (const text of tries) await assert.rejects(attempt(text), /frozen/)
  await database.owner(tx => tx.simple('alter table roll_unit disable trigger roll_unit_frozen'))
  for (const text of tries) await assert.rejects(attempt(text), /let through/)
  await database.owner(tx => tx.simple('alter table roll_unit enable trigger roll_unit_frozen'))
})

test('online voting is off where it is not confirmed, and owners never vote in secret', async () => {
  Object.assign(house, { law: { ...house.law, figure } })
  const matter = await aMatter()
  await done('roll', { matter, ...paper(3) })
  const opening = { matter, question: '？', track: 'assembly', manner: 'secret', online: true, day: '2026-06-08', until }
  assert.equal(code(await hand('poll-open', opening)), 'roll-open')
  await done('roll-freeze', { matter })
  assert.equal(code(await hand('poll-open', opening)), 'online-off')
  assert.equal(code(await hand('poll-open', { ...opening, track: 'owners' })), 'wrong-manner')
  await done('poll-open', { ...opening, online: false })
  assert.equal(code(await hand('poll-open', { ...opening, online: false })), 'voting-begun')
  assert.equal(code(await voted({ account: accountOf(1), matter, number: 1, choice: 'for' })), 'not-online')
})

test('one vote of a household, whoever of it comes first; the receipt is in the urn and the same envelope sent again is answered the same', async () => {
  const matter = await anAssembly()
  const entries = await database.owner(tx => tx.query('select from entry'))
  const envelope = await ballot(matter, 'for')
  const first = taken(await voted({ account: accountOf(1), matter, number: 1, envelope }))
  assert.equal(first.receipt, await receiptOf(envelope))
  assert.equal(await inUrn(database, matter, first.receipt ?? ''), true)
  assert.equal(await inUrn(database, matter, 'ab'.repeat(32)), false)
  assert.deepEqual(taken(await voted({ account: accountOf(1), matter, number: 1, envelope })), { receipt: first.receipt, repeated: true })
  assert.equal(code(await castBy(matter, 1, 'against', 1)), 'already-took-part', 'the other of the household')
  assert.equal(code(await castBy(matter, 2, 'against', 2)), 'not-on-roll', 'one who may be under eighteen votes for no household')
  assert.equal(code(await castBy(matter, 1, 'against')), 'already-took-part')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 3, envelope: await ballot(matter, 'for') })), 'not-on-roll', 'another’s number')
  assert.equal(code(await voted({ account: people.stranger.account, matter, number: 2, envelope: await ballot(matter, 'for') })), 'not-on-roll')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 2, envelope })), 'envelope-used')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 2, choice: 'for' })), 'not-an-envelope', 'in a secret ballot nothing comes in the open')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 2, envelope: envelope.slice(1) })), 'not-an-envelope')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 2, envelope: await ballot(matter, 'for') }, new Date('2026-06-20T10:00:00Z'))), 'vote-over')
  assert.equal(code(await hand('attendance', { matter, rows: [{ number: 1, way: 'hall' }, { number: 2, way: 'hall' }] })), 'already-took-part')
  await done('attendance', { matter, rows: [{ number: 2, way: 'hall' }] })
  assert.equal(code(await castBy(matter, 2, 'for')), 'already-took-part', 'whoever is in the hall does not vote by phone as well')
  assert.deepEqual((await ask<Attendance>('attendance', matter)).byWay, { hall: 1, proxy: 0, paper: 0, phone: 1 })
  assert.equal((await database.owner(tx => tx.query('select from entry'))).length, entries.length, 'no entry is made of a vote')
})

test('proxies stand within the law of the body', async () => {
  const matter = await aMatter()
  await done('roll', { matter, ...paper(5, n => ({ household: homes[n <= 2 ? 0 : 1]?.code })), kind: 'member' })
  await done('roll-freeze', { matter })
  await done('poll-open', { matter, question: '？', track: 'collective', manner: 'secret', online: false, day: '2026-06-08', until })
  const proxy = (more: JsonObject) => hand('attendance', { matter, rows: [{ number: 1, way: 'proxy', ...more }] })
  assert.match((await proxy({ holder: 3, written: true }))?.why.zh ?? '', /同一户/)
  assert.match((await proxy({ holder: 2 }))?.why.zh ?? '', /书面/)
  assert.match((await proxy({ holderName: '外人', written: true }))?.why.zh ?? '', /同一户/)
  assert.match((await proxy({ holder: 1, written: true }))?.why.zh ?? '', /受托人序号/)
  assert.equal(code(await proxy({ holderName: homes[0]?.people[1] ?? '', written: true })), 'done', 'somebody of the household who is no member')
  assert.equal(code(await hand('attendance', { matter, rows: [{ number: 9, way: 'hall' }] })), 'not-on-roll')
  const assembly = await anAssembly()
  assert.match((await hand('attendance', { matter: assembly, rows: [{ number: 1, way: 'proxy', holder: 2, written: true }] }))?.why.zh ?? '', /不接受委托/)
})

test('two counters enter a sheet apart; where they differ the second is refused and the lines are named, not the figures', async () => {
  const matter = await anAssembly()
  await done('attendance', { matter, rows: homes.map((_, at) => ({ number: at + 1, way: 'hall' })) })
  const sums = (yes: number, no: number) => ({ totals: [{ for: yes, against: no, abstain: 1, spoilt: 0 }] })
  await done('count-sheet', sheetOf(matter, 'committee', sums(6, 3)))
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'committee', sums(6, 3)))), 'same-counter')
  const apart = await hand('count-sheet', sheetOf(matter, 'gridWorker', sums(5, 4)))
  assert.equal(apart?.code, 'counts-differ')
  assert.match(apart.why.zh, /“赞成”、“反对”$/)
  assert.doesNotMatch(JSON.stringify(apart), /6/, 'the first count is told to nobody')
  assert.equal((await ask<Count>('count', matter)).sheets[0]?.agreed, false)
  assert.equal(code(await hand('count-sheet-withdraw', sheetOf(matter, 'gridWorker', {}))), 'no-own-count')
  await done('count-sheet-withdraw', sheetOf(matter, 'committee', {}))
  await done('count-sheet', sheetOf(matter, 'committee', sums(5, 4)))
  await done('count-sheet', sheetOf(matter, 'gridWorker', sums(5, 4)))
  assert.equal(code(await hand('count-sheet-withdraw', sheetOf(matter, 'committee', {}))), 'no-own-count', 'once two agree it stands')
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'westCommittee', sums(5, 4)))), 'counted-already')
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'westCommittee', { place: '二号箱', lines: [{ number: 1, choice: 'for' }] }))), 'no-names-in-secret')
  const count = await ask<Count>('count', matter)
  assert.deepEqual([count.state, count.ready, count.figures], ['open', false, undefined])
  await done('poll-close', { matter })
  const closed = await ask<Count>('count', matter)
  assert.deepEqual(closed.figures, { roll: { units: 10 }, present: { units: 10 }, votes: { for: 5, against: 4, abstain: 1, spoilt: 0 } })
})

test('more papers than people is no count, and a hall without a sheet is none either', async () => {
  const matter = await anAssembly()
  await done('attendance', { matter, rows: [{ number: 1, way: 'hall' }, { number: 2, way: 'hall' }] })
  await done('poll-close', { matter })
  assert.match((await ask<Count>('count', matter)).why?.zh ?? '', /还没有录入计票单/)
  assert.equal(code(await hand('poll-publish', { matter, number: '1', place: '荒滩村' })), 'count-missing')
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: 3, against: 0, abstain: 0, spoilt: 0 }] }))
  assert.match((await ask<Count>('count', matter)).why?.zh ?? '', /共3票.*只有2/)
})

const ownersVote = async (): Promise<string> => {
  const matter = await aMatter()
  await done('roll', { matter, kind: 'owner', from: 'paper', place: village, units: [1, 2, 3, 4].map(number => ({ number, name: `业主${number}号`, area: `${number * 50}.25` })) })
  await done('roll-freeze', { matter })
  await done('poll-open', { matter, question: '是否更换物业', track: 'owners', manner: 'open', online: false, day: '2026-06-08', until })
  return matter
}

test('owners’ signed papers are entered by two and count by area and heads', async () => {
  const matter = await ownersVote()
  await done('attendance', { matter, rows: [{ number: 2, way: 'paper' }, { number: 3, way: 'paper' }, { number: 4, way: 'paper' }] })
  const lines = (...marks: readonly [number, Mark][]) => ({ lines: marks.map(([number, choice]) => ({ number, choice })) })
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'committee', { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }))), 'by-name-only')
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'committee', lines([1, 'for'])))), 'not-in-book')
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'committee', lines([2, 'for'], [2, 'for'])))), 'number-twice')
  await done('count-sheet', sheetOf(matter, 'committee', lines([4, 'for'], [2, 'for'], [3, 'against'])))
  const apart = await hand('count-sheet', sheetOf(matter, 'gridWorker', lines([2, 'against'], [4, 'for'])))
  assert.match(apart?.why.zh ?? '', /不一致：2号、3号$/)
  await done('count-sheet', sheetOf(matter, 'gridWorker', lines([2, 'for'], [3, 'against'], [4, 'for'])))
  await done('poll-close', { matter })
  const { figures } = await ask<Count>('count', matter)
  assert.deepEqual(figures, { roll: { units: 4, area: 50100 }, present: { units: 3, area: 45075 }, votes: { for: 2, against: 1, abstain: 0, spoilt: 0 }, area: { for: 30050, against: 15025, abstain: 0, spoilt: 0 } })
  const chosen = select({ subject: 'propertyOrdinary', place: 'residents', day: '2026-06-08', law: house.law })
  assert.ok(!isRefusal(chosen) && chosen.unit !== undefined && figures)
  const result = tally({ ...chosen, unit: chosen.unit }, figures)
  assert.ok(!isRefusal(result))
  assert.equal(result.outcome, 'passed')
  await done('poll-publish', { matter, number: '20260608-1', place: { zh: '荒滩村', en: 'Huangtan' } })
  const file = JSON.parse(await database.scoped(system, tx => publishedOf(tx, matter)) ?? '') as ResultFile
  assert.deepEqual((await recount(file)).faults, [])
  assert.doesNotMatch(JSON.stringify(file), /业主\d号/, 'nobody is named')
})

test('a secret vote by phone and paper: opened at the close, counted, published, and counted again from the file alone', async () => {
  const matter = await anAssembly()
  for (const number of [1, 2, 3, 4, 5, 6]) taken(await castBy(matter, number, number <= 4 ? 'for' : 'against'))
  const receipts = (await database.scoped(system, tx => tx.query<{ hex: string }>(`select encode(digest, 'hex') as hex from urn where matter = $1::uuid`, [matter]))).map(row => row.hex)
  await done('attendance', { matter, rows: [{ number: 7, way: 'hall' }, { number: 8, way: 'hall' }] })
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: 1, against: 0, abstain: 1, spoilt: 0 }] }))
  await done('poll-close', { matter })
  assert.equal(code(await castBy(matter, 9, 'for')), 'vote-closed')
  assert.equal(code(await hand('poll-close', { matter })), 'vote-closed')
  assert.equal(code(await hand('attendance', { matter, rows: [{ number: 9, way: 'hall' }] })), 'vote-closed')
  await done('poll-publish', { matter, number: '20260608-2', place: '荒滩村' })
  assert.equal(code(await hand('poll-publish', { matter, number: '20260608-2', place: '荒滩村' })), 'published-already')
  const text = await database.scoped(system, tx => publishedOf(tx, matter)) ?? ''
  const file = JSON.parse(text) as ResultFile
  assert.deepEqual(file.votes, { for: 5, against: 2, abstain: 1, spoilt: 0 })
  assert.equal(file.outcome, 'passed')
  assert.deepEqual([...file.urn.receipts].toSorted(), receipts.toSorted(), 'whoever kept a receipt finds it')
  assert.deepEqual((await recount(file)).faults, [])
  assert.deepEqual([file.named, file.sheets], [[], []])
  for (const receipt of receipts) assert.equal(await inUrn(database, matter, receipt), true, 'also afterwards')
})

type RawRow = { readonly xmin: string; readonly ctid: string; readonly row: JsonObject }
const raw = (table: string, matter: string): Promise<readonly RawRow[]> =>
  database.owner(tx => tx.query<RawRow>(`select t.xmin::text as xmin, t.ctid::text as ctid, to_jsonb(t) as row from ${table} t where matter = '${matter}' order by t.ctid`))

test('what whoever reads the raw tables can link: before the close an envelope to its unit but no choice; afterwards neither', async () => {
  const matter = await anAssembly()
  const order = [7, 2, 9, 1, 5, 3, 10, 4]
  for (const [at, number] of order.entries()) taken(await castBy(matter, number, at < 4 ? 'for' : 'against'))
  // While votes come in, a row of each table written by one transaction belong together: the page says so, and the envelope does not open.
  const [book, urn] = [await raw('attendance', matter), await raw('urn', matter)]
  assert.deepEqual(book.map(one => one.xmin), urn.map(one => one.xmin))
  assert.deepEqual(book.map(one => one.row['number']), order)
  const lengths = new Set(urn.map(one => JSON.stringify(one.row['envelope']).length))
  assert.equal(lengths.size, 1, 'the length of an envelope tells nothing')
  const before = JSON.stringify([book, urn, await raw('poll', matter), await raw('poll_secret', matter)])
  for (const word of ['"for"', '"against"', '"abstain"']) assert.ok(!before.includes(word), word)

  await done('poll-close', { matter })
  const [closed, receipts, choices] = [await raw('attendance', matter), await raw('urn', matter), await raw('urn_choice', matter)]
  assert.equal(new Set([...closed, ...receipts, ...choices].map(one => one.xmin)).size, 1, 'all rows are of the one transaction that opened the urn')
  assert.deepEqual(closed.map(one => one.row['number']), order.toSorted((a, b) => a - b), 'who took part lies by number')
  const digests = receipts.map(one => JSON.stringify(one.row['digest']))
  assert.deepEqual(digests, digests.toSorted(), 'receipts lie in their own order')
  assert.ok(receipts.every(one => one.row['envelope'] === null))
  assert.deepEqual(await raw('poll_secret', matter), [])
  assert.deepEqual(Object.keys(choices[0]?.row ?? {}).toSorted(), ['county', 'mark', 'matter', 'place'], 'a choice bears no id, account, number or time')
  assert.deepEqual(Object.keys(closed[0]?.row ?? {}).toSorted(), ['county', 'holder', 'holder_name', 'matter', 'number', 'way'])
  assert.deepEqual(Object.keys(receipts[0]?.row ?? {}).toSorted(), ['county', 'digest', 'envelope', 'matter'])
  // Nothing else the database holds of this matter, of its voters or of these acts names a choice.
  const accounts = new Set(order.map(number => accountOf(number)))
  for (const table of ['entry', 'matter', 'matter_internal', 'sealed', 'notice', 'access_log', 'party', 'link']) {
    const rows = await database.owner(tx => tx.query<{ text: string }>(`select t::text as text from ${table} t`))
    for (const { text } of rows) assert.ok(![...accounts].some(account => text.includes(account)) || !/against|abstain/.test(text), table)
  }
})

test('the order of the choices is left to chance: over many openings every place holds either', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 12 && seen.size < 4; round += 1) {
    const matter = await anAssembly()
    for (const number of [1, 2, 3, 4]) taken(await castBy(matter, number, number <= 2 ? 'for' : 'against'))
    await done('poll-close', { matter })
    seen.add((await raw('urn_choice', matter)).map(one => JSON.stringify(one.row['mark'])).join(' '))
  }
  assert.ok(seen.size >= 4, [...seen].join(' | '))
})

test('the key of the ring that sealed what opens a vote is in use until the urn is opened, and serving without it is refused', async () => {
  await database.owner(tx => tx.simple('delete from poll_secret'))
  const matter = await anAssembly()
  const other = keysFrom(secret, ringOf(secret, [{ id: 2, secret: 'the second secret of the ring, thirty-two characters and more' }]))
  const under = async (): Promise<number | undefined> => (await database.scoped(system, countHeads)).find(use => use.head === 2)?.values
  assert.equal(await under(), undefined)
  const sealedUnderTwo = await makeKeys(other.ring, matter)
  await database.scoped(system, async tx => {
    await tx.query('delete from poll_secret where matter = $1::uuid', [matter])
    await tx.query(`insert into poll_secret (county, matter, secret) values ($1, $2::uuid, decode($3, 'hex'))`, [county, matter, sealedUnderTwo.secret.toString('hex')])
  })
  assert.equal(await under(), 1)
  await assert.rejects(refuseMissingKeys(database, house.keys), /lacks key 2: 1 values/)
  await refuseMissingKeys(database, other)
  await database.owner(tx => tx.simple('delete from poll_secret'))
  assert.equal(await under(), undefined)
})

test('a ballot that does not open is counted as spoilt, not lost', async () => {
  const matter = await anAssembly()
  const other = await anAssembly()
  taken(await castBy(matter, 1, 'for'))
  // Sealed to this key, but bound to another vote.
  taken(await voted({ account: accountOf(2), matter, number: 2, envelope: await sealBallot(await keyOf(matter), other, 'for') }))
  await done('poll-close', { matter })
  assert.deepEqual((await ask<Count>('count', matter)).figures?.votes, { for: 1, against: 0, abstain: 0, spoilt: 1 })
})

test('an open vote by phone is by name, once, and is listed by number', async () => {
  const matter = await anAssembly({ manner: 'open' })
  assert.equal(code(await voted({ account: accountOf(1), matter, number: 1 })), 'no-choice')
  assert.deepEqual(taken(await voted({ account: accountOf(1), matter, number: 1, choice: 'for' })), { repeated: false })
  assert.deepEqual(taken(await voted({ account: accountOf(1), matter, number: 1, choice: 'for' })), { repeated: true })
  assert.equal(code(await voted({ account: accountOf(1, 1), matter, number: 1, choice: 'against' })), 'already-took-part')
  await done('poll-close', { matter })
  await done('poll-publish', { matter, number: '1', place: '荒滩村' })
  const file = JSON.parse(await database.scoped(system, tx => publishedOf(tx, matter)) ?? '') as ResultFile
  assert.deepEqual(file.named, [{ number: 1, mark: 'for' }])
  assert.equal(file.outcome, 'no-quorum')
  assert.deepEqual((await recount(file)).faults, [])
})

test('a vote on one matter: whatever comes in whatever order, the tally is that of a recount and nobody is counted twice', async () => {
  const step = fc.record({ number: fc.integer({ min: 1, max: 10 }), which: fc.constantFrom(0 as const, 1 as const), choice: fc.constantFrom<Choice>('for', 'against', 'abstain'), way: fc.constantFrom('phone', 'hall') })
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 24 }), async steps => {
    const matter = await anAssembly()
    const book = new Map<number, 'phone' | 'hall'>()
    const votes: { [C in Choice]: number } = { for: 0, against: 0, abstain: 0 }
    await Promise.all(steps.map(async ({ number, which, choice, way }) => {
      const answer = way === 'phone' ? await castBy(matter, number, choice, which) : await hand('attendance', { matter, rows: [{ number, way: 'hall' }] })
      if (isRefusal(answer)) { assert.equal(answer.code, 'already-took-part'); return }
      assert.ok(!book.has(number), 'twice')
      book.set(number, way)
      if (way === 'phone') votes[choice] += 1
    }))
    const hall = [...book.values()].filter(way => way === 'hall').length
    if (hall > 0) for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: hall, against: 0, abstain: 0, spoilt: 0 }] }))
    await done('poll-close', { matter })
    assert.deepEqual((await ask<Count>('count', matter)).figures, { roll: { units: 10 }, present: { units: book.size }, votes: { ...votes, for: votes.for + hall, spoilt: 0 } })
    await done('poll-publish', { matter, number: '1', place: '荒滩村' })
    assert.deepEqual((await recount(JSON.parse(await database.scoped(system, tx => publishedOf(tx, matter)) ?? ''))).faults, [])
  }), { numRuns: 12 })
})

test('`verify` counts every vote again and names the roll, urn or result that somebody changed in the database', async () => {
  assert.deepEqual((await verifyCounty(house, county)).faults, [])
  const matter = await anAssembly()
  for (const number of [1, 2, 3, 4, 5, 6, 7]) taken(await castBy(matter, number, number <= 4 ? 'for' : 'against'))
  await done('attendance', { matter, rows: [{ number: 8, way: 'hall' }] })
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }))
  await done('poll-close', { matter })
  await done('poll-publish', { matter, number: '1', place: '荒滩村' })
  assert.deepEqual((await verifyCounty(house, county)).faults, [])
  const changes: readonly (readonly [sql: string, back: string, named: RegExp])[] = [
    [`update roll_unit set name = '别人' where matter = '${matter}' and number = 1`, `update roll_unit set name = '王家0甲' where matter = '${matter}' and number = 1`, /the roll is not the one/],
    [`update urn_choice set mark = 'for' where matter = '${matter}'`, '', /not the sum of the counts/],
  ]
  for (const [sql, back, named] of changes) {
    await database.owner(tx => tx.simple(sql))
    const { faults } = await verifyCounty(house, county)
    assert.ok(faults.length > 0 && faults.every(one => one.kind === 'vote' && one.matter === matter), JSON.stringify(faults))
    assert.match(faults.map(one => one.what).join('; '), named)
    if (back !== '') await database.owner(tx => tx.simple(back))
  }
  await database.owner(tx => tx.simple(`update poll set result = replace(result, '"passed"', '"failed"') where matter = '${matter}'`))
  assert.match((await verifyCounty(house, county)).faults.map(one => one.what).join('; '), /the digest of the file.*“passed”; the file says “not passed”/i)
})

test('names on a roll are for who works for the place, up to its township; envelopes, choices and counts are for nobody', async () => {
  const matter = await anAssembly()
  const open = await anAssembly({ manner: 'open' })
  taken(await castBy(matter, 1, 'for'))
  taken(await voted({ account: accountOf(1), matter: open, number: 1, choice: 'for' }))
  await done('attendance', { matter, rows: [{ number: 2, way: 'hall' }] })
  await done('count-sheet', sheetOf(matter, 'committee', { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }))
  const clerk = { ...people.committee, region: village, office: `${village}/committee` }
  const counts = async (actor: Actor, tables: readonly string[]) => database.scoped(actor, async tx => {
    const found: number[] = []
    for (const table of tables) found.push((await tx.query(`select from ${table} where matter = $1::uuid`, [table === 'named_ballot' ? open : matter])).length)
    return found
  })
  const named = ['roll', 'roll_unit', 'attendance', 'poll']
  const shut = ['urn', 'urn_choice', 'named_ballot', 'count_sheet', 'poll_secret', 'roll_voter']
  for (const actor of [clerk, people.otherDispatcher]) assert.deepEqual(await counts(actor, named), [1, 10, 2, 1], actor.kind)
  for (const actor of [people.resident, people.committee, people.gridWorker, people.countyLead, people.handler, people.auditor, people.deputy, people.systemAdmin, people.securityAdmin]) assert.deepEqual(await counts(actor, named), [0, 0, 0, 0], actor.kind)
  for (const actor of [clerk, ...Object.values(people)]) assert.deepEqual(await counts(actor, shut), shut.map(() => 0), actor.kind)
  for (const table of [...named, ...shut, 'roll_correction']) await assert.rejects(database.scoped(clerk, tx => tx.query(`insert into ${table} (county, matter) values ('${county}', '${matter}')`)), /row-level security|voting has begun/, table)
})

/** A race needs two connections; PGlite has one. */
const race = (name: string, run: () => Promise<void>): void => {
  test(name, async (t: TestContext) => {
    if (database.kind === 'pglite') t.skip('PGlite is one connection: nothing can meet in it')
    else await run()
  })
}

const rush = async (matter: string): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: 8 }, (_, at) => castBy(matter, 1, at % 2 === 0 ? 'for' : 'against', at % 2 === 0 ? 0 : 1))).then(list => list.map(code))

race('many phones of one household at once: one vote, one envelope', async () => {
  for (let round = 0; round < 5; round += 1) {
    const matter = await anAssembly()
    const answers = await rush(matter)
    assert.deepEqual(answers.filter(one => one === 'done').length, 1, answers.join(' '))
    assert.ok(answers.every(one => one === 'done' || one === 'already-took-part'))
    assert.equal((await raw('urn', matter)).length, 1)
    assert.equal((await raw('attendance', matter)).length, 1)
  }
})

race('the same without the key of the attendance book: more than one vote gets in, so it is the key that keeps them out', async () => {
  const matter = await anAssembly()
  await database.owner(tx => tx.simple('alter table named_ballot drop constraint named_ballot_county_matter_number_fkey; alter table attendance drop constraint attendance_pkey'))
  const answers = await rush(matter)
  assert.ok(answers.filter(one => one === 'done').length > 1, answers.join(' '))
  await database.owner(tx => tx.simple(
    `delete from attendance; alter table attendance add primary key (county, matter, number); alter table named_ballot add foreign key (county, matter, number) references attendance (county, matter, number) not valid`))
})

race('a vote that comes as the urn is opened is counted or refused, never lost', async () => {
  for (let round = 0; round < 5; round += 1) {
    const matter = await anAssembly()
    const votes = homes.map((_, at) => castBy(matter, at + 1, 'for'))
    await votes[round]
    const closing = hand('poll-close', { matter })
    const answers = (await Promise.all(votes)).map(code)
    assert.equal(code(await closing), 'done')
    const came = answers.filter(one => one === 'done').length
    assert.ok(answers.every(one => one === 'done' || one === 'vote-closed'), answers.join(' '))
    const { figures } = await ask<Count>('count', matter)
    assert.deepEqual([figures?.present.units, figures?.votes.for], [came, came])
  }
})

race('two counters at the same moment are first and second, and a third is refused', async () => {
  const matter = await anAssembly()
  await done('attendance', { matter, rows: [{ number: 1, way: 'hall' }] })
  const answers = await Promise.all((['committee', 'gridWorker', 'westCommittee'] as const).map(who => hand('count-sheet', sheetOf(matter, who, { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }))))
  assert.deepEqual(answers.map(code).toSorted(), ['counted-already', 'done', 'done'])
})

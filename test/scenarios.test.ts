import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { clock, system } from '../kernel/post.ts'
import { catchUp, tick } from '../store/clock.ts'
import type { House } from '../store/house.ts'
import { notices } from '../store/read/notices.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

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

const township = '630202001/gov'
const lamp = { text: '村口路灯不亮，晚上看不见路', place: '630202001001' }
const toGov = { category: 'road-damage', office: township }

const giveFile = async (who: Name): Promise<string> => {
  const id = randomUUID()
  await database.scoped(people[who], tx => tx.query(
    `insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'lamp.jpg', 'image/jpeg', 4, '\\x00', '2026-06-08T01:00:00Z')`, [id, people[who].account]))
  return id
}

test('21.4: through the whole life those whom a step concerns are told, and nobody else', async () => {
  const city = live(house)
  const id = await city.opens('resident', lamp)
  assert.deepEqual(await city.heard(id), ['dispatcher'])
  await city.does('dispatcher', 'dispatch', id, toGov)
  assert.deepEqual(await city.heard(id), ['colleague', 'handler', 'resident', 'townLead'])
  await city.does('handler', 'accept', id)
  assert.deepEqual(await city.heard(id), ['resident'])
  await city.does('resident', 'urge', id)
  assert.deepEqual(await city.heard(id), ['colleague', 'handler', 'townLead'])
  await city.does('handler', 'assign', id, { colleague: people.colleague.account })
  assert.deepEqual(await city.heard(id), ['colleague'])
  await city.does('colleague', 'note', id, { progress: '已联系电工' })
  assert.deepEqual(await city.heard(id), [])
  await city.does('colleague', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  assert.deepEqual(await city.heard(id), ['committee', 'gridWorker'])
  await city.does('gridWorker', 'verify', id, { verified: true })
  assert.deepEqual(await city.heard(id), ['resident'])
  await city.does('resident', 'confirm', id)
  await city.does('resident', 'rate', id, { rating: 1 })
  assert.deepEqual(await city.heard(id), ['dispatcher'])
  await city.does('dispatcher', 'reopenAfterRevisit', id, { revisitNote: '确未修好' })
  assert.deepEqual(await city.heard(id), ['resident'])
})

test('who acts is not told of their own act, also where they stand among those told', async () => {
  const city = live(house)
  const id = await city.opens('dispatcher', lamp)
  assert.deepEqual((await city.heard(id)).filter(name => name === 'dispatcher'), [])
  await city.does('dispatcher', 'dispatch', id, toGov)
  assert.deepEqual((await city.heard(id)).filter(name => name === 'dispatcher'), [])
})

test('somebody with two reasons to be told of one act is told once', async () => {
  const city = live(house)
  const id = await city.opens('resident', lamp)
  await city.does('dispatcher', 'dispatch', id, toGov)
  await city.heard(id)
  await city.until('2026-06-09 18:00')
  assert.deepEqual(await city.heard(id), ['colleague', 'dispatcher', 'handler', 'townLead'])
})

test('25.3: who reports anonymously is told of everything; those who handle it are told nothing of them', async () => {
  const city = live(house)
  const id = await city.opens('resident', { ...lamp, anonymous: true, contactName: '王小明', contactPhone: '13897221234' })
  await city.heard(id)
  await city.does('dispatcher', 'dispatch', id, toGov)
  assert.ok((await city.heard(id)).includes('resident'))
  const mine = await database.scoped(people.resident, tx => notices(tx, people.resident, 100))
  assert.ok(mine.some(notice => notice.matter === id))
  await city.does('resident', 'supplement', id, { supplement: '在小学门口' })
  for (const who of ['dispatcher', 'handler', 'gridWorker', 'countyLead'] as const) {
    const words = await database.scoped(people[who], tx => tx.query('select to_jsonb(n) as notice from notice n'))
    const told = JSON.stringify(words)
    for (const telling of [people.resident.account, '王小明', '13897221234']) assert.ok(!told.includes(telling), who)
  }
})

test('24.2: a ruling becomes a precedent in the register', async () => {
  const city = live(house)
  const id = await city.opens('resident', lamp)
  const back = { returnReason: '不属本单位职责', returnClause: '三定方案', proposedOffice: '630202/transport' }
  for (const who of ['handler', 'colleague'] as const) {
    await city.does('dispatcher', 'dispatch', id, toGov)
    await city.does(who, 'return', id, back)
  }
  await city.does('countyDispatcher', 'rule', id, { office: '630202/transport', ruling: '县道由交通局养护' })
  const rows = await database.scoped(people.dispatcher, tx => tx.query('select category, office, ruling from precedent where matter = $1::uuid', [id]))
  assert.deepEqual(rows, [{ category: 'road-damage', office: '630202/transport', ruling: '县道由交通局养护' }])
  await city.does('transport', 'accept', id)
})

test('like requests are handled once; the word, the outcome and its reasons reach each reporter', async () => {
  const city = live(house)
  const main = await city.opens('resident', lamp)
  await city.does('dispatcher', 'dispatch', main, toGov)
  await city.does('handler', 'accept', main)
  const twin = await city.opens('neighbour', lamp)
  const third = await city.opens('gridWorker', lamp)
  const gone = await city.opens('committee', lamp)
  await city.does('dispatcher', 'join', third, { main: twin })
  await city.does('dispatcher', 'join', twin, { main })
  await city.does('dispatcher', 'join', gone, { main })
  await city.does('committee', 'withdraw', gone)
  await city.does('handler', 'resolve', main, { outcome: 'notOurs', result: '线路权属供电公司', whereTo: '供电公司 95598' })
  await city.heard(main, twin, third, gone)
  await city.does('gridWorker', 'verify', main, { verified: true })
  assert.deepEqual(await city.heard(main, twin, third, gone), ['gridWorker', 'neighbour', 'resident'], 'the platform’s word reaches also who set it off')
  for (const id of [main, twin, third]) {
    const { stage, facts } = await city.matter(id)
    assert.deepEqual([stage, facts['outcome'], facts['whereTo']], ['confirming', 'notOurs', '供电公司 95598'])
  }
  assert.equal((await city.matter(gone)).stage, 'withdrawn')
  await city.does('neighbour', 'confirm', twin)
  await city.does('neighbour', 'rate', twin, { rating: 4 })
  assert.deepEqual([(await city.matter(main)).stage, (await city.matter(twin)).stage], ['confirming', 'finished'])
})

test('reopened, the main matter is resolved again, though those joined to it have gone on', async () => {
  const city = live(house)
  const main = await city.opens('resident', lamp)
  await city.does('dispatcher', 'dispatch', main, toGov)
  await city.does('handler', 'accept', main)
  const twin = await city.opens('neighbour', lamp)
  await city.does('dispatcher', 'join', twin, { main })
  for (const round of [1, 2]) {
    await city.does('handler', 'resolve', main, { outcome: 'fixed', result: `第${round}次更换灯泡` })
    await city.does('gridWorker', 'verify', main, { verified: true })
    if (round === 1) await city.does('resident', 'reopen', main, { reopenReason: '灯又灭了' })
  }
  assert.deepEqual([(await city.matter(main)).stage, (await city.matter(twin)).stage], ['confirming', 'confirming'])
  assert.equal((await city.matter(twin)).seq, 3, 'it was moved once')
})

test('a file belongs to one matter and names no giver; another’s is not to be had', async () => {
  const city = live(house)
  const [one, two, theirs] = [await giveFile('resident'), await giveFile('resident'), await giveFile('neighbour')]
  const id = await city.opens('resident', { ...lamp, photos: [one] })
  const bound = await database.owner(tx => tx.query('select matter, account from file where id = $1::uuid', [one]))
  assert.deepEqual(bound, [{ matter: id, account: null }])
  for (const photos of [[one], [theirs], [randomUUID()], [two, one]]) {
    assert.deepEqual((await city.refused('resident', 'supplement', id, { supplement: '再传一张', photos })).faults?.map(fault => fault.fact), ['photos'])
  }
  await city.does('resident', 'supplement', id, { supplement: '再传一张', photos: [two] })
  const seen = async (who: Name) => (await database.scoped(people[who], tx => tx.query('select id from file where matter = $1::uuid', [id]))).length
  assert.deepEqual([await seen('resident'), await seen('dispatcher'), await seen('neighbour'), await seen('transport')], [2, 2, 0, 0])
})

test('the clock takes what is longest overdue first, assigned or not', async () => {
  const city = live(house, '2026-03-02 10:00')
  const older = await city.opens('resident', lamp)
  const city2 = live(house, '2026-03-02 11:00')
  const newer = await city2.opens('resident', lamp)
  await city2.does('dispatcher', 'dispatch', newer, toGov)
  await city2.does('handler', 'accept', newer)
  const late = instant('2026-04-02 10:00')
  const { holder } = await city.matter(older)
  assert.equal(holder?.account, undefined, 'nobody has taken it')
  await tick(house, late)
  assert.deepEqual([(await city.matter(older)).clocks['stage']?.fired, (await city.matter(newer)).clocks['stage']?.fired], [true, undefined])
  assert.equal((await catchUp(house, late)).failed.length, 0)
  assert.equal((await city.matter(newer)).clocks['stage']?.fired, true)
  assert.deepEqual(await tick(house, late), { did: 'nothing' })
  await city2.does('resident', 'withdraw', newer)
  await city2.does('resident', 'withdraw', older)
})

test('deadlines outlive the program: another house on the same database takes them', async () => {
  const city = live(house, '2026-03-02 10:00')
  const id = await city.opens('resident', lamp)
  const restarted = houseOver(database)
  assert.deepEqual(await tick(restarted, instant('2026-03-03 10:30')), { did: 'nothing' })
  assert.deepEqual(await tick(restarted, instant('2026-03-03 11:00')), { did: 'took' })
  assert.equal((await city.matter(id)).clocks['stage']?.fired, true)
  await live(restarted, '2026-03-03 12:00').does('resident', 'withdraw', id)
})

test('a deadline that fails is put off, longer each time, holds up no other, and is taken when the fault is mended', async () => {
  const city = live(house, '2026-03-02 10:00')
  const broken = await city.opens('resident', lamp)
  const other = await live(house, '2026-03-02 11:00').opens('resident', lamp)
  const version = (day: string) => database.owner(tx => tx.query('update matter set version = $2::date where id = $1::uuid', [broken, day]))
  await version('2020-01-01')
  const late = instant('2026-03-04 10:00')
  const first = await tick(house, late)
  assert.equal(first.did === 'put-off' && first.due.matter, broken)
  assert.deepEqual(await tick(house, late), { did: 'took' })
  assert.equal((await city.matter(other)).clocks['stage']?.fired, true)
  assert.deepEqual(await tick(house, late), { did: 'nothing' }, 'not again at once')
  const wait = async (): Promise<number> => {
    const [row] = await database.scoped(clock, tx => tx.query<{ at: Date }>(`select not_before as at from deadline where matter = $1::uuid and clock = 'stage'`, [broken]))
    return (row?.at.getTime() ?? 0) - late.getTime()
  }
  assert.equal(await wait(), 60_000)
  assert.equal((await tick(house, new Date(late.getTime() + 60_000))).did, 'put-off')
  assert.equal(await wait(), 180_000, 'two minutes after the second')
  await version('2023-02-01')
  assert.deepEqual(await tick(house, new Date(late.getTime() + 180_000)), { did: 'took' })
  assert.equal((await city.matter(broken)).clocks['stage']?.fired, true)
})

test('what the clock takes stands in the matter as its own entry, of no person', async () => {
  const city = live(house, '2026-02-02 10:00')
  const id = await city.opens('resident', lamp)
  await city.until('2026-02-03 11:00')
  const [entry] = await database.scoped(system, tx => tx.query<{ actor: object; step: string }>('select actor, step from entry where matter = $1::uuid and seq = 2', [id]))
  assert.deepEqual(entry, { actor: { kind: 'clock' }, step: 'escalate' })
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { isRefusal } from '../kernel/refusal.ts'
import { system } from '../kernel/post.ts'
import { subsidyLedger } from '../registers/subsidy-ledger.ts'
import { recordSubsidyPayment } from '../registers/subsidies.ts'
import { act, type Capture } from '../store/act.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live, refused, rowOf, took } from './helpers/live.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from './helpers/world.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  await database.owner(tx => tx.query(`insert into household (county, id, code, village, address, since) values ('630202', gen_random_uuid(), '630202001001-0001', '630202001001', '3号楼2单元101', '2023-02-01')`))
  house = houseOver(database)
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

const place = '630202001001'
const plan = { place, title: '东关社区夏季走访', until: '2026-12-31', households: [{ door: '3号楼2单元101', need: 'alone', consent: 'self' }] }

const pointing = (id: string, link: string) => database.owner(tx => tx.query<{ id: string; procedure: string; stage: string }>(
  'select m.id, m.procedure, m.stage from link l join matter m on m.county = l.county and m.id = l.matter where l.other = $1::uuid and l.kind = $2 order by m.procedure', [id, link]))

const sees = async (who: Name, id: string): Promise<boolean> => (await database.scoped(people[who], tx => tx.query('select id from matter where id = $1::uuid', [id]))).length > 0

test('21.4: one visit over the real database starts a request, a hazard and a need of care, linked back; each goes its own way, and each is seen by whom it concerns', async () => {
  const city = live(house)
  const id = await city.opens('handler', plan, 'make', 'visit-plan')
  const [visit] = await pointing(id, 'plan')
  assert.ok(visit)
  assert.deepEqual([await sees('gridWorker', visit.id), await sees('townLead', visit.id), await sees('otherGridWorker', visit.id), await sees('resident', visit.id)], [true, true, false, false])
  const held = {
    heldOn: '2026-06-08', met: 'met', seen: '老人一人在家，楼道灯不亮',
    findings: [{ what: '楼道灯不亮，看不清台阶', as: 'request', category: 'road-damage' }, { what: '楼道堆放纸箱堵住通道', as: 'hazard', kind: 'exits' }],
    cares: [{ kind: 'meals', need: '中午需要送餐', consent: 'self' }],
  }
  const bad = { ...held, findings: [...held.findings, { what: '配电箱门敞开', as: 'hazard' }] }
  assert.deepEqual((await city.refused('gridWorker', 'hold', visit.id, bad)).faults?.map(one => [one.row, one.column]), [[2, 'kind']])
  assert.deepEqual(await pointing(visit.id, 'visit'), [], 'of a visit refused nothing went out')
  await city.does('gridWorker', 'hold', visit.id, held)
  const followed = await pointing(visit.id, 'visit')
  assert.deepEqual(followed.map(one => [one.procedure, one.stage]), [['care-need', 'asked'], ['hazard', 'found'], ['request', 'triage']])
  const [care, hazard, request] = followed.map(one => one.id)
  assert.ok(care && hazard && request)
  const { facts } = await city.matter(request)
  assert.deepEqual([facts['spot'], facts['inPost']], ['3号楼2单元101', true])
  await city.does('dispatcher', 'dispatch', request, { category: 'road-damage', office: '630202001/gov' })
  await city.does('handler', 'grade', hazard, { grade: 'ordinary', kind: 'exits', gradeReason: '堵塞一处通道' })
  await city.does('handler', 'order', hazard, { responsible: 'owner', door: '3号楼2单元住户', requirement: '清走堆放的纸箱' })
  await city.does('handler', 'arrange', care, { provider: '东关社区食堂', until: '2026-06-15' })
  await city.does('gridWorker', 'meet', care, { result: '已连续送餐三天' })
  assert.deepEqual(await database.owner(tx => tx.query('select from matter_internal where facts::text like $1 and id = $2::uuid', ['%101%', care])), [], 'the door of a need of care stands nowhere in clear')
  await city.until('2026-06-16 08:00')
  assert.deepEqual([(await city.matter(visit.id)).facts['missed'], (await city.heard(visit.id)).includes('townLead')], [true, true])
})

const round = { place, title: '东关社区夜间巡查', every: 3, until: '2026-06-30', checkpoints: [{ name: '变压器', look: '有无异响、异味' }] }
const walked = (on: string) => ({ walkedOn: on, results: [{ no: 1, state: 'ok' }] })
const seenBefore = (who: Name, step: string, id: string, seq: number, input: object, now: Date, capture?: Capture) =>
  act(house, people[who], { id: randomUUID(), matter: id, seq, step, input, ...(capture && { capture }) }, now)

test('21.4: a round written without a signal is taken though its day passed meanwhile and the clock told so, twice; what a person did or what moved it is told as before', async () => {
  const city = live(house)
  const id = await city.opens('handler', round, 'plan', 'patrol')
  await city.until('2026-06-17 10:00')
  const { seq, facts, stage } = await city.matter(id)
  assert.deepEqual([seq, facts['missed'], stage], [3, true, 'due'], 'due on the 11th, told again after three working days')
  const taken = await seenBefore('gridWorker', 'walk', id, 1, walked('2026-06-15'), city.now())
  assert.ok(!isRefusal(taken), JSON.stringify(taken))
  assert.deepEqual([taken.seq, (await city.matter(id)).facts['missed']], [4, undefined])
  const second = await seenBefore('committee', 'walk', id, 3, walked('2026-06-16'), city.now())
  assert.equal(isRefusal(second) && second.code, 'stale', 'somebody walked it since')
  await city.until('2026-07-01 08:00')
  const over = await seenBefore('gridWorker', 'walk', id, 4, walked('2026-06-30'), city.now())
  assert.equal(isRefusal(over) && over.code, 'stale', 'the last of what the clock did ended it')
})

test('21.4: written on the day and handed in after days without a signal, a round counts from when it was written, by the phone’s clock put right; a typed day still counts from today, and no phone’s word goes back beyond the rule', async () => {
  const city = live(house)
  const id = await city.opens('handler', { ...round, title: '东关社区防火巡查', every: 30 }, 'plan', 'patrol')
  const day = 86_400_000
  const handIn = (on: string, capture: Capture | undefined, now = '2026-06-24 09:00') => seenBefore('gridWorker', 'walk', id, 1, walked(on), instant(now), capture)
  const fault = async (answer: ReturnType<typeof handIn>) => refused(await answer).faults?.map(one => one.why.en)
  const recorded = ['It is recorded within 3 days (a product rule)']
  assert.deepEqual(await fault(handIn('2026-06-18', undefined)), recorded)
  assert.deepEqual(await fault(handIn('2026-06-18', { made: instant('2026-06-18 17:00'), skew: 4 * day, photos: [] })), recorded, 'its clock stands four days back: written on the 22nd')
  assert.deepEqual(await fault(handIn('2026-06-09', { made: instant('2026-06-09 17:00'), skew: 0, photos: [] })), ['Written without a signal, it comes in within 14 days (a product rule)'])
  took(await handIn('2026-06-18', { made: instant('2026-06-28 17:00'), skew: -9 * day, photos: [] }))
})

test('34.2: a major hazard reaches the competent department over the real database, and its order stands on paper', async () => {
  const city = live(house)
  const id = await city.opens('resident', { what: '村道塌陷一米多', kind: 'road', place, danger: true }, 'find', 'hazard')
  assert.deepEqual(await city.heard(id), ['colleague', 'committee', 'gridWorker', 'handler', 'townLead'])
  await city.does('handler', 'grade', id, { grade: 'major', kind: 'road', gradeReason: '塌陷仍在扩大', safety: '已断行绕道，专人看守' })
  assert.deepEqual([(await city.matter(id)).holder?.office, await sees('transport', id), await sees('water', id), await sees('townLead', id), await sees('resident', id)], ['630202/transport', true, false, true, true])
  await city.does('transport', 'order', id, { responsible: 'office', office: '630202/transport', requirement: '三日内回填，设围挡' })
  await city.heard(id)
})

test('21.3, 21.4: a grid worker is chosen, posted, says it is too much with their own records, and is paid once by the local rule', async () => {
  const city = live(house)
  const place2 = '630202001002'
  const id = await city.opens('neighbour', { place: place2, origin: 'volunteer', duty: 'part', why: '常年参加志愿巡防' }, 'nominate', 'grid-appointment')
  await city.does('handler', 'review', id, { qualified: 'yes', reviewNote: '符合条件，熟悉网格' })
  await city.does('handler', 'meet', id, { metOn: '2026-06-08', meeting: '街道党工委会议', present: 7, inFavour: 6 })
  await city.does('townLead', 'appoint', id, { until: '2027-06-08' })
  const [given] = await pointing(id, 'grid-appointment')
  assert.deepEqual([given?.procedure, given?.stage], ['appointment', 'proposed'])
  await city.does('securityAdmin', 'confirm', given?.id ?? '')
  assert.equal((await city.matter(id)).stage, 'serving')
  const [post] = await database.owner(tx => tx.query('select kind, region, office from post where id = $1::uuid', [given?.id]))
  assert.deepEqual(post, { kind: 'gridWorker', region: place2, office: `${place2}/committee` })

  const own = await city.opens('gridWorker', { place, what: '走访和巡查太多，忙不过来' }, 'say', 'workload-note')
  const seen = await database.owner(tx => tx.query<{ facts: { waiting?: number } }>('select facts from matter_internal where id = $1::uuid', [own]))
  assert.equal(typeof seen[0]?.facts.waiting, 'number')

  const rule = { region: '630202001', title: '碾伯街道网格员补贴办法', instrument: '碾办〔2026〕12号', mode: 'mixed', full: 50_000, part: 20_000, items: [{ item: 'visits', fen: 500 }], since: '2026-06-16' }
  await city.until('2026-06-16 10:00')
  const scheme = await city.opens('handler', rule, 'draft', 'subsidy-scheme')
  await city.does('townLead', 'adopt', scheme)
  await city.until('2026-07-02 10:00')
  const month = { place, worker: people.gridWorker.account, monthDay: '2026-06-30' }
  const [first, second] = [await city.opens('handler', month, 'compute', 'subsidy'), await city.opens('handler', month, 'compute', 'subsidy')]
  for (const one of [first, second]) await city.does('colleague', 'approve', one)
  // Both at once, each over a connection of its own: the key of the ledger lets one through.
  const pays = await Promise.all([first, second].map(async id => act(house, people.townLead, { id: randomUUID(), matter: id, seq: (await rowOf(house, id)).seq, step: 'pay', input: { voucher: 'ZF-2026-0702', paidOn: '2026-07-02' } }, city.now())))
  assert.deepEqual(pays.map(one => (isRefusal(one) ? one.code : 'paid')).toSorted(), ['paid', 'paid-already'])
  const unpaid = isRefusal(pays[0] ?? assert.fail()) ? first : second
  assert.equal((await city.refused('townLead', 'pay', unpaid, { voucher: 'ZF-2026-0703', paidOn: '2026-07-02' })).code, 'paid-already')
  assert.deepEqual(await database.owner(tx => tx.query('select month, fen::text as fen from subsidy_payment')), [{ month: '2026-06', fen: '50500' }], 'a full-time month and one visit')
  await assert.rejects(database.owner(tx => tx.query(`insert into subsidy_payment select county, account, month, matter, township, fen, at from subsidy_payment`)), /duplicate key/)
  const kept = isRefusal(pays[0] ?? assert.fail()) ? second : first
  const answer = { rulingReason: '漏计一次走访，差额补发', because: 'records', difference: 500, differenceVoucher: 'ZF-2026-0704', differenceOn: '2026-07-02' }
  await city.does('gridWorker', 'dispute', kept, { dispute: '少算一次走访' })
  await city.does('townLead', 'payDifference', kept, answer)
  assert.deepEqual(await database.owner(tx => tx.query('select part, fen::text as fen, because from subsidy_payment order by part')), [{ part: 1, fen: '50500', because: null }, { part: 2, fen: '500', because: 'records' }])
  await assert.rejects(database.scoped(system, tx => recordSubsidyPayment(tx, { county: '630202', account: people.gridWorker.account, month: '2026-06', matter: unpaid, township: '630202001', fen: 500, because: 'rule' }, city.now())), /^Error: paid-already/, 'a third is refused by the key')
  const ledger = await database.scoped(people.townLead, tx => subsidyLedger(tx, { county: '630202', region: '630202001', limit: 9, worker: people.gridWorker.account }))
  assert.deepEqual(ledger.filter(row => row.fen !== null).map(row => [row.id, row.fen, row.difference]), [[kept, '51000', '500']], 'one line, with both in it')
  await assert.rejects(database.scoped(people.townLead, tx => tx.query(`select from app_steps_of('630202', $1::uuid, '-infinity', 'infinity')`, [people.gridWorker.account])), /nobody looks up/, 'what a worker did is theirs and the platform’s to look up')
  assert.ok((await database.scoped(people.gridWorker, tx => tx.query(`select from app_steps_of('630202', $1::uuid, '-infinity', 'infinity')`, [people.gridWorker.account]))).length > 0)
  const paid = async (who: Name) => (await database.scoped(people[who], tx => tx.query('select month from subsidy_payment'))).length
  assert.deepEqual([await paid('gridWorker'), await paid('townLead'), await paid('countyLead'), await paid('otherGridWorker'), await paid('committee'), await paid('resident'), await paid('otherDispatcher')], [2, 2, 2, 0, 0, 0, 0])
})

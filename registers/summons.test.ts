import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { postKinds, system, type Actor } from '../kernel/post.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { act } from '../store/act.ts'
import { catchUp } from '../store/clock.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live, took } from '../test/helpers/live.ts'
import { instant } from '../test/helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from '../test/helpers/world.ts'
import { dutyNow, outsideUnits } from './summons.ts'
import { summonsFigures } from './summons-figures.ts'

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

const three = ['630202/transport', '630202/urban-management', '630202/water']
const subsidence = { what: '东关路面塌陷，水管外露', place: '630202001001', grade: 'urgent', offices: three }

const callOf = async (summons: string, office: string): Promise<string> => {
  const [row] = await database.scoped(system, tx => tx.query<{ matter: string }>('select matter from summons_call where summons = $1::uuid and coalesce(office, unit) = $2', [summons, office]))
  return row?.matter ?? assert.fail(`no call of ${office}`)
}
const callsOf = (summons: string) => Promise.all(three.map(office => callOf(summons, office)))
const there = (now: Date) => ({ arrivedAt: now.toISOString(), arrivedPost: '科室负责人' })
const crews = ['transport', 'urban', 'water'] as const

test('24.2: a township summons three departments and a utility; they come, report, conclude under one lead and are rated', async () => {
  const city = live(house)
  const id = await city.opens('townLead', { ...subsidence, outside: [{ name: '国网乐都供电公司', phone: '95598' }] }, 'raise', 'summons')
  const calls = await callsOf(id)
  assert.deepEqual(await city.heard(id, ...calls), ['countyDispatcher', 'countyLead', 'roads', 'transport', 'urban', 'water'])
  for (const [at, who] of crews.entries()) await city.does(who, 'answer', calls[at] ?? '', { answer: 'coming' })
  assert.equal((await city.refused('townLead', 'nameLead', id, { lead: '630202/water' })).code, 'bad-input')
  await city.until('2026-06-08 11:00')
  for (const [at, who] of crews.entries()) await city.does(who, 'arrive', calls[at] ?? '', there(city.now()))
  await city.does('townLead', 'nameLead', id, { lead: '630202/water' })
  for (const at of [0, 1]) await city.does(crews[at] ?? 'water', 'report', calls[at] ?? '', { report: '已围挡并疏导交通' })
  assert.equal((await city.refused('water', 'conclude', id, { ending: 'solved', conclusion: '管道已修复，路面已回填' })).code, 'reports-missing')
  await city.does('water', 'report', calls[2] ?? '', { report: '已修复渗漏管道' })
  await city.does('townLead', 'release', await callOf(id, '国网乐都供电公司'), { releaseReason: '未涉及供电设施' })
  await city.does('water', 'conclude', id, { ending: 'solved', conclusion: '管道已修复，路面已回填' })
  await city.does('handler', 'confirm', id)
  assert.equal((await city.matter(id)).stage, 'closed')
  for (const [at, call] of calls.entries()) {
    assert.equal((await city.matter(call)).stage, 'rating')
    await city.does('townLead', 'rate', call, at === 0 ? { rating: 2, ratingReason: '到场后未带设备' } : { rating: 5 })
  }
  const figures = await database.scoped(people.countyLead, tx => summonsFigures(tx, { county: '630202', since: '2026-06-01T00:00:00Z' }))
  assert.deepEqual(figures.map(({ office, called, answeredInTime, arrived, solved, rated, ratingSum }) => ({ office, called, answeredInTime, arrived, solved, rated, ratingSum })),
    three.map((office, at) => ({ office, called: 1, answeredInTime: 1, arrived: 1, solved: 1, rated: 1, ratingSum: at === 0 ? 2 : 5 })), 'departments only: the utility has no figure')
  assert.deepEqual(await database.scoped(people.townLead, tx => outsideUnits(tx, '630202')), [{ name: '国网乐都供电公司', phone: '95598' }])
})

test('two departments answer at the same moment: both are heard, in one chain', async context => {
  if (database.kind === 'pglite') { context.skip('PGlite is one connection: nothing can meet in it'); return }
  const at = instant('2026-07-06 10:05')
  for (let round = 0; round < 5; round += 1) {
    const city = live(house, '2026-07-06 10:00')
    const id = await city.opens('townLead', subsidence, 'raise', 'summons')
    const calls = await callsOf(id)
    const answers = await Promise.all(crews.map((who, n) => act(house, people[who], { id: randomUUID(), matter: calls[n] ?? '', seq: 1, step: 'answer', input: { answer: 'coming' } }, at)))
    assert.deepEqual(answers.filter(isRefusal), [])
    assert.equal((await city.matter(id)).seq, 4, 'the summons heard all three')
  }
})

test('a summons called off as its departments answer: they meet crosswise, and either way all are let off', async context => {
  if (database.kind === 'pglite') { context.skip('PGlite is one connection: nothing can meet in it'); return }
  const at = instant('2026-07-06 10:05')
  let crossed = 0
  for (let round = 0; round < 8; round += 1) {
    const city = live(house, '2026-07-06 10:00')
    const id = await city.opens('townLead', subsidence, 'raise', 'summons')
    const calls = await callsOf(id)
    const answering = crews.map((who, n) => act(house, people[who], { id: randomUUID(), matter: calls[n] ?? '', seq: 1, step: 'answer', input: { answer: 'coming' } }, at))
    const off = act(house, people.townLead, { id: randomUUID(), matter: id, seq: 1, step: 'callOff', input: { callOffReason: '险情已排除' } }, at)
    const answers = await Promise.all([off, ...answering])
    // Who was second saw the other's: the township that its page was stale, a department that its call was over.
    for (const refused of answers.filter(isRefusal)) assert.ok(['stale', 'closed'].includes(refused.code), refused.code)
    if (isRefusal(answers[0])) took(await act(house, people.townLead, { id: randomUUID(), matter: id, seq: (await city.matter(id)).seq, step: 'callOff', input: { callOffReason: '险情已排除' } }, at))
    else crossed += 1
    for (const call of calls) assert.equal((await city.matter(call)).stage, 'released')
    assert.equal((await city.matter(id)).stage, 'calledOff')
  }
  context.diagnostic(`called off at the first try in ${crossed} of 8`)
})

test('silence is told to the county by the clock, each hour, until it is answered', async () => {
  const city = live(house, '2026-08-03 10:00')
  const id = await city.opens('handler', { ...subsidence, offices: ['630202/transport'] }, 'raise', 'summons')
  const call = await callOf(id, '630202/transport')
  await city.heard(id, call)
  await city.until('2026-08-03 11:00')
  assert.deepEqual((await city.heard(call)).filter(who => who === 'countyLead').length, 1)
  await city.until('2026-08-03 13:30')
  assert.deepEqual((await city.heard(call)).filter(who => who === 'countyLead').length, 2)
  await city.does('transport', 'answer', call, { answer: 'coming' })
  assert.deepEqual(await city.heard(id), ['colleague', 'handler', 'townLead'])
  assert.deepEqual((await catchUp(house, city.now())).failed, [])
})

test('23.3, 50.2: a community is not summoned; the attempt is kept, once', async () => {
  const city = live(house, '2026-08-10 10:00')
  const asked = { id: randomUUID(), procedure: 'summons', step: 'raise', input: { ...subsidence, offices: ['630202001001/committee'] } }
  for (const time of ['first', 'second']) {
    const refused = await act(house, people.townLead, asked, city.now())
    assert.ok(isRefusal(refused) && refused.basis.includes('50.2') && refused.keeps === undefined, time)
  }
  const rows = await database.scoped(system, tx => tx.query(`select office, step, communities from refused_attempt where step = 'raise'`))
  assert.deepEqual(rows, [{ office: '630202001/gov', step: 'raise', communities: ['630202001001'] }])
})

test('at night whoever the roster names is told, and the township sees the line; by day it is the office', async () => {
  const city = live(house, '2026-08-17 10:00')
  const shift = { from: instant('2026-08-17 18:00').toISOString(), until: instant('2026-08-18 08:30').toISOString(), phone: '0972-8622345', who: people.transport.account }
  const roster = await city.opens('transport', { title: '8 月 17 日值班表', place: '630202', shifts: [shift] }, 'enter', 'duty-roster')
  await city.until('2026-08-17 23:00')
  const id = await city.opens('handler', { ...subsidence, offices: ['630202/transport'] }, 'raise', 'summons')
  const { facts } = await city.matter(await callOf(id, '630202/transport'))
  assert.deepEqual([facts['offHours'], facts['dutyPhone']], [true, '0972-8622345'])
  assert.deepEqual(await database.scoped(people.townLead, tx => dutyNow(tx, '630202', city.now())), [{ office: '630202/transport', phone: '0972-8622345', until: shift.until }])
  await city.does('transport', 'change', roster, { shifts: [{ ...shift, phone: '0972-8622346' }] })
  assert.equal((await database.scoped(people.townLead, tx => dutyNow(tx, '630202', city.now())))[0]?.phone, '0972-8622346')
  await city.until('2026-08-18 09:00')
  assert.equal((await city.matter(roster)).stage, 'over')
})

test('the registers are for posts cleared for what is internal; nobody but the platform writes them', async () => {
  for (const kind of Object.keys(postKinds) as (keyof typeof postKinds)[]) {
    const actor: Actor = { ...people.stranger, kind, clearance: postKinds[kind].clearance }
    const cleared = postKinds[kind].clearance !== 'public'
    for (const table of ['summons_call', 'duty_roster', 'outside_unit']) {
      assert.equal((await database.scoped(actor, tx => tx.query(`select county from ${table} limit 1`))).length, cleared ? 1 : 0, `${kind} ${table}`)
      assert.deepEqual(await database.scoped(actor, tx => tx.query(`update ${table} set county = county returning county`)), [], kind)
    }
    await assert.rejects(database.scoped(actor, tx => tx.query(`insert into outside_unit (county, name) values ('630202', 'x')`)), kind)
  }
  const unset = await database.owner(async tx => {
    await tx.simple('set local role shanzhi_app')
    const rows = await tx.query('select county from summons_call')
    await tx.simple('reset role')
    return rows
  })
  assert.deepEqual(unset, [])
})

test('who was called sees the summons and its own call, and no other department’s', async () => {
  const city = live(house, '2026-08-24 10:00')
  const id = await city.opens('townLead', subsidence, 'raise', 'summons')
  const calls = await callsOf(id)
  const sees = async (who: Name) => (await database.scoped(people[who], tx => tx.query<{ id: string }>('select id from matter where id = any($1::text::uuid[]) order by id', [`{${[id, ...calls].join(',')}}`]))).map(row => row.id)
  assert.deepEqual(await sees('transport'), [id, calls[0]].toSorted())
  assert.deepEqual(await sees('townLead'), [id, ...calls].toSorted())
  assert.deepEqual(await sees('handler'), [id, ...calls].toSorted())
  assert.deepEqual(await sees('otherDispatcher'), [])
})

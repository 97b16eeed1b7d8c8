import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system, type Actor } from '../../../kernel/post.ts'
import { postsOf } from '../../../registers/posts.ts'
import { act } from '../../../store/act.ts'
import type { House } from '../../../store/house.ts'
import { verifyCounty } from '../../../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { live, refused, took } from '../../../test/helpers/live.ts'
import { everyStepTaken } from '../../../test/helpers/steps-met.ts'
import { fillWorld, houseOver, people, type Name } from '../../../test/helpers/world.ts'
import { appointment } from './appointment.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  await database.scoped(system, tx => tx.query(`update account set place = '630202001' where id = $1::uuid`, [people.neighbour.account]))
  house = houseOver(database)
})
after(async () => {
  for (const county of ['630202', '6302']) assert.deepEqual((await verifyCounty(house, county)).faults, [])
  await everyStepTaken(database, appointment)
  await database.close()
})

const wanted = (more: object = {}): object => ({ region: '630202001', person: people.neighbour.account, kind: 'handler', office: '630202001/gov', clearance: 'internal', reason: '补充经办人员', ...more })
const heldBy = async (who: Actor, at: Date): Promise<readonly string[]> => (await database.scoped(system, tx => postsOf(tx, who.account, at))).map(post => post.id)
const proposes = (city: ReturnType<typeof live>, who: Name, more: object = {}) => city.opens(who, wanted(more), 'propose', 'appointment')
const noPropose = async (who: Name, more: object = {}) =>
  refused(await act(house, people[who], { id: randomUUID(), procedure: 'appointment', step: 'propose', input: wanted(more) }, live(house).now()))

test('20.2: a post is proposed by a lead, confirmed by another person, told to who holds it, and ends by its day', async () => {
  const city = live(house, '2026-05-11 10:00')
  const id = await proposes(city, 'countyLead', { until: '2026-05-15' })
  assert.deepEqual(await city.heard(id), ['citySecurityAdmin', 'securityAdmin'])
  assert.deepEqual(await heldBy(people.neighbour, city.now()), [], 'a proposal gives nothing')
  await city.does('securityAdmin', 'confirm', id, { opinion: '同意' })
  assert.deepEqual(await city.heard(id), ['countyLead', 'neighbour'])
  assert.deepEqual(await heldBy(people.neighbour, city.now()), [id])
  const [row] = await database.scoped(system, tx => tx.query('select kind, office, region, clearance, until from post where id = $1::uuid', [id]))
  assert.deepEqual(row, { kind: 'handler', office: '630202001/gov', region: '630202001', clearance: 'internal', until: new Date('2026-05-16T00:00:00+08:00') })
  await city.until('2026-05-16 00:01')
  assert.deepEqual(await heldBy(people.neighbour, city.now()), [])
  assert.equal((await city.matter(id)).stage, 'over')
})

test('20.2: it begins on the day it was given from, and not before', async () => {
  const city = live(house)
  const id = await proposes(city, 'countyLead', { from: '2026-06-15', until: '2026-07-15' })
  await city.does('securityAdmin', 'confirm', id)
  assert.deepEqual(await heldBy(people.neighbour, city.now()), [])
  assert.deepEqual(await heldBy(people.neighbour, new Date('2026-06-15T00:00:00+08:00')), [id])
  await city.does('securityAdmin', 'end', id, { endReason: '另有任用' })
  assert.deepEqual(await heldBy(people.neighbour, new Date('2026-06-20T00:00:00+08:00')), [], 'ended before it began, it never begins')
})

test('20.2: it is ended early by who could have given it, at once, and the person is told', async () => {
  for (const who of ['countyLead', 'securityAdmin', 'citySecurityAdmin'] as const) {
    const city = live(house)
    const id = await proposes(city, 'countyLead')
    await city.does('citySecurityAdmin', 'confirm', id)
    await city.heard(id)
    assert.equal((await city.refused('neighbour', 'end', id, { endReason: '不想干了' })).code, 'not-yours')
    await city.does(who, 'end', id, { endReason: '岗位调整' })
    assert.deepEqual(await city.heard(id), ['neighbour'])
    assert.deepEqual(await heldBy(people.neighbour, city.now()), [])
  }
})

test('21.2: a post on a grid that ends without another ends with it, and the person is told', async () => {
  const city = live(house)
  const id = await proposes(city, 'countyLead')
  await city.does('securityAdmin', 'confirm', id)
  await city.heard(id)
  took(await act(house, system, { id: randomUUID(), step: 'gridEnded', matter: id, county: '630202', input: {} }, city.now()))
  assert.equal((await city.matter(id)).stage, 'ended')
  assert.deepEqual(await city.heard(id), ['neighbour'])
  // The register ends the row itself, in the same transaction (`test/grids.test.ts`).
  await database.scoped(system, tx => tx.query('update post set ended = $2::timestamptz, until = $2::timestamptz where id = $1::uuid', [id, city.now().toISOString()]))
})

test('20.2: who proposed does not confirm, nobody appoints themselves, and neither may the one who is appointed', async () => {
  const city = live(house)
  assert.equal((await noPropose('countyLead', { person: people.countyLead.account })).code, 'own-post')
  const own = await proposes(city, 'cityLead', { person: people.securityAdmin.account })
  assert.equal((await city.refused('securityAdmin', 'confirm', own)).code, 'own-post')
  await city.does('citySecurityAdmin', 'confirm', own)
  assert.equal((await city.refused('securityAdmin', 'end', own, { endReason: '不愿任职' })).code, 'own-post')
  await city.does('citySecurityAdmin', 'end', own, { endReason: '回原岗位' })
  const auditor = await city.opens('citySecurityAdmin', wanted({ kind: 'auditor', region: '630202', office: '630202/audit', clearance: 'public' }), 'propose', 'appointment')
  const again = await city.refused('citySecurityAdmin', 'confirm', auditor)
  assert.deepEqual([again.code, again.basis], ['two-people', []])
  await city.does('citySecurityAdmin', 'withdraw', auditor)
  const lead = await proposes(city, 'countyLead')
  assert.equal((await city.refused('cityLead', 'confirm', lead)).code, 'not-appointing', 'a lead confirms no ordinary post')
  assert.equal((await city.refused('cityLead', 'withdraw', lead)).code, 'not-yours')
  await city.does('securityAdmin', 'refuse', lead, { opinion: '编制已满' })
  assert.equal((await city.matter(lead)).stage, 'refused')
})

test('20.2: nobody gives a region, an office or a clearance beyond their own', async () => {
  assert.equal((await noPropose('townLead', { region: '630202', office: '630202/transport' })).code, 'not-yours', 'the place of the post')
  assert.equal((await noPropose('townLead', { office: '630202/transport' })).code, 'beyond-reach', 'an office above')
  assert.equal((await noPropose('countyLead', { clearance: 'confidential' })).code, 'beyond-clearance')
  assert.deepEqual((await noPropose('countyLead', { office: '630202101/gov' })).faults?.map(fault => fault.fact), ['office'], 'an office that does not answer for the place')
  assert.deepEqual((await noPropose('countyLead', { kind: 'deputy', office: '630202/lead', region: '630202' })).faults?.map(fault => fault.fact), ['clearance'], 'a deputy reads what is public')
  for (const who of ['dispatcher', 'handler', 'resident', 'auditor', 'securityAdmin'] as const) assert.equal((await noPropose(who)).code, 'not-yours', who)
  const id = await proposes(live(house), 'cityLead', { region: '630203001', office: '630203001/gov' })
  const other = await act(house, people.securityAdmin, { id: randomUUID(), matter: id, seq: 1, step: 'confirm', input: {} }, live(house).now())
  assert.equal(refused(other).code, 'not-found', 'another county’s proposal is not even seen')
  await live(house).does('cityLead', 'withdraw', id)
})

test('20.2: administrators stand apart: proposed at the city by another kind, confirmed by a second person, one kind to an account', async () => {
  const city = live(house)
  const access = { kind: 'systemAdmin', region: '630202', office: '630202/access', clearance: 'public' }
  for (const who of ['countyLead', 'citySystemAdmin'] as const) assert.equal((await noPropose(who, access)).code, 'not-appointing', who)
  assert.deepEqual((await noPropose('cityLead', { ...access, clearance: 'internal' })).faults?.map(fault => fault.fact), ['clearance'])
  assert.deepEqual((await noPropose('cityLead', { ...access, office: '630202/transport' })).faults?.map(fault => fault.fact), ['office'])
  assert.deepEqual((await noPropose('cityLead', { office: '630202/access', region: '630202' })).faults?.map(fault => fault.fact), ['office'], 'nobody else stands there')
  assert.deepEqual((await noPropose('cityLead', { ...access, kind: 'auditor', region: '630202001', office: '630202/audit' })).faults?.map(fault => fault.fact), ['region'])
  const id = await city.opens('citySecurityAdmin', wanted(access), 'propose', 'appointment')
  assert.equal((await city.refused('securityAdmin', 'confirm', id)).code, 'not-appointing', 'the county does not')
  await city.does('cityLead', 'confirm', id)
  const second = await city.opens('cityLead', wanted({ ...access, kind: 'securityAdmin', clearance: 'internal' }), 'propose', 'appointment')
  const refusal = await city.refused('citySecurityAdmin', 'confirm', second)
  assert.deepEqual([refusal.code, refusal.remedy !== undefined], ['two-administrators', true])
  assert.equal((await city.refused('countyLead', 'end', id, { endReason: '另有安排' })).code, 'not-appointing')
  await city.does('citySecurityAdmin', 'end', id, { endReason: '换人' })
  await city.does('citySecurityAdmin', 'confirm', second)
  assert.deepEqual(await heldBy(people.neighbour, city.now()), [second], 'once the first has ended, the other may be given')
  await city.does('cityLead', 'end', second, { endReason: '试任结束' })
})

test('20.2: nobody confirmed it in time: it lapses, and who proposed it is told', async () => {
  const city = live(house)
  const id = await proposes(city, 'countyLead')
  await city.heard(id)
  await city.until('2026-06-15 18:01')
  assert.equal((await city.matter(id)).stage, 'lapsed')
  assert.deepEqual(await city.heard(id), ['countyLead'])
})

test('20.2: the term is told in days that can be, and one that passed while it waited is refused', async () => {
  for (const [more, fact] of [[{ from: '2026-06-07' }, 'from'], [{ from: '2036-01-01' }, 'from'], [{ until: '2026-06-07' }, 'until'], [{ until: '2035-01-01' }, 'until'], [{ person: randomUUID() }, 'person']] as const) {
    assert.deepEqual((await noPropose('countyLead', more)).faults?.map(fault => fault.fact), [fact])
  }
  const city = live(house)
  const id = await proposes(city, 'countyLead', { until: '2026-06-08' })
  await city.until('2026-06-09 09:00')
  assert.equal((await city.refused('securityAdmin', 'confirm', id)).code, 'too-late')
  await city.does('countyLead', 'withdraw', id)
  const long = await proposes(city, 'countyLead')
  assert.equal((await city.matter(long)).facts['until'], '2029-06-08', 'the longest allowed where none was said')
  await city.does('countyLead', 'withdraw', long)
})

test('20.2: a post of before the procedure is ended by it as well, for a reason, by who could have given it', async () => {
  const city = live(house)
  const end = (who: Name, more: object = {}) => act(house, people[who], {
    id: randomUUID(), procedure: 'appointment', step: 'endKnown', input: { region: '630202001', post: people.colleague.post, endReason: '轮岗', ...more },
  }, city.now())
  assert.deepEqual(refused(await end('countyLead', { post: randomUUID() })).faults?.map(fault => fault.fact), ['post'])
  assert.deepEqual(refused(await end('countyLead', { region: '630202' })).faults?.map(fault => fault.fact), ['post'])
  assert.equal(refused(await end('townLead', { post: people.townLead.post })).code, 'own-post')
  assert.deepEqual(await heldBy(people.colleague, city.now()), [people.colleague.post])
  const { id } = took(await end('townLead'))
  assert.deepEqual(await heldBy(people.colleague, city.now()), [])
  assert.deepEqual(await city.heard(id), ['colleague'])
  assert.deepEqual((await city.matter(id)).facts['kind'], 'handler')
  const given = await proposes(city, 'countyLead')
  await city.does('securityAdmin', 'confirm', given)
  assert.deepEqual(refused(await end('countyLead', { post: given })).faults?.map(fault => fault.fact), ['post'], 'one given by the procedure ends in its own matter')
  await city.does('securityAdmin', 'end', given, { endReason: '试用结束' })
})

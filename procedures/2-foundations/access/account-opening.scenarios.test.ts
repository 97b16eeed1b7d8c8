import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../../kernel/post.ts'
import { act } from '../../../store/act.ts'
import type { House } from '../../../store/house.ts'
import { readMatter } from '../../../store/read/matter.ts'
import { verifyCounty } from '../../../store/verify.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/helpers/database.ts'
import { live, refused, took, type Live } from '../../../test/helpers/live.ts'
import { everyStepTaken } from '../../../test/helpers/steps-met.ts'
import { fillWorld, houseOver, people, type Name } from '../../../test/helpers/world.ts'
import { accountOpening } from './account-opening.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await everyStepTaken(database, accountOpening)
  await database.close()
})

let n = 0
const wanted = (more: object = {}): object => ({ region: '630202001', office: '630202001/gov', name: '马晓梅', userName: `ma.xiaomei${n += 1}`, reason: '新任承办人员', ...more })
const opens = (city: Live, more: object = {}) => city.opens('systemAdmin', wanted(more), 'open', 'account-opening')
const noOpening = async (who: Name, more: object = {}, step = 'open') =>
  refused(await act(house, people[who], { id: randomUUID(), procedure: 'account-opening', step, input: step === 'open' ? wanted(more) : more }, live(house).now()))
const activate = async (city: Live, id: string) => took(await act(house, system, { id: randomUUID(), matter: id, step: 'activate', input: {} }, city.now()))
const accountRow = async (id: string) => (await database.scoped(system, tx => tx.query<{ name: string; pinyin: string; place: string | null; closed: Date | null }>('select name, pinyin, place, closed from account where id = $1::uuid', [id])))[0]
const signIn = async (id: string) => (await database.owner(tx => tx.query<{ name: string }>('select username as name from auth."user" where id = $1::uuid', [id])))[0]?.name

test('20.2: a system administrator opens an account, which may sign in and do nothing else', async () => {
  const city = live(house)
  const id = await opens(city, { userName: 'Ma.XiaoMei', phone: '13897221234' })
  assert.deepEqual(await accountRow(id), { name: '马晓梅', pinyin: 'ma xiao mei', place: '630202001', closed: null })
  assert.equal(await signIn(id), 'ma.xiaomei', 'in its one form')
  assert.deepEqual(await database.scoped(system, tx => tx.query('select id from post where account = $1::uuid', [id])), [])
  const { facts, stage } = await city.matter(id)
  assert.deepEqual([stage, facts['phone']], ['invited', '138****1234'])
  await activate(city, id)
  assert.equal((await city.matter(id)).stage, 'active')
})

test('20.2: what an account’s matter tells: to who opened it all they gave, to the security administrator of the office no phone', async () => {
  const id = await opens(live(house), { phone: '13897221234' })
  const told = async (who: Name) => JSON.stringify(await database.scoped(people[who], tx => readMatter(tx, house, people[who], id)).then(page => (page ? [page.facts, page.entries.map(entry => entry.facts)] : 'not seen')))
  assert.match(await told('systemAdmin'), /马晓梅.*13897221234|13897221234.*马晓梅/)
  assert.doesNotMatch(await told('securityAdmin'), /13897221234/)
  for (const who of ['gridWorker', 'stranger', 'otherCountyDispatcher'] as const) assert.equal(await told(who), '"not seen"', who)
  const entries = await database.owner(tx => tx.query<{ row: string }>('select e::text as row from entry e where matter = $1::uuid', [id]))
  for (const { row } of entries) assert.doesNotMatch(row, /马晓梅|1389722|ma\.xiaomei/, 'the chain keeps digests')
})

test('20.2: only a system administrator opens accounts, in their own area, for an office there, under a free and proper user name', async () => {
  for (const who of ['securityAdmin', 'auditor', 'countyLead', 'cityLead', 'resident'] as const) assert.equal((await noOpening(who)).code, 'not-yours', who)
  assert.equal((await noOpening('systemAdmin', { region: '630203001', office: '630203001/gov' })).code, 'not-yours', 'another county')
  for (const [more, fact] of [[{ office: '6302/lead' }, 'office'], [{ office: '630202101/gov' }, 'office'], [{ userName: 'a b' }, 'userName'], [{ userName: '!!' }, 'userName'], [{ phone: '110' }, 'phone']] as const) {
    assert.deepEqual((await noOpening('systemAdmin', more)).faults?.map(fault => fault.fact), [fact], JSON.stringify(more))
  }
  await opens(live(house), { userName: 'li.wei' })
  const taken = await noOpening('systemAdmin', { userName: 'LI.WEI' })
  assert.deepEqual([taken.code, taken.faults?.map(fault => fault.fact)], ['name-taken', ['userName']])
})

test('20.2: an account that nobody came to use is closed when its code runs out, and its user name is free again', async () => {
  const city = live(house)
  const id = await opens(city, { userName: 'never.came' })
  await city.until('2026-06-12 10:00')
  await city.does('systemAdmin', 'invite', id, { reason: '本人出差' })
  await city.until('2026-06-16 10:00')
  assert.equal((await city.matter(id)).stage, 'invited', 'invited again, its time began anew')
  await city.until('2026-06-24 00:01')
  assert.equal((await city.matter(id)).stage, 'closed')
  assert.ok((await accountRow(id))?.closed)
  assert.equal(await signIn(id), undefined)
  await opens(city, { userName: 'never.came' })
})

test('20.2: an account made an administrator’s before it was used is invited again, and closed with the post when nobody comes', async () => {
  const city = live(house)
  const id = await opens(city)
  const post = await city.opens('citySystemAdmin', { region: '630202', person: id, kind: 'auditor', office: '630202/audit', clearance: 'public', reason: '审计需要' }, 'propose', 'appointment')
  await city.does('cityLead', 'confirm', post)
  await city.does('systemAdmin', 'invite', id, { reason: '邀请码遗失' })
  await city.until('2026-06-16 00:01')
  assert.equal((await city.matter(id)).stage, 'closed')
  const [row] = await database.scoped(system, tx => tx.query<{ ended: boolean }>('select ended is not null as ended from post where id = $1::uuid', [post]))
  assert.equal(row?.ended, true)
})

test('20.2: a forgotten password is set anew: what proved the person ends at once, they are told, and an unused code harms nothing', async () => {
  const city = live(house)
  const id = await opens(city)
  await activate(city, id)
  await database.owner(async tx => {
    await tx.query(`insert into auth.credential (account_id, provider_id, user_id, password) values ($1::text, 'credential', $1::text::uuid, 'x')`, [id])
    await tx.query(`insert into auth.session (token, user_id, expires_at, program) values ($1::text, $1::text::uuid, now() + interval '1 day', '热线')`, [id])
  })
  const proofs = async () => (await database.owner(tx => tx.query<{ n: number }>('select (select count(*) from auth.credential where user_id = $1::uuid)::int + (select count(*) from auth.session where user_id = $1::uuid)::int as n', [id])))[0]?.n
  assert.equal(await proofs(), 2)
  await city.does('systemAdmin', 'reset', id, { reason: '忘记密码' })
  assert.equal(await proofs(), 0)
  const [notice] = await database.owner(tx => tx.query('select id from notice where account = $1::uuid and matter = $1::uuid', [id]))
  assert.ok(notice)
  await city.until('2026-06-16 00:01')
  assert.deepEqual([(await city.matter(id)).stage, (await accountRow(id))?.closed], ['active', null])
})

test('20.2: a name is changed for a reason, in the register too', async () => {
  const city = live(house)
  const id = await opens(city)
  await city.does('systemAdmin', 'rename', id, { name: '马·晓梅', reason: '户籍更名' })
  assert.deepEqual([(await accountRow(id))?.name, (await city.matter(id)).title], ['马·晓梅', '马·晓梅'])
})

test('20.2: a closed account loses posts, sign-ins and programs in the same step, and is not opened again', async () => {
  const city = live(house)
  const id = await opens(city)
  await activate(city, id)
  const post = await city.opens('countyLead', { region: '630202001', person: id, kind: 'handler', office: '630202001/gov', clearance: 'internal', reason: '补充经办人员' }, 'propose', 'appointment')
  await city.does('securityAdmin', 'confirm', post)
  await database.owner(tx => tx.query(`insert into auth.session (token, user_id, expires_at, program) values ($1::text, $1::text::uuid, now() + interval '1 day', null), ($1::text || 'p', $1::text::uuid, now() + interval '1 day', '热线')`, [id]))
  await city.does('systemAdmin', 'close', id, { reason: '调离' })
  const [row] = await database.owner(tx => tx.query('select (select closed is not null from account where id = $1::uuid) as closed, (select until <= $2::timestamptz from post where id = $3::uuid) as ended, (select count(*)::int from auth.session where user_id = $1::uuid) as sessions', [id, city.now().toISOString(), post]))
  assert.deepEqual(row, { closed: true, ended: true, sessions: 0 })
  assert.equal((await city.refused('systemAdmin', 'invite', id, { reason: '又回来了' })).code, 'closed')
  const again = await act(house, people.countyLead, { id: randomUUID(), procedure: 'appointment', step: 'propose', input: { region: '630202001', person: id, kind: 'handler', clearance: 'internal', reason: '补充经办人员' } }, city.now())
  assert.deepEqual(refused(again).faults?.map(fault => fault.fact), ['person'])
})

test('20.2: a system administrator alone neither closes an administrator’s account nor has its password set anew', async () => {
  const city = live(house)
  const id = await opens(city)
  await activate(city, id)
  const post = await city.opens('citySystemAdmin', { region: '630202', person: id, kind: 'auditor', office: '630202/audit', clearance: 'public', reason: '审计需要' }, 'propose', 'appointment')
  await city.does('cityLead', 'confirm', post)
  for (const step of ['close', 'reset']) assert.equal((await city.refused('systemAdmin', step, id, { reason: '处理' })).code, 'administrator-account')
  await city.does('citySystemAdmin', 'end', post, { endReason: '轮岗' })
  await city.does('systemAdmin', 'close', id, { reason: '调离' })
})

test('20.2: an account of before the procedure is closed by it too, by who reaches all of its posts', async () => {
  const close = { region: '630202001', account: people.colleague.account, reason: '调离' }
  assert.deepEqual((await noOpening('systemAdmin', { ...close, account: randomUUID() }, 'closeKnown')).faults?.map(fault => fault.fact), ['account'])
  assert.equal((await noOpening('systemAdmin', { ...close, account: people.otherCountyDispatcher.account }, 'closeKnown')).code, 'beyond-reach')
  assert.equal((await noOpening('systemAdmin', { ...close, account: people.securityAdmin.account }, 'closeKnown')).code, 'administrator-account')
  const city = live(house)
  const id = await city.opens('systemAdmin', close, 'closeKnown', 'account-opening')
  assert.ok((await accountRow(people.colleague.account))?.closed)
  assert.deepEqual([(await city.matter(id)).stage, (await city.matter(id)).title], ['closed', 'colleague'])
  assert.equal((await noOpening('systemAdmin', close, 'closeKnown')).faults?.[0]?.fact, 'account')
})

test('20.2: an administrator whose post ended a moment ago opens and closes nothing more', async () => {
  const city = live(house)
  const id = await opens(city)
  await database.scoped(system, tx => tx.query('update post set ended = $2::timestamptz, until = $2::timestamptz where id = $1::uuid', [people.systemAdmin.post, city.now().toISOString()]))
  assert.equal((await noOpening('systemAdmin')).code, 'post-ended')
  assert.equal((await city.refused('systemAdmin', 'close', id, { reason: '调离' })).code, 'post-ended')
  assert.equal((await accountRow(id))?.closed, null)
})

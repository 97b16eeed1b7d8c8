import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { cookieIn, openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import { law, people } from '../../test/helpers/world.ts'
import { system } from '../../kernel/post.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { appointFirst, firstKinds } from '../first-administrators.ts'
import type { Accepted, AccountLine, Invitation, Me, NamedAccount, Page, PostLine, Problem, StepReply } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

let n = 0
const opens = async (admin: Client, more: object = {}): Promise<StepReply> => {
  const reply = await admin.step<StepReply>('/api/account-opening/open', { input: { region: '630202001', office: '630202001/gov', name: '马晓梅', userName: `ma.xiaomei${n += 1}`, phone: '13897221234', reason: '新任承办人员', ...more } })
  assert.equal(reply.status, 200, reply.text)
  return reply.body
}
const code = async (admin: Client, id: string) => admin.post<Invitation & Problem>(`/api/accounts/${id}/invitation`)
const accept = (text: string, password: string) => world.anybody().post<Accepted & Problem>('/api/invitations/accept', { code: text, password })
const signIn = async (name: string, password: string): Promise<Client> => {
  const reply = await world.anybody().post('/api/sign-in', { name, password })
  assert.equal(reply.status, 200, reply.text)
  return world.anybody(cookieIn(reply))
}
const good = '碾伯镇的春天2026'

test('20.2: the code is shown once, to who asked for it, stands nowhere, and sets the first password', async () => {
  const admin = await world.as('systemAdmin')
  const { id } = await opens(admin, { userName: 'first.one' })
  for (const name of ['securityAdmin', 'countyLead', 'resident'] as const) assert.equal((await code(await world.as(name), id)).status, 403, name)
  assert.equal((await code(await world.as('citySystemAdmin'), id)).status, 404, 'not even seen from another office')
  const shown = await code(admin, id)
  assert.match(shown.body.code, /^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)
  assert.ok(Date.parse(shown.body.until) > Date.now() + 6 * 86_400_000)
  assert.equal((await code(admin, id)).body.code, 'shown-before')
  const dump = await world.database.owner(async tx => {
    const tables = await tx.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth')`)
    const rows = await Promise.all(tables.map(({ name }) => tx.query<{ row: string }>(`select t::text as row from ${name} t`)))
    return rows.flat().map(({ row }) => row).join('\n')
  })
  for (const text of [shown.body.code, shown.body.code.replaceAll('-', '')]) assert.ok(!dump.includes(text) && !world.log().includes(text))
  assert.equal((await accept('AAAA-BBBB-CCCC-DDDD', good)).body.code, 'no-invitation')
  assert.equal((await accept(shown.body.code, '12345678')).body.code, 'weak-password')
  const done = await accept(` ${shown.body.code.toLowerCase().replaceAll('-', ' ')} `, good)
  assert.deepEqual([done.status, done.body.name], [200, 'first.one'])
  assert.equal((await accept(shown.body.code, good)).body.code, 'no-invitation', 'used once')
  const person = await signIn('first.one', good)
  const { body } = await person.get<Me>('/api/me')
  assert.deepEqual([body.name, body.posts, body.acting], ['马晓梅', [], undefined])
  assert.equal((await admin.get<{ stage: string }>(`/api/matters/${id}`)).body.stage, 'active')
})

test('20.2: of many who use one code at once one sets the password', async () => {
  const admin = await world.as('systemAdmin')
  const { id } = await opens(admin)
  const shown = await code(admin, id)
  const answers = await Promise.all(['一', '二', '三', '四'].map(word => accept(shown.body.code, `${good}${word}`)))
  assert.deepEqual(answers.map(answer => answer.status).toSorted(), [200, 404, 404, 404])
})

test('20.2: invited again, the code before no longer holds; nor does one whose days have run out', async () => {
  const admin = await world.as('systemAdmin')
  const { id, seq } = await opens(admin)
  const old = await code(admin, id)
  assert.equal((await admin.step(`/api/matters/${id}/invite`, { seq, input: { reason: '邀请码遗失' } })).status, 200)
  assert.equal((await accept(old.body.code, good)).body.code, 'no-invitation')
  const fresh = await code(admin, id)
  world.setNow(new Date(Date.parse(fresh.body.until) + 1))
  assert.equal((await accept(fresh.body.code, good)).body.code, 'no-invitation')
  world.setNow(undefined)
  assert.equal((await accept(fresh.body.code, good)).status, 200)
  assert.equal((await code(admin, id)).body.code, 'wrong-stage')
})

test('20.2: a post given may be acted from at once, and ended is gone at the next request; so is everything of a closed account', async () => {
  const [admin, lead, security] = [await world.as('systemAdmin'), await world.as('countyLead'), await world.as('securityAdmin')]
  const { id } = await opens(admin, { userName: 'a.handler' })
  await accept((await code(admin, id)).body.code, good)
  const person = await signIn('a.handler', good)
  assert.equal((await person.get('/api/me')).status, 200)
  const proposed = await lead.step<StepReply>('/api/appointment/propose', { input: { region: '630202001', person: id, kind: 'handler', office: '630202001/gov', clearance: 'sensitive', reason: '补充经办人员' } })
  assert.equal(proposed.status, 200, proposed.text)
  assert.deepEqual((await security.get<Page<{ id: string }>>('/api/matters?scope=office&procedure=appointment')).body.rows.map(row => row.id), [proposed.body.id], 'it awaits the security administrator')
  const confirmed = await security.step<StepReply>(`/api/matters/${proposed.body.id}/confirm`, { seq: 1, input: {} })
  assert.equal(confirmed.body.stage, 'held', confirmed.text)
  assert.deepEqual((await person.get<Me>('/api/me')).body.posts.map(post => post.id), [proposed.body.id])
  assert.equal((await person.post('/api/me/act-as', { post: proposed.body.id })).status, 200)
  assert.equal((await person.get('/api/matters?scope=office')).status, 200)
  assert.equal((await security.step(`/api/matters/${proposed.body.id}/end`, { seq: 2, input: { endReason: '轮岗' } })).status, 200)
  assert.equal((await person.get('/api/matters?scope=office')).status, 403, 'the very next request')
  const program = (await person.post<{ token: string }>('/api/me/programs', { name: '热线', days: 30 })).body.token
  const byProgram = () => world.app.inject({ method: 'GET', url: '/api/me', headers: { authorization: `Bearer ${program}` } })
  assert.equal((await byProgram()).statusCode, 200)
  const { seq } = (await admin.get<{ seq: number }>(`/api/matters/${id}`)).body
  assert.equal((await admin.step(`/api/matters/${id}/close`, { seq, input: { reason: '调离' } })).status, 200)
  assert.deepEqual([(await person.get('/api/me')).status, (await byProgram()).statusCode], [401, 401])
  assert.equal((await world.anybody().post('/api/sign-in', { name: 'a.handler', password: good })).status, 401)
})

test('20.2: a forgotten password: the sign-ins end, and a new code sets another', async () => {
  const admin = await world.as('systemAdmin')
  const { id } = await opens(admin, { userName: 'forgetful' })
  await accept((await code(admin, id)).body.code, good)
  const person = await signIn('forgetful', good)
  const { seq } = (await admin.get<{ seq: number }>(`/api/matters/${id}`)).body
  assert.equal((await admin.step(`/api/matters/${id}/reset`, { seq, input: { reason: '忘记密码' } })).status, 200)
  assert.equal((await person.get('/api/me')).status, 401)
  assert.equal((await world.anybody().post('/api/sign-in', { name: 'forgetful', password: good })).status, 401)
  assert.equal((await accept((await code(admin, id)).body.code, `${good}!`)).status, 200)
  await signIn('forgetful', `${good}!`)
})

test('20.2: who administers a region lists its posts and its accounts without one, a page at a time, phones masked; nobody else does', async () => {
  const admin = await world.as('systemAdmin')
  const { id } = await opens(admin, { name: '祁连山' })
  const all = async <T>(client: Client, url: string): Promise<readonly T[]> => {
    const rows: T[] = []
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const page: { readonly body: Page<T> } = await client.get<Page<T>>(`${url}${url.includes('?') ? '&' : '?'}limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`)
      assert.ok(page.body.rows.length <= 3)
      rows.push(...page.body.rows)
      cursor = page.body.next
    }
    return rows
  }
  const posts = await all<PostLine>(admin, '/api/posts')
  const wanted = Object.entries(people).filter(([, one]) => 'post' in one && one.region.startsWith('630202')).map(([name]) => name)
  assert.deepEqual(posts.map(post => post.name).toSorted(), wanted.toSorted())
  assert.equal(new Set(posts.map(post => post.id)).size, posts.length)
  const free = await all<AccountLine>(admin, '/api/accounts')
  const line = free.find(account => account.id === id)
  assert.deepEqual([line?.name, line?.phone, line?.stage, line?.place?.code], ['祁连山', '138****1234', 'invited', '630202001'])
  assert.ok(!free.some(account => account.name === 'handler'))
  assert.deepEqual(await all<AccountLine>(await world.as('citySystemAdmin'), '/api/accounts?region=630203'), [])
  for (const name of ['resident', 'handler', 'gridWorker', 'auditor', 'deputy'] as const) {
    for (const url of ['/api/posts', '/api/accounts']) assert.equal((await (await world.as(name)).get(url)).status, 403, `${name} ${url}`)
    assert.equal((await (await world.as(name)).post('/api/accounts/named', { q: 'x' })).status, 403, name)
  }
  for (const url of ['/api/posts?region=630203', '/api/accounts?region=6302']) assert.equal((await admin.get(url)).status, 403, url)
  assert.equal((await admin.get('/api/posts?region=63020299')).status, 404)
})

test('20.2: to appoint somebody, a lead finds them by name or pinyin, open accounts of the area only', async () => {
  const [admin, lead, town] = [await world.as('systemAdmin'), await world.as('countyLead'), await world.as('otherDispatcher')]
  const { id, seq } = await opens(admin, { name: '达娃卓玛' })
  const found = async (q: string, region?: string) => (await lead.post<readonly NamedAccount[]>('/api/accounts/named', { q, ...(region !== undefined && { region }) })).body.map(one => one.id)
  for (const q of ['达娃', 'da wa zhuo', 'da wa', 'DA']) assert.deepEqual(await found(q), [id], q)
  for (const q of ['娃卓', '达瓦', '%', 'zhuo']) assert.deepEqual(await found(q), [], q)
  assert.deepEqual(await found('达娃', '630202101'), [])
  assert.equal((await found('dispatcher')).length, 1, 'who holds a post there')
  assert.equal((await town.post('/api/accounts/named', { q: 'x' })).status, 403)
  await admin.step(`/api/matters/${id}/close`, { seq, input: { reason: '重复开立' } })
  assert.deepEqual(await found('达娃'), [])
})

test('20.2: the first administrators begin a site that has none, and sign in by their codes like anybody', async () => {
  const first = firstKinds.map(kind => ({ kind, name: '马晓梅', userName: `first.${kind.toLowerCase()}` }))
  const begin = () => appointFirst(world.database, { law, invitations: world.site.invitations }, first, new Date())
  const early = await begin()
  assert.equal(isRefusal(early) && early.code, 'administrators-there')
  await world.database.scoped(system, tx => tx.query(`update post set ended = now(), until = now() where kind in ('systemAdmin', 'securityAdmin', 'auditor')`))
  const made = await begin()
  assert.ok(!isRefusal(made), JSON.stringify(made))
  for (const { kind, userName, code: text } of made) {
    assert.equal((await accept(text, good)).status, 200)
    const { body } = await (await signIn(userName, good)).get<Me>('/api/me')
    assert.deepEqual([body.posts[0]?.kind, body.posts[0]?.region.code, body.acting], [kind, '6302', body.posts[0]?.id])
  }
})

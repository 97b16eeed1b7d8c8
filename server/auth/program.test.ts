import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
import type { Me, Problem, Program, SessionView } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const call = async (token: string, method: 'GET' | 'POST', url: string, payload?: object, headers: Readonly<Record<string, string>> = {}) => {
  const reply = await world.app.inject({ method, url, headers: { authorization: `Bearer ${token}`, ...headers }, ...(payload && { payload }) })
  return { status: reply.statusCode, body: reply.json<{ readonly code?: string; readonly id: string } & Me>() }
}
const made = async (days = 30): Promise<string> => (await (await world.as('dispatcher')).post<Program>('/api/me/programs', { name: '12345 热线', days })).body.token

test('a hotline’s program reports and reads from the post it was made for, without a cookie and without our pages’ header', async () => {
  const token = await made()
  const me = await call(token, 'GET', '/api/me')
  assert.deepEqual([me.status, me.body.acting], [200, people.dispatcher.post])
  const report = { input: { text: '热线来电：村口路灯不亮', place: '630202001001' } }
  const act = { 'idempotency-key': randomUUID() }
  const told = await call(token, 'POST', '/api/request/report', report, act)
  assert.equal(told.status, 200)
  assert.equal((await call(token, 'POST', '/api/request/report', report, act)).body.id, told.body.id, 'sent again it is the same report')
  assert.equal((await call(token, 'GET', `/api/matters/${told.body.id}`)).status, 200)
})

test('a program does nothing about the account behind it, and its token is no cookie', async () => {
  const token = await made()
  for (const [url, body] of [['programs', { name: '又一个', days: 1 }], ['act-as', { post: null }], ['sessions/end', {}], ['password', { old: 'x', fresh: 'y' }]] as const) {
    const { status, body: told } = await call(token, 'POST', `/api/me/${url}`, body)
    assert.deepEqual([url, status, told.code], [url, 403, 'person-only'])
  }
  assert.equal((await call(token, 'POST', '/api/sign-out')).body.code, 'person-only')
  assert.equal((await world.anybody(`shanzhi=${encodeURIComponent(token)}`).get('/api/me')).status, 401)
  const cookie = decodeURIComponent((await world.as('dispatcher')).cookie.split('=').slice(1).join('='))
  for (const wrong of [cookie, token.slice(0, -3), 'x', 'undefined']) assert.equal((await call(wrong, 'GET', '/api/me')).status, 401)
})

test('it is listed by its name, ended like any sign-in, on its day, and with the post it was made for', async () => {
  const dispatcher = await world.as('dispatcher')
  await dispatcher.post('/api/me/sessions/end', {})
  const [first, second, third] = [await made(), await made(1), await made()]
  const mine = await world.as('dispatcher')
  const listed = (await mine.get<readonly SessionView[]>('/api/me/sessions')).body.filter(one => one.program !== undefined)
  assert.deepEqual(listed.map(one => one.program), ['12345 热线', '12345 热线', '12345 热线'])
  const lasts = listed.map(one => Math.round((Date.parse(one.until ?? '') - Date.now()) / 86_400_000)).toSorted((a, b) => a - b)
  assert.deepEqual(lasts, [1, 30, 30])
  await world.database.owner(tx => tx.query(`update auth.session set expires_at = now() where program is not null and expires_at < now() + interval '2 days'`))
  assert.equal((await call(second, 'GET', '/api/me')).status, 401)
  assert.equal((await call(first, 'GET', '/api/me')).status, 200)
  await world.database.scoped(system, tx => tx.query(`update post set until = now() - interval '1 minute' where id = $1::uuid`, [people.dispatcher.post]))
  world.site.identities.forgetAccount(people.dispatcher.account)
  assert.equal((await call(first, 'GET', '/api/me')).status, 401, 'it does not fall back to the person')
  await mine.post('/api/me/sessions/end', {})
  assert.equal((await call(third, 'GET', '/api/me')).status, 401)
})

test('what is asked of a new program is checked', async () => {
  const dispatcher = await world.as('dispatcher')
  for (const body of [{}, { name: 'x', days: 30 }, { name: '热线', days: 0 }, { name: '热线', days: 4000 }, { name: '热线', days: 30, post: randomUUID() }]) {
    assert.equal((await dispatcher.post<Problem>('/api/me/programs', body)).status, 400)
  }
})

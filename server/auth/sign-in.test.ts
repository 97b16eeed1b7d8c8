import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { cookieIn, openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
import type { Me, Problem, SessionView } from '../wire.ts'

let world: TestSite
before(async () => {
  world = await openTestSite()
  assert.equal(await world.site.credentials.set(people.handler.account, 'Handler.One', '乐都的雨 and 42'), undefined)
})
after(() => world.close())

const signIn = (name: string, password: string) => world.anybody().post<Problem>('/api/sign-in', { name, password })
const signedIn = async (name: string, password: string): Promise<Client> => {
  const reply = await signIn(name, password)
  assert.equal(reply.status, 200, reply.text)
  return world.anybody(cookieIn(reply))
}

test('a right password opens a session from the first post; the cookie can’t be read or sent across sites', async () => {
  const reply = await signIn('handler.one', '乐都的雨 and 42')
  const cookie = String(reply.headers['set-cookie'])
  assert.match(cookie, /HttpOnly/)
  assert.match(cookie, /SameSite=Lax/)
  const { body } = await world.anybody(cookieIn(reply)).get<Me>('/api/me')
  assert.equal(body.account, people.handler.account)
  assert.equal(body.acting, people.handler.post)
  assert.equal(body.posts[0]?.office?.code, '630202001/gov')
})

test('with https the cookie is bound to this host and to encrypted connections', async () => {
  const secure = await openTestSite({ publicUrl: 'https://shanzhi.example' })
  try {
    const reply = await secure.anybody().post('/api/demo/sign-in', { person: 'resident' })
    assert.match(String(reply.headers['set-cookie']), /^__Host-shanzhi=.*Secure/)
    assert.match(String(reply.headers['strict-transport-security']), /max-age/)
    assert.equal((await secure.anybody(cookieIn(reply)).get('/api/me')).status, 200)
  } finally {
    await secure.close()
  }
})

test('wrong names and wrong passwords are refused alike, and too many lock the name for a while, told by time', async () => {
  world.setNow(new Date('2026-06-08T02:00:00Z'))
  const [wrong, unknown] = [await signIn('handler.one', 'wrong'), await signIn('nobody', 'wrong')]
  assert.equal(wrong.status, 401)
  assert.deepEqual({ ...wrong.body, instance: '' }, { ...unknown.body, instance: '' })
  for (let i = 0; i < 4; i += 1) await signIn('handler.one', 'wrong')
  const locked = await signIn('HANDLER.ONE', '乐都的雨 and 42')
  assert.equal(locked.status, 429)
  assert.equal(locked.body.code, 'locked-out')
  assert.match(locked.body.words.zh, /10:01:00/)
  assert.ok(Number(locked.headers['retry-after']) > 0)
  world.setNow(new Date('2026-06-08T02:01:01Z'))
  assert.equal((await signIn('handler.one', '乐都的雨 and 42')).status, 200)
  world.setNow(undefined)
})

test('guesses sent at once are counted one by one', async () => {
  await world.site.credentials.set(people.transport.account, 'transport', '一二三 four five')
  const replies = await Promise.all(Array.from({ length: 12 }, () => signIn('transport', 'guess')))
  assert.equal(replies.filter(reply => reply.status === 401).length, 5)
  assert.equal(replies.filter(reply => reply.status === 429).length, 7)
})

test('weak passwords are refused with what is missing', async () => {
  const set = async (password: string) => (await world.site.credentials.set(people.urban.account, 'chengguan', password))?.code
  for (const password of ['short', '1234567890', 'password123', 'Password1!', 'chengguan2026!', 'aaaaaaaaaa11', 'qwertyuiop12', 'P@ssw0rd2026', 'x'.repeat(129)]) {
    assert.equal(await set(password), 'weak-password', password)
  }
  for (const password of ['碾伯镇的春天2026', 'tractor wind plum', 'Zk7#mWq2']) assert.equal(await set(password), undefined, password)
  assert.equal((await world.site.credentials.set(people.colleague.account, 'CHENGGUAN', 'tractor wind plum'))?.code, 'name-taken')
})

test('changing the password ends every other sign-in', async () => {
  await world.site.credentials.set(people.colleague.account, 'colleague', 'tractor wind plum')
  const [here, there] = [await signedIn('colleague', 'tractor wind plum'), await signedIn('colleague', 'tractor wind plum')]
  assert.equal((await there.get('/api/me')).status, 200)
  assert.equal((await here.post<Problem>('/api/me/password', { old: 'wrong', fresh: 'plum wind tractor' })).body.code, 'wrong-password')
  assert.equal((await here.post<Problem>('/api/me/password', { old: 'tractor wind plum', fresh: '12345' })).body.code, 'weak-password')
  assert.equal((await here.post('/api/me/password', { old: 'tractor wind plum', fresh: 'plum wind tractor' })).status, 200)
  assert.equal((await there.get('/api/me')).status, 401)
  assert.equal((await here.get('/api/me')).status, 200)
  assert.equal((await signIn('colleague', 'tractor wind plum')).status, 401)
})

test('sessions are listed and ended, one by one or all others', async () => {
  const clients = await Promise.all([world.as('auditor'), world.as('auditor'), world.as('auditor')])
  const [first] = clients
  const { body } = await first.get<readonly SessionView[]>('/api/me/sessions')
  assert.equal(body.length, 3)
  assert.equal(body.filter(one => one.current).length, 1)
  const statuses = async () => Promise.all(clients.map(async client => (await client.get('/api/me')).status))
  await first.post('/api/me/sessions/end', {})
  assert.deepEqual(await statuses(), [200, 401, 401])
  const fresh = await world.as('auditor')
  const mine = (await fresh.get<readonly SessionView[]>('/api/me/sessions')).body.find(one => one.current)
  await first.post('/api/me/sessions/end', { id: mine?.id })
  assert.equal((await fresh.get('/api/me')).status, 401)
  await first.post('/api/sign-out', {})
  assert.equal((await first.get('/api/me')).status, 401)
})

test('one account acts from one post at a time, and from none as a resident', async () => {
  const handler = await signedIn('handler.one', '乐都的雨 and 42')
  assert.equal((await handler.get('/api/matters?scope=office')).status, 200)
  assert.equal((await handler.post('/api/me/act-as', { post: null })).status, 200)
  assert.equal((await handler.get<Me>('/api/me')).body.acting, undefined)
  assert.equal((await handler.get('/api/matters?scope=office')).status, 403)
  assert.equal((await handler.post('/api/me/act-as', { post: people.countyLead.post })).status, 403)
  assert.equal((await handler.post('/api/me/act-as', { post: people.handler.post })).status, 200)
  assert.equal((await handler.get<Me>('/api/me')).body.acting, people.handler.post)
})

test('outside demo mode there is no sign-in without a password', async () => {
  const plain = await openTestSite({ demo: false })
  try {
    assert.equal((await plain.anybody().post('/api/demo/sign-in', { person: 'resident' })).status, 404)
    assert.equal((await plain.anybody().get('/api/demo/people')).status, 404)
  } finally {
    await plain.close()
  }
})

test('sign-in’s own tables can’t be read by any other statement', async () => {
  for (const actor of [system, people.cityLead]) {
    await assert.rejects(world.database.scoped(actor, tx => tx.query('select * from auth.session')), { code: '42501' })
  }
})

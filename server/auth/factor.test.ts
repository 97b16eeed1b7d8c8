import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codeAt } from '../../test/helpers/authenticator.ts'
import { cookieIn, openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
import type { Begun, Me, NoticeView, Page, Problem, Program, RecoveryCodes, Safety, SessionView } from '../wire.ts'
import { newSecret, stepOf } from './totp.ts'

const password = 'tractor wind plum'
let world: TestSite
before(async () => { world = await openTestSite({ secondFactor: 'sensitive' }) })
after(() => world.close())

const start = Date.parse('2026-06-08T02:00:00Z')
/** Sets the clock to so many seconds after the start, and tells the time. */
const at = (seconds: number): Date => {
  const now = new Date(start + seconds * 1000)
  world.setNow(now)
  return now
}

const tryIn = (name: string, code?: string) => world.anybody().post<Problem>('/api/sign-in', { name, password, ...(code !== undefined && { code }) })
const signedIn = async (name: string, code?: string): Promise<Client> => {
  const reply = await tryIn(name, code)
  assert.equal(reply.status, 200, reply.text)
  return world.anybody(cookieIn(reply))
}

/** Somebody with a password and a factor set up at second 0: their secret, their recovery codes, the window they are signed in at. */
const equipped = async (who: keyof typeof people): Promise<{ readonly secret: string; readonly recovery: readonly string[]; readonly client: Client }> => {
  assert.equal(await world.site.credentials.set(people[who].account, who, password), undefined)
  const now = at(0)
  const client = await signedIn(who)
  const { secret } = (await client.post<Begun>('/api/me/factor/begin', { password })).body
  const confirmed = await client.post<RecoveryCodes>('/api/me/factor/confirm', { code: codeAt(secret, now) })
  assert.equal(confirmed.status, 200, confirmed.text)
  return { secret, recovery: confirmed.body.recovery, client }
}

test('codes are those of RFC 6238: its own examples, by their last six digits', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  for (const [seconds, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037'], [20_000_000_000, '353130']] as const) {
    const now = new Date(seconds * 1000)
    assert.equal(codeAt(secret, now), code)
    assert.equal(stepOf(secret, code, now), Math.floor(seconds / 30))
  }
  assert.match(newSecret(), /^[A-Z2-7]{32}$/)
})

test('set up with the password, it holds once a code proves it; the secret rests encrypted and recovery codes as digests', async () => {
  await world.site.credentials.set(people.transport.account, 'transport', password)
  const now = at(0)
  const client = await signedIn('transport')
  assert.equal((await client.post<Problem>('/api/me/factor/begin', { password: 'wrong' })).body.code, 'wrong-password')
  assert.equal((await client.post<Problem>('/api/me/factor/begin', {})).body.code, 'wrong-password')
  assert.equal((await client.post<Problem>('/api/me/factor/confirm', { code: '123456' })).body.code, 'factor-not-begun')
  const { secret, uri } = (await client.post<Begun>('/api/me/factor/begin', { password })).body
  assert.match(uri, new RegExp(`^otpauth://totp/Shanzhi:transport\\?issuer=Shanzhi&secret=${secret}`))
  assert.equal((await tryIn('transport')).status, 200, 'not proved yet, it does not hold')
  assert.equal((await client.post<Problem>('/api/me/factor/confirm', { code: '000000' })).body.code, 'wrong-code')
  const { recovery } = (await client.post<RecoveryCodes>('/api/me/factor/confirm', { code: codeAt(secret, now) })).body
  assert.equal(new Set(recovery).size, 10)
  for (const code of recovery) assert.match(code, /^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
  const kept = JSON.stringify(await world.database.owner(async tx => [await tx.query('select * from auth.factor'), await tx.query('select * from auth.recovery')]))
  for (const bare of [secret, ...recovery, ...recovery.map(code => code.replace('-', ''))]) {
    for (const form of [bare, JSON.stringify(Buffer.from(bare)).slice(1, -1), Buffer.from(bare).toString('hex')]) assert.ok(!kept.includes(form), form)
  }
  const safety = (await client.get<Safety>('/api/me/safety')).body
  assert.deepEqual([safety.factor?.left, safety.proved, safety.required, safety.password], [10, true, true, true])
  assert.match((await client.get<Page<NoticeView>>('/api/notices')).body.rows[0]?.words.zh ?? '', /已启用动态验证码/)
})

test('a secret shown and not proved within a quarter of an hour is void', async () => {
  await world.site.credentials.set(people.urban.account, 'urban', password)
  at(0)
  const client = await signedIn('urban')
  const { secret } = (await client.post<Begun>('/api/me/factor/begin', { password })).body
  const now = at(901)
  assert.equal((await client.post<Problem>('/api/me/factor/confirm', { code: codeAt(secret, now) })).body.code, 'factor-not-begun')
})

test('after the password comes the code: none, wrong, right, the same again, a neighbour’s half minute, one beyond', async () => {
  const { secret } = await equipped('handler')
  const code = async (seconds: number, shown = seconds): Promise<string | number> => {
    at(seconds)
    const reply = await tryIn('handler', codeAt(secret, new Date(start + shown * 1000)))
    return reply.status === 200 ? 200 : reply.body.code
  }
  const [none, wrong] = [await tryIn('handler'), await tryIn('handler', '123456')]
  assert.deepEqual([none.status, none.body.code, none.headers['set-cookie']], [401, 'code-needed', undefined])
  assert.deepEqual([wrong.status, wrong.body.code, wrong.headers['set-cookie']], [401, 'wrong-code', undefined])
  assert.equal(await code(0), 'used-code', 'the code that set it up is used')
  assert.equal(await code(60), 200)
  assert.equal(await code(61), 'used-code')
  assert.equal(await code(89, 60), 'used-code')
  assert.equal(await code(60, 30), 'used-code', 'one before it is not taken after it')
  assert.equal(await code(90, 120), 200, 'a phone half a minute ahead')
  assert.equal(await code(200, 170), 200, 'a phone half a minute behind')
  assert.equal(await code(300, 240), 'wrong-code')
  assert.equal(await code(300, 360), 'wrong-code')
  const held = await world.database.owner(tx => tx.query(`select from auth.session where user_id = $1::uuid and not factor`, [people.handler.account]))
  assert.equal(held.length, 0, 'who stopped at the code has no session')
})

test('codes as people type them: spaces, full width', async () => {
  const { secret } = await equipped('colleague')
  const code = codeAt(secret, at(60))
  await signedIn('colleague', ` ${code.slice(0, 3)} ${code.slice(3)} `)
  await signedIn('colleague', [...codeAt(secret, at(120))].map(digit => String.fromCodePoint(0xff10 + Number(digit))).join(''))
})

test('a code sent twice at once opens one session', async () => {
  const { secret } = await equipped('hotline')
  const code = codeAt(secret, at(60))
  const replies = await Promise.all([tryIn('hotline', code), tryIn('hotline', code), tryIn('hotline', code)])
  assert.deepEqual(replies.map(reply => reply.status).toSorted((a, b) => a - b), [200, 401, 401])
  // Beneath the password's slow hash, all look at once.
  const now = at(120)
  const { account } = people.hotline
  const proofs = await Promise.all(Array.from({ length: 8 }, () => world.site.factors.prove(account, codeAt(secret, now), now)))
  assert.equal(proofs.filter(proof => proof === 'time').length, 1)
})

test('wrong codes in a row lock them, whatever is known of the password; the right one then waits as well', async () => {
  const { secret, client } = await equipped('countyDispatcher')
  at(60)
  for (let n = 0; n < 5; n += 1) assert.equal((await tryIn('countyDispatcher', '000000')).body.code, 'wrong-code')
  const locked = await tryIn('countyDispatcher', codeAt(secret, at(61)))
  assert.deepEqual([locked.status, locked.body.code], [429, 'locked-out'])
  assert.match(locked.body.words.zh, /验证码多次错误，已锁定至 10:02:00/)
  assert.equal((await client.post<Problem>('/api/me/factor/remove', { password, code: codeAt(secret, at(62)) })).body.code, 'locked-out', 'Settings are no way round')
  await signedIn('countyDispatcher', codeAt(secret, at(130)))
})

test('a recovery code lets in once, and the person is told', async () => {
  const { recovery } = await equipped('cityDispatcher')
  const [first = '', second = ''] = recovery
  at(60)
  const client = await signedIn('cityDispatcher', first)
  assert.equal((await tryIn('cityDispatcher', first)).body.code, 'wrong-code')
  await signedIn('cityDispatcher', second.toLowerCase().replace('-', ' '))
  assert.equal((await client.get<Safety>('/api/me/safety')).body.factor?.left, 8)
  assert.match((await client.get<Page<NoticeView>>('/api/notices')).body.rows.map(row => row.words.zh).join(), /恢复码已被使用，还剩 9 个/)
  const [third = ''] = recovery.slice(2)
  const renewed = await client.post<RecoveryCodes>('/api/me/factor/recovery', { password, code: third })
  assert.equal(renewed.body.recovery.length, 10)
  assert.equal((await tryIn('cityDispatcher', recovery[3])).body.code, 'wrong-code', 'the old are void')
})

test('changing or removing it asks for password and code, ends every other sign-in, and is told', async () => {
  const { secret, client } = await equipped('cityLead')
  const other = await signedIn('cityLead', codeAt(secret, at(60)))
  assert.equal((await client.post<Problem>('/api/me/factor/begin', { password })).body.code, 'code-needed')
  assert.equal((await client.post<Problem>('/api/me/factor/begin', { password: 'wrong', code: codeAt(secret, at(120)) })).body.code, 'wrong-password')
  const fresh = (await client.post<Begun>('/api/me/factor/begin', { password, code: codeAt(secret, at(120)) })).body.secret
  assert.notEqual(fresh, secret)
  assert.equal((await tryIn('cityLead', codeAt(secret, at(180)))).status, 200, 'the old one holds until then')
  assert.equal((await client.post('/api/me/factor/confirm', { code: codeAt(fresh, at(240)) })).status, 200)
  assert.deepEqual([(await other.get('/api/me')).status, (await client.get('/api/me')).status], [401, 200])
  assert.equal((await tryIn('cityLead', codeAt(secret, at(300)))).body.code, 'wrong-code')
  const third = await signedIn('cityLead', codeAt(fresh, at(360)))
  assert.equal((await client.post<Problem>('/api/me/factor/remove', { password })).body.code, 'code-needed')
  assert.equal((await client.post('/api/me/factor/remove', { password, code: codeAt(fresh, at(420)) })).status, 200)
  assert.deepEqual([(await third.get('/api/me')).status, (await client.get('/api/me')).status], [401, 200])
  assert.deepEqual((await client.get<Page<NoticeView>>('/api/notices')).body.rows.map(row => row.words.zh.slice(0, 10)), ['您的动态验证码已停用', '您的动态验证码已更换', '您的账号已启用动态验'])
  assert.equal((await client.get<Me>('/api/me')).body.acting, undefined, 'nor is the post acted from any longer')
  assert.equal((await tryIn('cityLead')).status, 200)
})

test('a post that wants a second factor can’t be acted from without; setting it up or showing it opens the post', async () => {
  await world.site.credentials.set(people.auditor.account, 'auditor', password)
  const now = at(0)
  const client = await signedIn('auditor')
  const me = (await client.get<Me>('/api/me')).body
  assert.deepEqual([me.acting, me.posts[0]?.barred], [undefined, true])
  const refused = await client.post<Problem>('/api/me/act-as', { post: people.auditor.post })
  assert.deepEqual([refused.status, refused.body.code], [403, 'factor-needed'])
  assert.match(refused.body.remedy?.zh ?? '', /登录与安全/)
  assert.equal((await client.get('/api/matters?scope=region')).status, 403)
  const { secret } = (await client.post<Begun>('/api/me/factor/begin', { password })).body
  await client.post('/api/me/factor/confirm', { code: codeAt(secret, now) })
  const after = (await client.get<Me>('/api/me')).body
  assert.deepEqual([after.acting, after.posts[0]?.barred], [people.auditor.post, undefined])
  assert.equal((await client.get('/api/matters?scope=region')).status, 200)

  // The demo's click shows none: shown later, the post opens.
  const clicked = await world.as('auditor')
  assert.equal((await clicked.get<Me>('/api/me')).body.acting, undefined)
  assert.equal((await clicked.post<Problem>('/api/me/factor/prove', { code: '000000' })).body.code, 'wrong-code')
  assert.equal((await clicked.post('/api/me/factor/prove', { code: codeAt(secret, at(60)) })).status, 200)
  assert.equal((await clicked.get<Me>('/api/me')).body.acting, people.auditor.post)
  const listed = (await clicked.get<readonly SessionView[]>('/api/me/sessions')).body.map(one => `${one.means} ${one.factor ? 'with' : 'without'}`)
  assert.deepEqual(listed.toSorted(), ['demo with', 'password with'])
})

test('a program has what its maker had', async () => {
  const { client } = await equipped('dispatcher')
  const call = async (token: string) => world.app.inject({ url: '/api/me', headers: { authorization: `Bearer ${token}` } })
  const made = async (by: Client): Promise<string> => (await by.post<Program>('/api/me/programs', { name: '12345 热线', days: 30 })).body.token
  const token = await made(client)
  assert.equal((await call(token)).json<Me>().acting, people.dispatcher.post)
  const listed = (await client.get<readonly SessionView[]>('/api/me/sessions')).body.find(one => one.program !== undefined)
  assert.deepEqual([listed?.means, listed?.factor], ['program', true])
  await world.site.sessions.unproved(people.dispatcher.account)
  world.site.identities.forgetAccount(people.dispatcher.account)
  assert.equal((await call(token)).statusCode, 401, 'it does not fall back to the person')
})

test('which posts need it is a setting', async () => {
  const acting = async (secondFactor: 'off' | 'administrators' | 'sensitive'): Promise<readonly boolean[]> => {
    const other = await openTestSite({ secondFactor })
    try {
      const found = []
      for (const who of ['gridWorker', 'handler', 'auditor'] as const) found.push((await (await other.as(who)).get<Me>('/api/me')).body.acting !== undefined)
      return found
    } finally {
      await other.close()
    }
  }
  assert.deepEqual(await acting('off'), [true, true, true])
  assert.deepEqual(await acting('administrators'), [true, true, false])
  assert.deepEqual(await acting('sensitive'), [true, false, false])
})

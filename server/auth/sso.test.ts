import assert from 'node:assert/strict'
import { createSign } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { startProvider, newKey, type SigningKey, type TestProvider, type Visitor } from '../../test/helpers/provider.ts'
import { cookieIn, openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
import type { Me, NoticeView, Page, Problem, Safety, SessionView, SignedOut, SignInWays } from '../wire.ts'
import { ownPath } from './sso/way-back.ts'

const password = 'tractor wind plum'
let provider: TestProvider
let world: TestSite
before(async () => {
  provider = await startProvider()
  world = await openTestSite({ sso: provider.settings })
})
after(async () => {
  await world.close()
  await provider.stop()
})
beforeEach(() => { provider.tamper(undefined) })

type Reply = { readonly status: number; readonly to: string; readonly cookies: { readonly [name: string]: string } }

/** One request of a browser to our site, with the cookies it has. */
const browse = async (url: string, cookies: { readonly [name: string]: string } = {}, at: TestSite = world): Promise<Reply> => {
  const reply = await at.app.inject({ url, headers: { cookie: Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; ') } })
  const set = reply.cookies.map(({ name, value }) => [name, encodeURIComponent(value)] as const)
  return { status: reply.statusCode, to: String(reply.headers.location), cookies: { ...cookies, ...Object.fromEntries(set) } }
}

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url, 'http://localhost')
  return pathname + search
}

/** Begins at our site: the address at the provider, and what the browser keeps. */
const begin = (next = '/desk/', at: TestSite = world): Promise<Reply> => browse(`/api/sign-in/sso?next=${encodeURIComponent(next)}`, {}, at)

/** The whole way there and back. `bend` changes the answer's address on its way to us. */
const round = async (visitor: Visitor, { next = '/desk/', bend = url => url, at = world, by = provider }: { next?: string; bend?: (url: string) => string; at?: TestSite; by?: TestProvider } = {}): Promise<Reply> => {
  const left = await begin(next, at)
  const answer = bend(await by.visit(left.to, visitor))
  return browse(pathOf(answer), left.cookies, at)
}

const linked = async (who: keyof typeof people, subject: string, at: TestSite = world): Promise<void> => {
  await at.site.credentials.admit(people[who].account)
  assert.equal(await at.site.sso?.links.set(people[who].account, subject, new Date()), undefined)
}
const clientOf = ({ cookies }: Reply, at: TestSite = world): Client => at.anybody(`shanzhi=${cookies['shanzhi'] ?? ''}`)
const refusedAt = ({ to, cookies }: Reply): readonly (string | null)[] => [new URL(to, 'http://localhost').searchParams.get('refused'), cookies['shanzhi'] ?? null]

/** An ID token signed anew with other claims or another head. */
const forge = (key: SigningKey, change: (claims: { readonly [claim: string]: unknown }) => object, head: object = {}) => (token: string): string => {
  const [header = '', body = ''] = token.split('.').map(part => Buffer.from(part, 'base64url').toString())
  const parts = [{ ...JSON.parse(header) as object, ...head }, change(JSON.parse(body) as { readonly [claim: string]: unknown })].map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
  return [...parts, createSign('RSA-SHA256').update(parts.join('.')).sign(key.key).toString('base64url')].join('.')
}

test('whoever is linked beforehand comes in from their first post, without a second factor, and the way back is the one asked for', async () => {
  await linked('handler', 'worker-1')
  assert.deepEqual((await world.anybody().get<SignInWays>('/api/sign-in/ways')).body, { password: true, sso: { zh: '海东统一身份', en: 'Haidong identity' } })
  const left = await begin('/desk/matters?scope=office')
  const asked = new URL(left.to).searchParams
  assert.deepEqual([left.status, asked.get('response_type'), asked.get('code_challenge_method'), asked.get('scope')], [302, 'code', 'S256', 'openid'])
  for (const name of ['state', 'nonce', 'code_challenge']) assert.ok((asked.get(name) ?? '').length >= 40, name)
  const back = await browse(pathOf(await provider.visit(left.to, { subject: 'worker-1' })), left.cookies)
  assert.deepEqual([back.status, back.to, back.cookies['shanzhi-trip']], [302, '/desk/matters?scope=office', ''])
  const client = clientOf(back)
  const me = (await client.get<Me>('/api/me')).body
  assert.deepEqual([me.account, me.acting], [people.handler.account, people.handler.post])
  const [session] = (await client.get<readonly SessionView[]>('/api/me/sessions')).body
  assert.deepEqual([session?.means, session?.factor], ['sso', false])
})

test('an identity that nobody linked gets nothing, and is told whom to ask', async () => {
  const back = await round({ subject: 'stranger' })
  assert.deepEqual(refusedAt(back), ['not-linked', null])
  const { status, body } = await world.anybody().get<Problem>('/api/sign-in/refusals/not-linked')
  assert.deepEqual([status, body.code], [403, 'not-linked'])
  assert.match(body.remedy?.zh ?? '', /系统管理员/)
  assert.equal((await world.anybody().get('/api/sign-in/refusals/toString')).status, 404)
  const made = await world.database.owner(tx => tx.query('select from auth.link'))
  assert.equal(made.length, 1, 'none is made by signing in')
})

test('each door’s own sign-in page tells, and leads on to where one was going', async () => {
  const to = async (next: string) => (await round('denies', { next })).to
  assert.equal(await to('/desk/matter/1?x=2'), '/desk/matter/1?x=2&refused=sso-cancelled')
  assert.equal(await to('/field/report'), '/field/sign-in?then=%2Freport&refused=sso-cancelled')
  assert.equal(await to('/matters'), '/sign-in?then=%2Fmatters&refused=sso-cancelled')
  assert.equal(await to('/'), '/sign-in?refused=sso-cancelled')
})

test('there is no way from here to another site', async () => {
  const bad = ['//evil.example', 'https://evil.example/', '/\\evil.example', '\\\\evil.example', 'javascript:alert(1)', '/..//evil.example', '/.//evil.example', '/\t/evil.example', '/api/sign-out', '/api', '']
  for (const next of bad) {
    assert.equal(ownPath(next), '/', next)
    if (!next.includes('\t')) assert.equal((await round({ subject: 'worker-1' }, { next })).to, '/', next)
  }
  assert.equal(ownPath('/desk/x?y=//evil.example#z'), '/desk/x?y=//evil.example')
})

test('a wrong state, a strange browser, an answer twice, an old one: nobody comes in', async () => {
  const state = (url: string): string => { const to = new URL(url); to.searchParams.set('state', 'x'.repeat(43)); return to.href }
  assert.deepEqual(refusedAt(await round({ subject: 'worker-1' }, { bend: state })), ['sso-failed', null])

  const left = await begin()
  const answer = pathOf(await provider.visit(left.to, { subject: 'worker-1' }))
  assert.deepEqual(refusedAt(await browse(answer)), ['sso-failed', null], 'a browser that did not begin it')
  const other = await begin()
  assert.deepEqual(refusedAt(await browse(answer, other.cookies)), ['sso-failed', null], 'a browser that began another')
  assert.deepEqual(refusedAt(await browse(answer, { 'shanzhi-trip': left.cookies['shanzhi-trip']?.replace(/^.{20}/, 'A'.repeat(20)) ?? '' })), ['sso-failed', null])

  const once = await begin()
  const code = pathOf(await provider.visit(once.to, { subject: 'worker-1' }))
  assert.notEqual((await browse(code, once.cookies)).cookies['shanzhi'], undefined)
  assert.deepEqual(refusedAt(await browse(code, once.cookies)), ['sso-failed', null], 'the same code again')

  const slow = await begin()
  const late = pathOf(await provider.visit(slow.to, { subject: 'worker-1' }))
  world.setNow(new Date(Date.now() + 601_000))
  assert.deepEqual(refusedAt(await browse(late, slow.cookies)), ['sso-failed', null], 'eleven minutes later')
  world.setNow(undefined)
})

test('a token for another nonce, another audience, of another issuer, expired, signed by a stranger or by nobody: nobody comes in', async () => {
  const other = newKey()
  const same = (claims: object): object => claims
  const forged: { readonly [what: string]: (token: string) => string } = {
    nonce: forge(provider.key, claims => ({ ...claims, nonce: 'another' })),
    audience: forge(provider.key, claims => ({ ...claims, aud: 'another' })),
    issuer: forge(provider.key, claims => ({ ...claims, iss: 'https://another.example' })),
    expired: forge(provider.key, claims => ({ ...claims, iat: Number(claims['iat']) - 7200, exp: Number(claims['exp']) - 7200 })),
    'no expiry': forge(provider.key, ({ exp: _, ...claims }) => claims),
    'a stranger’s key': forge(other, same),
    'a stranger’s key, named': forge(other, same, { kid: other.jwk.kid }),
    'changed after signing': token => { const [head = '', body = '', signature = ''] = token.split('.'); return [head, Buffer.from(Buffer.from(body, 'base64url').toString().replace('worker-0', 'worker-1')).toString('base64url'), signature].join('.') },
    'no signature': token => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1] ?? ''}.`,
    'the public key as a secret': forge(other, same, { alg: 'HS256' }),
  }
  for (const [what, change] of Object.entries(forged)) {
    provider.tamper(change)
    assert.deepEqual(refusedAt(await round({ subject: what === 'changed after signing' ? 'worker-0' : 'worker-1' })), ['sso-failed', null], what)
  }
  provider.tamper(forge(provider.key, same))
  assert.notEqual((await round({ subject: 'worker-1' })).cookies['shanzhi'], undefined, 'what was forged was only that')
})

test('a closed account and a locked one are refused', async () => {
  await linked('transport', 'worker-2')
  await linked('urban', 'worker-3')
  await world.site.credentials.set(people.urban.account, 'urban', password)
  await world.database.scoped(system, tx => tx.query('update account set closed = now() where id = $1::uuid', [people.transport.account]))
  assert.deepEqual(refusedAt(await round({ subject: 'worker-2' })), ['account-closed', null])
  const held = await world.database.owner(tx => tx.query('select from auth.session where user_id = $1::uuid', [people.transport.account]))
  assert.equal(held.length, 0)
  for (let n = 0; n < 6; n += 1) await world.anybody().post('/api/sign-in', { name: 'urban', password: 'wrong' })
  assert.deepEqual(refusedAt(await round({ subject: 'worker-3' })), ['account-locked', null])
})

test('two factors seen by the provider count as such, by amr or by an acr of the settings, and by nothing else', async () => {
  const by = await startProvider({ acr: ['urn:gov:two', 'urn:gov:one'] })
  const at = await openTestSite({ sso: { ...by.settings, acr: ['urn:gov:two'] }, secondFactor: 'sensitive' })
  try {
    await linked('handler', 'worker-1', at)
    const seen = async (visitor: object): Promise<readonly unknown[]> => {
      const client = clientOf(await round({ subject: 'worker-1', ...visitor }, { at, by }), at)
      const [me, sessions] = [(await client.get<Me>('/api/me')).body, (await client.get<readonly SessionView[]>('/api/me/sessions')).body]
      return [me.acting === people.handler.post, sessions.find(one => one.current)?.factor]
    }
    assert.deepEqual(await seen({ amr: ['pwd', 'otp', 'mfa'] }), [true, true])
    assert.deepEqual(await seen({ acr: 'urn:gov:two' }), [true, true])
    assert.deepEqual(await seen({ amr: ['pwd'] }), [false, false])
    assert.deepEqual(await seen({ acr: 'urn:gov:one' }), [false, false])
    assert.deepEqual(await seen({}), [false, false])
    assert.equal(by.asked().get('acr_values'), 'urn:gov:two')
  } finally {
    await at.close()
    await by.stop()
  }
})

test('the claim that names the person is a setting, and so is how we prove ourselves', async () => {
  const by = await startProvider({ method: 'client_secret_post' })
  const at = await openTestSite({ sso: { ...by.settings, claim: 'employee' } })
  try {
    await linked('handler', 'E-worker-9', at)
    assert.equal((await clientOf(await round({ subject: 'worker-9' }, { at, by }), at).get<Me>('/api/me')).body.account, people.handler.account)
  } finally {
    await at.close()
    await by.stop()
  }
})

test('a provider that is down is told so, then and on the way back; a key it changed holds at once', async () => {
  const first = await startProvider()
  const at = await openTestSite({ sso: first.settings })
  const port = Number(new URL(first.issuer).port)
  try {
    await linked('handler', 'worker-1', at)
    assert.notEqual((await round({ subject: 'worker-1' }, { at, by: first })).cookies['shanzhi'], undefined)
    const left = await begin('/desk/', at)
    const answer = pathOf(await first.visit(left.to, { subject: 'worker-1' }))
    await first.stop()
    assert.deepEqual(refusedAt(await browse(answer, left.cookies, at)), ['sso-down', null], 'on the way back')
    const fresh = await openTestSite({ sso: first.settings })
    assert.deepEqual(refusedAt(await begin('/desk/', fresh)), ['sso-down', null], 'at the beginning')
    const again = await startProvider({ port })
    assert.notEqual(again.key.jwk.kid, first.key.jwk.kid)
    const byFirst = await round({ subject: 'worker-1' }, { at, by: again })
    assert.equal((await clientOf(byFirst, at).get<Me>('/api/me')).body.account, people.handler.account, 'it came back with another key')
    assert.equal((await browse('/api/sign-in/sso', {}, fresh)).to.startsWith(again.issuer), true, 'that it was down is not remembered')
    await fresh.close()
    await again.stop()
  } finally {
    await at.close()
  }
})

test('signing out ends our session first, then leads to the provider’s own end', async () => {
  const client = clientOf(await round({ subject: 'worker-1' }))
  const { body } = await client.post<SignedOut>('/api/sign-out', {})
  const onward = new URL(body.onward ?? '')
  assert.deepEqual([onward.origin, onward.searchParams.get('client_id'), onward.searchParams.get('post_logout_redirect_uri'), onward.searchParams.has('id_token_hint')], [provider.issuer, 'shanzhi-test', 'http://localhost/', false])
  assert.equal((await fetch(onward)).status, 200)
  assert.equal((await client.get('/api/me')).status, 401)
  assert.equal((await (await world.as('handler')).post<SignedOut>('/api/sign-out', {})).body.onward, undefined, 'who came another way goes nowhere')
})

/** Somebody signed in by password who asks to be linked: where they are sent, and what their browser keeps. */
const asksLink = async (who: keyof typeof people): Promise<{ readonly client: Client; readonly url: string; readonly cookies: { readonly [name: string]: string } }> => {
  await world.site.credentials.set(people[who].account, who, password)
  const client = world.anybody(cookieIn(await world.anybody().post('/api/sign-in', { name: who, password })))
  const reply = await client.post<{ readonly url: string }>('/api/me/link', { password, next: '/desk/settings' })
  const [name = '', value = ''] = cookieIn(reply).split('=')
  return { client, url: reply.body.url, cookies: { [name]: value, shanzhi: client.cookie.slice('shanzhi='.length) } }
}

test('who is signed in links themselves, after both have proved them, and is told; then that identity comes in', async () => {
  const { client, url, cookies } = await asksLink('cityLead')
  assert.equal((await client.post<Problem>('/api/me/link', { password: 'wrong', next: '/' })).body.code, 'wrong-password')
  assert.equal(new URL(url).searchParams.get('prompt'), 'login', 'whoever is signed in there must prove it again')
  const back = await browse(pathOf(await provider.visit(url, { subject: 'worker-4' })), cookies)
  assert.equal(back.to, '/desk/settings')
  assert.ok((await client.get<Safety>('/api/me/safety')).body.sso?.since)
  assert.match((await client.get<Page<NoticeView>>('/api/notices')).body.rows[0]?.words.zh ?? '', /已关联统一身份/)
  const entered = clientOf(await round({ subject: 'worker-4' }))
  assert.equal((await entered.get<Me>('/api/me')).body.account, people.cityLead.account)
  assert.equal((await client.post('/api/me/unlink', { password })).status, 200)
  assert.deepEqual(refusedAt(await round({ subject: 'worker-4' })), ['not-linked', null])
})

test('a link is not made for another browser, another sign-in, or to an identity that is somebody’s', async () => {
  const { url, cookies } = await asksLink('countyLead')
  const { shanzhi: _, ...bare } = cookies
  assert.deepEqual(refusedAt(await browse(pathOf(await provider.visit(url, { subject: 'worker-5' })), bare)), ['sso-failed', null])
  const again = await asksLink('countyLead')
  const victim = (await world.as('deputy')).cookie.slice('shanzhi='.length)
  assert.equal(refusedAt(await browse(pathOf(await provider.visit(again.url, { subject: 'worker-5' })), { ...again.cookies, shanzhi: victim }))[0], 'sso-failed')
  const third = await asksLink('countyLead')
  assert.equal((await browse(pathOf(await provider.visit(third.url, { subject: 'worker-1' })), third.cookies)).to, '/desk/settings?refused=link-taken')
  assert.deepEqual(refusedAt(await round({ subject: 'worker-5' })), ['not-linked', null])
})

test('nobody shuts themselves out: single sign-on that is the only way stays', async () => {
  await linked('deputy', 'worker-6')
  const client = clientOf(await round({ subject: 'worker-6' }))
  assert.equal((await client.post<Problem>('/api/me/unlink', {})).body.code, 'only-way')
})

test('neither the database nor the log tells who somebody is to the provider', async () => {
  await round({ subject: 'worker-1' })
  await round({ subject: 'nobody-known' })
  const rows = await world.database.owner(tx => tx.query<{ all: string }>(
    `select (select jsonb_agg(to_jsonb(l)) from auth.link l)::text || (select jsonb_agg(to_jsonb(s)) from auth.session s)::text || (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from auth.credential c)::text as all`))
  for (const secret of ['worker-1', 'nobody-known', Buffer.from('worker-1').toString('hex'), 'eyJ']) {
    assert.ok(!rows[0]?.all.includes(secret), secret)
    assert.ok(!world.log().includes(secret), secret)
  }
  assert.match(world.log(), /"sso":"OAUTH_/, 'why one failed can be read there')
})

test('without a provider in the settings there is no such door', async () => {
  const plain = await openTestSite()
  try {
    assert.deepEqual((await plain.anybody().get<SignInWays>('/api/sign-in/ways')).body, { password: true })
    assert.equal((await plain.anybody().get('/api/sign-in/sso')).status, 404)
    assert.equal((await plain.anybody().get('/api/sign-in/sso/callback?code=x&state=y')).status, 404)
    assert.equal((await (await plain.as('handler')).get<Safety>('/api/me/safety')).body.sso, undefined)
  } finally {
    await plain.close()
  }
})

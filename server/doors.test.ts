import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { metricsToken, openTestSite, type Client, type TestSite } from '../test/helpers/site.ts'
import type { Problem } from './wire.ts'

let world: TestSite
let resident: Client
let pages: string
before(async () => {
  pages = await mkdtemp(join(tmpdir(), 'shanzhi-pages-'))
  await mkdir(join(pages, 'assets'))
  await mkdir(join(pages, 'desk'))
  await writeFile(join(pages, 'index.html'), '<title>home</title>')
  await writeFile(join(pages, 'desk', 'index.html'), '<title>desk</title>')
  await writeFile(join(pages, 'assets', 'app-1a2b3c.js'), `const a = ${JSON.stringify('x'.repeat(5000))}`)
  world = await openTestSite({ pages, limits: { follow: 3 } })
  resident = await world.as('resident')
})
after(async () => {
  await world.close()
  await rm(pages, { recursive: true })
})

const place = '630202001001'
const raw = (method: 'GET' | 'POST', url: string, headers: Record<string, string> = {}, payload?: string | Buffer) =>
  world.app.inject({ method, url, headers: { cookie: resident.cookie, 'x-requested-with': 'shanzhi', ...headers }, ...(payload !== undefined && { payload }) })

const problemOf = (reply: { readonly body: string; readonly statusCode: number; readonly headers: { readonly [name: string]: unknown } }): Problem => {
  assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
  const problem = JSON.parse(reply.body) as Problem
  assert.equal(problem.status, reply.statusCode)
  assert.ok(problem.words.zh !== '' && problem.words.en !== '' && problem.instance !== '')
  return problem
}

test('every way of being wrong is answered as problem details in both languages', async () => {
  const json = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const wrongs: readonly (readonly [status: number, code: string, asked: ReturnType<typeof raw>])[] = [
    [404, 'not-found', raw('GET', '/api/nothing')],
    [404, 'not-found', raw('POST', '/api/request/no-such-step', json, '{"input":{}}')],
    [404, 'not-found', raw('POST', `/api/matters/${randomUUID()}/escalate`, json, '{"seq":1,"input":{}}')],
    [404, 'not-found', raw('GET', `/api/matters/${randomUUID()}`)],
    [400, 'bad-request', raw('GET', '/api/matters/not-a-uuid')],
    [400, 'bad-request', raw('POST', '/api/request/report', json, '{"input":')],
    [400, 'bad-request', raw('POST', '/api/request/report', json, '')],
    [400, 'bad-request', raw('POST', '/api/request/report', json, '[]')],
    [400, 'bad-request', raw('POST', '/api/request/report', json, '{"input":"text"}')],
    [400, 'bad-request', raw('POST', '/api/request/report', json, '{"input":{},"__proto__":{"seq":1}}')],
    [400, 'bad-request', raw('POST', '/api/request/report', { ...json, 'idempotency-key': 'first' }, '{"input":{}}')],
    [400, 'bad-request', raw('POST', `/api/matters/${randomUUID()}/accept`, json, '{"input":{}}')],
    [413, 'too-large', raw('POST', '/api/request/report', json, JSON.stringify({ input: { text: 'x'.repeat(300_000) } }))],
    [415, 'unsupported-type', raw('POST', '/api/request/report', { ...json, 'content-type': 'text/plain' }, 'input')],
    [415, 'unsupported-type', raw('POST', '/api/request/report', { ...json, 'content-type': 'application/xml' }, '<input/>')],
    [415, 'unsupported-type', raw('POST', '/api/files', json, '{}')],
    [422, 'bad-input', raw('POST', '/api/request/report', json, '{"input":{}}')],
    [403, 'no-right', raw('GET', '/api/board?region=630202&procedure=request')],
    [403, 'no-right', raw('POST', '/api/me/act-as', json, JSON.stringify({ post: randomUUID() }))],
    [400, 'bad-request', raw('GET', '/api/regions?parent=abc')],
  ]
  for (const [status, code, asked] of wrongs) {
    const reply = await asked
    const problem = problemOf(reply)
    assert.deepEqual([problem.status, problem.code], [status, code], reply.body)
  }
})

test('the reader’s language leads, and a request bears its number', async () => {
  const chinese = problemOf(await raw('GET', '/api/nothing', { 'accept-language': 'zh-CN' }))
  assert.equal(chinese.title, chinese.words.zh)
  assert.equal(problemOf(await raw('GET', '/api/nothing', { 'accept-language': 'en-GB,en;q=0.9' })).title, chinese.words.en)
})

test('what another site’s page could send is refused', async () => {
  const bare = await world.app.inject({ method: 'POST', url: '/api/sign-out', headers: { cookie: resident.cookie } })
  assert.equal(problemOf(bare).code, 'csrf')
  const crossSite = await raw('POST', '/api/sign-out', { 'sec-fetch-site': 'cross-site' })
  assert.equal(problemOf(crossSite).code, 'csrf')
  assert.equal((await resident.get('/api/me')).status, 200)
})

test('a forged or altered cookie is nobody', async () => {
  const [name = '', value = ''] = resident.cookie.split('=')
  for (const cookie of [`${name}=x${value}`, `${name}=${value.slice(0, -3)}abc`, `${name}=`, `${name}=a.b`, 'shanzhi=%00']) {
    assert.equal((await world.anybody(cookie).get('/api/me')).status, 401, cookie)
  }
})

test('guessing follow codes is slowed down', async () => {
  const statuses: number[] = []
  const guess = { number: '630202-26-0000001', code: 'AAAAAAAAAA' }
  for (let i = 0; i < 5; i += 1) statuses.push((await world.anybody().post('/api/follow', guess)).status)
  assert.deepEqual(statuses, [404, 404, 404, 429, 429])
  const reply = await world.anybody().post<Problem>('/api/follow', guess)
  assert.ok(Number(reply.headers['retry-after']) > 0)
})

test('the log holds neither what was typed nor where from nor who', async () => {
  await resident.step('/api/request/report', { input: { text: '门牌十八号王小明家漏水', place, contactPhone: '13812341234' } })
  await resident.post('/api/matters/search', { q: '王小明' })
  await resident.get(`/api/matters?q=${encodeURIComponent('王小明')}`)
  await world.anybody().post('/api/sign-in', { name: 'wangxiaoming', password: 'a-secret-password' })
  const log = world.log()
  for (const secret of ['王小明', encodeURIComponent('王小明'), '13812341234', 'wangxiaoming', 'a-secret-password', '127.0.0.1', resident.cookie]) assert.ok(!log.includes(secret), secret)
  assert.ok(log.includes('"route":"/api/matters/search"'))
})

test('pages: each door answers for every address inside it, assets for ever, everything guarded', async () => {
  const html = async (url: string) => world.app.inject({ url, headers: { accept: 'text/html' } })
  for (const [url, title] of [['/', 'home'], ['/follow', 'home'], ['/desk', 'desk'], ['/desk/matters/1', 'desk']] as const) {
    const reply = await html(url)
    assert.equal(reply.statusCode, 200)
    assert.match(reply.body, new RegExp(title))
    assert.equal(reply.headers['cache-control'], 'no-cache')
    assert.match(String(reply.headers['content-security-policy']), /script-src 'self'/)
    assert.doesNotMatch(String(reply.headers['content-security-policy']), /script-src[^;]*unsafe/)
  }
  const asset = await world.app.inject({ url: '/assets/app-1a2b3c.js', headers: { 'accept-encoding': 'br' } })
  assert.equal(asset.headers['content-encoding'], 'br')
  assert.match(String(asset.headers['cache-control']), /immutable/)
  for (const url of ['/missing.js', '/assets/../../../etc/passwd', '/..%2f..%2fetc%2fpasswd', '/%2e%2e/package.json', '/%']) {
    const reply = await html(url)
    assert.notEqual(reply.statusCode, 500, url)
    assert.doesNotMatch(reply.body, /root:|dependencies/, url)
  }
  assert.equal((await html('/missing.js')).statusCode, 404)
})

test('health, readiness and figures for Prometheus', async () => {
  assert.equal((await world.app.inject('/healthz')).statusCode, 200)
  assert.equal((await world.app.inject('/readyz')).statusCode, 200)
  await resident.step('/api/request/report', { input: { text: '楼道堆放杂物需要清理', place } })
  const metrics = (authorization?: string) => world.app.inject({ url: '/metrics', ...(authorization !== undefined && { headers: { authorization } }) })
  for (const wrong of [undefined, '', metricsToken, 'Bearer', 'Bearer ', `Bearer ${metricsToken}x`, `Basic ${metricsToken}`]) {
    const refused = await metrics(wrong)
    assert.deepEqual([problemOf(refused).status, refused.headers['www-authenticate']], [401, 'Bearer'], wrong)
    assert.doesNotMatch(refused.body, /shanzhi_acts_total/)
  }
  const { body } = await metrics(`Bearer ${metricsToken}`)
  assert.match(body, /shanzhi_acts_total\{procedure="request",step="report",result="taken"\} \d/)
  assert.match(body, /route="\/api\/request\/report"/)
  assert.match(body, /shanzhi_deadlines_overdue \d/)
  const pool = (state: string): number => Number(new RegExp(`shanzhi_database_pool\\{state="${state}"\\} (\\d+)`).exec(body)?.[1])
  assert.deepEqual([pool('in-use'), pool('waiting')], [0, 0], 'the figures don’t count the session they are read with')
  assert.ok(pool('idle') > 0)
})

test('without METRICS_TOKEN the figures are nobody’s, not even this machine’s', async () => {
  const closed = await openTestSite({ metrics: false })
  try {
    for (const authorization of ['', 'Bearer ', 'Bearer undefined', `Bearer ${metricsToken}`]) {
      assert.equal(problemOf(await closed.app.inject({ url: '/metrics', headers: { authorization } })).status, 404)
    }
  } finally {
    await closed.close()
  }
})

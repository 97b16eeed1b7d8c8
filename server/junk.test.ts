import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { callsOf, operationsIn, reads, type Operation, type There } from '../test/helpers/junk.ts'
import { mayKnow, plant, secretsIn, type Planted } from '../test/helpers/secrets.ts'
import { openTestSite, type TestSite } from '../test/helpers/site.ts'
import { people, type Name } from '../test/helpers/world.ts'
import type { Problem } from './wire.ts'

const often = 100_000
let world: TestSite
let planted: Planted
let matter: { readonly id: string; readonly number: string }
before(async () => {
  world = await openTestSite({ limits: { follow: often, upload: often, search: often, similar: often } })
  planted = await plant(world)
  matter = (await (await world.as('resident')).step('/api/request/report', { input: { text: '村口路灯不亮，晚上看不见路', place: '630202001001' } })).body
})
after(() => world.close())

type Answer = { readonly statusCode: number; readonly headers: { readonly [name: string]: unknown }; readonly body: string }

/** No junk is a fault of ours, and whatever is refused is refused as problem details. */
const holds = (answer: Answer, asked: string): void => {
  assert.ok(answer.statusCode < 500, `${answer.statusCode} ${asked}\n${answer.body}\n${world.log().split('\n').filter(line => line.includes('"failed"')).at(-1) ?? ''}`)
  if (answer.statusCode < 400) return
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, asked)
  const problem = JSON.parse(answer.body) as Problem
  assert.deepEqual([problem.status, problem.words.zh !== '', problem.words.en !== ''], [answer.statusCode, true, true], asked)
}

test('what no one can have meant as an address is refused as everything else', async () => {
  const wrong: readonly (readonly [status: number, url: string])[] = [
    [400, '/api/matters/%E0%A4%A'], [400, '/%E0%A4%A'], [404, `/api/matters/${'a'.repeat(300)}`], [404, '//'], [404, '//a/b'],
    [400, '/api/matters?stage=%00'], [400, '/api/matters?procedure=%00'], [400, '/api/matters?term=category:%00'], [400, '/api/matters?%00=1'],
    [400, '/api/regions?q=%7F'], [400, '/api/board?procedure=a%C2%80'],
  ]
  const reader = await world.as('dispatcher')
  for (const [status, url] of wrong) {
    const { status: got, headers, text: body } = await reader.get(url)
    holds({ statusCode: got, headers, body }, url)
    assert.deepEqual([got, headers['x-content-type-options']], [status, 'nosniff'], url)
  }
  const asked: readonly (readonly [status: number, url: string, body: object])[] = [
    [400, '/api/matters/search', { q: '\0' }], [400, '/api/matters/search', { term: 'category:\0' }], [400, '/api/follow', { number: '\0', code: 'a' }], [400, '/api/similar', { place: '630202001001', text: '\x1b' }],
    [200, '/api/similar', { place: '630202001001', text: '第一行\r\n第二行\t完' }],
  ]
  for (const [status, url, body] of asked) {
    const answer = await reader.post(url, body)
    holds({ statusCode: answer.status, headers: answer.headers, body: answer.text }, url)
    assert.equal(answer.status, status, `${url} ${JSON.stringify(body)}`)
  }
})

test('what is no HTTP is told so as well', async () => {
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  const address = world.app.server.address()
  const port = typeof address === 'object' ? address?.port ?? 0 : 0
  const said = (text: string): Promise<string> => new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setEncoding('utf8').on('data', (more: string) => { heard += more }).on('close', () => { resolve(heard) }).on('error', reject)
  })
  for (const [status, text] of [[400, 'HELLO\r\n\r\n'], [431, `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`]] as const) {
    const [head = '', body = ''] = (await said(text)).split('\r\n\r\n')
    assert.match(head, new RegExp(`^HTTP/1\\.1 ${status} .*\r\nContent-Type: application/problem\\+json`))
    assert.equal((JSON.parse(body) as Problem).status, status)
  }
})

/** Who sends: nobody, a resident, and posts of several places, reaches and clearances. */
const readers = ['resident', 'gridWorker', 'otherGridWorker', 'dispatcher', 'otherCountyDispatcher', 'handler', 'deputy', 'auditor', 'hotline', 'cityLead'] as const satisfies readonly Name[]

const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const calls = Number(process.env['FUZZ_CALLS'] ?? (process.env['TEST_DATABASE']?.startsWith('postgres') ? 10_000 : 1_500))
/** Calls under way at once. */
const together = 24

const each = async <T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const left = list.values()
  await Promise.all(Array.from({ length: together }, async () => { for (const one of left) await work(one) }))
}

test('of what is planted each is told to who may know it, so that a leak would be found', async () => {
  const heard = async (name: Name, url: string) => {
    const { headers, bytes } = await (await world.as(name)).get(url)
    return secretsIn(planted, { headers, rawPayload: bytes }).map(one => one.is)
  }
  const [near, hidden] = planted.matters
  assert.deepEqual((await heard('dispatcher', `/api/matters/${near?.id ?? ''}`)).toSorted(), ['name', 'phone', 'photo', 'reporter', 'text'])
  assert.deepEqual(await heard('dispatcher', `/api/files/${planted.files[0] ?? ''}`), ['photo', 'photo'], 'the file’s bytes, and its name in a header')
  assert.deepEqual((await heard('stranger', `/api/matters/${hidden?.id ?? ''}`)).toSorted(), ['code', 'name', 'phone', 'photo', 'text'], 'one’s own')
  assert.deepEqual((await heard('cityLead', `/api/matters/${hidden?.id ?? ''}`)).toSorted(), ['photo', 'text'], 'and to no post who it was')
  assert.deepEqual(await heard('deputy', `/api/matters/${near?.id ?? ''}`), [])
})

test('of thousands of calls that nobody can mean none is a fault of ours, and none is told what they may not know', async t => {
  const operations = operationsIn(JSON.parse((await world.app.inject('/openapi.json')).body))
  assert.ok(operations.length > 50)
  // What reads is where a leak would be, and most of all what gives one matter, its files, or finds it.
  const gives = ['/api/matters/{id}', '/api/files/{id}', '/api/matters', '/api/matters/search', '/api/follow']
  const shareOf = (operation: Operation): number => (!reads(operation) ? 1 : gives.includes(operation.path) ? 40 : 4)
  const share = calls / operations.reduce((sum, one) => sum + shareOf(one), 0)
  const there: There = {
    readers: readers.length + 1, ids: [matter.id, ...planted.matters.map(one => one.id)], files: planted.files,
    words: [matter.number, ...planted.matters.map(one => one.number), '青龙', '白虎', '1000', '藏名', '某甲'],
  }
  const [answers, allowed] = [new Map<number, number>(), new Map<string, number>()]
  t.diagnostic(`FUZZ_SEED=${seed}`)
  for (const [i, operation] of operations.entries()) {
    const cookies = ['', ...await Promise.all(readers.map(async name => (await world.as(name)).cookie))]
    await each(fc.sample(callsOf(operation, there), { numRuns: Math.ceil(share * shareOf(operation)), seed: seed + i }), async ({ reader, method, url, headers, payload }) => {
      const name = readers[reader - 1]
      const asked = `FUZZ_SEED=${seed} ${name ?? 'nobody'}: ${method} ${url} ${payload ?? ''}`
      const answer = await world.app.inject({ method: method as 'GET', url, headers: { ...headers, cookie: cookies[reader] ?? '' }, ...(payload !== undefined && { payload }) })
      answers.set(answer.statusCode, (answers.get(answer.statusCode) ?? 0) + 1)
      holds(answer, asked)
      for (const secret of secretsIn(planted, answer)) {
        assert.ok(await mayKnow(world, name && people[name], secret), `${secret.mark} is told\n${asked}\n${answer.body}`)
        allowed.set(secret.mark, (allowed.get(secret.mark) ?? 0) + 1)
      }
    })
  }
  const sent = [...answers.values()].reduce((sum, n) => sum + n, 0)
  t.diagnostic(`${sent} calls over ${operations.length} operations; answers ${[...answers].toSorted(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`).join(', ')}; secrets told to who may know them ${[...allowed.values()].reduce((sum, n) => sum + n, 0)} times`)
  assert.ok(sent >= calls)
  assert.ok((answers.get(200) ?? 0) > sent / 50, 'some calls come near enough to be answered')
  assert.ok(allowed.size > calls / 3000, 'what is secret was read by who may')
})

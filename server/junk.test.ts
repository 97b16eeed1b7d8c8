import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { isObject } from '../kernel/words.ts'
import { openTestSite, type TestSite } from '../test/helpers/site.ts'
import type { Problem } from './wire.ts'

const often = 100_000
let world: TestSite
let matter: { readonly id: string; readonly number: string }
before(async () => {
  world = await openTestSite({ limits: { follow: often, upload: often, search: often, similar: often } })
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

const told = fc.constantFrom(
  '\0', 'a\0b', '\x7f', '\ud800', '%', '%00', '%E0%A4%A', "'", '"', '\\', '../..', '__proto__', 'constructor', 'toString', '-1', '0', '1e999', 'NaN', 'null', 'true', '9'.repeat(30), '2147483648',
  '𠮷'.repeat(30), 'x'.repeat(2500), '630202001001', '630202', '6302', '0', '630202001001/committee', '630202/x', 'category:waste', 'request', 'party', 'region', '2026-02-31', '2026-06-08', '1389722123', '13897221234', '路灯', ' ', '',
)
const text = fc.oneof(told, told, fc.string({ unit: 'binary', maxLength: 30 }), fc.constant('').map(() => randomUUID()), fc.constant('').map(() => matter.id), fc.constant('').map(() => matter.number))
const value: fc.Arbitrary<unknown> = fc.oneof(
  text, text, fc.constantFrom(null, true, false, 0, 1, -1, 2 ** 31, 2 ** 53, 1e300, 0.5, [], {}), fc.integer(), fc.array(text, { maxLength: 3 }), fc.dictionary(text, text, { maxKeys: 3 }), fc.jsonValue({ maxDepth: 2 }),
)

/** Values by name: those that are known, mostly, and now and then one that is not. */
const named = (names: readonly string[], of: fc.Arbitrary<unknown>): fc.Arbitrary<{ readonly [name: string]: unknown }> =>
  fc.tuple(fc.subarray([...names]).chain(some => fc.tuple(...some.map(name => of.map(one => [name, one] as const)))), fc.option(fc.tuple(text, of), { freq: 5 }))
    .map(([own, odd]) => Object.fromEntries([...own, ...(odd ? [odd] : [])]))

type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header' }
type Operation = { readonly parameters: readonly Parameter[]; readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: unknown } } } }

const propertiesOf = (schema: unknown): readonly string[] => {
  if (!isObject(schema)) return []
  if (Array.isArray(schema['oneOf'])) return [...new Set(schema['oneOf'].flatMap(propertiesOf))]
  return isObject(schema['properties']) ? Object.keys(schema['properties']) : []
}
const inputOf = (schema: unknown): unknown => (isObject(schema) && isObject(schema['properties']) ? schema['properties']['input'] : undefined)

const bodyOf = ({ requestBody }: Operation): fc.Arbitrary<string> => {
  const { schema } = requestBody?.content['application/json'] ?? {}
  const within = isObject(schema) && Array.isArray(schema['oneOf']) ? schema['oneOf'].flatMap(one => propertiesOf(inputOf(one))) : propertiesOf(inputOf(schema))
  const whole = fc.record({ seq: fc.oneof(fc.constant(1), value), input: named([...new Set(within)], value) }).map(one => (within.length === 0 ? { input: one.input, seq: one.seq } : one))
  const body = propertiesOf(schema).includes('input') ? whole.map(one => (propertiesOf(schema).includes('seq') ? one : { input: one.input })) : named(propertiesOf(schema), value)
  return fc.oneof({ weight: 6, arbitrary: body.map(one => JSON.stringify(one)) }, { weight: 1, arbitrary: value.map(one => JSON.stringify(one)) }, { weight: 1, arbitrary: text })
}

const escaped = (one: unknown): string => encodeURIComponent(String(one).toWellFormed())

test('no junk sent to any route is ever a fault of ours, and every refusal is problem details', async () => {
  const { paths } = JSON.parse((await world.app.inject('/openapi.json')).body) as { readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } } }
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
  assert.ok(operations.length > 40)
  for (const { path, method, operation } of operations) {
    const readers = [world.anybody(), ...await Promise.all((['resident', 'dispatcher', 'handler', 'deputy', 'cityLead'] as const).map(name => world.as(name)))]
    const names = (where: Parameter['in']): readonly string[] => operation.parameters.filter(one => one.in === where).map(one => one.name)
    const upload = operation.requestBody?.content['multipart/form-data'] !== undefined
    const asked = fc.record({
      reader: fc.constantFrom(...readers), key: fc.oneof({ weight: 5, arbitrary: fc.constant('').map(() => randomUUID()) }, { weight: 1, arbitrary: fc.constantFrom('', 'x', '\x80') }),
      path: fc.tuple(...names('path').map(name => fc.oneof({ weight: 3, arbitrary: fc.constant(name).map(one => (one === 'id' ? matter.id : one === 'region' ? '630202001' : 'gov')) }, { weight: 1, arbitrary: text }).map(one => [name, one] as const))),
      query: named(names('query'), text), body: bodyOf(operation), type: fc.oneof({ weight: 9, arbitrary: fc.constant(upload ? 'multipart/form-data; boundary=e' : 'application/json') }, { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/json; charset=x', 'multipart/form-data', '') }),
    })
    await fc.assert(fc.asyncProperty(asked, async one => {
      const at = one.path.reduce((url, [name, part]) => url.replace(`{${name}}`, escaped(part)), path)
      const query = Object.entries(one.query).map(([name, part]) => `${escaped(name)}=${escaped(part)}`).join('&')
      const url = query === '' ? at : `${at}?${query}`
      const payload = upload ? `--e\r\nContent-Disposition: form-data; name="file"; filename=${JSON.stringify(one.body.slice(0, 20))}\r\n\r\n${one.body}\r\n--e--\r\n` : one.body
      const headers = { cookie: one.reader.cookie, 'x-requested-with': 'shanzhi', 'idempotency-key': one.key }
      const answer = await world.app.inject(method === 'get' ? { method: 'GET', url, headers } : { method: 'POST', url, headers: { ...headers, 'content-type': one.type }, payload })
      holds(answer, `${method} ${url} ${method === 'get' ? '' : payload}`)
    }), { numRuns: 25 })
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'

type Parameter = { readonly name: string; readonly in: string; readonly schema: { readonly type?: string; readonly enum?: readonly string[]; readonly pattern?: string; readonly format?: string } }
type Operation = { readonly parameters: readonly Parameter[] }

/** What an address may hold though it could spell a name or a phone, and why that is nobody's. */
const allowed: { readonly [parameter: string]: string } = {
  'GET /api/regions q': 'names of places',
  'GET /api/regions parent': 'codes of places are digits',
  'GET /api/offices q': 'names of offices',
  'GET /api/offices region': 'codes of places are digits',
  'GET /api/offices/{region}/{kind}/people region': 'codes of places are digits',
  'GET /api/matters region': 'codes of places are digits',
  'GET /api/matters procedure': 'names of declarations, which may hold digits',
  'GET /api/matters stage': 'names of declarations, which may hold digits',
  'GET /api/matters cursor': 'signed, and made of a date and an id',
  'GET /api/notices cursor': 'signed, and made of a date and an id',
  'GET /api/board region': 'codes of places are digits',
  'GET /api/board procedure': 'a name of a declaration; any other is refused',
  'GET /api/route region': 'codes of places are digits',
  'GET /api/route category': 'a code of the register; any other is refused',
  'GET /api/reference/route region': 'codes of places are digits',
  'GET /api/reference/route category': 'a code of the register; any other finds nothing',
  'GET /api/sign-in/refusals/{code} code': 'a code of a refusal; any other is not found',
  'GET /api/sign-in/sso next': 'a page of ours to come back to; the pages put nothing personal into addresses',
  'GET /api/me/readings cursor': 'signed, and made of a date and an id',
  'GET /api/readings region': 'codes of places are digits',
  'GET /api/readings cursor': 'signed, and made of a date and an id',
  'GET /api/people village': 'codes of places are digits',
  'GET /api/people cursor': 'signed, and made of an id',
  'GET /api/summons county': 'codes of places are digits',
  'GET /api/criticisms region': 'codes of places are digits',
  'GET /api/deliberations region': 'codes of places are digits',
  'GET /api/emergencies region': 'codes of places are digits',
  'GET /api/duties/targets region': 'codes of places are digits',
  'GET /api/grids region': 'codes of places are digits',
  'GET /api/grids procedure': 'a name of a declaration; any other is refused',
  'GET /api/grids/matters region': 'codes of places are digits',
  'GET /api/grids/matters procedure': 'names of declarations, which may hold digits',
  'GET /api/grids/matters stage': 'names of declarations, which may hold digits',
  'GET /api/grids/matters cursor': 'signed, and made of a date and an id',
  'GET /api/grids/cover region': 'codes of places are digits',
  'GET /api/deliberations/year.docx region': 'codes of places are digits',
  'GET /api/deliberations/year.html region': 'codes of places are digits',
  'GET /api/disputes/warnings region': 'codes of places are digits',
  'GET /api/disputes/figures region': 'codes of places are digits',
  'GET /api/mediation-subsidies county': 'codes of places are digits',
  'GET /api/mediation-subsidies.xlsx county': 'codes of places are digits',
  'GET /api/mediation region': 'codes of places are digits',
  'GET /api/mediation/load region': 'codes of places are digits',
  'GET /api/advisers region': 'codes of places are digits',
  'GET /api/advisers/map region': 'codes of places are digits',
  'GET /api/visits region': 'codes of places are digits',
  'GET /api/points village': 'codes of places are digits',
  'GET /api/points/ledger village': 'codes of places are digits',
  'GET /api/points/ledger.xlsx village': 'codes of places are digits',
  'GET /api/grid-workers region': 'codes of places are digits',
  'GET /api/subsidies region': 'codes of places are digits',
  'GET /api/subsidies.xlsx region': 'codes of places are digits',
  'GET /api/households village': 'codes of places are digits',
  'GET /api/work-lists region': 'codes of places are digits',
  'GET /api/burden region': 'codes of places are digits',
  'GET /api/burden/issuers region': 'codes of places are digits',
  'GET /api/burden/calendar region': 'codes of places are digits',
  'GET /api/burden/tasks region': 'codes of places are digits',
  'GET /api/burden/tasks cursor': 'signed, and made of a date and an id',
  'GET /api/burden/tasks.xlsx region': 'codes of places are digits',
  'GET /api/burden/refused region': 'codes of places are digits',
  'GET /api/burden/refused cursor': 'signed, and made of a date and an id',
  'GET /api/burden/village-data village': 'codes of places are digits',
  'GET /api/posts region': 'codes of places are digits',
  'GET /api/posts cursor': 'signed, and made of a name’s place in the list and an id',
  'GET /api/accounts region': 'codes of places are digits',
  'GET /api/deliveries/dead cursor': 'signed, and made of a date and an id',
  'GET /api/accounts cursor': 'signed, and made of a date and an id',
  'GET /api/reference/route cursor': 'signed, and made of a rule and its rank',
}

/** What must not come to stand in an address: a name, a phone, a citizen's number. */
const personal = ['王小明', '13897221234', '630202199001011234']

const spells = ({ schema }: Parameter): boolean =>
  schema.type === 'string' && schema.enum === undefined && schema.format !== 'uuid' && personal.some(one => schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(one))

let world: TestSite
let operations: readonly (readonly [name: string, Operation])[]
before(async () => {
  world = await openTestSite()
  const { paths } = JSON.parse((await world.app.inject('/openapi.json')).body) as { readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } } }
  operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const))
})
after(() => world.close())

test('no address takes what may name a person, but those listed here with a reason', () => {
  const free = operations.filter(([name]) => name.startsWith('GET ')).flatMap(([name, { parameters }]) => parameters.filter(spells).map(one => `${name} ${one.name}`))
  assert.deepEqual(free.filter(one => allowed[one] === undefined), [])
  assert.deepEqual(Object.keys(allowed).filter(one => !free.includes(one)), [], 'no reason outlives its parameter')
})

test('what changes something has no query at all', () => {
  assert.deepEqual(operations.filter(([name, { parameters }]) => !name.startsWith('GET ') && parameters.some(one => one.in === 'query')).map(([name]) => name), [])
})

test('words, codes and texts are refused in an address, and taken in a body', async () => {
  const dispatcher = await world.as('dispatcher')
  const asked = [['/api/matters', '/api/matters/search', { q: '王小明' }], ['/api/matters', '/api/matters/search', { term: 'category:waste' }],
    ['/api/follow', '/api/follow', { number: '630202-26-0000001', code: 'AAAAAAAAAA' }], ['/api/similar', '/api/similar', { text: '王小明家漏水', place: '630202001001' }]] as const
  for (const [address, body, values] of asked) {
    assert.ok([400, 404].includes((await dispatcher.get(`${address}?${new URLSearchParams(values).toString()}`)).status), address)
    const answer = await dispatcher.post<{ readonly code?: string }>(body, values)
    assert.ok(answer.status === 200 || (body === '/api/follow' && answer.body.code === 'not-found'), answer.text)
  }
})

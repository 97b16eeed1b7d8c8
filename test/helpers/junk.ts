import fc from 'fast-check'
import { isObject } from '../../kernel/words.ts'

/** Calls that no page of ours would make: of each route in turn, with its own names and with values of all kinds. */

type Parameter = { readonly name: string; readonly in: 'path' | 'query' | 'header' }
type Described = { readonly parameters: readonly Parameter[]; readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: unknown } } } }
export type Operation = { readonly path: string; readonly method: string; readonly described: Described }

/** What can be called: an address, and how. `known` says which reader's cookie goes along, by number. */
export type Call = { readonly method: string; readonly url: string; readonly headers: { readonly [name: string]: string }; readonly payload?: string; readonly reader: number }

/** What is known to be there, for calls that come near to being right. */
export type There = { readonly readers: number; readonly ids: readonly string[]; readonly words: readonly string[]; readonly files: readonly string[] }

/** Whether an operation only reads, by its address where that is asked with a body. */
export const reads = ({ method, path }: Operation): boolean => method === 'get' || ['/api/matters/search', '/api/follow', '/api/similar'].includes(path)

/** Routes that the description of the API leaves out, and an address that is nowhere. */
const others: readonly Operation[] = ['/healthz', '/readyz', '/metrics', '/openapi.json', '/{page}', '/desk/{page}', '/assets/{page}', '/api/{page}', '/api/matters/{id}/{page}/{page}'].map(path =>
  ({ path, method: 'get', described: { parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({ name, in: 'path' as const })) } }))

export const operationsIn = (document: unknown): readonly Operation[] => {
  const { paths } = document as { readonly paths: { readonly [path: string]: { readonly [method: string]: Described } } }
  return [...Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => ({ path, method, described }))), ...others]
}

const odd = [
  '\0', 'a\0b', '\x7f', '\ud800', '%', '%00', '%E0%A4%A', "'", '"', '\\', '../..', '__proto__', 'constructor', 'toString', '-1', '0', '1', '2', '1e999', 'NaN', 'null', 'true', '9'.repeat(30), '2147483648',
  '𠮷'.repeat(30), 'x'.repeat(2500), '630202001001', '630203001001', '630202', '6302', '630202001/gov', '630202001/centre', '630203/centre', '630202001001/committee', '630202/x', 'category:waste', 'waste', 'fixed', 'cannot',
  'request', 'party', 'region', 'office', 'late', '2026-02-31', '2026-06-08', '1389722123', '13897221234', '路灯', '桥头有人倾倒', ' ', '',
]

const textOf = ({ ids, words, files }: There): fc.Arbitrary<string> => {
  const told = fc.constantFrom(...odd, ...ids, ...words, ...files)
  return fc.oneof(told, told, fc.string({ unit: 'binary', maxLength: 30 }), fc.uuid())
}

const valueOf = (text: fc.Arbitrary<string>): fc.Arbitrary<unknown> => fc.oneof(
  text, text, fc.constantFrom(null, true, false, 0, 1, -1, 2 ** 31, 2 ** 53, 1e300, 0.5, [], {}), fc.integer(), fc.array(text, { maxLength: 3 }), fc.dictionary(text, text, { maxKeys: 3 }), fc.jsonValue({ maxDepth: 2 }),
)

/** Values by name: those that are known, mostly, and now and then one that is not. */
const named = (names: readonly string[], of: fc.Arbitrary<unknown>, text: fc.Arbitrary<string>): fc.Arbitrary<{ readonly [name: string]: unknown }> =>
  fc.tuple(fc.subarray([...names]).chain(some => fc.tuple(...some.map(name => of.map(one => [name, one] as const)))), fc.option(fc.tuple(text, of), { freq: 5 }))
    .map(([own, more]) => Object.fromEntries([...own, ...(more ? [more] : [])]))

const propertiesOf = (schema: unknown): readonly string[] => {
  if (!isObject(schema)) return []
  if (Array.isArray(schema['oneOf'])) return [...new Set(schema['oneOf'].flatMap(propertiesOf))]
  return isObject(schema['properties']) ? Object.keys(schema['properties']) : []
}
const inputOf = (schema: unknown): unknown => (isObject(schema) && isObject(schema['properties']) ? schema['properties']['input'] : undefined)

const bodyOf = ({ requestBody }: Described, text: fc.Arbitrary<string>): fc.Arbitrary<string> => {
  const value = valueOf(text)
  const { schema } = requestBody?.content['application/json'] ?? {}
  const within = isObject(schema) && Array.isArray(schema['oneOf']) ? schema['oneOf'].flatMap(one => propertiesOf(inputOf(one))) : propertiesOf(inputOf(schema))
  const whole = fc.record({ seq: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), value), input: named([...new Set(within)], value, text) })
  const body = propertiesOf(schema).includes('input') ? whole.map(one => (propertiesOf(schema).includes('seq') ? one : { input: one.input })) : named(propertiesOf(schema), value, text)
  return fc.oneof({ weight: 6, arbitrary: body.map(one => JSON.stringify(one)) }, { weight: 1, arbitrary: value.map(one => JSON.stringify(one)) }, { weight: 1, arbitrary: text })
}

const escaped = (one: unknown): string => encodeURIComponent(String(one).toWellFormed())

/** Rarely another. */
const mostly = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, weight = 6): fc.Arbitrary<T> => fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare })

const partOf = (name: string, path: string, there: There, text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  mostly(fc.constantFrom(...(name === 'id' ? path.startsWith('/api/files/') ? there.files : there.ids : name === 'region' ? ['630202001', '630203'] : ['gov', 'centre'])), text, 3)

/** Calls of one operation. */
export const callsOf = ({ path, method, described }: Operation, there: There): fc.Arbitrary<Call> => {
  const text = textOf(there)
  const names = (where: Parameter['in']): readonly string[] => described.parameters.filter(one => one.in === where).map(one => one.name)
  const upload = described.requestBody?.content['multipart/form-data'] !== undefined
  const language = mostly(fc.constantFrom('zh', 'en'), text.map(escaped))
  return fc.record({
    reader: fc.nat({ max: there.readers - 1 }), key: mostly(fc.uuid(), fc.constantFrom('', 'x', '\x80')), language,
    bearer: mostly(fc.constant(''), text.map(one => `Bearer ${escaped(one)}`), 20),
    parts: fc.tuple(...names('path').map(name => partOf(name, path, there, text).map(one => [name, one] as const))),
    query: mostly(named(names('query'), text, text), fc.constant<{ readonly [name: string]: unknown }>({}), 2), body: bodyOf(described, text),
    type: mostly(fc.constant(upload ? 'multipart/form-data; boundary=e' : 'application/json'), fc.constantFrom('text/plain', 'application/json; charset=x', 'multipart/form-data', ''), 9),
    how: mostly(fc.constant(method.toUpperCase()), fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'), 30),
  }).map(({ reader, key, language: spoken, bearer, parts, query, body, type, how }): Call => {
    const at = parts.reduce((url, [name, part]) => url.replace(`{${name}}`, escaped(part)), path)
    const asked = Object.entries(query).map(([name, part]) => `${escaped(name)}=${escaped(part)}`).join('&')
    const headers = { 'x-requested-with': 'shanzhi', 'idempotency-key': key, 'accept-language': spoken, ...(bearer !== '' && { authorization: bearer }) }
    const payload = upload ? `--e\r\nContent-Disposition: form-data; name="file"; filename=${JSON.stringify(body.slice(0, 20))}\r\n\r\n${body}\r\n--e--\r\n` : body
    const url = asked === '' ? at : `${at}?${asked}`
    return how === 'GET' || how === 'OPTIONS' ? { method: how, url, headers, reader } : { method: how, url, headers: { ...headers, 'content-type': type }, payload, reader }
  })
}

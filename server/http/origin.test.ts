import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { Problem } from '../wire.ts'

let world: TestSite
let writing: readonly string[]
before(async () => {
  world = await openTestSite()
  const { paths } = JSON.parse((await world.app.inject('/openapi.json')).body) as { readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } } }
  writing = Object.entries(paths).flatMap(([path, methods]) => (Object.keys(methods).some(method => method !== 'get') ? [path.replaceAll(/\{\w+\}/g, 'x')] : []))
})
after(() => world.close())

test('no route that is not a GET hears a page of another site, signed in or not', async () => {
  assert.ok(writing.length > 30)
  const { cookie } = await world.as('dispatcher')
  const ours = { 'x-requested-with': 'shanzhi' }
  const foreign: readonly (readonly [why: string, headers: Record<string, string>])[] = [
    ['a form', { cookie, 'content-type': 'application/x-www-form-urlencoded' }], ['a script', { cookie, 'content-type': 'text/plain' }], ['an odd header', { cookie, 'x-requested-with': 'XMLHttpRequest' }],
    ['another site', { ...ours, cookie, 'sec-fetch-site': 'cross-site' }], ['a neighbouring site', { ...ours, cookie, 'sec-fetch-site': 'same-site' }], ['nobody', {}],
  ]
  for (const url of writing) {
    for (const [why, headers] of foreign) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        const reply = await world.app.inject({ method, url, headers, payload: '{}' })
        assert.deepEqual([reply.statusCode, (JSON.parse(reply.body) as Problem).code], [403, 'csrf'], `${method} ${url} from ${why}`)
      }
    }
    const own = await world.app.inject({ method: 'POST', url, headers: { ...ours, cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }, payload: '{}' })
    assert.notEqual((JSON.parse(own.body) as Partial<Problem>).code, 'csrf', url)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { Problem } from '../wire.ts'

const withSite = async (wish: Parameters<typeof openTestSite>[0], work: (world: TestSite) => Promise<void>): Promise<void> => {
  const world = await openTestSite(wish)
  try {
    await work(world)
  } finally {
    await world.close()
  }
}

type From = { readonly address?: string; readonly forwarded?: string; readonly cookie?: string; readonly method?: 'GET' | 'POST'; readonly payload?: object }

/** One request from an address, through a proxy where `forwarded` says for whom. */
const from = async (world: TestSite, url: string, { address = '192.0.2.1', forwarded, cookie, method = 'GET', payload = {} }: From) => {
  const headers = { 'x-requested-with': 'shanzhi', ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }), ...(cookie !== undefined && { cookie }) }
  return world.app.inject({ method, url, remoteAddress: address, headers, ...(method === 'POST' && { payload }) })
}

const statuses = async (times: number, ask: (i: number) => Promise<{ readonly statusCode: number }>): Promise<string> => {
  let said = ''
  for (let i = 0; i < times; i += 1) said += (await ask(i)).statusCode === 429 ? 'x' : '.'
  return said
}

test('an account that has asked too often is refused at every route, told why and how long, and nobody else is', () => withSite({ limits: { account: 5 } }, async world => {
  const [resident, again, neighbour] = [await world.as('resident'), await world.as('resident'), await world.as('neighbour')]
  assert.equal(await statuses(6, i => from(world, '/api/me', { cookie: (i % 2 === 0 ? resident : again).cookie, address: `192.0.2.${i}` })), '.....x', 'by account, wherever and however often it signed in')
  const { paths } = JSON.parse((await world.app.inject('/openapi.json')).body) as { readonly paths: { readonly [path: string]: { readonly [method: string]: unknown } } }
  const routes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map(method => [method.toUpperCase() as 'GET' | 'POST', path.replaceAll(/\{\w+\}/g, 'x')] as const))
  assert.ok(routes.length > 40)
  for (const [method, url] of [...routes, ['GET', '/api/nothing'] as const, ['POST', '/api/nothing'] as const]) {
    const reply = await from(world, url, { cookie: resident.cookie, method })
    const problem = JSON.parse(reply.body) as Problem
    assert.deepEqual([reply.statusCode, problem.code, problem.status], [429, 'too-many', 429], `${method} ${url}`)
    assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
    const wait = Number(reply.headers['retry-after'])
    assert.ok(wait > 0 && wait <= 60, url)
    assert.ok(problem.words.zh.includes(`${wait} 秒`) && problem.words.en.includes(`${wait} seconds`), reply.body)
  }
  assert.equal((await neighbour.get('/api/me')).status, 200)
}))

test('where nobody is signed in the address is counted, of IPv6 the network, at pages and refusals as well', () => withSite({ limits: { address: 5 } }, async world => {
  const urls = ['/api/regions', '/', '/api/me', '/openapi.json', '/api/nothing', '/field/']
  assert.equal(await statuses(6, i => from(world, urls[i] ?? '', {})), '.....x')
  assert.equal(await statuses(6, i => from(world, '/api/me', { address: '192.0.2.2', cookie: `shanzhi=forged-${i}` })), '.....x', 'a forged cookie is nobody')
  assert.equal(await statuses(6, i => from(world, '/api/regions', { address: `2001:db8::${i}` })), '.....x')
  assert.equal(await statuses(2, i => from(world, '/api/regions', { address: `2001:db8:0:${i + 1}::1` })), '..')
  assert.equal(await statuses(6, i => from(world, '/api/regions', { address: i % 2 === 0 ? '192.0.2.3' : '::ffff:192.0.2.3' })), '.....x', 'one address in two spellings is one')
  assert.equal((await from(world, '/healthz', {})).statusCode, 200)
  assert.equal(await statuses(9, () => from(world, '/readyz', {})), '.........', 'what watches over the server is not shut out')
}))

test('a caller can’t choose the address it is counted under', () => withSite({ limits: { address: 5 } }, async world => {
  assert.equal(await statuses(6, i => from(world, '/api/regions', { forwarded: `198.51.100.${i}` })), '.....x')
}))

test('behind a trusted proxy it is whom the proxy speaks for that is counted', () => withSite({ limits: { address: 5, follow: 2 }, trustProxy: '10.0.0.0/8' }, async world => {
  assert.equal(await statuses(8, i => from(world, '/api/regions', { address: '10.0.0.1', forwarded: `198.51.100.${i}` })), '........')
  assert.equal(await statuses(6, i => from(world, '/api/regions', { address: '10.0.0.1', forwarded: `203.0.113.${i}, 198.51.100.77` })), '.....x', 'what a caller puts before its own address counts for nothing')
  assert.equal(await statuses(6, i => from(world, '/api/regions', { address: '192.0.2.1', forwarded: `198.51.100.${i}` })), '.....x', 'who is no proxy speaks for nobody')
  const guess = (forwarded: string) => from(world, '/api/follow', { address: '10.0.0.1', forwarded, method: 'POST', payload: { number: '630202-26-0000001', code: 'AAAAAAAAAA' } })
  assert.equal(await statuses(3, () => guess('198.51.100.9')) + await statuses(3, () => guess('198.51.100.8')), '..x..x', 'the smaller limits as well')
}))

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'

const withSite = async (publicUrl: string, work: (world: TestSite) => Promise<void>): Promise<void> => {
  const world = await openTestSite({ publicUrl })
  try {
    await work(world)
  } finally {
    await world.close()
  }
}

/** Addresses of every kind: pages, the API read and refused, what is not there, what no router reads. */
const urls = ['/', '/desk/matter/1', '/api/me', '/api/regions', '/api/nothing', '/openapi.json', '/healthz', '/missing.js', '/api/matters/%E0%A4%A']

const always: { readonly [name: string]: RegExp } = {
  'content-security-policy': /default-src 'self'.*script-src 'self';.*object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'/,
  'x-frame-options': /^DENY$/, 'x-content-type-options': /^nosniff$/, 'referrer-policy': /^same-origin$/, 'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /geolocation=\(self\), camera=\(self\), microphone=\(self\), payment=\(\), usb=\(\)/,
}

test('every answer guards its reader, and with https holds the browser to it', async () => {
  for (const secure of [false, true]) {
    await withSite(secure ? 'https://shanzhi.example' : 'http://localhost', async world => {
      for (const url of urls) {
        const { headers } = await world.app.inject(url)
        for (const [name, value] of Object.entries(always)) assert.match(String(headers[name]), value, `${name} of ${url}`)
        const strict = [headers['strict-transport-security'], headers['cross-origin-opener-policy']]
        assert.deepEqual(strict, secure ? ['max-age=31536000; includeSubDomains', 'same-origin'] : [undefined, undefined], url)
        assert.equal(headers['x-powered-by'] ?? headers['server'], undefined, 'what serves is nobody’s business')
        if (url.startsWith('/api/')) assert.equal(headers['cache-control'], 'no-store', url)
      }
    })
  }
})

test('the cookie is for this host alone, for no script, and for no other site', () => withSite('https://shanzhi.example', async world => {
  const reply = await world.app.inject({ method: 'POST', url: '/api/demo/sign-in', headers: { 'x-requested-with': 'shanzhi' }, payload: { person: 'resident' } })
  const parts = String(reply.headers['set-cookie']).split('; ')
  assert.match(parts[0] ?? '', /^__Host-shanzhi=./)
  assert.deepEqual(parts.slice(1).toSorted(), ['HttpOnly', 'Max-Age=604800', 'Path=/', 'SameSite=Lax', 'Secure'], 'no Domain among them')
}))

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { arrived } from './helpers/look.ts'
import type { Who } from './helpers/people.ts'
import { scenes } from './helpers/scene.ts'

// The content policy on real pages: nothing of ours breaks it, and what breaks it does not run.
const scene = scenes()

/** What the browser said was against the policy, kept where a page's own scripts can't take it away: told to us at once. */
const breaches = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  await page.exposeBinding('breached', (_, what: string) => { found.push(what) })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      void (window as unknown as { breached(what: string): Promise<void> }).breached(`${location.pathname}: ${event.effectiveDirective} ${event.blockedURI}`)
    })
  })
  return found
}

const walks: readonly (readonly [who: Who, addresses: readonly string[]])[] = [
  ['resident', ['/', '/report', '/report/where', '/report/send', '/matters', '/follow', '/regulation', '/regulation/21', '/nowhere']],
  ['gridWorker', ['/field/', '/field/matters', '/field/report', '/field/nowhere']],
  ['dispatcher', ['/desk/', '/desk/matters', '/desk/area', '/desk/new/request/report', '/desk/registers/regions', '/desk/registers/routing', '/desk/law/21', '/desk/settings', '/desk/nowhere']],
]

scene('no page of any door does what the policy forbids, nor holds a script of its own', async world => {
  for (const [who, addresses] of walks) {
    const page = await world.as(who)
    const found = await breaches(page)
    for (const at of addresses) {
      const answer = await page.goto(at)
      await arrived(page)
      const html = await answer?.text() ?? ''
      assert.match(html, /<script [^>]*src="\/assets\//, at)
      assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|\son\w+=|javascript:/i, `${at} holds no script and no handler`)
      const headers = answer?.headers() ?? {}
      assert.match(headers['content-security-policy'] ?? '', /script-src 'self';.*frame-ancestors 'none'/, at)
    }
    const first = page.getByRole('list').getByRole('link', { name: /\d{6}-\d{2}-\d{7}/ }).first()
    await page.goto(addresses[0] ?? '/')
    await arrived(page)
    if (await first.count() > 0) {
      await first.click()
      await arrived(page)
    }
    assert.deepEqual(found, [], who)
  }
})

scene('a script put into a page does not run, and is told', async world => {
  const page = await world.as('resident')
  const found = await breaches(page)
  await page.goto('/')
  await arrived(page)
  // A window of the test alone: what is complained of here is what is looked for.
  page.removeAllListeners('console')
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'window.ran = true')
    image.src = 'data:image/png;base64,none'
    document.body.append(image)
    await new Promise(resolve => { setTimeout(resolve, 300) })
    return 'ran' in window
  })
  assert.equal(ran, false)
  assert.ok(found.some(one => one.includes('script-src-elem inline')), found.join())
  assert.ok(found.some(one => one.includes('script-src-attr inline')), found.join())
})

scene('no page of ours is shown inside another site’s', async world => {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<iframe src="${world.url}/follow"></iframe>`))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    const bound = server.address()
    const page = await world.open('desk')
    page.removeAllListeners('console')
    await page.goto(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port ?? 0 : 0}/`)
    const [, frame] = page.frames()
    await frame?.waitForLoadState().catch(() => undefined)
    assert.ok(frame)
    assert.equal(await frame.getByRole('heading').count(), 0)
    assert.match(frame.url(), /^chrome-error:/)
  } finally {
    server.close()
  }
})

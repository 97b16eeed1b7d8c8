import assert from 'node:assert/strict'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signIn } from '../helpers/people.ts'
import { sees } from '../helpers/see.ts'
import type { Valley } from './valley.ts'

/** Stands before the server; once `newer`, it gives out the pages of a later version. */
const before = async (url: string) => {
  let newer = false
  const changed = (path: string, text: string): string =>
    (path === '/field/sw.js' ? text.replace(/version:(["'`])[0-9a-f]{12}\1/, 'version:$1ffffffffffff$1') : text.replace('<title>善治 · 网格</title>', '<title>善治 · 网格</title><meta name="edition" content="2" />'))
  const server = createServer((asked, answer) => {
    const path = (asked.url ?? '/').split('?')[0] ?? '/'
    const { 'if-none-match': _tag, 'if-modified-since': _since, ...heads } = asked.headers
    const on = request(new URL(asked.url ?? '/', url), { method: asked.method, headers: { ...heads, 'accept-encoding': 'identity' } }, given => {
      if (newer && (path === '/field/sw.js' || path === '/field/index.html')) {
        const parts: Buffer[] = []
        given.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
          const { 'content-length': _, etag: __, 'last-modified': ___, ...headers } = given.headers
          answer.writeHead(200, headers).end(changed(path, Buffer.concat(parts).toString()))
        })
        return
      }
      answer.writeHead(given.statusCode ?? 502, given.headers)
      given.pipe(answer)
    })
    on.on('error', () => answer.destroy())
    asked.pipe(on)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, renew: () => { newer = true }, close: () => server.close() }
}

export const version = (valley: Valley): void => {
  valley.tell('a new version is said and waits; taken over, every tab opens anew with page and code of one make, and what was typed is there', async () => {
    const front = await before(valley.site().url)
    const context = await valley.phone(front.url)
    const page = await context.newPage()
    await signIn(page, 'gridWorker')
    await page.evaluate('navigator.serviceWorker.ready')
    const other = await context.newPage()
    await other.goto('/field/report')
    await other.getByLabel('什么事').fill('换版本时正写着的')
    const edition = (): Promise<string | null> => page.evaluate(() => document.querySelector('meta[name=edition]')?.getAttribute('content') ?? null)

    front.renew()
    await page.evaluate('navigator.serviceWorker.getRegistration().then(one => one.update())')
    await sees(page, '有新版本')
    await page.reload()
    await sees(page, '有新版本')
    assert.equal(await edition(), null, 'until it is taken over the old page stays whole, also when loaded anew')
    await page.getByRole('button', { name: '换用新版本' }).click()
    await page.waitForFunction(() => document.querySelector('meta[name=edition]') !== null)
    await other.waitForFunction(() => document.querySelector('meta[name=edition]') !== null)
    assert.equal(await other.getByLabel('什么事').inputValue(), '换版本时正写着的')
    assert.deepEqual((await page.evaluate(() => caches.keys())).filter(name => name.includes('ffffffffffff')).length, 1)
    await context.setOffline(true)
    await page.reload()
    assert.equal(await edition(), '2', 'and it opens cold')
    front.close()
  })
}

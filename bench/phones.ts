import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import type { Bench } from './parts/bench.ts'
import { here, loads, neighbours } from './parts/machine.ts'
import { list, table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { keep } from './parts/results.ts'
import { say } from './parts/say.ts'
import { freePort, untilAnswers } from './parts/serving.ts'
import { slow3g, slowLine, type SlowLine } from './parts/slow-line.ts'
import { median } from './parts/stats.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** How many times slower than this machine the phone reckons. */
const slower = 4

/** One thing somebody waits for: seconds, and what went over the line meanwhile. */
type Waited = { readonly what: string; readonly seconds: number; readonly down: number; readonly up: number; readonly asked: readonly string[] }

type Walk = (page: Page, picture: string, wait: (what: string, go: () => Promise<unknown>) => Promise<void>) => Promise<void>

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor()

/** Everything asked for is there. */
const filled = async (page: Page): Promise<void> => {
  await page.locator('main h1').first().waitFor()
  await page.locator('main .wait, main .bones').first().waitFor({ state: 'detached' })
}

/** A photo of some two megabytes, as phones take them. */
const photo = (page: Page): Promise<string> => page.evaluate<string>(`(() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2250 })
  const paper = canvas.getContext('2d')
  for (let i = 0; i < 9000; i += 1) {
    paper.fillStyle = 'hsl(' + (i * 47) % 360 + ' 60% ' + (30 + i % 50) + '%)'
    paper.fillRect((i * 977) % 3000, (i * 613) % 2250, 20 + (i % 180), 20 + (i % 120))
  }
  return canvas.toDataURL('image/jpeg', 0.92).split(',')[1]
})()`)

const attach = async (page: Page, bytes: string): Promise<void> => {
  await page.getByLabel('从相册选').first().setInputFiles({ name: 'IMG_0421.JPG', mimeType: 'image/jpeg', buffer: Buffer.from(bytes, 'base64') })
}

const field: Walk = async (page, picture, wait) => {
  await wait('first page, cold: something to read', async () => { await page.goto('/field/'); await heading(page, '今天') })
  await wait('… and its list', () => filled(page))
  await wait('the rest of the door, fetched behind it for when there is no signal', () => page.evaluate('navigator.serviceWorker.ready'))
  await wait('second load, list and all', async () => { await page.reload(); await heading(page, '今天'); await filled(page) })
  await wait('one matter', async () => { await page.locator('.list a.line').first().click(); await page.getByRole('heading', { name: '我能做什么' }).waitFor() })
  await wait('the form to report', async () => { await page.getByRole('link', { name: '报事' }).click(); await page.getByLabel('什么事').waitFor() })
  await page.getByLabel('什么事').fill('山路边坡落石，绕行不便')
  await wait('a photo taken in', async () => { await attach(page, picture); await page.getByText('已存在本机').waitFor() })
  await wait('sent: from pressing to being told', async () => { await page.getByRole('button', { name: '提交', exact: true }).click(); await page.waitForURL(/\/field\/(matters\/|outbox)/); await heading(page, /山路边坡落石|待发与离线/) })
  await wait('all of it at the office', () => page.locator('.strip').filter({ hasText: '没有未发送的' }).waitFor())
}

const home: Walk = async (page, picture, wait) => {
  await wait('first page, cold', async () => { await page.goto('/'); await heading(page, /什么事/) })
  await wait('… and everything on it', () => filled(page))
  await wait('second load', async () => { await page.reload(); await heading(page, /什么事/); await filled(page) })
  await wait('the form to report', async () => { await page.getByRole('link', { name: /报事/ }).first().click(); await page.getByLabel('把事情说一说').waitFor() })
  await page.getByLabel('把事情说一说').fill('山路边坡落石，绕行不便')
  await wait('a photo sent along', async () => { await attach(page, picture); await page.getByText('已上传').waitFor() })
  await wait('the other two pages', async () => { await page.getByRole('button', { name: '下一步：在哪里' }).click(); await page.getByRole('button', { name: '下一步：核对并提交' }).click(); await page.getByRole('button', { name: '提交', exact: true }).waitFor() })
  await wait('sent: from pressing to the slip', async () => { await page.getByRole('button', { name: '提交', exact: true }).click(); await page.waitForURL(/\/reported\//); await filled(page) })
}

/** Walks through a door once, on a phone that never saw it. */
const walkOnce = async (browser: Browser, line: SlowLine, who: string, walk: Walk): Promise<readonly Waited[]> => {
  const context = await browser.newContext({ baseURL: line.url, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  context.setDefaultTimeout(180_000)
  await context.request.post('/api/demo/sign-in', { data: { person: who }, headers: { 'X-Requested-With': 'shanzhi' } })
  const page = await context.newPage()
  const picture = await photo(page)
  const tools = await context.newCDPSession(page)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const waited: Waited[] = []
  const asked: string[] = []
  page.on('request', request => { const { pathname, search } = new URL(request.url()); if (pathname.startsWith('/api/')) asked.push(`${request.method()} ${pathname}${search}`) })
  await walk(page, picture, async (what, go) => {
    const before = line.carried()
    asked.length = 0
    const began = performance.now()
    await go()
    const after = line.carried()
    waited.push({ what, seconds: (performance.now() - began) / 1000, down: after.down - before.down, up: after.up - before.up, asked: [...asked] })
    say(`${who}: ${what} ${((performance.now() - began) / 1000).toFixed(1)} s, ${Math.round((after.down - before.down) / 1000)} kB down, ${asked.join(' ')}`)
  })
  await context.close()
  return waited
}

/** A demo city of its own, served as a first start would. */
const serve = async (folder: string): Promise<{ readonly port: number; stop(): Promise<void> }> => {
  const port = await freePort()
  const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn', DATABASE_URL: undefined, SECRET: undefined }
  const making = spawn(process.execPath, ['bin/shanzhi.ts', 'demo', '--matters', '300'], { cwd: root, env, stdio: 'ignore' })
  await once(making, 'exit')
  const child = spawn(process.execPath, ['bin/shanzhi.ts', 'serve'], { cwd: root, env, stdio: 'ignore' })
  await untilAnswers(`http://127.0.0.1:${port}/readyz`, performance.now(), 60_000, () => child.exitCode === null)
  return {
    port,
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

const rowsOf = (walks: readonly (readonly Waited[])[]): readonly (readonly string[])[] => (walks[0] ?? []).map(({ what, asked }, n) => {
  const all = walks.flatMap(walk => walk[n] ?? [])
  const kb = (bytes: readonly number[]): string => String(Math.round(median(bytes) / 1000))
  return [what, median(all.map(one => one.seconds)).toFixed(1), Math.max(...all.map(one => one.seconds)).toFixed(1), kb(all.map(one => one.down)), kb(all.map(one => one.up)), String(asked.length)]
})

const run = async (options: Options): Promise<void> => {
  const before = [here(), `Node ${process.version}; before measuring: load ${loads()}; others at work: ${neighbours()}`, `the line: ${slow3g.roundTrip} ms there and back, ${slow3g.bits / 1000} kbit/s each way, shared by page and service worker; the phone: this machine, ${slower} times slower; no TLS`]
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-bench-phones-'))
  const site = await serve(folder)
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--disable-gpu'], chromiumSandbox: false })
  try {
    const walks: { readonly [door: string]: (readonly Waited[])[] } = { field: [], home: [] }
    for (let n = 0; n < options.whole('rounds'); n += 1) {
      for (const [door, who, walk] of [['field', 'grid-worker', field], ['home', 'resident', home]] as const) {
        const line = await slowLine(site.port, slow3g)
        walks[door]?.push(await walkOnce(browser, line, who, walk))
        line.close()
      }
    }
    const head = ['what is waited for', 'median s', 'slowest s', 'kB down', 'kB up', 'questions']
    await keep('phones.md', [
      '# Both phone doors on slow 3G', list(before),
      `Walks through each door: ${options.whole('rounds')}. Each begins on a phone that never saw the site, signed in. Bytes are those on the wire, headers and compression included. A photo of 3000 × 2250 points is made smaller on the phone first.`,
      '## The field door', table(head, rowsOf(walks['field'] ?? [])), '## The home door', table(head, rowsOf(walks['home'] ?? [])),
    ].join('\n\n'))
  } finally {
    await browser.close()
    await site.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
  }
}

export const phones: Bench = {
  about: 'both phone doors on a slow 3G line and a slow phone: first page, second load, a report with a photo',
  options: { rounds: { preset: '3', about: 'walks through each door, of which the medians count' } },
  run,
}

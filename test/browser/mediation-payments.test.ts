import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { MatterView } from '../../server/wire.ts'
import { terms, wall } from '../dispute/begin.ts'
import { instant } from '../helpers/play.ts'
import { openTestSite, type TestSite } from '../helpers/site.ts'
import type { Name } from '../helpers/world.ts'
import { checkAxe } from './helpers/axe.ts'
import { openBrowser } from './helpers/browser.ts'
import { freePort } from './helpers/free-port.ts'
import { sees } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'
import { watch } from './helpers/watch.ts'
import { newContext, type Lang, type Screen } from './helpers/world.ts'

// What finance pays for mediations: from an approved claim to the list, and the workbook beside it.
const pages = fileURLToPath(new URL('../../dist', import.meta.url))
let world: TestSite
let browser: Browser
let url: string
const faults: string[] = []

before(async () => {
  if (!existsSync(pages)) throw new Error('the pages are not built: npm run build')
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  world = await openTestSite({ pages, publicUrl: url })
  await world.app.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await world.close()
})

const open = async (who: Name, screen: Screen, lang: Lang = 'zh'): Promise<Page> => {
  const context = await newContext(browser, url, screen, lang)
  const [name = '', value = ''] = (await world.as(who)).cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  watch(page, fault => faults.push(fault))
  await page.goto(`${url}/desk/registers/mediation?view=payments`)
  return page
}

const isClean = async (page: Page, name: string): Promise<void> => {
  await checkAxe(page)
  assert.deepEqual(await sideways(page), [], page.url())
  const folder = process.env['PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const does = async (who: Name, id: string, step: string, input: object = {}): Promise<void> => {
  const client = await world.as(who)
  const { body: { seq } } = await client.get<MatterView>(`/api/matters/${id}`)
  const answer = await client.step(`/api/matters/${id}/${step}`, { seq, input })
  assert.equal(answer.status, 200, answer.text)
}

const opens = async (who: Name, path: string, input: object): Promise<string> => {
  const { status, body, text } = await (await world.as(who)).step(path, { input })
  assert.equal(status, 200, text)
  return body.id
}

test('30.3: what was approved waits for finance; once paid it stands in its month, with its workbook; nobody else has the list', async () => {
  const page = await open('finance', 'desk')
  await sees(page, '没有待发放的调解补贴')
  await isClean(page, 'payments-none')

  world.setNow(instant('2026-06-08 10:00'))
  await does('finance', await opens('justice', '/api/mediation-subsidy-scheme/draft', { county: '630202', title: '人民调解案件补贴办法', instrument: '乐司〔2026〕8 号', amounts: [{ class: 'oral', fen: 5000 }, { class: 'ordinary', fen: 20_000 }], performance: false, staffBarred: true, since: '2026-06-08' }), 'adopt')
  const dispute = await opens('mediator', '/api/dispute/settleOnSpot', { headline: '排水争执就地化解', place: wall.place, about: 'neighbours', danger: 'none', sides: wall.sides, ...terms, agreedOn: '2026-06-08', performedNow: 'atOnce', readAloud: true })
  await does('mediator', dispute, 'askAfter', { visitedOn: '2026-06-08', visitNote: '双方都说排水沟已清' })
  const claim = await opens('mediator', '/api/mediation-subsidy/claim', { place: wall.place, dispute })
  await does('justice', claim, 'approve')
  await page.reload()
  await sees(page, '50.00')
  await isClean(page, 'payments-due')

  await does('finance', claim, 'pay', { voucher: '支 2026-18', paidOn: '2026-06-08' })
  await page.reload()
  await sees(page, '没有待发放的调解补贴')
  await page.getByLabel('待发放，或者发放月份').click()
  await page.getByTitle('2026 年 6 月已发放').click()
  await sees(page, '支 2026-18')
  const [book] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 Excel' }).click()])
  assert.match(book.suggestedFilename(), /^调解补贴发放清单-.+-2026-06\.xlsx$/)
  await isClean(page, 'payments-paid')
  await page.context().close()

  const phone = await open('justice', 'phone', 'en')
  await sees(phone, 'No subsidy awaits payment')
  await isClean(phone, 'payments-phone')
  await phone.context().close()

  const other = await open('transport', 'desk')
  await other.getByRole('heading', { level: 1, name: '台账' }).waitFor()
  assert.equal(await other.getByRole('link', { name: '补贴发放' }).count(), 0)
  await other.context().close()
  assert.deepEqual(faults, [], 'a page complained')
})

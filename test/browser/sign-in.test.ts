import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { codeAt } from '../helpers/authenticator.ts'
import { startProvider, type TestProvider } from '../helpers/provider.ts'
import { openTestSite, type TestSite } from '../helpers/site.ts'
import { people } from '../helpers/world.ts'
import { checkAxe } from './helpers/axe.ts'
import { openBrowser } from './helpers/browser.ts'
import { freePort } from './helpers/free-port.ts'
import { sees, seesNoMore } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'
import { watch } from './helpers/watch.ts'
import { newContext, type Lang, type Screen } from './helpers/world.ts'

// Signing in as it is outside the demo: by password, with a second factor, and by a real identity provider.
const pages = fileURLToPath(new URL('../../dist', import.meta.url))
const password = 'tractor wind plum'
let world: TestSite
let provider: TestProvider
let browser: Browser
let url: string
const faults: string[] = []

before(async () => {
  if (!existsSync(pages)) throw new Error('the pages are not built: npm run build')
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  provider = await startProvider({ site: url })
  world = await openTestSite({ pages, publicUrl: url, demo: false, sso: provider.settings })
  for (const who of ['auditor', 'gridWorker', 'handler', 'resident'] as const) assert.equal(await world.site.credentials.set(people[who].account, who, password), undefined)
  await world.app.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await world.close()
  await provider.stop()
})

const open = async (screen: Screen, lang: Lang = 'zh'): Promise<Page> => {
  const page = await (await newContext(browser, url, screen, lang)).newPage()
  watch(page, fault => faults.push(fault))
  return page
}

/** Clean for axe and nowhere wider than its window. */
const isClean = async (page: Page): Promise<void> => {
  await checkAxe(page)
  assert.deepEqual(await sideways(page), [], page.url())
}

const calm = async (page: Page): Promise<void> => {
  await page.context().close()
  assert.deepEqual(faults.splice(0), [], 'a page complained')
}

const byPassword = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel(/^(账号|Account|Account name)$/).fill(name)
  await page.getByLabel(/^(密码|Password)$/).fill(password)
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
}

/** Goes through setting up from its first button: answers with the secret and the recovery codes, as the person reads them. */
const setUp = async (page: Page): Promise<{ readonly secret: string; readonly recovery: readonly string[] }> => {
  await page.getByRole('button', { name: '设置动态验证码' }).click()
  const proof = page.getByRole('form', { name: '下一步' })
  await proof.getByLabel('您的密码').fill(password)
  await isClean(page)
  await proof.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('img', { name: /二维码/ }).waitFor()
  await isClean(page)
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '')
  const form = page.getByRole('form', { name: '确认动态验证码' })
  await form.getByRole('textbox', { name: '动态验证码' }).fill('000000')
  await form.getByRole('button', { name: '确认启用' }).click()
  await sees(form, '验证码不正确')
  await form.getByRole('textbox', { name: '动态验证码' }).fill(codeAt(secret, new Date()))
  await form.getByRole('button', { name: '确认启用' }).click()
  await sees(page, '请保存这些恢复码')
  await isClean(page)
  const recovery = await page.locator('.recovery code').allInnerTexts()
  assert.equal(recovery.length, 10)
  await page.getByRole('button', { name: '我已保存' }).click()
  await sees(page, '恢复码还剩 10 个')
  return { secret, recovery }
}

/** The next half minute's code: the one before was used. */
const nextCode = (secret: string): string => codeAt(secret, new Date(Date.now() + 30_000))

test('at the desk: an auditor is told the post wants a second factor, sets it up, and comes in by password and code', async () => {
  const page = await open('desk')
  await page.goto('/desk/')
  await byPassword(page, 'auditor')
  await sees(page, /须有动态验证码才能办理，现在仅以居民身份查看/)
  await page.getByRole('link', { name: '前往设置' }).click()
  await isClean(page)
  const { secret } = await setUp(page)
  await seesNoMore(page, /须有动态验证码才能办理/)
  await sees(page, '密码＋动态验证码 · 登录于')
  await isClean(page)

  await page.getByRole('banner').getByRole('button', { name: '退出登录' }).click()
  await byPassword(page, 'auditor')
  await sees(page, '第二步：动态验证码')
  await isClean(page)
  await page.getByRole('textbox', { name: '动态验证码' }).fill('000000')
  await page.getByRole('button', { name: '登录' }).click()
  await sees(page.getByRole('alert'), '验证码不正确')
  await page.getByRole('textbox', { name: '动态验证码' }).fill(nextCode(secret))
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
  await page.goto('/desk/settings')
  await sees(page, /密码＋动态验证码/)
  await calm(page)
})

test('on the phone: set up in either door, then in by password and a recovery code; everywhere else is signed out', async () => {
  const page = await open('phone')
  await page.goto('/field/')
  await byPassword(page, 'gridWorker')
  await page.getByRole('button', { name: '换身份' }).click()
  await page.getByRole('link', { name: '登录与安全' }).click()
  await page.getByRole('heading', { level: 1, name: '登录与安全' }).waitFor()
  await sees(page, '密码')
  const { recovery } = await setUp(page)
  await page.getByRole('button', { name: '退出', exact: true }).click()

  const other = await open('narrow')
  await other.goto('/sign-in?then=%2Fsafety')
  await byPassword(other, 'gridWorker')
  await sees(other, '第二步：动态验证码')
  await other.getByRole('button', { name: /用恢复码/ }).click()
  await isClean(other)
  await other.getByRole('textbox', { name: '恢复码' }).fill(recovery[3] ?? '')
  await other.getByRole('button', { name: '登录' }).click()
  await other.getByRole('heading', { level: 1, name: '登录与安全' }).waitFor()
  await sees(other, '恢复码还剩 9 个')
  await isClean(other)

  await page.goto('/field/')
  await byPassword(page, 'gridWorker')
  await page.getByRole('button', { name: /用恢复码/ }).click()
  await page.getByRole('textbox', { name: '恢复码' }).fill(recovery[4] ?? '')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { level: 1, name: '今天' }).waitFor()
  await other.reload()
  await other.getByRole('button', { name: '退出其他所有登录' }).click()
  await other.getByRole('button', { name: '退出其他所有登录' }).waitFor({ state: 'hidden' })
  await page.goto('/field/')
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await page.context().close()
  await calm(other)
})

test('by single sign-on: whom nobody linked reads whom to ask; linked at Settings, the same button leads in, and sign-out ends both', async () => {
  const page = await open('desk', 'en')
  provider.seat({ subject: 'worker-1' })
  await page.goto('/desk/')
  await page.getByRole('link', { name: 'Haidong identity' }).click()
  await sees(page.getByRole('alert'), /not linked to an account here/)
  await isClean(page)
  await byPassword(page, 'handler')
  await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor()
  assert.equal(new URL(page.url()).search, '')

  await page.goto('/desk/settings')
  await page.getByRole('button', { name: 'Link', exact: true }).click()
  const form = page.getByRole('form', { name: 'Go there and link' })
  await form.getByLabel('Your password').fill(password)
  await isClean(page)
  await form.getByRole('button', { name: 'Go there and link' }).click()
  await sees(page, 'Linked')
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await page.getByRole('link', { name: 'Haidong identity' }).click()
  await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor()
  await page.goto('/desk/settings')
  await sees(page, /single sign-on · since/)
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  // Its page asks for a typeface from elsewhere, which is not waited for.
  await page.waitForURL(at => at.href.startsWith(provider.issuer), { waitUntil: 'commit' })
  assert.equal((await page.request.get('/api/me')).status(), 401)
  await page.context().close()
  faults.splice(0)
})

test('a phone is told as well, and comes back to where it was going', async () => {
  const page = await open('narrow')
  provider.seat({ subject: 'worker-2' })
  await page.goto('/sign-in?then=%2Fmatters')
  await isClean(page)
  await page.getByRole('link', { name: '海东统一身份' }).click()
  await sees(page.getByRole('alert'), '您的统一身份尚未关联本平台账号')
  await isClean(page)
  assert.equal(await world.site.sso?.links.set(people.resident.account, 'worker-2', new Date()), undefined)
  await page.getByRole('link', { name: '海东统一身份' }).click()
  await page.getByRole('heading', { level: 1, name: '我的事项' }).waitFor()
  await calm(page)
})

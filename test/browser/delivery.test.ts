import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { WebhookView } from '../../server/wire/delivery.ts'
import { deliverDue } from '../../server/delivery/run.ts'
import { listen, type Listener } from '../helpers/listener.ts'
import { openMailbox, wordsOf, type Mailbox } from '../helpers/mailbox.ts'
import { openTestSite, type TestSite } from '../helpers/site.ts'
import type { Name } from '../helpers/world.ts'
import { checkAxe } from './helpers/axe.ts'
import { openBrowser } from './helpers/browser.ts'
import { freePort } from './helpers/free-port.ts'
import { sees } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'
import { watch } from './helpers/watch.ts'
import { newContext, type Lang, type Screen } from './helpers/world.ts'

// The settings of what goes out: events to programs, notices to people, a calendar.
const pages = fileURLToPath(new URL('../../dist', import.meta.url))
let world: TestSite
let browser: Browser
let listener: Listener
let mailbox: Mailbox
let url: string
const faults: string[] = []

before(async () => {
  if (!existsSync(pages)) throw new Error('the pages are not built: npm run build')
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  ;[listener, mailbox] = [await listen(), await openMailbox()]
  world = await openTestSite({ pages, publicUrl: url, delivery: { networks: [['127.0.0.0', 8]], mail: { url: mailbox.url, from: 'notices@shanzhi.example' } } })
  await world.app.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await world.close()
  await Promise.all([listener.close(), mailbox.close()])
})

const open = async (who: Name, path: string, screen: Screen, lang: Lang = 'zh'): Promise<Page> => {
  const context = await newContext(browser, url, screen, lang)
  const [name = '', value = ''] = (await world.as(who)).cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  watch(page, fault => faults.push(fault))
  await page.goto(`${url}${path}`)
  return page
}

const isClean = async (page: Page): Promise<void> => {
  await checkAxe(page)
  assert.deepEqual(await sideways(page), [], page.url())
}

const picture = async (page: Page, part: string, name: string): Promise<void> => {
  const folder = process.env['PICTURES']
  if (folder !== undefined) await page.getByRole('region', { name: part, exact: true }).first().screenshot({ path: `${folder}/${name}.png` })
}

const calm = async (page: Page): Promise<void> => {
  await page.context().close()
  assert.deepEqual(faults.splice(0), [], 'a page complained')
}

test('the owner of a program gives it an address, sees what could not be sent, and sends it again', async () => {
  const page = await open('dispatcher', '/desk/settings', 'desk')
  await page.getByText('为程序创建令牌（如热线系统）').click()
  await page.getByLabel('程序名称').fill('热线系统')
  await page.getByRole('button', { name: '创建令牌' }).click()
  await sees(page, '请现在复制，离开后不再显示')
  await page.reload()
  await page.getByText('为程序设置推送地址').click()
  await page.getByLabel('地址（https）').fill('https://10.0.0.1/events')
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await sees(page, '该地址不在允许推送的范围内')
  await isClean(page)
  await page.getByLabel('地址（https）').fill(`${listener.url}/events`)
  await page.getByRole('button', { name: '设置', exact: true }).click()
  await sees(page, '签名密钥：请现在复制')
  assert.match(await page.locator('code.token', { hasText: 'whsec_' }).innerText(), /^whsec_.{44}$/)
  listener.answers(500)
  await page.getByRole('button', { name: '发送测试事件' }).click()
  await sees(page, '待发 1')
  for (let tries = 0; tries < 9; tries += 1) {
    await deliverDue(world.site)
    world.setNow(new Date(world.site.now().getTime() + 11 * 3_600_000))
  }
  world.setNow(undefined)
  await page.reload()
  await sees(page, '失败 1')
  await page.getByText('推送记录').click()
  await sees(page, '对方拒收')
  await isClean(page)
  await picture(page, '向程序推送事件', 'webhooks-desk')
  listener.answers(204)
  await page.getByRole('button', { name: '重发全部失败的' }).click()
  await sees(page, '待发 1')
  await deliverDue(world.site)
  await page.reload()
  await sees(page, '已送达 1')
  await calm(page)
})

test('who looks after the site sees what never arrived and why, sends it again, and lays the rest aside for a reason', async () => {
  listener.answers(500)
  const events = await world.as('dispatcher')
  const sent = async (): Promise<void> => {
    const hook = (await events.get<readonly WebhookView[]>('/api/me/webhooks')).body[0] ?? assert.fail('no webhook')
    assert.equal((await events.post('/api/me/webhooks/try', { id: hook.id })).status, 200)
  }
  await sent()
  await sent()
  for (let tries = 0; tries < 9; tries += 1) {
    await deliverDue(world.site)
    world.setNow(new Date(world.site.now().getTime() + 11 * 3_600_000))
  }
  world.setNow(undefined)
  const page = await open('citySystemAdmin', '/desk/registers/deliveries', 'desk')
  await page.getByRole('checkbox', { name: /^全选已列出的 2 条$/ }).waitFor()
  await sees(page, '对方拒收')
  await isClean(page)
  await page.locator('.dead-rows').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '重发 1 条' }).click()
  await page.getByRole('checkbox', { name: /^全选已列出的 1 条$/ }).waitFor()
  await page.getByRole('checkbox', { name: /^全选/ }).check()
  await page.getByRole('button', { name: '搁置……' }).click()
  await page.getByRole('button', { name: '搁置 1 条' }).click()
  await sees(page.getByRole('alert'), '请写明搁置理由')
  await isClean(page)
  await page.getByLabel('搁置理由').fill('对方系统已停用')
  await page.getByRole('button', { name: '搁置 1 条' }).click()
  await sees(page, '没有未送达的')
  await isClean(page)
  listener.answers(204)
  await deliverDue(world.site)
  await calm(page)
})

test('a calendar’s address is made, shown once, and ended', async () => {
  const page = await open('handler', '/desk/settings', 'desk', 'en')
  await page.getByRole('button', { name: 'Make an address for the present post' }).click()
  const address = page.locator('code.token', { hasText: '/calendar/' })
  await address.waitFor()
  const calendar = await fetch(await address.innerText())
  assert.match(await calendar.text(), /^BEGIN:VCALENDAR/)
  await isClean(page)
  await picture(page, 'Calendar', 'calendar-desk')
  await page.reload()
  await sees(page, 'last read')
  assert.equal(await page.getByText('/calendar/').count(), 0)
  await page.getByRole('region', { name: 'Calendar' }).getByRole('button', { name: 'End', exact: true }).click()
  await page.getByRole('button', { name: 'Make an address for the present post' }).waitFor()
  await calm(page)
})

for (const [who, path, screen] of [['handler', '/desk/settings', 'desk'], ['resident', '/safety', 'phone']] as const) {
  test(`${who}: a mail address is confirmed by its code, turned off and removed`, async () => {
    mailbox.mails.length = 0
    const page = await open(who, path, screen)
    await page.getByRole('button', { name: '添加邮箱' }).click()
    await page.getByRole('textbox', { name: '邮箱' }).fill('wang@example.com')
    await isClean(page)
    await page.getByRole('button', { name: '发送验证码' }).click()
    await sees(page, 'w***@example.com')
    await deliverDue(world.site)
    const code = /\d{6}/.exec(wordsOf(mailbox.mails[0] ?? assert.fail('no mail')).text)?.[0] ?? ''
    await page.getByLabel('验证码', { exact: true }).fill(code === '000000' ? '111111' : '000000')
    await page.getByRole('button', { name: '确认' }).click()
    await sees(page, '验证码不正确或已过期')
    await isClean(page)
    await picture(page, '通知方式', `channels-${screen}`)
    await page.getByLabel('验证码', { exact: true }).fill(code)
    await page.getByRole('button', { name: '确认' }).click()
    await page.getByLabel('已开启').click()
    await sees(page, '已关闭')
    await picture(page, '通知方式', `channels-off-${screen}`)
    await isClean(page)
    await page.getByRole('button', { name: '删除' }).click()
    await page.getByText('w***@example.com').waitFor({ state: 'detached' })
    await calm(page)
  })
}

import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import { checkAxe } from './helpers/axe.ts'
import { openMatter, step, submit } from './helpers/desk.ts'
import { scenes } from './helpers/scene.ts'
import { neverTold, sees } from './helpers/see.ts'

const scene = scenes()

const pick = async (form: Locator, label: string | RegExp, typed: string, wish: string | RegExp): Promise<void> => {
  const box = form.getByRole('combobox', { name: label })
  await box.click()
  await box.fill(typed)
  await form.page().locator('.ant-select-dropdown').filter({ visible: true }).locator('.ant-select-item-option').filter({ hasText: wish }).first().click()
}

/** From a list that is not typed into. */
const open = async (form: Locator, label: string, wish: string): Promise<void> => {
  await form.locator('.ant-select').filter({ has: form.page().getByRole('combobox', { name: label, exact: true }) }).click()
  await form.page().locator('.ant-select-dropdown').filter({ visible: true }).locator('.ant-select-item-option').filter({ hasText: wish }).first().click()
}

const matterAt = async (page: Page): Promise<string> => {
  await page.waitForURL(/\/desk\/matter\//)
  return page.url().split('/').at(-1) ?? ''
}

scene('20.2: an account is opened, a post proposed by one and confirmed by another, and its holder signs in by a code shown once', async (world, chapter) => {
  let [account, code, post] = ['', '', '']

  await chapter('a system administrator opens the account and reads its code once', async () => {
    const page = await world.as('systemAdmin')
    await page.goto('/desk/registers/accounts')
    await sees(page, '任职人员')
    await checkAxe(page)
    await page.getByRole('link', { name: '开立账号' }).click()
    const form = page.locator('form')
    await pick(form, '工作所在地', '高庙镇', /高庙镇$/)
    await pick(form, '工作单位', '高庙镇人民政府', '高庙镇人民政府')
    await form.getByLabel('姓名').fill('祁连雪')
    await form.getByLabel('用户名').fill('qi.lianxue')
    await form.getByLabel('手机号').fill('13897221234')
    await form.getByLabel('理由').fill('新任承办人员')
    await submit(form, '开立账号')
    account = await matterAt(page)
    await page.getByRole('button', { name: '显示邀请码' }).click()
    code = await page.locator('code.token').innerText()
    assert.match(code, /^[2-9A-Z]{4}(-[2-9A-Z]{4}){3}$/)
    await checkAxe(page)
    await page.reload()
    await page.getByRole('button', { name: '显示邀请码' }).click()
    await sees(page, '此邀请码已显示过，不再显示')
    await neverTold(page, code)
    await page.goto('/desk/registers/accounts')
    await page.getByRole('cell', { name: '祁连雪' }).waitFor()
    await sees(page, '138****1234')
  })

  await chapter('a lead proposes a post for them by name; the county lead can’t confirm it', async () => {
    const page = await world.as('countyLead')
    await page.goto('/desk/new/appointment/propose')
    const form = page.locator('form')
    await pick(form, '岗位所在地', '高庙镇', /高庙镇$/)
    await pick(form, '任命对象', '祁连', /^祁连雪/)
    await open(form, '岗位', '承办人')
    await pick(form, /^单位/, '高庙镇人民政府', '高庙镇人民政府')
    await form.getByRole('radio', { name: '内部' }).check()
    await form.getByLabel('任命理由').fill('补充经办人员')
    await checkAxe(page)
    await submit(form, '提出任命')
    post = await matterAt(page)
    await page.getByRole('region', { name: '下一步' }).waitFor()
    assert.equal(await page.getByRole('button', { name: /审核通过$/ }).count(), 0)
  })

  await chapter('the security administrator finds it waiting and confirms it', async () => {
    const page = await world.as('securityAdmin')
    await page.goto('/desk/registers/accounts')
    await page.getByRole('link', { name: '祁连雪' }).first().click()
    await submit(await step(page, '审核通过'), '审核通过')
    await sees(page, '任职中')
    await neverTold(page, '13897221234')
  })

  await chapter('its holder sets a password by the code and works from the post', async () => {
    const page = await world.open('desk')
    await page.goto('/desk/')
    await page.getByText('首次登录：用邀请码设置密码').click()
    await page.getByLabel('邀请码').fill(code)
    await page.getByRole('textbox', { name: '设置密码' }).fill('12345678')
    await page.getByRole('button', { name: '设置密码并登录' }).click()
    await sees(page, /密码须至少 10 位/)
    await checkAxe(page)
    await page.getByRole('textbox', { name: '设置密码' }).fill('碾伯镇的春天2026')
    await page.getByRole('button', { name: '设置密码并登录' }).click()
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.goto('/desk/settings')
    await sees(page, /高庙镇人民政府/)
  })

  await chapter('the post is ended and the account closed', async () => {
    const security = await world.as('securityAdmin')
    await openMatter(security, post)
    const end = await step(security, '免职')
    await end.getByLabel('免职理由').fill('轮岗')
    await submit(end, '免职')
    await sees(security, '已免职')
    const system = await world.as('systemAdmin')
    await openMatter(system, account)
    const close = await step(system, '停用账号')
    await close.getByLabel('理由').fill('调离')
    await submit(close, '停用账号')
    await sees(system, '已停用')
  })
})

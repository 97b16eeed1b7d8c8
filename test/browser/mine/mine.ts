import assert from 'node:assert/strict'
import { checkAxe } from '../helpers/axe.ts'
import { arrived, lookOverBoth } from '../helpers/look.ts'
import { option } from '../helpers/phone.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees } from '../helpers/see.ts'
import { sideways } from '../helpers/sideways.ts'

export const mine = (scene: Scene): void => {
  scene('a resident sees what is kept, takes a copy, and asks for a correction by the form of the procedure', async world => {
    const page = await world.as('resident', 'phone')
    await page.goto('/')
    await page.getByRole('link', { name: /我的数据/ }).click()
    await page.getByRole('heading', { level: 1, name: '我的数据' }).waitFor()
    await sees(page, '不存民族、信仰、人脸和行踪。')
    const [copy] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载一份' }).click()])
    assert.equal(copy.suggestedFilename(), 'my-data.json')
    await page.getByRole('link', { name: /写错了，请更正/ }).click()
    await page.getByRole('heading', { level: 1, name: '个人信息权利申请' }).waitFor()
    await option(page, /^本人$/)
    await page.getByRole('button', { name: '提出申请' }).click()
    await sees(page, '请填写具体请求')
    await page.getByLabel('具体请求').fill('联系电话写错了，请更正')
    await checkAxe(page)
    assert.deepEqual(await sideways(page), [])
    await page.getByRole('button', { name: '提出申请' }).click()
    await page.getByRole('heading', { level: 1, name: '联系电话写错了，请更正' }).waitFor()
    await sees(page, '待答复')
  })

  scene('consent is given, listed and withdrawn again', async world => {
    const page = await world.as('resident', 'phone')
    await page.goto('/mine/consent/give')
    await page.getByRole('heading', { level: 1, name: '个人信息处理同意' }).waitFor()
    await option(page, '公开姓名')
    await page.getByLabel('具体内容').fill('公开好人好事时可写姓名')
    await option(page, /^本人$/)
    await page.getByRole('button', { name: '同意' }).click()
    await page.getByRole('heading', { level: 1, name: '公开好人好事时可写姓名' }).waitFor()
    await page.goto('/mine')
    await page.getByRole('link', { name: '撤回', exact: true }).first().click()
    await page.getByRole('button', { name: '撤回同意' }).click()
    await sees(page, '已撤回')
    await page.goto('/mine')
    await arrived(page)
    await sees(page, '撤回或到期')
  })

  scene('the pages of one’s data are sound in both languages, at a desk’s width and a narrow phone’s', async world => {
    assert.deepEqual(await lookOverBoth(lang => world.as('resident', 'narrow', lang), [
      { at: '/mine', first: one => one.evaluate(() => { for (const fold of document.querySelectorAll('details')) fold.open = true }) },
      { at: '/mine/data-request/ask?right=erase' }, { at: '/mine/consent/give' },
    ]), [])
  })
}

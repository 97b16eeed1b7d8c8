import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { report } from '../helpers/act.ts'
import { arrived } from '../helpers/look.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees } from '../helpers/see.ts'
import { sideways } from '../helpers/sideways.ts'

const textSize = (page: Page): Promise<number> => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))

/** Large text, the other language, and addresses that lead nowhere. */
export const reading = (scene: Scene): void => {
  scene('the largest text at the desk is remembered, and its lines still fit', async world => {
    const page = await world.as('dispatcher')
    await page.goto('/desk/settings')
    const before = await textSize(page)
    await page.getByRole('radio', { name: '最大' }).check()
    await page.reload()
    await page.getByRole('radio', { name: '最大' }).waitFor()
    assert.ok(await page.getByRole('radio', { name: '最大' }).isChecked())
    assert.ok(await textSize(page) > before)
    for (const at of ['/desk/', '/desk/area', '/desk/law/21', '/desk/new/request/report']) {
      await page.goto(at)
      await arrived(page)
      assert.deepEqual(await sideways(page), [], at)
    }
  })

  scene('the language is kept over pages, reloads and doors', async world => {
    const page = await world.as('resident')
    await page.goto('/')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'What is the matter?' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'What is the matter?' }).waitFor()
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
    await page.getByRole('navigation', { name: 'Main pages' }).getByRole('link', { name: 'Notices' }).click()
    await page.getByRole('heading', { level: 1, name: 'Notices' }).waitFor()
    await page.goto('/field/')
    await page.getByRole('button', { name: '中文' }).click()
    await sees(page, '今天')
  })

  scene('the desk keeps its language as well, and speaks one language at a time', async world => {
    const page = await world.as('dispatcher', 'desk', 'en')
    await page.goto('/desk/')
    await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor()
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN')
  })

  scene('an address that leads nowhere says so and leads back', async world => {
    for (const [who, at, back, heading] of [['resident', '/nowhere', '回首页', /有什么事/], ['gridWorker', '/field/nowhere', '回首页', '今天'], ['dispatcher', '/desk/nowhere', '回到待办', '待办']] as const) {
      const page = await world.as(who)
      await page.goto(at)
      await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor()
      await page.getByRole('link', { name: back }).click()
      await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    }
  })

  scene('a matter that is not there, or not for me, is refused in words', async world => {
    const nobody = '00000000-0000-4000-8000-000000000000'
    for (const [who, at] of [['resident', `/matters/${nobody}`], ['gridWorker', `/field/matters/${nobody}`], ['dispatcher', `/desk/matter/${nobody}`], ['dispatcher', '/desk/matter/not-an-id']] as const) {
      const page = await world.as(who)
      await page.goto(at)
      await sees(page, /没有|找不到|不存在/)
    }
  })

  scene('an article opens by its address, with the paragraph that was cited', async world => {
    const desk = await world.as('handler')
    await desk.goto('/desk/law/21.4')
    await desk.getByRole('heading', { level: 1, name: /第二十一条/ }).waitFor()
    await desk.locator('.is-cited').first().waitFor()
    await sees(desk.locator('.is-cited').first(), '第二十一条第四款')
    await desk.goto('/desk/law/99')
    await sees(desk, '条例没有“99”这一条款。')
    const home = await world.open('phone')
    await home.goto('/regulation/21')
    await home.getByRole('heading', { level: 1, name: /第二十一条/ }).waitFor()
  })

  scene('a matter’s page left open reads its values once, and asks on whether they still hold', async world => {
    const resident = await world.as('resident')
    const { id } = await report(resident, '水渠盖板断裂，孩子上学路过有危险')
    const page = await world.as('dispatcher')
    const answers: string[] = []
    page.on('response', response => {
      const { pathname, search } = new URL(response.url())
      if (pathname === `/api/matters/${id}`) answers.push(`${response.status()} ${search}`)
    })
    const again = (): Promise<unknown> => page.waitForResponse(response => response.url().endsWith(`/api/matters/${id}?seen=1`))
    await page.goto(`/desk/matter/${id}`)
    await again()
    await again()
    assert.deepEqual(answers, ['200 ', '204 ?seen=1', '204 ?seen=1'])
    await sees(page, /水渠盖板断裂/)
  })
}

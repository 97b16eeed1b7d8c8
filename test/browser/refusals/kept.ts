import assert from 'node:assert/strict'
import { fill, openMatter, step } from '../helpers/desk.ts'
import { photo } from '../helpers/photo.ts'
import { next } from '../helpers/phone.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees } from '../helpers/see.ts'
import { accepted } from '../helpers/stories.ts'
import { begunFormsKept } from '../offline/phone.ts'

const words = '村东水渠的闸门关不严，地里一直进水'

/** A page that is loaded anew shows what had been typed. */
export const kept = (scene: Scene): void => {
  scene('a report keeps its words, photo and village over a reload, before and after signing in', async world => {
    const page = await world.open('phone')
    await page.goto('/report')
    await page.getByLabel('把事情说一说').fill(words)
    await page.getByLabel('从相册选').setInputFiles(await photo(page, 800, 600))
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
    await page.reload()
    await sees(page, /接着上次没写完的/)
    assert.equal(await page.getByLabel('把事情说一说').inputValue(), words)
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
    await next(page, '下一步：在哪里')
    await page.getByLabel('具体位置').fill('二社闸口')
    await page.reload()
    assert.equal(await page.getByLabel('具体位置').inputValue(), '二社闸口')
    await page.getByRole('link', { name: '登录' }).click()
    await page.getByRole('button', { name: /^居民/ }).click()
    await page.getByRole('heading', { name: '在哪里？' }).waitFor()
    assert.equal(await page.getByLabel('具体位置').inputValue(), '二社闸口')
  })

  scene('on a shared phone nothing typed is left once somebody signs out', async world => {
    const page = await world.as('resident')
    await page.goto('/report')
    await page.getByLabel('把事情说一说').fill(words)
    await page.getByRole('button', { name: '退出' }).click()
    // Signing out ends with a page begun afresh at the door.
    await page.waitForURL(url => url.pathname === '/')
    await sees(page, '未登录')
    await page.goto('/report')
    assert.equal(await page.getByLabel('把事情说一说').inputValue(), '')
  })

  scene('the grid worker’s report keeps its words', async world => {
    const page = await world.as('gridWorker')
    await page.goto('/field/')
    await page.getByRole('link', { name: '报事', exact: true }).click()
    await page.getByLabel(/什么事/).fill(words)
    await begunFormsKept(page, 1)
    await page.reload()
    assert.equal(await page.getByLabel(/什么事/).inputValue(), words)
  })

  scene('a step at the desk keeps its words, and says that it does', async world => {
    const { id, handler } = await accepted(world, '村道边的水沟没有盖板，晚上有人掉进去')
    await openMatter(handler, id)
    await fill(await step(handler, '记录进展'), '办理进展', '盖板已经订做')
    await sees(handler, '草稿已保存在本页')
    await handler.reload()
    const form = await step(handler, '记录进展')
    assert.equal(await form.getByLabel('办理进展').inputValue(), '盖板已经订做')
  })
}

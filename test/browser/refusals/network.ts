import assert from 'node:assert/strict'
import type { MatterRow, Page as Rows } from '../../../server/wire.ts'
import { get } from '../helpers/act.ts'
import { fill, openMatter, step, submit } from '../helpers/desk.ts'
import { next } from '../helpers/phone.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees, seesNoMore } from '../helpers/see.ts'
import { accepted } from '../helpers/stories.ts'

/** A lost line is said, and nothing is lost or done twice for it. */
export const network = (scene: Scene): void => {
  scene('without a connection the phone says so, keeps the report, and sends it later', async world => {
    const page = await world.as('resident')
    await page.goto('/report')
    await page.getByLabel('把事情说一说').fill('信号塔下面一直嗡嗡响')
    await next(page, '下一步：在哪里')
    await next(page, '下一步：核对并提交')
    await page.getByRole('button', { name: '提交', exact: true }).waitFor()
    await page.context().setOffline(true)
    await sees(page, /现在没有网络/)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await sees(page.getByRole('alert'), '没有连上服务器')
    await sees(page, '信号塔下面一直嗡嗡响')
    await page.context().setOffline(false)
    await seesNoMore(page, /现在没有网络/)
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '已收到' }).waitFor()
  })

  scene('a report whose answer was lost is not reported twice', async world => {
    const page = await world.as('resident')
    await page.goto('/report')
    await page.getByLabel('把事情说一说').fill('消防栓漏水，答复丢了也只有一件')
    await next(page, '下一步：在哪里')
    await next(page, '下一步：核对并提交')
    // The server takes it, and its answer never arrives.
    await page.route('/api/request/report', async route => {
      await route.fetch()
      await route.abort('connectionreset')
    }, { times: 1 })
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await sees(page.getByRole('alert'), '没有连上服务器')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '已收到' }).waitFor()
    const { rows } = await get<Rows<MatterRow>>(page, '/api/matters?scope=party')
    assert.equal(rows.filter(row => row.title.startsWith('消防栓漏水')).length, 1)
  })

  scene('at the desk a step that did not get through keeps its words and goes through the next time', async world => {
    const { id, handler } = await accepted(world, '村卫生室门口台阶太陡，轮椅上不去')
    await openMatter(handler, id)
    const form = await step(handler, '记录进展')
    await fill(form, '办理进展', '坡道图纸已出')
    await handler.context().setOffline(true)
    await submit(form, '记录进展')
    await sees(form.getByRole('alert'), '没有连上服务器')
    assert.equal(await form.getByLabel('办理进展').inputValue(), '坡道图纸已出')
    // It is named as before, also where moving pictures are not wished for.
    await form.getByRole('button', { name: '记录进展', exact: true }).waitFor()
    await handler.context().setOffline(false)
    await submit(form, '记录进展')
    await sees(handler.locator('.timeline'), '坡道图纸已出')
  })
}

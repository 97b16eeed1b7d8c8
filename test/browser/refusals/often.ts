import assert from 'node:assert/strict'
import type { MatterRow, Page as Rows } from '../../../server/wire.ts'
import { act, get } from '../helpers/act.ts'
import { fill, openMatter, step, submit } from '../helpers/desk.ts'
import { next } from '../helpers/phone.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees, unfold } from '../helpers/see.ts'
import { accepted, dispatched, reported } from '../helpers/stories.ts'

/** What may be done once is done once, however often it is pressed. */
export const often = (scene: Scene): void => {
  scene('a matter is urged once a day; the second time says when again', async world => {
    const { id, resident } = await reported(world, '垃圾箱满了三天没人清运')
    await resident.goto(`/matters/${id}`)
    await resident.getByRole('link', { name: /^催办/ }).click()
    await resident.getByLabel(/催办内容/).fill('味道很大，请尽快')
    await resident.getByRole('button', { name: '催办' }).click()
    await sees(resident, '每 1 天可催办一次')
    await sees(resident, /\d{4}-\d\d-\d\d 起可再催办/)
    assert.equal(await resident.getByRole('link', { name: /^催办/ }).count(), 0)

    // By an address kept from before.
    await resident.goto(`/matters/${id}/urge`)
    await resident.getByLabel(/催办内容/).fill('再催一次')
    await resident.getByRole('button', { name: '催办' }).click()
    await sees(resident.getByRole('alert'), '每 1 天可催办一次')
    assert.equal(await resident.getByLabel(/催办内容/).inputValue(), '再催一次')
  })

  scene('a time limit is extended once, by those above', async world => {
    const { id, handler } = await accepted(world, '村小学围墙开裂，离教室很近')
    const lead = await world.as('countyLead')
    await openMatter(handler, id)
    const ask = await step(handler, '申请延期')
    await fill(ask, '申请延长', '40')
    await fill(ask, '延期理由', '等待材料检测报告')
    await submit(ask, '申请延期')
    await sees(ask, /须为 1 至 30 的整数/)
    await fill(ask, '申请延长', '5')
    await submit(ask, '申请延期')
    await sees(handler.locator('.timeline'), '申请延期')

    await openMatter(lead, id)
    await submit(await step(lead, '同意延期'), '同意延期')
    await sees(lead.locator('.timeline'), '同意延期')

    await openMatter(handler, id)
    await unfold(handler)
    const steps = handler.getByRole('region', { name: '下一步' })
    await sees(steps, '只能延期一次')
    assert.equal(await steps.getByRole('button', { name: '申请延期', exact: true }).count(), 0)
  })

  scene('a double tap reports once', async world => {
    const page = await world.as('resident')
    await page.goto('/report')
    await page.getByLabel('把事情说一说').fill('公厕门锁坏了，双击也只报一次')
    await next(page, '下一步：在哪里')
    await next(page, '下一步：核对并提交')
    await page.getByRole('button', { name: '提交', exact: true }).dblclick()
    await page.getByRole('heading', { level: 1, name: '已收到' }).waitFor()
    const { rows } = await get<Rows<MatterRow>>(page, '/api/matters?scope=party')
    assert.equal(rows.filter(row => row.title.startsWith('公厕门锁坏了')).length, 1)
  })

  scene('a double click at the desk takes a step once', async world => {
    const { id, handler } = await dispatched(world, '村口广场健身器材松动，老人差点摔倒')
    await openMatter(handler, id)
    const form = await step(handler, '受理')
    await form.getByRole('button', { name: '受理', exact: true }).dblclick()
    await sees(handler, '办理中')
    const steps = await handler.locator('.timeline-step').allTextContents()
    assert.deepEqual(steps, ['受理', '分派', '反映诉求'])
    assert.equal(await handler.getByRole('region', { name: '下一步' }).getByRole('alert').count(), 0)
    await act(handler, id, 'note', { progress: '已加固' })
  })
}

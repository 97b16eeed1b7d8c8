import assert from 'node:assert/strict'
import { step } from '../helpers/desk.ts'
import { focusIsSeen, tabTo } from '../helpers/keys.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees } from '../helpers/see.ts'
import { dispatched } from '../helpers/stories.ts'

/** A day’s work without a mouse, and always seeing where one stands. */
export const keyboard = (scene: Scene): void => {
  scene('a desk is worked by keyboard alone: from To do to a step taken', async world => {
    const text = '集市上的井盖翘起来一块，夜里没有灯'
    const { handler } = await dispatched(world, text)
    await handler.goto('/desk/')
    const line = handler.getByRole('link', { name: new RegExp(text) })
    await line.waitFor()
    const stands = (): Promise<boolean> => line.evaluate(element => element === document.activeElement)
    for (let i = 0; i < 30 && !await stands(); i += 1) await handler.keyboard.press('j')
    assert.ok(await stands(), 'j walks to the line')
    assert.ok(await focusIsSeen(handler))
    // Down and up again, or the other way where it is the last line: on the first, up stays.
    await handler.keyboard.press('j')
    await handler.keyboard.press(await stands() ? 'j' : 'k')
    assert.ok(await stands(), 'k walks back to it')
    await handler.keyboard.press('Enter')
    await handler.getByRole('heading', { level: 1, name: text }).waitFor()

    const accept = await step(handler, '受理')
    await tabTo(handler, accept.getByRole('button', { name: '受理', exact: true }))
    await handler.keyboard.press('Enter')
    await sees(handler, '办理中')

    const toggle = handler.getByRole('button', { name: '记录进展', exact: true })
    await toggle.waitFor()
    await tabTo(handler, toggle)
    await handler.keyboard.press('Enter')
    const note = await step(handler, '记录进展')
    await tabTo(handler, note.getByLabel('办理进展'))
    await handler.keyboard.type('井盖已换新')
    await tabTo(handler, note.getByRole('button', { name: /记录进展$/ }))
    await handler.keyboard.press('Enter')
    await handler.locator('.timeline').getByText('井盖已换新').first().waitFor()
  })

  scene('slash goes to the search box, and the first Tab offers the way past the frame', async world => {
    const page = await world.as('dispatcher')
    await page.goto('/desk/')
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), '跳到正文')
    assert.ok(await focusIsSeen(page))
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'MAIN')
    await page.keyboard.press('/')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'search')
  })

  scene('a resident reports by keyboard alone', async world => {
    const page = await world.as('resident', 'narrow')
    await page.goto('/report')
    await tabTo(page, page.getByLabel('把事情说一说'))
    await page.keyboard.type('卫生室门前的坡道结冰，老人滑倒了')
    await tabTo(page, page.getByRole('button', { name: '下一步：在哪里' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '在哪里？' }).waitFor()
    await tabTo(page, page.getByRole('button', { name: '下一步：核对并提交' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '核对并提交' }).waitFor()
    await tabTo(page, page.getByRole('button', { name: '提交', exact: true }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '已收到' }).waitFor()
  })
}

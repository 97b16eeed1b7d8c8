import assert from 'node:assert/strict'
import { act, officeOf } from '../helpers/act.ts'
import { fill, openMatter, step, submit } from '../helpers/desk.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees } from '../helpers/see.ts'
import { accepted, reported } from '../helpers/stories.ts'

/** Two at one matter: the second is shown what the first did, and what they typed stays. */
export const stale = (scene: Scene): void => {
  scene('two desks on one matter: the later step shows what changed, keeps what was typed, and then goes through', async world => {
    const { id, handler: first } = await accepted(world, '村委会门口的水管漏水，结了一地冰')
    const second = await world.as('handler')
    await openMatter(second, id)
    const note = await step(second, '记录进展')
    await fill(note, '办理进展', '已联系施工队，明天上午进场')

    await openMatter(first, id)
    const other = await step(first, '记录进展')
    await fill(other, '办理进展', '现场看过，是主管道')
    await submit(other, '记录进展')
    await sees(first.locator('.timeline'), '现场看过，是主管道')

    await submit(note, '记录进展')
    const told = note.getByRole('alert').filter({ hasText: '事项有了变化' })
    await sees(told, '记录进展')
    await sees(told, '您填写的内容仍在。')
    await note.getByRole('button', { name: '已阅，继续' }).click()
    await submit(note, '记录进展')
    await sees(second.locator('.timeline'), '已联系施工队，明天上午进场')
  })

  scene('a step that another’s has shut says so, and what was typed can still be read', async world => {
    const { id, dispatcher, handler } = await reported(world, '河道边倒了一堆建筑垃圾，刮风全是灰')
    const second = await world.as('dispatcher')
    await openMatter(second, id)
    const form = await step(second, '上报')
    await fill(form, '上报理由', '跨两个镇，本镇无法单独处理')
    await act(dispatcher, id, 'dispatch', { category: 'village-road', office: await officeOf(handler) })

    // Arrives by itself, within the few seconds after which an open matter is asked for again.
    await sees(form, '您打开之后，事项有了变化：')
    await sees(form, '事项已进入其他环节，此动作不能再办')
    assert.equal(await form.getByLabel('上报理由').inputValue(), '跨两个镇，本镇无法单独处理')
    assert.equal(await form.getByRole('button', { name: '上报', exact: true }).count(), 0)
  })
}

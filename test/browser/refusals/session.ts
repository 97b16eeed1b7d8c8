import assert from 'node:assert/strict'
import { fill, openMatter, step, submit } from '../helpers/desk.ts'
import { pick, signIn } from '../helpers/people.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees } from '../helpers/see.ts'
import { accepted, reported } from '../helpers/stories.ts'

/** Where a sign-in has ended meanwhile, one is asked to sign in and goes on where one was. */
export const session = (scene: Scene): void => {
  scene('a sign-in ended from another desk: asked to sign in, and the words are still there', async world => {
    const { id, handler } = await accepted(world, '公交站牌被风刮倒，压着人行道')
    await openMatter(handler, id)
    const form = await step(handler, '记录进展')
    await fill(form, '办理进展', '站牌已扶正，等厂家加固')

    // A sign-in of its own, on another machine.
    const other = await world.open('desk')
    await signIn(other, 'handler')
    await other.goto('/desk/settings')
    await other.getByRole('button', { name: '结束其他所有登录' }).click()
    await other.getByRole('button', { name: '结束其他所有登录' }).waitFor({ state: 'hidden' })

    await submit(form, '记录进展')
    await handler.getByRole('button', { name: /^乡镇承办人/ }).waitFor()
    await pick(handler, 'handler')
    const again = await step(handler, '记录进展')
    assert.equal(await again.getByLabel('办理进展').inputValue(), '站牌已扶正，等厂家加固')
    await submit(again, '记录进展')
    await sees(handler.locator('.timeline'), '站牌已扶正，等厂家加固')
  })

  scene('on the phone, a lost sign-in leads through the sign-in back to the step', async world => {
    const { id, resident } = await reported(world, '自来水有铁锈味，烧开也有')
    await resident.goto(`/matters/${id}/supplement`)
    await resident.getByLabel('补充内容').fill('邻居家也是这样')
    await resident.context().clearCookies()
    await resident.getByRole('button', { name: '补充', exact: true }).click()
    const told = resident.getByRole('alert')
    await told.getByRole('link', { name: '登录' }).click()
    await pick(resident, 'resident')
    await resident.getByRole('heading', { level: 1, name: '补充' }).waitFor()
    assert.equal(await resident.getByLabel('补充内容').inputValue(), '邻居家也是这样')
    await resident.getByRole('button', { name: '补充', exact: true }).click()
    await sees(resident, /全部经过（2 条）/)
  })
}

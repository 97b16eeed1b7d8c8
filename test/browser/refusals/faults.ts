import assert from 'node:assert/strict'
import { choose, fill, openMatter, step, submit } from '../helpers/desk.ts'
import { next } from '../helpers/phone.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees } from '../helpers/see.ts'
import { accepted, reported } from '../helpers/stories.ts'

/** Bad input is told at its field, and nothing that was typed goes. */
export const faults = (scene: Scene): void => {
  scene('at the desk, each fault stands at its field and the first has the focus', async world => {
    const { id, handler } = await accepted(world, '变压器旁边的护栏倒了，怕小孩进去')
    await openMatter(handler, id)
    const form = await step(handler, '办结报核')
    assert.equal(await form.getByLabel('无法解决的原因').count(), 0, 'not asked for yet')
    await form.getByRole('radio', { name: '无法解决' }).check()
    await submit(form, '办结报核')
    await sees(form, '有 2 项需要修改，见上方标出处')
    const result = form.getByLabel('办理结果')
    assert.equal(await result.getAttribute('aria-invalid'), 'true')
    assert.ok(await result.evaluate(field => field === document.activeElement), 'the first fault has the focus')
    await result.fill('护栏归供电公司管理')
    await submit(form, '办结报核')
    await sees(form, '请填写无法解决的原因')
    assert.equal(await form.getByLabel('无法解决的原因').getAttribute('aria-invalid'), 'true')
    assert.equal(await result.inputValue(), '护栏归供电公司管理')
    assert.ok(await form.getByRole('radio', { name: '无法解决' }).isChecked())
  })

  scene('an office other than the route’s is asked why', async world => {
    const { id, dispatcher } = await reported(world, '村里通往水库的路面起砂，骑车打滑')
    await openMatter(dispatcher, id)
    const form = await step(dispatcher, '分派')
    await choose(form, '类别', '村道硬化养护')
    await sees(form, /路由建议：.*高庙镇人民政府/)
    await choose(form, '承办单位', '海东市乐都区交通运输局')
    await submit(form, '分派')
    await sees(form, /请填写|与路由表不一致，请说明理由/)
    await fill(form, '不按路由分派的理由', '该路段去年已移交县道养护')
    await submit(form, '分派')
    await sees(dispatcher, '待受理')
    await sees(dispatcher, '该路段去年已移交县道养护')
  })

  scene('on the phone, too few words are told at once and a wrong number at its field', async world => {
    const page = await world.as('resident')
    await page.goto('/report')
    await page.getByLabel('把事情说一说').fill('路灯')
    await next(page, '下一步：在哪里')
    await sees(page, '请至少写 4 个字，说明是什么事')
    await page.getByLabel('把事情说一说').fill('路灯坏了好几天，没人管')
    await next(page, '下一步：在哪里')
    await next(page, '下一步：核对并提交')
    await page.getByText('留个联系方式（可不填）').click()
    await page.getByLabel('联系人').fill('才让卓玛·更登扎西')
    await page.getByLabel('手机号').fill('1380000')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    const phone = page.getByLabel('手机号')
    await page.getByRole('alert').first().waitFor()
    assert.equal(await phone.getAttribute('aria-invalid'), 'true')
    assert.equal(await phone.inputValue(), '1380000')
    assert.equal(await page.getByLabel('联系人').inputValue(), '才让卓玛·更登扎西')
    await phone.fill('13800000000')
    await page.getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '已收到' }).waitFor()
  })

  scene('at the sign-in, a wrong password is refused and the name stays', async world => {
    const page = await world.open('desk')
    await page.goto('/desk/')
    await page.getByLabel('账号').fill('wangjun')
    await page.getByLabel('密码', { exact: true }).fill('not-the-password')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('alert').waitFor()
    assert.equal(await page.getByLabel('账号').inputValue(), 'wangjun')
  })
}

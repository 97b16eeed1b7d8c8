import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { get, officeOf } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { choose, fill, openMatter, step, submit } from './helpers/desk.ts'
import { lookOverAll, lookOverBoth } from './helpers/look.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { sees, unfold } from './helpers/see.ts'
import type { MatterView } from '../../server/wire.ts'

// A township summons departments: from the spot to the rating.
const scene: Scene = scenes()

/** Now, as a field of the browser takes it. */
const now = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16)
const callIn = async (page: Page, summons: string, of: string): Promise<string> =>
  (await get<MatterView>(page, `/api/matters/${summons}`)).links.find(link => link.kind === 'summons' && (link.row.facts['office'] === of || link.row.facts['unit'] === of))?.row.id ?? assert.fail(of)

scene('a township summons a department from the spot; it answers, comes, concludes and is rated', async (world, chapter) => {
  const [spot, department, lead] = await Promise.all([world.as('handler', 'phone'), world.as('department'), world.as('countyLead')])
  const handler = await world.as('handler')
  const transport = await officeOf(department)
  let id = ''
  let call = ''

  await chapter('a handler on the spot raises it from a phone, with four fields', async () => {
    await spot.goto('/field/')
    await checkAxe(spot)
    await spot.getByRole('link', { name: /^吹哨/ }).click()
    await spot.getByRole('heading', { level: 1, name: '吹哨' }).waitFor()
    await spot.getByRole('button', { name: '吹哨' }).click()
    await sees(spot, '请填写什么事')
    await spot.getByLabel('什么事').fill('进村道路塌方，水管外露')
    await spot.getByRole('radio', { name: '紧急' }).check()
    await spot.getByLabel('按名称查找单位').fill('乐都区交通')
    await spot.getByRole('checkbox', { name: '乐都区交通运输局' }).check()
    await unfold(spot)
    await spot.getByLabel('单位名称').fill('国网乐都供电公司')
    await spot.getByLabel('值班电话').fill('95598')
    await checkAxe(spot)
    await spot.getByRole('button', { name: '吹哨' }).click()
    await spot.waitForURL(/\/field\/matters\//)
    await sees(spot, '召集中')
    const called = spot.getByRole('region', { name: '已召集' })
    await sees(called, '乐都区交通运输局')
    await sees(called, '国网乐都供电公司')
    await checkAxe(spot)
    id = spot.url().split('/').at(-1) ?? ''
    call = await callIn(handler, id, transport)
  })

  await chapter('the department finds it in To do and answers', async () => {
    await department.goto('/desk/')
    await department.locator(`a[href$="${call}"]`).click()
    const form = await step(department, '响应')
    await form.getByRole('radio', { name: '到场参加' }).check()
    await checkAxe(department)
    await submit(form, '响应')
    await sees(department, '待到场')
  })

  await chapter('it comes, by post and time, and says what it did', async () => {
    const form = await step(department, '已到场')
    await fill(form, '到场时间', now())
    await fill(form, '到场人员岗位', '养护科负责人')
    await submit(form, '已到场')
    await sees(department, '已到场，处置中')
    const report = await step(department, '报告')
    await fill(report, '做了什么', '已围挡塌方处，清理土石，架设警示灯')
    await submit(report, '报告')
    await sees(department, '已报告，待联合结论')
  })

  await chapter('the township sees each unit’s part, lets the utility off, and names who leads', async () => {
    await openMatter(handler, await callIn(handler, id, '国网乐都供电公司'))
    const off = await step(handler, '解除')
    await fill(off, '不再需要的理由', '未涉及供电设施')
    await submit(off, '解除')
    await sees(handler, '已解除')
    await openMatter(handler, id)
    const linked = handler.getByRole('region', { name: '关联事项' })
    await sees(linked, /乐都区交通运输局/)
    await checkAxe(handler)
    const form = await step(handler, '明确牵头单位')
    await choose(form, '牵头单位', '海东市乐都区交通运输局')
    await submit(form, '明确牵头单位')
    await sees(handler, '联合处置中')
  })

  await chapter('who leads concludes: it is solved', async () => {
    await openMatter(department, id)
    const form = await step(department, '提出联合处置结论')
    await form.getByRole('radio', { name: '已解决' }).check()
    await fill(form, '联合处置结论', '山体渗水引起塌方，已清理并修筑挡墙，道路恢复通行')
    await checkAxe(department)
    await submit(form, '提出联合处置结论')
    await sees(department, '待核定结论')
  })

  await chapter('the township settles it, and rates the department; a low rating needs its reason', async () => {
    await openMatter(handler, id)
    await submit(await step(handler, '核定结论'), '核定结论')
    await sees(handler, '已办结')
    await openMatter(handler, call)
    const form = await step(handler, '评价')
    await form.getByRole('spinbutton', { name: '评价' }).fill('2')
    await submit(form, '评价')
    await sees(form, '2 分及以下请说明理由')
    await fill(form, '评价理由', '到场及时，警示标志设置不足')
    await checkAxe(handler)
    await submit(form, '评价')
    await sees(handler, '已办结')
  })

  await chapter('the county reads the figures of its departments, each with its denominator', async () => {
    await lead.goto('/desk/registers/summons')
    const row = lead.getByRole('row').filter({ hasText: '乐都区交通运输局' })
    for (const told of ['1/1 (100%)', '2.0 (1)']) await sees(row, told)
    await sees(lead, '国网乐都供电公司')
    await checkAxe(lead)
    await row.getByRole('link').click()
    await sees(lead, '只看 海东市乐都区交通运输局 ✕')
  })
})

scene('the figures, the forms and a summons look right at a desk and on a narrow phone, in both languages', async world => {
  const looks = ['/desk/registers/summons', '/desk/new/summons/raise', '/desk/new/duty-roster/enter', '/desk/new/referral/refer'].map(at => ({ at }))
  const opinion = [{ at: '/desk/new/major-opinion/ask' }, { at: '/desk/registers/summons' }]
  const found = [...await lookOverBoth(lang => world.as('handler', 'desk', lang), looks), ...await lookOverAll(await world.as('countyLead'), opinion)]
  assert.deepEqual(found, [])
})

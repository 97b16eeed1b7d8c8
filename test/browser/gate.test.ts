import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { dayOf } from '../../web/parts/time.ts'
import type { MatterRow, MatterView, Me } from '../../server/wire.ts'
import { get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { choose, fill, openMatter, step, submit } from './helpers/desk.ts'
import { arrived, lookOverAll } from './helpers/look.ts'
import { scenes } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'

// The gate of Art. 23 as people meet it: an issuer refused, a community that says no, a county that rules.
const scene = scenes()

/** Finds a place by its name and takes it. */
const place = async (form: Locator, label: string, name: string): Promise<void> => {
  const box = form.getByRole('combobox', { name: label })
  await box.click()
  await box.fill(name)
  await form.page().locator('.ant-select-dropdown').filter({ visible: true }).locator('.ant-select-item-option').filter({ hasText: new RegExp(`${name}$`) }).first().click()
}

type Found = { readonly rows: readonly MatterRow[] }

scene('what is not on the list reaches no community; what is entrusted is refused freely; the county rules on an objection', async (world, chapter) => {
  const [department, committee, lead] = await Promise.all([world.as('department'), world.as('committee'), world.as('countyLead')])
  const matterOf = async (page: typeof lead, procedure: string, stage: string): Promise<MatterRow> =>
    (await get<Found>(page, `/api/matters?scope=region&procedure=${procedure}&stage=${stage}`)).rows[0] ?? assert.fail(`no ${procedure} in ${stage}`)

  await chapter('an issuer asks for what no list holds: refused, with the article and what to do', async () => {
    const { posts, acting } = await get<Me>(department, '/api/me')
    const county = posts.find(post => post.id === acting)?.region.name ?? assert.fail('no county')
    const village = (await matterOf(committee, 'community-task', 'offered')).region.name
    await department.goto('/desk/new/commission/propose')
    const form = department.locator('form.panel')
    await place(form, '范围', county)
    await fill(form, '任务名称', '统计应用安装户数')
    await fill(form, '要做什么', '逐户统计安装情况并上报')
    await form.getByRole('combobox', { name: '形式' }).click()
    await department.locator('.ant-select-dropdown').filter({ visible: true }).getByTitle('安装使用应用', { exact: true }).click()
    await place(form, '下达给', village)
    const today = dayOf(new Date())
    await fill(form, '开始日期', today)
    await fill(form, '结束日期', today)
    const meter = form.getByRole('region', { name: '预计用时' })
    await sees(meter, '1 处合计')
    await form.getByLabel('字段，第 1 行', { exact: true }).fill('安装户数')
    await form.getByLabel('类型，第 1 行', { exact: true }).selectOption('数字')
    await sees(meter, '2 分钟')
    await checkAxe(department)
    await submit(form, '提出委托协助')
    await sees(department, '不在协助政府事项清单内，不得要求村（社区）承担')
    await sees(department, '第二十三条第三款')
    await sees(department, '请由本单位办理')
    assert.deepEqual((await get<Found>(committee, '/api/matters?scope=region&procedure=community-task')).rows.filter(row => row.title.includes('应用安装')), [])
  })

  await chapter('its own item brings its conditions along, and the hours they cost', async () => {
    const form = department.locator('form.panel')
    await choose(form, '引用清单事项', 'zz-26 农村公路养护巡查')
    await sees(form, '清单载明的工作条件：设备、经费')
    await form.getByRole('button', { name: '带入这些工作条件' }).click()
    const conditions = form.locator(':is(input, textarea)[aria-label^="工作条件，第"]')
    await conditions.nth(1).waitFor()
    assert.deepEqual(await conditions.evaluateAll(all => all.map(one => (one as HTMLInputElement).value)), ['设备', '经费'])
    await sees(form.getByRole('region', { name: '预计用时' }), '2 小时 2 分钟')
  })

  await chapter('the community is asked whether it takes on what is entrusted, and does not', async () => {
    const offered = await matterOf(committee, 'community-task', 'offered')
    await openMatter(committee, offered.id)
    await sees(committee, '待答复是否承担')
    const form = await step(committee, '不承担')
    await fill(form, '不承担的理由', '没有场所和人手')
    await submit(form, '不承担')
    await sees(committee, '不承担')
    const after = await get<MatterView>(committee, `/api/matters/${offered.id}`)
    assert.equal(after.stage, 'declined')
  })

  await chapter('the county upholds an objection, with its reasons', async () => {
    const disputed = await matterOf(lead, 'community-task', 'disputed')
    await openMatter(lead, disputed.id)
    await sees(lead, '有异议，待县（区）裁定')
    await checkAxe(lead)
    const form = await step(lead, '异议成立')
    await fill(form, '裁定理由', '该路段为国道，不在清单事项内')
    await submit(form, '异议成立')
    await sees(lead, '已免除')
    assert.equal((await get<MatterView>(lead, `/api/matters/${disputed.id}`)).stage, 'released')
  })

  await chapter('the issuer sees what became of each of its tasks', async () => {
    const mine = (await get<Found>(department, '/api/matters?scope=office&procedure=commission')).rows.find(row => row.stage === 'running') ?? assert.fail('no commission runs')
    await openMatter(department, mine.id)
    const tasks = department.getByRole('region', { name: /各处任务/ })
    await sees(tasks, '已免除')
    await sees(department, /每处.*处合计/)
    await arrived(department)
    await checkAxe(department)
    assert.deepEqual(await lookOverAll(department, [{ at: `/desk/matter/${mine.id}` }, { at: '/desk/new/commission/propose' }]), [])
  })
})

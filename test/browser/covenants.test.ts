import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { act, get, officeOf } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { fill, openMatter, step, submit } from './helpers/desk.ts'
import { arrived, lookOverBoth } from './helpers/look.ts'
import { scenes } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import type { MatterView } from '../../server/wire.ts'
import type { CovenantsView, EvaluationView } from '../../server/wire/covenants.ts'

const scene = scenes()

const villageOf = async (page: Page): Promise<string> => (await officeOf(page)).slice(0, 12)

/** The neighbouring village's draft, which lies with the township. */
const inReview = async (page: Page): Promise<string> => {
  const { rows } = await get<{ readonly rows: readonly { readonly id: string; readonly stage: { readonly key?: string } | string }[] }>(page, '/api/matters?scope=office&procedure=covenant')
  return rows[0]?.id ?? assert.fail('no covenant in review')
}

scene('the township checks a covenant clause by clause: what its words point to stands beside it, and one goes back with its ground', async (world, chapter) => {
  const handler = await world.as('handler')
  const id = await inReview(handler)

  await chapter('each clause with its verdict; a missing one is asked for, and what was typed stays', async () => {
    await openMatter(handler, id)
    const form = await step(handler, '逐条审核')
    await sees(form, '共 4 条，已审核 0 条')
    await sees(form, /字面涉及“公开羞辱、曝光个人信息、上黑榜”：《民法典》/)
    await form.getByRole('group', { name: '第 1 条', exact: true }).getByRole('radio', { name: '可以' }).check()
    await submit(form, '逐条审核')
    await sees(handler, /还有条文没有审核：第 2、3、4 条/)
    await sees(form, '共 4 条，已审核 1 条')
    await checkAxe(handler)
  })

  await chapter('one sent back needs its ground and its reason, told at the clause', async () => {
    const form = await step(handler, '逐条审核')
    for (const n of [2, 3]) await form.getByRole('group', { name: `第 ${n} 条`, exact: true }).getByRole('radio', { name: '可以' }).check()
    const clause = form.getByRole('group', { name: '第 4 条', exact: true })
    await clause.getByRole('radio', { name: '退回修改' }).check()
    await submit(form, '逐条审核')
    await sees(clause, '退回的须写明法律依据')
    const ground = clause.getByRole('combobox', { name: '第 4 条 退回的法律依据' })
    await ground.click()
    await handler.locator('.ant-select-dropdown').filter({ visible: true }).getByText(/公开羞辱/).click()
    await fill(clause, '第 4 条 说明', '不能张榜公布村民姓名')
    await checkAxe(handler)
    await submit(form, '逐条审核')
    await sees(handler, '起草中')
    await sees(handler.getByRole('region', { name: '事项内容' }), '不能张榜公布村民姓名')
  })
})

scene('a village’s covenant for everyone: read in large type, heard, its versions side by side, taken along', async (world, chapter) => {
  const committee = await world.as('committee')
  const village = await villageOf(committee)

  await chapter('on a phone, without signing in', async () => {
    const page = await world.open('phone')
    await page.goto(`/covenant/${village}`)
    await sees(page, '席面不超过十五桌')
    await sees(page, '第 2 版（2025-09-01 起）')
    await sees(page, '公约不能罚款，不能停水停电')
    await page.getByText(/历次版本（2 版）/).click()
    await sees(page, '不大操大办，不比排场')
    await checkAxe(page)
    const paper = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载大字张贴版' }).click()
    assert.match((await paper).suggestedFilename(), /村规民约（演示）.*\.docx$/)
    const en = await world.open('phone', 'en')
    await en.goto(`/covenant/${village}`)
    await sees(en, 'Version 2 (from 2025-09-01)')
    await checkAxe(en)
  })

  await chapter('at the desk, two versions clause by clause', async () => {
    const { versions } = await get<CovenantsView>(committee, `/api/covenants?village=${village}`)
    await committee.goto(`/desk/registers/covenants?village=${village}&version=${versions[0]?.version ?? ''}&against=${versions[1]?.version ?? ''}`)
    await sees(committee, '增加 2 条，删去 0 条，修改 2 条')
    await sees(committee.locator('.clause-diff tbody tr').filter({ hasText: '第 4 条' }), '年老体弱的不勉强')
    await checkAxe(committee)
  })

  await chapter('an amendment is begun, and a resident proposes to it from the covenant’s own page', async () => {
    await committee.goto('/desk/registers/covenants')
    await committee.getByRole('link', { name: '发起修订' }).click()
    await committee.getByLabel('名称').fill('村规民约（测试修订）')
    await committee.getByLabel('征集什么').fill('健身器材怎样爱护')
    await committee.getByRole('button', { name: /征集建议$/ }).click()
    await committee.waitForURL('**/desk/matter/*')
    const resident = await world.as('resident')
    await resident.goto('/covenant')
    await resident.getByRole('link', { name: '提建议' }).click()
    await sees(resident, /对《村规民约（测试修订）》提建议/)
    await resident.getByLabel(/^建议/).fill('请把广场的灯也写进去')
    await checkAxe(resident)
    await resident.getByRole('button', { name: '提建议' }).click()
    await resident.waitForURL('**/matters/*')
    await sees(resident, '请把广场的灯也写进去')
    await act(committee, resident.url().split('/').at(-1) ?? '', 'answer', { outcome: 'adopted', reply: '采纳，写进第七条' })
  })
})

scene('one evaluation: the person is told, reads all of it on a phone and objects; the committee hears them; nobody outside the village finds it', async (world, chapter) => {
  const [resident, committee] = await Promise.all([world.as('resident'), world.as('committee')])
  const told = (await get<readonly EvaluationView[]>(resident, '/api/me/integrity')).find(one => one.stage === 'told') ?? assert.fail('nothing told')

  await chapter('my integrity file: what it says, what ended, what I can do', async () => {
    await resident.goto('/mine')
    await resident.getByRole('link', { name: '我的诚信档案' }).click()
    await sees(resident, '公约第 6 条')
    await sees(resident, '已到期失效')
    await checkAxe(resident)
    await resident.getByRole('link', { name: '看全部内容和证据' }).first().click()
    await sees(resident, '把翻修房子剩下的一车砖渣倒在主渠边上')
    await checkAxe(resident)
  })

  await chapter('they object, and the committee is asked to hear them', async () => {
    await resident.goto('/mine/integrity')
    await resident.getByRole('link', { name: '提出异议' }).click()
    await resident.getByLabel(/本人的异议/).fill('砖渣是工队倒的，我已让他们清走')
    await checkAxe(resident)
    await resident.getByRole('button', { name: '提出异议' }).click()
    await sees(resident, '待听取意见')
  })

  await chapter('the committee’s file names nobody whole, and the hearing is recorded', async () => {
    await committee.goto('/desk/registers/integrity')
    await sees(committee, '待听取意见')
    await checkAxe(committee)
    await openMatter(committee, told.id)
    const form = await step(committee, '听取意见')
    await form.getByRole('radio', { name: '本人到场' }).check()
    await checkAxe(committee)
    const { seq } = await get<MatterView>(committee, `/api/matters/${told.id}`)
    assert.ok(seq >= 4)
  })

  await chapter('township, county and city find nothing of it', async () => {
    for (const who of ['handler', 'dispatcher', 'countyLead', 'cityLead', 'auditor'] as const) {
      const page = await world.as(who)
      assert.equal((await page.request.get(`/api/matters/${told.id}`)).status(), 404, who)
      assert.deepEqual(await get(page, `/api/integrity?village=${await villageOf(committee)}`), [], who)
    }
  })
})

scene('every page of it, in both languages and at both widths', async world => {
  const own = (await get<readonly EvaluationView[]>(await world.as('resident'), '/api/me/integrity')).at(-1)?.id ?? ''
  const findings = [
    ...await lookOverBoth(lang => world.as('committee', 'desk', lang), [{ at: '/desk/registers/covenants' }, { at: '/desk/registers/integrity' }, { at: '/desk/new/credit-review/evaluate', first: arrived }, { at: `/desk/matter/${own}` }]),
    ...await lookOverBoth(lang => world.as('resident', 'desk', lang), [{ at: '/covenant' }, { at: '/mine/integrity' }, { at: `/matters/${own}` }]),
  ]
  assert.deepEqual(findings, [])
})

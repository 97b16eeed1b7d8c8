import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { act, get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { openMatter } from './helpers/desk.ts'
import { arrived, lookOverBoth, type Look } from './helpers/look.ts'
import { scenes } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import type { ListVersion, ListView, StepReply } from '../../server/wire.ts'
import { randomUUID } from 'node:crypto'

const scene = scenes()

const county = '630202'
const inForce = async (page: Page): Promise<ListVersion> => (await get<readonly ListVersion[]>(page, `/api/work-lists?region=${county}`)).find(one => one.stands === 'now') ?? assert.fail('no list in force')

/** As many items as a list may have, in place of those of a version. */
const thousands = async (page: Page): Promise<void> => {
  await page.route(/\/api\/work-lists\/630202\/[0-9a-f-]{36}$/, async route => {
    const reply = await route.fetch()
    const view = await reply.json() as ListView
    const [one] = view.items
    await route.fulfill({ response: reply, json: { ...view, items: Array.from({ length: 5000 }, (_, i) => ({ ...one, code: `own-${i}`, name: `事项${i}` })) } })
  })
}

scene('at the desk: the lists in force, found by word and kind, and two versions side by side', async (world, chapter) => {
  const committee = await world.as('committee')
  const rows = committee.locator('.items tbody tr')

  await chapter('both lists of the county, with their conditions and work', async () => {
    await committee.goto('/desk/registers/lists')
    await sees(committee, /2025 年修订，演示/)
    await sees(committee, '55/55')
    assert.equal(await rows.count(), 55)
    await committee.getByRole('combobox', { name: '哪一张清单' }).click()
    await committee.locator('.ant-select-dropdown').filter({ visible: true }).getByText('社区工作事项 25').click()
    await sees(committee, '25/55')
    await committee.getByRole('combobox', { name: '哪一张清单' }).click()
    await committee.locator('.ant-select-dropdown').filter({ visible: true }).getByText('两张清单').click()
    await committee.getByLabel('在清单中查找').fill('汛期')
    await sees(committee, '1/55')
    await sees(rows.first(), '人员、设备、经费、培训')
    await sees(rows.first(), '5月15日至9月30日')
    await committee.getByLabel('在清单中查找').fill('订阅报刊')
    await sees(committee, '清单里没有的，不能要求村（社区）承担。')
  })

  await chapter('what changed from the version before, item by item with its reason', async () => {
    const versions = await get<readonly ListVersion[]>(committee, `/api/work-lists?region=${county}`)
    await committee.goto(`/desk/registers/lists?county=${county}&version=${versions[0]?.version ?? ''}&against=${versions[1]?.version ?? ''}`)
    await sees(committee, /新增 4 项，退出 2 项，调整 2 项/)
    const gone = committee.locator('.list-diff tbody tr').filter({ hasText: '订阅报刊任务分解' })
    await sees(gone, '退出')
    await sees(gone, /退出清单$/)
    const changed = committee.locator('.list-diff tbody tr').filter({ hasText: '社会救助对象入户核查' })
    assert.match(await changed.innerText(), /工作条件\s+经费\s+每次工时\s+3 小时\s+工作条件\s+人员、经费\s+每次工时\s+2 小时/)
    await checkAxe(committee)
  })

  await chapter('five thousand items: the first of them, more on demand, and any by word', async () => {
    const page = await world.as('committee')
    await thousands(page)
    await page.goto('/desk/registers/lists')
    await sees(page, '5000/5000')
    assert.equal(await page.locator('.items tbody tr').count(), 200)
    await page.getByRole('button', { name: /还有 4800 项/ }).click()
    assert.equal(await page.locator('.items tbody tr').count(), 400)
    await page.getByLabel('在清单中查找').fill('事项4999')
    await sees(page, '1/5000')
  })

  await chapter('a county without lists', async () => {
    const page = await world.as('committee')
    await page.goto('/desk/registers/lists?county=630203')
    await sees(page, '该县（区）还没有公布清单')
    await checkAxe(page)
  })
})

scene('a new version is drafted, communities see what it changes and comment, and are answered', async (world, chapter) => {
  const [lead, committee] = await Promise.all([world.as('countyLead'), world.as('committee')])
  let id = ''

  await chapter('a draft begins with the items in force', async () => {
    await lead.goto('/desk/new/work-list/draft')
    const county = lead.getByRole('combobox', { name: /县（区）/ })
    await county.click()
    await county.fill('乐都')
    await lead.locator('.ant-select-dropdown').filter({ visible: true }).getByText(/乐都区/).first().click()
    await lead.getByRole('button', { name: /的 55 项为底稿/ }).click()
    await sees(lead, /已填 55 行/)
    await checkAxe(lead)
  })

  await chapter('drafted from the one in force and put out for consultation', async () => {
    const { version } = await inForce(lead)
    const { items } = await get<ListView>(lead, `/api/work-lists/${county}/${version}`)
    const draft = { county, title: '乐都区事项清单（测试修订）', since: '2099-01-01', reason: '动态调整', reasons: [{ code: 'zz-02', why: '改由数据比对' }], items: items.filter(item => item.code !== 'zz-02').map(item => (item.code === 'zz-01' ? { ...item, minutes: 90 } : item)) }
    const reply = await lead.request.post('/api/work-list/draft', { data: { input: draft }, headers: { 'X-Requested-With': 'shanzhi', 'Idempotency-Key': randomUUID() } })
    assert.equal(reply.status(), 200, await reply.text())
    id = (await reply.json() as StepReply).id
    await openMatter(lead, id)
    await sees(lead.getByRole('region', { name: '与上一版逐项比较' }), '改由数据比对')
    await arrived(lead)
    await checkAxe(lead)
    await act(lead, id, 'consult')
  })

  await chapter('a community comments from the draft itself', async () => {
    await openMatter(committee, id)
    await committee.getByRole('link', { name: '对草案提意见' }).click()
    await committee.getByRole('heading', { level: 1, name: /清单意见/ }).waitFor()
    await committee.getByLabel('事项编码').fill('zz-01')
    await committee.getByRole('radio', { name: '建议修改', exact: true }).check()
    await committee.getByLabel('意见', { exact: true }).fill('每次至少需要两个小时')
    const place = committee.getByRole('combobox', { name: /提意见的村/ })
    await place.click()
    await place.fill('高庙镇 东村')
    await committee.locator('.ant-select-dropdown').filter({ visible: true }).getByText(/东村/).first().click()
    await checkAxe(committee)
    await committee.getByRole('button', { name: /提意见$/ }).click()
    await committee.waitForURL('**/desk/matter/*')
    await sees(committee, '待答复')
  })

  await chapter('and is answered', async () => {
    await act(lead, committee.url().split('/').at(-1) ?? '', 'answer', { outcome: 'adopted', reply: '采纳，工时改为两小时' })
    await sees(committee, '采纳，工时改为两小时')
    await act(lead, id, 'dropDraft', { droppedWhy: '测试完毕' })
  })
})

scene('an office’s duty list, and the lists for everyone on a phone', async (world, chapter) => {
  await chapter('a department finds its own', async () => {
    const department = await world.as('department')
    await department.goto('/desk/registers/duties')
    await sees(department, /职责事项清单（演示）/)
    await sees(department, '12/12')
    await checkAxe(department)
  })

  await chapter('not signed in, on a phone: what stands on the lists and what to do about what does not', async () => {
    const page = await world.open('phone')
    await page.goto('/')
    await page.getByRole('link', { name: /事项清单/ }).click()
    await sees(page, '被要求做清单以外的事，怎么办？')
    await page.getByLabel('县（区）').selectOption(county)
    await page.getByText('汛期隐患点值守').click()
    await sees(page, '人员、设备、经费、培训')
    await page.getByLabel('查找').fill('订阅报刊')
    await sees(page, /清单里没有/)
    await page.getByRole('link', { name: '条例第二十三条' }).click()
    await page.getByRole('heading', { level: 1, name: /第二十三条/ }).waitFor()
  })
})

scene('the pages of the lists are sound in both languages, at a desk’s width and a narrow phone’s', async world => {
  const [now, first] = await get<readonly ListVersion[]>(await world.open('desk'), `${world.url}/api/work-lists?region=${county}`)
  const desk: readonly Look[] = [
    { at: '/desk/registers/lists' }, { at: `/desk/registers/lists?county=${county}&version=${now?.version ?? ''}&against=${first?.version ?? ''}` }, { at: '/desk/registers/lists?county=630203' },
    { at: '/desk/registers/duties' }, { at: '/desk/new/list-proposal/propose' }, { at: '/desk/new/list-comment/comment' },
  ]
  assert.deepEqual(await lookOverBoth(lang => world.as('committee', 'narrow', lang), desk), [])
  assert.deepEqual(await lookOverBoth(lang => world.open('narrow', lang), [{ at: '/lists', first: page => arrived(page) }]), [])
})

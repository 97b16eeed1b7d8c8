import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { act, get, officeOf, report } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { fill, step, submit } from './helpers/desk.ts'
import { arrived, lookOverBoth, type Look } from './helpers/look.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { neverTold, sees, seesNoMore } from './helpers/see.ts'
import type { MatterView, Me } from '../../server/wire.ts'

// Who looked at what, and leave to look.
const scene: Scene = scenes()

const phone = '13897221234'
const contact = { contactName: '马晓梅', contactPhone: phone }
const openAt = async (page: Page, id: string): Promise<void> => {
  await page.goto(`/desk/matter/${id}`)
  await page.getByRole('heading', { level: 2, name: '事项内容' }).waitFor()
}

scene('a resident sees who looked, asks why, and reads the answer of the office', async (world, chapter) => {
  const resident = await world.as('resident', 'phone')
  const [dispatcher, department, lead] = await Promise.all([world.as('dispatcher'), world.as('department'), world.as('countyLead')])
  const officer = (await get<Me>(department, '/api/me')).name
  const clerk = (await get<Me>(dispatcher, '/api/me')).name
  let id = ''
  let look = ''

  await chapter('nobody has looked yet', async () => {
    await resident.goto('/mine#readings')
    await sees(resident, '还没有人看过您的信息。')
    const heading = resident.getByRole('heading', { name: '谁看过我的信息' })
    assert.ok(await heading.evaluate(one => one.getBoundingClientRect().top < innerHeight), 'the address of the section leads to it')
  })

  await chapter('a dispatcher and the department open a matter that holds a phone', async () => {
    id = (await report(resident, '去小学的路塌了一个坑，学生绕着走', contact)).id
    await openAt(dispatcher, id)
    await sees(dispatcher, phone)
    await act(dispatcher, id, 'dispatch', { category: 'road-damage', office: await officeOf(department) })
    await openAt(department, id)
    await sees(department, phone)
    await openAt(department, id)
    await sees(department, phone)
  })

  await chapter('the resident sees who, of which office, read what, in which matter, why and how often', async () => {
    await resident.goto(`/matters/${id}`)
    await resident.getByRole('link', { name: '谁看过我的信息' }).click()
    const section = resident.getByRole('region', { name: '谁看过我的信息' })
    const line = section.getByRole('listitem').filter({ hasText: officer })
    for (const told of [/交通运输局 · 承办人/, '联系人、联系电话', /履行岗位职责/, /共 2 次/]) await sees(line, told)
    await sees(section.getByRole('listitem').filter({ hasText: clerk }), '联系人、联系电话')
    await checkAxe(resident)
    await line.getByRole('button', { name: '问一问为什么' }).click()
  })

  await chapter('the question has the reading filled in, and its address does not tell which', async () => {
    await resident.getByRole('heading', { level: 1, name: '查看询问' }).waitFor()
    assert.equal(new URL(resident.url()).pathname + new URL(resident.url()).search, '/mine/access-question/ask')
    await sees(resident, new RegExp(`${officer}.*查看了联系人、联系电话`))
    assert.equal(await resident.getByLabel('查看记录编号').count(), 0)
    await resident.reload()
    await sees(resident, new RegExp(`${officer}.*查看了联系人、联系电话`))
    await resident.getByLabel('想问什么').fill('为什么要看我的电话')
    await checkAxe(resident)
    await resident.getByRole('button', { name: '询问', exact: true }).click()
    await resident.waitForURL('**/matters/*')
    await sees(resident, '待单位答复')
    look = resident.url().split('/').at(-1) ?? ''
  })

  await chapter('a lead of that office answers, who is not who looked', async () => {
    await openAt(lead, look)
    await sees(lead, '联系人、联系电话')
    const form = await step(lead, '答复')
    await fill(form, '答复', '承办道路破损须电话联系您核实位置，当天只为此查看了联系方式。')
    await submit(form, '答复')
    await sees(lead, '已答复，待本人表示意见')
  })

  await chapter('the resident reads it and accepts', async () => {
    await resident.goto(`/matters/${look}`)
    await sees(resident, '承办道路破损须电话联系您核实位置，当天只为此查看了联系方式。')
    await resident.getByRole('link', { name: '提出异议' }).waitFor()
    await checkAxe(resident)
    await resident.getByRole('link', { name: '接受答复' }).click()
    await resident.getByRole('button', { name: '接受答复' }).click()
    await sees(resident, '已办结')
  })
})

scene('a grid worker asks to read a phone, a lead gives leave, and the resident sees that it was read under a grant', async (world, chapter) => {
  const [resident, gridWorker, lead] = await Promise.all([world.as('resident', 'phone'), world.as('gridWorker', 'desk'), world.as('countyLead')])
  const worker = (await get<Me>(gridWorker, '/api/me')).name
  const { id } = await report(resident, '巷子里的排水沟堵了，一下雨就倒灌', contact)
  const { number } = await get<MatterView>(resident, `/api/matters/${id}`)
  let grant = ''

  await chapter('what is not theirs to read is masked, with the way to ask for it', async () => {
    await openAt(gridWorker, id)
    await neverTold(gridWorker, phone)
    await checkAxe(gridWorker)
    await gridWorker.locator('.facts-row').filter({ hasText: '联系电话' }).getByRole('link', { name: '申请查看' }).click()
    await gridWorker.getByRole('heading', { level: 1, name: '调阅授权 · 申请调阅' }).waitFor()
    assert.equal(new URL(gridWorker.url()).search, '')
    assert.ok(!gridWorker.url().includes(number))
    assert.equal(await gridWorker.getByLabel('事项编号').inputValue(), number)
    for (const chosen of ['一个事项', '姓名和联系方式', '敏感']) assert.ok(await gridWorker.getByRole('radio', { name: chosen, exact: true }).isChecked(), chosen)
    await checkAxe(gridWorker)
    await gridWorker.getByLabel('调阅期限').fill('7')
    await gridWorker.getByLabel('用途').fill('入户核实积水，需先电话联系')
    await gridWorker.getByRole('button', { name: /申请调阅$/ }).click()
    await gridWorker.waitForURL('**/desk/matter/*')
    await sees(gridWorker, '待审批')
    grant = gridWorker.url().split('/').at(-1) ?? ''
  })

  await chapter('the lead finds it in To do, and gives leave', async () => {
    await lead.goto('/desk/?scope=office')
    await lead.getByRole('link', { name: /入户核实积水/ }).click()
    await sees(lead, number)
    await submit(await step(lead, '同意'), '同意')
    await sees(lead, '可调阅')
    assert.equal(lead.url().split('/').at(-1), grant)
  })

  await chapter('opened again, the page shows the phone', async () => {
    await gridWorker.getByRole('link', { name: '台账' }).click()
    await openAt(gridWorker, id)
    await sees(gridWorker, phone)
    await seesNoMore(gridWorker.locator('.facts-row').filter({ hasText: '联系电话' }), '申请查看')
  })

  await chapter('the resident sees that it was read under a grant', async () => {
    await resident.goto('/mine')
    const line = resident.getByRole('region', { name: '谁看过我的信息' }).getByRole('listitem').filter({ hasText: worker })
    await sees(line, /经授权查看/)
    await sees(line, '联系电话')
  })

  await chapter('the auditor finds it in the log, by officer and by matter', async () => {
    const auditor = await world.as('auditor')
    await auditor.goto('/desk/registers/readings')
    const rows = auditor.locator('tbody tr')
    await rows.filter({ hasText: worker }).first().getByRole('button', { name: worker }).click()
    await auditor.getByRole('button', { name: new RegExp(`只看 ${worker}`) }).waitFor()
    await arrived(auditor)
    assert.deepEqual(new Set(await rows.locator('td:nth-child(2)').allInnerTexts()).size, 1)
    await sees(rows.first(), '经授权查看')
    await rows.filter({ hasText: number }).first().getByRole('button', { name: '只看此件' }).click()
    await auditor.getByRole('button', { name: new RegExp(`只看 ${worker}`) }).click()
    await arrived(auditor)
    assert.ok((await rows.locator('td:nth-child(5)').allInnerTexts()).every(text => text.includes(number)))
    assert.ok(!auditor.url().includes('?'), 'whom it is narrowed to stands in no address')
    for (const page of [gridWorker, lead]) {
      await page.goto('/desk/registers/regions')
      await page.getByRole('navigation', { name: '各台账' }).waitFor()
      assert.equal(await page.getByRole('link', { name: '查看记录' }).count(), 0)
    }
  })
})

scene('the roll of a village: for who works there; the township reads doors, and asks to read names', async world => {
  const committee = await world.as('committee')
  await committee.goto('/desk/registers/people')
  await committee.getByRole('table').getByRole('row').nth(1).waitFor()
  assert.ok(await committee.getByRole('row').count() > 10)
  const village = (await get<Me>(committee, '/api/me')).posts[0]?.region.code ?? assert.fail('a committee without a village')
  const department = await world.as('handler')
  await department.goto(`/desk/registers/people?village=${village}`)
  await sees(department, '您的岗位只看门牌，不看住户姓名')
  await department.getByRole('link', { name: '确需查看姓名的，申请调阅' }).click()
  await department.getByRole('heading', { level: 1, name: '调阅授权 · 申请调阅' }).waitFor()
  for (const chosen of ['一个地方的户和人口名册', '内部']) assert.ok(await department.getByRole('radio', { name: chosen, exact: true }).isChecked(), chosen)
  const auditor = await world.as('auditor')
  await auditor.goto('/desk/registers/regions')
  await auditor.getByRole('navigation', { name: '各台账' }).waitFor()
  assert.equal(await auditor.getByRole('link', { name: '户和人口' }).count(), 0)
})

scene('the pages of access are sound in both languages, at a desk’s width and a narrow phone’s', async world => {
  const [resident, dispatcher] = await Promise.all([world.as('resident'), world.as('dispatcher')])
  const { id } = await report(resident, '桥头的限高架被撞歪，大车过不去', contact)
  await openAt(dispatcher, id)
  const looks: readonly (readonly ['resident' | 'auditor' | 'committee' | 'gridWorker' | 'handler', readonly Look[]])[] = [
    ['resident', [{ at: '/mine#readings' }, { at: '/mine/access-question/ask' }, { at: `/matters/${id}` }]],
    ['auditor', [{ at: '/desk/registers/readings' }]],
    ['committee', [{ at: '/desk/registers/people' }]],
    ['handler', [{ at: '/desk/registers/people' }]],
    ['gridWorker', [{ at: `/desk/matter/${id}` }, { at: '/desk/new/access-grant/ask' }, { at: '/desk/new/access-grant/breakGlass' }]],
  ]
  for (const [who, all] of looks) assert.deepEqual(await lookOverBoth(lang => world.as(who, 'narrow', lang), all), [], who)
})

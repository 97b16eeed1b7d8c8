import assert from 'node:assert/strict'
import type { Me } from '../../server/wire.ts'
import { act, get, officeNameOf } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { pickOne } from './helpers/phone.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { neverTold, sees } from './helpers/see.ts'

// Orders that come past the platform, and what communities are given, at every door.
const scene: Scene = scenes()

scene('50.2: a grid worker logs an order from outside in seconds; everyone sees the burden, the office sees no name', async (world, chapter) => {
  const worker = await world.as('gridWorker', 'phone')
  const me = await get<Me>(worker, '/api/me')
  const village = me.posts.find(post => post.id === me.acting)?.region.code ?? assert.fail('no village')
  const office = await world.as('handler')
  const township = await officeNameOf(office)
  let id = ''

  await chapter('three fields on a phone, the photo first, and it is logged', async () => {
    await worker.goto('/field/')
    await worker.getByRole('link', { name: '登记平台外派单' }).click()
    await worker.getByRole('heading', { level: 1, name: '登记平台外派单' }).waitFor()
    await checkAxe(worker)
    await pickOne(worker, '谁要求的', township)
    await worker.getByLabel('要做什么').fill('今天下班前报全村车辆台账')
    await worker.getByText('微信、工作群').click()
    await worker.getByText('期限、用时、形式（可不填）').click()
    await worker.getByLabel('估计要用多少分钟').fill('2500')
    await worker.getByRole('button', { name: '登记', exact: true }).click()
    await worker.waitForURL(/\/field\/matters\//)
    id = worker.url().split('/').at(-1) ?? ''
    await sees(worker, '待派单单位答复')
    await checkAxe(worker)
  })

  await chapter('the community’s own page has it, and stands over its ceiling', async () => {
    await worker.goto('/field/burden')
    await sees(worker, '超上限')
    await sees(worker, '平台外派单：任务（微信、工作群）')
    await checkAxe(worker)
  })

  await chapter('the office named reads what was asked, and nobody’s name', async () => {
    await office.goto(`/desk/matter/${id}`)
    await office.getByRole('heading', { level: 2, name: '事项内容' }).waitFor()
    await neverTold(office, me.name)
    await checkAxe(office)
  })

  await chapter('the county sees who loads whom, and each figure opens its list', async () => {
    const lead = await world.as('countyLead')
    await lead.goto('/desk/burden')
    await sees(lead, '谁给村（社区）派了什么、凭什么派')
    await lead.getByRole('region', { name: '概况' }).getByText('平台外').waitFor()
    await checkAxe(lead)
    await lead.getByRole('link', { name: '派出单位' }).click()
    await lead.getByRole('columnheader', { name: '被拒交办' }).waitFor()
    await checkAxe(lead)
    await lead.getByRole('link', { name: '任务清单' }).click()
    await sees(lead, '平台外派单：任务（微信、工作群）')
    await checkAxe(lead)
  })

  await chapter('the calendar, wide and narrow, in both languages', async () => {
    for (const [screen, lang] of [['desk', 'zh'], ['narrow', 'en']] as const) {
      const page = await world.as('deputy', screen, lang)
      await page.goto(`/desk/burden/calendar?region=${village}`)
      await page.getByRole('heading', { level: 3, name: lang === 'zh' ? /全月任务/ : /All of the month/ }).waitFor()
      await checkAxe(page)
      for (const view of ['', '/issuers', '/refused', '/tasks']) {
        await page.goto(`/desk/burden${view}?region=${village}`)
        await page.getByRole('heading', { level: 1, name: lang === 'zh' ? '负担' : 'Burden' }).waitFor()
        await page.waitForLoadState('networkidle')
        await checkAxe(page)
      }
    }
  })

  await chapter('anybody reads it on a phone, without an account; a place without anything says so', async () => {
    const page = await world.open('narrow', 'en')
    await page.goto(`/burden/${village}`)
    await sees(page, 'Over')
    await checkAxe(page)
    await page.goto('/burden/630203')
    await page.waitForLoadState('networkidle')
    await checkAxe(page)
  })

  await chapter('taken back, it no longer counts', async () => {
    await act(worker, id, 'withdraw', { withdrawReason: '同事已登记' })
    await worker.goto('/field/burden')
    await sees(worker, '上限内')
    await neverTold(worker, '平台外派单：任务')
  })
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { readCells } from '../../server/sheets/read.ts'
import type { DoorsView, GridWorkersView, Me, SubsidyLedger } from '../../server/wire.ts'
import { get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { arrived } from './helpers/look.ts'
import { scenes } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'

// The register of households and what field work reads off it: a sheet on trial, approved by another, a plan that names a door, hands wanting, the ledger.
const scene = scenes()

const looksWell = async (page: Page): Promise<void> => {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await sideways(page), [])
    await checkAxe(page)
  }
}

const village = async (page: Page): Promise<string> => {
  const { posts, acting } = await get<Me>(page, '/api/me')
  return posts.find(post => post.id === acting)?.region.code ?? assert.fail('no village')
}

const csv = (lines: readonly string[]) => ({ name: '户册.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) })

scene('households come from a sheet, are approved by another, and are named by their doors from then on', async (world, chapter) => {
  const [committee, handler, dispatcher] = await Promise.all([world.as('committee'), world.as('handler'), world.as('dispatcher')])
  const own = await village(committee)
  const { rows: before } = await get<DoorsView>(committee, `/api/households?village=${own}`)
  const taken = before[0]?.address ?? assert.fail('no household')
  const table = committee.locator('#fact-households')

  await chapter('a CSV on trial: bad cells are painted, also what the register knows better', async () => {
    await committee.goto('/desk/registers/people')
    await sees(committee, taken)
    await looksWell(committee)
    await committee.getByRole('button', { name: '登记、导入或变更户' }).click()
    await committee.getByRole('button', { name: '从 Excel 导入' }).click()
    await committee.locator('input[type=file]').setInputFiles(csv(['门牌,人数,户主', `${taken},3,旦增·次仁罗布`, '新社区东侧第三排一号院,很多,', '新社区2号,2,']))
    await committee.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click()
    await table.getByLabel('人数，第 2 行', { exact: true }).fill('5')
    await committee.getByLabel('自哪天起').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10))
    await committee.getByLabel('依据或原因').fill('年度户册核对')
    await committee.getByRole('button', { name: '提出户册变更' }).click()
    await sees(table, /户$|有这个门牌|已是/)
    await looksWell(committee)
    await table.getByLabel('门牌，第 1 行', { exact: true }).fill('新社区1号')
    await committee.getByRole('button', { name: '提出户册变更' }).click()
    await committee.waitForURL(/\/desk\/matter\//)
    await sees(committee, '待核准')
    assert.equal((await get<DoorsView>(committee, `/api/households?village=${own}`)).rows.length, before.length, 'nothing is entered before it is approved')
  })

  await chapter('the township approves, and reads doors alone', async () => {
    await handler.goto(new URL(committee.url()).pathname)
    await handler.getByRole('button', { name: '核准入册' }).first().click()
    await sees(handler, '已入册')
    await handler.goto(`/desk/registers/people?village=${own}`)
    await sees(handler, '新社区东侧第三排一号院')
    assert.equal(await handler.getByText('旦增·次仁罗布').count(), 0)
    await looksWell(handler)
  })

  await chapter('a plan of visits offers the doors of the register, and takes no other', async () => {
    await handler.goto('/desk/new/visit-plan/make')
    await handler.getByLabel('村（社区）或网格').fill(own)
    await handler.waitForTimeout(300)
    await handler.keyboard.press('Enter')
    await handler.locator('datalist option').first().waitFor({ state: 'attached' })
    const offered = await handler.locator('datalist option').evaluateAll(all => all.map(one => one.getAttribute('value')))
    assert.ok(offered.includes('新社区1号'))
    await looksWell(handler)
  })

  await chapter('where hands are wanting, and an appointment begun from there', async () => {
    await dispatcher.goto('/desk/registers/grid-workers')
    await sees(dispatcher, '无人负责的网格')
    await looksWell(dispatcher)
    const { rows } = await get<GridWorkersView>(dispatcher, `/api/grid-workers?region=${own.slice(0, 9)}`)
    assert.ok(rows.length > 0)
    await handler.goto('/desk/registers/grid-workers')
    await handler.getByRole('button', { name: '推荐人选' }).first().click()
    await handler.waitForURL(/\/new\/grid-appointment\/recommend/)
  })

  await chapter('the ledger of a month and of a worker, and its export', async () => {
    await handler.goto('/desk/registers/subsidies')
    await sees(handler, '待审核')
    await looksWell(handler)
    const [download] = await Promise.all([handler.waitForEvent('download'), handler.getByRole('link', { name: '导出 Excel' }).click()])
    assert.match(JSON.stringify(await readCells(await readFile(await download.path()))), /已发（元）.*待审核/s)
    await handler.locator('tbody button').first().click()
    await sees(handler, '历月补贴')
    await sees(handler, '已发放')
    const worker = new URL(handler.url()).searchParams.get('worker') ?? ''
    const { totals } = await get<SubsidyLedger>(handler, `/api/subsidies?region=${own.slice(0, 9)}&worker=${worker}`)
    assert.ok(totals.paid === 1 && totals.fen > 0)
    await looksWell(handler)
    await arrived(handler)
  })
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import writeSheets from 'write-excel-file/node'
import { toText } from '../../kernel/cell.ts'
import { items as fact } from '../../procedures/3-governance/lists/items.ts'
import { readCells } from '../../server/sheets/read.ts'
import { textIn } from '../../server/sheets/cell.ts'
import type { ListVersion, ListView } from '../../server/wire.ts'
import { act, get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { openMatter } from './helpers/desk.ts'
import { arrived } from './helpers/look.ts'
import { scenes } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'

// A county's lists come and go as Excel: imported on trial, mended where they are wrong, sent, and taken out again.
const scene = scenes()

const county = '630202'
const columns = Object.entries(fact.columns ?? {})
type Line = { readonly [column: string]: string }

/** The items in force as a sheet's lines, in the words of the options. */
const linesInForce = async (page: Page): Promise<readonly Line[]> => {
  const now = (await get<readonly ListVersion[]>(page, `/api/work-lists?region=${county}`)).find(one => one.stands === 'now') ?? assert.fail('no list in force')
  const { items } = await get<ListView>(page, `/api/work-lists/${county}/${now.version}`)
  return items.map(item => Object.fromEntries(columns.map(([name, column]) => [name, toText(column, Object.entries(item).find(([one]) => one === name)?.[1], 'zh')])))
}

const sheetOf = async (lines: readonly Line[]) => {
  const rows = [columns.map(([, column]) => column.label.zh), ...lines.map(line => columns.map(([name]) => line[name] ?? ''))]
  return { name: '事项清单.xlsx', mimeType: 'application/octet-stream', buffer: await writeSheets(rows.map(row => row.map(value => ({ value, type: String })))).toBuffer() }
}

const cell = (page: Page, column: string, row: number) => page.locator('#fact-items').getByLabel(`${column}，第 ${row} 行`, { exact: true })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

/** Nothing wider than its window, and nothing for axe to find, at a desk and on a narrow phone. */
const looksWell = async (page: Page): Promise<void> => {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    assert.deepEqual(await sideways(page), [])
    await checkAxe(page)
  }
}

scene('a list is imported from Excel with three bad cells, mended at each, and sent', async (world, chapter) => {
  const lead = await world.as('countyLead')
  const table = lead.locator('#fact-items')

  await chapter('an empty table, and the template for it', async () => {
    await lead.goto('/desk/new/work-list/draft')
    await arrived(lead)
    await sees(table, '已填 0 行，最多 5000 行')
    await looksWell(lead)
    const [download] = await Promise.all([lead.waitForEvent('download'), table.getByRole('link', { name: '下载模板' }).click()])
    assert.match(download.suggestedFilename(), /清单事项-模板\.xlsx$/)
    const [heads = []] = await readCells(await readFile(await download.path())) ?? []
    assert.equal(textIn(heads[0] ?? null), '编码 *\nCode')
  })

  await chapter('the trial names each bad cell before anything is taken over', async () => {
    const lines = await linesInForce(lead)
    const bad = lines.map((line, i) => ({ ...line, ...(i === 0 && { kind: '别的' }), ...(i === 2 && { minutes: '很久' }), ...(i === lines.length - 1 && { name: '' }) }))
    await table.getByRole('button', { name: '从 Excel 导入' }).click()
    const dialog = lead.getByRole('dialog')
    await dialog.locator('input[type=file]').setInputFiles(await sheetOf(bad))
    await sees(dialog, `读到 ${lines.length} 行`)
    await sees(dialog, '3 处需要修改')
    assert.deepEqual(await dialog.locator('.sheet-faults li').allInnerTexts(), ['B2 类别：请从所列选项中选择', 'K4 每次工时：须为 0 至 100000 的整数', `C${lines.length + 1} 事项：请填写事项`])
    await checkAxe(lead)
    await dialog.getByRole('button', { name: '导入', exact: true }).click()
    await sees(table, '3 处需要修改')
  })

  await chapter('each is painted at its cell and mended there', async () => {
    const last = (await linesInForce(lead)).length
    await sees(table.locator('td[data-row="0"][data-column="kind"]'), '请从所列选项中选择')
    const next = table.getByRole('button', { name: '下一处' })
    await next.click()
    assert.equal(await focused(lead), '类别，第 1 行')
    await looksWell(lead)
    await cell(lead, '类别', 1).selectOption('社区工作事项')
    await sees(table, '2 处需要修改')
    await next.click()
    assert.equal(await focused(lead), '每次工时，第 3 行')
    await lead.keyboard.press('Control+A')
    await lead.keyboard.type('40')
    await next.click()
    await lead.waitForFunction(wanted => document.activeElement?.getAttribute('aria-label') === wanted, `事项，第 ${last} 行`)
    await lead.keyboard.type('补写的事项')
    await lead.keyboard.press('Tab')
    await table.getByText('处需要修改').first().waitFor({ state: 'detached' })
  })

  await chapter('a draft outlives the page; what it needs beside is asked for; then it is sent', async () => {
    await lead.reload()
    await arrived(lead)
    await sees(table, /已填 \d\d 行/)
    await lead.getByLabel('清单名称').fill('乐都区事项清单（表格导入）')
    await lead.getByLabel('施行日期').fill('2099-01-01')
    await lead.getByLabel('制定或调整说明').fill('按年度调整')
    const place = lead.getByRole('combobox', { name: '县（区）' })
    await place.click()
    await place.fill('乐都')
    await lead.locator('.ant-select-dropdown').filter({ visible: true }).getByText(/乐都区$/).first().click()
    await lead.getByRole('button', { name: /起草清单$/ }).click()
    await lead.waitForURL('**/desk/matter/*')
  })

  await chapter('the matter shows it folded, and gives it back as a sheet', async () => {
    const id = lead.url().split('/').at(-1) ?? ''
    await openMatter(lead, id)
    const facts = lead.locator('.fact-table').first()
    await sees(facts, '显示全部')
    assert.equal(await facts.locator('tbody tr').count(), 20)
    await facts.getByRole('button', { name: /显示全部/ }).click()
    assert.ok(await facts.locator('tbody tr').count() > 50)
    const [download] = await Promise.all([lead.waitForEvent('download'), facts.getByRole('link', { name: '导出 Excel' }).click()])
    const rows = await readCells(await readFile(await download.path())) ?? []
    assert.ok(rows.some(row => row.map(textIn).includes('补写的事项')))
    await looksWell(lead)
    await act(lead, id, 'dropDraft', { droppedWhy: '测试完毕' })
  })
})

scene('a community takes the list in force out as a sheet', async world => {
  const committee = await world.as('committee')
  await committee.goto('/desk/registers/lists')
  const [download] = await Promise.all([committee.waitForEvent('download'), committee.getByRole('link', { name: '导出 Excel' }).first().click()])
  const rows = await readCells(await readFile(await download.path())) ?? []
  assert.equal(rows.length, (await linesInForce(committee)).length + 1)
})

scene('cells are typed by keyboard and pasted from a spreadsheet', async world => {
  const lead = await world.as('countyLead')
  await lead.goto('/desk/new/work-list/draft')
  await arrived(lead)
  await cell(lead, '编码', 1).fill('own-01')
  await lead.keyboard.press('Enter')
  await lead.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === '编码，第 2 行')
  await lead.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'zz-01\t协助政府事项\t核查\r\nzz-02\t不是选项\t"两行\n的事"\r\n')
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await sees(lead.locator('#fact-items'), '已填 3 行')
  assert.equal(await cell(lead, '事项', 3).inputValue(), '两行\n的事')
  await sees(lead.locator('#fact-items td[data-row="2"][data-column="kind"]'), '请从所列选项中选择')
  await lead.locator('#fact-items').getByRole('button', { name: '复制第 1 行' }).click()
  assert.equal(await cell(lead, '编码', 2).inputValue(), 'own-01')
  await lead.locator('#fact-items').getByRole('button', { name: '移除第 1 行' }).click()
  await sees(lead.locator('#fact-items td[data-row="2"][data-column="kind"]'), '请从所列选项中选择')
  await lead.getByRole('button', { name: '清空' }).click()
  await sees(lead.locator('#fact-items'), '已填 0 行')
})

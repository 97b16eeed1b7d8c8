import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { report } from '../helpers/act.ts'
import { arrived } from '../helpers/look.ts'
import type { Scene } from '../helpers/scene.ts'
import { sees } from '../helpers/see.ts'

const figure = (text: string): number => Number(text.replaceAll(/\D/g, ''))

/** The list that opened tells how many it has read; all of a small city fit in one reading. */
const rowsIn = async (page: Page): Promise<number> => {
  await page.getByRole('heading', { level: 1, name: '事项' }).waitFor()
  await arrived(page)
  const told = page.getByText(/已读取/)
  await told.waitFor()
  return figure(await told.innerText())
}

/** What one looks for is found, and every figure opens what it counts. */
export const finding = (scene: Scene): void => {
  scene('Chinese words, a number and a place find a matter', async world => {
    const resident = await world.as('resident')
    const { number } = await report(resident, '戏台后墙的彩画受潮脱落，想请人看看')
    const page = await world.as('dispatcher')
    const search = async (words: string): Promise<void> => {
      await page.goto('/desk/')
      await page.getByRole('searchbox', { name: '搜索事项' }).fill(words)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: '事项' }).waitFor()
      assert.equal(decodeURIComponent(page.url()).includes(words), false, 'no word looked for stands in the address')
    }
    for (const words of ['彩画受潮', number, '戏台']) {
      await search(words)
      await page.getByRole('link', { name: /戏台后墙的彩画受潮脱落/ }).waitFor()
    }
    await search('鲸鱼搁浅')
    await sees(page, '没有符合条件的事项')
    await sees(page, '可试试更短的词，或扩大范围。')
    await search('彩画受潮')
    const found = page.getByRole('link', { name: /戏台后墙的彩画受潮脱落/ })
    await found.click()
    await page.getByRole('region', { name: '下一步' }).waitFor()
    for (const again of [() => page.goBack(), () => page.reload()]) {
      await again()
      await found.waitFor()
      assert.equal(await page.getByRole('searchbox', { name: '搜索事项' }).inputValue(), '彩画受潮', 'back and reload bring the words again')
    }
    await page.getByRole('navigation', { name: '事项范围' }).getByRole('link', { name: '我经办' }).click()
    await sees(page, '没有符合条件的事项')
    assert.deepEqual([new URL(page.url()).search, await page.getByRole('searchbox', { name: '搜索事项' }).inputValue()], ['?scope=mine', '彩画受潮'], 'nor in that of another view of the list')

    const field = await world.as('gridWorker')
    await field.goto('/field/matters')
    await field.getByLabel('编号、字词、姓名或拼音首字母').fill('彩画')
    await field.getByRole('link', { name: /戏台后墙的彩画受潮脱落/ }).waitFor()
  })

  scene('a figure of the board opens the list behind it, of that many', async world => {
    const page = await world.as('countyLead')
    await page.goto('/desk/area')
    const open = page.getByRole('region', { name: /^在办/ })
    await open.waitFor()
    const total = open.locator('tfoot')
    const columns = await open.getByRole('columnheader').allInnerTexts()
    const [said, listed]: readonly [string[], string[]] = [[], []]
    for (const [i, column] of columns.slice(1).entries()) {
      const link = total.getByRole('cell').nth(i).getByRole('link')
      if (await link.count() === 0) continue
      said.push(`${column} ${figure(await link.innerText())}`)
      await link.click()
      listed.push(`${column} ${await rowsIn(page)}`)
      await page.goBack()
      await open.waitFor()
    }
    assert.ok(said.length > 4)
    assert.deepEqual(listed, said, 'each list has as many as its figure says')
    const township = open.locator('tbody').getByRole('rowheader').getByRole('link').first()
    const name = await township.innerText()
    await township.click()
    await sees(page.getByRole('navigation', { name: '所在位置' }), name)
  })

  scene('rates show what they are reckoned from', async world => {
    const page = await world.as('cityLead')
    await page.goto('/desk/area')
    const rates = page.getByRole('region', { name: '比率' })
    await sees(rates, '按期办结 / 应办结')
    await sees(rates, /^\d+\/\d+ \(\d+%\)$/)
    await sees(rates, /剔除：非本平台职责的事项/)
  })

  scene('a deputy, of whom nothing is asked, is told so', async world => {
    const page = await world.as('deputy')
    await page.goto('/desk/')
    await page.getByRole('link', { name: '我经办' }).click()
    await sees(page, '没有待办事项，暂无需处理')
  })

  scene('whoever has nothing to do is told so', async world => {
    const committee = await world.as('committee')
    await committee.goto('/desk/?scope=mine')
    await sees(committee, /没有待办事项，暂无需处理/)
    await committee.getByRole('searchbox', { name: '在列表中查找' }).fill('鲸鱼搁浅')
    await committee.keyboard.press('Enter')
    await sees(committee, '没有符合条件的事项')
  })

  scene('an auditor reads every record and may change none', async world => {
    const page = await world.as('auditor')
    await page.goto('/desk/matters')
    await page.getByRole('list', { name: '事项' }).getByRole('link').first().click()
    await page.getByRole('region', { name: '下一步' }).waitFor()
    await page.locator('.timeline-step').first().waitFor()
    assert.equal(await page.getByRole('region', { name: '下一步' }).locator('form').count(), 0)
  })
}

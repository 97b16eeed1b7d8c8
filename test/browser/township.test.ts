import assert from 'node:assert/strict'
import { checkAxe } from './helpers/axe.ts'
import { arrived } from './helpers/look.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'

// What townships do in their villages, and the targets of a year, at the desk.
const scene: Scene = scenes()

scene('a township sees where it has been; a county sees how far its targets are; both read well, wide and narrow, in both languages', async (world, chapter) => {
  await chapter('by village, those not visited for long first', async () => {
    const page = await world.as('dispatcher')
    await page.goto('/desk/area')
    const section = page.getByRole('region', { name: /指导走访和检查/ })
    await section.getByRole('row').nth(1).waitFor()
    await sees(section, /没有走访过/)
    await sees(section, '平台规则：每 90 天至少走访一次')
    await checkAxe(page)
  })
  await chapter('of a county, by township', async () => {
    const page = await world.as('countyLead', 'narrow', 'en')
    await page.goto('/desk/area')
    const section = page.getByRole('region', { name: /Guidance visits and inspections/ })
    await section.getByRole('columnheader', { name: 'Not visited in time' }).waitFor()
    await checkAxe(page)
  })
  for (const [who, screen, lang] of [['countyLead', 'desk', 'zh'], ['deputy', 'narrow', 'zh'], ['countyLead', 'narrow', 'en'], ['department', 'desk', 'en']] as const) {
    await chapter(`the targets of the year: ${who}, ${screen}, ${lang}`, async () => {
      const page = await world.as(who, screen, lang)
      await page.goto('/desk/targets')
      await page.getByRole('link', { name: lang === 'zh' ? '年度目标' : 'Targets of a year' }).first().waitFor()
      await page.getByRole('table').first().waitFor()
      await sees(page, lang === 'zh' ? '由办理记录计算' : 'Computed from records')
      await sees(page, lang === 'zh' ? '单位填报' : 'Stated by the office')
      await arrived(page)
      await checkAxe(page)
      assert.deepEqual(await sideways(page), [])
    })
  }
})

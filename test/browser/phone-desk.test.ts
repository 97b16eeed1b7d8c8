import assert from 'node:assert/strict'
import { scenes } from './helpers/scene.ts'

// The desk on a phone: who is away from the office still reads what waits there.
const scene = scenes()

scene('on a phone each matter of the list stands in its own words, not in a column of one letter', async world => {
  for (const lang of ['zh', 'en'] as const) {
    const page = await world.as('handler', 'phone', lang)
    await page.goto('/desk/matters')
    const line = page.locator('.rows .line').first()
    await line.waitFor()
    const [row, title] = await Promise.all([line.boundingBox(), line.locator('.line-title').boundingBox()])
    assert.ok(row && title && title.width > row.width * 0.8, `${lang}: ${title?.width ?? 0} of ${row?.width ?? 0}`)
  }
})

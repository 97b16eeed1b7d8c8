import assert from 'node:assert/strict'
import { checkAxe } from './helpers/axe.ts'
import { tabTo } from './helpers/keys.ts'
import { smallTargets } from './helpers/measures.ts'
import { scenes } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'

// A long list on the phone is looked through by words; a short one stays as it was.
const scene = scenes()

scene('one of many is found by words or first letters, with fingers or keys alone, and read out as a combobox', async world => {
  const page = await world.as('gridWorker', 'narrow')
  await page.goto('/field/begin/hazard/find')
  const kind = page.getByRole('combobox', { name: '隐患类型' })
  const options = page.getByRole('option')
  await kind.waitFor()
  assert.equal(await options.count(), 0, 'closed until it is wanted')
  await tabTo(page, kind)
  assert.equal(await kind.getAttribute('aria-expanded'), 'false', 'passing by opens nothing')
  await page.keyboard.press('ArrowDown')
  assert.equal(await kind.getAttribute('aria-expanded'), 'true')
  const all = await options.count()
  assert.ok(all > 7)
  await checkAxe(page)
  assert.deepEqual([...await sideways(page), ...await smallTargets(page, 44)], [])

  await page.keyboard.type('安全出口')
  assert.ok(await options.count() < all)
  await page.keyboard.press('ArrowDown')
  const active = await kind.getAttribute('aria-activedescendant') ?? ''
  assert.match(await page.evaluate(id => document.getElementById(id)?.textContent ?? '', active), /安全出口/)
  await page.keyboard.press('Enter')
  assert.equal(await kind.inputValue(), '疏散、救援通道和安全出口堵塞')
  assert.equal(await options.count(), 0)
  assert.equal(await kind.evaluate(input => input === document.activeElement), true)

  // Another, by first letters; what was chosen stands until then, also where one thinks better of it.
  await kind.click()
  await page.keyboard.type('没有这种')
  await sees(page, '没有找到，请换个词。')
  await page.keyboard.press('Escape')
  assert.equal(await kind.inputValue(), '疏散、救援通道和安全出口堵塞')
  await kind.click()
  await page.keyboard.type('sdlj')
  assert.ok(await options.count() <= 1)
  await kind.fill('')
  await options.last().click()
  assert.notEqual(await kind.inputValue(), '疏散、救援通道和安全出口堵塞')
})

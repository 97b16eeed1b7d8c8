import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { MatterRow, Page as Rows } from '../../server/wire.ts'
import { get, report } from './helpers/act.ts'
import { axeFindings } from './helpers/axe.ts'
import { arrived } from './helpers/look.ts'
import { cutOff, smallTargets, textSizesOf } from './helpers/measures.ts'
import type { Who } from './helpers/people.ts'
import { scenes } from './helpers/scene.ts'
import { sees, unfold } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'
import type { Lang, World } from './helpers/world.ts'

// Whoever sees badly reads the phone's pages in the size that suits them: 17, 22 or 30 px, and every page still fits.
const scene = scenes()

const pick = async (page: Page, name: RegExp): Promise<void> => {
  await page.getByRole('button', { name: /^(字号|Text)$/ }).click()
  await page.getByRole('radio', { name }).check()
  await page.getByRole('button', { name: /^(字号|Text)$/ }).click()
}

const largest = /^(最大|Largest)$/

/** What is wrong with a page in the largest text, at the narrow phone's width and at a usual one's. */
const lookAt = async (page: Page, at: string, widths: readonly number[]): Promise<readonly string[]> => {
  await page.goto(at)
  await arrived(page)
  await unfold(page)
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 780 })
    const { body, smallest, where } = await textSizesOf(page)
    found.push(...[
      ...await sideways(page), ...await cutOff(page), ...await smallTargets(page, 60), ...(body === 30 ? [] : [`running text is ${body} px`]), ...(smallest >= 15 ? [] : [`${smallest} px: ${where}`]),
    ].map(what => `${at} ${width}: ${what}`))
  }
  return [...found, ...(await axeFindings(page)).map(what => `${at}: ${what}`)]
}

const over = async (world: World, who: Who, lang: Lang, pages: readonly string[]): Promise<void> => {
  const page = await world.as(who, 'narrow', lang)
  await page.goto(pages[0] ?? '/')
  await pick(page, largest)
  const found: string[] = []
  for (const at of pages) found.push(...await lookAt(page, at, [360, 390]))
  assert.deepEqual(found, [], `\n${found.join('\n')}`)
}

const idOf = async (world: World): Promise<string> => {
  const worker = await world.as('gridWorker', 'narrow')
  const { rows: [row] } = await get<Rows<MatterRow>>(worker, '/api/matters?scope=region&procedure=request&limit=1')
  return row?.id ?? assert.fail('the worker has no matter')
}

scene('the size is chosen before anybody signs in, of three, and kept on the phone', async world => {
  const page = await world.open('narrow')
  for (const door of ['/', '/field/sign-in']) {
    await page.goto(door)
    await arrived(page)
    await pick(page, /^标准$/)
    const size = async (): Promise<number> => (await textSizesOf(page)).body
    assert.equal(await size(), 17)
    assert.deepEqual(await smallTargets(page, 44), [])
    await pick(page, /^较大$/)
    assert.equal(await size(), 22)
    assert.deepEqual(await smallTargets(page, 60), [])
    await pick(page, largest)
    assert.equal(await size(), 30)
    await page.reload()
    await arrived(page)
    assert.equal(await size(), 30, 'kept on the phone')
  }
})

for (const lang of ['zh', 'en'] as const) {
  scene(`the field door in the largest text (${lang}): nothing is cut off, small or sideways, and axe finds nothing`, async world => {
    const id = await idOf(world)
    await over(world, 'gridWorker', lang, ['/field/', '/field/matters', '/field/report', `/field/matters/${id}`, '/field/work', '/field/begin/hazard/find', '/field/begin/visit-plan/make', '/field/outbox', '/field/notices', '/field/safety', '/field/burden', '/field/outside'])
  })

  scene(`the home door in the largest text (${lang}): nothing is cut off, small or sideways, and axe finds nothing`, async world => {
    const resident = await world.as('resident', 'narrow')
    const { id } = await report(resident, '巷子里的路灯坏了三盏，晚上接孩子看不见')
    await over(world, 'resident', lang, ['/', '/report', '/report/where', '/report/send', '/matters', `/matters/${id}`, '/follow', '/notices', '/regulation', '/regulation/21', '/safety', '/mine', '/lists'])
  })
}

scene('whoever is not signed in reads the first pages as large', async world => {
  const page = await world.open('narrow')
  await page.goto('/')
  await pick(page, largest)
  const found: string[] = []
  for (const at of ['/', '/sign-in', '/field/sign-in', '/report', '/follow']) found.push(...await lookAt(page, at, [360, 390]))
  assert.deepEqual(found, [], `\n${found.join('\n')}`)
  await sees(page, '善治')
})

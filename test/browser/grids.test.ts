import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import type { GridMap } from '../../server/wire/grids.ts'
import { shapefile } from '../helpers/shapefile.ts'
import { get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { fill, step, submit } from './helpers/desk.ts'
import { lookOverAll } from './helpers/look.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'

// A township sees its grids, reads a survey on trial, and changes them (Art. 21.2).
const scene: Scene = scenes()

/** The map has drawn what it was given, or shows a still picture where the browser draws none. */
const drawn = async (page: Page): Promise<void> => {
  await page.locator('.map').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.map-still svg, .map-name, .map-count') !== null)
}

const mapOf = (page: Page): Promise<GridMap> => get<GridMap>(page, '/api/grids')

scene('a township looks at its grids on the map and as a list, reads a survey on trial, and a change of grids goes its way', async (world, chapter) => {
  const [dispatcher, handler] = await Promise.all([world.as('dispatcher'), world.as('handler')])
  const map = await mapOf(dispatcher)
  const grid = map.grids.find(one => one.region.level === 'grid' && one.shape) ?? assert.fail('no grid is drawn')
  const village = grid.region.code.slice(0, 12)
  const name = grid.region.path.slice(-2).join(' › ')

  await chapter('the map and the list say the same, and either can be used by keyboard', async () => {
    await dispatcher.goto('/desk/map')
    await drawn(dispatcher)
    await checkAxe(dispatcher)
    const row = dispatcher.getByRole('button', { name, exact: true })
    await row.focus()
    await dispatcher.keyboard.press('Enter')
    assert.equal(await row.getAttribute('aria-pressed'), 'true')
    await dispatcher.getByText('按超期', { exact: true }).click()
    await dispatcher.getByText(/^有坐标的事项/).click()
    await sees(dispatcher, '到期')
    await checkAxe(dispatcher)
  })

  await chapter('the register lists them, and the coverage check finds nothing', async () => {
    await dispatcher.goto('/desk/registers/grids')
    await sees(dispatcher, '没有发现问题')
    await sees(dispatcher, grid.region.code)
    await checkAxe(dispatcher)
  })

  await chapter('a file is read on trial: its datum is asked first, and what is wrong is told with its place', async () => {
    await dispatcher.getByRole('button', { name: '导入文件（先试读）' }).click()
    assert.ok(await dispatcher.getByRole('button', { name: '选择文件' }).isDisabled(), 'the datum is said first')
    await dispatcher.getByRole('radio', { name: /^WGS 84/ }).check()
    const ring = (grid.shape?.type === 'Polygon' ? grid.shape.coordinates[0] : undefined) ?? assert.fail()
    const crossed = [ring[0], ring[2], ring[1], ...ring.slice(3)].flatMap(at => (at ? [at] : []))
    const bytes = shapefile({ rows: [{ rings: [crossed], code: grid.region.code, name: '第一网格' }, { rings: [ring], code: `${village}901`, name: '新网格' }] })
    await dispatcher.getByLabel('选择网格文件').setInputFiles({ name: 'wangge.zip', mimeType: 'application/zip', buffer: bytes })
    await sees(dispatcher, '边界自相交或自相接')
    await sees(dispatcher, /1 处须改正/)
    await checkAxe(dispatcher)
  })

  await chapter('a sound one is taken over into a change of grids', async () => {
    const ring = (grid.shape?.type === 'Polygon' ? grid.shape.coordinates[0] : undefined) ?? assert.fail()
    await dispatcher.getByLabel('选择网格文件').setInputFiles({ name: 'wangge.zip', mimeType: 'application/zip', buffer: shapefile({ rows: [{ rings: [ring], code: grid.region.code, name: '东片网格' }] }) })
    await dispatcher.getByRole('button', { name: '提出调整 1 个网格的边界' }).click()
    await dispatcher.waitForURL(/grid-change/)
    const form = dispatcher.locator('form.panel')
    await fill(form, '施行日期', daysAfter(legalDay(new Date()), 10))
    await fill(form, '调整理由', '按测绘成果核定边界，并更名')
    await checkAxe(dispatcher)
    await submit(form, '提出调整')
    await sees(dispatcher, '待审核')
    await sees(dispatcher, /覆盖检查：没有缝隙，没有重叠/)
    await checkAxe(dispatcher)
  })

  await chapter('another of the township looks at it; who proposed it may not', async () => {
    await handler.goto(dispatcher.url())
    await submit(await step(handler, '审核通过'), '审核通过')
    await sees(handler, '待决定')
  })

  await chapter('a grid is drawn corner by corner, by keyboard alone', async () => {
    await handler.goto('/desk/new/grid-change/propose')
    await handler.getByRole('button', { name: '加一个网格' }).click()
    await handler.getByRole('button', { name: '画出范围' }).click()
    for (const [lat, lon] of [[36.48, 102.4], [36.48, 102.41], [36.49, 102.41]]) {
      await handler.getByRole('button', { name: '按经纬度加一个角' }).click()
      const n = await handler.getByLabel(/^第 \d+ 角纬度$/).count()
      await handler.getByLabel(`第 ${n} 角纬度`).fill(String(lat))
      await handler.getByLabel(`第 ${n} 角经度`).fill(String(lon))
      await handler.keyboard.press('Tab')
    }
    await sees(handler, /3 个角，\d/)
    await checkAxe(handler)
  })
})

scene('a grid worker has the map on the phone, with the same as a list', async world => {
  const worker = await world.as('gridWorker')
  await worker.getByRole('link', { name: '网格地图' }).click()
  await worker.getByRole('heading', { level: 1, name: '网格地图' }).waitFor()
  await drawn(worker)
  await worker.getByRole('button', { name: /第一网格/ }).click()
  await checkAxe(worker)
})

scene('the map, the register and a change look right at a desk and on a narrow phone, in both languages', async world => {
  const looks = ['/desk/map', '/desk/registers/grids', '/desk/new/grid-change/propose'].map(at => ({ at }))
  const found = [...await lookOverAll(await world.as('dispatcher'), looks), ...await lookOverAll(await world.as('dispatcher', 'desk', 'en'), looks), ...await lookOverAll(await world.as('countyLead'), looks.slice(0, 1)), ...await lookOverAll(await world.as('gridWorker'), [{ at: '/field/map' }])]
  assert.deepEqual(found, [])
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { daysAfter, legalDay } from '../../kernel/calendar.ts'
import type { MatterView, Me, StepReply } from '../../server/wire.ts'
import type { GridMap, MatterPoints } from '../../server/wire/grids.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { shapefile } from '../helpers/shapefile.ts'
import { act, get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { fill, step, submit } from './helpers/desk.ts'
import { lookOverAll, lookOverBoth } from './helpers/look.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { signIn } from './helpers/people.ts'
import { sees } from './helpers/see.ts'
import { newContext } from './helpers/world.ts'

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

scene('a grid is drawn with the mouse: corners pressed, one dragged, one put between', async (world, chapter) => {
  const page = await world.as('handler')
  const corners = async (): Promise<readonly string[]> => Promise.all((await page.getByLabel(/^第 \d+ 角[纬经]度$/).all()).map(one => one.inputValue()))
  const canvas = page.locator('.map canvas')
  const at = async (x: number, y: number): Promise<readonly [number, number]> => {
    const box = await canvas.boundingBox() ?? assert.fail('no map')
    return [box.x + box.width * x, box.y + box.height * y]
  }
  const drag = async (from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
    await page.mouse.move(...from)
    await page.mouse.down()
    await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 })
    await page.mouse.move(...to, { steps: 4 })
    await page.mouse.up()
  }
  const begin = async (): Promise<void> => {
    await page.getByRole('button', { name: '画出范围' }).click()
    await canvas.waitFor()
    await canvas.scrollIntoViewIfNeeded()
  }

  await chapter('three corners pressed, one dragged elsewhere, one put on a line', async () => {
    await page.goto('/desk/new/grid-change/propose')
    await page.getByRole('button', { name: '加一个网格' }).click()
    await begin()
    for (const [n, [x, y]] of ([[0.3, 0.3], [0.7, 0.35], [0.5, 0.75]] as const).entries()) {
      await page.mouse.click(...await at(x, y))
      await sees(page, n < 2 ? `已有 ${n + 1} 个角` : /3 个角，\d/)
    }
    const before = await corners()
    await drag(await at(0.5, 0.75), await at(0.62, 0.85))
    await page.waitForFunction(old => { const [, , , , lat] = document.querySelectorAll('.areas-corners input'); return lat instanceof HTMLInputElement && lat.value !== old }, before[4])
    const after = await corners()
    assert.deepEqual(after.slice(0, 4), before.slice(0, 4), 'the others stay')
    assert.ok(Number(after[4]) < Number(before[4]) && Number(after[5]) > Number(before[5]), 'south and east, as it was dragged')
    await page.mouse.click(...await at(0.5, 0.325))
    await sees(page, /4 个角，\d/)
    assert.deepEqual((await corners()).slice(0, 2), after.slice(0, 2))
    await checkAxe(page)
  })

  await chapter('the map itself stays where it is while a corner is dragged, and moves where it is taken hold of elsewhere', async () => {
    const lines = await corners()
    await drag(await at(0.1, 0.1), await at(0.2, 0.2))
    assert.deepEqual(await corners(), lines)
    await page.getByRole('button', { name: '退一步' }).click()
    await sees(page, /3 个角，\d/)
  })
})

/** Corners as the list beside the map has them: `[latitude, longitude]`. */
const cornersOf = async (page: Page): Promise<readonly (readonly [lat: number, lon: number])[]> => {
  const values = await Promise.all((await page.getByLabel(/^第 \d+ 角[纬经]度$/).all()).map(async one => Number(await one.inputValue())))
  return values.flatMap((lat, i) => (i % 2 === 0 ? [[lat, values[i + 1] ?? 0] as const] : []))
}

scene('a grid in force is redrawn: one of its corners is dragged elsewhere, and the gap it leaves is told', async world => {
  const page = await world.as('dispatcher')
  await page.goto('/desk/registers/grids')
  await page.getByRole('button', { name: '调整边界' }).nth(1).click()
  await page.getByRole('button', { name: '修改范围' }).click()
  const canvas = page.locator('.map canvas')
  await canvas.waitFor()
  await canvas.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => document.querySelector('.map-name') !== null)
  const frame = async () => {
    await canvas.scrollIntoViewIfNeeded()
    return await canvas.boundingBox() ?? assert.fail('no map')
  }
  const corners = (n: number) => page.waitForFunction(many => document.querySelectorAll('.areas-corners li').length === many, n)
  const before = await cornersOf(page)
  // Two presses say which degrees lie where on the map; both are taken back.
  const known: { readonly x: number; readonly y: number; readonly lat: number; readonly lon: number }[] = []
  for (const [x, y] of [[0.06, 0.1], [0.94, 0.9]] as const) {
    const box = await frame()
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
    await corners(before.length + known.length + 1)
    const [lat, lon] = (await cornersOf(page)).at(-1) ?? assert.fail()
    known.push({ x, y, lat, lon })
  }
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: '退一步' }).click()
    await corners(before.length + left)
  }
  assert.deepEqual(await cornersOf(page), before)
  const [a = assert.fail(), b = assert.fail()] = known
  const box = await frame()
  const pixelOf = ([lat, lon]: readonly [number, number]): readonly [number, number] =>
    [box.x + box.width * (a.x + (lon - a.lon) * (b.x - a.x) / (b.lon - a.lon)), box.y + box.height * (a.y + (lat - a.lat) * (b.y - a.y) / (b.lat - a.lat))]
  const [x, y] = pixelOf(before[0] ?? assert.fail())
  const [mx, my] = pixelOf(before.reduce<readonly [number, number]>(([lat, lon], one) => [lat + one[0] / before.length, lon + one[1] / before.length], [0, 0]))
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move((x + mx) / 2, (y + my) / 2, { steps: 6 })
  await page.mouse.up()
  await page.waitForFunction(old => { const one = document.querySelector('.areas-corners input'); return one instanceof HTMLInputElement && Number(one.value) !== old }, before[0]?.[0])
  const after = await cornersOf(page)
  assert.deepEqual(after.slice(1), before.slice(1), 'the others stay')
  await page.getByRole('button', { name: '检查画出的范围' }).click()
  await sees(page, /缝隙 [1-9]/)
})

scene('a grid ends on which somebody has a post: the decision says where it goes, and a security administrator confirms it', async world => {
  const [lead, handler, dispatcher, admin, committee] = [await world.as('countyLead'), await world.as('handler'), await world.as('dispatcher'), await world.as('securityAdmin'), await world.as('committee')]
  const { account, posts, acting } = await get<Me>(committee, '/api/me')
  const village = posts.find(post => post.id === acting)?.region.code ?? assert.fail()
  const { grids } = await get<GridMap>(lead, `/api/grids?region=${village}`)
  const [ending, beside] = grids.filter(one => one.region.level === 'grid')
  assert.ok(ending && beside, 'a village of the demo has several grids')
  const opens = async (page: Page, path: string, input: object): Promise<string> => {
    const reply = await page.request.post(path, { data: { input }, headers: { 'X-Requested-With': 'shanzhi', 'Idempotency-Key': randomUUID() } })
    assert.equal(reply.status(), 200, await reply.text())
    return (await reply.json() as StepReply).id
  }
  const appointed = await opens(lead, '/api/appointment/propose', { region: ending.region.code, person: account, kind: 'gridWorker', office: `${village}/committee`, clearance: 'internal', reason: '经会议研究' })
  await act(admin, appointed, 'confirm')
  const change = await opens(handler, '/api/grid-change/propose', { place: village, change: 'end', old: [ending.region.code], since: daysAfter(legalDay(new Date()), 10), reason: '住户搬迁，并入相邻网格' })
  await act(dispatcher, change, 'review')

  await lead.goto(`/desk/matter/${change}`)
  const form = await step(lead, '采纳')
  const row = form.getByRole('row').nth(1)
  await sees(row, ending.region.name)
  const name = await row.getByRole('rowheader').innerText()
  await checkAxe(lead)
  await submit(form, '采纳')
  await sees(form, /请说明各岗位转到哪个网格/)
  await form.getByRole('combobox', { name: `${name}转到` }).click()
  await lead.locator('.ant-select-dropdown').filter({ visible: true }).getByTitle(`${beside.region.name} ${beside.region.code.slice(-3)}`, { exact: true }).click()
  await checkAxe(lead)
  await submit(form, '采纳')
  await sees(lead, '待施行')

  await admin.goto(`/desk/matter/${change}`)
  const confirming = await step(admin, '审核岗位去向')
  await sees(admin, beside.region.name)
  await checkAxe(admin)
  await submit(confirming, '审核岗位去向')
  await admin.getByRole('region', { name: '下一步' }).getByRole('heading', { name: '审核岗位去向' }).waitFor({ state: 'detached' })
  const { allFacts } = await get<MatterView>(lead, `/api/matters/${change}`)
  assert.deepEqual(allFacts.find(one => one.fact === 'confirmed')?.value, true)
})

/** A square of so many corners on each side: a survey's lines are long, and judging them takes a while. */
const square = (x: number, y: number, size: number, each: number): readonly (readonly [number, number])[] => {
  const steps = Array.from({ length: each }, (_, i) => size * i / each)
  const ring = [...steps.map(d => [x, y + d] as const), ...steps.map(d => [x + d, y + size] as const), ...steps.map(d => [x + size, y + size - d] as const), ...steps.map(d => [x + size - d, y] as const)]
  return [...ring, [x, y]]
}

scene('while a file of many grids is judged, how far it is is told', async world => {
  const page = await world.as('dispatcher')
  const { grids } = await mapOf(page)
  const grid = grids.find(one => one.region.level === 'grid' && one.shape) ?? assert.fail('no grid is drawn')
  const [lon, lat] = (grid.shape?.type === 'Polygon' ? grid.shape.coordinates[0]?.[0] : undefined) ?? assert.fail()
  // The grids of several villages: how far it is is told with every village whose coverage was judged.
  const villages = [...new Set(grids.map(one => one.region.code.slice(0, 12)))].slice(0, 4)
  const size = 0.0002
  const rows = Array.from({ length: 400 }, (_, n) => {
    const [x, y] = [lon + (n % 20) * size, lat + Math.floor(n / 20) * size]
    return { rings: [square(x, y, size, 14)], code: `${villages[n % villages.length] ?? assert.fail()}${500 + n}`, name: `第${n + 1}块` }
  })
  await page.goto('/desk/registers/grids')
  await page.getByRole('button', { name: '导入文件（先试读）' }).click()
  await page.getByRole('radio', { name: /^WGS 84/ }).check()
  await page.evaluate(() => {
    const told: string[] = []
    Reflect.set(globalThis, 'told', told)
    new MutationObserver(() => { const text = /网格和各村覆盖：[\d,]+ \/ [\d,]+/.exec(document.body.innerText)?.[0]; if (text !== undefined && told.at(-1) !== text) told.push(text) }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  let go = (): void => undefined
  const held = new Promise<void>(resolve => { go = resolve })
  await page.route('**/api/grids/import', async route => { await held; await route.continue() })
  await page.getByLabel('选择网格文件').setInputFiles({ name: 'wangge.zip', mimeType: 'application/zip', buffer: shapefile({ rows }) })
  await page.getByRole('progressbar', { name: '上传进度' }).waitFor()
  await checkAxe(page)
  go()
  await sees(page, /400 个要素/)
  const told = await page.evaluate<readonly string[]>('told')
  const done = told.map(text => Number(/(\d+) \//.exec(text.replaceAll(',', ''))?.[1]))
  assert.ok(done.length > 1, told.join(' | '))
  assert.deepEqual(done, done.toSorted((a, b) => a - b), 'on and on')
  await checkAxe(page)
})

scene('a file that is being judged can be stopped: nothing comes of it, and another is read', async world => {
  const page = await world.as('dispatcher')
  const { grids } = await mapOf(page)
  const grid = grids.find(one => one.region.level === 'grid' && one.shape) ?? assert.fail('no grid is drawn')
  const ring = (grid.shape?.type === 'Polygon' ? grid.shape.coordinates[0] : undefined) ?? assert.fail()
  const [lon, lat] = ring[0] ?? assert.fail()
  const rows = Array.from({ length: 900 }, (_, n) => {
    const [x, y, size] = [lon + (n % 30) * 0.0002, lat + Math.floor(n / 30) * 0.0002, 0.0002]
    return { rings: [square(x, y, size, 60)], code: `${grid.region.code.slice(0, 12)}${String(n + 100)}`, name: `第${n + 1}块` }
  })
  await page.goto('/desk/registers/grids')
  await page.getByRole('button', { name: '导入文件（先试读）' }).click()
  await page.getByRole('radio', { name: /^WGS 84/ }).check()
  const given = page.getByLabel('选择网格文件')
  await given.setInputFiles({ name: 'wangge.zip', mimeType: 'application/zip', buffer: shapefile({ rows }) })
  const [cut] = await Promise.all([page.waitForEvent('requestfailed'), page.getByRole('button', { name: '停止' }).click()])
  assert.match(cut.url(), /\/api\/grids\/import/)
  await page.getByRole('progressbar').waitFor({ state: 'detached' })
  await given.setInputFiles({ name: 'wangge.zip', mimeType: 'application/zip', buffer: shapefile({ rows: [{ rings: [ring], code: grid.region.code, name: '东片网格' }] }) })
  await sees(page, /1 个要素/)
  assert.equal(await page.getByText(/900 个要素/).count(), 0)
})

scene('the map is narrowed by the filter of the queue, and matters that lie close are one mark with their number', async world => {
  const page = await world.as('dispatcher')
  await page.goto('/desk/map')
  await page.locator('.map-count').first().waitFor()
  const listed = async (): Promise<number> => Number(/\d+/.exec(await page.getByText(/^有坐标的事项 \d/).innerText())?.[0])
  const marked = async (): Promise<readonly number[]> => (await page.locator('.map-count').allInnerTexts()).map(Number)
  const all = await listed()
  const marks = await marked()
  assert.ok(marks.every(n => n > 1) && marks.reduce((sum, n) => sum + n, 0) <= all, `${marks.join()} of ${all}`)
  const { rows } = await get<MatterPoints>(page, '/api/grids/matters?scope=region')
  const stage = rows.find(one => one.procedure === 'request' && rows.some(other => other.stage !== one.stage))?.stage ?? assert.fail('all stand at one stage')
  const n = rows.filter(one => one.procedure === 'request' && one.stage === stage).length
  // The filter stands in the address, as that of the queue does.
  await page.goto(`/desk/map?procedure=request&stage=${stage}`)
  await sees(page, request.stages[stage as keyof typeof request.stages].zh)
  await sees(page, new RegExp(`^有坐标的事项 ${n}$`))
  await page.waitForFunction(most => [...document.querySelectorAll('.map-count')].reduce((sum, one) => sum + Number(one.textContent), 0) <= most, n)
})

scene('a grid worker has the map on the phone, with the same as a list', async world => {
  const worker = await world.as('gridWorker')
  await worker.goto('/field/')
  await worker.getByRole('link', { name: '网格地图' }).click()
  await worker.getByRole('heading', { level: 1, name: '网格地图' }).waitFor()
  await drawn(worker)
  await worker.getByRole('button', { name: /第一网格/ }).click()
  await checkAxe(worker)
})

scene('the map, the register and a change look right at a desk and on a narrow phone, in both languages', async world => {
  const looks = ['/desk/map', '/desk/registers/grids', '/desk/new/grid-change/propose'].map(at => ({ at }))
  const found = [...await lookOverBoth(lang => world.as('dispatcher', 'desk', lang), looks), ...await lookOverAll(await world.as('countyLead'), looks.slice(0, 1)), ...await lookOverAll(await world.as('gridWorker'), [{ at: '/field/map' }])]
  assert.deepEqual(found, [])
})

scene('a part of the desk that does not arrive is told with a way to try again, and no blank page stands there', async world => {
  // A window that nobody watches: the browser complains of what is cut off here.
  const page = await (await newContext(world.browser, world.url, 'desk')).newPage()
  await signIn(page, 'auditor')
  await page.route('**/assets/Law-*.js', route => route.abort())
  await page.getByRole('link', { name: '职责' }).click()
  await page.getByRole('button', { name: '重试' }).waitFor()
  await page.unroute('**/assets/Law-*.js')
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
})

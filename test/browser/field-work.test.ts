import assert from 'node:assert/strict'
import { get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { pickOne } from './helpers/phone.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import { ringsOf } from '../../kernel/shape.ts'
import type { MatterRow, MatterView, MyWeek, Page } from '../../server/wire.ts'
import type { GridMap } from '../../server/wire/grids.ts'

// A grid worker’s day: what is begun on the spot, one visit with many outputs, and the right to say that it is too much.
const scene: Scene = scenes()
const pictures = process.env['PICTURES']

scene('a grid worker visits, reports a hazard and says it is too much; the township sees what follows', async (world, chapter) => {
  const [worker, handler] = await Promise.all([world.as('gridWorker', 'phone'), world.as('handler')])
  const look = async (name: string): Promise<void> => {
    if (pictures !== undefined) await worker.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
  }

  await chapter('from Today to what is begun on the spot', async () => {
    await worker.goto('/field/')
    await worker.getByRole('link', { name: '走访与隐患' }).click()
    await worker.getByRole('heading', { level: 1, name: '我的工作' }).waitFor()
    await sees(worker, '只有您自己看得到')
    await checkAxe(worker)
    await look('work')
  })

  await chapter('a hazard with somebody in danger is told only once they were warned', async () => {
    await worker.getByRole('link', { name: '上报隐患' }).click()
    await worker.getByRole('heading', { level: 1, name: '上报隐患' }).waitFor()
    await checkAxe(worker)
    await worker.getByLabel('隐患情况').fill('二单元楼道堆放纸箱和电动车')
    await pickOne(worker, '隐患类型', '疏散、救援通道和安全出口堵塞')
    await worker.getByRole('radio', { name: '是', exact: true }).check()
    await worker.getByRole('button', { name: '上报隐患' }).click()
    await sees(worker, '请先提示、疏散在场的人')
    await worker.getByLabel('已做的提示、疏散').fill('已请二单元住户从一单元下楼')
    await look('hazard')
    await worker.getByRole('button', { name: '上报隐患' }).click()
    await worker.waitForURL(/\/field\/matters\//)
    await sees(worker, '待核定等级')
  })

  await chapter('a point near the border of two grids: both are offered on the phone and at the desk, and what is chosen is the place', async () => {
    const { grids } = await get<GridMap>(worker, '/api/grids')
    const corners = grids.flatMap(({ shape }) => (shape ? ringsOf(shape).flatMap(ring => ring.slice(1)) : []))
    const [lon, lat] = corners.find((one, at) => corners.slice(at + 1).some(other => other[0] === one[0] && other[1] === one[1])) ?? assert.fail('no two grids meet')
    await worker.context().grantPermissions(['geolocation'])
    await worker.context().setGeolocation({ longitude: lon, latitude: lat, accuracy: 8 })
    await worker.goto('/field/begin/hazard/find')
    await worker.getByRole('button', { name: '附上我现在的位置' }).click()
    const offered = worker.getByRole('group', { name: '位置在网格边界附近，属于哪个网格？' })
    await offered.waitFor()
    assert.ok(await offered.getByRole('button').count() > 1)
    await offered.getByRole('button').last().click()
    await offered.getByRole('button', { pressed: true }).waitFor()
    await checkAxe(worker)
    await look('border')
    await handler.goto('/desk/new/hazard/find')
    await handler.getByRole('spinbutton', { name: '纬度' }).fill(String(lat))
    await handler.getByRole('spinbutton', { name: '经度' }).fill(String(lon))
    const asked = handler.getByRole('group', { name: '位置所在的网格' })
    await asked.getByRole('button').last().click()
    await asked.getByRole('button', { pressed: true }).waitFor()
    await checkAxe(handler)
    if (pictures !== undefined) await handler.screenshot({ path: `${pictures}/border-desk.png`, fullPage: true })
  })

  await chapter('one visit: what is seen becomes a matter of its own', async () => {
    const list = await get<Page<MatterRow>>(worker, '/api/matters?procedure=visit&scope=region&limit=20')
    const due = list.rows.find(row => row.stage === 'due') ?? assert.fail('no visit is due')
    await worker.goto(`/field/matters/${due.id}`)
    await sees(worker, '登记走访')
    await look('visit')
    await worker.getByRole('link', { name: '登记走访' }).click()
    await worker.getByRole('heading', { level: 1, name: '登记走访' }).waitFor()
    await checkAxe(worker)
    await look('hold')
    assert.ok((await get<MatterView>(worker, `/api/matters/${due.id}`)).offers.some(offer => offer.step === 'hold' && !offer.refusal))
  })

  await chapter('a round: what is to be looked at stands above the form, each of it has a row, and no table is wider than the phone', async () => {
    const { rows: [round = assert.fail('no round is due')] } = await get<Page<MatterRow>>(worker, '/api/matters?procedure=patrol&scope=region&stage=due&limit=1')
    const { allFacts } = await get<MatterView>(worker, `/api/matters/${round.id}`)
    const points = allFacts.find(one => one.fact === 'checkpoints')?.value
    assert.ok(Array.isArray(points) && points.length > 1)
    const narrow = async (): Promise<void> => assert.equal(await worker.evaluate(() => document.documentElement.scrollWidth), 390)
    await worker.goto(`/field/matters/${round.id}`)
    await worker.getByRole('region', { name: '巡查点' }).waitFor()
    await narrow()
    await worker.getByRole('link', { name: '登记巡查' }).click()
    await worker.getByRole('region', { name: '巡查点' }).waitFor()
    assert.equal(await worker.getByRole('group', { name: /^各点情况/ }).locator('.rows-card').count(), points.length)
    assert.equal(await worker.getByRole('radio', { checked: true }).count(), 0, 'nothing of the round before')
    await narrow()
    await checkAxe(worker)
  })

  await chapter('too much: their own week goes along, and reaches the township', async () => {
    const week = await get<MyWeek>(worker, '/api/my-week')
    assert.ok(week.done.length > 0)
    await worker.goto('/field/work')
    await worker.getByRole('link', { name: /太多了/ }).click()
    await worker.getByLabel('哪里太多').fill('本周走访和巡查太多，忙不过来')
    await worker.getByRole('button', { name: '反映工作量太大' }).click()
    await worker.waitForURL(/\/field\/matters\//)
    await sees(worker, '待乡镇（街道）答复')
    const id = worker.url().split('/').at(-1) ?? ''
    await handler.goto(`/desk/matter/${id}`)
    await sees(handler, '本周走访和巡查太多，忙不过来')
    if (pictures !== undefined) await handler.screenshot({ path: `${pictures}/note.png`, fullPage: true })
  })
})

scene('what is said is written into the field, one utterance after another, behind what was typed meanwhile', async world => {
  const page = await world.as('gridWorker', 'phone')
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'SpeechRecognition', class {
      onresult: unknown = null
      onend: unknown = null
      start(): void { Reflect.set(globalThis, 'hearing', this) }
      stop(): void { if (typeof this.onend === 'function') Reflect.apply(this.onend, this, []) }
    })
  })
  const says = (...words: readonly string[]): Promise<void> => page.evaluate(all => {
    const hearing: unknown = Reflect.get(globalThis, 'hearing')
    const heard: unknown = typeof hearing === 'object' && hearing !== null ? Reflect.get(hearing, 'onresult') : undefined
    if (typeof heard === 'function') Reflect.apply(heard, hearing, [{ resultIndex: 0, results: all.map(transcript => [{ transcript }]) }])
  }, words)
  await page.goto('/field/begin/hazard/find')
  const field = page.getByLabel('隐患情况')
  await page.getByRole('button', { name: '说话输入' }).first().click()
  await page.getByRole('button', { name: '正在听，点一下停' }).waitFor()
  await checkAxe(page)
  await says('楼道堆放', '纸箱')
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '楼道堆放纸箱')
  await field.fill('楼道堆放纸箱，')
  await says('堵住通道')
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '楼道堆放纸箱，堵住通道')
  await page.getByRole('button', { name: '正在听，点一下停' }).click()
  await page.getByRole('button', { name: '说话输入' }).first().waitFor()
})

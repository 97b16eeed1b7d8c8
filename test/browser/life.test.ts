import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { MatterView, Me } from '../../server/wire.ts'
import { get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { choose, fill, step, submit } from './helpers/desk.ts'
import { next, option } from './helpers/phone.ts'
import { signIn } from './helpers/people.ts'
import { photo } from './helpers/photo.ts'
import { neverTold, sees, unfold } from './helpers/see.ts'
import { scenes } from './helpers/scene.ts'

const scene = scenes()

const text = '村东头到小学的水泥路塌了一个坑，学生上学绕着走，已经半个月'

/** What a fresh visit to the matter shows, with everything folded out. */
const visit = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await page.getByRole('heading', { level: 1, name: text }).waitFor()
  await unfold(page)
}

scene('a request goes its whole life through the pages, each step by the person whose turn it is', async (world, chapter) => {
  const resident = await world.open('phone')
  const dispatcher = await world.open('desk')
  const department = await world.open('desk')
  const handler = await world.open('desk')
  const gridWorker = await world.open('phone')
  let name = ''
  let id = ''
  let number = ''
  const atDesk = (): string => `/desk/matter/${id}`
  const atHome = (): string => `/matters/${id}`

  await chapter('a resident writes first, and signs in only at the last step', async () => {
    await resident.goto('/')
    await resident.getByRole('link', { name: /^报事/ }).click()
    await resident.getByLabel('把事情说一说').fill(text)
    await resident.getByLabel('从相册选').setInputFiles(await photo(resident))
    await resident.getByRole('img', { name: '第 1 张照片' }).waitFor()
    await sees(resident, '存在本机，待上传')
    await next(resident, '下一步：在哪里')
    await resident.getByRole('searchbox', { name: '哪个村（社区）' }).fill('东村')
    await resident.getByRole('button', { name: /乐都区 › 高庙镇 › 东村/ }).click()
    await resident.getByLabel('具体位置').fill('小学校门往东五十米')
    await next(resident, '下一步：核对并提交')
    await resident.getByRole('checkbox', { name: /对办理人员匿名/ }).check()
    await resident.getByRole('link', { name: '登录后提交' }).click()
    await resident.getByRole('button', { name: /^居民/ }).click()
    await sees(resident, text)
    await sees(resident, '1 张')
    assert.ok(await resident.getByRole('checkbox', { name: /对办理人员匿名/ }).isChecked())
    name = (await get<Me>(resident, '/api/me')).name
  })

  await chapter('the resident sends it, and is told the number, the code and the promised date', async () => {
    await resident.getByRole('button', { name: '提交', exact: true }).click()
    await resident.getByRole('heading', { level: 1, name: '已收到' }).waitFor()
    await sees(resident, /^\d+月\d+日（周.）\d\d:\d\d 前分派到承办单位$/)
    await sees(resident, '查询码（请勿给别人）')
    id = resident.url().split('/').at(-1) ?? ''
    const matter = await get<MatterView>(resident, `/api/matters/${id}`)
    number = matter.number
    await sees(resident, number)
    await checkAxe(resident)
    assert.equal(matter.files.length, 1)
    assert.ok((matter.files[0]?.bytes ?? 0) < 1_000_000, 'the phone made the photo small')
    await resident.getByRole('link', { name: '看这件事' }).click()
    await resident.getByRole('heading', { level: 1, name: text }).waitFor()
    await sees(resident, '已收到，等待分派到单位')
    await sees(resident, '高庙镇综治中心')
    await sees(resident, /^承诺 .+完成这一步/)
  })

  await chapter('the dispatcher finds it in To do, sees the route and its rule, and dispatches', async () => {
    await signIn(dispatcher, 'dispatcher')
    const line = dispatcher.getByRole('link', { name: new RegExp(text) })
    await line.getByText('分派', { exact: true }).waitFor()
    await sees(line, '东村')
    await line.click()
    await dispatcher.getByRole('heading', { level: 1, name: text }).waitFor()
    await unfold(dispatcher)
    await sees(dispatcher, number)
    await sees(dispatcher, '小学校门往东五十米')
    await dispatcher.getByRole('img').first().waitFor()
    await sees(dispatcher, /匿名/)
    await neverTold(dispatcher, name)
    const form = await step(dispatcher, '分派')
    await sees(form, '第二十一条第一款')
    await choose(form, '类别', '道路破损')
    await sees(form, /路由建议：.*乐都区交通运输局/)
    await submit(form, '分派')
    await sees(dispatcher, '待受理')
    await neverTold(dispatcher, name)
  })

  await chapter('the department returns it, with reason, clause and the office it proposes', async () => {
    await signIn(department, 'department')
    await department.getByRole('link', { name: new RegExp(text) }).click()
    await department.getByRole('heading', { level: 1, name: text }).waitFor()
    await unfold(department)
    await neverTold(department, name)
    const form = await step(department, '退回')
    await submit(form, '退回')
    await sees(form, /有 3 项需要修改/)
    await checkAxe(department)
    await fill(form, '退回理由', '该路段为村道，不属于县道养护范围')
    await fill(form, '退回依据', '农村公路养护管理办法第五条')
    await choose(form, '建议承办单位', '高庙镇人民政府')
    await submit(form, '退回')
    await sees(department, '待分派')
    await neverTold(department, name)
  })

  await chapter('the dispatcher reads why, and dispatches it to the town', async () => {
    await visit(dispatcher, atDesk())
    await sees(dispatcher, '该路段为村道，不属于县道养护范围')
    await sees(dispatcher, '农村公路养护管理办法第五条')
    const form = await step(dispatcher, '分派')
    await choose(form, '类别', '村道硬化养护')
    await fill(form, '更正类别的理由', '经核实为村道')
    await sees(form, /路由建议：.*高庙镇人民政府/)
    await submit(form, '分派')
    await sees(dispatcher, '待受理')
  })

  await chapter('the town accepts it, notes progress and reports it done', async () => {
    await signIn(handler, 'handler')
    await handler.getByRole('link', { name: new RegExp(text) }).click()
    await submit(await step(handler, '受理'), '受理')
    await sees(handler, '办理中')
    const note = await step(handler, '记录进展')
    await fill(note, '办理进展', '已围挡，明日回填')
    await submit(note, '记录进展')
    await sees(handler, '已围挡，明日回填')
    const done = await step(handler, '办结报核')
    await done.getByRole('radio', { name: '已解决' }).check()
    await fill(done, '办理结果', '路面已回填硬化，可以通行')
    await submit(done, '办结报核')
    await sees(handler, '待核实')
    await unfold(handler)
    await neverTold(handler, name)
  })

  await chapter('the grid worker finds it first on the phone, and verifies it on the spot', async () => {
    await signIn(gridWorker, 'gridWorker')
    const first = gridWorker.getByRole('region', { name: '待我核实' })
    await first.getByRole('link', { name: new RegExp(text) }).click()
    await gridWorker.getByRole('link', { name: '核实', exact: true }).click()
    await sees(gridWorker, '路面已回填硬化，可以通行')
    await option(gridWorker, '属实，已经处理好')
    await checkAxe(gridWorker)
    await gridWorker.getByLabel('核实情况').fill('到现场看过，已经填平')
    await gridWorker.getByRole('button', { name: '核实', exact: true }).click()
    await gridWorker.getByText('待居民确认').first().waitFor()
    await unfold(gridWorker)
    await neverTold(gridWorker, name)
  })

  await chapter('the resident is asked, confirms and rates it low', async () => {
    await resident.goto('/')
    await resident.getByRole('link', { name: /件事等您办/ }).click()
    await resident.getByRole('region', { name: '等您办' }).getByRole('link', { name: new RegExp(text) }).click()
    await sees(resident, '路面已回填硬化，可以通行')
    await resident.getByRole('link', { name: '确认解决' }).click()
    await resident.getByRole('button', { name: '确认解决' }).click()
    await resident.getByRole('link', { name: '评价' }).click()
    await option(resident, /^1 分/)
    await checkAxe(resident)
    await resident.getByLabel('评价意见').fill('坑填了，旁边的裂缝没管')
    await resident.getByRole('button', { name: '评价' }).click()
    await sees(resident, '评价较低，正在回访')
  })

  await chapter('the dispatcher revisits, and the matter is finished', async () => {
    await visit(dispatcher, atDesk())
    await sees(dispatcher, '坑填了，旁边的裂缝没管')
    const form = await step(dispatcher, '回访')
    await fill(form, '回访情况', '已电话回访，裂缝列入下月养护，反映人认可')
    await submit(form, '回访')
    await sees(dispatcher, '已归档')
    await sees(dispatcher, '事项已办结，没有下一步。')
  })

  await chapter('each reads the whole story in words, and nobody but the reporter the name', async () => {
    const { account } = await get<Me>(resident, '/api/me')
    const story = ['回访', '评价', '确认解决', '核实', '办结报核', '记录进展', '受理', '分派', '退回', '分派', '反映诉求']
    for (const [page, address] of [[dispatcher, atDesk()], [handler, atDesk()], [gridWorker, `/field${atHome()}`], [resident, atHome()]] as const) {
      await visit(page, address)
      assert.deepEqual(await page.locator('.timeline-step').allTextContents(), story, page.url())
      await sees(page, /已归档/)
      await checkAxe(page)
      if (page === resident) {
        await sees(page, name)
        continue
      }
      await sees(page, /匿名/)
      await neverTold(page, name)
      const answer = await (await page.request.get(`/api/matters/${id}`)).text()
      assert.ok(!answer.includes(name) && !answer.includes(account), 'what the page is sent does not tell it either')
    }
  })
})

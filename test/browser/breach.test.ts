import assert from 'node:assert/strict'
import type { MatterView } from '../../server/wire.ts'
import { act, get, officeNameOf } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { choose, fill, openMatter, step, submit } from './helpers/desk.ts'
import { lookOverBoth } from './helpers/look.ts'
import { option, pickOne } from './helpers/phone.ts'
import { scenes } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'

// A unit is held to account: reported in confidence from a phone, decided at the desk, with its documents.
const scene = scenes()

scene('reported in confidence, decided at the desk, its documents opened', async (world, chapter) => {
  let clue = ''
  let found = ''
  await chapter('a resident reports from a phone, in confidence', async () => {
    const page = await world.as('resident', 'phone')
    await page.goto('/')
    await page.getByRole('link', { name: /反映违规派活/ }).click()
    await page.getByRole('heading', { level: 1, name: '反映违规问题' }).waitFor()
    await option(page, '把本单位职责转交村（社区）')
    await pickOne(page, '反映的单位', await officeNameOf(await world.as('department')))
    await page.getByLabel('一句话说明').fill('要求村里填报路灯台账')
    await page.getByLabel('具体情况').fill('6月5日电话要求村里三天内填报全部路灯台账，没有人员和经费')
    await page.getByRole('group', { name: /为我保密/ }).getByText('是', { exact: true }).click()
    await sees(page, '当事单位看不到线索和您的身份')
    await checkAxe(page)
    assert.deepEqual(await sideways(page), [])
    await page.getByRole('button', { name: '反映违规问题' }).click()
    await page.getByRole('heading', { level: 1, name: '要求村里填报路灯台账' }).waitFor()
    await sees(page, '待受理')
    clue = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  })
  await chapter('the county lead accepts it, sees nothing of who said it, and opens a case', async () => {
    const page = await world.as('countyLead')
    await openMatter(page, clue)
    const { entries } = await get<MatterView>(page, `/api/matters/${clue}`)
    assert.deepEqual(entries.map(entry => [entry.who.name, entry.who.kind]), [['匿名', 'reporter']])
    await submit(await step(page, '受理'), '受理')
    const opening = await step(page, '立案')
    await fill(opening, '核实情况', '核对了通话记录和表格')
    await fill(opening, '告知当事单位的内容', '交通运输局于6月5日要求该村填报全部路灯台账')
    await opening.getByRole('radio', { name: '本条例的规定' }).check()
    await choose(opening, '条例条款', '第二十三条第三款')
    await checkAxe(page)
    await submit(opening, '立案')
    const linked = page.getByRole('region', { name: '关联事项' })
    await linked.getByRole('link').waitFor()
    found = (await linked.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? ''
    const department = await world.as('department')
    assert.equal((await department.request.get(`/api/matters/${clue}`)).status(), 404, 'the unit reaches nothing of the report')
    await act(department, found, 'answer', { answer: '系业务科室理解有误，已停止' })
  })
  await chapter('it is decided, and its documents are there to keep and to print', async () => {
    const page = await world.as('countyLead')
    await openMatter(page, found)
    const deciding = await step(page, '作出决定')
    await fill(deciding, '认定的事实和理由', '该局将本单位职责事项转交村里承担，未列入清单')
    await deciding.getByRole('radio', { name: '是' }).first().check()
    await fill(deciding, '改正要求', '停止转交，撤回表格，自行建立台账')
    const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    await fill(deciding, '改正期限', soon)
    await deciding.getByLabel('改正期限').press('Enter')
    await deciding.getByRole('radio', { name: '是' }).last().check()
    await fill(deciding, '通报内容', '该局擅自将职责范围内事项转交村里承担，予以通报')
    await submit(deciding, '作出决定')
    const papers = page.getByRole('region', { name: '文书' })
    await papers.getByText('责令改正通知书').waitFor()
    await sees(page, '陈述申辩告知书')
    await checkAxe(page)
    const [file] = await Promise.all([page.waitForEvent('download'), papers.getByRole('link', { name: /下载责令改正通知书/ }).click()])
    assert.match(file.suggestedFilename(), /^责令改正通知书 630202-\d{2}-\d+\.docx$/)
    const [printed] = await Promise.all([page.waitForEvent('popup'), papers.getByRole('link', { name: /查看、打印责令改正通知书/ }).click()])
    await printed.getByRole('heading', { level: 1, name: '责令改正通知书' }).waitFor()
    await sees(printed, '第二十三条第三款')
    await checkAxe(printed)
    await printed.close()
  })
})

scene('the pages of liability are sound in both languages, at a desk’s width and a narrow phone’s', async world => {
  assert.deepEqual(await lookOverBoth(lang => world.as('resident', 'narrow', lang), [{ at: '/say/breach-clue/report' }, { at: '/criticisms' }]), [])
  assert.deepEqual(await lookOverBoth(lang => world.as('deputy', 'desk', lang), [{ at: '/desk/registers/criticisms' }]), [])
})

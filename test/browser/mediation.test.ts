import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'
import type { MatterRow, Me, Page as Rows } from '../../server/wire.ts'
import type { AdvisersView } from '../../server/wire/mediation.ts'
import { get, officeOf } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { choose, openMatter, step, submit } from './helpers/desk.ts'
import { arrived, lookOverAll, lookOverBoth } from './helpers/look.ts'
import { option } from './helpers/phone.ts'
import { scenes } from './helpers/scene.ts'
import { sees } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'

const scene = scenes()

scene('30, 32: anyone finds who mediates and who the lawyer is; a resident books advice on a phone', async (world, chapter) => {
  const committee = await world.as('committee')
  const village = (await officeOf(committee)).slice(0, 12)
  const anybody = await world.open('phone')

  await chapter('without signing in: name, fields, languages, the phones of offices, the days in the village', async () => {
    await anybody.goto(`/law/${village}`)
    await arrived(anybody)
    await sees(anybody, '虚构河湟律师事务所 · 律师事务所')
    await sees(anybody, '语言：汉语、藏语')
    await sees(anybody, '电话 0972-5550101')
    await sees(anybody, '值守日')
    await checkAxe(anybody)
  })

  await chapter('a resident of the village books, and is told that the adviser alone reads it', async () => {
    const resident = await world.as('resident')
    await resident.goto(`/law/${village}`)
    await resident.getByRole('link', { name: '预约法律咨询' }).click()
    await resident.getByLabel(/想问什么/).fill('邻居翻建房屋挡住采光，怎么办')
    await resident.getByRole('radio', { name: '电话' }).check()
    await resident.getByRole('button', { name: '预约法律咨询' }).click()
    await sees(resident, /待法律顾问答复/)
  })
})

const pictures = process.env['PICTURES']

const fits = async (page: Page, name: string): Promise<void> => {
  await arrived(page)
  await checkAxe(page)
  assert.deepEqual(await sideways(page), [], name)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

scene('30.1: both sides choose who mediates on their phones; the desk sees that they agree, and settles it', async (world, chapter) => {
  const [resident, respondent, mediator] = await Promise.all([world.as('resident', 'phone'), world.as('respondent', 'phone', 'en'), world.as('mediator')])
  const [{ id } = assert.fail('the demo has no such dispute')] = (await get<Rows<MatterRow>>(respondent, '/api/matters?scope=party&procedure=dispute&limit=50')).rows.filter(row => row.title.startsWith('院墙占地'))
  const { name } = await get<Me>(mediator, '/api/me')

  await chapter('one side is offered who mediates there, the nearest and least loaded first, and chooses', async () => {
    await resident.goto(`/matters/${id}`)
    await sees(resident.getByRole('region', { name: '谁来调解' }), '还没有确定')
    await fits(resident, 'who-mediates-phone')
    await resident.getByRole('link', { name: '选调解员' }).click()
    await sees(resident, '同乡镇（街道）')
    await option(resident, new RegExp(name))
    await fits(resident, 'choose-mediator-phone')
    await resident.getByRole('button', { name: '选调解员' }).click()
    await sees(resident, `选了 ${name}`)
    await fits(resident, 'chosen-phone')
  })

  await chapter('the other reads whom it chose, and chooses the same', async () => {
    await respondent.goto(`/matters/${id}`)
    await sees(respondent, `chose ${name}`)
    await respondent.getByRole('link', { name: 'Choose a mediator' }).click()
    await option(respondent, new RegExp(name))
    await fits(respondent, 'choose-mediator-phone-en')
    await respondent.getByRole('button', { name: 'Choose a mediator' }).click()
    await respondent.getByText(`chose ${name}`).nth(1).waitFor()
  })

  await chapter('the desk sees that both chose the same, and settles it', async () => {
    await openMatter(mediator, id)
    await sees(mediator.getByRole('region', { name: /^可选的调解员/ }), '各方都选了此人')
    await fits(mediator, 'mediators-desk')
    if (pictures !== undefined) await mediator.getByRole('region', { name: /^可选的调解员/ }).screenshot({ path: `${pictures}/mediators-panel.png` })
    const form = await step(mediator, '确定调解员')
    await choose(form, '调解员', name)
    await form.getByRole('radio', { name: '各方共同选定' }).check()
    await submit(form, '确定调解员')
    await resident.goto(`/matters/${id}`)
    await sees(resident.getByRole('region', { name: '谁来调解' }), name)
    assert.equal(await resident.getByRole('link', { name: '选调解员' }).count(), 0)
    await fits(resident, 'named-phone')
  })
})

scene('30, 31, 32: registers at the desk hold nothing but what they are for, and fit a desk and a phone', async world => {
  const lead = await world.as('countyLead')
  const county = (await officeOf(lead)).slice(0, 6)
  await lead.goto(`/desk/registers/mediation?view=committees&place=${county}`)
  await arrived(lead)
  await sees(lead, '虚构建筑业协会')
  await lead.goto(`/desk/registers/mediation?view=load&place=${county}`)
  await arrived(lead)
  await sees(lead, '培训课时 / 应训')
  await lead.goto(`/desk/registers/advisers?place=${county}`)
  await arrived(lead)
  await sees(lead, '有法律顾问')
  const committee = await world.as('committee')
  await committee.goto(`/desk/registers/mediation?view=load&place=${county}`)
  await arrived(committee)
  assert.equal(await committee.getByRole('link', { name: '工作量' }).count(), 0, 'the load is for who answers for it')
  const village = (await officeOf(committee)).slice(0, 12)
  const looks = [...['committees', 'mediators', 'studios', 'load'].map(view => ({ at: `/desk/registers/mediation?view=${view}&place=${county}` })), { at: `/desk/registers/advisers?place=${county}` }, { at: `/desk/registers/advisers?place=${village.slice(0, 9)}` }, { at: `/law/${village}` }]
  assert.deepEqual(await lookOverAll(lead, looks), [])
})

scene('32.1: which villages have an adviser is seen on a map, with a legend that counts as the list does; a village is chosen on either', async (world, chapter) => {
  const [lead, committee] = await Promise.all([world.as('countyLead'), world.as('committee')])
  const village = (await officeOf(committee)).slice(0, 12)
  const town = village.slice(0, 9)
  const { rows } = await get<AdvisersView>(lead, `/api/advisers?region=${town}`)
  const legend = lead.getByRole('list', { name: '图例' }).getByRole('listitem')
  const counted = async (): Promise<readonly number[]> => (await legend.allTextContents()).map(text => Number(/\d+$/.exec(text)?.[0]))
  const row = (name: string) => lead.getByRole('button', { name, exact: true })

  /** Presses the map until it answers: names stand on it a little before its areas do. */
  const pressed = async (x: number, y: number, answer: Locator): Promise<void> => {
    for (let n = 0; n < 10 && await answer.count() === 0; n += 1) {
      await lead.mouse.click(x, y)
      await answer.waitFor({ timeout: 3000 }).catch(() => undefined)
    }
    await answer.waitFor()
  }

  await chapter('the legend says in words and numbers what the list says row by row', async () => {
    await lead.goto(`/desk/registers/advisers?place=${town}`)
    await arrived(lead)
    const listed = lead.locator('.advisers tbody tr')
    const [without, ending] = [await listed.filter({ hasText: '! 没有' }).count(), await listed.filter({ hasText: '! 30 天内到期' }).count()]
    assert.deepEqual(await counted(), [rows.length - without - ending, ending, without])
    assert.deepEqual([ending, without > 0, await listed.count()], [1, true, rows.length])
    await checkAxe(lead)
  })

  await chapter('a village is chosen by keyboard in the list, and let go of again', async () => {
    const first = rows[0] ?? assert.fail('no village')
    const one = row(first.village.name)
    await one.focus()
    await lead.keyboard.press('Enter')
    assert.equal(await one.getAttribute('aria-pressed'), 'true')
    await lead.waitForURL(new RegExp(`village=${first.village.code}`))
    await lead.keyboard.press('Enter')
    assert.equal(await one.getAttribute('aria-pressed'), 'false')
  })

  await chapter('one that is pressed on the map is the one in the list', async () => {
    const canvas = lead.locator('.map canvas')
    await canvas.waitFor()
    await lead.waitForFunction(() => document.querySelector('.map-name') !== null)
    const name = await lead.locator('.map-name').first().textContent() ?? ''
    const at = await lead.locator('.map-name').first().boundingBox() ?? assert.fail('no name on the map')
    const chosen = lead.locator('.map-chosen').getByRole('button', { name, exact: true, pressed: true })
    await pressed(at.x + at.width / 2, at.y + at.height / 2, chosen)
    await checkAxe(lead)
  })

  await chapter('of a county the list is by township: a village pressed on its map is shown in its township’s list', async () => {
    await lead.goto(`/desk/registers/advisers?place=${town.slice(0, 6)}`)
    await arrived(lead)
    const [, ending, without] = await counted()
    const cells = async (label: string) => (await lead.locator(`td[data-label="${label}"]`).allTextContents()).reduce((sum, text) => sum + Number(/\d+/.exec(text)?.[0]), 0)
    assert.deepEqual([ending, without], [await cells('30 天内到期'), await cells('没有')])
    await lead.waitForFunction(() => document.querySelector('.map-name') !== null)
    const box = await lead.locator('.map canvas').boundingBox() ?? assert.fail('no map')
    await pressed(box.x + box.width / 2, box.y + box.height / 2, lead.locator('.map-chosen [aria-pressed=true]'))
    assert.match(lead.url(), /place=\d{9}&village=\d{12}/)
  })

  await chapter('both languages, a desk and a narrow phone', async () => {
    const looks = [town.slice(0, 6), town, `${town}&village=${village}`].map(place => ({ at: `/desk/registers/advisers?place=${place}` }))
    assert.deepEqual(await lookOverBoth(lang => world.as('countyLead', 'desk', lang), looks), [])
  })
})

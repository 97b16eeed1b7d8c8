import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { sees, unfold } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'
import type { Me } from '../../server/wire.ts'
import type { MyPoints, PointsLedger, VillagePoints } from '../../server/wire/points.ts'

// A household reads and contests its points and exchanges them; the committee gives points for a whole meeting; anyone reads what was shown.
const scene: Scene = scenes()
const pictures = process.env['PICTURES']

const look = async (page: Page, name: string): Promise<void> => {
  assert.deepEqual(await sideways(page), [], name)
  await checkAxe(page)
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

scene('a household reads and contests its points on a phone, and asks for a reward', async (world, chapter) => {
  const resident = await world.as('resident', 'phone')
  const before = (await get<MyPoints>(resident, '/api/points/mine')).statement ?? assert.fail('no household')

  await chapter('my household: what for, and what they are exchanged for', async () => {
    await resident.goto('/')
    await resident.getByRole('link', { name: /^我家/ }).click()
    await resident.getByRole('heading', { level: 2, name: `可用积分 ${before.household.free} 分` }).waitFor()
    await sees(resident, '照料邻居老人')
    await sees(resident, '洗衣粉 1 袋')
    await look(resident, 'my-household')
  })

  await chapter('a line still shown is contested; it alone is held', async () => {
    await resident.getByRole('link', { name: '对“庭院整洁达标”提异议' }).first().click()
    await resident.getByRole('heading', { level: 1, name: '提出异议' }).waitFor()
    await look(resident, 'object')
    await resident.getByLabel('异议理由').fill('评比那天我家外出，分记多了')
    await resident.getByRole('button', { name: '提出异议' }).click()
    await resident.waitForURL(/\/matters\//)
    await sees(resident, '待处理')
    await resident.goto('/my-household')
    await sees(resident, '有异议，暂不入账')
  })

  await chapter('a reward is kept, to be collected', async () => {
    await resident.getByRole('link', { name: '兑换洗衣粉 1 袋' }).click()
    await resident.getByRole('heading', { level: 1, name: '申请兑换' }).waitFor()
    await look(resident, 'exchange')
    await resident.getByRole('button', { name: '申请兑换' }).click()
    await resident.waitForURL(/\/matters\//)
    await sees(resident, '已预留，待领取')
    const after = (await get<MyPoints>(resident, '/api/points/mine')).statement
    assert.deepEqual([after?.household.free, after?.household.reserved], [before.household.free - 10, before.household.reserved + 10])
  })
})

scene('anyone reads the scheme and what was shown, households masked', async (world, chapter) => {
  const [resident, stranger] = [await world.as('resident', 'phone'), await world.open('phone', 'en')]
  const { home } = await get<Me>(resident, '/api/me')
  const village = home?.code ?? assert.fail('no village')

  await chapter('the village’s page', async () => {
    await stranger.goto(`/points/${village}`)
    await sees(stranger, 'Being decided')
    await unfold(stranger)
    await look(stranger, 'village-en')
  })

  await chapter('one posting, line by line: no code, no door, no total', async () => {
    await stranger.getByRole('link', { name: /第二期积分公示/ }).click()
    await sees(stranger, /Household \*\*\d\d/)
    await sees(stranger, 'Held by an objection')
    await look(stranger, 'posting-en')
    assert.doesNotMatch(await stranger.content(), new RegExp(`${village}-\\d{4}`))
    await resident.goto(stranger.url().replace(/^.*\/points/, '/points'))
    await sees(resident, '我家')
    await look(resident, 'posting')
  })
})

scene('the committee sees its ledger at the desk, and gives points for a whole meeting', async (world, chapter) => {
  const committee = await world.as('committee')
  const me = await get<Me>(committee, '/api/me')
  const village = me.posts.find(post => post.id === me.acting)?.region.code ?? assert.fail('no village')
  const before = await get<PointsLedger>(committee, `/api/points/ledger?village=${village}`)

  await chapter('the ledger: by code, stock, and what unredeemed points may cost', async () => {
    await committee.goto('/desk/registers/points')
    await sees(committee, '户积分台账')
    await committee.getByRole('button', { name: /的明细$/ }).first().click()
    await sees(committee, '第 1 版')
    await committee.getByRole('button', { name: /^第二期.*逐条$/ }).click()
    await sees(committee, '有异议，暂不入账')
    await committee.getByRole('button', { name: '代对第 1 条提异议' }).waitFor()
    await look(committee, 'ledger')
    await committee.setViewportSize({ width: 390, height: 844 })
    await look(committee, 'ledger-phone')
    await committee.setViewportSize({ width: 1440, height: 900 })
  })

  await chapter('a table filled from the roll, one refused cell by cell, then given', async () => {
    await committee.getByRole('combobox', { name: '全村会议记分事项' }).click()
    await committee.getByTitle('02 参加村（居）民会议').click()
    await committee.getByRole('button', { name: '按全村名册填一张记分表' }).click()
    await committee.getByRole('heading', { level: 1, name: /记分/ }).waitFor()
    await look(committee, 'award')
    await committee.getByRole('radio', { name: '与所列各户都没有亲属关系' }).check()
    await committee.getByRole('button', { name: '记分', exact: true }).click()
    await committee.waitForURL(/\/desk\/matter\//)
    await sees(committee, '待公示')
    await look(committee, 'award-matter')
    const after = await get<PointsLedger>(committee, `/api/points/ledger?village=${village}`)
    assert.equal(after.waitingLines, before.waitingLines + before.households.length)
  })

  await chapter('and shown to the village', async () => {
    await committee.goto('/desk/registers/points')
    await committee.getByRole('button', { name: '公示', exact: true }).click()
    await committee.getByLabel('公示期次').fill('第三期积分公示')
    await committee.getByRole('button', { name: '公示', exact: true }).click()
    await committee.waitForURL(/\/desk\/matter\//)
    const open = await get<VillagePoints>(committee, `/api/points?village=${village}`)
    assert.equal(open.postings[0]?.lines, before.waitingLines + before.households.length)
  })
})

scene('a grid worker gives one household points from a phone', async (world, chapter) => {
  const worker = await world.as('gridWorker', 'phone')
  await chapter('begun on the spot', async () => {
    await worker.goto('/field/work')
    await worker.getByRole('link', { name: /记分/ }).click()
    await worker.getByRole('heading', { level: 1, name: '记分' }).waitFor()
    await look(worker, 'field-award')
  })
})

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { TalkView } from '../../server/wire/deliberation.ts'
import type { Me } from '../../server/wire.ts'
import { act, get } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { arrived } from './helpers/look.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { neverTold, sees, unfold } from './helpers/see.ts'
import { sideways } from './helpers/sideways.ts'

// What a village talks over and decides: on a resident's phone, at the committee's desk, and for anyone who reads.
const scene: Scene = scenes()

const villageOf = async (page: Page): Promise<string> => (await get<Me>(page, '/api/me')).home?.code ?? assert.fail('a resident without a village')
const topicIn = async (page: Page, stage: string): Promise<string> => {
  const { topics } = await get<TalkView>(page, `/api/deliberations?region=${await villageOf(page)}`)
  return topics.find(one => one.stage === stage)?.id ?? assert.fail(`no topic ${stage}`)
}

const fits = async (page: Page): Promise<void> => {
  await arrived(page)
  await checkAxe(page)
  assert.deepEqual(await sideways(page), [])
}

scene('25.1: a resident reads what the village talks over, speaks, votes by phone once, and finds the ballot in the urn', async (world, chapter) => {
  await chapter('the topics of my village, with a way to raise one', async () => {
    const page = await world.as('resident')
    await page.goto('/decide')
    await sees(page, '集体林地抚育用工办法（演示）')
    await sees(page, '未达法定人数')
    await sees(page, '听取意见日（演示）')
    await fits(page)
    await page.getByRole('link', { name: '提一个议题' }).click()
    await page.getByRole('button', { name: '提出议题' }).waitFor()
    await fits(page)
  })
  await chapter('a comment on what is being talked over', async () => {
    const page = await world.as('resident')
    await page.goto(`/decide/topic/${await topicIn(page, 'noticed')}`)
    await sees(page, '不向村民收钱，从村集体收入列支（演示）')
    await fits(page)
    await page.getByRole('button', { name: '说意见、提问' }).click()
    await page.getByRole('button', { name: '发表意见、提问' }).waitFor()
    await fits(page)
  })
  await chapter('votes, once: chosen, read again, cast; the receipt is in the urn and shows no choice', async () => {
    const page = await world.as('resident')
    const id = await topicIn(page, 'voting')
    await page.goto(`/decide/topic/${id}`)
    await page.getByRole('heading', { name: '表决', exact: true }).waitFor()
    await fits(page)
    await page.getByRole('radio', { name: '反对' }).check()
    await page.getByRole('button', { name: '投票', exact: true }).click()
    await sees(page, '您选的是“反对”。投出后不能更改。')
    await page.getByRole('button', { name: '确认投票' }).click()
    await sees(page, /已参加表决/)
    await page.getByRole('button', { name: '查是否在票箱里' }).first().click()
    await sees(page, '在票箱里。回执不显示投了什么。')
    await fits(page)
    await page.reload()
    await sees(page, /已参加表决/)
    assert.equal(await page.getByRole('radio').count(), 0, 'there is no second vote')
  })
})

scene('25.3: the result explains itself to anyone, without an account and without a name; in English and on a narrow screen too', async (world, chapter) => {
  const mine = await world.as('resident')
  const [passed, few, village] = [await topicIn(mine, 'carryingOut'), await topicIn(mine, 'adjourned'), await villageOf(mine)]
  await chapter('what was decided and what came of it', async () => {
    const page = await world.open('phone')
    await page.goto(`/decide/topic/${passed}`)
    await sees(page, /名册共\d+人，须有\d+人参加（三分之二以上）/)
    await sees(page, '张榜公布分配明细')
    const name = (await get<Me>(mine, '/api/me')).name
    await neverTold(page, name)
    await fits(page)
  })
  await chapter('what failed for want of a quorum says how many came', async () => {
    const page = await world.open('phone', 'en')
    await page.goto(`/decide/topic/${few}`)
    await sees(page, /no quorum, nothing is decided/)
    await fits(page)
  })
  await chapter('the village’s page, wide and narrow, in both languages', async () => {
    for (const [screen, lang] of [['desk', 'zh'], ['narrow', 'en']] as const) {
      const page = await world.open(screen, lang)
      await page.goto(`/decide/${village}`)
      await page.getByRole('heading', { name: lang === 'zh' ? /年汇总/ : /The year/ }).waitFor()
      await fits(page)
    }
  })
})

scene('the committee’s desk shows the rule with its article, the roll, who came, the counters and the tasks', async (world, chapter) => {
  const mine = await world.as('resident')
  const [called, voting, passed] = [await topicIn(mine, 'noticed'), await topicIn(mine, 'voting'), await topicIn(mine, 'carryingOut')]
  for (const [screen, lang] of [['desk', 'zh'], ['narrow', 'en']] as const) {
    await chapter(`called, by the four discussions: ${screen}, ${lang}`, async () => {
      const page = await world.as('committee', screen, lang)
      await page.goto(`/desk/matter/${called}`)
      await sees(page, lang === 'zh' ? '四议两公开' : 'Four discussions, two publications')
      await sees(page, lang === 'zh' ? /由村民会议决定/ : /villagers’ assembly/)
      await page.getByRole('button', { name: lang === 'zh' ? '看名册' : 'See the roll' }).click()
      await page.getByRole('columnheader', { name: lang === 'zh' ? '户号、门牌' : 'Household, door' }).waitFor()
      await fits(page)
    })
  }
  await chapter('being voted on: the sign-in sheet is there to print', async () => {
    const page = await world.as('committee')
    await page.goto(`/desk/matter/${voting}`)
    await sees(page, '名册和到会')
    await fits(page)
    const sheet = await page.request.get(`/api/deliberations/${voting}/papers/signIn.html`)
    assert.match(await sheet.text(), /签到册：集体林地抚育用工办法/)
    const other = await mine.request.get(`/api/deliberations/${voting}/papers/signIn.html`)
    assert.equal(other.status(), 404, 'the roll is no resident’s to print')
  })
  await chapter('carried out: tasks, late and done', async () => {
    const page = await world.as('committee')
    await page.goto(`/desk/matter/${passed}`)
    await sees(page, '落实任务')
    await unfold(page)
    await fits(page)
  })
  await chapter('a resident objects to nothing that is not posted; the refusal says what to do', async () => {
    await assert.rejects(act(mine, passed, 'object', { objectionGround: 'procedure', objection: '通知没有送到三组' }))
  })
})

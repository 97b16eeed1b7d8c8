import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import type { MatterView, Me, StepReply } from '../../server/wire.ts'
import type { SeatCodes } from '../../server/wire/disputes.ts'
import { dayOf } from '../../web/parts/time.ts'
import { get, matching } from './helpers/act.ts'
import { checkAxe } from './helpers/axe.ts'
import { choose, fill, openMatter, step, submit } from './helpers/desk.ts'
import { arrived } from './helpers/look.ts'
import { option, pickOne } from './helpers/phone.ts'
import { photo, type Picture } from './helpers/photo.ts'
import { scenes, type Scene } from './helpers/scene.ts'
import { sees, seesNoMore } from './helpers/see.ts'
import { openPad, strokesOn, useSignature, write } from './helpers/signature.ts'
import { sideways } from './helpers/sideways.ts'
import { setPin, unlock } from './offline/phone.ts'

// A dispute from its one door to the archive, at a mediator’s desk and on a side’s phone; and settled where it arose, without a signal.
const scene: Scene = scenes()

const fits = async (page: Page): Promise<void> => {
  await arrived(page)
  await checkAxe(page)
  assert.deepEqual(await sideways(page), [])
}

/** Takes a step by its form, and waits until the page shows what came of it. */
const takes = async (page: Page, id: string, name: string, filled: (form: Locator) => Promise<void>): Promise<void> => {
  await openMatter(page, id)
  const form = await step(page, name)
  await filled(form)
  const [reply] = await Promise.all([page.waitForResponse(one => one.request().method() === 'POST' && one.url().includes(`/api/matters/${id}/`)), submit(form, name)])
  assert.equal(reply.status(), 200, `${name}: ${await reply.text()}`)
}

const option1 = (form: Locator, name: string): Promise<void> => form.getByRole('radio', { name, exact: true }).check()

const withSheet = async (form: Locator, sheet: Picture): Promise<void> => {
  await form.locator('input[type=file]').first().setInputFiles(sheet)
  await form.getByText('1/6').first().waitFor()
}

scene('29.1, 29.3: from the door to the archive, one side at the desk on paper, the other on its phone', async (world, chapter) => {
  const [mediator, centre, phone] = await Promise.all([world.as('mediator'), world.as('dispatcher'), world.as('respondent')])
  const [me, side] = [await get<Me>(mediator, '/api/me'), await get<Me>(phone, '/api/me')]
  const sheet = await photo(mediator, 300, 200)
  const today = dayOf(new Date())
  let id = ''

  await chapter('registered once, accepted, and a way chosen', async () => {
    const reply = await mediator.request.post('/api/dispute/register', {
      headers: { 'X-Requested-With': 'shanzhi', 'Idempotency-Key': crypto.randomUUID() },
      data: { input: { headline: '檐水滴墙赔偿', place: side.home?.code, about: 'neighbours', story: '屋檐水滴坏了墙皮，说不到一起', sides: [{ role: 'applicant', name: '王桂兰', nature: 'person' }, { role: 'respondent', name: side.name, nature: 'person' }] } },
    })
    assert.equal(reply.status(), 200, await reply.text())
    id = (await reply.json() as StepReply).id
    await takes(centre, id, '受理', form => option1(form, '没有发现'))
    await takes(centre, id, '确定途径', async form => {
      await form.getByRole('combobox', { name: '化解途径' }).click()
      await centre.locator('.ant-select-dropdown').filter({ visible: true }).getByTitle('人民调解', { exact: true }).click()
      await choose(form, '办理机构', me.posts.find(post => post.id === me.acting)?.office?.name ?? '')
    })
  })

  await chapter('the other side joins by its code and agrees, on its phone', async () => {
    const { number, seats } = await get<SeatCodes>(mediator, `/api/disputes/${id}/codes`)
    await phone.goto('/dispute')
    await sees(phone, '近一年化解情况')
    await fits(phone)
    await phone.getByLabel('编号').fill(number)
    await phone.getByLabel('加入码').fill(seats[1]?.code ?? '')
    await phone.getByRole('button', { name: '加入', exact: true }).click()
    await phone.getByRole('heading', { level: 1, name: '檐水滴墙赔偿' }).waitFor()
    await fits(phone)
    await phone.goto('/matters')
    await phone.getByRole('region', { name: '等您办' }).getByRole('link', { name: /檐水滴墙赔偿.*表明是否同意调解/s }).click()
    await phone.getByRole('link', { name: '表明意愿' }).click()
    await option(phone, '同意')
    await fits(phone)
    await phone.getByRole('button', { name: '表明意愿' }).click()
    await sees(phone, '同意调解')
  })

  await chapter('the desk hears the other, settles who mediates and tells the rights', async () => {
    await takes(mediator, id, '记录意愿', async form => {
      await form.getByRole('radio', { name: '1. 申请方 · 王桂兰' }).check()
      await option1(form, '同意')
      await option1(form, '当面')
    })
    await takes(mediator, id, '确定调解员', async form => {
      await choose(form, '调解员', me.name)
      await option1(form, '各方共同选定')
    })
    await takes(mediator, id, '告知权利义务', async form => {
      await form.getByRole('radio', { name: '1. 申请方 · 王桂兰' }).check()
      await withSheet(form, sheet)
    })
    await phone.goto(`/matters/${id}`)
    await phone.getByRole('link', { name: '权利义务告知书（新窗口）' }).waitFor()
    await phone.getByRole('link', { name: '确认已知权利义务' }).click()
    await phone.getByRole('button', { name: '确认已知权利义务' }).click()
    await sees(phone, /已知权利义务$/)
  })

  await chapter('a session, the agreement, four signatures', async () => {
    await takes(mediator, id, '记录调解', async form => {
      await fill(form, '调解日期', today)
      await option1(form, '各方在场')
      await fill(form, '调解记录', '双方看了墙皮，商定加装水槽')
      await option1(form, '汉语')
      await option1(form, '是')
    })
    await takes(mediator, id, '达成书面协议', async form => {
      await fill(form, '争议事项', '墙皮由谁修')
      await fill(form, '协议内容', '被申请方十日内加装水槽并抹平墙皮')
      await fill(form, '达成日期', today)
    })
    await phone.goto(`/matters/${id}`)
    await sees(phone, '还没有生效')
    for (const who of ['2', '调解组织盖章']) {
      await takes(mediator, id, '登记签署', async form => {
        await option1(form, who === '2' ? '当事人' : who)
        if (who === '2') await form.getByRole('radio', { name: /^2\. / }).check()
        await fill(form, '签署日期', today)
        await withSheet(form, sheet)
      })
    }
    await takes(mediator, id, '登记签署', async form => {
      await option1(form, '调解员')
      await fill(form, '签署日期', today)
      await openPad(mediator)
      await mediator.getByRole('button', { name: '用这个签名' }).click()
      await sees(mediator, '还没有签名')
      await write(mediator)
      await strokesOn(mediator, 4)
      await seesNoMore(mediator, '还没有签名')
      await fits(mediator)
      await useSignature(mediator)
      await form.getByText('手写签名.png').waitFor()
    })
    assert.equal((await get<MatterView>(mediator, `/api/matters/${id}`)).stage, 'signing', 'one signature is missing')
  })

  await chapter('the last signs by finger on the mediator’s phone; turned on its side it loses nothing', async () => {
    const hand = await world.as('mediator', 'phone')
    await hand.goto(`/field/matters/${id}/sign`)
    await sees(hand, '被申请方十日内加装水槽并抹平墙皮')
    await option(hand, '当事人')
    await option(hand, /王桂兰/)
    await hand.getByLabel('签署日期').fill(today)
    await openPad(hand)
    await write(hand, [[[0.2, 0.2]], [[0.5, 0.2]], [[0.8, 0.2]]])
    await hand.getByRole('button', { name: '用这个签名' }).click()
    await sees(hand, '太短，看不出签名')
    await hand.getByRole('button', { name: '重写' }).click()
    await write(hand, [[[0.2, 0.2], [0.8, 0.3]]])
    await hand.getByRole('button', { name: '撤销一笔' }).click()
    await hand.getByRole('img', { name: '签名板，空白' }).waitFor()
    await write(hand)
    await strokesOn(hand, 4)
    await fits(hand)
    await hand.setViewportSize({ width: 844, height: 390 })
    await strokesOn(hand, 4)
    await fits(hand)
    await useSignature(hand)
    await hand.setViewportSize({ width: 390, height: 844 })
    await hand.getByRole('img', { name: '第 1 页签字' }).waitFor()
    await fits(hand)
    await hand.getByRole('button', { name: '登记签署' }).click()
    await hand.waitForURL(`**/field/matters/${id}`)
    const view = await get<MatterView>(mediator, `/api/matters/${id}`)
    assert.deepEqual([view.stage, view.allFacts.find(one => one.fact === 'effectiveOn')?.value], ['performing', today])
    assert.equal(view.files.filter(one => one.name === '手写签名.png').length, 2)
    await openMatter(mediator, id)
    await sees(mediator.getByRole('region', { name: '办到哪一步' }), '协议生效')
    await fits(mediator)
  })

  await chapter('the side reads what was agreed, from when it holds and until when the court may be asked', async () => {
    await phone.goto(`/matters/${id}`)
    await sees(phone, '被申请方十日内加装水槽并抹平墙皮')
    await sees(phone, /起生效。$/)
    await sees(phone, '共同申请司法确认的期限')
    await phone.getByRole('button', { name: '读给我听' }).waitFor()
    await fits(phone)
  })

  await chapter('performed, closed, and the whole file taken out', async () => {
    await takes(mediator, id, '登记履行', async form => {
      await fill(form, '履行日期', today)
      await fill(form, '履行情况', '水槽已装，墙皮已抹平')
    })
    assert.equal((await get<MatterView>(mediator, `/api/matters/${id}`)).stage, 'closed')
    await mediator.goto(`/desk/matter/${id}`)
    const [download] = await Promise.all([mediator.waitForEvent('download'), mediator.getByRole('link', { name: /下载整卷/ }).click()])
    const packed = unzipSync(await readFile(await download.path()))
    const papers = Object.keys(packed).filter(name => name.endsWith('.docx'))
    assert.deepEqual(papers.map(name => name.replace(/^\d+-/, '')), ['卷宗封面和目录.docx', '调解申请书.docx', '纠纷受理登记表.docx', '权利义务告知书.docx', '调解笔录.docx', '调解协议书.docx', '司法确认申请书.docx', '履行情况记录.docx'])
    assert.ok(packed['manifest.json'])
    const signed = Object.keys(packed).filter(name => name.endsWith('-手写签名.png'))
    assert.deepEqual(signed.map(name => Buffer.from(packed[name] ?? []).subarray(1, 4).toString()), ['PNG', 'PNG'])
  })
})

scene('28.1: what grows in a place stands over its figures, wide and narrow, in both languages', async world => {
  for (const [screen, lang] of [['desk', 'zh'], ['narrow', 'en']] as const) {
    const page = await world.as('countyLead', screen, lang)
    await page.goto('/desk/area')
    const list = page.getByRole('combobox', { name: lang === 'zh' ? '程序' : 'Procedure' })
    await list.click()
    await list.fill(lang === 'zh' ? '矛盾纠纷' : 'Dispute')
    await page.locator('.ant-select-dropdown').filter({ visible: true }).getByTitle(lang === 'zh' ? '矛盾纠纷' : 'Dispute', { exact: true }).click()
    await sees(page, lang === 'zh' ? '近十二个月登记的纠纷' : 'Disputes registered, twelve months')
    await sees(page.getByRole('region', { name: lang === 'zh' ? /^纠纷预警/ : /^Early warning/ }), lang === 'zh' ? '用水' : 'Water')
    await fits(page)
  }
})

scene('28.1: the card of an oral agreement is filled where there is no signal, and arrives once there is', async world => {
  let page = await world.as('gridWorker', 'narrow')
  await setPin(page)
  await page.context().setOffline(true)
  await page.close()
  page = await page.context().newPage()
  await page.goto('/field/begin/dispute/settleOnSpot')
  await unlock(page)
  await page.getByRole('heading', { level: 1, name: /口头协议卡/ }).waitFor()
  await page.getByLabel('纠纷概要').fill('晒粮占道争吵')
  await pickOne(page, '纠纷类型', '邻里')
  await option(page, '没有发现')
  await page.getByLabel('姓名或名称').fill('祁占福')
  await page.getByText('第 2 行').click()
  await page.locator('.rows-card', { hasText: '第 2 行' }).getByLabel('姓名或名称').fill('罗万财')
  await page.getByLabel('争议事项').fill('村道晒粮挡车')
  await page.getByLabel('协议内容').fill('挪到打麦场，以后不在村道晒')
  await option(page, '当场已履行')
  await option(page, '是')
  await openPad(page)
  await write(page)
  await useSignature(page)
  await page.getByRole('img', { name: '第 1 页签字' }).waitFor()
  await checkAxe(page)
  assert.deepEqual(await sideways(page), [])
  await page.getByRole('button', { name: /口头协议卡/ }).click()
  await sees(page, '1 条未发送')
  await page.context().setOffline(false)
  await page.goto('/field/outbox')
  await sees(page, '没有未发送的')
  const [card, ...others] = await matching(page, '晒粮占道争吵')
  assert.deepEqual([card?.procedure, card?.stage, others.length], ['dispute', 'closed', 0])
  const sheet = (await get<MatterView>(page, `/api/matters/${card?.id ?? ''}`)).allFacts.find(one => one.fact === 'sheet')
  assert.deepEqual([sheet?.masked, sheet?.value], [true, 1], 'the signature came along; who settled it is told that it is there')
})

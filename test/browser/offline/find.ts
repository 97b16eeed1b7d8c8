import assert from 'node:assert/strict'
import type { HouseholdView, MatterRow, Me, Page as Rows } from '../../../server/wire.ts'
import { spells } from '../../../registers/pinyin.ts'
import { get, report } from '../helpers/act.ts'
import { checkAxe } from '../helpers/axe.ts'
import { signIn } from '../helpers/people.ts'
import { sees } from '../helpers/see.ts'
import { leaveSignal, reopen, type Valley } from './valley.ts'

/** First letters of a name as a dictionary spells them. */
const initials = (name: string): string => Array.from(name).map(point => 'abcdefghjklmnopqrstwxyz'.split('').find(letter => spells(letter, point) === 0) ?? '').join('')

/** What is looked for in the valley. */
export const finding = (valley: Valley): void => {
  valley.tell('without a signal, matters, hazards, visits and households are found on the phone by words, by name and by first letters', async () => {
    const resident = await (await valley.phone()).newPage()
    await signIn(resident, 'resident')
    const { number } = await report(resident, '水磨沟便桥护栏松动，孩子上学要经过', { spot: '小学东边' })
    const { context, page: first } = await valley.ready()
    const me = await get<Me>(first, '/api/me')
    const village = me.posts.find(post => post.id === me.acting)?.region.code ?? assert.fail('no post')
    const { rows: households } = await get<Rows<HouseholdView>>(first, `/api/people?village=${village}`)
    const { rows: hazards } = await get<Rows<MatterRow>>(first, '/api/matters?scope=region&procedure=hazard&limit=50')
    await leaveSignal(context)
    const page = await reopen(context, '/field/matters')
    await page.getByRole('heading', { level: 1, name: '查找' }).waitFor()
    await sees(page, /没有信号。在本机存的 \d+ 件事项里查找。/)
    const search = page.getByRole('searchbox')
    const lines = page.locator('.list a.line')
    for (const typed of ['便桥', 'smg', number, '护栏 小学东边']) {
      await search.fill(typed)
      await sees(page, '水磨沟便桥护栏松动')
      assert.equal(await lines.filter({ hasText: '水磨沟便桥护栏松动' }).count(), 1, typed)
      assert.ok(await lines.count() < 6, typed)
    }
    await checkAxe(page)
    await search.fill('没有这样的词')
    await sees(page, '没有找到，请换个词。')

    await search.fill('')
    await page.getByLabel('哪一类').selectOption({ label: '安全隐患' })
    await page.waitForFunction(count => document.querySelectorAll('.list a.line').length === count, hazards.length)
    for (const kind of ['入户走访', '日常巡查']) {
      await page.getByLabel('哪一类').selectOption({ label: kind })
      await lines.first().waitFor()
    }

    await page.getByRole('radio', { name: '住户' }).check()
    const household = households.find(one => one.people.length > 0) ?? assert.fail('no household')
    const name = household.people[0]?.name ?? ''
    for (const typed of [name, initials(name), household.address]) {
      await search.fill(typed)
      await page.locator('.list .line').filter({ hasText: name }).first().waitFor()
    }
    await checkAxe(page)
    await search.fill('查无此人')
    await sees(page, '没有找到，请换个词。')
  })

  valley.tell('where nothing was fetched yet, it says what to do', async () => {
    const context = await valley.phone()
    const page = await context.newPage()
    await signIn(page, 'gridWorker')
    await page.evaluate('navigator.serviceWorker.ready')
    await page.goto('/field/matters')
    await page.getByRole('heading', { level: 1, name: '查找' }).waitFor()
    await leaveSignal(context)
    await page.getByRole('searchbox').fill('便桥')
    await sees(page, '没有信号，这部手机上也还没有存下来。')
  })

  valley.tell('on a line that is there and carries nothing, what the phone holds is shown before long, and says of when it is', async () => {
    const { context, page } = await valley.ready()
    await page.goto('/field/')
    await page.locator('.list a.line').first().waitFor()
    // Whatever is asked stays without an answer.
    await context.route('**/api/**', () => undefined)
    await page.reload()
    await page.locator('.list a.line').first().waitFor()
    await sees(page, /看到的是/)
    await context.unrouteAll({ behavior: 'ignoreErrors' })
  })
}

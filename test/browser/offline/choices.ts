import assert from 'node:assert/strict'
import type { MatterRow, MatterView, Page as Rows } from '../../../server/wire.ts'
import { act, get, matching, officeOf, report } from '../helpers/act.ts'
import { checkAxe } from '../helpers/axe.ts'
import { sees } from '../helpers/see.ts'
import { begunFormsKept, small } from './phone.ts'
import { comeBack, leaveSignal, reopen, reportHere, type Valley } from './valley.ts'

/** What others did meanwhile, and what the worker makes of it. */
export const choices = (valley: Valley): void => {
  valley.tell('two change one matter, one of them without a signal: both versions are shown; taken again it is done, given up what was written stays', async () => {
    const { context, page } = await valley.ready()
    const committee = await valley.office('村民委员会')
    const dispatcher = await valley.office('乡镇分派员')
    const { rows: open } = await get<Rows<MatterRow>>(page, '/api/matters?scope=region&procedure=request&stage=verifying')
    const offered = await Promise.all(open.map(row => get<MatterView>(page, `/api/matters/${row.id}`)))
    const verifying = offered.find(one => one.offers.some(offer => offer.step === 'verify' && !offer.refusal)) ?? assert.fail('nothing to verify')
    const own = await report(page, '河沟边护栏倒了一段')
    const tab = await reopen(context, `/field/matters/${own.id}`)
    await tab.getByRole('heading', { level: 1, name: '河沟边护栏倒了一段' }).waitFor()

    await leaveSignal(context)
    await act(dispatcher, own.id, 'dispatch', { category: 'village-road', office: await officeOf(dispatcher), dispatchReason: '就近办理' })
    await act(committee, verifying.id, 'verify', { verified: true })
    await tab.getByRole('link', { name: '补充', exact: true }).click()
    await tab.getByLabel('补充').first().fill('护栏底座也松了，要一起修')
    await tab.getByRole('button', { name: '补充', exact: true }).click()
    await sees(tab, '1 条未发送 · 已安全存在本机')
    const again = await reopen(context, `/field/matters/${verifying.id}/verify`)
    await again.getByRole('radio').first().check()
    await again.getByRole('button', { name: '核实', exact: true }).click()
    await sees(again, '2 条未发送 · 已安全存在本机')

    await comeBack(context)
    await sees(again, '2 条要您看一看')

    await again.getByRole('link', { name: /护栏底座也松了/ }).click()
    await sees(again.getByRole('region', { name: '我写的' }), '护栏底座也松了，要一起修')
    await sees(again.getByRole('region', { name: '现在的情况' }), '分派')
    await checkAxe(again)
    await again.getByRole('button', { name: '按现在的情况再办一次' }).click()
    await sees(again, '1 条未发送')
    const { entries } = await get<MatterView>(again, `/api/matters/${own.id}`)
    assert.deepEqual(entries.map(one => one.step), ['report', 'dispatch', 'supplement'])

    await again.getByRole('link', { name: /没有办成/ }).click()
    await sees(again, /不能再办/)
    assert.equal(await again.getByRole('button', { name: /再办一次/ }).count(), 0)
    await again.getByRole('button', { name: '放弃，内容保留' }).click()
    await sees(again, '没有未发送的')
    await sees(again, '已放弃，内容保留')
    const later = await reopen(context, '/field/outbox')
    await later.getByRole('link', { name: /已放弃/ }).click()
    await later.getByRole('heading', { name: '我写的' }).waitFor()
  })

  valley.tell('a report refused for what was written goes back into its form with words and photo, is put right, and is sent in its own place', async () => {
    const { context, page: first } = await valley.ready()
    const [picture] = await small(first, 1)
    await leaveSignal(context)
    const page = await reopen(context)
    await page.getByText('类别、代谁反映').click()
    await page.getByLabel('手机号').fill('1234')
    await reportHere(page, '机井旁的电线垂到地面', picture)
    await comeBack(context)
    await sees(page, '1 条要您看一看')
    await page.getByRole('link', { name: /机井旁的电线垂到地面/ }).click()
    assert.equal(await page.getByRole('button', { name: /再/ }).count(), 0, 'as it is it would be refused again')
    await page.getByRole('link', { name: '按内容重新填写' }).click()
    await page.getByText('已存在本机').waitFor()
    await checkAxe(page)
    assert.equal(await page.locator('form textarea').first().inputValue(), '机井旁的电线垂到地面')
    const phone = page.getByLabel('联系电话')
    assert.equal(await phone.inputValue(), '1234')
    await phone.fill('13897221234')
    await page.locator('form button[type=submit]').click()
    await page.getByRole('heading', { level: 1, name: '机井旁的电线垂到地面' }).waitFor()
    await sees(page, '没有未发送的')
    const [row] = (await matching(page, '机井旁的电线垂到地面')).filter(one => one.title === '机井旁的电线垂到地面')
    assert.equal((await get<MatterView>(page, `/api/matters/${row?.id ?? ''}`)).files.length, 1)
  })

  valley.tell('forms that were begun are there when the app was swiped away, sealed on the phone, and are told of before signing out', async () => {
    const { context } = await valley.ready()
    await leaveSignal(context)
    const page = await reopen(context)
    await page.getByLabel('什么事').fill('写到一半的一件')
    await page.getByText('类别、代谁反映').click()
    await page.getByLabel('手机号').fill('13897221234')
    await page.getByRole('link', { name: '今天', exact: true }).click()
    await page.goto('/field/begin/hazard/find')
    await page.locator('form textarea').first().fill('桥头护栏松动')
    await begunFormsKept(page, 2)
    const later = await reopen(context, '/field/begin/hazard/find')
    assert.equal(await later.locator('form textarea').first().inputValue(), '桥头护栏松动')
    const clear = await later.evaluate(async () => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), await new Promise(resolve => {
      indexedDB.open('shanzhi-field').onsuccess = event => {
        (event.target as IDBOpenDBRequest).result.transaction('drafts').objectStore('drafts').getAll().onsuccess = found => resolve((found.target as IDBRequest<unknown>).result)
      }
    })]))
    for (const words of ['13897221234', '写到一半', '桥头护栏']) assert.ok(!clear.includes(words), words)
    const report = await reopen(context)
    assert.equal(await report.getByLabel('什么事').inputValue(), '写到一半的一件')
    await comeBack(context)
    await report.getByRole('button', { name: '退出', exact: true }).click()
    await sees(report, /有 2 张表填了一半，没有提交：.*报事/)
    await checkAxe(report)
    await report.getByRole('button', { name: '不要了，退出' }).click()
    await report.getByRole('heading', { level: 1, name: '登录' }).waitFor()
    await begunFormsKept(report, 0)
  })

  valley.tell('a sign-in that ended in the valley: what waits goes under the same account once it signs in again', async () => {
    const { context } = await valley.ready()
    await leaveSignal(context)
    const page = await reopen(context)
    await reportHere(page, '登录过期前写的一件')
    await context.clearCookies()
    await comeBack(context)
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
    await sees(page, '1 条未发送 · 已安全存在本机')
    // Somebody else signs in on this phone: nothing of it is theirs to send.
    await page.getByRole('button', { name: /^居民/ }).click()
    await sees(page, /1 条属于别的账号/)
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
    await page.getByRole('button', { name: /^网格员/ }).click()
    await page.getByRole('heading', { level: 1, name: '今天' }).waitFor()
    await sees(page, '没有未发送的')
    const rows = await matching(page, '登录过期前写的一件')
    assert.equal(rows.filter(row => row.title === '登录过期前写的一件').length, 1)
  })
}

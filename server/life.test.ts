import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openTestSite, type TestSite } from '../test/helpers/site.ts'
import type { ExplainView, FollowView, MatterRow, MatterView, Me, NoticeView, Page, Problem, Board } from './wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const village = '630202001001'
const report = { input: { text: '村口路灯不亮，晚上看不见路', place: village } }

test('a request goes its whole life over HTTP, each by the person whose turn it is', async () => {
  const [resident, dispatcher, handler, gridWorker] = await Promise.all((['resident', 'dispatcher', 'handler', 'gridWorker'] as const).map(name => world.as(name)))
  const opened = await resident!.step('/api/request/report', report)
  assert.equal(opened.status, 200, opened.text)
  const { id, number, followCode } = opened.body
  let { seq } = opened.body
  const step = async (who: typeof resident, name: string, input: object): Promise<string> => {
    const answer = await who!.step(`/api/matters/${id}/${name}`, { seq, input })
    assert.equal(answer.status, 200, answer.text)
    seq = answer.body.seq
    return answer.body.stage
  }
  assert.equal(await step(dispatcher, 'dispatch', { category: 'road-damage', office: '630202001/gov' }), 'accepting')
  assert.equal(await step(handler, 'accept', {}), 'handling')

  const page = (await handler!.get<MatterView>(`/api/matters/${id}`)).body
  assert.equal(page.stage, 'handling')
  assert.equal(page.holder?.name, 'handler')
  assert.deepEqual(page.entries.map(entry => entry.step), ['report', 'dispatch', 'accept'])
  assert.ok(page.offers.some(offer => offer.step === 'resolve' && offer.refusal === undefined))
  assert.ok(page.clocks.some(clock => clock.name === 'stage' && clock.words.en.includes('left')))
  assert.equal(page.followCode, undefined)
  const explained = (await handler!.get<ExplainView>(`/api/matters/${id}/explain`)).body
  assert.equal(explained.here.stage.en, 'Being handled')
  assert.equal(explained.here.by?.en, 'Accept')

  assert.equal(await step(handler, 'resolve', { outcome: 'fixed', result: '已更换灯泡' }), 'verifying')
  assert.equal(await step(gridWorker, 'verify', { verified: true }), 'confirming')
  assert.equal(await step(resident, 'confirm', {}), 'closed')
  assert.equal(await step(resident, 'rate', { rating: 5 }), 'finished')

  const followed = await world.anybody().post<FollowView>('/api/follow', { number, code: followCode ?? '' })
  assert.equal(followed.status, 200, followed.text)
  assert.equal(followed.body.stage, 'finished')
  assert.ok(!followed.text.includes('路灯'), 'what the reporter typed is not shown to who found the slip')
  assert.equal((await world.anybody().post('/api/follow', { number, code: 'AAAAAAAAAA' })).status, 404)

  const own = (await resident!.get<Page<MatterRow>>('/api/matters?scope=party')).body
  assert.equal(own.rows[0]?.title, '村口路灯不亮，晚上看不见路')
  const told = (await resident!.get<Page<NoticeView>>('/api/notices')).body
  assert.ok(told.rows.length >= 3 && told.rows.every(row => !row.read))
  const unread = (await resident!.get<Me>('/api/me')).body.unread
  assert.ok(unread >= 3)
  await resident!.post('/api/notices/read', {})
  assert.equal((await resident!.get<Me>('/api/me')).body.unread, 0)
})

test('repeated, stale, forbidden and malformed steps are refused with their rule', async () => {
  const resident = await world.as('resident')
  const act = randomUUID()
  const first = await resident.step('/api/request/report', report, act)
  const again = await resident.step('/api/request/report', report, act)
  assert.deepEqual(again.body, first.body)
  const other = await resident.step<Problem>('/api/request/report', { input: { ...report.input, text: '完全不同的内容' } }, act)
  assert.equal(other.status, 409)
  assert.equal(other.body.code, 'repeated-other-input')

  const { id } = first.body
  const forbidden = await resident.step<Problem>(`/api/matters/${id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  assert.equal(forbidden.status, 403)
  assert.equal(forbidden.body.code, 'not-yours')
  assert.ok(forbidden.body.basis.length > 0 && forbidden.body.remedy)

  const dispatcher = await world.as('dispatcher')
  await dispatcher.step(`/api/matters/${id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  const stale = await dispatcher.step<Problem>(`/api/matters/${id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  assert.equal(stale.status, 409)
  assert.equal(stale.body.code, 'stale')

  const bad = await resident.step<Problem>('/api/request/report', { input: { text: '短', place: village, mood: 'angry' } })
  assert.equal(bad.status, 422)
  assert.deepEqual(bad.body.faults?.map(fault => fault.fact).toSorted(), ['mood', 'text'])
  const stranger = await world.as('otherDispatcher')
  assert.equal((await stranger.get(`/api/matters/${id}`)).status, 404)
  assert.equal((await stranger.step(`/api/matters/${id}/dispatch`, { seq: 2, input: {} })).status, 404)
})

test('lists page by cursors that belong to their filter alone', async () => {
  const resident = await world.as('resident')
  for (let i = 0; i < 3; i += 1) await resident.step('/api/request/report', { input: { text: `第 ${i} 件：水管漏水需要维修`, place: village } })
  const dispatcher = await world.as('dispatcher')
  const first = await dispatcher.get<Page<MatterRow>>('/api/matters?scope=office&limit=2')
  assert.equal(first.status, 200, first.text)
  assert.equal(first.body.rows.length, 2)
  const second = await dispatcher.get<Page<MatterRow>>(`/api/matters?scope=office&limit=2&cursor=${first.body.next ?? ''}`)
  assert.ok(second.body.rows.every(row => !first.body.rows.some(seen => seen.id === row.id)))
  const foreign = await dispatcher.get<Problem>(`/api/matters?scope=region&limit=2&cursor=${first.body.next ?? ''}`)
  assert.equal(foreign.body.code, 'bad-cursor')
  assert.equal((await dispatcher.get<Problem>('/api/matters?scope=office&cursor=x.y')).body.code, 'bad-cursor')
  const found = await dispatcher.post<Page<MatterRow>>('/api/matters/search', { scope: 'region', q: '漏水' })
  assert.ok(found.body.rows.length >= 3)
  const byNumber = await dispatcher.post<Page<MatterRow>>('/api/matters/search', { q: first.body.rows[0]?.number ?? '' })
  assert.equal(byNumber.body.rows[0]?.id, first.body.rows[0]?.id)
  assert.equal((await dispatcher.get<Problem>('/api/matters?scope=region&region=630203')).status, 403)
  assert.equal((await resident.get<Problem>('/api/matters?scope=region')).status, 403)
  assert.equal((await dispatcher.get<Problem>('/api/matters?limit=0')).status, 400)
  assert.equal((await dispatcher.get<Problem>('/api/matters?colour=red')).body.faults?.[0]?.fact, 'colour')
})

test('the board counts by place with denominators, for those whose area it is', async () => {
  const lead = await world.as('countyLead')
  const { status, body, text } = await lead.get<Board>('/api/board?region=630202&procedure=request')
  assert.equal(status, 200, text)
  assert.ok(body.rows.some(row => row.region.code === '630202001' && row.openTotal > 0))
  assert.equal(body.total.openTotal, body.rows.reduce((sum, row) => sum + row.openTotal, 0))
  assert.ok('onTimeRate' in body.total.rates)
  assert.equal((await lead.get('/api/board?region=630203&procedure=request')).status, 403)
  assert.equal((await (await world.as('resident')).get('/api/board?region=630202001001&procedure=request')).status, 403)
})

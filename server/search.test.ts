import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestSite, type Client, type TestSite } from '../test/helpers/site.ts'
import type { Name } from '../test/helpers/world.ts'
import type { MatterRow, Page, Problem, StepReply } from './wire.ts'

const place = '630202001001'
const phone = '13897221234'
let world: TestSite
let opened: StepReply
before(async () => {
  world = await openTestSite({ limits: { search: 10_000 } })
  opened = (await (await world.as('resident')).step('/api/request/report', { input: { text: '村口路灯不亮，晚上看不见路', place, category: 'waste', contactName: '王小明', contactPhone: phone } })).body
})
after(() => world.close())

const ask = (who: Client, query: { readonly [name: string]: string }) => who.post<Page<MatterRow> & Problem>('/api/matters/search', query)
const found = async (name: Name, query: { readonly [name: string]: string }): Promise<number | string> => {
  const { status, body } = await ask(await world.as(name), query)
  return status === 200 ? body.rows.length : body.code
}

test('a phone masked for its reader can’t be tried out digit by digit', async () => {
  for (const q of [phone, '1234']) {
    assert.equal(await found('dispatcher', { q }), 1, 'who reads phones finds by them')
    assert.equal(await found('resident', { q, scope: 'party' }), 1, 'and so does whose it is')
    for (const name of ['gridWorker', 'committee'] as const) assert.equal(await found(name, { q }), 0, `${name} ${q}`)
    for (const name of ['deputy', 'auditor'] as const) assert.equal(await found(name, { q }), 'no-right', name)
    assert.equal(await found('deputy', { q, scope: 'party' }), 0, 'in their own list there is nothing of others')
  }
  assert.equal(await found('gridWorker', { q: phone, scope: 'party' }), 0)
})

test('digits that a text holds are found by who reads the text', async () => {
  const gridWorker = await world.as('gridWorker')
  await gridWorker.step('/api/request/report', { input: { text: '公示栏上的电话 09728612999 打不通', place } })
  assert.equal(await found('gridWorker', { q: '2999' }), 1)
})

test('a text masked for its reader answers no words; the refusal says what still can be asked', async () => {
  const deputy = await world.as('deputy')
  for (const q of ['路灯', '没有的话', '9999', 'x']) {
    const { status, body } = await ask(deputy, { q })
    assert.deepEqual([status, body.code, body.basis], [403, 'no-right', ['20.2']], q)
    assert.match(body.remedy?.zh ?? '', /编号/)
    assert.match(body.remedy?.en ?? '', /number/)
  }
  for (const query of [{ q: opened.number }, { term: 'category:waste' }, { region: place, stage: 'triage', term: 'category:waste' }, { q: opened.number, stage: 'triage' }, { q: ' ', term: 'category:waste' }]) {
    const { status, body } = await ask(deputy, query)
    assert.deepEqual([status, body.rows.map(row => row.id)], [200, [opened.id]], JSON.stringify(query))
    assert.match(body.rows[0]?.title ?? '', /^…\(≤\d+\)$/)
  }
  assert.equal(await found('gridWorker', { q: '路灯' }), 1)
  assert.equal(await found('resident', { q: '路灯', scope: 'party' }), 1)
})

test('nor can an internal fact be filtered by from below its class', async () => {
  assert.equal(await found('deputy', { term: `main:${opened.id}` }), 'no-right')
  assert.equal(await found('dispatcher', { term: `main:${opened.id}` }), 0)
  assert.equal(await found('dispatcher', { term: 'text:x' }), 'bad-request')
})

test('a number is looked up in the scope that is asked for, and makes nobody its owner', async () => {
  const { number, id } = opened
  assert.equal(await found('deputy', { scope: 'party', q: number }), 0)
  assert.equal(await found('neighbour', { scope: 'party', q: number }), 0)
  assert.equal(await found('otherDispatcher', { q: number }), 0)
  const own = await ask(await world.as('resident'), { scope: 'party', q: number })
  assert.deepEqual(own.body.rows.map(row => [row.id, row.title]), [[id, '村口路灯不亮，晚上看不见路']])
  assert.equal(await found('dispatcher', { q: number, stage: 'handling' }), 0, 'the other filters hold')
  const dispatcher = await world.as('dispatcher')
  const sent = await dispatcher.step(`/api/matters/${id}/dispatch`, { seq: 1, input: { category: 'waste', office: '630202001/gov' } })
  assert.equal(sent.status, 200, sent.text)
  assert.equal(await found('handler', { scope: 'office', q: number }), 1)
  assert.equal(await found('dispatcher', { scope: 'office', q: number }), 1, 'an office finds what it handed on')
})

test('searches by one account are slowed down, other lists are not', async () => {
  const slow = await openTestSite({ limits: { search: 3 } })
  const reader = await slow.as('dispatcher')
  const statuses: number[] = []
  for (let i = 0; i < 5; i += 1) statuses.push((await ask(reader, { q: `138972200${i}0` })).status)
  assert.deepEqual(statuses, [200, 200, 200, 429, 429])
  assert.deepEqual([(await ask(reader, {})).status, (await ask(await slow.as('cityDispatcher'), { q: '路灯' })).status], [200, 200])
  await slow.close()
})

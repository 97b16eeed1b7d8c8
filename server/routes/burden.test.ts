import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import readSheets from 'read-excel-file/node'
import { system } from '../../kernel/post.ts'
import { recordRefusedAttempt } from '../../registers/gate.ts'
import { instant } from '../../test/helpers/play.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { idOf, people } from '../../test/helpers/world.ts'
import type { MatterView, Page, Problem } from '../wire.ts'
import type { Burden, BurdenCalendar, BurdenIssuers, BurdenTask, RefusedAttempt, VillageDatum } from '../wire/burden.ts'

let world: TestSite
before(async () => {
  world = await openTestSite()
  world.setNow(instant('2026-06-08 10:00'))
  await world.database.owner(async tx => {
    await tx.query(
      `insert into given_work (county, matter, number, community, township, issuer, source, item, kind, form, title, since, until, minutes, fields, promised, delivered, state, open)
       select '630202', matter, number, community, left(community, 9), issuer, source, 'zz-01', kind, form, title, since, until, minutes, fields, promised, delivered, state, open
       from jsonb_to_recordset($1::jsonb) as r(matter uuid, number text, community text, issuer text, source uuid, kind text, form text, title text, since date, until date, minutes int, fields int, promised int, delivered int, state text, open boolean)`, [JSON.stringify(tasks)])
    await tx.query(`insert into village_data (county, village, name, value, as_of, until, source) values ('630202', '630202001001', '门面房数', '86', '2026-05-01', '2026-06-07', $1::uuid)`, [idOf('source')])
  })
  await world.database.scoped(system, tx => recordRefusedAttempt(tx, { act: 'a', by: '630202/transport', to: ['630202001001/committee', '630202101201/committee'], code: 'no-conditions', step: 'propose', item: 'zz-01' }, instant('2026-06-02 09:00')))
})
after(() => world.close())

const task = { issuer: '630202/transport', kind: 'assist', form: 'task', title: '农村公路巡查', since: '2026-06-01', until: '2026-06-30', minutes: 0, fields: 0, promised: 0, delivered: 0, state: 'doing', open: true, source: null }
const tasks = [
  { ...task, matter: idOf('t1'), number: '1', community: '630202001001', minutes: 2500, promised: 2, delivered: 1, source: idOf('c1') },
  { ...task, matter: idOf('t2'), number: '2', community: '630202001002', minutes: 2000, fields: 4, source: idOf('c1') },
  { ...task, matter: idOf('t3'), number: '3', community: '630202101201', issuer: '', kind: 'outside', form: 'form', title: '平台外派单：填报表格（电话）', since: '2026-05-30', until: '2026-06-02', minutes: 40, state: 'kept' },
  { ...task, matter: idOf('t4'), number: '4', community: '630202001', issuer: '630202/centre', title: '=cmd|汇总', minutes: 60 },
]

test('23: anyone sees what communities are given, by whom, and who is over the ceiling', async () => {
  const anybody = world.anybody()
  const { body, status, text } = await anybody.get<Burden>('/api/burden?region=630202&months=2')
  assert.equal(status, 200, text)
  assert.deepEqual([body.months, body.ceiling.minutes, body.ceiling.forms, body.ceiling.near], [['2026-05', '2026-06'], 2400, 10, 80])
  assert.match(body.ceiling.source.zh, /平台默认/)
  assert.deepEqual(body.rows.map(row => [row.region.code, row.month.minutes, row.standing, row.figures.refused]),
    [['630202001001', 2500, 'over', 1], ['630202001002', 2000, 'near', 0], ['630202001', 60, undefined, 0], ['630202101201', 20, 'within', 1]])
  assert.deepEqual([body.total.figures.tasks, body.total.figures.minutes, body.total.figures.forms, body.total.figures.refused, body.total.over, body.total.near, body.total.communities], [4, 4600, 2, 1, 1, 1, 3])
  assert.deepEqual(body.trend, [{ month: '2026-05', tasks: 1, forms: 1, minutes: 20, over: 0 }, { month: '2026-06', tasks: 4, forms: 2, minutes: 4580, over: 1 }])
  const city = (await anybody.get<Burden>('/api/burden?region=6302&months=1')).body
  assert.deepEqual(city.rows.map(row => [row.region.code, row.communities, row.over, row.near, row.standing]), [['630202', 3, 1, 1, undefined]])
  const empty = (await anybody.get<Burden>('/api/burden?region=630203001001')).body
  assert.deepEqual([empty.rows, empty.total.figures.tasks, empty.total.standing], [[], 0, 'within'])
})

test('offices are compared by what they gave, what was refused to them, and what they promised', async () => {
  const { body } = await world.anybody().get<BurdenIssuers>('/api/burden/issuers?region=630202&months=2')
  assert.deepEqual(body.rows.map(row => [row.office?.code, row.communities, row.figures.minutes, row.figures.promised, row.figures.delivered, row.refusedBy.map(one => [one.code, one.n])]),
    [['630202/transport', 2, 4500, 2, 1, [['no-conditions', 1]]], ['630202/centre', 1, 60, 0, 0, []], [undefined, 1, 40, 0, 0, []]])
})

test('each figure opens the list behind it', async () => {
  const list = async (query: string) => (await world.anybody().get<Page<BurdenTask>>(`/api/burden/tasks?region=630202&months=2${query}`)).body.rows.map(row => row.number).toSorted()
  assert.deepEqual([await list(''), await list('&issuer=630202/transport'), await list('&issuer=none'), await list('&kind=outside'), await list('&only=forms'), await list('&only=lacking'), await list('&only=running')],
    [['1', '2', '3', '4'], ['1', '2'], ['3'], ['3'], ['2', '3'], ['1'], ['1', '2', '4']])
  const refused = (await world.anybody().get<Page<RefusedAttempt>>('/api/burden/refused?region=630202101&months=2')).body.rows
  assert.deepEqual(refused.map(row => [row.office.code, row.rule.zh, row.basis, row.communities, row.item]), [['630202/transport', '没有提供工作条件', ['23.2', '50.2'], 2, 'zz-01']])
  assert.deepEqual((await world.anybody().get<Page<RefusedAttempt>>('/api/burden/refused?region=630202001002&months=2')).body.rows, [])
})

test('one calendar across offices: a commission to several communities is one line', async () => {
  const { body } = await world.anybody().get<BurdenCalendar>('/api/burden/calendar?region=630202&month=2026-06')
  assert.deepEqual(body.rows.map(row => [row.issuer?.code, row.communities, row.minutes, row.since, row.until]).toSorted(), [
    ['630202/centre', 1, 60, '2026-06-01', '2026-06-30'], ['630202/transport', 2, 4500, '2026-06-01', '2026-06-30'], [undefined, 1, 40, '2026-05-30', '2026-06-02'],
  ].toSorted())
  assert.deepEqual([body.today, body.cut, (await world.anybody().get<BurdenCalendar>('/api/burden/calendar?region=630202&month=2025-01')).body.rows], ['2026-06-08', false, []])
})

test('the export says of what and of when, and its texts are texts', async () => {
  const { bytes, headers, status } = await world.anybody().get('/api/burden/tasks.xlsx?region=630202&months=2')
  assert.deepEqual([status, String(headers['content-type'])], [200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  const [data, about] = await readSheets(bytes)
  assert.equal(data?.data.length, 5)
  assert.deepEqual(data?.data.map(row => row[5]).includes('=cmd|汇总'), true, 'kept as it was written')
  const told = JSON.stringify(about?.data)
  for (const one of ['海东市 › 乐都区', '2026-05-01 起，2026-07-01 前', '2026-06-08']) assert.ok(told.includes(one), one)
})

test('what a community gave is for who works there', async () => {
  const of = async (name: 'committee' | 'resident') => (await (await world.as(name)).get<readonly VillageDatum[]>('/api/burden/village-data?village=630202001001')).body
  assert.deepEqual([await of('committee'), await of('resident')], [[{ name: '门面房数', value: '86', asOf: '2026-05-01', until: '2026-06-07', valid: false }], []])
  assert.equal((await world.anybody().get('/api/burden/village-data?village=630202001001')).status, 401)
})

test('50.2: logged in seconds; the page of the office named shows the community and nobody in it', async () => {
  const worker = await world.as('gridWorker')
  const opened = await worker.step('/api/outside-order/log', { input: { village: '630202001001', office: '630202001/gov', what: '今天报车辆台账', channel: 'chat' } })
  assert.equal(opened.status, 200, opened.text)
  for (const who of ['handler', 'townLead', 'countyLead', 'committee'] as const) {
    const page = await (await world.as(who)).get<MatterView>(`/api/matters/${opened.body.id}`)
    assert.equal(page.status, 200)
    assert.ok(!page.text.includes(people.gridWorker.account) && !page.text.includes('"gridWorker"'), who)
    assert.deepEqual(page.body.entries.map(entry => [entry.who.kind, entry.who.office]), [['committee', undefined]])
  }
  assert.equal((await (await world.as('stranger')).get(`/api/matters/${opened.body.id}`)).status, 404)
})

test('what is no place and no month is refused', async () => {
  const ask = async (query: string) => (await world.anybody().get<Problem>(`/api/burden${query}`)).status
  assert.deepEqual([await ask('?region=999999'), await ask('?region=x'), await ask(''), await ask('?region=6302&months=99'), await ask('/calendar?region=6302&month=2026-13'), await ask('/tasks?region=6302&issuer=王小明'), await ask('/tasks?region=6302&cursor=x.y')],
    [404, 400, 400, 400, 400, 400, 400])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { count, draft, own, relief } from '../../test/helpers/lists.ts'
import { instant } from '../../test/helpers/play.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { catchUp } from '../../store/clock.ts'
import type { DutyItemView, DutyListView, ListDiff, ListVersion, ListView, Problem, WorkItemView } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

type Taken = { readonly id: string; readonly seq: number }

const take = async (who: Parameters<TestSite['as']>[0], path: string, body: object): Promise<Taken> => {
  const answer = await (await world.as(who)).step<Taken>(path, body)
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

const on = async (day: string): Promise<void> => {
  world.setNow(instant(`${day} 10:00`))
  await catchUp(world.site.house, instant(`${day} 10:00`))
}

const adopt = async (input: object, drafted: string, closed: string): Promise<string> => {
  await on(drafted)
  const { id, seq } = await take('countyClerk', '/api/work-list/draft', { input })
  const consulted = await take('countyClerk', `/api/matters/${id}/consult`, { seq, input: {} })
  await on(closed)
  const handed = await take('countyClerk', `/api/matters/${id}/toReview`, { seq: consulted.seq + 1, input: {} })
  const passed = await take('justice', `/api/matters/${id}/pass`, { seq: handed.seq, input: { opinion: '程序合法' } })
  await take('countyLead', `/api/matters/${id}/publish`, { seq: passed.seq, input: { instrument: '乐政发〔2026〕18 号' } })
  return id
}

test('23.1: anyone reads the lists of a county, version by version, what changed between them and why, and what is in force today', async () => {
  const anybody = world.anybody()
  const ask = async <T>(path: string): Promise<T> => (await anybody.get<T>(path)).body
  assert.deepEqual([await ask('/api/work-lists?region=630202001001'), await ask('/api/work-items?county=630202')], [[], []])
  const v1 = await adopt({ ...draft, since: '2026-03-01' }, '2026-01-05', '2026-01-22')
  await on('2026-03-02')
  const changed = { ...relief, minutes: 100, conditions: '人员、经费、设备' }
  const v2 = await adopt({ ...draft, title: '乐都区事项清单（修订）', since: '2026-07-01', items: [own, changed], reason: '按实际工作调整', reasons: [{ code: 'wt-01', why: '普查已结束' }] }, '2026-03-03', '2026-03-19')

  const versions = await ask<readonly ListVersion[]>('/api/work-lists?region=630202001001')
  assert.deepEqual(versions.map(({ version, stands, until, items, base, changes }) => [version, stands, until, items, base, changes?.en]), [
    [v2, 'later', undefined, 2, v1, '0 added, 1 withdrawn, 1 changed'], [v1, 'now', '2026-07-01', 3, undefined, 'The first, of 3 items'],
  ])
  const list = await ask<ListView>(`/api/work-lists/630202/${v2}`)
  assert.deepEqual([list.of.title, list.items], ['乐都区事项清单（修订）', [own, changed]])
  const diff = await ask<ListDiff>(`/api/work-lists/630202/${v2}/diff?against=${v1}`)
  assert.deepEqual(diff.changes, [
    { change: 'changed', code: 'zz-01', before: relief, after: changed, fields: ['conditions', 'minutes'] }, { change: 'withdrawn', code: 'wt-01', before: count, fields: [], why: '普查已结束' },
  ])
  const inForce = await ask<readonly WorkItemView[]>('/api/work-items?county=630202')
  assert.deepEqual(inForce.map(({ code, conditions, season }) => [code, conditions, season]), [['own-01', [], undefined], ['zz-01', ['人员', '经费'], { from: '03-01', to: '10-31' }], ['wt-01', ['经费', '培训'], undefined]])
  await on('2026-07-01')
  assert.deepEqual((await ask<readonly WorkItemView[]>('/api/work-items?county=630202')).map(one => one.code), ['own-01', 'zz-01'])
})

test('23.3: anyone reads an office’s duty list', async () => {
  const anybody = world.anybody()
  await on('2026-07-02')
  const duties = [{ code: 'zn-01', name: '县道养护', basis: '公路法' }]
  const { id, seq } = await take('transport', '/api/duty-list/draft', { input: { place: '630202', title: '交通运输局职责事项清单', since: '2026-08-01', duties } })
  const handed = await take('transport', `/api/matters/${id}/toReview`, { seq, input: {} })
  const passed = await take('justice', `/api/matters/${id}/pass`, { seq: handed.seq, input: { opinion: '同意' } })
  await take('countyLead', `/api/matters/${id}/publish`, { seq: passed.seq, input: { instrument: '乐政办〔2026〕9 号' } })
  const office = encodeURIComponent('630202/transport')
  const mine = async () => (await anybody.get<readonly DutyItemView[]>(`/api/duty-items?office=${office}`)).body
  assert.deepEqual(await mine(), [], 'not yet')
  await on('2026-08-01')
  assert.deepEqual(await mine(), duties)
  assert.deepEqual((await anybody.get<readonly ListVersion[]>(`/api/duty-lists?office=${office}`)).body.map(({ version, stands, items }) => [version, stands, items]), [[id, 'now', 1]])
  const { body } = await anybody.get<DutyListView>(`/api/duty-lists/630202/${id}`)
  assert.deepEqual([body.office.code, body.items, body.of.title], ['630202/transport', duties, '交通运输局职责事项清单'])
})

test('what is not there is not found, and what is no place or version is refused', async () => {
  const status = async (path: string): Promise<number> => (await world.anybody().get<Problem>(path)).status
  const nobody = '00000000-0000-4000-8000-000000000000'
  assert.deepEqual(await Promise.all([
    status('/api/work-lists?region=999999'), status('/api/work-lists?region=6302'), status(`/api/work-lists/630202/${nobody}`), status(`/api/work-lists/630202/${nobody}/diff?against=${nobody}`), status(`/api/duty-lists/630202/${nobody}`),
  ]), [404, 404, 404, 404, 404])
  assert.deepEqual(await Promise.all([status('/api/work-lists'), status('/api/work-items?county=6302'), status('/api/duty-items?office=x'), status('/api/work-lists/630202/x')]), [400, 400, 400, 400])
})

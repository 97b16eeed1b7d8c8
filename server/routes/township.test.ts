import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { instant } from '../../test/helpers/play.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { Problem, TargetsView, VisitsView } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite(); world.setNow(instant('2026-06-08 10:00')) })
after(() => world.close())

const visit = { village: '630202001001', about: '帮助社区健全议事协商', themes: [{ theme: 'deliberation' }], day: '2026-06-08' }

test('6.1: a township sees which of its villages it has not visited, and how often each was inspected', async () => {
  const handler = await world.as('handler')
  const planned = await handler.step('/api/guidance/plan', { input: visit })
  assert.equal(planned.status, 200, planned.text)
  const seen = async () => (await handler.get<VisitsView>('/api/visits?region=630202001')).body
  assert.deepEqual((await seen()).rows.map(({ village, ...row }) => [village.code, row]), [
    ['630202001001', { next: '2026-06-08', due: true, inspections: 0 }], ['630202001002', { due: true, inspections: 0 }],
  ])
  const held = await handler.step(`/api/matters/${planned.body.id}/hold`, { seq: planned.body.seq, input: { heldOn: '2026-06-08', seen: '列席了居民议事会' } })
  assert.equal(held.status, 200, held.text)
  const { rows, cover, yearly } = await seen()
  assert.deepEqual([rows.map(row => row.due), rows[0]?.last, cover, yearly], [[false, true], '2026-06-08', 90, 4])
  const county = await world.as('countyLead')
  assert.equal((await county.get<VisitsView>('/api/visits?region=630202')).body.rows.length, 3)
  const status = async (who: Parameters<TestSite['as']>[0], query: string) => (await (await world.as(who)).get<Problem>(`/api/visits${query}`)).status
  assert.deepEqual([await status('otherDispatcher', '?region=630202001'), await status('resident', '?region=630202001'), await status('countyLead', '?region=999999'), await status('countyLead', ''), await status('cityLead', '?region=6302')], [403, 403, 404, 400, 404])
})

test('5.1: targets of a year by office, each marked as computed from records or stated', async () => {
  const [dispatcher, lead, urban] = [await world.as('countyDispatcher'), await world.as('countyLead'), await world.as('urban')]
  const targets = [
    { code: '1', office: '630202/lead', duty: '6.1-1', name: '指导走访村（社区）', unit: '次', target: 4, how: 'computed', measure: 'guidance.held' },
    { code: '2', office: '630202/urban-management', duty: '5.2', name: '背街小巷路灯改造', unit: '盏', target: 300, how: 'stated' },
  ]
  const empty = await lead.get<TargetsView>('/api/duties/targets?region=630202')
  assert.deepEqual([empty.status, empty.body.offices, empty.body.years, empty.body.plan], [200, [], [], undefined])
  const bad = await dispatcher.step('/api/annual-plan/draft', { input: { region: '630202', year: 2026, title: '2026年治理目标', targets: [{ ...targets[0], measure: 'guidance.unknown' }] } })
  assert.equal(bad.status, 422)
  const drafted = await dispatcher.step('/api/annual-plan/draft', { input: { region: '630202', year: 2026, title: '2026年治理目标', targets } })
  assert.equal(drafted.status, 200, drafted.text)
  const adopted = await lead.step(`/api/matters/${drafted.body.id}/adopt`, { seq: drafted.body.seq, input: {} })
  assert.equal(adopted.status, 200, adopted.text)
  const stated = await urban.step(`/api/matters/${drafted.body.id}/stateProgress`, { seq: adopted.body.seq, input: { code: '2', value: 80, evidence: '三月验收单' } })
  assert.equal(stated.status, 200, stated.text)
  for (const who of ['countyLead', 'deputy', 'townLead', 'urban'] as const) {
    const { body } = await (await world.as(who)).get<TargetsView>('/api/duties/targets?region=630202&year=2026')
    assert.deepEqual(body.offices.map(({ office, targets: list }) => [office.code, list.map(({ done, how, state, basis, measure, evidence }) => [done, how, state, basis, measure?.zh, evidence])]), [
      ['630202/lead', [[1, 'computed', 'behind', '6.1', '走访', undefined]]],
      ['630202/urban-management', [[80, 'stated', 'behind', '5.2', undefined, '三月验收单']]],
    ], who)
    assert.deepEqual([body.plan, body.years, Math.round(body.gone * 100)], [drafted.body.id, [2026], 44])
  }
  const again = await dispatcher.step('/api/annual-plan/draft', { input: { region: '630202', year: 2026, title: '2026年治理目标', targets } })
  assert.deepEqual([again.status, (again.body as unknown as Problem).code], [409, 'already-planned'])
  const status = async (who: Parameters<TestSite['as']>[0], query: string) => (await (await world.as(who)).get<Problem>(`/api/duties/targets${query}`)).status
  assert.deepEqual([await status('resident', '?region=630202'), await status('countyLead', '?region=630203'), await status('countyLead', '?region=999999')], [403, 403, 404])
})

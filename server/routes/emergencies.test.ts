import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { instant } from '../../test/helpers/play.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { EmergencyView, MatterView, Problem } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const order = {
  kind: 'flood', area: '630202001001', happened: '沟水猛涨，沿沟房屋进水', scope: '转移沿沟住户，封闭沟口道路', instrument: '防汛应急预案', until: '2026-06-10',
}

test('33.2: anyone, signed in or not, sees what emergency is in force here and until when', async () => {
  world.setNow(instant('2026-06-08 10:00'))
  const [lead, county, anybody] = [await world.as('townLead'), await world.as('countyLead'), world.anybody()]
  const of = async (region: string): Promise<readonly EmergencyView[]> => (await anybody.get<readonly EmergencyView[]>(`/api/emergencies?region=${region}`)).body
  assert.deepEqual(await of('630202001001'), [])
  const opened = await lead.step('/api/emergency-order/declare', { input: { ...order, executors: ['630202/water'] } })
  assert.equal(opened.status, 200, opened.text)
  const [one, ...more] = await of('630202001001')
  assert.deepEqual(more, [])
  assert.deepEqual({ ...one, region: one?.region.code, declaredBy: one?.declaredBy?.code, executors: one?.executors.map(office => office.code) }, {
    matter: opened.body.id, number: opened.body.number, region: '630202001001', kind: { zh: '洪涝、地质灾害', en: 'Flood or landslide' },
    since: instant('2026-06-08 10:00').toISOString(), until: instant('2026-06-09 10:00').toISOString(), confirmed: false,
    happened: order.happened, scope: order.scope, instrument: order.instrument, declaredBy: '630202001/gov', executors: ['630202/water'],
  })
  assert.equal((await county.step(`/api/matters/${opened.body.id}/confirm`, { seq: opened.body.seq, input: {} })).status, 200)
  assert.deepEqual((await of('6302')).map(({ confirmed, until }) => [confirmed, until]), [[true, '2026-06-10T15:59:59.999Z']], 'seen from the city too')
  assert.deepEqual(await of('630202001002'), [], 'next door nothing is in force')

  const stranger = await world.as('stranger')
  const page = await stranger.get<MatterView>(`/api/matters/${opened.body.id}`)
  assert.equal(page.status, 200, 'the order itself is published')
  assert.deepEqual(page.body.offers.filter(offer => offer.refusal === undefined), [])
  world.setNow(instant('2026-06-11 00:00'))
  assert.deepEqual(await of('630202001001'), [], 'over, though no clock was called yet')
})

test('a place that is none is refused', async () => {
  const ask = async (query: string) => world.anybody().get<Problem>(`/api/emergencies${query}`)
  assert.deepEqual([(await ask('?region=999999')).status, (await ask('?region=x')).status, (await ask('')).status, (await ask('?region=6302&all=1')).status], [404, 400, 400, 400])
})

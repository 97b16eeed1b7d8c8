import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { instant } from '../../test/helpers/play.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { MatterView, SummonsBoard } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const subsidence = { what: '东关路面塌陷，水管外露', place: '630202001001', grade: 'serious', offices: ['630202/transport', '630202/water'], outside: [{ name: '国网乐都供电公司', phone: '95598' }] }

test('24.2: the figures of a county’s departments, with their denominators, and the summons with all it called', async () => {
  world.setNow(instant('2026-06-08 10:00'))
  const [lead, transport, county] = [await world.as('townLead'), await world.as('transport'), await world.as('countyLead')]
  const opened = await lead.step('/api/summons/raise', { input: subsidence })
  assert.equal(opened.status, 200, opened.text)
  const page = (await lead.get<MatterView>(`/api/matters/${opened.body.id}`)).body
  const called = page.links.filter(link => link.kind === 'summons' && link.here)
  assert.deepEqual(called.map(link => link.row.facts['office'] ?? link.row.facts['unit']).toSorted(), ['630202/transport', '630202/water', '国网乐都供电公司'].toSorted())
  const mine = called.find(link => link.row.facts['office'] === '630202/transport')?.row ?? assert.fail()
  const answered = await transport.step(`/api/matters/${mine.id}/answer`, { seq: 1, input: { answer: 'coming' } })
  assert.equal(answered.status, 200, answered.text)
  const own = (await transport.get<MatterView>(`/api/matters/${mine.id}`)).body
  assert.deepEqual(own.links.map(link => [link.kind, link.here, link.row.id]), [['summons', undefined, opened.body.id]], 'a department finds the summons, and not what others were asked')
  assert.deepEqual((await transport.get<MatterView>(`/api/matters/${opened.body.id}`)).body.links.map(link => link.row.id), [mine.id])
  const { body } = await county.get<SummonsBoard>('/api/summons?county=630202&months=1')
  assert.deepEqual(body.offices.map(({ office, called: n, answeredInTime, silent }) => [office.code, n, answeredInTime, silent]), [['630202/transport', 1, 1, 0], ['630202/water', 1, 0, 1]])
  assert.deepEqual([body.total.called, body.total.answered, body.units], [2, 1, [{ name: '国网乐都供电公司', phone: '95598' }]])
  assert.deepEqual((await (await world.as('cityLead')).get<SummonsBoard>('/api/summons?county=630202')).body.total.called, 2)
  world.setNow(instant('2026-07-08 10:00'))
  assert.deepEqual((await county.get<SummonsBoard>('/api/summons?county=630202&months=1')).body.offices, [], 'another month')
})

test('it is for who works in the county or above it: no resident, no auditor, nobody of the county next door', async () => {
  for (const who of ['resident', 'deputy', 'auditor', 'otherCountyDispatcher', 'systemAdmin'] as const) assert.equal((await (await world.as(who)).get('/api/summons?county=630202')).status, 403, who)
  const lead = await world.as('townLead')
  for (const county of ['630202001', '639999', '6302']) assert.equal((await lead.get(`/api/summons?county=${county}`)).status, 404, county)
  assert.equal((await world.anybody().get('/api/summons?county=630202')).status, 401)
})

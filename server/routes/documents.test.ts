import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { MatterView } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const order = { kind: 'flood', area: '630202001', happened: '暴雨致东关沟水位猛涨', scope: '组织沿沟住户转移', instrument: '碾伯街道防汛应急预案', until: '2026-06-10' }

test('a document is given as a file and as a page, made from its entry, to whoever may read the matter', async () => {
  world.setNow(new Date('2026-06-08T02:00:00Z'))
  const lead = await world.as('townLead')
  const { body: { id, number } } = await lead.step('/api/emergency-order/declare', { input: order })
  const resident = await world.as('resident')
  const { body } = await resident.get<MatterView>(`/api/matters/${id}`)
  assert.deepEqual(body.documents.map(one => [one.name, one.zh, one.seq, one.basis]), [['order', '应急决定', 1, ['24.2', '33.2']]])
  const file = await resident.get(`/api/matters/${id}/documents/order.docx`)
  assert.equal(file.status, 200)
  assert.match(String(file.headers['content-type']), /wordprocessingml/)
  assert.ok(String(file.headers['content-disposition']).includes(encodeURIComponent(`应急决定 ${number}.docx`)))
  assert.equal(file.headers['cache-control'], 'no-store')
  assert.ok(file.bytes.equals((await lead.get(`/api/matters/${id}/documents/order.docx`)).bytes), 'the same for another reader, and at another moment')
  const page = await resident.get(`/api/matters/${id}/documents/order.html`)
  assert.match(String(page.headers['content-security-policy']), /default-src 'none'/)
  assert.ok(page.text.includes('2026年6月8日') && page.text.includes(number) && page.text.includes('依据第 1 条办理记录'))
  const [entry] = await world.database.owner(tx => tx.query<{ hash: string }>(`select encode(hash, 'hex') as hash from entry where matter = $1::uuid`, [id]))
  assert.ok(page.text.includes(entry?.hash.slice(0, 16) ?? 'no hash'))
  await (await world.as('countyLead')).step(`/api/matters/${id}/confirm`, { seq: 1, input: { until: '2026-06-09' } })
  const later = await resident.get(`/api/matters/${id}/documents/order.html`)
  assert.ok(later.text.includes('2026年6月9日') && later.text.includes('依据第 2 条办理记录'), 'confirmed with an earlier end, it is issued anew')
})

test('there is none where nothing was issued, by no such name, of no such matter, and none without signing in', async () => {
  const resident = await world.as('resident')
  const { body: { id } } = await resident.step('/api/request/report', { input: { text: '路灯不亮', place: '630202001001' } })
  for (const url of [`/api/matters/${id}/documents/order.docx`, `/api/matters/${id}/documents/constructor.html`, `/api/matters/00000000-0000-4000-8000-000000000000/documents/order.docx`]) {
    assert.equal((await resident.get(url)).status, 404, url)
  }
  assert.equal((await world.anybody().get(`/api/matters/${id}/documents/order.docx`)).status, 401)
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { phone, region, text } from '../../kernel/facts.ts'
import { procedure } from '../../kernel/procedure.ts'
import { post } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { act } from '../../store/act.ts'
import { took } from '../../test/helpers/live.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
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

/** One with what is above internal in it, as an agreement will have. */
const agreement = procedure('agreement', {
  title: words('协议', 'Agreement'), since: '2023-02-01', basis: ['29.1'], heading: 'about', place: 'place',
  facts: {
    about: text({ zh: '事由', en: 'About' }), place: region({ zh: '地点', en: 'Place', class: 'public' }), terms: text({ zh: '内容', en: 'Terms', class: 'sensitive' }), phone: phone({ zh: '电话', en: 'Phone', class: 'confidential' }),
  },
  stages: { made: { zh: '已达成', en: 'Made', waits: words('等待', 'waits') }, kept: { zh: '已履行', en: 'Kept', final: true } },
  steps: {
    make: { zh: '达成', en: 'Make', opens: 'made', basis: ['29.1'], by: [post('dispatcher')], asks: ['about', 'place', 'terms', 'phone'] },
    keep: { zh: '履行', en: 'Keep', from: ['made'], to: 'kept', basis: ['29.1'], by: [post('dispatcher')] },
  },
  documents: {
    agreement: {
      zh: '协议书', en: 'Agreement', basis: ['29.1'], from: ['make'], uses: ['about', 'terms'], may: ['phone'],
      make: c => ({ issuer: '调解委员会', title: '协议书', day: c.day, ceremonial: true, signed: [{ by: '当事人', how: 'hand' }], body: [{ p: `${c.facts.about ?? ''}：${c.facts.terms ?? ''}` }, ...(c.facts.phone === undefined ? [] : [{ p: c.facts.phone }])] }),
    },
  },
  list: { columns: ['about'] },
})

test('20.2: what is above its reader keeps a document from them or is left out of it; what is above internal is entered in the log, and nothing else is', async () => {
  const { house } = world.site
  Object.assign(house, { procedures: [...house.procedures, agreement] })
  const { id } = took(await act(house, people.dispatcher, { id: randomUUID(), procedure: 'agreement', step: 'make', input: { about: '相邻用水', place: '630202001001', terms: '每日轮流用水', phone: '13897221234' } }, new Date('2026-06-08T02:00:00Z')))
  const log = () => world.database.owner(tx => tx.query<{ account: string; facts: readonly string[] }>('select account, facts from access_log where matter = $1::uuid', [id]))
  const [dispatcher, gridWorker, stranger] = await Promise.all([world.as('dispatcher'), world.as('gridWorker'), world.as('stranger')])
  const page = await dispatcher.get(`/api/matters/${id}/documents/agreement.html`)
  assert.ok(page.text.includes('每日轮流用水') && page.text.includes('二〇二六年六月八日') && !page.text.includes('13897221234'), 'a phone that is confidential is left out')
  assert.deepEqual(await log(), [{ account: people.dispatcher.account, facts: ['terms'] }])
  for (const client of [gridWorker, stranger]) for (const as of ['docx', 'html']) assert.equal((await client.get(`/api/matters/${id}/documents/agreement.${as}`)).status, 404)
  assert.deepEqual((await gridWorker.get<MatterView>(`/api/matters/${id}`)).body.documents, [], 'nor is it listed')
  assert.equal((await log()).length, 1)
})

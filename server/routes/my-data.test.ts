import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { everyRow } from '../../test/helpers/everywhere.ts'
import { people } from '../../test/helpers/world.ts'
import { instant } from '../../test/helpers/play.ts'
import { removeErased } from '../../store/erase.ts'
import { retain } from '../../store/retention.ts'
import { verifyCounty } from '../../store/verify.ts'
import type { MatterView, MyData, Problem, RetentionView } from '../wire.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

const village = '630202001001'
const rowsOf = (data: MyData, name: string) => data.sections.find(section => section.name === name)?.rows ?? assert.fail(`no section ${name}`)

test('45: a person gets all that is kept about them, in the clear where it is theirs, and nobody else’s', async () => {
  const [resident, neighbour, dispatcher] = await Promise.all([world.as('resident'), world.as('neighbour'), world.as('dispatcher')])
  const text = '村口路灯不亮，晚上看不见路'
  const mine = await resident.step('/api/request/report', { input: { text, place: village, contactName: '祁玉兰', contactPhone: '13909725566' } })
  await neighbour.step('/api/request/report', { input: { text: '楼道堆放杂物影响通行', place: village, anonymous: true, contactName: '马𠅤', contactPhone: '13997225678' } })
  await dispatcher.step(`/api/matters/${mine.body.id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  await resident.step('/api/consent/give', { input: { purpose: 'publishName', scope: '公开好人好事时可写姓名', village, whose: 'self' } })
  const answer = await resident.get<MyData>('/api/me/data')
  assert.equal(answer.status, 200, answer.text)
  assert.deepEqual(answer.body.sections.map(section => section.name), ['account', 'posts', 'consents', 'matters', 'rolls', 'notices', 'files', 'sessions', 'channels', 'calendars', 'webhooks'])
  const [told] = rowsOf(answer.body, 'matters') as readonly { readonly facts: readonly { readonly fact: string; readonly value: unknown }[]; readonly entries: readonly unknown[] }[]
  assert.deepEqual(told?.facts.filter(one => ['text', 'contactName', 'contactPhone'].includes(one.fact)).map(one => one.value).toSorted(), ['13909725566', text, '祁玉兰'].toSorted())
  assert.equal(told.entries.length, 2)
  assert.equal(rowsOf(answer.body, 'matters').length, 2)
  assert.deepEqual((rowsOf(answer.body, 'consents') as readonly { purpose: string; withdrawn: unknown }[]).map(one => [one.purpose, one.withdrawn]), [['publishName', null]])
  assert.ok(rowsOf(answer.body, 'notices').length > 0 && rowsOf(answer.body, 'sessions').length > 0)
  for (const other of ['马𠅤', '13997225678', '楼道堆放', people.neighbour.account, resident.cookie.split('=')[1] ?? '']) assert.ok(other !== '' && !answer.text.includes(other), other)

  const anonymous = await neighbour.get<MyData>('/api/me/data')
  assert.ok(anonymous.text.includes('马𠅤') && anonymous.text.includes('13997225678'), 'who is hidden from others is not from themselves')
  assert.equal((await world.anybody().get('/api/me/data')).status, 401)
})

test('an official sees what is kept about the person, and through it no more of others’ than a resident would', async () => {
  const lead = await world.as('countyLead')
  const answer = await lead.get<MyData>('/api/me/data')
  assert.equal(answer.status, 200, answer.text)
  assert.deepEqual(rowsOf(answer.body, 'matters'), [])
  assert.equal(rowsOf(answer.body, 'posts').length, 1)
})

test('from the report of a photo to its erasure on request: matter, search, file and bytes are gone, the chain and the figures tell it', async () => {
  world.setNow(instant('2026-06-08 10:00'))
  const [resident, lead, dispatcher] = await Promise.all([world.as('resident'), world.as('countyLead'), world.as('dispatcher')])
  const { id } = (await resident.step('/api/request/report', { input: { text: '柳湾巷口积水严重', place: village, contactName: '冶占奎' } })).body
  await resident.step(`/api/matters/${id}/withdraw`, { seq: 1, input: {} })
  world.setNow(instant('2026-08-10 10:00'))
  const asked = (await resident.step('/api/data-request/ask', { input: { right: 'erase', village, whose: 'self', about: id, details: '事情已过，请删除我的信息' } })).body
  const granted = await lead.step(`/api/matters/${asked.id}/grantErasure`, { seq: 1, input: { eraseWhat: 'all' } })
  assert.equal(granted.status, 200, granted.text)
  assert.deepEqual((await everyRow(world.database)).filter(({ row }) => /柳湾巷|冶占奎/.test(row)), [])
  assert.equal((await dispatcher.get<MatterView>(`/api/matters/${id}`)).body.title, '（已依法删除 erased by law）')
  assert.ok(!(await resident.get<MyData>('/api/me/data')).text.includes('柳湾巷'))
  await removeErased(world.site.house, file => world.site.vault.remove(file), world.site.now())
  const report = await verifyCounty(world.site.house, '630202')
  assert.deepEqual(report.faults, [])
  assert.equal(report.erased.filter(one => one.matter === id).length, 2)

  await retain(world.site.house, world.site.now())
  assert.equal((await resident.get<Problem>('/api/retention')).status, 403)
  assert.equal((await dispatcher.get<Problem>('/api/retention')).status, 403)
  const auditor = await world.as('auditor')
  const seen = await auditor.get<RetentionView>('/api/retention')
  assert.equal(seen.status, 200, seen.text)
  assert.deepEqual(seen.body.kinds.filter(one => one.procedure === 'request').map(one => [one.kind, one.months]), [['contact', 12], ['photos', 24], ['text', 60]])
  assert.deepEqual([seen.body.log.months, seen.body.runs.length], [6, 1])
  world.setNow(undefined)
})

test('a photo’s bytes leave the store with its fact, and verify reads them as erased', async () => {
  const [resident] = await Promise.all([world.as('resident')])
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const boundary = 'x'
  const sent = await world.app.inject({
    method: 'POST', url: '/api/files', headers: { cookie: resident.cookie, 'x-requested-with': 'shanzhi', 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`), png, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  const photo = (JSON.parse(sent.body) as { readonly id: string }).id
  const { id } = (await resident.step('/api/request/report', { input: { text: '井盖破损，行人易摔', place: village, photos: [photo] } })).body
  assert.equal((await resident.get(`/api/files/${photo}`)).status, 200)
  await resident.step(`/api/matters/${id}/withdraw`, { seq: 1, input: {} })
  await retain(world.site.house, new Date(world.site.now().getTime() + 3 * 366 * 86_400_000))
  assert.equal((await resident.get(`/api/files/${photo}`)).status, 404)
  assert.notEqual(await world.site.vault.fetch(photo), undefined, 'its bytes are still owed')
  assert.ok((await removeErased(world.site.house, file => world.site.vault.remove(file))).gone > 0)
  assert.equal(await world.site.vault.fetch(photo), undefined)
  assert.deepEqual((await verifyCounty(world.site.house, '630202', undefined, file => world.site.vault.fetch(file).then(bytes => bytes ?? 'gone'))).faults, [])
})

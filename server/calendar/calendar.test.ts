import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import ICAL from 'ical.js'
import { system } from '../../kernel/post.ts'
import { live } from '../../test/helpers/live.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { people } from '../../test/helpers/world.ts'
import type { Problem } from '../wire.ts'
import type { CalendarAddress, CalendarView } from '../wire/calendar.ts'
import { calendarText } from './text.ts'

let world: TestSite
before(async () => { world = await openTestSite() })
after(() => world.close())

type Event = { readonly uid: string; readonly summary: string; readonly status: string; readonly sequence: number; readonly start: string }

/** A calendar as a reader that is not ours understands it. */
const read = (text: string): readonly Event[] => new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map(one => {
  const event = new ICAL.Event(one)
  return { uid: event.uid, summary: event.summary, status: String(one.getFirstPropertyValue('status')), sequence: event.sequence, start: event.startDate.toJSDate().toISOString() }
})

const fetched = async (url: string) => world.app.inject(new URL(url).pathname + new URL(url).search)
const address = async (who: 'handler' | 'colleague' | 'dispatcher' | 'gridWorker' | 'otherGridWorker' = 'handler', language: 'zh' | 'en' = 'zh'): Promise<string> =>
  (await (await world.as(who)).post<CalendarAddress>('/api/me/calendars', { language })).body.url

const handled = async (): Promise<{ readonly id: string; readonly number: string }> => {
  const [resident, dispatcher] = [await world.as('resident'), await world.as('dispatcher')]
  const { body } = await resident.step('/api/request/report', { input: { text: '王小明家门口有大坑', place: '630202001001', contactName: '王小明', contactPhone: '13897221234' } })
  await dispatcher.step(`/api/matters/${body.id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  return body
}

test('a post’s deadlines stand in its calendar by number, kind and date alone; done, they are called off', async () => {
  const url = await address()
  const { id, number } = await handled()
  const reply = await fetched(url)
  assert.match(String(reply.headers['content-type']), /^text\/calendar/)
  assert.match(String(reply.headers['cache-control']), /no-store/)
  const [waiting] = read(reply.body)
  assert.deepEqual([waiting?.uid, waiting?.summary, waiting?.status], [`${id}@shanzhi`, `诉求 ${number} 到期`, 'CONFIRMED'])
  for (const secret of ['王小明', '大坑', '1389722', '东关']) assert.ok(!reply.body.includes(secret), secret)
  assert.ok(reply.body.endsWith('END:VCALENDAR\r\n') || reply.body.endsWith('END:VCALENDAR'))

  await (await world.as('handler')).step(`/api/matters/${id}/accept`, { seq: 2, input: {} })
  const [moved] = read((await fetched(url)).body)
  assert.equal(moved?.uid, waiting?.uid)
  assert.notEqual(moved?.start, waiting?.start, 'its date moved')
  assert.ok((moved?.sequence ?? 0) > (waiting?.sequence ?? 0))

  await (await world.as('handler')).step(`/api/matters/${id}/resolve`, { seq: 3, input: { outcome: 'fixed', result: '已填平夯实' } })
  await (await world.as('gridWorker')).step(`/api/matters/${id}/verify`, { seq: 4, input: { verified: true } })
  await (await world.as('resident')).step(`/api/matters/${id}/confirm`, { seq: 5, input: {} })
  const [off] = read((await fetched(url)).body)
  assert.deepEqual([off?.uid, off?.status], [waiting?.uid, 'CANCELLED'])
  assert.ok((off?.sequence ?? 0) > (moved?.sequence ?? 0))
  world.setNow(new Date(Date.now() + 40 * 86_400_000))
  assert.deepEqual(read((await fetched(url)).body), [], 'after a while nobody needs to be told')
  world.setNow(undefined)
})

test('what lies with a colleague by name stands in their calendar and in no other', async () => {
  const { id } = await handled()
  const handler = await world.as('handler')
  await handler.step(`/api/matters/${id}/assign`, { seq: 2, input: { colleague: people.colleague.account } })
  const has = async (url: string) => read((await fetched(url)).body).some(one => one.uid === `${id}@shanzhi`)
  assert.equal(await has(await address('handler')), false)
  assert.equal(await has(await address('colleague', 'en')), true)
})

test('21.4: visits and rounds of their own village stand in the calendar of who walks there, though the township holds them', async () => {
  const [handler, worker] = [await world.as('handler'), await world.as('gridWorker')]
  const round = { place: '630202001001', title: '东关消防通道巡查', every: 7, until: '2027-06-30', checkpoints: [{ name: '和顺小区东门', look: '通道是否畅通' }] }
  const planned = await handler.step('/api/patrol/plan', { input: round })
  assert.equal(planned.status, 200, planned.text)
  const filed = await (await world.as('resident')).step('/api/errand/ask', { input: { service: '城乡居民医保参保登记', place: '630202001001', name: '王小明', agreed: '代交申请表，用完归还' } })
  assert.equal(filed.status, 200, filed.text)
  const of = async (who: 'gridWorker' | 'otherGridWorker' | 'handler') => {
    const reply = await fetched(await address(who))
    assert.ok(!reply.body.includes('王小明') && !reply.body.includes('和顺小区'))
    return read(reply.body).filter(one => [planned.body.id, filed.body.id].some(id => one.uid === `${id}@shanzhi`)).map(one => [one.summary, one.status])
  }
  const both = [[`代办 ${filed.body.number} 到期`, 'CONFIRMED'], [`日常巡查 ${planned.body.number} 到期`, 'CONFIRMED']]
  assert.deepEqual((await of('gridWorker')).toSorted(), both.toSorted())
  assert.deepEqual([await of('otherGridWorker'), (await of('handler')).length], [[], 2], 'not those of another village; the township holds them too')
  const url = await address('gridWorker')
  await fetched(url)
  await worker.step(`/api/matters/${filed.body.id}/decline`, { seq: 1, input: { whyNot: '须本人到场办理', whereTo: '县政务大厅' } })
  assert.deepEqual(read((await fetched(url)).body).find(one => one.uid === `${filed.body.id}@shanzhi`)?.status, 'CANCELLED')
})

test('the address is secret, kept only as a digest, and revocable; a new one ends the one before', async () => {
  const first = await address()
  const second = await address()
  assert.equal((await fetched(first)).statusCode, 404)
  assert.equal((await fetched(second)).statusCode, 200)
  const token = new URL(second).pathname.split('/').at(-1)?.slice(0, -4) ?? ''
  const kept = await world.database.owner(tx => tx.query<{ row: string }>('select f::text as row from calendar_feed f'))
  assert.ok(kept.every(({ row }) => !row.includes(token) && !row.includes(Buffer.from(token, 'base64url').toString('hex'))))
  assert.ok(!world.log().includes(token), 'no log holds it')
  const handler = await world.as('handler')
  const [mine] = (await handler.get<readonly CalendarView[]>('/api/me/calendars')).body
  assert.ok(mine?.used !== undefined && mine.post === people.handler.post)
  assert.equal((await (await world.as('dispatcher')).post('/api/me/calendars/end', { id: mine.id })).status, 404, 'it is not theirs to end')
  assert.equal((await handler.post('/api/me/calendars/end', { id: mine.id })).status, 200)
  assert.equal((await fetched(second)).statusCode, 404)
  assert.equal((await fetched(`http://localhost/calendar/${'A'.repeat(43)}.ics`)).statusCode, 404)
  assert.equal((await (await world.as('resident')).post<Problem>('/api/me/calendars', { language: 'zh' })).body.code, 'no-right')
})

test('with the post ends its calendar', async () => {
  const url = await address('dispatcher')
  assert.equal((await fetched(url)).statusCode, 200)
  await world.database.scoped(system, tx => tx.query(`update post set until = now() - interval '1 minute' where id = $1::uuid`, [people.dispatcher.post]))
  assert.equal((await fetched(url)).statusCode, 404)
  await world.database.scoped(system, tx => tx.query('update post set until = null where id = $1::uuid', [people.dispatcher.post]))
})

test('what is published of a place and has a date is for everyone, in either language', async () => {
  const { id, number } = await handled()
  assert.deepEqual(read((await fetched('http://localhost/calendar/public/630202.ics')).body), [])
  await world.database.owner(tx => tx.query('update matter set published = true where id = $1::uuid', [id]))
  const [zh] = read((await fetched('http://localhost/calendar/public/630202.ics')).body)
  const [en] = read((await fetched('http://localhost/calendar/public/6302.ics?lang=en')).body)
  assert.deepEqual([zh?.summary, en?.summary], [`诉求 · 待受理 ${number} 到期`, `Request · To accept ${number} due`])
  assert.deepEqual(read((await fetched('http://localhost/calendar/public/630203.ics')).body), [])
  for (const wrong of ['9999.ics', '630202', 'x.ics', '630202.ics?lang=fr']) assert.ok([400, 404].includes((await fetched(`http://localhost/calendar/public/${wrong}`)).statusCode), wrong)
})

test('25.1, 25.3: what anybody of a place may come to stands in its calendar by day and place, and nobody is named', async () => {
  const city = live(world.site.house)
  const village = '630202101201'
  const meeting = await city.opens('villager', { topic: '村口修建排水渠', village, raisedBy: 'residents', concern: 'publicGood', reason: '雨季积水，请村里议一议' }, 'raise', 'deliberation')
  const round = await city.opens('villageCommittee', { title: '六月听取意见日', village, where: '村口大榆树下', day: '2026-06-12', time: '上午九点', listeners: '驻村干部' }, 'schedule', 'hearing-round')
  world.setNow(city.now())
  const told = async (region: string, lang = 'zh') => {
    const reply = await fetched(`http://localhost/calendar/activities/${region}.ics?lang=${lang}`)
    assert.equal(reply.statusCode, 200, reply.body)
    for (const secret of ['马有福', '雨季积水']) assert.ok(!reply.body.includes(secret), secret)
    return new ICAL.Component(ICAL.parse(reply.body) as unknown[]).getAllSubcomponents('vevent').map(one => {
      const event = new ICAL.Event(one)
      return [event.uid.slice(0, -8), event.summary, event.startDate.isDate ? event.startDate.toString() : 'not a day', event.location, String(one.getFirstPropertyValue('status'))]
    })
  }
  const hearing = [round, '听取意见 · 六月听取意见日 · 上午九点', '2026-06-12', '村口大榆树下', 'CONFIRMED']
  assert.deepEqual(await told(village), [hearing], 'a topic whose meeting is not called has no day')
  await city.does('villageCommittee', 'accept', meeting, { subject: 'publicWorks', touches: 'nothing' })
  await city.does('villageCommittee', 'draftRoll', meeting, { rollFrom: 'paper', units: [{ number: 1, name: '马有福', household: 'H-1' }, { number: 2, name: '祁生莲', household: 'H-2' }] })
  await city.does('villageCommittee', 'giveNotice', meeting, { meetingOn: '2026-06-18', where: '村委会院子', form: 'hall', question: '是否同意修建？' })
  const called = (await told('6302')).filter(([id]) => id === meeting)
  assert.deepEqual(called.map(one => one.slice(2)), [['2026-06-18', '村委会院子', 'CONFIRMED']])
  assert.match(called[0]?.[1] ?? '', /村口修建排水渠$/)
  assert.match((await told(village, 'en'))[0]?.[1] ?? '', /^Hearing round · /)
  assert.deepEqual(await told('630203'), [])
  const talk = await city.opens('justiceOffice', { place: '630202001', topic: '欠薪怎么要回来', form: 'talk', givers: ['630202/court'], day: '2026-06-20', time: '下午三点', spot: '文化广场' }, 'plan', 'law-talk')
  assert.deepEqual((await told('630202001')).find(([id]) => id === talk)?.slice(2), ['2026-06-20', '文化广场', 'CONFIRMED'])
  await city.does('villageCommittee', 'cancel', round, { reason: '天气不好，改日再开' })
  assert.deepEqual((await told(village))[0], [...hearing.slice(0, 4), 'CANCELLED'])
  world.setNow(new Date('2026-07-20T00:00:00Z'))
  assert.deepEqual(await told(village), [], 'what is long over is gone')
  world.setNow(undefined)
})

test('long lines are folded within 75 octets and no character is cut; signs of the format are escaped', () => {
  const summary = `很长的事项名称，含逗号,分号;反斜杠\\和换行\n𠮷${'东关社区'.repeat(30)}`
  const text = calendarText('日历', 'zh', [{ id: 'a', summary, due: new Date('2026-12-01T09:00:00Z'), seq: 1, stamp: new Date('2026-11-27T00:00:00Z'), off: false }])
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  const [event] = read(text)
  assert.deepEqual([event?.summary, event?.start], [summary, '2026-12-01T09:00:00.000Z'])
})

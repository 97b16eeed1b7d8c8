import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { listen, type Heard, type Listener } from '../../../test/helpers/listener.ts'
import { openMailbox, wordsOf, type Mailbox } from '../../../test/helpers/mailbox.ts'
import { browser, vapidIn } from '../../../test/helpers/push-service.ts'
import { openTestSite, type Client, type TestSite } from '../../../test/helpers/site.ts'
import { people } from '../../../test/helpers/world.ts'
import type { NoticeView, Page, Problem } from '../../wire.ts'
import type { ChannelMade, ChannelsView, Replayed } from '../../wire/delivery.ts'
import { deliverDue } from '../run.ts'
import { quietUntil } from './send.ts'

const gatewaySecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const noon = new Date('2026-11-27T12:00:00+08:00')

let world: TestSite
let gateway: Listener
let pushes: Listener
let mailbox: Mailbox
let resident: Client
before(async () => {
  [gateway, pushes, mailbox] = [await listen(), await listen(), await openMailbox()]
  world = await openTestSite({
    publicUrl: 'http://shanzhi.example', limits: { follow: 10_000 },
    delivery: { networks: [['127.0.0.0', 8]], mail: { url: mailbox.url, from: '善治 <notices@shanzhi.example>' }, sms: { url: `${gateway.url}/sms`, secret: gatewaySecret, daily: 3 }, contact: 'mailto:admin@shanzhi.example' },
  })
  resident = await world.as('resident')
})
after(async () => { await Promise.all([gateway.close(), pushes.close(), mailbox.close()]); await world.close() })
beforeEach(async () => {
  for (const one of [gateway, pushes]) { one.heard.length = 0; one.answers(200) }
  mailbox.mails.length = 0
  mailbox.refuses(undefined)
  world.setNow(noon)
  await world.database.owner(async tx => { await tx.query('delete from channel'); await tx.query('delete from delivery') })
})

const later = (minutes: number): void => world.setNow(new Date(world.site.now().getTime() + minutes * 60_000))
const add = (body: object) => resident.post<ChannelMade & Problem>('/api/me/channels', { language: 'zh', ...body })
const channels = async (): Promise<ChannelsView> => (await resident.get<ChannelsView>('/api/me/channels')).body

/** Something happens that the resident is told of. */
const told = async (): Promise<void> => {
  const { body } = await resident.step('/api/request/report', { input: { text: '王小明家门口有大坑', place: '630202001001' } })
  const sent = await (await world.as('dispatcher')).step(`/api/matters/${body.id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  assert.equal(sent.status, 200, sent.text)
}

const smsIn = ({ body }: Heard): { readonly id: string; readonly to: string; readonly text: string } => JSON.parse(body.toString('utf8')) as { id: string; to: string; text: string }
const codeIn = (text: string): string => /\d{6}/.exec(text)?.[0] ?? assert.fail(text)

const withSms = async (whose: Client = resident): Promise<string> => {
  const { body, text } = await whose.post<ChannelMade & Problem>('/api/me/channels', { language: 'zh', kind: 'sms', address: '+86 138-9722-1234' })
  assert.equal(body.verified, false, text)
  await deliverDue(world.site)
  const sent = gateway.heard.at(-1)
  assert.ok(sent)
  assert.equal((await whose.post('/api/me/channels/confirm', { id: body.id, code: codeIn(smsIn(sent).text) })).status, 200)
  gateway.heard.length = 0
  return body.id
}
const withMail = async (language: 'zh' | 'en' = 'zh'): Promise<string> => {
  const { body } = await add({ kind: 'email', address: 'xiaoming@example.com', language })
  await deliverDue(world.site)
  await resident.post('/api/me/channels/confirm', { id: body.id, code: codeIn(wordsOf(mailbox.mails[0] ?? assert.fail('no mail')).text) })
  mailbox.mails.length = 0
  return body.id
}

test('a phone is confirmed by its code, then told by a signed message to the gateway, with no name and no number of a matter', async () => {
  await withSms()
  await told()
  assert.ok(await deliverDue(world.site) > 0)
  const [sent] = gateway.heard
  assert.ok(sent)
  const { id, to, text } = smsIn(sent)
  assert.equal(to, '13897221234')
  assert.equal(text, '【善治】您的诉求已分派，请登录 http://shanzhi.example/ 查看')
  const right = createHmac('sha256', Buffer.alloc(32, 7)).update(`${id}.${String(sent.headers['webhook-timestamp'])}.`).update(sent.body).digest('base64')
  assert.equal(sent.headers['webhook-signature'], `v1,${right}`)
  assert.equal(await deliverDue(world.site), 0, 'once')
  const left = await world.database.owner(tx => tx.query('select from delivery'))
  assert.equal(left.length, 0, 'of what was sent to people nothing is kept')
})

test('mail comes in the language asked for, says how to turn it off, and is confirmed before', async () => {
  await withMail('en')
  await told()
  await deliverDue(world.site)
  const [mail] = mailbox.mails
  assert.ok(mail)
  assert.deepEqual(mail.to, ['xiaoming@example.com'])
  const { subject, text } = wordsOf(mail)
  assert.equal(subject, 'Shanzhi: Your request was dispatched')
  assert.match(text, /Your request was dispatched[\s\S]*may turn it off[\s\S]*no deadline/)
  assert.match(mail.raw, /^Auto-Submitted: auto-generated\r?$/m)
  assert.match(mail.raw, /List-Unsubscribe:[\s\S]*<http:\/\/shanzhi.example\/safety>/)
  assert.ok(!mail.raw.includes('王小明'))
  await resident.post('/api/me/channels/remove', { id: (await channels()).channels[0]?.id })
  mailbox.mails.length = 0
  await withMail('zh')
  await told()
  await deliverDue(world.site)
  assert.equal(wordsOf(mailbox.mails[0] ?? assert.fail('no mail')).subject, '善治：您的诉求已分派')
})

test('a browser alone opens what is pushed to it; its sender names itself; one that took it back is removed', async () => {
  const [own, other] = [browser(), browser()]
  const made = await add({ kind: 'push', subscription: { endpoint: `${pushes.url}/wpush/abc`, keys: own.keys } })
  assert.deepEqual([made.status, made.body.verified], [200, true], made.text)
  await told()
  await deliverDue(world.site)
  const [push] = pushes.heard
  assert.ok(push)
  const opened = JSON.parse(own.opens(push)) as { readonly title: string; readonly url: string }
  assert.deepEqual([opened.title, opened.url], ['善治：您的诉求已分派', 'http://shanzhi.example/'])
  assert.throws(() => other.opens(push))
  const sender = vapidIn(push)
  assert.deepEqual([sender?.aud, sender?.sub, sender?.key], [pushes.url, 'mailto:admin@shanzhi.example', (await channels()).offered.push])
  assert.deepEqual([push.headers['content-encoding'], push.headers['ttl']], ['aes128gcm', '86400'])
  pushes.answers(410)
  await told()
  await deliverDue(world.site)
  assert.deepEqual((await channels()).channels, [])
})

test('what was read in the pages meanwhile is not sent after', async () => {
  await withMail()
  await told()
  await resident.post('/api/notices/read', {})
  await deliverDue(world.site)
  assert.deepEqual(mailbox.mails, [])
})

test('a way turned off is silent at once, and the pages go on telling', async () => {
  const id = await withMail()
  await told()
  await resident.post('/api/me/channels/wanted', { id, wanted: false })
  await told()
  await deliverDue(world.site)
  assert.deepEqual(mailbox.mails, [])
  assert.ok((await resident.get<Page<NoticeView>>('/api/notices')).body.rows.some(one => one.words.zh === '您的诉求已分派' && !one.read))
  await resident.post('/api/me/channels/wanted', { id, wanted: true })
  await told()
  await deliverDue(world.site)
  assert.equal(mailbox.mails.length, 1)
})

test('at night no phone rings: a text message waits for the morning; a day has its limit', async () => {
  await withSms()
  world.setNow(new Date('2026-11-27T23:30:00+08:00'))
  await told()
  await deliverDue(world.site)
  assert.deepEqual(gateway.heard, [])
  world.setNow(new Date('2026-11-28T06:59:00+08:00'))
  assert.equal(await deliverDue(world.site), 0)
  world.setNow(new Date('2026-11-28T07:00:00+08:00'))
  await deliverDue(world.site)
  assert.equal(gateway.heard.length, 1)
  for (let i = 0; i < 5; i += 1) await told()
  await deliverDue(world.site)
  assert.equal(gateway.heard.length, 3, 'three a day here')
  assert.deepEqual([quietUntil(new Date('2026-12-31T22:00:00+08:00'))?.toISOString(), quietUntil(new Date('2026-12-31T21:59:00+08:00')), quietUntil(new Date('2026-12-31T00:00:00+08:00'))?.toISOString()],
    ['2026-12-31T23:00:00.000Z', undefined, '2026-12-30T23:00:00.000Z'])
})

const find = async (danger: boolean): Promise<void> => {
  const { status, text } = await resident.step('/api/hazard/find', { input: { what: '围墙开裂，随时会倒', kind: 'other', place: '630202001001', danger } })
  assert.equal(status, 200, text)
}

test('34.2: a warning of danger waits for no morning and no daily limit', async () => {
  await withSms(await world.as('gridWorker'))
  world.setNow(new Date('2026-11-27T23:30:00+08:00'))
  for (let i = 0; i < 4; i += 1) await find(true)
  await deliverDue(world.site)
  const line = '【善治】附近有危险隐患，请先提示、疏散居民，请登录 http://shanzhi.example/ 查看'
  assert.deepEqual(gateway.heard.map(one => smsIn(one).text), [line, line, line, line], 'four, where three a day are sent otherwise')
})

test('any other notice of a hazard waits; who is told twice of one step is warned, not only told', async () => {
  await withSms(await world.as('townLead'))
  world.setNow(new Date('2026-11-27T23:30:00+08:00'))
  await find(false)
  await deliverDue(world.site)
  assert.deepEqual(gateway.heard, [])
  await find(true)
  await deliverDue(world.site)
  assert.deepEqual(gateway.heard.map(one => smsIn(one).text), ['【善治】有危险隐患待核定等级，请立即核定，请登录 http://shanzhi.example/ 查看'])
})

test('what fails is tried again; a server that says no for good is not; what is dead is sent again when asked', async () => {
  const id = await withMail()
  mailbox.refuses(451)
  await told()
  await deliverDue(world.site)
  assert.deepEqual([(await channels()).channels[0]?.waiting, (await channels()).channels[0]?.dead], [1, 0])
  mailbox.refuses(550)
  later(5)
  await deliverDue(world.site)
  assert.deepEqual([(await channels()).channels[0]?.waiting, (await channels()).channels[0]?.dead], [0, 1])
  mailbox.refuses(undefined)
  assert.equal((await resident.post<Replayed>('/api/me/channels/replay', { id })).body.replayed, 1)
  await deliverDue(world.site)
  assert.equal(mailbox.mails.length, 1)
})

test('a code is good for a quarter of an hour and five tries; another comes no sooner than in a minute, and not for ever', async () => {
  const { body: { id } } = await add({ kind: 'sms', address: '13897221234' })
  await deliverDue(world.site)
  const code = codeIn(smsIn(gateway.heard[0] ?? assert.fail('no message')).text)
  const confirm = async (given: string) => (await resident.post<Problem>('/api/me/channels/confirm', { id, code: given })).status
  assert.equal((await resident.post<Problem>('/api/me/channels/code', { id })).body.code, 'too-many')
  for (let i = 0; i < 5; i += 1) assert.equal(await confirm(code === '000000' ? '111111' : '000000'), 401)
  assert.equal(await confirm(code), 401, 'after five tries the right one is none')
  later(2)
  assert.equal((await resident.post('/api/me/channels/code', { id })).status, 200)
  await deliverDue(world.site)
  const second = codeIn(smsIn(gateway.heard[1] ?? assert.fail('no message')).text)
  later(16)
  assert.equal(await confirm(second), 401, 'too late')
  for (let i = 0; i < 3; i += 1) {
    later(2)
    assert.equal((await resident.post('/api/me/channels/code', { id })).status, 200)
  }
  later(2)
  assert.equal((await resident.post<Problem>('/api/me/channels/code', { id })).body.code, 'no-more-codes')
  assert.equal((await add({ kind: 'sms', address: '13897221234' })).body.code, 'no-more-codes', 'nor by giving it again')
  await told()
  await deliverDue(world.site)
  assert.ok(gateway.heard.every(one => smsIn(one).text.includes('验证码')), 'nothing but codes goes to an address that is not confirmed')
})

test('what is given is checked, masked, sealed, and nobody else’s', async () => {
  for (const body of [{ kind: 'sms', address: '12345' }, { kind: 'email', address: 'no address' }, { kind: 'email', address: 'a@b.com\r\nBcc: x@y.com' }, { kind: 'pigeon', address: 'x' }, { kind: 'push', subscription: { endpoint: pushes.url, keys: { p256dh: 'AAAA', auth: 'AAAA' } } }]) {
    assert.equal((await add(body)).status, 400, JSON.stringify(body))
  }
  const id = await withSms()
  assert.equal((await channels()).channels[0]?.hint, '138****1234')
  const rows = await world.database.owner(tx => tx.query<{ row: string }>('select c::text as row from channel c'))
  assert.ok(rows.length === 1 && rows.every(({ row }) => !row.includes('13897221234') && !row.includes(Buffer.from('13897221234').toString('hex'))))
  const other = await world.as('neighbour')
  for (const [path, more] of [['wanted', { wanted: false }], ['remove', {}], ['replay', {}], ['code', {}], ['confirm', { code: '000000' }]] as const) assert.equal((await other.post(`/api/me/channels/${path}`, { id, ...more })).status, 404, path)
  assert.deepEqual((await other.get<ChannelsView>('/api/me/channels')).body.channels, [])
  assert.ok(!world.log().includes('13897221234'))
  assert.equal((await world.database.scoped(people.neighbour, tx => tx.query('select id from channel'))).length, 0)
  for (let i = 0; i < 5; i += 1) await add({ kind: 'sms', address: `1389722000${i}` })
  assert.equal((await add({ kind: 'sms', address: '13897220009' })).body.code, 'no-more-codes', 'nobody sends codes to phones of others one after another')
})

test('a push address inside our own network is never connected to', async () => {
  await add({ kind: 'push', subscription: { endpoint: 'https://169.254.169.254/latest', keys: browser().keys } })
  await told()
  await deliverDue(world.site)
  const [row] = await world.database.owner(tx => tx.query<{ why: string }>('select why from delivery'))
  assert.equal(row?.why, 'not-allowed')
})

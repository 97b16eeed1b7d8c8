import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { listen, type Heard, type Listener } from '../../../test/helpers/listener.ts'
import { openTestSite, type TestSite } from '../../../test/helpers/site.ts'
import type { Name } from '../../../test/helpers/world.ts'
import type { Problem, Program, SessionView } from '../../wire.ts'
import type { DeliveryView, Replayed, WebhookSecret, WebhookView } from '../../wire/delivery.ts'
import { deliverDue } from '../run.ts'

let world: TestSite
let listener: Listener
before(async () => {
  world = await openTestSite({ delivery: { networks: [['127.0.0.0', 8]] } })
  listener = await listen()
})
after(async () => { await listener.close(); await world.close() })
beforeEach(async () => {
  listener.heard.length = 0
  listener.answers(200)
  world.setNow(undefined)
  await world.database.owner(tx => tx.query('delete from webhook'))
  await world.database.owner(tx => tx.query('delete from delivery'))
})

const minutes = (n: number): void => world.setNow(new Date(world.site.now().getTime() + n * 60_000))

const programOf = async (who: Name): Promise<string> => {
  const client = await world.as(who)
  await client.post<Program>('/api/me/programs', { name: '平台对接', days: 30 })
  const sessions = (await client.get<readonly SessionView[]>('/api/me/sessions')).body
  return sessions.find(one => one.program !== undefined)?.id ?? assert.fail('no program')
}

const hooked = async (who: Name, path = '/hook'): Promise<WebhookSecret> => {
  const made = await (await world.as(who)).post<WebhookSecret>('/api/me/webhooks', { program: await programOf(who), url: `${listener.url}${path}` })
  assert.equal(made.status, 200, made.text)
  return made.body
}

const reported = async () => (await (await world.as('resident')).step('/api/request/report', { input: { text: '王小明家门口有大坑', place: '630202001001' } })).body

type Event = { readonly specversion: string; readonly id: string; readonly source: string; readonly type: string; readonly subject?: string; readonly time: string; readonly data: object }
const eventIn = ({ body }: Heard): Event => JSON.parse(body.toString('utf8')) as Event

/** Whether a signature of Standard Webhooks holds, worked out apart from what made it. */
const holds = (secret: string, { headers, body }: Heard): boolean => {
  const right = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.`).update(body).digest('base64')
  return String(headers['webhook-signature']).split(' ').includes(`v1,${right}`)
}

const view = async (who: Name): Promise<WebhookView | undefined> => (await (await world.as(who)).get<readonly WebhookView[]>('/api/me/webhooks')).body[0]

test('a program is told of an entry as a CloudEvent, signed, with nothing of what was typed', async () => {
  const { secret } = await hooked('dispatcher')
  const { id, number } = await reported()
  assert.equal(await deliverDue(world.site), 1)
  const [told] = listener.heard
  assert.ok(told && holds(secret, told) && !holds(secret.replace(/.{4}$/, 'AAA='), told))
  assert.match(String(told.headers['content-type']), /^application\/cloudevents\+json/)
  const event = eventIn(told)
  assert.deepEqual(event, { ...event, specversion: '1.0', id: `${id}.1`, source: 'http://localhost/api/matters', type: 'shanzhi.matter.entry.v1', subject: number })
  assert.deepEqual(event.data, { id, number, procedure: 'request', stage: 'triage', seq: 1 })
  assert.ok(!told.body.toString().includes('王小明'))
  await (await world.as('dispatcher')).step(`/api/matters/${id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  await deliverDue(world.site)
  assert.deepEqual(listener.heard.map(one => (eventIn(one).data as { seq: number }).seq), [1, 2])
  assert.equal(await deliverDue(world.site), 0, 'each once')
})

test('what a program may not read it is not told of', async () => {
  await hooked('otherDispatcher', '/other-township')
  await hooked('stranger', '/stranger')
  await hooked('handler', '/handler')
  await hooked('resident', '/reporter')
  const { id } = await reported()
  await deliverDue(world.site)
  assert.deepEqual(listener.heard.map(one => one.path), ['/reporter'])
  await (await world.as('dispatcher')).step(`/api/matters/${id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  await deliverDue(world.site)
  assert.deepEqual(listener.heard.slice(1).map(one => one.path).toSorted(), ['/handler', '/reporter'])
})

test('rights are those of the moment it is sent', async () => {
  await hooked('handler')
  const { id } = await reported()
  const dispatcher = await world.as('dispatcher')
  await dispatcher.step(`/api/matters/${id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  await dispatcher.step(`/api/matters/${id}/recall`, { seq: 2, input: { recallReason: '派错了单位' } })
  await world.database.owner(tx => tx.query(`delete from party where matter = $1::uuid and office is not null`, [id]))
  await deliverDue(world.site)
  assert.deepEqual(listener.heard, [], 'it lies with another office by now')
})

test('what fails is tried again, longer apart each time, and at last waits for its person to replay it', async () => {
  const { id } = await hooked('dispatcher')
  listener.answers(500)
  await reported()
  world.setNow(new Date())
  await deliverDue(world.site)
  assert.equal(await deliverDue(world.site), 0, 'not at once')
  for (let tries = 1; tries < 9; tries += 1) {
    assert.equal(listener.heard.length, tries)
    minutes(11 * 60 + 1)
    await deliverDue(world.site)
  }
  assert.equal(listener.heard.length, 9)
  assert.equal(new Set(listener.heard.map(one => one.headers['webhook-id'])).size, 1, 'under one id')
  minutes(2000)
  assert.equal(await deliverDue(world.site), 0)
  assert.equal((await view('dispatcher'))?.dead, 1)
  const dispatcher = await world.as('dispatcher')
  const [line] = (await dispatcher.get<readonly DeliveryView[]>(`/api/me/webhooks/${id}/deliveries`)).body
  assert.deepEqual([line?.state, line?.attempts, line?.status, line?.why], ['dead', 9, 500, 'refused'])
  listener.answers(204)
  assert.equal((await dispatcher.post<Replayed>('/api/me/webhooks/replay', { id })).body.replayed, 1)
  await deliverDue(world.site)
  assert.deepEqual([(await view('dispatcher'))?.dead, (await view('dispatcher'))?.sent], [0, 1])
  assert.equal(listener.heard.at(-1)?.headers['webhook-id'], listener.heard[0]?.headers['webhook-id'])
  assert.equal((await dispatcher.post<Replayed>('/api/me/webhooks/replay', { id, deliveries: [line?.id] })).body.replayed, 1, 'what was sent can be asked for again')
})

test('an address that asks to be left alone is; one that is gone is told no more', async () => {
  await hooked('dispatcher')
  listener.answers(429, { 'retry-after': '7200' })
  await reported()
  await deliverDue(world.site)
  minutes(100)
  assert.equal(await deliverDue(world.site), 0)
  minutes(30)
  listener.answers(410)
  assert.equal(await deliverDue(world.site), 1)
  assert.equal((await view('dispatcher'))?.why, 'address-gone')
  await reported()
  assert.equal(await deliverDue(world.site), 0)
})

test('with its program ends what it is told', async () => {
  const client = await world.as('dispatcher')
  await hooked('dispatcher')
  await reported()
  await client.post('/api/me/sessions/end', {})
  await deliverDue(world.site)
  assert.deepEqual(listener.heard, [])
  assert.equal((await view('dispatcher'))?.why, 'program-gone')
})

test('a new secret signs at once, and for a day the one before signs too', async () => {
  const { id, secret: first } = await hooked('dispatcher')
  const dispatcher = await world.as('dispatcher')
  const { secret: second } = (await dispatcher.post<WebhookSecret>('/api/me/webhooks/secret', { id })).body
  assert.notEqual(first, second)
  await dispatcher.post('/api/me/webhooks/try', { id })
  await deliverDue(world.site)
  assert.ok(listener.heard[0] && holds(first, listener.heard[0]) && holds(second, listener.heard[0]))
  assert.equal(eventIn(listener.heard[0]).type, 'shanzhi.trial.v1')
  minutes(25 * 60)
  await dispatcher.post('/api/me/webhooks/try', { id })
  await deliverDue(world.site)
  assert.ok(listener.heard[1] && !holds(first, listener.heard[1]) && holds(second, listener.heard[1]))
  const kept = await world.database.owner(tx => tx.query<{ row: string }>('select w::text as row from webhook w'))
  for (const { row } of kept) assert.ok(!row.includes(first.slice(6)) && !row.includes(second.slice(6)), 'the secret stands nowhere')
})

test('redirects are not followed', async () => {
  await hooked('dispatcher')
  listener.answers(302, { location: `${listener.url}/elsewhere` })
  await reported()
  await deliverDue(world.site)
  assert.deepEqual(listener.heard.map(one => one.path), ['/hook'])
})

test('addresses inside our own network are refused, when given and when sent to', async () => {
  const dispatcher = await world.as('dispatcher')
  const program = await programOf('dispatcher')
  const refused = async (url: string): Promise<Problem> => {
    const { status, body, text } = await dispatcher.post<Problem>('/api/me/webhooks', { program, url })
    assert.deepEqual([url, status], [url, 400], text)
    return body
  }
  for (const url of ['https://10.0.0.1/', 'https://192.168.1.1/x', 'https://169.254.169.254/latest/meta-data', 'https://[::1]/', 'https://[fd00::1]/', 'https://[::ffff:10.0.0.1]/', 'https://[64:ff9b::a00:1]/', 'https://0x0a000001/', 'https://167772161/', 'https://0.0.0.0/']) {
    assert.match((await refused(url)).faults?.[0]?.why.en ?? '', /OUT_NETWORKS/, url)
  }
  assert.match((await refused('http://1.1.1.1/')).faults?.[0]?.why.en ?? '', /https/)
  for (const url of ['ftp://example.com/', 'https://user:secret@1.1.1.1/', 'file:///etc/passwd', 'nonsense.nonsense', 'https://no-such-host.invalid/']) await refused(url)
  assert.equal((await dispatcher.post<Problem>('/api/me/webhooks', { program: '00000000-0000-4000-8000-000000000000', url: listener.url })).status, 400)
  // One that was given before the network closed, or whose name points elsewhere by now.
  await hooked('dispatcher')
  await world.database.owner(tx => tx.query(`update webhook set url = 'https://10.255.255.1/'`))
  await reported()
  await deliverDue(world.site)
  const [line] = (await dispatcher.get<readonly DeliveryView[]>(`/api/me/webhooks/${(await view('dispatcher'))?.id ?? ''}/deliveries`)).body
  assert.equal(line?.why, 'not-allowed')
})

test('nobody but its owner sees or ends it, and no program can make one', async () => {
  const { id } = await hooked('dispatcher')
  const other = await world.as('handler')
  assert.equal((await other.get(`/api/me/webhooks/${id}/deliveries`)).status, 404)
  for (const path of ['end', 'secret', 'try', 'replay']) assert.equal((await other.post(`/api/me/webhooks/${path}`, { id })).status, 404, path)
  assert.equal((await (await world.as('dispatcher')).post('/api/me/webhooks/end', { id })).status, 200)
  await reported()
  assert.equal(await deliverDue(world.site), 0)
})

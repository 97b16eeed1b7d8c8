import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { boundTo, seal, serverKeyOf, type Bytes, type ServerKey } from '../../kernel/outbox/envelope.ts'
import { packAct, packFile, packPhoto, type Written } from '../../kernel/outbox/letter.ts'
import { region, text } from '../../kernel/facts.ts'
import { procedure } from '../../kernel/procedure.ts'
import { post as inPost } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { ringOf } from '../../store/ring.ts'
import { jpeg } from '../../test/helpers/pictures.ts'
import { people } from '../../test/helpers/world.ts'
import { openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import type { HandedIn, MatterView, Me, OutboxKey, Problem, SessionView, StepReply, Uploaded, WrittenAct } from '../wire.ts'
import { outboxKeys } from './keys.ts'
import { mostSealed } from './photos.ts'

let world: TestSite
let worker: Client
let me: Me
let server: ServerKey
const place = '630202001001'

// A step that meets a fault of ours whenever it is taken.
const faulty = procedure('faulty', {
  title: words('出错的事', 'What fails'), since: '2023-02-01', basis: ['25.3'],
  facts: { text: text({ zh: '内容', en: 'Text' }), place: region({ zh: '村', en: 'Village', class: 'public' }) },
  heading: 'text', place: 'place', list: { columns: ['text'] },
  stages: { sent: { ...words('已发', 'Sent'), waits: words('等着', 'It waits') }, read: { ...words('已读', 'Read'), final: true } },
  steps: {
    write: { ...words('写', 'Write'), opens: 'sent', by: [inPost('gridWorker')], asks: ['text', 'place'], basis: ['25.3'], then: () => { throw new Error('a fault of ours') } },
    read: { ...words('读', 'Read'), from: ['sent'], to: 'read', by: [inPost('gridWorker')], basis: [] },
  },
})

before(async () => {
  world = await openTestSite({ procedures: [faulty] })
  worker = await world.as('gridWorker')
  me = (await worker.get<Me>('/api/me')).body
  const { key, id } = (await worker.get<OutboxKey>('/api/outbox/key')).body
  server = await serverKeyOf(new Uint8Array(Buffer.from(key, 'base64url')))
  assert.equal(server.id, id)
})
after(() => world.close())

type Heads = Readonly<Record<string, string>>

type Answered<T> = { readonly status: number; readonly body: T & Partial<Problem> }

const send = async <T>(client: Client, method: 'POST' | 'PATCH', url: string, bytes: Uint8Array, more: Heads = {}): Promise<Answered<T>> => {
  const reply = await world.app.inject({ method, url, payload: Buffer.from(bytes), headers: { cookie: client.cookie, 'x-requested-with': 'shanzhi', 'content-type': 'application/octet-stream', 'x-device-now': new Date().toISOString(), ...more } })
  return { status: reply.statusCode, body: JSON.parse(reply.body) as T & Partial<Problem> }
}

const written = (more: Partial<Written> = {}): Written =>
  ({ id: randomUUID(), ...(me.acting !== undefined && { post: me.acting }), procedure: 'request', step: 'report', input: { text: '山路塌方，车过不去', place }, made: { at: '2026-11-20T03:00:00.000Z' }, photos: [], ...more })

const onMatter = (matter: string, more: Partial<Written>): Written => {
  const { procedure: _, ...rest } = written(more)
  return { ...rest, matter }
}

const sealedAct = (act: Written, account = me.account): Promise<Bytes> => seal(server, boundTo('act', account, act.id), packAct(act))
const sealedPhoto = (id: string, bytes: Uint8Array, account = me.account): Promise<Bytes> => seal(server, boundTo('photo', account, id), packPhoto('塌方.jpg', bytes))
const post = async (client: Client, act: Written, more: Heads = {}) => send<StepReply>(client, 'POST', `/api/outbox/acts/${act.id}`, await sealedAct(act), more)
const span = (at: number, of: number): Heads => ({ 'upload-offset': String(at), 'upload-length': String(of) })
const part = (id: string, whole: Uint8Array, from: number, to: number) => send<Uploaded>(worker, 'PATCH', `/api/outbox/photos/${id}`, whole.subarray(from, to), span(from, whole.length))
const standing = async (id: string) => (await worker.get<Uploaded>(`/api/outbox/photos/${id}`)).body

test('a sealed report is taken once, however often it comes, and answers the same', async () => {
  const act = written()
  const [first, again] = [await post(worker, act), await post(worker, act)]
  assert.deepEqual([first.status, again.status], [200, 200])
  assert.deepEqual(again.body, first.body)
  assert.equal(first.body.id, act.id, 'the matter bears the act’s id, so that a step on it can be written before it is sent')
})

test('what one account sealed opens under no other, and is said so', async () => {
  const other = await world.as('committee')
  const act = written()
  const reply = await post(other, act)
  assert.deepEqual([reply.status, reply.body.code], [422, 'not-opened'])
  assert.equal((await send(other, 'POST', `/api/outbox/open/${act.id}`, await sealedAct(act))).body.code, 'not-opened')
  const own = await send<WrittenAct>(worker, 'POST', `/api/outbox/open/${act.id}`, await sealedAct(act))
  assert.deepEqual(own.body.input, act.input, 'whoever wrote it can read it again')
})

test('an envelope under a key that left the ring is kept on the phone, and whom to ask is said', async () => {
  const gone = await serverKeyOf(new Uint8Array(Buffer.from((await outboxKeys(ringOf('another site altogether, for this test alone')).current()).key, 'base64url')))
  const act = written()
  const reply = await send(worker, 'POST', `/api/outbox/acts/${act.id}`, await seal(gone, boundTo('act', me.account, act.id), packAct(act)))
  assert.deepEqual([reply.status, reply.body.code], [422, 'key-gone'])
})

test('the key rotates with the ring: the newest is served, what was sealed before still opens', async () => {
  const before = outboxKeys(ringOf('secret of the site'))
  const since = outboxKeys(ringOf('secret of the site', [{ id: 2, secret: 'a second secret of thirty-two characters' }]))
  const [old, now] = [await before.current(), await since.current()]
  assert.notEqual(old.id, now.id)
  assert.ok(await since.opener(old.id))
  assert.equal(await before.opener(now.id), undefined)
})

test('a photo that broke off goes on where it stopped, and arrives byte for byte', async () => {
  const picture = jpeg()
  const id = randomUUID()
  const whole = await sealedPhoto(id, picture)
  const half = Math.floor(whole.length / 2)
  assert.deepEqual((await part(id, whole, 0, half)).body, { at: half, done: false })
  assert.deepEqual(await standing(id), { at: half, done: false })
  const wrong = await part(id, whole, 0, half)
  assert.deepEqual([wrong.status, wrong.body.code, wrong.body.detail], [409, 'wrong-offset', { at: half }], 'the same part again is told where to go on')
  assert.deepEqual((await part(id, whole, half, whole.length)).body, { at: whole.length, done: true })
  assert.deepEqual((await part(id, whole, 0, whole.length)).body, { at: whole.length, done: true }, 'sent again, it is there already')
  const act = written({ input: { text: '塌方照片一张', place, photos: [id] }, photos: [{ file: id, taken: '2026-11-18T11:00:00' }] })
  const reply = await post(worker, act)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  assert.ok((await worker.get(`/api/files/${id}`)).bytes.equals(picture))
  assert.deepEqual(await standing(id), { at: 0, done: true }, 'also once an act has named it')
  assert.deepEqual(await world.database.owner(tx => tx.query('select 1 from outbox_part')), [])
})

test('a photo that tells where it was taken is refused whole, and nothing of it stays', async () => {
  const withExif = Buffer.concat([jpeg().subarray(0, 2), Buffer.from([0xff, 0xe1, 0, 10]), Buffer.from('Exif\0\0MM'), jpeg().subarray(2)])
  const id = randomUUID()
  const whole = await sealedPhoto(id, withExif)
  await part(id, whole, 0, 50)
  const reply = await part(id, whole, 50, whole.length)
  assert.deepEqual([reply.status, reply.body.code], [422, 'metadata'])
  assert.deepEqual(await standing(id), { at: 0, done: false })
})

test('nobody writes over another’s photo by taking its id', async () => {
  const id = randomUUID()
  const whole = await sealedPhoto(id, jpeg())
  await part(id, whole, 0, whole.length)
  const other = await world.as('committee')
  const account = (await other.get<Me>('/api/me')).body.account
  const theirs = await sealedPhoto(id, Buffer.concat([jpeg(), Buffer.alloc(0)]), account)
  const reply = await send<Uploaded>(other, 'PATCH', `/api/outbox/photos/${id}`, theirs, span(0, theirs.length))
  assert.equal(reply.status, 200, 'it is there, whoever gave it')
  const use = { ...written({ input: { text: '用别人的照片', place, photos: [id] } }), post: (await other.get<Me>('/api/me')).body.acting ?? '' }
  const taken = await send<StepReply>(other, 'POST', `/api/outbox/acts/${use.id}`, await sealedAct(use, account))
  assert.deepEqual([taken.status, taken.body.faults?.[0]?.fact], [422, 'photos'], 'and is not theirs to name')
})

test('whose it is is told along with it: under another’s sign-in nothing is taken and nothing is refused for good', async () => {
  const other = await world.as('committee')
  const id = randomUUID()
  const whole = await sealedPhoto(id, jpeg())
  const act = written()
  const by = { 'x-written-by': me.account }
  const answers = [
    await send(other, 'PATCH', `/api/outbox/photos/${id}`, whole, { ...span(0, whole.length), ...by }),
    await send(other, 'POST', `/api/outbox/acts/${act.id}`, await sealedAct(act), by),
  ]
  assert.deepEqual(answers.map(one => [one.status, one.body.code]), [[403, 'other-sign-in'], [403, 'other-sign-in']])
  assert.equal((await world.app.inject({ method: 'GET', url: `/api/outbox/photos/${id}`, headers: { cookie: other.cookie, ...by } })).statusCode, 403)
  assert.equal((await send(worker, 'PATCH', `/api/outbox/photos/${id}`, whole, { ...span(0, whole.length), ...by })).status, 200)
  assert.equal((await post(worker, act, by)).status, 200)
})

const letGo = async (client: Client, id: string) =>
  (await world.app.inject({ method: 'DELETE', url: `/api/outbox/photos/${id}`, headers: { cookie: client.cookie, 'x-requested-with': 'shanzhi' } })).statusCode

test('a photo that was given up is let go of, in parts or whole; one that an act has named stays, and nobody lets go of another’s', async () => {
  const [half, unnamed, named] = [randomUUID(), randomUUID(), randomUUID()]
  const sealed = await Promise.all([half, unnamed, named].map(id => sealedPhoto(id, jpeg())))
  await part(half, sealed[0]!, 0, 50)
  for (const [id, whole] of [[unnamed, sealed[1]!], [named, sealed[2]!]] as const) await part(id, whole, 0, whole.length)
  await post(worker, written({ input: { text: '有照片的一件', place, photos: [named] }, photos: [{ file: named }] }))
  const other = await world.as('committee')
  for (const id of [half, unnamed]) assert.equal(await letGo(other, id), 200)
  assert.deepEqual([(await standing(half)).at, (await standing(unnamed)).done], [50, true])
  for (const id of [half, unnamed, named]) assert.equal(await letGo(worker, id), 200)
  assert.deepEqual(await standing(half), { at: 0, done: false })
  assert.deepEqual(await standing(unnamed), { at: 0, done: false })
  assert.deepEqual(await standing(named), { at: 0, done: true })
  assert.equal((await worker.get(`/api/files/${unnamed}`)).status, 404)
  assert.deepEqual((await part(unnamed, sealed[1]!, 0, sealed[1]!.length)).body, { at: sealed[1]!.length, done: true }, 'come after all, it is taken')
})

test('what was left behind makes way for what comes, the longest at rest first, and begins anew where it comes after all; what is under way stays', async () => {
  const rest = (id: string, minutes: number, megabytes: number) => world.database.owner(tx => tx.query(
    `insert into outbox_part (account, photo, at, bytes, given) values ($1::uuid, $2::uuid, 0, convert_to(repeat('x', $3::int), 'UTF8'), $4::timestamptz)`,
    [me.account, id, megabytes * 1024 * 1024, new Date(world.site.now().getTime() - minutes * 60_000).toISOString()]))
  const [oldest, old, under] = [randomUUID(), randomUUID(), randomUUID()]
  for (const [id, minutes] of [[oldest, 5000], [old, 300], [under, 5]] as const) await rest(id, minutes, 16)
  const id = randomUUID()
  const whole = await sealedPhoto(id, jpeg())
  assert.deepEqual((await part(id, whole, 0, 100)).body, { at: 100, done: false })
  assert.deepEqual([(await standing(oldest)).at, (await standing(old)).at > 0, (await standing(under)).at > 0], [0, true, true])
  const late = await part(oldest, Buffer.alloc(2000), 1000, 1500)
  assert.deepEqual([late.body.code, late.body.detail], ['wrong-offset', { at: 0 }], 'the phone, which has all of it, is told to begin anew')
  await world.database.owner(tx => tx.query('update outbox_part set given = $1::timestamptz', [world.site.now().toISOString()]))
  await rest(randomUUID(), 1, 16)
  assert.equal((await part(id, whole, 100, 101)).body.code, 'too-many', 'all of it is on its way')
  assert.equal((await part(id, whole, 100, whole.length)).status, 200, 'the last part needs no room')
  await world.database.owner(tx => tx.query('delete from outbox_part'))
})

test('bytes past the end, too many of them, or none are refused', async () => {
  const id = randomUUID()
  const url = `/api/outbox/photos/${id}`
  assert.equal((await send(worker, 'PATCH', url, Buffer.alloc(2), span(5, 6))).status, 400)
  assert.equal((await send(worker, 'PATCH', url, Buffer.alloc(2), span(0, mostSealed + 1))).status, 413)
  assert.equal((await send(worker, 'PATCH', url, Buffer.alloc(0), span(0, 6))).status, 400)
  assert.equal((await send(worker, 'PATCH', url, Buffer.alloc(2))).status, 400, 'without saying where it begins')
  assert.equal((await world.app.inject({ method: 'PATCH', url, payload: '{}', headers: { ...span(0, 6), cookie: worker.cookie, 'x-requested-with': 'shanzhi', 'content-type': 'application/json' } })).statusCode, 415)
})

test('what the device’s clock said is kept with how wrong it was, and no deadline hears of it', async () => {
  const twoDays = 2 * 86_400_000
  const act = written({ made: { at: new Date(Date.now() - twoDays - 3_600_000).toISOString() } })
  const { body: reply } = await post(worker, act, { 'x-device-now': new Date(Date.now() - twoDays).toISOString() })
  const { body: matter } = await worker.get<MatterView>(`/api/matters/${reply.id}`)
  const { capture, at } = matter.entries[0]!
  assert.ok(Math.abs((capture?.skew ?? NaN) - 2 * 86_400) < 60)
  assert.ok(Math.abs(Date.parse(at) - Date.parse(capture!.at) - 3_600_000) < 60_000, 'put right, it was an hour ago')
  const plain = await worker.step<StepReply>('/api/request/report', { input: { text: '同时的另一件', place } })
  const { body: other } = await worker.get<MatterView>(`/api/matters/${plain.body.id}`)
  assert.equal(matter.due?.at.slice(0, 16), other.due?.at.slice(0, 16))
  assert.equal(other.entries[0]?.capture, undefined)
})

const captureOf = async (matter: string) => (await worker.get<MatterView>(`/api/matters/${matter}`)).body.entries[0]?.capture

test('of what is handed in by file the device’s own measure of its clock is kept, and not passed off for ours', async () => {
  const twoDays = 2 * 86_400_000
  const at = new Date(Date.now() - twoDays - 3_600_000).toISOString()
  const [told, silent] = [written({ made: { at, skew: twoDays } }), written({ made: { at } })]
  await send(worker, 'POST', '/api/outbox/import', packFile(me.account, await Promise.all([told, silent].map(async act => ({ what: 'act' as const, id: act.id, bytes: await sealedAct(act) })))))
  const [one, other] = [await captureOf(told.id), await captureOf(silent.id)]
  assert.deepEqual([one?.skew, one?.told], [undefined, twoDays / 1000])
  assert.equal(one?.at, new Date(Date.parse(at) + twoDays).toISOString())
  assert.deepEqual([other?.skew, other?.told, other?.at], [undefined, undefined, at], 'nobody measured it: its word stands as its word')
})

test('a clock that was changed between writing and sending leaves both measures', async () => {
  const day = 86_400_000
  const act = written({ made: { at: new Date(Date.now() - day - 3_600_000).toISOString(), skew: day } })
  await post(worker, act, { 'x-device-now': new Date().toISOString() })
  const capture = await captureOf(act.id)
  assert.ok(Math.abs(capture?.skew ?? NaN) < 60)
  assert.equal(capture?.told, day / 1000)
  const astray = written({ made: { at: new Date().toISOString(), skew: 1e14 } })
  await post(worker, astray)
  assert.equal((await captureOf(astray.id))?.told, undefined, 'what no clock can be off by is no measure')
})

test('an act sent straight from a phone that can keep nothing tells its clock as well', async () => {
  const sent = await world.app.inject({
    method: 'POST', url: '/api/request/report', payload: { input: { text: '浏览器不能存放时的一件', place } },
    headers: { cookie: worker.cookie, 'x-requested-with': 'shanzhi', 'idempotency-key': randomUUID(), 'x-device-now': new Date(Date.now() + 3_600_000).toISOString() },
  })
  const capture = await captureOf((JSON.parse(sent.body) as StepReply).id)
  assert.ok(Math.abs((capture?.skew ?? NaN) + 3600) < 60)
})

test('a step written on what an earlier one leads to takes its number from there; a stale one says so', async () => {
  const act = written()
  const settle = onMatter(act.id, { step: 'settle', after: act.id, input: { result: '当场清理完毕' } })
  assert.equal((await post(worker, settle)).status, 400, 'before the report was sent nobody knows the number')
  const { body: reply } = await post(worker, act)
  const settled = await post(worker, settle, { 'x-seen-seq': String(reply.seq) })
  assert.equal(settled.status, 200, JSON.stringify(settled.body))
  const late = onMatter(act.id, { step: 'settle', seq: reply.seq, input: { result: '又清理一遍' } })
  const { status, body } = await post(worker, late)
  assert.deepEqual([status, body.code], [409, 'stale'])
})

test('a file handed in at the office is done once, though the phone sends the same, and by nobody but who wrote it', async () => {
  const photo = randomUUID()
  const report = written({ input: { text: '文件里的一件', place, photos: [photo] } })
  const settle = onMatter(report.id, { step: 'settle', after: report.id, input: { result: '已当场处理' } })
  const bad = written({ input: { text: '没有这个地方', place: '630202999999' } })
  const file = packFile(me.account, [
    { what: 'photo', id: photo, bytes: await sealedPhoto(photo, jpeg()) }, { what: 'act', id: report.id, bytes: await sealedAct(report) },
    { what: 'act', id: bad.id, bytes: await sealedAct(bad) }, { what: 'act', id: settle.id, after: report.id, bytes: await sealedAct(settle) },
  ])
  const first = await send<readonly HandedIn[]>(worker, 'POST', '/api/outbox/import', file)
  assert.deepEqual(first.body.map(one => one.problem?.code ?? one.reply?.stage), ['triage', 'bad-input', 'confirming'])
  assert.deepEqual((await send<readonly HandedIn[]>(worker, 'POST', '/api/outbox/import', file)).body.filter(one => one.reply), first.body.filter(one => one.reply))
  assert.deepEqual((await post(worker, report)).body, first.body[0]?.reply, 'the phone, back online, hears the same')
  assert.equal((await worker.get<MatterView>(`/api/matters/${report.id}`)).body.entries.length, 2)
  const other = await world.as('committee')
  assert.equal((await send(other, 'POST', '/api/outbox/import', file)).body.code, 'other-account')
  assert.equal((await send(worker, 'POST', '/api/outbox/import', file.slice(0, 60))).body.code, 'bad-request')
})

test('of a file, one act that fails and a photo that is no photo hold up nothing else, and both are told', async () => {
  const [good, bad] = [randomUUID(), randomUUID()]
  const [fails, report, without] = [written({ procedure: 'faulty', step: 'write', input: { text: '办不成的一件', place } }), written({ input: { text: '排在后面的一件', place, photos: [good] } }), written({ input: { text: '照片坏了的一件', place, photos: [bad] } })]
  const acts = await Promise.all([fails, report, without].map(async act => ({ what: 'act' as const, id: act.id, bytes: await sealedAct(act) })))
  const file = packFile(me.account, [{ what: 'photo', id: bad, bytes: await sealedPhoto(bad, Buffer.from('这不是照片')) }, { what: 'photo', id: good, bytes: await sealedPhoto(good, jpeg()) }, ...acts])
  const { status, body } = await send<readonly HandedIn[]>(worker, 'POST', '/api/outbox/import', file)
  assert.equal(status, 200)
  assert.deepEqual(body.map(one => [one.id, one.photo, one.problem?.code ?? one.reply?.stage]), [[bad, true, 'unsupported-type'], [fails.id, undefined, 'internal'], [report.id, undefined, 'triage'], [without.id, undefined, 'bad-input']])
  assert.match(world.log(), /a fault of ours/)
})

test('of what was written one on the other, the file may hold the later alone: the earlier went from the phone, or stands in another file', async () => {
  const report = written({ input: { text: '信号断断续续的一件', place } })
  const settle = onMatter(report.id, { step: 'settle', after: report.id, input: { result: '已当场处理' } })
  const file = packFile(me.account, [{ what: 'act', id: settle.id, after: report.id, bytes: await sealedAct(settle) }])
  const handed = async () => (await send<readonly HandedIn[]>(worker, 'POST', '/api/outbox/import', file)).body.map(one => one.problem?.code ?? one.reply?.stage)
  assert.deepEqual(await handed(), ['bad-request'], 'as long as the earlier is nowhere')
  await post(worker, report)
  assert.deepEqual(await handed(), ['confirming'])
  const elsewhere = written({ input: { text: '另一件', place } })
  await post(worker, elsewhere)
  const crossed = onMatter(elsewhere.id, { step: 'settle', after: report.id, input: { result: '已当场处理' } })
  assert.equal((await post(worker, crossed)).status, 400, 'an act on another matter tells nothing of this one')
})

test('a device’s copy stands with its sign-in; ended from elsewhere, the device learns that it is to wipe it', async () => {
  const phone = await world.as('gridWorker')
  const copy = randomUUID()
  await phone.post(`/api/outbox/copies/${copy}`, { unsent: 3 })
  const listed = (await worker.get<readonly SessionView[]>('/api/me/sessions')).body.find(one => one.copy)
  assert.equal(listed?.copy?.unsent, 3)
  const asked = () => world.anybody().get<{ readonly ended: boolean }>(`/api/outbox/copies/${copy}`)
  assert.equal((await asked()).body.ended, false)
  await worker.post('/api/me/sessions/end', { id: listed.id })
  assert.equal((await phone.get('/api/me')).status, 401)
  assert.equal((await asked()).body.ended, true)
})

test('photos are their account’s, also while it acts from a post that only reads; what it writes from there is taken from nobody', async () => {
  const auditor = await world.as('auditor')
  const { account, acting } = (await auditor.get<Me>('/api/me')).body
  const photo = randomUUID()
  const whole = await sealedPhoto(photo, jpeg(), account)
  assert.equal((await send(auditor, 'PATCH', `/api/outbox/photos/${photo}`, whole, span(0, whole.length))).status, 200)
  const act = (post: string | undefined): Written => { const { post: _, ...rest } = written({ input: { text: '审计员自己家门口的一件', place, photos: [photo] } }); return { ...rest, ...(post !== undefined && { post }) } }
  const take = async (one: Written) => (await send<StepReply>(auditor, 'POST', `/api/outbox/acts/${one.id}`, await sealedAct(one, account))).status
  assert.deepEqual([await take(act(acting)), await take(act(undefined))], [403, 200], 'as the auditor no; as themselves yes')
})

test('a post that only wants its second factor is not one that has ended: the phone is told to wait for it', async () => {
  const strict = await openTestSite({ secondFactor: 'sensitive' })
  try {
    const dispatcher = await strict.as('dispatcher')
    const { account, acting } = (await dispatcher.get<Me>('/api/me')).body
    assert.equal(acting, undefined, 'no factor was shown')
    const { key } = (await dispatcher.get<OutboxKey>('/api/outbox/key')).body
    const own = await serverKeyOf(new Uint8Array(Buffer.from(key, 'base64url')))
    const code = async (post = '') => {
      const act = written({ post })
      const bytes = await seal(own, boundTo('act', account, act.id), packAct(act))
      const reply = await strict.app.inject({ method: 'POST', url: `/api/outbox/acts/${act.id}`, payload: Buffer.from(bytes), headers: { cookie: dispatcher.cookie, 'x-requested-with': 'shanzhi', 'content-type': 'application/octet-stream', 'x-device-now': new Date().toISOString() } })
      return (JSON.parse(reply.body) as Problem).code
    }
    assert.deepEqual([await code(people.dispatcher.post), await code(people.handler.post)], ['factor-needed', 'no-right'])
  } finally {
    await strict.close()
  }
})

test('nobody sends without signing in', async () => {
  const act = written()
  assert.equal((await send(world.anybody(), 'POST', `/api/outbox/acts/${act.id}`, await sealedAct(act))).status, 401)
})

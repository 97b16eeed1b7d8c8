import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { boundTo, seal, serverKeyOf, type Bytes, type ServerKey } from '../../kernel/outbox/envelope.ts'
import { packAct, packFile, packPhoto, type Written } from '../../kernel/outbox/letter.ts'
import { ringOf } from '../../store/ring.ts'
import { jpeg } from '../../test/helpers/pictures.ts'
import { openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import type { HandedIn, MatterView, Me, OutboxKey, Problem, SessionView, StepReply, Uploaded, WrittenAct } from '../wire.ts'
import { outboxKeys } from './keys.ts'
import { mostSealed } from './photos.ts'

let world: TestSite
let worker: Client
let me: Me
let server: ServerKey
const place = '630202001001'

before(async () => {
  world = await openTestSite()
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
  assert.ok(Math.abs(capture!.skew - 2 * 86_400) < 60)
  assert.ok(Math.abs(Date.parse(at) - Date.parse(capture!.at) - 3_600_000) < 60_000, 'put right, it was an hour ago')
  const plain = await worker.step<StepReply>('/api/request/report', { input: { text: '同时的另一件', place } })
  const { body: other } = await worker.get<MatterView>(`/api/matters/${plain.body.id}`)
  assert.equal(matter.due?.at.slice(0, 16), other.due?.at.slice(0, 16))
  assert.equal(other.entries[0]?.capture, undefined)
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

test('who only reads sends nothing, and nobody sends without signing in', async () => {
  const act = written()
  const auditor = await world.as('auditor')
  assert.equal((await auditor.get(`/api/outbox/photos/${act.id}`)).status, 403)
  assert.equal((await send(world.anybody(), 'POST', `/api/outbox/acts/${act.id}`, await sealedAct(act))).status, 401)
})

import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { core, docx, pdf, xlsx } from '../../test/helpers/documents.ts'
import { jpeg, png } from '../../test/helpers/pictures.ts'
import { openTestSite, type Client, type TestSite } from '../../test/helpers/site.ts'
import { ringOf } from '../../store/ring.ts'
import { sweepFiles } from '../clock.ts'
import { fileKeys } from '../settings/keys.ts'
import type { FileRef, MatterView, Problem } from '../wire.ts'
import { disk } from './disk.ts'
import { vault } from './vault.ts'

let world: TestSite
before(async () => { world = await openTestSite({ limits: { upload: 30 } }) })
after(() => world.close())

const place = '630202001001'

const upload = async (client: Client, bytes: Buffer, name = 'photo.jpg', type = 'image/jpeg', field = 'file') => {
  const edge = 'edge-of-a-part'
  const payload = Buffer.concat([
    Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  const reply = await world.app.inject({
    method: 'POST', url: '/api/files', payload, headers: { cookie: client.cookie, 'x-requested-with': 'shanzhi', 'content-type': `multipart/form-data; boundary=${edge}` },
  })
  return { status: reply.statusCode, body: JSON.parse(reply.body) as FileRef & Partial<Problem> }
}

test('a photo goes in whole, rests encrypted, is named by a step, and is seen by who sees the matter', async () => {
  const [resident, dispatcher, stranger] = await Promise.all([world.as('resident'), world.as('dispatcher'), world.as('otherDispatcher')])
  const bytes = jpeg()
  const { status, body: file } = await upload(resident, bytes, '路灯.png')
  assert.equal(status, 200)
  assert.deepEqual({ ...file, id: '' }, { id: '', name: '路灯.jpg', type: 'image/jpeg', bytes: bytes.length })
  assert.equal((await dispatcher.get(`/api/files/${file.id}`)).status, 404, 'nobody else sees it before a step names it')
  assert.deepEqual(await world.database.owner(tx => tx.query('select sealed_by from file where id = $1::uuid', [file.id])), [{ sealed_by: 1 }], 'the row notes which key sealed it')

  const { body: opened } = await resident.step('/api/request/report', { input: { text: '路灯不亮见照片', place, photos: [file.id] } })
  const { body: page } = await dispatcher.get<MatterView>(`/api/matters/${opened.id}`)
  assert.deepEqual(page.files, [file])
  const got = await dispatcher.get(`/api/files/${file.id}`)
  assert.equal(got.status, 200)
  assert.ok(got.bytes.equals(bytes))
  assert.equal(got.headers['content-type'], 'image/jpeg')
  assert.match(String(got.headers['content-disposition']), /^inline/)
  assert.match(String(got.headers['content-security-policy']), /sandbox/)
  assert.match(String((await dispatcher.get(`/api/files/${file.id}?download=true`)).headers['content-disposition']), /^attachment/)
  assert.equal((await stranger.get(`/api/files/${file.id}`)).status, 404)
  const again = await resident.step<Problem>('/api/request/report', { input: { text: '用同一张照片再报', place, photos: [file.id] } })
  assert.equal(again.status, 422)
})

test('who may not read what names a photo is neither told of it nor given it', async () => {
  const [resident, deputy, gridWorker] = await Promise.all([world.as('resident'), world.as('deputy'), world.as('gridWorker')])
  const { body: file } = await upload(resident, jpeg())
  const { body: opened } = await resident.step('/api/request/report', { input: { text: '门前积水见照片', place, photos: [file.id] } })
  for (const [who, sees] of [[resident, true], [gridWorker, true], [deputy, false]] as const) {
    const page = await who.get<MatterView>(`/api/matters/${opened.id}`)
    assert.deepEqual([page.status, page.body.files.length], [200, sees ? 1 : 0])
    assert.equal((await who.get(`/api/files/${file.id}`)).status, sees ? 200 : 404)
  }
  assert.ok(!(await deputy.get(`/api/matters/${opened.id}`)).text.includes(file.id))
})

test('where photos are asked for no document is taken, and a document is only ever saved, in a box without scripts', async () => {
  const [resident, dispatcher, handler] = await Promise.all([world.as('resident'), world.as('dispatcher'), world.as('handler')])
  const pdf = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n', 'latin1')
  const report = (photos: readonly string[]) => resident.step<Problem>('/api/request/report', { input: { text: '路面破损见附件', place, photos } })
  const { body: file } = await upload(resident, pdf, 'plan.pdf', 'application/pdf')
  const refused = await report([file.id])
  assert.deepEqual([refused.status, refused.body.faults?.map(fault => fault.fact)], [422, ['photos']])
  assert.match(refused.body.faults?.[0]?.why.en ?? '', /Only photos/)
  const { body: photo } = await upload(resident, jpeg())
  assert.equal((await report([photo.id, file.id])).status, 422)
  const { status, body: opened } = await resident.step('/api/request/report', { input: { text: '路面破损见附件', place, photos: [photo.id] } })
  assert.equal(status, 200, 'what was refused bound nothing')

  const { body: paper } = await upload(handler, pdf, '方案.pdf', 'application/pdf')
  await dispatcher.step(`/api/matters/${opened.id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  await handler.step(`/api/matters/${opened.id}/accept`, { seq: 2, input: {} })
  assert.equal((await handler.step(`/api/matters/${opened.id}/resolve`, { seq: 3, input: { outcome: 'fixed', result: '已修补路面', evidence: [paper.id] } })).status, 200, 'evidence may be a document')
  for (const ask of ['', '?download=false', '?download=true']) {
    const { headers } = await handler.get(`/api/files/${paper.id}${ask}`)
    assert.match(String(headers['content-disposition']), /^attachment;/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(String(headers['content-security-policy']), /^default-src 'none';.*sandbox$/)
  }
})

test('what is no picture or document we take, what still tells where it was taken, and what is too large is refused', async () => {
  const resident = await world.as('resident')
  const code = async (bytes: Buffer, name?: string, type?: string) => {
    const { status, body } = await upload(resident, bytes, name, type)
    return `${status} ${body.code ?? ''}`
  }
  assert.equal(await code(jpeg({ segments: [[0xe1, 'Exif\0\0II*\0']] })), '422 metadata')
  assert.equal(await code(png([['eXIf', 'II']]), 'a.png', 'image/png'), '422 metadata')
  assert.equal(await code(Buffer.from('<script>alert(1)</script>'), 'a.jpg'), '415 unsupported-type')
  assert.equal(await code(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'image/svg+xml'), '415 unsupported-type')
  assert.equal(await code(Buffer.from('MZ\x90\0'), 'a.pdf', 'application/pdf'), '415 unsupported-type')
  assert.equal(await code(Buffer.alloc(0)), '400 bad-request')
  assert.equal(await code(Buffer.concat([jpeg().subarray(0, 20), Buffer.alloc(11 * 1024 * 1024)])), '413 too-large')
  assert.equal(await code(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), 'plan.pdf', 'image/jpeg'), '200 ')
})

test('a post that only reads gives no files', async () => {
  assert.equal((await upload(await world.as('auditor'), jpeg())).status, 403)
})

test('uploads by one account are slowed down', async () => {
  const resident = await world.as('neighbour')
  const statuses = new Set<number>()
  for (let i = 0; i < 32; i += 1) statuses.add((await upload(resident, jpeg())).status)
  assert.deepEqual([...statuses], [200, 429])
})

test('a file that no step named within a day goes, row and bytes', async () => {
  const resident = await world.as('stranger')
  const { body: file } = await upload(resident, jpeg())
  assert.equal(await sweepFiles(world.site), 0)
  world.setNow(new Date(Date.now() + 25 * 3_600_000))
  assert.ok(await sweepFiles(world.site) >= 1)
  world.setNow(undefined)
  assert.equal((await resident.get(`/api/files/${file.id}`)).status, 404)
  assert.equal(await world.site.vault.fetch(file.id), undefined)
})

test('at rest a file tells nothing, and one changed, moved or under another key does not open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shanzhi-vault-'))
  const [one, two] = ['11111111-1111-4111-8111-11111111abcd', '22222222-2222-4222-8222-22222222abcd']
  const keys = (secret: string) => fileKeys(secret, ringOf(secret))
  const kept = vault(disk(folder), keys('one secret'))
  await kept.keep(one, Buffer.from('王小明的照片'))
  await kept.keep(two, Buffer.from('another'))
  const place = (id: string) => join(folder, 'cd', 'ab', id)
  assert.deepEqual((await readdir(join(folder, 'cd', 'ab'))).toSorted(), [one, two])
  assert.ok(!(await readFile(place(one))).includes('王小明'))
  await assert.rejects(vault(disk(folder), keys('another secret')).fetch(one))
  await writeFile(place(two), await readFile(place(one)))
  await assert.rejects(kept.fetch(two))
  await kept.remove(one)
  assert.equal(await kept.fetch(one), undefined)
})

test('a document that names who made it is refused, with what to do in both languages; one that does not is kept as it came', async () => {
  const handler = await world.as('handler')
  const refused = [docx(core('王小明')), xlsx(core('', '王小明')), pdf(['<</Author(wxm)>>'])]
  for (const bytes of refused) {
    const { status, body } = await upload(handler, bytes, '通知.docx')
    assert.deepEqual([status, body.code, body.faults?.[0]?.fact], [422, 'metadata', 'file'])
    assert.match(body.words?.zh ?? '', /^文档中仍有：作者/)
    assert.match(body.remedy?.zh ?? '', /另存时去除文档属性/)
    assert.match(body.remedy?.en ?? '', /Remove properties, comments and tracked changes when saving/)
    assert.ok(!JSON.stringify(body).includes('王小明') && !JSON.stringify(body).includes('wxm'), 'the refusal does not repeat the name')
  }
  const clean = docx(core(''))
  const { body: kept } = await upload(handler, clean, '通知.docx')
  assert.deepEqual((await handler.get(`/api/files/${kept.id}`)).bytes, clean)
})

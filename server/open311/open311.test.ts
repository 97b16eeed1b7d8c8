import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { png } from '../../test/helpers/pictures.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { Name } from '../../test/helpers/world.ts'
import type { Program } from '../wire.ts'
import { toXml } from './xml.ts'

let world: TestSite
const portOf = (server: Server): number => (server.address() as AddressInfo).port

const copyCategories = async (site: TestSite): Promise<void> => {
  await site.database.owner(async tx => {
    await tx.query(`insert into category_group (code, zh, en, place) values ('usual', '常见', 'Usual', 0)`)
    await tx.query(`insert into category (code, since, "group", zh, en, place, limit_amount, limit_unit, source_kind, source_zh, source_en)
      values ('road-damage', '2023-02-01', 'usual', '道路破损', 'Road damage', 0, 7, 'workingDays', 'default', '测试', 'test')`)
    await tx.query(`insert into category (code, since, "group", zh, en, place, community) values ('neighbours', '2023-02-01', 'usual', '邻里', 'Neighbours', 1, true)`)
    await tx.query('update reference_version set version = version + 1')
  })
  await site.site.directory.refresh(new Date())
}
before(async () => {
  world = await openTestSite()
  await copyCategories(world)
})
after(() => world.close())

const base = '/open311/v2'
const village = '630202001001'
type Row = { readonly service_request_id: string; readonly status: string; readonly status_notes: string; readonly expected_datetime: string | null; readonly address: string; readonly agency_responsible: string | null; readonly service_notice: string | null }
type Fault = { readonly code: string; readonly description: string }

type Told<T> = { readonly status: number; readonly type: string; readonly text: string; readonly body: T }

const get = async <T = readonly Row[]>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Told<T>> => {
  const reply = await world.app.inject({ url: `${base}${path}`, headers })
  return { status: reply.statusCode, type: String(reply.headers['content-type']), text: reply.body, body: (path.includes('.json') ? JSON.parse(reply.body) : undefined) as T }
}
const post = async <T = readonly Row[]>(form: Readonly<Record<string, string>>, format = 'json', headers: Readonly<Record<string, string>> = {}): Promise<Told<T>> => {
  const reply = await world.app.inject({ method: 'POST', url: `${base}/requests.${format}`, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload: new URLSearchParams(form).toString() })
  return { status: reply.statusCode, type: String(reply.headers['content-type']), text: reply.body, body: (format === 'json' ? JSON.parse(reply.body) : undefined) as T }
}
const program = async (name: Name = 'hotline'): Promise<string> => (await (await world.as(name)).post<Program>('/api/me/programs', { name: '12345 热线', days: 30 })).body.token

const lamp = { service_code: 'road-damage', description: '村口路面有大坑，晚上看不见，王小明摔倒了', address_id: village, lat: '36.48', long: '102.40', first_name: '小明', last_name: '王', phone: '13897221234' }

test('discovery and services say what there is, in XML and in JSON', async () => {
  const discovery = await get<{ readonly endpoints: readonly { readonly url: string; readonly formats: readonly string[] }[] }>('/discovery.json')
  assert.deepEqual(discovery.body.endpoints[0]?.formats, ['text/xml', 'application/json'])
  const xml = await get('/discovery.xml')
  assert.match(xml.type, /^text\/xml/)
  assert.match(xml.text, /<endpoints><endpoint><specification>http:\/\/wiki.open311.org\/GeoReport_v2<\/specification>.*<formats><format>text\/xml<\/format>/)
  const services = await get<readonly { readonly service_code: string; readonly service_name: string; readonly metadata: boolean; readonly group: string }[]>('/services.json?jurisdiction_id=6302')
  assert.deepEqual(services.body.map(one => [one.service_code, one.service_name, one.metadata, one.group]), [['road-damage', '道路破损', true, '常见'], ['neighbours', '邻里', true, '常见']])
  assert.match((await get('/services.xml', { 'accept-language': 'en' })).text, /<services><service><service_code>road-damage<\/service_code><service_name>Road damage<\/service_name>/)
  const definition = await get<{ readonly attributes: readonly { readonly code: string; readonly datatype: string; readonly values: readonly object[] }[] }>('/services/road-damage.json')
  assert.deepEqual(definition.body.attributes.map(one => [one.code, one.datatype, one.values.length]), [['place', 'string', 0], ['spot', 'string', 0], ['anonymous', 'singlevaluelist', 2]])
  assert.match((await get('/services/road-damage.xml')).text, /<attribute>.*<values><value><key>no<\/key><name>否<\/name><\/value>/)
})

test('a report by a program becomes a request, is handled, and its public facts alone go out', async () => {
  const key = await program()
  const reported = await post({ ...lamp, api_key: key, jurisdiction_id: '6302', email: 'x@example.com', media_url: 'http://example.com/a.jpg' })
  assert.equal(reported.status, 201, reported.text)
  const number = reported.body[0]?.service_request_id ?? ''
  assert.match(reported.body[0]?.service_notice ?? '', /图片未收取.*not taken/)
  const [row] = await world.database.owner(tx => tx.query<{ id: string; text: string }>(`select m.id, i.facts ->> 'text' as text from matter m join matter_internal i on i.id = m.id where m.number = $1`, [number]))
  assert.equal(row?.text, lamp.description)

  assert.equal((await get(`/requests/${number}.json`)).status, 404, 'its category is unchecked until it is dispatched')
  assert.equal((await get(`/requests/${number}.json`, { authorization: `Bearer ${key}` })).body[0]?.status, 'open', 'who reported it sees it')
  assert.equal((await get<readonly object[]>(`/tokens/${row.id}.json`, { authorization: `Bearer ${key}` })).status, 200)
  assert.equal((await get(`/tokens/${row.id}.json`, { authorization: `Bearer ${await program('dispatcher')}` })).status, 404)

  const dispatcher = await world.as('dispatcher')
  assert.equal((await dispatcher.step(`/api/matters/${row.id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })).status, 200)
  const waiting = (await get(`/requests/${number}.json`)).body[0]
  assert.deepEqual([waiting?.status, waiting?.status_notes, waiting?.expected_datetime, waiting?.agency_responsible], ['open', '待受理', null, '630202001/gov'])
  await (await world.as('handler')).step(`/api/matters/${row.id}/accept`, { seq: 2, input: {} })
  const handled = (await get(`/requests/${number}.json`, { 'accept-language': 'en' })).body[0]
  assert.equal(handled?.status_notes, 'Being handled')
  const [{ due } = { due: '' }] = await world.database.owner(tx => tx.query<{ due: string }>(`select clocks -> 'stage' ->> 'due' as due from matter where number = $1`, [number]))
  assert.equal(handled.expected_datetime, due, 'the limit of handling')

  const all = await get('/requests.json')
  assert.ok(all.body.some(one => one.service_request_id === number))
  for (const { text } of [all, await get('/requests.xml'), await get(`/requests/${number}.xml`)]) {
    for (const secret of ['王小明', '小明', '1389722', '大坑', '36.48', '102.4', 'hotline']) assert.ok(!text.includes(secret), secret)
  }
})

const formOf = (form: Readonly<Record<string, string>>, pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[], field = 'media'): { readonly payload: Buffer; readonly type: string } => {
  const edge = 'edge311'
  const parts = [
    ...Object.entries(form).map(([name, value]) => Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    ...pictures.flatMap(({ name, bytes }) => [Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`), bytes, Buffer.from('\r\n')]),
  ]
  return { payload: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]), type: `multipart/form-data; boundary=${edge}` }
}
const postPictures = async (form: Readonly<Record<string, string>>, pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[], headers: Readonly<Record<string, string>> = {}, field?: string) => {
  const { payload, type } = formOf(form, pictures, field)
  const reply = await world.app.inject({ method: 'POST', url: `${base}/requests.json`, headers: { 'content-type': type, ...headers }, payload })
  return { status: reply.statusCode, text: reply.body, body: JSON.parse(reply.body) as readonly (Row & { readonly description?: string })[] }
}
const photosOf = async (number: string): Promise<readonly string[]> =>
  (await world.database.owner(tx => tx.query<{ photos: readonly string[] | null }>(`select i.facts -> 'photos' as photos from matter m join matter_internal i on i.id = m.id where m.number = $1`, [number])))[0]?.photos ?? []

test('pictures come along as parts of the form, are judged as any upload, and their reporter alone is told where they are', async () => {
  const key = await program()
  const picture = { name: '坑.png', bytes: png() }
  const act = { 'idempotency-key': randomUUID() }
  const { status, text, body } = await postPictures({ ...lamp, api_key: key }, [picture, { ...picture, name: '远景.png' }], act)
  assert.equal(status, 201, text)
  assert.equal(body[0]?.service_notice, null)
  const number = body[0].service_request_id
  const photos = await photosOf(number)
  assert.equal(photos.length, 2)
  const bearer = { authorization: `Bearer ${key}` }
  const [own] = (await get<readonly { readonly media_url: string | null }[]>(`/requests/${number}.json`, bearer)).body
  assert.equal(own?.media_url, `http://localhost/api/files/${photos[0] ?? ''}`)
  const shown = await world.app.inject({ url: `/api/files/${photos[0] ?? ''}`, headers: bearer })
  assert.deepEqual([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(Buffer.from(picture.bytes))], [200, 'image/png', true])
  const again = await postPictures({ ...lamp, api_key: key }, [picture, { ...picture, name: '远景.png' }], act)
  assert.deepEqual([again.status, again.body[0]?.service_request_id, await photosOf(number)], [201, number, photos], 'sent again it is the same report with the same pictures')
  assert.equal((await postPictures({ ...lamp, api_key: key }, [{ name: 'x.png', bytes: png([['gAMA', '\u0000\u0001\u0086\u00a0']]) }], act)).status, 409)
  const [row] = await world.database.owner(tx => tx.query<{ id: string }>('select id from matter where number = $1', [number]))
  await (await world.as('dispatcher')).step(`/api/matters/${row?.id ?? ''}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  assert.deepEqual((await get<readonly { readonly media_url: string | null }[]>(`/requests/${number}.json`)).body.map(one => one.media_url), [null], 'to others a photo is internal')
  assert.equal((await world.app.inject({ url: `/api/files/${photos[0] ?? ''}` })).statusCode, 401)
})

test('a picture that is none, tells more than it shows, comes in the wrong field or is one too many is refused, with what to do', async () => {
  const key = await program()
  const form = { ...lamp, api_key: key }
  const good = { name: 'a.png', bytes: png() }
  for (const [pictures, field, says] of [
    [[{ name: 'a.jpg', bytes: Buffer.from('<script>') }], 'media', /media: .*JPEG/], [[{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }], 'media', /media/],
    [[{ name: 'a.png', bytes: png([['tEXt', 'Author\0x']]) }], 'media', /number 1: .*still holds/], [[good], 'photo', /the field media/], [Array.from({ length: 7 }, () => good), 'media', /at most 6/],
  ] as const) {
    const { status, body } = await postPictures(form, pictures, {}, field)
    assert.ok(status === 400 || status === 415, String(status))
    assert.match(body[0]?.description ?? '', says)
  }
  assert.equal((await postPictures({ ...lamp }, [good])).status, 403, 'no key')
})

test('a picture behind an address is fetched from hosts that the settings name, and from nowhere else', async () => {
  const picture = png()
  const seen: string[] = []
  const other = createServer((_, reply) => { seen.push('other'); reply.writeHead(200, { 'content-type': 'image/png' }).end(picture) })
  const there = createServer((request, reply) => {
    seen.push(request.url ?? '')
    const to = (location: string): void => { reply.writeHead(302, { location }).end() }
    if (request.url === '/good.png') reply.writeHead(200, { 'content-type': 'image/png' }).end(picture)
    else if (request.url === '/moved') to('/good.png')
    else if (request.url === '/elsewhere') to(`http://127.0.0.1:${portOf(other)}/x.png`)
    else if (request.url === '/round') to('/round')
    else if (request.url === '/page') reply.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
    else if (request.url === '/liar') reply.writeHead(200, { 'content-type': 'image/png' }).end('<svg onload=1>')
    else if (request.url === '/huge') { reply.writeHead(200, { 'content-type': 'image/png' }); for (let i = 0; i < 12; i += 1) reply.write(Buffer.alloc(1024 * 1024)); reply.end() }
    else reply.writeHead(404).end()
  })
  await Promise.all([other, there].map(server => new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))))
  const host = `127.0.0.1:${portOf(there)}`
  const site = await openTestSite({ delivery: { networks: [['127.0.0.0', 8]], mediaHosts: [host, 'localhost:1', '10.0.0.1', `127.0.0.2:${portOf(there)}`] } })
  try {
    await copyCategories(site)
    const key = (await (await site.as('hotline')).post<Program>('/api/me/programs', { name: '12345 热线', days: 30 })).body.token
    const reports = async (url: string) => {
      const reply = await site.app.inject({ method: 'POST', url: `${base}/requests.json`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ ...lamp, api_key: key, media_url: url }).toString() })
      assert.equal(reply.statusCode, 201, reply.body)
      const [row] = JSON.parse(reply.body) as readonly Row[]
      const [kept] = await site.database.owner(tx => tx.query<{ photos: readonly string[] | null }>(`select i.facts -> 'photos' as photos from matter m join matter_internal i on i.id = m.id where m.number = $1`, [row?.service_request_id]))
      return { notice: row?.service_notice ?? null, photos: kept?.photos ?? [] }
    }
    for (const path of ['/good.png', '/moved']) {
      const { notice, photos } = await reports(`http://${host}${path}`)
      assert.deepEqual([notice, photos.length], [null, 1], path)
      assert.ok(Buffer.from(await site.site.vault.fetch(photos[0] ?? '') ?? []).equals(picture))
    }
    for (const [url, says] of [
      [`http://${host}/elsewhere`, /leads elsewhere/], [`http://${host}/round`, /round and round/], [`http://${host}/page`, /gave no picture/], [`http://${host}/liar`, /JPEG|not taken/], [`http://${host}/huge`, /larger than 10 MiB/],
      [`http://${host}/nothing`, /gave no picture/], [`http://127.0.0.1:${portOf(other)}/x.png`, /not among those/], ['http://localhost/x.png', /not among those/], [`http://user:pass@${host}/good.png`, /not among those/], ['file:///etc/passwd', /not among those/],
      ['http://localhost:1/x.png', /could not be fetched/], ['https://10.0.0.1/x.png', /may not be connected to/], ['not an address', /not among those/],
    ] as const) {
      const { notice, photos } = await reports(url)
      assert.match(notice ?? '', says, url)
      assert.match(notice ?? '', /报告已收到.*in the field media/, url)
      assert.deepEqual(photos, [], url)
    }
    assert.ok(!seen.includes('other'), 'the other server was never asked')
  } finally {
    await site.close()
    for (const server of [other, there]) { server.closeAllConnections(); server.close() }
  }
})

test('what is somebody’s own affair never goes out, but to who reported it', async () => {
  const key = await program()
  const { body, text } = await post({ service_code: 'neighbours', description: '邻居夜里吵闹无法入睡', address_id: village, api_key: key })
  const number = body[0]?.service_request_id ?? assert.fail(text)
  const [row] = await world.database.owner(tx => tx.query<{ id: string }>('select id from matter where number = $1', [number]))
  await (await world.as('dispatcher')).step(`/api/matters/${row?.id ?? ''}/dispatch`, { seq: 1, input: { category: 'neighbours', office: `${village}/committee` } })
  assert.equal((await get(`/requests/${number}.json`)).status, 404)
  assert.deepEqual((await get('/requests.json?service_code=neighbours')).body, [])
  const own = await get('/requests.json?service_code=neighbours', { authorization: `Bearer ${key}` })
  assert.deepEqual(own.body.map(one => one.service_request_id), [number])
  assert.deepEqual((await get('/requests.json?service_code=neighbours', { authorization: `Bearer ${await program('dispatcher')}` })).body, [])
  assert.deepEqual((await get(`/requests.json?api_key=${encodeURIComponent(key)}&service_code=neighbours`)).body, [], 'a key in an address opens nothing')
})

test('lists narrow by code, number, status, dates, place and page', async () => {
  const key = await program()
  const dispatcher = await world.as('dispatcher')
  const numbers: string[] = []
  for (let i = 0; i < 3; i += 1) {
    const { body } = await post({ ...lamp, api_key: key })
    numbers.push(body[0]?.service_request_id ?? '')
    const [row] = await world.database.owner(tx => tx.query<{ id: string }>('select id from matter where number = $1', [numbers[i]]))
    await dispatcher.step(`/api/matters/${row?.id ?? ''}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  }
  const found = async (query: string): Promise<readonly string[]> => { const { body, text, status } = await get(`/requests.json?${query}`); assert.equal(status, 200, text); return body.map(one => one.service_request_id) }
  assert.deepEqual(await found('page_size=2&page=1&service_code=road-damage'), [numbers[2], numbers[1]])
  assert.equal((await found('page_size=2&page=2&service_code=road-damage'))[0], numbers[0])
  assert.deepEqual(new Set(await found(`service_request_id=${numbers[0] ?? ''},${numbers[2] ?? ''}`)), new Set([numbers[0], numbers[2]]))
  assert.ok((await found('status=open')).length >= 3)
  assert.deepEqual(await found('status=closed'), [])
  assert.ok((await found('status=open,closed&service_code=road-damage,neighbours')).length >= 3)
  assert.deepEqual(await found(`updated_after=${new Date(Date.now() + 60_000).toISOString()}`), [])
  assert.ok((await found(`updated_after=${new Date(Date.now() - 3_600_000).toISOString()}`)).length >= 3)
  const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString()
  await world.database.owner(async tx => {
    await tx.query(`update matter set opened = $2::timestamptz where number = $1`, [numbers[0], ago(120)])
    await tx.query(`update matter_term set opened = $2::timestamptz where matter = (select id from matter where number = $1)`, [numbers[0], ago(120)])
    await tx.query(`update party set since = $2::timestamptz where matter = (select id from matter where number = $1)`, [numbers[0], ago(120)])
  })
  assert.ok(!(await found('service_code=road-damage')).includes(numbers[0] ?? ''), 'reported longer ago than a span')
  assert.ok((await found(`updated_after=${ago(1)}`)).includes(numbers[0] ?? ''), 'and found by what changed since')
  assert.ok(!(await found(`updated_after=${ago(1)}&start_date=${ago(30)}`)).includes(numbers[0] ?? ''))
  assert.deepEqual(await found('start_date=2024-01-01T00:00:00Z&end_date=2024-02-01T00:00:00Z'), [])
  assert.deepEqual(await found('address_id=630203'), [])
  assert.ok((await found('address_id=630202001')).length >= 3)
  assert.deepEqual(await found('jurisdiction_id=630203'), [])
  assert.match((await get('/requests.xml?page_size=1')).text, /^<\?xml version="1.0" encoding="utf-8"\?>\n<service_requests><request><service_request_id>630202-/)
})

test('sent again under the same key it is the same report', async () => {
  const key = await program()
  const act = { 'idempotency-key': randomUUID() }
  const [first, again] = [await post({ ...lamp, api_key: key }, 'json', act), await post({ ...lamp }, 'json', { ...act, authorization: `Bearer ${key}` })]
  assert.equal(first.body[0]?.service_request_id, again.body[0]?.service_request_id)
})

test('every refusal has the standard’s shape, says what is wrong in both languages, and its status', async () => {
  const key = await program()
  const refused = async (form: Readonly<Record<string, string>>, status: number, says: RegExp) => {
    const answer = await post<readonly Fault[]>(form)
    assert.equal(answer.status, status, answer.text)
    assert.ok(answer.body.some(one => one.code === String(status) && says.test(one.description)), answer.text)
  }
  await refused(lamp, 403, /缺少或无效的 api_key.* · The api_key is missing/)
  await refused({ ...lamp, api_key: `${key.slice(0, -3)}abc` }, 403, /api_key/)
  const cookie = decodeURIComponent((await world.as('dispatcher')).cookie.split('=').slice(1).join('='))
  await refused({ ...lamp, api_key: cookie }, 403, /api_key/)
  const form = { ...lamp, api_key: key }
  const { service_code: _, ...nameless } = form
  await refused(nameless, 400, /service_code: 必须给出 · is needed/)
  await refused({ ...form, service_code: 'dragons' }, 404, /没有这个 service_code.*There is no such service_code/)
  await refused({ ...form, description: '短' }, 400, /description: 至少 4 个字 · needs at least 4 characters/)
  await refused({ ...form, address_id: '630202' }, 400, /address_id: 没有这个村（社区）/)
  await refused({ ...form, address_id: '' }, 400, /can’t be told; give its 12-digit code/)
  await refused({ ...form, address_id: '', address_string: '社区' }, 400, /it may be several places; give the code.*630202001001/)
  await refused({ ...form, lat: '' }, 400, /lat: .*give both/)
  await refused({ ...form, lat: '51.5', long: '-0.1' }, 400, /lat, long: .*outside China/)
  await refused({ ...form, phone: '123' }, 400, /phone/)
  await refused({ ...form, 'attribute[anonymous]': 'perhaps' }, 400, /must be yes or no/)
  await refused({ ...form, jurisdiction_id: '9999' }, 404, /jurisdiction_id/)
  await refused({ ...form, jurisdiction_id: '630203' }, 400, /does not lie in/)
  for (const [path, status] of [['/requests.json?status=lost', 400], ['/requests.json?start_date=yesterday', 400], ['/requests.json?page_size=5000', 400], ['/requests.json?service_code=dragons', 404],
    ['/services/dragons.json', 404], ['/requests/630202-26-9999999.json', 404], ['/nothing.json', 404], ['/requests.json?jurisdiction_id=London', 404]] as const) {
    const { status: got, body } = await get<readonly Fault[]>(path)
    assert.deepEqual([path, got, body[0]?.code], [path, status, String(status)])
    assert.match(body[0]?.description ?? '', / · /)
  }
  assert.match((await get('/services/dragons.xml')).text, /<errors><error><code>404<\/code><description>没有这个 service_code/)
})

test('a point alone tells the village where its grids are drawn, and near a border of two asks which', async () => {
  const square = (west: number) => JSON.stringify({ type: 'Polygon', coordinates: [[[west, 36.47], [west + 0.01, 36.47], [west + 0.01, 36.49], [west, 36.49], [west, 36.47]]] })
  await world.database.owner(async tx => {
    for (const [village, west] of [['630202001001', 102.4], ['630202001002', 102.41]] as const) {
      const code = `${village}001`
      await tx.query(`insert into region (code, listed, name, kind, pinyin, since) values ($1, '一网格', '一网格', 'grid', 'yi', '2023-06-30')`, [code])
      await tx.query(`insert into region_shape (county, code, since, shape, source) values ('630202', $1, '2023-06-30', $2::json, gen_random_uuid())`, [code, square(west)])
    }
    await tx.query('update reference_version set version = version + 1')
  })
  await world.site.directory.refresh(new Date())
  const key = await program()
  const { address_id: _, ...form } = lamp
  const { body, text, status } = await post({ ...form, lat: '36.48', long: '102.405', address_string: '三岔路口', api_key: key })
  assert.equal(status, 201, text)
  const number = body[0]?.service_request_id ?? ''
  const [row] = await world.database.owner(tx => tx.query<{ id: string; region: string; spot: string }>(`select m.id, m.region, i.facts ->> 'spot' as spot from matter m join matter_internal i on i.id = m.id where m.number = $1`, [number]))
  assert.deepEqual([row?.region, row?.spot], ['630202001001', '三岔路口'])
  await (await world.as('dispatcher')).step(`/api/matters/${row?.id ?? ''}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
  await world.database.owner(tx => tx.query(`update matter set region = '630202001001001' where number = $1`, [number]))
  const { body: told } = await get<readonly { readonly address_id: string; readonly lat: null }[]>(`/requests/${number}.json`)
  assert.deepEqual(told.map(one => [one.address_id, one.lat]), [['630202001001', null]], 'in a grid, it goes out by its village')
  const near = await post<readonly Fault[]>({ ...form, lat: '36.48', long: '102.41', api_key: key })
  assert.match(near.body[0]?.description ?? '', /630202001001.*630202001002/)
  assert.equal((await post({ ...form, lat: '36.48', long: '102.41', address_string: '东关社区', api_key: key })).status, 201)
})

test('an address that names one place alone is enough, and a cookie is heeded nowhere', async () => {
  const key = await program()
  const { address_id: _, ...form } = lamp
  const { status, text, body } = await post({ ...form, address_string: '碾伯 东关社区', api_key: key })
  assert.equal(status, 201, text)
  assert.ok(body[0])
  const dispatcher = await world.as('dispatcher')
  const reply = await world.app.inject({ method: 'POST', url: `${base}/requests.json`, headers: { cookie: dispatcher.cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(lamp).toString() })
  assert.equal(reply.statusCode, 403)
})

test('XML holds what it may hold', () => {
  assert.equal(toXml('a', { text: 'x < y & "z"\u0000\u000B', none: null, values: [{ key: '1' }, { key: '2' }] }),
    '<?xml version="1.0" encoding="utf-8"?>\n<a><text>x &lt; y &amp; &quot;z&quot;</text><none/><values><value><key>1</key></value><value><key>2</key></value></values></a>\n')
})

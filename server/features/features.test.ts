import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import fastify, { type FastifyInstance } from 'fastify'
import { words } from '../../kernel/words.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { errorsAsProblems } from '../http/errors.ts'
import { typeboxSchemas } from '../http/validate.ts'
import type { Problem } from '../wire.ts'
import type { Box } from '../../kernel/shape.ts'
import { makeGrids } from '../../registers/grids/shapes.ts'
import { areaOf, placesIn, publicAreas } from './areas.ts'
import { slice, type Collection } from './collection.ts'
import { isInBox } from './in-box.ts'
import { collections } from './collections/index.ts'
import { features } from './routes.ts'

const run = promisify(execFile)

/** A port that nobody holds: the addresses in the answers must be the server's own. */
const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const bound = probe.address()
    probe.close(() => { resolve(typeof bound === 'object' && bound !== null ? bound.port : 0) })
  })
})

/** Wells of an invented valley: a collection as another part of the product would add one, with points. */
const wells: Collection = {
  id: 'wells', title: words('水井', 'Wells'), description: words('测试用', 'For tests'), extent: [102, 36, 103, 37], parameters: {},
  page: (_, { limit, after: from, bbox, during }) => {
    const inside = ([lon, lat]: readonly number[], [west, south, east, north]: Box): boolean => lon! >= west && lon! <= east && lat! >= south && lat! <= north
    const all = Array.from({ length: 25 }, (__, n) => ({ id: `well-${String(n).padStart(2, '0')}`, at: [102 + n / 100, 36.5] as const, dug: new Date(Date.UTC(2020, n, 1)) }))
    const found = all.filter(one => (!bbox || inside(one.at, bbox)) && (!during?.from || one.dug >= during.from) && (!during?.to || one.dug <= during.to) && (!from || one.id > from.id))
    return Promise.resolve(slice(found, limit, one => ({ id: one.id, geometry: { type: 'Point', coordinates: one.at }, properties: { name: `井 ${one.id}` } }), one => ({ at: '', id: one.id })))
  },
  one: () => Promise.resolve(undefined),
}

type Page = { readonly features: readonly { readonly id: string; readonly geometry: object | null; readonly properties: { readonly [name: string]: unknown } }[]; readonly numberReturned: number; readonly links: readonly { readonly rel: string; readonly href: string; readonly type: string }[] }

let world: TestSite
let app: FastifyInstance
let root = ''
before(async () => {
  const port = await freePort()
  world = await openTestSite({ publicUrl: `http://127.0.0.1:${port}` })
  root = `http://127.0.0.1:${port}/features`
  app = fastify()
  typeboxSchemas(app)
  errorsAsProblems(app)
  await app.register(features(world.site, [...collections, wells]), { prefix: '/features' })
  await app.listen({ port, host: '127.0.0.1' })
})
after(async () => { await app.close(); await world.close() })

type Told<T> = { readonly status: number; readonly type: string; readonly body: T }

const ask = async <T = Page>(path: string): Promise<Told<T>> => {
  const reply = await fetch(path.startsWith('http') ? path : `${root}${path}`)
  return { status: reply.status, type: reply.headers.get('content-type') ?? '', body: await reply.json() as T }
}

test('the landing page leads to what the standard asks for, and the classes say what is built', async () => {
  const { body } = await ask('')
  assert.deepEqual(body.links.map(one => one.rel), ['self', 'service-desc', 'conformance', 'data'])
  for (const { href, type } of body.links) {
    const reply = await ask(href)
    assert.deepEqual([href, reply.status], [href, 200])
    assert.ok(reply.type.startsWith(type.split(';')[0] ?? ''), reply.type)
  }
  const { conformsTo } = (await ask<{ readonly conformsTo: readonly string[] }>('/conformance')).body
  assert.deepEqual(conformsTo.map(one => one.split('/').at(-1)), ['core', 'oas30', 'geojson'])
  const api = (await ask<{ readonly openapi: string; readonly paths: object }>('/api')).body
  assert.equal(api.openapi, '3.0.3')
  for (const one of [...collections, wells]) assert.ok(Object.keys(api.paths).includes(`/collections/${one.id}/items/{featureId}`))
  const listed = (await ask<{ readonly collections: readonly { readonly id: string }[] }>('/collections')).body.collections
  assert.deepEqual(listed.map(one => one.id), ['regions', 'grids', 'matters', 'requests', 'wells'])
  assert.equal((await ask<{ readonly id: string }>('/collections/regions')).body.id, 'regions')
})

test('pages follow each other by their links, each feature once', async () => {
  const seen: string[] = []
  for (let next: string | undefined = '/collections/regions/items?limit=3'; next !== undefined;) {
    const { status, body, type }: Told<Page> = await ask(next)
    assert.equal(status, 200)
    assert.match(type, /^application\/geo\+json/)
    assert.equal(body.numberReturned, body.features.length)
    seen.push(...body.features.map(one => one.id))
    next = body.links.find(one => one.rel === 'next')?.href
  }
  assert.equal(seen.length, 10)
  assert.equal(new Set(seen).size, 10)
  const village = (await ask<Page['features'][number]>('/collections/regions/items/630202001001')).body
  assert.deepEqual([village.geometry, village.properties['path'], village.properties['parent']], [null, '海东市/乐都区/碾伯街道/东关社区', '630202001'])
  assert.deepEqual((await ask('/collections/regions/items?level=county')).body.features.map(one => one.id), ['630202', '630203'])
})

test('a box and a time narrow what comes; a region ended before is not there', async () => {
  assert.deepEqual((await ask('/collections/wells/items?bbox=102.03,36,102.05,37')).body.features.map(one => one.id), ['well-03', 'well-04', 'well-05'])
  assert.deepEqual((await ask('/collections/wells/items?bbox=102.03,36,0,102.05,37,9')).body.features.length, 3)
  assert.deepEqual((await ask('/collections/wells/items?datetime=2020-02-01T00:00:00Z')).body.features.map(one => one.id), ['well-01'])
  assert.equal((await ask('/collections/wells/items?datetime=../2020-03-15')).body.features.length, 3)
  assert.equal((await ask('/collections/wells/items?datetime=2021-12-01T00:00:00Z/..')).body.features.length, 2)
  assert.equal((await ask('/collections/regions/items?bbox=101,35,104,38')).body.features.length, 0, 'what has no known area lies in no box')
  assert.equal((await ask('/collections/regions/items?datetime=2020-01-01')).body.features.length, 0)
  await world.database.owner(tx => tx.query(`update region set until = '2025-01-01' where code = '630202001002'`))
  const codes = async (when: string) => (await ask(`/collections/regions/items?level=village&datetime=${when}`)).body.features.map(one => one.id)
  assert.ok((await codes('2024-06-01')).includes('630202001002'))
  assert.ok(!(await codes('2026-06-01')).includes('630202001002'))
})

test('grids are found by a box that meets their area, and regions by the area that is known', async () => {
  // A corner of one village, drawn as two grids, of which one is the lower triangle of its box.
  const shapes = { '630202001001001': [[102.4, 36.47], [102.41, 36.47], [102.41, 36.48], [102.4, 36.47]], '630202001001002': [[102.41, 36.47], [102.42, 36.47], [102.42, 36.48], [102.41, 36.48], [102.41, 36.47]] }
  await world.database.owner(async tx => {
    for (const [code, ring] of Object.entries(shapes)) {
      await tx.query(`insert into region (code, listed, name, kind, pinyin, since) values ($1, '网格', '网格', 'grid', 'wang', '2024-01-01')`, [code])
      await tx.query(`insert into region_shape (county, code, since, shape, source) values ('630202', $1, '2024-01-01', $2::json, gen_random_uuid())`, [code, JSON.stringify({ type: 'Polygon', coordinates: [ring] })])
    }
    await tx.query('update reference_version set version = version + 1')
  })
  await world.site.directory.refresh(new Date())
  const found = async (query: string) => (await ask(`/collections/grids/items?${query}`)).body.features.map(one => one.id.slice(-3))
  assert.deepEqual(await found(''), ['001', '002'])
  assert.deepEqual(await found('bbox=102.4001,36.4751,102.4049,36.4799'), [], 'inside its box, outside its area')
  assert.deepEqual(await found('bbox=102.4051,36.4701,102.4052,36.4702'), ['001'])
  assert.deepEqual(await found('bbox=102.409,36.471,102.411,36.472'), ['001', '002'])
  assert.deepEqual(await found('bbox=102,36,103,37&limit=1'), ['001'])
  assert.deepEqual(await found('region=630203'), [])
  assert.deepEqual(await found('datetime=2023-12-31'), [])
  assert.equal((await ask<Page['features'][number]>('/collections/grids/items/630202001001002')).body.properties['path'], '海东市/乐都区/碾伯街道/东关社区/网格')
  assert.deepEqual((await ask('/collections/regions/items?bbox=102,36,103,37')).body.features.map(one => one.id), Object.keys(shapes))
})

test('a box meets a shape that it lies in, that lies in it, that it cuts, and none that only its box meets', () => {
  const ring = [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]] as const
  const hole = [[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]] as const
  const shape = { type: 'Polygon', coordinates: [ring, hole] } as const
  const meets = (box: Box): boolean => isInBox(shape, [0, 0, 10, 10], box)
  for (const box of [[1, 1, 2, 2], [-1, -1, 11, 11], [9, 9, 20, 20], [-5, 3, 15, 4], [10, 10, 11, 11], [3, 3, 5, 5]] as const) assert.ok(meets(box), String(box))
  for (const box of [[4.5, 4.5, 5.5, 5.5], [11, 0, 12, 10], [-3, -3, -1, -1]] as const) assert.ok(!meets(box), String(box))
  assert.ok(isInBox(shape, [0, 0, 10, 10], [170, -1, 5, 1]) && !isInBox(shape, [0, 0, 10, 10], [170, -1, -5, 1]), 'across the date line')
})

test('published matters and requests about public space go out, by their public facts', async () => {
  const [resident, dispatcher] = [await world.as('resident'), await world.as('dispatcher')]
  const ids: string[] = []
  for (const category of ['road-damage', 'road-damage', 'neighbours'] as const) {
    const { body } = await resident.step('/api/request/report', { input: { text: '王小明家门口有大坑', place: '630202001001' } })
    await dispatcher.step(`/api/matters/${body.id}/dispatch`, { seq: 1, input: { category, office: category === 'neighbours' ? '630202001001/committee' : '630202001/gov' } })
    ids.push(body.number)
  }
  const { body } = await ask('/collections/requests/items?limit=1')
  assert.equal(body.features[0]?.id, ids[1])
  const next = await ask(body.links.find(one => one.rel === 'next')?.href ?? '')
  assert.deepEqual(next.body.features.map(one => one.id), [ids[0]])
  assert.ok(!JSON.stringify([body, next.body]).includes('王小明'))
  assert.equal((await ask(`/collections/requests/items/${ids[2] ?? ''}`)).status, 404)
  assert.equal((await ask('/collections/requests/items?region=630203')).body.features.length, 0)
  assert.equal((await ask('/collections/matters/items')).body.features.length, 0, 'a request is no published matter')
  await world.database.owner(tx => tx.query('update matter set published = true where number = $1', [ids[0]]))
  const published = (await ask('/collections/matters/items?procedure=request&region=630202')).body.features
  assert.deepEqual(published.map(one => [one.properties['number'], one.properties['title']]), [[ids[0], '诉求']], 'a title that is not public itself stays')
})

test('what is public lies in the area of its village, not at its point; of a village not drawn it lies nowhere', async () => {
  const [resident, dispatcher] = [await world.as('resident'), await world.as('dispatcher')]
  const reported = async (place: string) => {
    const { body } = await resident.step('/api/request/report', { input: { text: '村口路面塌陷', place: place.slice(0, 12), point: { lon: 102.4123, lat: 36.4767, datum: 'wgs84' } } })
    await dispatcher.step(`/api/matters/${body.id}/dispatch`, { seq: 1, input: { category: 'road-damage', office: '630202001/gov' } })
    await world.database.owner(tx => tx.query('update matter set published = true, region = $2 where id = $1::uuid', [body.id, place]))
    return body
  }
  const [drawn, more, not] = [await reported('630202001001001'), await reported('630202001001'), await reported('630202001002')]
  for (const collection of ['requests', 'matters'] as const) {
    const idOf = (one: typeof drawn): string => (collection === 'requests' ? one.number : one.id)
    const found = async (bbox: string) => (await ask(`/collections/${collection}/items?bbox=${bbox}`)).body.features.map(one => one.id)
    const geometry = async (one: typeof drawn) => (await ask<Page['features'][number]>(`/collections/${collection}/items/${idOf(one)}`)).body.geometry
    assert.deepEqual(await geometry(drawn), { type: 'MultiPolygon', coordinates: [[[[102.4, 36.47], [102.41, 36.47], [102.41, 36.48], [102.4, 36.47]]], [[[102.41, 36.47], [102.42, 36.47], [102.42, 36.48], [102.41, 36.48], [102.41, 36.47]]]] }, 'its grids together, whichever of them it is in')
    assert.deepEqual([await geometry(more), await geometry(not)], [await geometry(drawn), null])
    const all = (await ask(`/collections/${collection}/items`)).body.features
    const inside = all.filter(one => one.geometry !== null).map(one => one.id)
    assert.ok(inside.includes(idOf(drawn)) && inside.includes(idOf(more)) && all.some(one => one.id === idOf(not)))
    assert.deepEqual(await found('102,36,103,37'), inside)
    assert.deepEqual(await found('102.4051,36.4701,102.4052,36.4702'), inside, 'anywhere in the village')
    assert.deepEqual([await found('102.4001,36.4751,102.4049,36.4799'), await found('103,36,104,37')], [[], []])
    const first = (await ask(`/collections/${collection}/items?bbox=102,36,103,37&limit=1`)).body
    assert.deepEqual(first.features.map(one => one.id), inside.slice(0, 1))
    assert.deepEqual((await ask(first.links.find(one => one.rel === 'next')?.href ?? '')).body.features.map(one => one.id), inside.slice(1, 2))
    assert.ok(!JSON.stringify(all).includes('102.4123'))
  }
})

test('what a township publishes lies in its own area, where that is drawn', () => {
  const areas = publicAreas(makeGrids([{ code: '630202001', shape: { type: 'Polygon', coordinates: [[[102, 36], [103, 36], [103, 37], [102, 36]]] }, schematic: false, since: '2024-01-01' }]))
  assert.deepEqual([areaOf(areas, '630202001')?.type, areaOf(areas, '630202001001'), areaOf(areas, '630202')], ['Polygon', null, null])
  assert.deepEqual([placesIn(areas, [102.9, 36.1, 103, 36.2]), placesIn(areas, [102, 36.9, 102.1, 37])], [['630202001'], []])
})

test('what the standard does not allow is refused, with what is wrong', async () => {
  for (const path of ['?colour=red', '?limit=0', '?limit=x', '?bbox=1,2,3', '?bbox=102,37,103,36', '?bbox=a,b,c,d', '?datetime=soon', '?datetime=../..', '?datetime=2026-02-01/2026-01-01', '?level=street', '?f=html', '?limit=1&limit=2']) {
    const { status, body } = await ask<Problem>(`/collections/regions/items${path}`)
    assert.deepEqual([path, status, body.faults?.length], [path, 400, 1])
  }
  const { body } = await ask('/collections/regions/items?limit=1')
  const cursor = new URL(body.links.find(one => one.rel === 'next')?.href ?? '').searchParams.get('cursor') ?? ''
  assert.equal((await ask<Problem>(`/collections/regions/items?limit=2&cursor=${cursor}`)).body.code, 'bad-cursor')
  for (const path of ['/collections/dragons', '/collections/dragons/items', '/collections/regions/items/9999']) assert.equal((await ask(path)).status, 404)
  assert.equal((await ask('/collections/regions/items?limit=999999')).status, 200, 'a page too large is made smaller')
})

const gdal = await run('ogrinfo', ['--version']).then(() => true, () => false)

test('GDAL reads it: layers, features over pages, a box, a feature with its names', { skip: gdal ? false : 'GDAL (gdal-bin) is not installed' }, async () => {
  const source = `OAPIF:${root}`
  const { stdout: layers } = await run('ogrinfo', ['-ro', source])
  for (const one of ['regions', 'grids', 'matters', 'requests', 'wells']) assert.ok(layers.includes(one), layers)
  const { stdout: all } = await run('ogrinfo', ['-ro', '-so', '-oo', 'PAGE_SIZE=7', source, 'wells'])
  assert.match(all, /Geometry: Point/)
  const geojson = async (...more: readonly string[]): Promise<Page> => JSON.parse((await run('ogr2ogr', ['-f', 'GeoJSON', '/vsistdout/', '-oo', 'PAGE_SIZE=4', ...more])).stdout) as Page
  assert.equal((await geojson(source, 'wells')).features.length, 25)
  assert.equal((await geojson('-spat', '102.03', '36', '102.05', '37', source, 'wells')).features.length, 3)
  const places = await geojson(source, 'regions')
  assert.equal(places.features.length, 12)
  assert.equal((await geojson('-spat', '102.4051', '36.4701', '102.4052', '36.4702', source, 'grids')).features[0]?.properties['code'], '630202001001001')
  assert.ok(places.features.some(one => one.properties['name'] === '东关社区'))
  const road = await geojson('-spat', '102.4051', '36.4701', '102.4052', '36.4702', source, 'requests')
  assert.ok(road.features.length > 0 && road.features.every(one => one.geometry !== null && one.properties['region'] === '630202001001'))
})

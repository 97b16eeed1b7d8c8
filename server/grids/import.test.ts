import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import packaged from 'gcoord'
import { fromPlane, isInside, planeAt } from '../../kernel/plane.ts'
import { system } from '../../kernel/post.ts'
import type { Position } from '../../kernel/shape.ts'
import { drawn, isSound, tryImport, writeImport } from '../../registers/grids/import.ts'
import { judge } from '../../registers/grids/judge.ts'
import type { Trial } from '../../registers/grids/trial.ts'
import { writeShapes } from '../../registers/grids/shapes.ts'
import { openDirectory } from '../../registers/live-directory.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { cgcs2000at102, shapefile, type Layer } from '../../test/helpers/shapefile.ts'
import { fillWorld } from '../../test/helpers/world.ts'
import { featuresIn } from './features.ts'
import { readFeatures } from './read.ts'

const gcoord = packaged as unknown as { transform(point: [number, number], from: string, to: string): [number, number]; readonly WGS84: string; readonly GCJ02: string }
const village = '630202001001'
const day = '2026-06-08'
const code = (no: number): string => village + String(no).padStart(3, '0')
const plane = planeAt([102.4, 36.48])
type Ring = readonly (readonly [number, number])[]
const box = (x: number, y: number, wide: number, high: number): Ring =>
  [[x, y], [x + wide, y], [x + wide, y + high], [x, y + high], [x, y]].map(([a = 0, b = 0]): Position => { const [lon, lat] = fromPlane(plane, [a, b]); return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7] })
const polygon = (...rings: readonly Ring[]) => ({ type: 'Polygon', coordinates: rings })
const feature = (no: number | string, geometry: unknown, name = `${no}号网格`) => ({ type: 'Feature', properties: { 网格编码: typeof no === 'number' ? code(no) : no, 网格名称: name }, geometry })
const geojson = (...features: readonly unknown[]): Buffer => Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))

const west = box(0, 0, 1000, 1000)
const east = box(1000, 0, 1000, 1000)
const rows: Layer['rows'] = [{ rings: [west], code: code(1), name: '西片网格' }, { rings: [east], code: code(2), name: '东片网格' }]
const gcj = (ring: Ring): Ring => ring.map(([x, y]) => { const [a, b] = gcoord.transform([x, y], gcoord.WGS84, gcoord.GCJ02); return [a, b] as const })

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  await database.scoped(system, tx => writeShapes(tx, '630202', [{ code: village, shape: { type: 'Polygon', coordinates: [box(0, 0, 2000, 1000)] }, schematic: false }], { since: '2026-01-01', source: randomUUID() }))
})
after(() => database.close())

const tried = async (bytes: Buffer, datum: 'wgs84' | 'gcj02' = 'wgs84', within = ''): Promise<Trial> => {
  const read = featuresIn(bytes)
  assert.ok('features' in read, 'why' in read ? read.why.en : '')
  const { now } = await openDirectory(database, new Date(`${day}T04:00:00Z`))
  return database.scoped(system, tx => tryImport(tx, now, read.features, { datum, day, within }))
}
const faults = async (...features: readonly unknown[]) => (await tried(geojson(...features))).faults.map(one => one.kind)

test('21.2: a zipped Shapefile is read with its names in Chinese, whether in UTF-8 or GBK, and covers its village', async () => {
  // 西片网格 and 东片网格 in GBK, which Node reads and does not write.
  const gbk = new Map([['西片网格', 'cef7c6accdf8b8f1'], ['东片网格', 'b6abc6accdf8b8f1']])
  for (const layer of [{ rows }, { rows, cpg: 'UTF-8' }, { rows, text: (value: string) => Buffer.from(gbk.get(value) ?? Buffer.from(value).toString('hex'), 'hex') }]) {
    const trial = await tried(shapefile(layer))
    assert.deepEqual([trial.draw.map(one => [one.code, one.name]), trial.faults], [[[code(1), '西片网格'], [code(2), '东片网格']], []])
    assert.deepEqual(trial.covers.map(one => [one.village, one.bounded, one.gaps, one.overlaps]), [[village, true, [], []]])
  }
})

test('a Shapefile in metres on CGCS2000 comes out in degrees, at its place', async () => {
  // 102.4° E, 36.48° N on the three-degree zone of 102° E, reckoned by the series of Gauss and Krüger.
  const corner: readonly [number, number] = [535_845.74, 4_038_879.52]
  const ring: Ring = [[0, 0], [900, 0], [900, 900], [0, 900], [0, 0]].map(([x = 0, y = 0]) => [corner[0] + x, corner[1] + y] as const)
  const read = featuresIn(shapefile({ rows: [{ rings: [ring], code: code(1), name: '西片网格' }], prj: cgcs2000at102 }))
  assert.ok('features' in read)
  const [lon = 0, lat = 0] = (read.features[0]?.geometry as { readonly coordinates: readonly (readonly (readonly number[])[])[] }).coordinates[0]?.[0] ?? []
  assert.ok(Math.abs(lon - 102.4) < 2e-7 && Math.abs(lat - 36.48) < 2e-7, `${lon} ${lat}`)
})

test('what can’t be read is refused in words: old datums, no table, several layers, no archive, damaged files', async () => {
  const why = async (bytes: Buffer): Promise<string> => { const read = await readFeatures(bytes); return 'why' in read ? read.why.en : assert.fail('was read') }
  assert.match(await why(shapefile({ rows, prj: cgcs2000at102.replaceAll('CGCS2000', 'Xian_1980').replaceAll('China_2000', 'Xian_1980') })), /Beijing 1954 or Xi’an 1980/)
  assert.match(await why(shapefile({ rows, prj: 'GEOGCS["North_American_1983"]' })), /not known/)
  assert.match(await why(Buffer.from('{"type":"FeatureCollection"')), /no valid GeoJSON/)
  assert.match(await why(geojson()), /holds no feature/)
  assert.match(await why(Buffer.from(JSON.stringify({ type: 'FeatureCollection', crs: { properties: { name: 'EPSG:3857' } }, features: [feature(1, null)] }))), /no longitudes/)
  assert.match(await why(shapefile({ rows }).subarray(0, 400)), /can’t be read/)
  const damaged = shapefile({ rows })
  damaged.writeInt32BE(-50, damaged.indexOf(Buffer.from([0, 0, 0x27, 0x0a])) + 104)
  assert.match(await why(damaged), /damaged/)
  const noPrj = await readFeatures(shapefile({ rows, prj: '' }))
  assert.match('warnings' in noPrj ? noPrj.warnings[0]?.en ?? '' : '', /no .prj/)
})

test('21.2: bad geometry is refused with its feature and its place', async () => {
  const bow = polygon([west[0], west[2], west[1], west[3], west[0]].filter(one => one !== undefined))
  assert.deepEqual(await faults(feature(1, polygon(west.slice(0, 4)))), ['unclosed'])
  assert.deepEqual(await faults(feature(1, bow)), ['crossing'])
  assert.deepEqual(await faults(feature(1, polygon(west.map(([lon, lat]) => [lat, lon] as const)))), ['swapped'])
  assert.deepEqual(await faults(feature(1, polygon(west.map(([lon, lat]) => [lon * 100000, lat * 100000] as const)))), ['abroad'])
  assert.deepEqual(await faults(feature(1, polygon(box(500, 0, 1800, 1000)))), ['outside'])
  assert.deepEqual(await faults(feature(1, polygon(west, box(100, 100, 300, 300)))), ['hole'])
  assert.deepEqual(await faults(feature(1, polygon(west, box(100, 100, 300, 300))), feature(2, polygon(box(100, 100, 300, 300)))), [], 'a hole that another grid fills is none')
  assert.deepEqual(await faults(feature(1, polygon(west)), feature(1, polygon(east))), ['twice'])
  assert.deepEqual(await faults(feature('630202001999001', polygon(west))), ['village'])
  assert.deepEqual(await faults(feature('12', polygon(west))), ['code'])
  assert.deepEqual(await faults(feature(1, { type: 'Point', coordinates: [102.4, 36.48] })), ['form'])
  const many = Array.from({ length: 5002 }, (_, i): readonly [number, number] => [102.4 + 0.001 * Math.cos((i / 5001) * 2 * Math.PI), 36.485 + 0.001 * Math.sin((i / 5001) * 2 * Math.PI)])
  assert.deepEqual(await faults(feature(1, polygon([...many, many[0] ?? [0, 0]]))), ['points'])
  const trial = await tried(geojson(feature(1, bow), feature(2, polygon(box(1000, 0, 1200, 1000)))))
  assert.deepEqual(trial.faults.map(one => [one.feature, one.code, one.grave]), [[1, code(1), true], [2, code(2), true]])
  const middle = fromPlane(plane, [500, 500])
  const [crossing, outside] = trial.faults
  assert.ok(crossing?.at && Math.hypot((crossing.at[0] - middle[0]) * plane.perLon, (crossing.at[1] - middle[1]) * plane.perLat) < 5, 'where it crosses itself')
  assert.ok(outside?.at && outside.shape && isInside(outside.shape, outside.at) && !isInside({ type: 'Polygon', coordinates: [box(0, 0, 2000, 1000)] }, outside.at), 'the part that stands out')
  assert.equal((JSON.stringify(drawn(trial)).match(/"Feature"/g) ?? []).length, 3)
  assert.deepEqual(isSound(trial), false)
})

test('GCJ-02 is converted where it is declared, and where it is not, its shift against the village is refused, with what lies off drawn', async () => {
  const declared = await tried(geojson(feature(1, polygon(gcj(west))), feature(2, polygon(gcj(east)))), 'gcj02')
  assert.deepEqual([declared.faults, declared.covers[0]?.gaps], [[], []])
  const [x, y] = (declared.draw[0]?.shape as { coordinates: readonly (readonly Position[])[] }).coordinates[0]?.[0] ?? [0, 0]
  assert.ok(Math.abs(x - (west[0]?.[0] ?? 0)) < 1e-5 && Math.abs(y - (west[0]?.[1] ?? 0)) < 1e-5)
  const not = await tried(geojson(feature(1, polygon(gcj(west))), feature(2, polygon(gcj(east)))))
  assert.ok(not.faults.some(one => one.kind === 'datum' && one.grave && one.shape && one.why.en.includes('GCJ-02')))
  const twice = await tried(geojson(feature(1, polygon(west)), feature(2, polygon(east))), 'gcj02')
  assert.ok(twice.faults.some(one => one.kind === 'datum' && one.why.en.includes('twice')))
})

test('21.2: where no boundary of the village is known, a wrong datum is refused against the surveyed grids that stand; those drawn wrong before can be put right', async () => {
  const far = '630202101201'
  const [one, two] = [box(9000, 0, 1000, 1000), box(10000, 0, 1000, 1000)]
  const file = (rings: readonly Ring[]): Buffer => geojson(...rings.map((ring, i) => feature(`${far}00${i + 1}`, polygon(ring), `${i + 1}号网格`)))
  const stand = async (rings: readonly Ring[], since: string, schematic = false): Promise<void> => {
    const trial = await tried(file(rings))
    await database.scoped(system, tx => writeImport(tx, trial, { since, source: randomUUID(), schematic }))
  }
  const shift = async (rings: readonly Ring[], datum: 'wgs84' | 'gcj02' = 'wgs84') => (await tried(file(rings), datum)).faults.map(({ kind, grave, shape }) => [kind, grave, shape?.type])
  await stand([one, two], '2026-05-01', true)
  assert.deepEqual(await shift([gcj(one), gcj(two)]), [], 'a sketch says nothing of a datum')
  await stand([one, two], '2026-05-02')
  assert.deepEqual(await shift([gcj(one), gcj(two)]), [['datum', true, 'MultiPolygon']])
  assert.deepEqual(await shift([gcj(one), gcj(two)], 'gcj02'), [])
  assert.deepEqual(judge([{ code: `${far}003`, name: '合并网格', shape: { type: 'Polygon', coordinates: [gcj(box(9000, 0, 2000, 1000))] } }], {
    boundary: () => undefined, beside: [], before: [one, two].map((ring, i) => ({ code: `${far}00${i + 1}`, shape: { type: 'Polygon', coordinates: [ring] }, schematic: false, since: day })), outside: 0, sliver: { area: 0, width: 0 },
  }).map(({ kind, grave }) => [kind, grave]), [['datum', true]], 'nor are grids merged under a wrong datum')
  await stand([gcj(one), gcj(two)], '2026-05-03')
  assert.deepEqual(await shift([one, two]), [['datum', false, 'MultiPolygon']])
})

test('who may import only inside their area is told of what lies elsewhere', async () => {
  const trial = await tried(geojson(feature(1, polygon(west))), 'wgs84', '630202001002')
  assert.deepEqual(trial.faults.map(one => [one.kind, one.why.en.includes('outside your area')]), [['village', true]])
})

test('a sound file is written whole: grids, and boundaries that later grids are held to', async () => {
  const other = '630202001002'
  const trial = await tried(geojson(feature(1, polygon(west)), feature(2, polygon(east)), feature(other, polygon(box(2000, 0, 1000, 1000)), '')))
  assert.deepEqual([trial.faults, trial.bounds.map(one => one.code)], [[], [other]])
  await database.scoped(system, tx => writeImport(tx, trial, { since: day, source: randomUUID(), schematic: false }))
  const { now, grids } = await openDirectory(database, new Date(`${day}T04:00:00Z`))
  assert.deepEqual(now.children(village).map(one => one.name), ['1号网格', '2号网格'])
  assert.equal(grids.locator.find(fromPlane(plane, [1500, 500])), code(2))
  const again = await tried(geojson(feature(1, polygon(box(0, 0, 990, 1000)), ''), feature(`${other}001`, polygon(box(1900, 0, 500, 1000)))))
  assert.deepEqual([again.redraw.map(one => [one.code, one.name]), again.draw.map(one => one.code), again.faults.map(one => one.kind)], [[[code(1), '1号网格']], [`${other}001`], ['outside']])
  assert.deepEqual(again.covers.map(one => [one.village, one.gaps.length]), [[village, 1], [other, 1]])
})

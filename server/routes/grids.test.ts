import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { fromPlane, planeAt } from '../../kernel/plane.ts'
import { system } from '../../kernel/post.ts'
import type { Position } from '../../kernel/shape.ts'
import { writeRegions } from '../../registers/grids/change.ts'
import { writeHouseholds } from '../../registers/grids/households.ts'
import { writeShapes } from '../../registers/grids/shapes.ts'
import { makeHouse } from '../assemble.ts'
import { uploadTo } from '../../test/helpers/multipart.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import { shapefile } from '../../test/helpers/shapefile.ts'
import { act } from '../../store/act.ts'
import { keysFrom } from '../../store/seal.ts'
import { took } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { people, secret } from '../../test/helpers/world.ts'
import type { GridWorkersView, MatterView, Problem } from '../wire.ts'
import type { CoverView, GridImport, GridJudged, GridMap, Located, MatterPoints } from '../wire/grids.ts'

const village = '630202001001'
const code = (no: number): string => village + String(no).padStart(3, '0')
const plane = planeAt([102.4, 36.48])
const at = (x: number, y: number): Position => { const [lon, lat] = fromPlane(plane, [x, y]); return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7] }
const point = (x: number, y: number) => { const [lon, lat] = at(x, y); return { lon, lat, datum: 'wgs84' } }
const box = (x: number, y: number, wide: number, high: number) => ({ type: 'Polygon' as const, coordinates: [[at(x, y), at(x + wide, y), at(x + wide, y + high), at(x, y + high), at(x, y)]] })
const now = instant('2026-06-08 10:00')

let world: TestSite
before(async () => {
  world = await openTestSite()
  world.setNow(now)
  const began = { since: '2026-01-01', source: randomUUID() }
  await world.database.scoped(system, async tx => {
    await writeRegions(tx, [{ code: code(1), name: '西片网格' }, { code: code(2), name: '东片网格' }], began.since)
    await writeShapes(tx, '630202', [
      { code: village, shape: box(0, 0, 2000, 1000), schematic: false }, { code: code(1), shape: box(0, 0, 1010, 1000), schematic: false }, { code: code(2), shape: box(1000, 0, 900, 1000), schematic: true },
    ], began)
    await tx.query(`insert into household (county, id, code, village, team, address, since, invented) select '630202', gen_random_uuid(), $1 || '-' || lpad(n::text, 4, '0'), $1, case when n <= 3 then '一社' else '二社' end, n || '号', '2023-02-01', true from generate_series(1, 5) n`, [village])
    await writeHouseholds(tx, '630202', [{ code: code(1), name: '西片网格', teams: ['一社'] }], began)
  })
  await world.site.directory.refresh(now)
})
after(() => world.close())

test('21.2: the map of a place holds its grids, its boundary and what stands open in each, for who has that area', async () => {
  const dispatcher = await world.as('dispatcher')
  const { body } = await dispatcher.get<GridMap>('/api/grids?region=630202001')
  assert.deepEqual(body.grids.map(one => [one.region.code, one.shape !== undefined, one.schematic ?? false]), [[code(1), true, false], [code(2), true, true], ['630202001002', false, false]], 'a village without grids stands for itself')
  assert.deepEqual([body.bounds.map(one => one.region.code), body.tiles], [[village], undefined])
  assert.deepEqual((await (await world.as('committee')).get<GridMap>('/api/grids')).body.grids.map(one => one.region.code), [code(1), code(2)])
  assert.deepEqual((await (await world.as('countyLead')).get<GridMap>('/api/grids')).body.grids.map(one => one.region.code), ['630202001', '630202101'])
  for (const [who, region] of [['resident', village], ['transport', '630202'], ['westCommittee', village], ['otherDispatcher', village]] as const) assert.equal((await (await world.as(who)).get(`/api/grids?region=${region}`)).status, 403, who)
  assert.equal((await dispatcher.get('/api/grids?region=639999')).status, 404)
})

test('21.2: the coverage check names, measures and draws each gap and overlap, and households in no grid', async () => {
  const { body } = await (await world.as('committee')).get<CoverView>(`/api/grids/cover?region=${village}`)
  assert.deepEqual([body.bounded, body.schematic, Math.round(body.area / 1e4)], [true, true, 200])
  assert.deepEqual([body.gaps.map(one => [one.name, Math.round(one.area / 1e3), one.grids.map(grid => grid.code)]), body.overlaps.map(one => [one.name, Math.round(one.area / 1e3)])], [[['Gap 1', 100, [code(2)]]], [['Overlap 1', 10]]])
  assert.deepEqual(body.households.map(one => [one.team, one.grids.length]), [['二社', 0], ['二社', 0]])
  assert.deepEqual([body.band, body.sizes.map(one => [one.region.code, one.households, one.side])], [{ least: 50, most: 300 }, [[code(1), 3, 'below']]], 'of moderate size, as data')
  const township = (await (await world.as('dispatcher')).get<CoverView>('/api/grids/cover?region=630202001')).body
  assert.deepEqual([township.bounded, township.without.map(one => one.code)], [false, ['630202001002']])
  assert.equal((await (await world.as('deputy')).get<CoverView>(`/api/grids/cover?region=${village}`)).body.households.length, 0, 'no roll for a deputy')
  assert.equal((await (await world.as('countyLead')).get('/api/grids/cover?region=630202')).status, 404)
})

test('21.2, 21.3: where grid workers are wanting stands beside which grids are too large or too small for one; a county sets its own band', async () => {
  const view = async () => (await (await world.as('dispatcher')).get<GridWorkersView>('/api/grid-workers?region=630202001')).body
  const outside = ({ rows }: GridWorkersView) => rows.flatMap(row => row.outside).filter(one => one.grid.code === code(1)).map(one => one.households)
  assert.deepEqual(outside(await view()), [3])
  const adopts = (name: string, value: number, since = '2026-01-01') => world.database.owner(tx => tx.query(
    `insert into rule_row (id, name, since, value, unit, kind, source_zh, source_en, checked, confirmed) values (gen_random_uuid(), $1, $3::date, $2::text::jsonb, 'count', 'local', '县方案', 'a plan of the county', '2026-01-01', true)`, [name, String(value), since]))
  await adopts('grid.households-least', 1)
  await adopts('grid.households-most', 2)
  assert.deepEqual([(await view()).band, outside(await view())], [{ least: 1, most: 2 }, [3]])
  await adopts('grid.households-most', 3, '2026-02-01')
  assert.deepEqual(outside(await view()), [], 'of moderate size by what the county adopted')
  await world.database.owner(tx => tx.query(`delete from rule_row where name like 'grid.households%'`))
  const left = (until: string | null) => world.database.owner(tx => tx.query(
    'update household set until = $2::date where id = (select household from grid_household where grid = $1 order by household limit 1)', [code(1), until]))
  await left('2026-01-01')
  const cover = (await (await world.as('committee')).get<CoverView>(`/api/grids/cover?region=${village}`)).body
  assert.deepEqual([outside(await view()), cover.sizes.map(one => one.households)], [[2], [2]], 'one that left the register is counted by neither')
  await left(null)
})

test('21.2: a point is located in its grid; near a border both are offered, and the choice is kept in the matter', async () => {
  const resident = await world.as('resident')
  const located = async (x: number, y: number) => (await resident.post<Located>('/api/grids/locate', point(x, y))).body.grids.map(one => one.region.code)
  assert.deepEqual([await located(500, 500), await located(1005, 500), await located(1950, 500)], [[code(1)], [code(1), code(2)], []])
  const { house } = await makeHouse(world.database, keysFrom(secret), world.site.directory)
  const reports = async (place: string, x: number): Promise<string> => took(await act(house, people.resident, { id: randomUUID(), procedure: 'request', step: 'report', input: { text: '路灯不亮，晚上看不见路', place, point: point(x, 500) } }, now)).id
  const facts = async (id: string) => { const { body } = await resident.get<MatterView>(`/api/matters/${id}`); return [body.region.code, body.allFacts.find(one => one.fact === 'borders')?.value] }
  assert.deepEqual(await facts(await reports(village, 500)), [code(1), undefined], 'the village was named, and the point lies in one grid')
  assert.deepEqual(await facts(await reports(village, 1005)), [village, [code(1), code(2)]], 'near the border nobody chooses for them')
  assert.deepEqual(await facts(await reports(code(2), 1005)), [code(2), [code(1), code(2)]])
  assert.deepEqual(await facts(await reports(code(2), 500)), [code(2), [code(1)]], 'another grid was named than the point’s: both are kept')
})

test('21.2, 34.2: a hazard whose point lies in another township than its place is read there too', async () => {
  const { house } = await makeHouse(world.database, keysFrom(secret), world.site.directory)
  const found = took(await act(house, people.resident, { id: randomUUID(), procedure: 'hazard', step: 'find', input: { what: '路基塌陷半米', kind: 'road', place: '630202101201', point: point(500, 500) } }, now)).id
  const { status, body } = await (await world.as('handler')).get<MatterView>(`/api/matters/${found}`)
  assert.deepEqual([status, body.region.code, body.holder?.office.code, body.allFacts.find(one => one.fact === 'borders')?.value], [200, '630202101201', '630202101/gov', [code(1)]])
  assert.equal((await (await world.as('westCommittee')).get(`/api/matters/${found}`)).status, 404, 'and not all over that township')
})

test('open matters with a point come to who reads what is internal there, and nobody else', async () => {
  const { body } = await (await world.as('dispatcher')).get<MatterPoints>('/api/grids/matters?procedure=request')
  assert.deepEqual([body.rows.length, body.more, body.rows[0]?.title], [4, false, '路灯不亮，晚上看不见路'])
  assert.deepEqual((await (await world.as('gridWorker')).get<MatterPoints>('/api/grids/matters')).body.rows.length, 4)
  assert.deepEqual((await (await world.as('dispatcher')).get<MatterPoints>(`/api/grids/matters?region=${code(1)}`)).body.rows.length, 1)
  assert.deepEqual((await (await world.as('dispatcher')).get<MatterPoints>('/api/grids/matters?due=late')).body.rows, [])
  const dispatcher = await world.as('dispatcher')
  const found = async (query: string): Promise<number> => (await dispatcher.get<MatterPoints>(`/api/grids/matters?${query}`)).body.rows.length
  assert.deepEqual([await found('stage=triage'), await found('stage=triage,handling'), await found('stage=handling'), await found('procedure=hazard'), await found('scope=office'), await found('scope=mine')], [4, 4, 0, 0, 4, 0])
  const sought = async (body: object) => (await dispatcher.post<MatterPoints>('/api/grids/matters/search', body)).body.rows
  assert.deepEqual([(await sought({ q: '路灯' })).length, (await sought({ q: '水管爆裂' })).length, (await sought({ term: 'category:waste' })).length], [4, 0, 0])
  // The map and the queue are one list: what one finds under a filter the other finds, of what has a point.
  for (const query of ['scope=office', 'stage=triage', `region=${code(1)}`, 'due=week']) {
    const { rows } = (await dispatcher.get<{ readonly rows: readonly { readonly id: string }[] }>(`/api/matters?limit=200&${query}`)).body
    const points = (await dispatcher.get<MatterPoints>(`/api/grids/matters?${query}`)).body.rows.map(one => one.id)
    assert.deepEqual(points, rows.map(row => row.id).filter(id => points.includes(id)), query)
  }
  for (const who of ['resident', 'deputy', 'transport', 'westCommittee'] as const) assert.equal((await (await world.as(who)).get(`/api/grids/matters?region=${village}`)).status, 403, who)
})

test('21.2: a file is read on trial over the desk: its datum said, its faults placed, nothing kept', async () => {
  const committee = await world.as('committee')
  const ring = box(1900, 0, 100, 1000).coordinates[0] ?? []
  const bytes = shapefile({ rows: [{ rings: [ring], code: code(3), name: '河滩网格' }, { rings: [box(3000, 0, 100, 100).coordinates[0] ?? []], code: '630202001002001', name: '别村' }] })
  const upload = (who: typeof committee, datum: string | undefined, file = bytes) => uploadTo<GridImport & Problem>(who, '/api/grids/import', file, 'wangge.zip', datum === undefined ? {} : { datum })
  const { body } = await upload(committee, 'wgs84')
  assert.deepEqual([body.draw.map(one => [one.code, one.name]), body.faults.map(one => [one.feature, one.kind])], [[[code(3), '河滩网格']], [[2, 'village']]])
  assert.deepEqual(body.covers.map(one => [one.gaps.length, one.overlaps.length]), [[0, 1]])
  assert.match((await upload(committee, undefined)).body.faults[0]?.why.en ?? '', /say the datum/)
  assert.match((await upload(committee, 'wgs84', Buffer.from('{}'))).body.faults[0]?.why.en ?? '', /GeoJSON/)
  assert.equal((await upload(await world.as('resident'), 'wgs84')).status, 403)
  const opened = await committee.step('/api/grid-change/propose', { input: { change: 'draw', place: village, grids: body.draw, since: '2026-06-20', reason: '按测绘成果划分网格' } })
  assert.equal(opened.status, 200, opened.text)
})

test('21.2: grids are judged as they are drawn, by who may propose them: what is wrong has its place, and nothing is kept', async () => {
  const committee = await world.as('committee')
  const judged = (grids: readonly object[], who = committee) => who.post<GridJudged & Problem>('/api/grids/judge', { place: village, grids })
  const [a, b, c, d] = box(0, 0, 500, 500).coordinates[0] ?? []
  const bow = { type: 'Polygon', coordinates: [[a, c, b, d, a]] }
  const crossed = (await judged([{ code: '009', name: '错', shape: bow }])).body
  assert.deepEqual(crossed.faults.map(one => [one.code, one.kind, one.grave, one.at !== undefined]), [[code(9), 'crossing', true, true]])
  const several = { type: 'MultiPolygon', coordinates: [box(0, 0, 1000, 1000).coordinates, [...box(1000, 0, 1000, 1000).coordinates, ...box(1200, 200, 100, 100).coordinates]] }
  const holed = (await judged([{ code: '001', name: '西片', shape: several }])).body
  assert.deepEqual([holed.faults.map(one => one.kind), holed.overlaps.length], [[], 1], 'the hole lies in another grid, and the rest overlaps it')
  assert.match((await judged([{ code: '009', name: '错', shape: { type: 'Polygon', coordinates: [[a, b]] } }])).body.faults[0]?.why.en ?? '', /not closed|three different/)
  assert.equal((await judged([{ code: '630202001002001', name: '别村', shape: bow }])).status, 400)
  for (const who of ['resident', 'westCommittee', 'deputy'] as const) assert.equal((await judged([{ code: '009', name: '错', shape: bow }], await world.as(who))).status, 403, who)
})

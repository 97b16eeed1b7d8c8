import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fromPlane, planeAt } from '../../kernel/plane.ts'
import { openTestSite, type TestSite } from '../../test/helpers/site.ts'
import type { GridImport } from '../wire/grids.ts'

// A survey of a thousand grids is judged while the server answers others: told by the order of answers, by no clock. How long a county's takes: `bench/results/grids-import.md`.

let world: TestSite
const villages = Array.from({ length: 10 }, (_, i) => `6302020019${String(i).padStart(2, '0')}`)
const plane = planeAt([102.4, 36.48])

before(async () => {
  world = await openTestSite()
  await world.database.owner(async tx => {
    await tx.query(`insert into region (code, listed, name, kind, pinyin, since) select value, value, value, 'village', value, '2023-06-30' from jsonb_array_elements_text($1::text::jsonb)`, [JSON.stringify(villages)])
    await tx.query('update reference_version set version = version + 1')
  })
  await world.site.directory.refresh(new Date())
})
after(() => world.close())

/** A square of a hundred metres whose border has so many points. */
const square = (x: number, y: number, points: number): readonly (readonly number[])[] => {
  const side = points / 4
  const along = Array.from({ length: side }, (_, i) => (i / side) * 100)
  const ring = [...along.map(d => [x + d, y]), ...along.map(d => [x + 100, y + d]), ...along.map(d => [x + 100 - d, y + 100]), ...along.map(d => [x, y + 100 - d])]
  return [...ring, ...ring.slice(0, 1)].map(([a = 0, b = 0]) => fromPlane(plane, [a, b]).map(degrees => Math.round(degrees * 1e7) / 1e7))
}

const survey = (): Blob => new Blob([JSON.stringify({
  type: 'FeatureCollection',
  features: villages.flatMap((village, v) => Array.from({ length: 100 }, (_, i) => ({
    type: 'Feature', properties: { code: village + String(i + 1).padStart(3, '0'), name: `第${i + 1}网格` }, geometry: { type: 'Polygon', coordinates: [square((i % 25) * 100, v * 2000 + Math.floor(i / 25) * 100, 200)] },
  }))),
})])

type Line = { readonly progress?: { readonly done: number; readonly of: number }; readonly result?: GridImport; readonly problem?: object }

test('21.2: while a large file is judged, others are answered, and who waits is told how far it is', async () => {
  const { cookie } = await world.as('countyLead')
  const origin = await world.app.listen({ port: 0, host: '127.0.0.1' })
  const headers = { cookie, 'x-requested-with': 'shanzhi', accept: 'application/x-ndjson' }
  const form = new FormData()
  form.append('datum', 'wgs84')
  form.append('file', survey(), 'xian.geojson')
  const reply = await fetch(`${origin}/api/grids/import`, { method: 'POST', headers, body: form })
  assert.equal(reply.status, 200)
  const order: string[] = []
  let other: Promise<void> | undefined
  let found: GridImport | undefined
  let last = { done: 0, of: 0 }
  const heard = (line: Line): void => {
    if (line.progress) {
      assert.ok(line.progress.done >= last.done)
      last = line.progress
      // Asked once judging has begun; had it held the server up, the result would be here first.
      other ??= fetch(`${origin}/api/me`, { headers: { cookie } }).then(async one => { assert.equal(one.status, 200); await one.text(); order.push('another') })
    }
    assert.equal(line.problem, undefined)
    if (line.result) { found = line.result; order.push('the import') }
  }
  let rest = ''
  for await (const chunk of (reply.body ?? assert.fail()).pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) heard(JSON.parse(line) as Line)
  }
  await other
  assert.deepEqual(order, ['another', 'the import'])
  assert.deepEqual([found?.features, found?.draw.length, found?.faults.length], [1000, 1000, 0])
  assert.deepEqual(found?.covers.map(one => [one.gaps.length, one.overlaps.length]), villages.map(() => [0, 0]))
  assert.deepEqual(last, { done: 1010, of: 1010 })
})

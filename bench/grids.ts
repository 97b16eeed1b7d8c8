import { legalDay } from '../kernel/calendar.ts'
import { system } from '../kernel/post.ts'
import { fromPlane, isInside, planeAt } from '../kernel/plane.ts'
import type { Position, Shape } from '../kernel/shape.ts'
import { writeRegions } from '../registers/grids/change.ts'
import { cover } from '../registers/grids/cover.ts'
import { makeLocator, type Locator } from '../registers/grids/locate.ts'
import { makeGrids, readShapes, writeShapes } from '../registers/grids/shapes.ts'
import { randomFor } from '../registers/demo/random.ts'
import { installReference } from '../registers/reference.ts'
import { openTestDatabase } from '../test/helpers/database.ts'
import type { Bench } from './parts/bench.ts'
import { here, loads, neighbours } from './parts/machine.ts'
import { list, table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { keep } from './parts/results.ts'
import { CannotMeasure, say } from './parts/say.ts'
import { median } from './parts/stats.ts'

/** Corners of a side between two crossings of the lattice: borders run along streams and lanes. */
const bends = 12
/** Metres of a grid’s side. */
const side = 400

type Drawn = { readonly code: string; readonly shape: Shape }

/** `n` × `n` grids with crooked borders that neighbours share, around Haidong. */
const lattice = (n: number): readonly Drawn[] => {
  const plane = planeAt([102.4, 36.48])
  const at = (x: number, y: number): Position => { const [lon, lat] = fromPlane(plane, [x - (n * side) / 2, y - (n * side) / 2]); return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7] }
  const line = (key: string, along: 'x' | 'y', i: number, j: number): readonly Position[] => {
    const random = randomFor(1, key, i, j)
    return Array.from({ length: bends + 1 }, (_, k) => {
      const [run, off] = [(k / bends) * side, k === 0 || k === bends ? 0 : (random.next() - 0.5) * 60]
      return along === 'x' ? at(i * side + run, j * side + off) : at(i * side + off, j * side + run)
    })
  }
  return Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [k % n, Math.floor(k / n)]
    const ring = [...line('h', 'x', i, j), ...line('v', 'y', i + 1, j).slice(1), ...line('h', 'x', i, j + 1).toReversed().slice(1), ...line('v', 'y', i, j).toReversed().slice(1)]
    return { code: `630202001${String(201 + Math.floor(k / 100)).padStart(3, '0')}${String((k % 100) + 1).padStart(3, '0')}`, shape: { type: 'Polygon', coordinates: [ring] } }
  })
}

const seconds = (work: () => unknown): number => { const began = performance.now(); work(); return (performance.now() - began) / 1000 }

const check = (locator: Locator, grids: readonly Drawn[], points: readonly Position[]): void => {
  for (const point of points.slice(0, 200)) {
    const brute = grids.filter(one => isInside(one.shape, point)).map(one => one.code).toSorted()[0]
    if (locator.find(point) !== brute) throw new CannotMeasure(`found ${String(locator.find(point))}, but it is ${String(brute)}`)
  }
}

const fromDatabase = async (grids: readonly Drawn[]): Promise<readonly [read: number, index: number]> => {
  const database = await openTestDatabase()
  try {
    const since = '2023-02-01'
    await database.scoped(system, async tx => {
      await installReference(tx)
      const villages = [...new Set(grids.map(one => one.code.slice(0, 12)))]
      await tx.query(`insert into region (code, listed, name, kind, pinyin, since) select value, value, value, 'village', value, '2023-02-01' from jsonb_array_elements_text($1::text::jsonb) on conflict do nothing`, [JSON.stringify(villages)])
      await writeRegions(tx, grids.map(({ code }) => ({ code, name: '网格' })), since)
      await writeShapes(tx, '630202', grids.map(one => ({ ...one, schematic: false })), { since, source: randomFor(1).uuid() })
    })
    const began = performance.now()
    const rows = await database.scoped(system, tx => readShapes(tx, legalDay(new Date())))
    const read = (performance.now() - began) / 1000
    return [read, seconds(() => makeGrids(rows))]
  } finally {
    await database.close()
  }
}

const run = async (options: Options): Promise<void> => {
  const before = [here(), `Node ${process.version}; one thread; before measuring: load ${loads()}; others at work: ${neighbours()}`]
  const [n, count, runs] = [Math.round(Math.sqrt(options.whole('grids'))), options.whole('points'), options.whole('runs')]
  const grids = lattice(n)
  const corners = grids[0]?.shape.coordinates.flat(1).length ?? 0
  const random = randomFor(7, 'points')
  const plane = planeAt([102.4, 36.48])
  const points = Array.from({ length: count }, (): Position => fromPlane(plane, [(random.next() - 0.5) * n * side, (random.next() - 0.5) * n * side]))
  let locator = makeLocator(grids)
  check(locator, grids, points)
  const builds = Array.from({ length: runs }, () => seconds(() => { locator = makeLocator(grids) }))
  const finds = Array.from({ length: runs }, () => seconds(() => { for (const point of points) locator.find(point) }))
  const nears = Array.from({ length: runs }, () => seconds(() => { for (const point of points) locator.near(point, 20) }))
  say(`find ${Math.round(count / median(finds))}/s`)
  const village = grids.slice(0, 10)
  const township = grids.slice(0, 100)
  const covers = [village, township, grids.slice(0, 1000)].map(some => ({ n: some.length, s: seconds(() => cover(some, undefined, { area: 20, width: 0.1 })) }))
  const [read, index] = await fromDatabase(grids)
  const rate = (taken: readonly number[]): string => Math.round(count / median(taken)).toLocaleString('en')
  await keep('grids.md', [
    '# Locating points in grids', list(before),
    `${grids.length.toLocaleString('en')} grids of ${corners} corners each with crooked borders that neighbours share; ${count.toLocaleString('en')} points spread evenly, in a shuffled order; medians of ${runs} runs. The first 200 points were held against looking at every grid in turn.`,
    table(['what', 'median', 'slowest run'], [
      ['build the index, s', median(builds).toFixed(3), Math.max(...builds).toFixed(3)],
      ['grid of a point, points/s', rate(finds), Math.round(count / Math.max(...finds)).toLocaleString('en')],
      ['grids within 20 m of a point with their distances, points/s', rate(nears), Math.round(count / Math.max(...nears)).toLocaleString('en')],
    ]),
    `At start-up: reading the areas from the database ${read.toFixed(3)} s, everything in memory ${index.toFixed(3)} s.`,
    table(['coverage check of', 's'], covers.map(one => [`${one.n.toLocaleString('en')} grids`, one.s.toFixed(3)])),
  ].join('\n\n'))
}

export const grids: Bench = {
  about: 'locating points in grids, making the index, and the coverage check',
  options: {
    grids: { preset: '10000', about: 'how many grids (a square number)' },
    points: { preset: '1000000', about: 'how many points' },
    runs: { preset: '5', about: 'how often each is measured' },
  },
  run,
}

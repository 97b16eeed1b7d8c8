import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fromPlane, planeAt } from '../kernel/plane.ts'
import { codesIn, judgeFile, type Around, type Reading } from '../registers/grids/trial.ts'
import { featuresIn } from '../server/grids/features.ts'
import { judgeApart } from '../server/grids/read.ts'
import type { Bench } from './parts/bench.ts'
import { here, loads, neighbours } from './parts/machine.ts'
import { list, table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { keep } from './parts/results.ts'
import { CannotMeasure, say } from './parts/say.ts'

const plane = planeAt([102.4, 36.48])

/** A square of a hundred metres whose border has so many points. */
const square = (x: number, y: number, points: number): readonly (readonly number[])[] => {
  const along = Array.from({ length: points / 4 }, (_, i) => (i / (points / 4)) * 100)
  const ring = [...along.map(d => [x + d, y]), ...along.map(d => [x + 100, y + d]), ...along.map(d => [x + 100 - d, y + 100]), ...along.map(d => [x, y + 100 - d])]
  return [...ring, ...ring.slice(0, 1)].map(([a = 0, b = 0]) => fromPlane(plane, [a, b]).map(degrees => Math.round(degrees * 1e7) / 1e7))
}

const inVillage = 500

const survey = (grids: number, points: number): Buffer => Buffer.from(JSON.stringify({
  type: 'FeatureCollection',
  features: Array.from({ length: grids }, (_, n) => {
    const [v, i] = [Math.floor(n / inVillage), n % inVillage]
    return { type: 'Feature', properties: { code: `630202001${String(201 + v)}${String(i + 1).padStart(3, '0')}`, name: `第${i + 1}网格` }, geometry: { type: 'Polygon', coordinates: [square((i % 25) * 100, v * 2000 + Math.floor(i / 25) * 100, points)] } }
  }),
}))

const figures = { outside: 30, points: 5000, sliver: { area: 20, width: 0.1 } }
const aroundOf = (codes: readonly string[]): Around => ({ figures, regions: new Map(codes.map(code => [code.slice(0, 12), { name: '村', en: 'Village' }])), standing: [], bounds: [], grids: [] })
const reading: Reading = { datum: 'wgs84', day: '2026-06-08', within: '' }

/** Milliseconds the work took and the longest the loop beside it was held up. */
const watched = async (work: () => Promise<unknown>): Promise<{ readonly took: number; readonly longest: number }> => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  await new Promise(resolve => setTimeout(resolve, 50))
  const began = performance.now()
  await work()
  const took = performance.now() - began
  await new Promise(resolve => setTimeout(resolve, 50))
  delay.disable()
  return { took, longest: delay.max / 1e6 }
}

const run = async (options: Options): Promise<void> => {
  const before = [here(), `Node ${process.version}; before measuring: load ${loads()}; others at work: ${neighbours()}`]
  const [grids, points] = [options.whole('grids'), options.whole('points')]
  const bytes = survey(grids, points)
  let told = 0
  const apart = await watched(async () => {
    const found = await judgeApart(bytes, { reading, around: codes => Promise.resolve(aroundOf(codes)), tell: () => { told += 1 }, signal: new AbortController().signal })
    if (!('trial' in found) || found.trial.faults.length > 0) throw new CannotMeasure('the file was not found sound')
  })
  const inside = await watched(() => {
    const read = featuresIn(bytes)
    if ('why' in read) throw new CannotMeasure(read.why.en)
    judgeFile(read.features, reading, aroundOf(codesIn(read.features, reading)))
    return Promise.resolve()
  })
  say(`in a thread ${(apart.took / 1000).toFixed(1)} s, the loop held up ${apart.longest.toFixed(0)} ms`)
  await keep('grids-import.md', [
    '# Judging a file of grids', list(before),
    `A GeoJSON of ${(bytes.length / 1024 / 1024).toFixed(1)} MiB: ${grids.toLocaleString('en')} grids of ${points} points, ${inVillage} to a village, read, judged one by one, and the coverage of every village checked. Progress was told ${told} times.`,
    table(['where', 'took, s', 'longest the server’s loop was held up, ms'], [
      ['in a thread of its own, as the server does', (apart.took / 1000).toFixed(1), apart.longest.toFixed(0)],
      ['in the server’s loop, as it did', (inside.took / 1000).toFixed(1), inside.longest.toFixed(0)],
    ]), '',
  ].join('\n\n'))
}

export const gridsImport: Bench = {
  about: 'judging a large file of grids: how long, and how long the server’s loop is held up',
  options: { grids: { preset: '5000', about: 'how many grids' }, points: { preset: '200', about: 'how many points each has' } },
  run,
}

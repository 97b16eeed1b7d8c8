import type { Figures, Run } from './load.ts'
import { list, table } from './markdown.ts'
import type { Recorded } from './record.ts'
import { lifeSteps } from './script.ts'
import { count, median, mib, ms, percent, quantile, ratio } from './stats.ts'

export type LifeRow = { readonly round: number; readonly way: Run['way']; readonly clients: number; readonly figures: Figures; readonly rss: { readonly now: number; readonly most: number } }

type Report = { readonly on: string; readonly matters: number; readonly recorded: readonly Recorded[]; readonly rows: readonly LifeRow[]; readonly seconds: number; readonly rounds: number }

const stepsOf = ({ figures }: LifeRow): number => Object.values(figures.steps).flat().length / figures.seconds
const livesOf = ({ figures }: LifeRow): number => (figures.steps['rate']?.length ?? 0) / figures.seconds
const slowest = ({ figures }: LifeRow): number => Math.max(...Object.values(figures.steps).map(list => quantile(list, 0.95)))
const all = ({ figures }: LifeRow): readonly number[] => Object.values(figures.steps).flat()

export const lifeReport = ({ on, matters, recorded, rows, seconds, rounds }: Report): string => {
  const clients = [...new Set(rows.map(row => row.clients))]
  const mid = (way: Run['way'], n: number, of: (row: LifeRow) => number): number => median(rows.filter(row => row.way === way && row.clients === n).map(of))
  const ways = new Set(rows.map(row => row.way))
  const cell = (way: Run['way'], n: number, of: (row: LifeRow) => number, as: (value: number) => string): string => (ways.has(way) ? as(mid(way, n, of)) : '–')
  const rate = (way: Run['way'], n: number): string => cell(way, n, stepsOf, count)
  const share = (of: Run['way'], n: number): string => (ways.has(of) && ways.has('replay') ? ratio(mid(of, n, stepsOf) / mid('replay', n, stepsOf)) : '–')
  const middle = clients.includes(8) ? 8 : clients[0] ?? 1
  const statements = recorded[0]?.map(({ step, statements: sent }) => `${step} ${sent.length} statements, ${sent.filter(one => one.waited).length - 1} waits`).join('; ') ?? ''
  return [
    '# Whole lives of a request',
    on,
    `Each life is seven authenticated HTTP calls (${lifeSteps.join(', ')}) by the people whose they are, at random over 1,665 villages, on a database of ${count(matters)} matters; ${seconds} s counted after 2 s of warming up, medians of ${rounds} rounds taken in turns. The server is \`shanzhi serve\` with its usual settings (pool 16, log \`info\`), only its clock held still.`,
    table(
      ['clients', 'lives/s', 'steps/s', 'p50 ms', 'p95 ms', 'slowest step’s p95', 'cores: server', 'PostgreSQL', 'generator', 'machine', 'server MiB', 'most MiB'],
      clients.map(n => [String(n), cell('http', n, livesOf, value => value.toFixed(0)), rate('http', n), cell('http', n, row => quantile(all(row), 0.5), ms), cell('http', n, row => quantile(all(row), 0.95), ms), cell('http', n, slowest, ms),
        ...(['server', 'postgres', 'generator', 'machine'] as const).map(who => cell('http', n, row => row.figures.cores[who], ratio)), cell('http', n, row => row.rss.now, mib), cell('http', n, row => row.rss.most, mib)])),
    `## Beside the floor`,
    'Floor: the statements `act` was seen to send, with its waits and pipelining, sent again under fresh ids by the same role under the same policies through the driver (pool 16): no HTTP, no sign-in, no decision, no sealing. `act`: the store without HTTP.',
    table(
      ['clients', 'HTTP steps/s', '`act` steps/s', 'floor steps/s', 'HTTP / floor', '`act` / floor', 'floor p50', 'floor p95'],
      clients.map(n => [String(n), rate('http', n), rate('act', n), rate('replay', n), share('http', n), share('act', n), cell('replay', n, row => quantile(all(row), 0.5), ms), cell('replay', n, row => quantile(all(row), 0.95), ms)])),
    `## Each step at ${middle} clients`,
    table(
      ['step', 'HTTP p50', 'HTTP p95', '`act` p50', '`act` p95', 'floor p50', 'floor p95'],
      lifeSteps.map(step => [step, ...(['http', 'act', 'replay'] as const).flatMap(way => [0.5, 0.95].map(p => cell(way, middle, row => quantile(row.figures.steps[step] ?? [], p), ms)))])),
    ...(ways.has('pages') ? [
      '## A dispatcher’s first page over HTTP',
      table(['clients', 'pages/s', 'p50 ms', 'p95 ms'], clients.map(n => [String(n), rate('pages', n), cell('pages', n, row => quantile(all(row), 0.5), ms), cell('pages', n, row => quantile(all(row), 0.95), ms)])),
    ] : []),
    '## What a life sends',
    list([statements, `processor time of the generator is part of the machine’s two cores: ${percent(mid('http', middle, row => row.figures.cores.generator) / 2)} of them at ${middle} clients`]),
  ].join('\n\n')
}

import { randomUUID } from 'node:crypto'
import { system } from '../kernel/post.ts'
import { demoCity } from '../registers/demo/city.ts'
import { demoPeople } from '../registers/demo/people.ts'
import { makeHouse } from '../server/assemble.ts'
import { noteDemo, noteDemoFinished } from '../server/demo.ts'
import { loadLives } from '../store/bulk.ts'
import { foldTallies } from '../store/clock.ts'
import { migrate } from '../store/migrate.ts'
import { keysFrom } from '../store/seal.ts'
import { asAdmin, create, drop } from './parts/admin.ts'
import { openAt } from './parts/base.ts'
import type { Bench } from './parts/bench.ts'
import { disputeYear } from './parts/dispute-lives.ts'
import { machine } from './parts/machine.ts'
import { table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { keep } from './parts/results.ts'
import { CannotMeasure, say } from './parts/say.ts'
import { serveOn } from './parts/serving.ts'
import { median, ms, quantile } from './parts/stats.ts'
import { secret, settle } from './parts/world.ts'

const name = 'shanzhi_bench_disputes'
/** Milliseconds within which the centre’s board is wanted. */
const limit = 100

/** A county with its people and a year of disputes. Returns how many there are, and how long they took to load, in seconds. */
const fill = async (count: number): Promise<{ readonly loaded: number; readonly seconds: number }> => {
  const city = demoCity({ counties: ['630202'], seed: 1 })
  const now = new Date()
  const database = openAt(name, 2)
  try {
    await database.owner(migrate)
    await settle(database, city)
    await database.scoped(system, async tx => {
      await noteDemo(tx, { seed: 1, counties: city.counties, people: demoPeople(city), made: now })
      await noteDemoFinished(tx, now)
    })
    const { house } = await makeHouse(database, keysFrom(secret))
    const began = performance.now()
    const lives = disputeYear(city, now, count)
    for (let at = 0; at < lives.length; at += 500) {
      await loadLives(house, lives.slice(at, at + 500), now)
      if (at % 5000 === 0) say(`纠纷 disputes ${at} / ${lives.length}`)
    }
    // As the server does every few minutes.
    await foldTallies(house, city.counties)
    await asAdmin(name, client => client.query('vacuum analyze'))
    return { loaded: lives.length, seconds: (performance.now() - began) / 1000 }
  } finally {
    await database.close()
  }
}

/** Who signs in with one click, by their cookie. */
const signedIn = async (base: string, person: string): Promise<string> => {
  const answer = await fetch(`${base}/api/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-requested-with': 'shanzhi', 'idempotency-key': randomUUID() }, body: JSON.stringify({ person }) })
  if (!answer.ok) throw new CannotMeasure(`${person}: ${answer.status} ${await answer.text()}`)
  return answer.headers.getSetCookie().map(one => one.split(';')[0]).join('; ')
}

const timed = async (url: string, cookie: string, times: number): Promise<{ readonly taken: readonly number[]; readonly bytes: number }> => {
  const taken: number[] = []
  let bytes = 0
  for (let i = -5; i < times; i += 1) {
    const began = performance.now()
    const answer = await fetch(url, { headers: { cookie } })
    bytes = (await answer.arrayBuffer()).byteLength
    if (!answer.ok) throw new CannotMeasure(`${url}: ${answer.status}`)
    if (i >= 0) taken.push(performance.now() - began)
  }
  return { taken, bytes }
}

const run = async (options: Options): Promise<void> => {
  const before = await machine()
  await drop(name)
  await create(name)
  const rows: string[][] = []
  let board = Number.NaN
  try {
    const { loaded, seconds } = await fill(options.whole('disputes'))
    const site = await serveOn(name, { DEMO: 'on' })
    try {
      const base = `http://127.0.0.1:${site.port}`
      const [lead, centre, mediator] = [await signedIn(base, 'county-lead'), await signedIn(base, 'dispatcher'), await signedIn(base, 'mediator')]
      const asks: readonly (readonly [string, string, string])[] = [
        ['the county’s board, 3 months', '/api/board?region=630202&procedure=dispute&months=3', lead], ['the county’s board, 12 months', '/api/board?region=630202&procedure=dispute&months=12', lead],
        ['a town centre’s board, 12 months', '/api/board?procedure=dispute&months=12', centre], ['warnings and the year of the county', '/api/disputes/warnings?region=630202', lead],
        ['figures for everybody', '/api/disputes/figures?region=630202', ''], ['a mediator’s list', '/api/matters?scope=office&procedure=dispute&limit=20', mediator], ['the county’s list', '/api/matters?scope=region&procedure=dispute&limit=20', lead],
      ]
      for (const [label, path, cookie] of asks) {
        const { taken, bytes } = await timed(base + path, cookie, options.whole('repeat'))
        if (path.includes('region=630202') && path.includes('months=12')) board = quantile(taken, 0.95)
        rows.push([label, ms(median(taken)), ms(quantile(taken, 0.95)), (bytes / 1024).toFixed(1)])
        say(`${label}: ${median(taken).toFixed(1)} ms`)
      }
    } finally {
      await site.stop()
    }
    await keep('disputes.md', [
      '# A county’s year of disputes', before,
      `${loaded.toLocaleString('en-US')} disputes of one county over a year, decided by their declaration and loaded in ${seconds.toFixed(0)} s: half settled on the spot, half mediated in the towns; its counters folded, as the server folds them every few minutes. Milliseconds over HTTP from asking to the last byte, one asker, the server, the asker and PostgreSQL on the same cores; ${options.whole('repeat')} calls after five that warm. Wanted of the county’s board: under ${limit} ms. ${board < limit ? 'Kept' : 'Missed'}: 95 of 100 within ${ms(board)} ms.`,
      table(['asked for', 'median ms', '95th ms', 'KiB'], rows), '',
    ].join('\n\n'))
  } finally {
    await drop(name)
  }
}

export const disputes: Bench = {
  about: 'a county’s year of disputes: the centre’s board, the warnings, a mediator’s list',
  options: { disputes: { preset: '20000', about: 'disputes of the year' }, repeat: { preset: '100', about: 'calls of each' } },
  run,
}

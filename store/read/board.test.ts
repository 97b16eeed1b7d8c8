import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isLate } from '../../kernel/fold.ts'
import type { Actor } from '../../kernel/post.ts'
import { isFinal } from '../../kernel/procedure.ts'
import { isWithin } from '../../kernel/region.ts'
import { request } from '../../procedures/2-foundations/request.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { fillWorld, houseOver, people } from '../../test/helpers/world.ts'
import { newHistory, open, step, wait, type History } from '../../test/model/history.ts'
import { choices } from '../../test/model/random.ts'
import { foldTallies } from '../clock.ts'
import type { House } from '../house.ts'
import { board } from './board.ts'

let database: TestDatabase
let house: House
let history: History
const counties = ['6302', '630202', '630203']
const long = '2020-01-01'

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
  history = newHistory(house)
  for (let n = 0; n < 140; n += 1) await (n < 20 || n % 15 === 0 ? open : n % 35 === 34 ? wait : step)(history, choices(n * 104_729 + 3))
})
after(() => database.close())

const read = async (actor: Actor, region: string, width: number, since = long, of = counties): Promise<ReadonlyMap<string, number>> =>
  new Map((await database.scoped(actor, tx => board(tx, { region, counties: of, procedure: 'request', width, since }))).map(cell => [`${cell.region} ${cell.measure}`, cell.n]))

/** The same, counted from the matters and from what each step counted. */
const recount = (region: string, width: number, since = long): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  const add = (place: string, measure: string, n: number): unknown => isWithin(place, region) && sums.set(`${place.slice(0, width)} ${measure}`, (sums.get(`${place.slice(0, width)} ${measure}`) ?? 0) + n)
  for (const matter of history.model.matters.values()) {
    if (isFinal(request, matter.stage)) continue
    add(matter.region, `open:${matter.stage}`, 1)
    if (isLate(matter)) add(matter.region, `late:${matter.stage}`, 1)
  }
  for (const [key, n] of history.model.counted) {
    const [place = '', measure = '', month = ''] = key.split(' ')
    if (month >= since) add(place, measure, n)
  }
  return new Map([...sums].filter(([, n]) => n !== 0))
}

const sorted = (map: ReadonlyMap<string, number>): readonly (readonly [string, number])[] => [...map].toSorted(([a], [b]) => a.localeCompare(b))

const asks = [['6302', 6], ['6302', 9], ['630202', 9], ['630202', 12], ['630202001', 12], ['630202001001', 12], ['630203', 6]] as const

test('what a board shows is a recount: by county, township and village, of the whole or of a part', async () => {
  for (const [region, width] of asks) {
    const found = await read(people.cityLead, region, width)
    assert.ok(found.size > 0, region)
    assert.deepEqual(sorted(found), sorted(recount(region, width)), `${region} by ${width}`)
  }
})

test('since a month, only what was counted from then on; what stands open stands whenever it came', async () => {
  for (const since of ['2026-03-01', '2026-04-01', '2026-06-01', '2030-01-01']) assert.deepEqual(sorted(await read(people.cityLead, '6302', 9, since)), sorted(recount('6302', 9, since)), since)
})

test('folding the counters changes no figure, once, twice, or between two steps', async () => {
  const figures = () => Promise.all(asks.map(async ([region, width]) => sorted(await read(people.cityLead, region, width))))
  const before = await figures()
  await foldTallies(house, counties)
  assert.deepEqual(await figures(), before)
  await foldTallies(house, counties)
  assert.deepEqual(await figures(), before)
  for (let n = 0; n < 30; n += 1) await (n % 5 === 0 ? open : step)(history, choices(n * 31 + 5))
  assert.deepEqual(await figures(), asks.map(([region, width]) => sorted(recount(region, width))))
  await foldTallies(house, counties)
  assert.deepEqual(await figures(), asks.map(([region, width]) => sorted(recount(region, width))))
})

test('a post meets the figures of its own region only', async () => {
  assert.deepEqual(sorted(await read(people.dispatcher, '6302', 9)), sorted(recount('630202001', 9)))
  assert.deepEqual(sorted(await read(people.otherCountyDispatcher, '6302', 6)), sorted(recount('630203', 6)))
  assert.deepEqual(await read(people.gridWorker, '630202101', 12), new Map())
})

test('counters of other counties than those asked for are left out, and of none there are none', async () => {
  assert.deepEqual(sorted(await read(people.cityLead, '6302', 6, long, ['630203'])), sorted(recount('630203', 6)))
  assert.deepEqual(await read(people.cityLead, '6302', 6, long, []), new Map())
})

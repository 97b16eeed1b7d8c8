import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { isRunning } from '../kernel/clock.ts'
import { system } from '../kernel/post.ts'
import { request } from '../procedures/2-foundations/request.ts'
import { exactTerm } from '../store/act/terms.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { fillWorld, houseOver } from './helpers/world.ts'
import { again, newHistory, open, same, step, wait, type History } from './model/history.ts'
import { counters } from './model/model.ts'
import { choices } from './model/random.ts'

/** How many histories, MODEL_RUNS of them; MODEL_SEED repeats a run. */
const runs = Number(process.env['MODEL_RUNS'] ?? 20)
const seed = process.env['MODEL_SEED']

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const counties = ['630202', '630203']

const checkAll = async (history: History): Promise<void> => {
  const { model } = history
  for (const id of model.matters.keys()) await same(history, id)
  const deadlines = await database.scoped(system, tx => tx.query<{ line: string }>(
    `select matter || ' ' || clock || ' ' || step || ' ' || to_char(due at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as line from deadline`))
  const running = [...model.matters.values()].flatMap(({ id, clocks }) => Object.entries(clocks).filter(([, c]) => isRunning(c)).map(([name, c]) => `${id} ${name} ${c.then} ${c.due}`))
  assert.deepEqual(deadlines.map(row => row.line).toSorted(), running.toSorted(), 'the deadlines are the clocks that run')

  const sums = await database.scoped(system, tx => tx.query<{ key: string; n: number }>(
    `select region || ' ' || measure || ' ' || month as key, sum(n)::int as n from tally group by 1 having sum(n) <> 0`))
  assert.deepEqual(new Map(sums.map(row => [row.key, row.n]).toSorted() as [string, number][]), new Map([...counters(model)].toSorted()), 'the counters are a recount')

  const exact = Object.keys(request.facts).filter(name => request.facts[name as keyof typeof request.facts].search === 'exact')
  const terms = await database.scoped(system, tx => tx.query<{ line: string }>(
    `select matter || ' ' || term as line from matter_term where term like 'exact#%' or (split_part(term, '=', 1) in (select jsonb_array_elements_text($1::jsonb)) and term like '%=%')`, [JSON.stringify(exact)]))
  const wanted = [...model.matters.values()].flatMap(({ id, facts }) => exact.flatMap(name => {
    const [fact, value] = [request.facts[name as keyof typeof request.facts], facts[name]]
    return typeof value === 'string' ? [`${id} ${exactTerm(house.keys, name, fact, value)}`] : []
  }))
  assert.deepEqual(terms.map(row => row.line).toSorted(), wanted.toSorted(), 'what is filtered by is what stands now')

  for (const county of counties) assert.deepEqual((await verifyCounty(house, county)).faults, [])
}

const clear = (): Promise<unknown> =>
  database.owner(tx => tx.simple('truncate matter, matter_internal, party, entry, sealed, deadline, link, matter_term, tally, notice, file, precedent'))

test('random histories: act, decide, rows, entries, clocks, counters and chain agree after every step', async () => {
  const command = fc.record({ kind: fc.constantFrom('open', 'step', 'step', 'step', 'step', 'step', 'step', 'again', 'wait'), seed: fc.nat() })
  await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 60, size: 'max' }), async commands => {
    await clear()
    const history = newHistory(house)
    for (const { kind, seed: number } of commands) {
      const chance = choices(number)
      history.now = new Date(history.now.getTime() + chance.below(90) * 60_000)
      await { open: history.model.matters.size < 6 ? open : step, step, again, wait }[kind](history, chance)
    }
    await checkAll(history)
  }), { numRuns: runs, ...(seed !== undefined && { seed: Number(seed) }) })
})

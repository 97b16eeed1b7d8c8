import { randomUUID } from 'node:crypto'
import { system } from '../kernel/post.ts'
import { accountId, transfer } from '../ledgers/ledger.ts'
import type { Account } from '../ledgers/declared.ts'
import { yearOf } from '../ledgers/points/read.ts'
import type { Database } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { keysFrom } from '../store/seal.ts'
import { asAdmin, create, drop } from './parts/admin.ts'
import { openAt } from './parts/base.ts'
import type { Bench } from './parts/bench.ts'
import { machine } from './parts/machine.ts'
import { table } from './parts/markdown.ts'
import type { Options } from './parts/options.ts'
import { keep } from './parts/results.ts'
import { say } from './parts/say.ts'
import { count, median, percent, ratio } from './parts/stats.ts'
import { secret } from './parts/world.ts'

const name = 'shanzhi_bench_points'
const [county, town] = ['630202', '630202101']
const villages = 20
const turns = 3

const villageOf = (i: number): string => `${town}${String(200 + (i % villages))}`
const household = (i: number): Account => ({ ledger: 'points', region: villageOf(i), kind: 'household', owner: `${villageOf(i)}-${String(Math.floor(i / villages)).padStart(4, '0')}` })
const issued = (i: number): Account => ({ ledger: 'points', region: villageOf(i), kind: 'issued' })

/** A town of so many households with so many postings over two years, put in by plain SQL; marks are left empty, for nothing is verified here. */
const fill = (households: number, postings: number): Promise<void> => asAdmin(name, async client => {
  const accounts = Array.from({ length: households }, (_, i) => ({ ...household(i), id: accountId(county, household(i)), side: 'credit' }))
  const sources = Array.from({ length: villages }, (_, i) => ({ ...issued(i), owner: '', id: accountId(county, issued(i)), side: null }))
  await client.query(`insert into ledger_account (county, id, ledger, region, kind, owner, side) select $1, id, ledger, region, kind, owner, side
    from jsonb_to_recordset($2::jsonb) as r(id uuid, ledger text, region text, kind text, owner text, side text)`, [county, JSON.stringify([...accounts, ...sources])])
  await client.query('alter table ledger_transfer disable trigger all')
  await client.query(
    `insert into ledger_transfer (county, id, ledger, region, debit, credit, amount, state, matter, at, mark)
     select $1, gen_random_uuid(), 'points', a.region, s.id, a.id, 1 + n % 9, 'posted', gen_random_uuid(), timestamptz '2025-01-01 08:00+08' + (n % 700) * interval '1 day', ''
     from (select *, row_number() over (order by id) as r from ledger_account where kind = 'household') a join ledger_account s on s.region = a.region and s.kind = 'issued', generate_series(1, $2::int) n`, [county, Math.ceil(postings / households)])
  await client.query(`update ledger_account a set posted = m.posted, moves = m.moves from (select credit, sum(amount) as posted, count(*) as moves from ledger_transfer group by 1) m where m.credit = a.id and a.side is not null`)
  await client.query('alter table ledger_transfer enable trigger all')
  await client.query('create table bare_account (id uuid primary key, posted bigint not null); insert into bare_account select id, posted from ledger_account')
  await client.query('create table bare_transfer (id uuid primary key, debit uuid not null, credit uuid not null, amount bigint not null, at timestamptz not null); create index on bare_transfer (debit, at); create index on bare_transfer (credit, at)')
  await client.query('vacuum analyze')
})

/** How many a second, `clients` at once for so many seconds. */
const rate = async (clients: number, seconds: number, once: () => Promise<unknown>): Promise<number> => {
  const end = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() < end) {
      await once()
      done += 1
    }
  }))
  return done / seconds
}

const pick = (households: number): number => Math.floor(Math.random() * households)

const ways = (database: Database, households: number) => {
  const keys = keysFrom(secret)
  return {
    'the ledger: invariants, marks, row-level security': () => {
      const i = pick(households)
      return database.scoped(system, tx => transfer(tx, keys, [{ county, from: issued(i), to: household(i), amount: 1, matter: randomUUID(), at: new Date() }]))
    },
    'raw SQL, as the owner: one insert, one update': () => {
      const i = pick(households)
      return database.owner(async tx => {
        const [from, to] = [accountId(county, issued(i)), accountId(county, household(i))]
        tx.send('insert into bare_transfer (id, debit, credit, amount, at) values ($1::uuid, $2::uuid, $3::uuid, 1, now())', [randomUUID(), from, to])
        await tx.query('update bare_account set posted = posted + 1 where id = $1::uuid', [to])
      })
    },
  } as const
}

const run = async (options: Options): Promise<void> => {
  const [households, postings, clients, seconds] = [options.whole('households'), options.whole('postings'), options.whole('clients'), options.whole('seconds')]
  await drop(name)
  await create(name)
  const database = openAt(name, clients, pool => pool, clients)
  try {
    await database.owner(migrate)
    say(`putting in ${count(postings)} postings of ${count(households)} households`)
    await fill(households, postings)
    const measured = new Map<string, number[]>()
    for (let turn = 0; turn < turns; turn += 1) {
      for (const [way, once] of Object.entries(ways(database, households))) measured.set(way, [...measured.get(way) ?? [], await rate(clients, seconds, once)])
    }
    const years: number[] = []
    let told = 0
    for (let turn = 0; turn < turns; turn += 1) {
      const began = performance.now()
      told = (await database.scoped(system, tx => yearOf(tx, town, '2026'))).length
      years.push((performance.now() - began) / 1000)
    }
    const figures = [...measured].map(([way, list]) => [way, median(list)] as const)
    const floor = figures.at(-1)?.[1] ?? Number.NaN
    await keep('points.md', [
      '# Points: postings, and a town’s yearly statements',
      await machine(),
      `${clients} clients at once, ${turns} turns of ${seconds} s for each way, taken in alternation, median; one posting a transaction, to a random household of ${count(households)} in ${villages} villages, over ${count(postings)} postings that stand.`,
      table(['one posting', 'a second', 'of the floor'], figures.map(([way, figure]) => [way, count(figure), percent(figure / floor)])),
      `Statements of the year 2026 of ${count(told)} households, out of ${count(postings)} postings: ${median(years).toFixed(1)} s (median of ${turns}; slowest ${Math.max(...years).toFixed(1)} s, ${ratio(Math.max(...years) / median(years))}).`,
    ].join('\n\n'))
  } finally {
    await database.close()
    await drop(name)
  }
}

export const points: Bench = {
  about: 'postings a second in the ledger beside raw SQL, and the yearly statements of a town',
  options: {
    households: { preset: '20000', about: 'households of the town' },
    postings: { preset: '2000000', about: 'postings that stand' },
    clients: { preset: '32', about: 'who post at once' },
    seconds: { preset: '10', about: 'length of a turn' },
  },
  run,
}

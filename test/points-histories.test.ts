import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { system } from '../kernel/post.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { act, type Act, type Receipt } from '../store/act.ts'
import { tick } from '../store/clock.ts'
import type { House } from '../store/house.ts'
import { verifyCounty } from '../store/verify.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { instant } from './helpers/play.ts'
import { fillWorld, houseOver, idOf, people, type Name } from './helpers/world.ts'

// Whole procedures of points taken by several people at the same time, each over a connection of its own: awards, postings, objections, corrections and redemptions meet as they may (Art. 27.3).

const [county, village] = ['630202', '630202101201']
const households = [1, 2, 3, 4].map(n => `${village}-000${n}`)
const none = { kin: 'none' }
const hands: readonly Name[] = ['villageCommittee', 'villageClerk']

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
  await database.owner(async tx => {
    for (const [n, code] of households.entries()) await tx.query(`insert into household (county, id, code, village, address, since) values ($1, $2::uuid, $3, $4, $5, '2023-02-01')`, [county, idOf(code), code, village, `一社${n + 1}号`])
  })
  const items = [{ code: '01', what: '庭院整洁', affair: 'A01', points: 5, most: 10_000, by: 'either', evidence: 'record' }]
  await database.scoped(system, tx => house.recorders['points-scheme']?.(tx, {
    do: 'adopt', county, village, matter: idOf('scheme'), title: '荒滩村积分办法', period: 'month', items, rewards: [{ code: 'R1', what: '洗衣粉', points: 10, fen: 800 }], budget: 0, pointFen: 0, resolution: idOf('resolution'), since: '2026-06-01',
  }, now) ?? assert.fail('no register'))
})
after(() => database.close())

let now = instant('2026-06-16 10:00')
const file = async (who: Name): Promise<readonly string[]> => {
  const id = randomUUID()
  await database.scoped(people[who], tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 4, '\\x00', $3::timestamptz)`, [id, people[who].account, now.toISOString()]))
  return [id]
}
const takes = (who: Name, asked: Omit<Act, 'id'>): Promise<Receipt | Refusal> => act(house, people[who], { id: randomUUID(), ...asked }, now)

type Row = { readonly id: string; readonly seq: number; readonly stage: string }
/** One of the matters of a procedure that stand in these stages, whichever. */
const some = async (which: number, procedure: string, ...stages: readonly string[]): Promise<Row | undefined> => {
  const rows = await database.scoped(system, tx => tx.query<Row>('select id, seq, stage from matter where procedure = $1 and stage = any($2::text[]) order by id', [procedure, `{${stages.join(',')}}`]))
  return rows[which % Math.max(rows.length, 1)]
}
const lineIn = async (which: number, state: string): Promise<{ readonly posting: string; readonly line: number } | undefined> => {
  const rows = await database.scoped(system, tx => tx.query<{ posting: string; line: number }>('select posting, line from points_line where posting is not null and state = $1 order by id', [state]))
  return rows[which % Math.max(rows.length, 1)]
}

type Did = Receipt | Refusal | undefined
type Doing = (who: Name, which: number) => Promise<Did>
const householdOf = (which: number): string => households[which % households.length] ?? ''

/** The next step of a matter that somebody comes upon, by where it stands. */
const goesOn = async (who: Name, found: Row | undefined, steps: { readonly [stage: string]: () => Promise<readonly [step: string, input: object]> }): Promise<Did> => {
  const next = found && await steps[found.stage]?.()
  return found && next && takes(who, { matter: found.id, seq: found.seq, step: next[0], input: next[1] })
}

const doings = {
  award: (who, which) => takes(who, { procedure: 'points-award', step: 'record', input: { village, title: '评比', awards: [{ household: householdOf(which), item: '01', times: 1 + (which % 5), day: now.toISOString().slice(0, 10), evidence: '签到表' }], ...none } }),
  show: who => takes(who, { procedure: 'points-posting', step: 'show', input: { village, title: '积分公示' } }),
  object: async (who, which) => {
    const line = await lineIn(which, 'pending')
    return line && takes(who, { procedure: 'points-objection', step: 'objectFor', input: { village, ...line, grounds: '我家那天没有参加', sheet: await file(who) } })
  },
  decide: async (_, which) => goesOn('ruralLead', await some(which, 'points-objection', 'filed'), { filed: () => Promise.resolve(['decide', { outcome: 'stands', reply: '签到表有签名', ...none }]) }),
  strike: async (who, which) => {
    const found = await some(which, 'points-objection', 'filed')
    const answered = found && await takes(who, { matter: found.id, seq: found.seq, step: 'answerFor', input: { statement: '那天没有去', statementSheet: await file(who) } })
    return answered && !isRefusal(answered) ? takes('ruralLead', { matter: answered.id, seq: answered.seq, step: 'decide', input: { outcome: 'strikes', reply: '签到表没有签名', ...none } }) : answered
  },
  correct: async (who, which) => {
    const line = await lineIn(which, 'posted')
    return line && takes(who, { procedure: 'points-correction', step: 'propose', input: { village, ...line, reason: '记到了邻居户上' } })
  },
  carryOut: async (who, which) => {
    const found = await some(which, 'points-correction', 'toTell', 'deciding')
    return goesOn(found?.stage === 'deciding' ? 'ruralLead' : who, found, { toTell: async () => ['tell', { toldHow: 'handed', toldProof: await file(who) }], deciding: () => Promise.resolve(['confirm', none]) })
  },
  redeem: async (who, which) => takes(who, { procedure: 'redemption', step: 'reserveFor', input: { village, household: householdOf(which), reward: 'R1', pieces: 1, sheet: await file(who) } }),
  handOver: async (who, which) => goesOn(who, await some(which, 'redemption', 'reserved'), { reserved: async () => ['handOver', { identity: 'known', receipt: await file(who) }] }),
  cancel: async (who, which) => goesOn(who, await some(which, 'redemption', 'reserved'), { reserved: () => Promise.resolve(['cancel', { reason: '不要了' }]) }),
  stock: async (_, which) => {
    await database.scoped(system, tx => house.recorders['reward-stock']?.(tx, { county, village, matter: randomUUID(), way: 'in', goods: [{ reward: 'R1', pieces: 1 + (which % 3) }] }, now) ?? assert.fail('no register'))
    return undefined
  },
  clock: async () => {
    for (let n = 0; n < 6; n++) await tick(house, now)
    return undefined
  },
} as const satisfies { readonly [name: string]: Doing }

const names = Object.keys(doings) as readonly (keyof typeof doings)[]
const rounds = fc.array(fc.array(fc.record({ does: fc.constantFrom(...names), which: fc.nat(40) }), { minLength: 4, maxLength: 7 }), { minLength: 3, maxLength: 6 })

/** What holds whatever met: every ledger sums to nothing, nobody has less than nothing, what was pending came to one end, and balances are what their transfers give. */
const holds = async (): Promise<void> => {
  assert.deepEqual((await verifyCounty(house, county)).faults, [], 'replayed, the transfers give the balances, and the entries their matters')
  const one = async (text: string): Promise<readonly unknown[]> => database.owner(tx => tx.query(text))
  assert.deepEqual(await one(`select owner from ledger_account where side = 'credit' and (posted < going or posted < 0)`), [], 'nobody below zero')
  assert.deepEqual(await one('select resolves from ledger_transfer where resolves is not null group by 1 having count(*) > 1'), [], 'each came to one end')
  assert.deepEqual(await one(
    `select ledger from (select ledger, debit as account, -amount as n from ledger_transfer where state in ('posted', 'post') union all select ledger, credit, amount from ledger_transfer where state in ('posted', 'post')) t group by 1 having sum(n) <> 0`), [], 'summing to nothing')
  assert.deepEqual(await one(
    `select m.id from matter m where m.procedure = 'redemption' and (select count(*) from ledger_transfer t join ledger_transfer r on r.resolves = t.id where t.matter = m.id) <> case when m.stage = 'reserved' then 0 else 2 end`), [], 'a redemption ends once, points and goods together')
  assert.deepEqual(await one(`select id from points_line where state = 'reversed' and reversed_by is null`), [])
}

test('27.3: whatever several people do with points at once, the ledger sums to nothing, nobody falls below zero, and what is pending ends once', async t => {
  if (database.kind === 'pglite') { t.skip('PGlite is one connection: nothing can meet in it'); return }
  const taken = new Map<string, number>()
  await fc.assert(fc.asyncProperty(rounds, async history => {
    for (const round of history) {
      const answers = await Promise.all(round.map(({ does, which }, n) => doings[does](hands[n % hands.length] ?? 'villageCommittee', which)))
      for (const [n, answer] of answers.entries()) if (answer && !isRefusal(answer)) taken.set(round[n]?.does ?? '', (taken.get(round[n]?.does ?? '') ?? 0) + 1)
      now = new Date(now.getTime() + 2 * 86_400_000)
    }
    await holds()
  }), { numRuns: 25, interruptAfterTimeLimit: 20_000 })
  assert.ok((taken.get('award') ?? 0) > 0 && (taken.get('show') ?? 0) > 0, [...taken].join(' '))
})

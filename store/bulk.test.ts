import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { clock, system } from '../kernel/post.ts'
import type { JsonObject } from '../kernel/words.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { rowOf, took } from '../test/helpers/live.ts'
import { instant } from '../test/helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from '../test/helpers/world.ts'
import { act } from './act.ts'
import { ImpossibleLife, loadLives, type Life } from './bulk.ts'
import { tick } from './clock.ts'
import type { House } from './house.ts'
import { verifyCounty } from './verify.ts'

type Step = readonly [when: string, who: Name, step: string, input?: JsonObject]

const lamp = { text: '村口路灯不亮，晚上看不见路', place: '630202001001', contactName: '王小明', contactPhone: '13897221234' }
const toGov = { category: 'road-damage', office: '630202001/gov' }
const back = { returnReason: '不属本单位职责', returnClause: '三定方案', proposedOffice: '630202/transport' }

// Lives with all that a life can hold; between the acts clocks run out.
const stories: { readonly [name: string]: readonly Step[] } = {
  rated: [
    ['2026-03-02 10:00', 'resident', 'report', lamp], ['2026-03-02 11:00', 'dispatcher', 'dispatch', toGov], ['2026-03-02 15:00', 'handler', 'accept'], ['2026-03-03 09:00', 'handler', 'resolve', { outcome: 'fixed', result: '已更换灯泡' }],
    ['2026-03-03 10:00', 'gridWorker', 'verify', { verified: true }], ['2026-03-03 11:00', 'resident', 'confirm'], ['2026-03-03 12:00', 'resident', 'rate', { rating: 2 }],
    ['2026-03-04 10:00', 'dispatcher', 'reopenAfterRevisit', { revisitNote: '确未修好，重新办理' }],
  ],
  returned: [
    ['2026-03-02 10:00', 'resident', 'report', { ...lamp, anonymous: true }], ['2026-03-02 11:00', 'dispatcher', 'dispatch', toGov], ['2026-03-02 15:00', 'handler', 'return', back],
    ['2026-03-02 16:00', 'dispatcher', 'dispatch', { category: 'waste', categoryReason: '实为垃圾堆放', office: '630202001/gov' }], ['2026-03-02 17:00', 'colleague', 'return', back], ['2026-03-03 09:00', 'countyDispatcher', 'rule', { office: '630202/transport', ruling: '县道由交通局养护' }],
    ['2026-03-03 10:00', 'transport', 'accept'], ['2026-03-03 11:00', 'transport', 'stop', { stopGrounds: 'formalities', stopNote: '等待停电计划' }],
  ],
  forgotten: [['2026-03-02 10:00', 'resident', 'report', lamp]],
  unanswered: [
    ['2026-03-02 10:00', 'hotline', 'report', lamp], ['2026-03-02 11:00', 'dispatcher', 'dispatch', toGov], ['2026-03-02 15:00', 'handler', 'accept'],
    ['2026-03-03 09:00', 'handler', 'resolve', { outcome: 'cannot', result: '线路权属不清', whyNot: '需产权单位同意' }],
  ],
  withdrawn: [['2026-03-02 10:00', 'resident', 'report', lamp], ['2026-03-02 11:00', 'resident', 'withdraw', {}]],
}
const until = instant('2026-06-08 10:00')

const open = async (): Promise<{ readonly house: House; readonly database: TestDatabase }> => {
  const database = await openTestDatabase()
  await fillWorld(database)
  return { database, house: houseOver(database) }
}
const [lived, loaded] = [await open(), await open()]
const ids: { readonly [name: string]: string } = Object.fromEntries(Object.keys(stories).map(name => [name, randomUUID()]))
const twin = randomUUID()
const withTwin = (): readonly (readonly [string, string, readonly Step[]])[] => [
  ...Object.entries(stories).map(([name, steps]) => [name, ids[name] ?? '', steps] as const),
  ['joined', twin, [['2026-03-02 10:30', 'neighbour', 'report', lamp], ['2026-03-02 10:40', 'dispatcher', 'join', { main: ids['forgotten'] ?? '' }]]],
]

/** Takes what comes due before an instant as the loader does: a second after each. */
const runOut = async (house: House, matter: string, before: Date): Promise<void> => {
  for (;;) {
    const [next] = await house.database.scoped(clock, tx => tx.query<{ due: Date }>('select due from deadline where matter = $1::uuid and due < $2::timestamptz order by due limit 1', [matter, before.toISOString()]))
    if (!next) return
    assert.equal((await tick(house, new Date(next.due.getTime() + 1000))).did, 'took')
  }
}

before(async () => {
  for (const [, id, steps] of withTwin()) {
    let seq = 0
    for (const [when, who, step, input = {}] of steps) {
      await runOut(lived.house, id, instant(when))
      if (seq > 0) ({ seq } = await rowOf(lived.house, id))
      const asked = seq === 0 ? { id, procedure: 'request' } : { id: randomUUID(), matter: id, seq }
      ;({ seq } = took(await act(lived.house, people[who], { ...asked, step, input }, instant(when))))
    }
    await runOut(lived.house, id, until)
  }
  const lives: readonly Life[] = withTwin().map(([, id, steps]) => ({ id, procedure: 'request', acts: steps.map(([when, who, step, input = {}]) => ({ at: instant(when), step, actor: people[who], input })) }))
  // The one joined to is there first: its main matter must be known when it is joined.
  await loadLives(loaded.house, lives.slice(0, -1), until)
  await loadLives(loaded.house, lives.slice(-1), until)
})
after(() => Promise.all([lived.database.close(), loaded.database.close()]))

const same = async (what: string, text: string): Promise<void> => {
  const [one, two] = await Promise.all([lived, loaded].map(({ database }) => database.owner(tx => tx.query(text))))
  assert.ok(one && one.length > 0, `${what}: there is something to compare`)
  assert.deepEqual(two, one, what)
}

test('lives loaded stand as those lived: rows, entries, parties, links, clocks, words and counters', async () => {
  await same('matters', `select id, county, procedure, version, region, stage, title, holder_office, holder_account, opened, updated, due, late, open, published, seq, facts, clocks, parties, links from matter order by id`)
  await same('entries', `select matter, seq, at, step, actor, stage, version, (outcome - 'set' - 'number' - 'parties') as outcome, jsonb_path_query_array(outcome, '$.parties[*].role') as roles, (select jsonb_object_agg(key, case when jsonb_typeof(value) = 'object' then '"sealed"' else value end) from jsonb_each(outcome -> 'set')) as given from entry order by matter, seq`)
  await same('sealed', 'select matter, seq, fact, class, masked from sealed order by matter, seq, fact')
  await same('parties', 'select matter, role, account, office, hidden, since from party order by matter, role, coalesce(account::text, office)')
  await same('links', 'select matter, kind, other from link order by matter')
  await same('deadlines', 'select matter, clock, due, provisional, step from deadline order by matter, clock')
  await same('words', 'select matter, opened, term from matter_term order by matter, term')
  await same('counters', 'select region, procedure, measure, month, sum(n)::int as n from tally group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4')
  await same('precedents', 'select category, region, office, ruling, matter from precedent')
})

test('lives loaded verify: chain, values, rows and counters', async () => {
  const { faults, matters } = await verifyCounty(loaded.house, '630202')
  assert.deepEqual([faults, matters], [[], withTwin().length])
})

test('lives loaded go on: the clock and people act on them', async () => {
  const id = ids['returned'] ?? ''
  const { seq, stage } = await rowOf(loaded.house, id)
  assert.equal(stage, 'handling')
  took(await act(loaded.house, people.transport, { id: randomUUID(), matter: id, seq, step: 'note', input: { progress: '已到现场' } }, until))
  assert.equal((await tick(loaded.house, instant('2026-12-08 10:00'))).did, 'took')
})

test('nobody is notified of what is long past', async () => {
  assert.deepEqual(await loaded.database.owner(tx => tx.query('select id from notice where at < $1::timestamptz', [until.toISOString()])), [])
})

test('a life that can’t have been is refused, and with it the whole load', async () => {
  const life = (...steps: readonly Step[]): Life => ({ id: randomUUID(), procedure: 'request', acts: steps.map(([when, who, step, input = {}]) => ({ at: instant(when), step, actor: people[who], input })) })
  const good = life(['2026-03-02 10:00', 'resident', 'report', lamp])
  for (const bad of [life(['2026-03-02 10:00', 'resident', 'report', lamp], ['2026-03-02 11:00', 'handler', 'accept']), life(['2026-03-02 10:00', 'resident', 'report', { text: lamp.text }]), life(), { ...good, procedure: 'poem' }]) {
    await assert.rejects(loadLives(loaded.house, [good, bad], until), ImpossibleLife)
  }
  assert.deepEqual(await loaded.database.scoped(system, tx => tx.query('select id from matter where id = $1::uuid', [good.id])), [])
})

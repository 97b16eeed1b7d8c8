import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { administrators } from '../kernel/appoint.ts'
import { offers } from '../kernel/decide.ts'
import { embryo } from '../kernel/fold.ts'
import type { Matter, Party } from '../kernel/matter.ts'
import { openingSteps } from '../kernel/procedure.ts'
import { countyOf } from '../kernel/region.ts'
import { clock, postKinds, reads, system, type Actor, type PostKind } from '../kernel/post.ts'
import { request } from '../procedures/2-foundations/request.ts'
import { groundFor } from '../kernel/reach.ts'
import { act } from '../store/act.ts'
import { sqlState } from '../store/connection.ts'
import type { House } from '../store/house.ts'
import { list } from '../store/read/list.ts'
import { readMatter } from '../store/read/matter.ts'
import { shown } from '../store/read/reader.ts'
import { unseal } from '../store/seal.ts'
import { openTestDatabase, type TestDatabase } from './helpers/database.ts'
import { live, refused } from './helpers/live.ts'
import { visible } from './helpers/visible.ts'
import { fillWorld, houseOver, law, offices, people, regions, type Name } from './helpers/world.ts'
import { newHistory, open, step, wait, type History } from './model/history.ts'
import { choices } from './model/random.ts'

let database: TestDatabase
let house: House
let history: History
const names = Object.keys(people) as Name[]

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
  history = newHistory(house)
  // A city as it comes: matters at all stages, joined, handed over, anonymous, with files.
  const joined = (): number => matters().filter(one => one.links.length > 0).length
  for (let n = 0; n < 200 || joined() < 3; n += 1) await (n < 24 || n % 12 === 0 ? open : n % 40 === 39 ? wait : step)(history, choices(n * 7919 + 1))
  for (const { id, county } of history.model.matters.values()) {
    await database.owner(tx => tx.query(
      `insert into file (id, county, matter, name, type, bytes, digest, given) values (gen_random_uuid(), $1, $2::uuid, 'a.jpg', 'image/jpeg', 1, '\\x00', now())`, [county, id]))
  }
  for (const { id, county } of history.model.matters.values()) {
    await database.owner(tx => tx.query(`insert into capture (county, matter, seq, made, skew_ms) values ($1, $2::uuid, 1, now(), 0)`, [county, id]))
  }
  for (const who of ['resident', 'handler', 'auditor'] as const) {
    await database.owner(tx => tx.query(
      `insert into file (id, account, name, type, bytes, digest, given) values (gen_random_uuid(), $1::uuid, 'b.jpg', 'image/jpeg', 1, '\\x00', now())`, [people[who].account]))
  }
})
after(() => database.close())

const matters = (): readonly Matter[] => [...history.model.matters.values()]
const sees = (actor: Actor, id: string): boolean => {
  const matter = history.model.matters.get(id)
  return matter !== undefined && visible(request, actor, matter)
}

const readsInternal = (actor: Actor, id: string): boolean => {
  const matter = history.model.matters.get(id)
  return matter !== undefined && groundFor(actor, matter, [], { fact: 'text', class: 'internal', seq: 1 }) !== undefined
}

/** Any post there could be: of every kind, in any region, in an office or none, held by anybody. */
const anyActor: fc.Arbitrary<Actor> = fc.record({
  kind: fc.constantFrom(...(Object.keys(postKinds) as PostKind[])), region: fc.constantFrom(...regions.map(([code]) => code)),
  office: fc.option(fc.constantFrom(...offices), { nil: undefined }), account: fc.constantFrom(...names.map(name => people[name].account), randomUUID()),
}).map(({ kind, region, office, account }) => ({ kind, account, clearance: postKinds[kind].clearance, region, ...(office !== undefined && { office }) }))

type Row = { readonly key: string; readonly matter: string | null }
type PartyRow = Row & Party
type FileRow = Row & { readonly account: string | null }

const keys: { readonly [table: string]: string } = {
  matter: 'id::text as key, id as matter', entry: `matter || ' ' || seq as key, matter`, matter_internal: 'id::text as key, id as matter', sealed: `matter || ' ' || seq || ' ' || fact as key, matter`,
  deadline: `matter || ' ' || clock as key, matter`, link: `matter || ' ' || kind || ' ' || other as key, matter`,
  party: `matter || ' ' || role || ' ' || coalesce(account::text, office) as key, matter, role, account, office, hidden`, file: 'id::text as key, matter, account',
  capture: `matter || ' ' || seq as key, matter`,
  matter_term: `county || ' ' || term || ' ' || matter as key, matter`,
}

test('any post whatever: the database shows the matters that are its to see, and what hangs on them, and no other row', async () => {
  const all = await Promise.all(Object.entries(keys).map(async ([table, columns]) => [table, await database.owner(tx => tx.query<Row>(`select ${columns} from ${table}`))] as const))
  for (const [table, rows] of all) assert.ok(rows.length > 2, `${table} holds something`)
  const wanted = (actor: Actor, table: string, row: Row): boolean => {
    const seen = row.matter !== null && sees(actor, row.matter)
    if (table === 'party') {
      const { account, office, hidden } = row as PartyRow
      return account === actor.account || (actor.office !== undefined && office === actor.office) || (!hidden && seen)
    }
    // Lists look in the whole county of a post; who has none finds only what is theirs to see.
    if (table === 'matter_term') return seen || (actor.kind !== 'clock' && actor.kind !== 'system' && postKinds[actor.kind].reach !== 'own' && row.key.startsWith(actor.region.slice(0, 6)))
    if (table === 'matter_internal') return row.matter !== null && readsInternal(actor, row.matter)
    return table === 'file' ? (row.matter !== null && readsInternal(actor, row.matter)) || (row as FileRow).account === actor.account : seen
  }
  const check = async (actor: Actor): Promise<void> => {
    await database.scoped(actor, async tx => {
      for (const [table, rows] of all) {
        const found = await tx.query<Row>(`select ${keys[table] ?? ''} from ${table}`)
        assert.deepEqual(found.map(row => row.key).toSorted(), rows.filter(row => wanted(actor, table, row)).map(row => row.key).toSorted(), table)
      }
    })
  }
  for (const actor of Object.values(people)) await check(actor)
  await fc.assert(fc.asyncProperty(anyActor, check), { numRuns: 60 })
})

test('the clock and the platform see everything', async () => {
  for (const actor of [clock, system]) {
    const rows = await database.scoped(actor, tx => tx.query('select id from matter'))
    assert.equal(rows.length, matters().length)
  }
})

test('what anyone could act on is theirs to see, and on what is not, no step is taken, whichever', async () => {
  await fc.assert(fc.asyncProperty(anyActor, fc.constantFrom(...matters()), fc.constantFrom(...Object.keys(request.steps)), async (actor, matter, name) => {
    const shut = offers(request, matter, name, actor, history.now, law)
    if (sees(actor, matter.id)) return
    assert.ok(shut, `${actor.kind} could ${name}`)
    const answer = await act(house, actor, { id: randomUUID(), matter: matter.id, seq: matter.seq, step: name, input: {} }, history.now)
    assert.equal(refused(answer).code, 'not-found')
  }), { numRuns: 60 })
})

const asNobody = async (who: string | undefined, text: string): Promise<readonly object[]> =>
  database.owner(async tx => {
    await tx.simple(`set local role shanzhi_app${who === undefined ? '' : `; set local app.who = '${who}'`}`)
    const rows = await tx.query<object>(text)
    await tx.simple('reset role')
    return rows
  })

/** What stands open: the law's figures, places, offices, and posts. Every other table answers by who asks. */
const unguarded = [
  'category', 'category_group', 'migration', 'office', 'official_text', 'post', 'reference_version', 'region', 'region_successor', 'route', 'rule_row',
]

/** The tables that the unprivileged role may read at all. */
const readable = async (): Promise<readonly string[]> => (await database.owner(tx => tx.query<{ name: string }>(
  `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and has_any_column_privilege('shanzhi_app', oid, 'select') order by 1`))).map(row => row.name)

test('every table answers by who asks, save those that are named here', async () => {
  const rows = await database.owner(tx => tx.query<{ name: string }>(`select relname::text as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and has_any_column_privilege('shanzhi_app', oid, 'select')
    and (not relrowsecurity or exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.roles && '{shanzhi_app,public}' and p.cmd in ('SELECT', 'ALL') and p.qual = 'true')) order by 1`))
  assert.deepEqual(rows.map(row => row.name), unguarded)
})

test('an unset scope sees nothing and writes nothing', async () => {
  const officials = await database.owner(tx => tx.query('select distinct account from post'))
  for (const who of [undefined, '', '|||||']) {
    for (const table of (await readable()).filter(name => name !== 'account' && !unguarded.includes(name))) assert.deepEqual(await asNobody(who, `select ${table === 'sealed' ? 'matter, masked' : '*'} from ${table}`), [], `${who ?? 'unset'} ${table}`)
    assert.equal((await asNobody(who, 'select id from account')).length, officials.length, 'but who holds a post, which anyone may know')
    await assert.rejects(asNobody(who, `insert into matter_term (county, term, opened, matter) values ('630202', 'x', now(), gen_random_uuid())`))
    await assert.rejects(asNobody(who, `update matter set title = 'x'; insert into tally values ('630202', '630202', 'request', 'due', '2026-06-01', 1)`))
  }
})

const tablesOf = async (): Promise<readonly string[]> =>
  (await database.owner(tx => tx.query<{ name: string }>(`select format('%I', tablename) as name from pg_tables where schemaname = 'public' order by 1`))).map(row => row.name)

const everything = async (): Promise<string> => {
  const sums = await Promise.all((await tablesOf()).map(async table => {
    const [row] = await database.owner(tx => tx.query<{ sum: string }>(`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${table} t`))
    return `${table} ${row?.sum ?? ''}`
  }))
  return sums.join('\n')
}

test('20.2: whoever only reads can write nothing, with whatever statement: the database itself refuses', async () => {
  const [matter] = matters().filter(one => sees(people.auditor, one.id) && Object.keys(one.clocks).length > 0)
  assert.ok(matter)
  const its = `'${matter.county}', '${matter.id}'`
  const statements = [
    `insert into matter (county, id, number, procedure, version, region, stage, title, opened, updated, due, seq, facts, clocks, head)
       select county, gen_random_uuid(), number || 'x', procedure, version, region, stage, title, opened, updated, due, seq, facts, clocks, head from matter limit 1`,
    `update matter set title = 'x'`, `update matter set late = not late where id = '${matter.id}'`, 'delete from matter',
    `insert into entry select county, matter, seq + 1000, at, step, '\\x01', given, actor, stage, version, outcome, prev, hash from entry limit 1`, `update entry set step = 'x'`, 'delete from entry',
    `insert into sealed (county, matter, seq, fact, class, masked) values (${its}, 99, 'text', 'internal', '""')`, `update sealed set value = null`, 'delete from sealed',
    `insert into party (county, matter, role, account, since) values (${its}, 'reporter', '${people.auditor.account}', now())`, `update party set hidden = false`, 'delete from party',
    `insert into deadline (county, matter, clock, id, due, provisional, step) values (${its}, 'x', gen_random_uuid(), now(), false, 'escalate')`, `update deadline set due = now()`, 'delete from deadline',
    `insert into link (county, matter, kind, other) values (${its}, 'joined', gen_random_uuid())`, `update link set kind = 'x'`, 'delete from link',
    `insert into matter_term (county, term, opened, matter) values ('630202', 'x', now(), '${matter.id}')`, `update matter_term set term = 'x'`, 'delete from matter_term',
    `insert into tally (county, region, procedure, measure, month, n) values ('630202', '630202', 'request', 'due', '2026-06-01', 9)`, 'update tally set n = 0', 'delete from tally',
    `insert into tally_sum (county, procedure, level, region, measure, month, n) values ('630202', 'request', 9, '630202001', 'due', '2026-06-01', 9)`, 'update tally_sum set n = 0', 'delete from tally_sum',
    `insert into notice (id, county, account, at, words) values (gen_random_uuid(), '630202', '${people.auditor.account}', now(), '{}')`, `update notice set words = '{}' where account <> '${people.auditor.account}'`, 'delete from notice',
    `select app_notify(${its}::uuid, now(), null, '[{"to":{"party":"reporter"},"words":{"zh":"x","en":"x"}}]')`,
    `insert into file (id, account, name, type, bytes, digest, given) values (gen_random_uuid(), '${people.auditor.account}', 'x', 'image/png', 1, '\\x00', now())`,
    `update file set name = 'x'`, `update file set county = '${matter.county}', matter = '${matter.id}'`, 'delete from file',
    `insert into precedent (county, id, region, office, ruling, matter, at) values ('630202', gen_random_uuid(), '630202', '630202/centre', 'x', '${matter.id}', now())`,
    ...['region', 'office', 'account', 'post', 'category', 'route', 'household', 'person'].flatMap(table => [`update ${table} set since = since`, `delete from ${table}`]).map(text => text.replace(/(account|household|person) set since = since/, '$1 set id = id')),
    `insert into retention (county, matter, kind, procedure, region, ended, months) values (${its}, 'text', 'request', '630202', now(), 1)`, 'update retention set months = 0', 'delete from retention',
    `insert into retention_hold (county, id, matter, ground, since, until) values ('630202', gen_random_uuid(), '${matter.id}', 'audit', now(), '2030-01-01')`, 'update retention_hold set lifted = now()', 'delete from retention_hold',
    `insert into retention_run (day, updated) values ('2026-01-01', now())`, 'update retention_run set erased = 9', `insert into consent (county, id, purpose, child, given) values ('630202', gen_random_uuid(), 'publishName', false, now())`, 'update consent set withdrawn = null', 'delete from consent',
    `select app_erase(${its}::uuid, 1, '{}'::uuid[])`, `update file set gone = now()`,
    `insert into migration (name, digest) values ('x', 'x')`, 'delete from migration', `update demo set seed = 1`, `insert into official_text (article, paragraph, chapter, text, source, imported) values (1, 1, 1, 'x', 'x', now())`,
  ]
  const before = await everything()
  for (const text of statements) {
    try {
      await database.scoped(people.auditor, tx => tx.query(text))
    } catch (error) {
      assert.equal(sqlState(error), '42501', `${text}: ${String(error)}`)
    }
  }
  assert.equal(await everything(), before)
})

test('20.2: the administrators of accounts and of rights take no step but those of their own procedures, wherever', async () => {
  const own: readonly string[] = ['account-opening', 'appointment']
  for (const actor of [people.systemAdmin, people.securityAdmin, people.citySystemAdmin, people.citySecurityAdmin]) {
    for (const procedure of house.procedures.filter(one => !own.includes(one.name))) {
      for (const name of openingSteps(procedure)) {
        for (const [region] of regions) assert.equal(offers(procedure, embryo(procedure, randomUUID(), countyOf(region), region, history.now.toISOString()), name, actor, history.now, law)?.code, 'not-yours', `${procedure.name} ${name}`)
      }
    }
    for (const matter of matters()) {
      for (const name of Object.keys(request.steps)) assert.ok(offers(request, matter, name, actor, history.now, law), `${actor.kind} could ${name}`)
    }
  }
})

test('20.2: nor do they write with statements of their own what others entered, accounts, posts or registers: rights come by procedure alone', async () => {
  const changes = { region: `name = 'x'`, office: `zh = 'x'`, account: `name = 'x'`, post: 'until = now()', category: `zh = 'x'`, category_group: `zh = 'x'`, route: `zh = 'x'`, household: `address = 'x'`, person: `name = 'x'` }
  const statements = [
    ...Object.entries(changes).flatMap(([table, change]) => [`update ${table} set ${change}`, `delete from ${table}`]),
    ...['matter', 'entry', 'sealed', 'party', 'deadline', 'link', 'tally', 'tally_sum', 'file'].map(table => `delete from ${table}`),
    `update matter set title = 'x'`, `update entry set step = 'x'`, 'update sealed set value = null', 'update party set hidden = false', 'update deadline set due = now()', 'update tally set n = 0', `update file set name = 'x'`,
    `insert into post (id, account, kind, region, clearance, since) values (gen_random_uuid(), '${people.systemAdmin.account}', 'lead', '6302', 'sensitive', now())`,
    `insert into account (id, name, pinyin, created) values (gen_random_uuid(), 'x', 'x', now())`,
    `insert into rule_row (id, name, unit, value, since, kind, source_zh, source_en, checked, confirmed) values (gen_random_uuid(), 'access.invitation', 'days', '900', '2026-01-01', 'local', 'x', 'x', '2026-01-01', true)`,
    `insert into precedent (county, id, region, office, ruling, matter, at) values ('630202', gen_random_uuid(), '630202', '630202/centre', 'x', gen_random_uuid(), now())`,
    `insert into migration (name, digest) values ('x', 'x')`, `update demo set seed = 1`, `insert into official_text (article, paragraph, chapter, text, source, imported) values (1, 1, 1, 'x', 'x', now())`,
    `insert into auth.invitation (account, act, digest, until) values ('${people.handler.account}', 1, '\\x00', now())`, 'delete from auth.session', `update auth.credential set password = 'x'`,
  ]
  const before = await everything()
  for (const actor of [people.systemAdmin, people.securityAdmin, people.citySystemAdmin, people.citySecurityAdmin, people.auditor]) {
    for (const text of statements) {
      try {
        await database.scoped(actor, tx => tx.query(text))
      } catch (error) {
        assert.equal(sqlState(error), '42501', `${text}: ${String(error)}`)
      }
    }
  }
  assert.equal(await everything(), before)
})

test('20.2: an administrator reads by that post what is public; who rules on what is put to their office, that besides, and nothing of any area', () => {
  assert.deepEqual(administrators.map(kind => [kind, postKinds[kind].clearance, postKinds[kind].reach]), [['systemAdmin', 'public', 'own'], ['securityAdmin', 'internal', 'own'], ['auditor', 'public', 'region']])
})

test('what was entered is neither changed nor taken away, by nobody who acts and not by the platform', async () => {
  for (const actor of [people.handler, people.countyLead, clock, system]) {
    for (const text of [`update entry set step = 'x'`, 'delete from entry', `update sealed set value = null`, 'delete from sealed', 'delete from matter', 'delete from party', 'update party set hidden = false', 'truncate entry']) {
      await assert.rejects(database.scoped(actor, tx => tx.query(text)), error => sqlState(error) === '42501', text)
    }
  }
})

test('25.3: nobody finds an anonymous reporter: not their account, not their name, in nothing they can read', async () => {
  const city = live(house, '2026-08-03 10:00')
  const photo = randomUUID()
  const person: Actor = { ...people.neighbour, account: randomUUID() }
  await database.owner(tx => tx.query(`insert into account (id, name, pinyin, created) values ($1::uuid, '祁玉兰', 'qi yu lan', now())`, [person.account]))
  await database.scoped(person, tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 1, '\\x00', now())`, [photo, person.account]))
  const id = randomUUID()
  const run = async (asked: object) => act(house, person, { id: randomUUID(), ...asked } as Parameters<typeof act>[2], city.now())
  const told = { text: '有人夜间倾倒垃圾', place: '630202001001', anonymous: true, contactName: '祁玉兰', contactPhone: '13909725566', photos: [photo] }
  assert.ok('seq' in await run({ id, procedure: 'request', step: 'report', input: told }))
  assert.ok('seq' in await run({ matter: id, seq: 1, step: 'supplement', input: { supplement: '昨晚又来了' } }))
  await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
  await city.does('handler', 'accept', id)
  assert.ok('seq' in await run({ matter: id, seq: 4, step: 'urge', input: {} }))
  await city.does('handler', 'resolve', id, { outcome: 'fixed', result: '已清运并安装探头' })

  const tables = await tablesOf()
  const tells = [person.account, '祁玉兰', '13909725566', 'qi yu lan', '祁*', '139****5566']
  for (const name of names) {
    for (const table of tables) {
      const rows = await database.scoped(people[name], tx => tx.query<{ row: string }>(`select t::text as row from ${table} t`)).catch((error: unknown) => {
        assert.equal(sqlState(error), '42501')
        return []
      })
      const found = rows.filter(({ row }) => tells.some(telling => row.includes(telling)))
      assert.deepEqual(found, [], `${name} ${table}`)
    }
    const page = await database.scoped(people[name], tx => readMatter(tx, house, people[name], id))
    for (const telling of [...tells, 'keptName', 'keptPhone']) assert.ok(!JSON.stringify([page?.facts, page?.entries]).includes(telling), `${name} ${telling}`)
  }
  const own = await database.scoped(person, tx => readMatter(tx, house, person, id))
  assert.ok(own?.own && own.facts.find(fact => fact.fact === 'keptName')?.value === '祁玉兰', 'they themselves read what they gave')
  const cleared: Actor = { ...people.countyLead, clearance: 'confidential' }
  const whole = await database.scoped(cleared, tx => readMatter(tx, house, cleared, id))
  assert.deepEqual(whole?.entries[0]?.facts.filter(fact => fact.fact.startsWith('kept')).map(fact => fact.value), ['祁玉兰', '13909725566'], 'and so does who is cleared for it')
})

test('25.3: a grid worker who reports anonymously leaves neither account nor post in the matter', async () => {
  const city = live(house, '2026-08-03 10:00')
  const id = await city.opens('gridWorker', { text: '楼道堆放杂物', place: '630202001001', anonymous: true })
  await city.does('gridWorker', 'supplement', id, { supplement: '三单元也有' })
  const { account, post = '' } = people.gridWorker
  for (const table of Object.keys(keys)) {
    const rows = await database.scoped(people.dispatcher, tx => tx.query<{ row: string }>(`select ${table === 'sealed' ? '(t.matter, t.seq, t.fact, t.masked)' : 't'}::text as row from ${table} t where ${table.startsWith('matter') && table !== 'matter_term' ? 'id' : 'matter'} = $1::uuid`, [id]))
    for (const { row } of rows) assert.ok(!row.includes(account) && !row.includes(post), `${table}: ${row}`)
  }
})

test('every fact a reader meets is masked where its class is above theirs, unless they gave it', async () => {
  const raw = new Map<string, unknown>()
  const sealed = await database.owner(tx => tx.query<{ matter: string; seq: number; fact: string; value: Uint8Array }>('select matter, seq, fact, value from sealed'))
  for (const { matter, seq, fact, value } of sealed) raw.set(`${matter} ${seq} ${fact}`, unseal(house.keys, { matter, seq, fact }, value))
  let [clear, masked] = [0, 0]
  for (const name of names) {
    const actor = people[name]
    for (const { id } of matters().filter(one => sees(actor, one.id))) {
      const page = await database.scoped(actor, tx => readMatter(tx, house, actor, id))
      assert.ok(page, name)
      const matter = history.model.matters.get(id)
      const mayRead = (fact: string, seq: number): boolean =>
        matter !== undefined && groundFor(actor, matter, [], { fact, seq, class: request.facts[fact as keyof typeof request.facts].class }) !== undefined
      for (const entry of page.entries) {
        for (const { fact, value, masked: hidden } of entry.facts) {
          const given = raw.get(`${id} ${entry.seq} ${fact}`)
          if (given === undefined) continue
          assert.equal(hidden, !mayRead(fact, entry.seq), `${name} ${fact}`)
          if (hidden) masked += 1
          else clear += 1
          if (hidden) assert.notDeepEqual(value, given)
          else assert.deepEqual(value, given)
        }
      }
      const open = page.facts.filter(fact => !fact.masked).map(fact => fact.fact)
      const seqOf = (fact: string): number => Math.max(0, ...[...raw.keys()].filter(key => key.startsWith(`${id} `) && key.endsWith(` ${fact}`)).map(key => Number(key.split(' ')[1])))
      for (const fact of open) assert.ok(mayRead(fact, seqOf(fact)), `${name} ${fact}`)
    }
  }
  assert.ok(clear > 50 && masked > 50, 'both were met')
})

test('a file is listed to whoever reads a fact that names it, and to nobody else', async () => {
  const city = live(house, '2026-08-03 10:00')
  const give = async (who: Name): Promise<string> => {
    const id = randomUUID()
    await database.scoped(people[who], tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 1, '\\x00', now())`, [id, people[who].account]))
    return id
  }
  const [first, later, done] = [await give('resident'), await give('resident'), await give('handler')]
  const id = await city.opens('resident', { text: '井盖破损，行人易摔', place: '630202001001', photos: [first] })
  await city.does('resident', 'supplement', id, { supplement: '近照', photos: [later] })
  await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
  await city.does('handler', 'accept', id)
  await city.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换井盖', evidence: [done] })
  const all = [first, later, done].toSorted()
  let blind = 0
  for (const name of names) {
    const page = await database.scoped(people[name], tx => readMatter(tx, house, people[name], id))
    if (!page) continue
    const clear = reads(people[name].clearance, 'internal') || page.own
    blind += clear ? 0 : 1
    assert.deepEqual(page.files.map(file => file.id).toSorted(), clear ? all : [], name)
  }
  assert.ok(blind > 0, 'somebody sees the matter and not its photos')
})

test('a grid worker meets no sensitive value, a deputy no internal one, in lists or pages', async () => {
  const sensitive = ['王小明', '马𠅤', '13897221234', '13997225678']
  const internal = ['路灯坏了好几天', '垃圾没人清运，气味很大', '路面塌陷，车辆难行']
  const listed = (actor: Actor) => database.scoped(actor, tx => list(tx, actor, { scope: 'region', counties: ['630202'], all: true, limit: 200 }))
  const { rows } = await listed(people.gridWorker)
  assert.ok(rows.length > 3)
  for (const value of sensitive) assert.ok(!JSON.stringify(rows).includes(value), 'not even in the row itself')

  const seen = (await listed(people.deputy)).rows
  assert.ok(seen.length > 10)
  for (const row of seen) {
    const line = [row.title, ...shown(request, row)]
    const page = await database.scoped(people.deputy, tx => readMatter(tx, house, people.deputy, row.id))
    const told = JSON.stringify([line, page?.facts, page?.entries])
    for (const value of [...sensitive, ...internal]) assert.ok(!told.includes(value), value)
    assert.match(row.title, /^…\(≤\d+\)$/)
  }
})

test('search words of what is above internal stand nowhere, only keyed tokens', async () => {
  const terms = await database.owner(tx => tx.query<{ term: string }>('select distinct term from matter_term'))
  assert.ok(terms.some(({ term }) => term.startsWith('phone#')) && terms.some(({ term }) => term.startsWith('name#')))
  for (const { term } of terms) assert.ok(!/王小|小明|马𠅤|1389722|1399722|^1234$|^5678$/u.test(term), term)
})

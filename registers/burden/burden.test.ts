import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { system } from '../../kernel/post.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live, rowOf } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver, idOf, people } from '../../test/helpers/world.ts'
import type { House } from '../../store/house.ts'
import { verifyCounty } from '../../store/verify.ts'
import { recordRefusedAttempt } from '../gate.ts'
import { notBorne } from './borne.ts'
import { loadByCommunity, loadByMonth } from './communities.ts'
import { loadByIssuer, refusedByCommunity, refusedByOffice } from './issuers.ts'
import { attemptsAt, plannedIn, tasksIn, villageData, type GivenTask } from './lists.ts'
import { daysOf, monthsTo, share } from './months.ts'
import { warnOfBurden } from './warn.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(async () => {
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
  await database.close()
})

type Row = Omit<GivenTask, 'number' | 'title'> & { readonly source: string | null }

const fill = (rows: readonly Row[]): Promise<unknown> => database.owner(async tx => {
  await tx.query('delete from given_work')
  await tx.query(
    `insert into given_work (county, matter, number, community, township, issuer, source, kind, form, title, since, until, minutes, fields, promised, delivered, state, open)
     select '630202', matter, left(matter::text, 8), community, left(community, 9), issuer, source, kind, form, 'a task', since, until, minutes, fields, promised, delivered, state, open
     from jsonb_to_recordset($1::jsonb) as r(matter uuid, community text, issuer text, source uuid, kind text, form text, since date, until date, minutes int, fields int, promised int, delivered int, state text, open boolean)`, [JSON.stringify(rows)])
})

const day = fc.integer({ min: 0, max: 500 }).map(n => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10))
const row: fc.Arbitrary<Row> = fc.record({
  matter: fc.uuid(), community: fc.constantFrom('630202001001', '630202001002', '630202101201', '630202001'), issuer: fc.constantFrom('630202/transport', '630202001/gov', ''),
  source: fc.option(fc.constantFrom(idOf('one'), idOf('two'))), kind: fc.constantFrom('assist' as const, 'entrust' as const, 'emergency' as const, 'own' as const, 'outside' as const), form: fc.constantFrom('form', 'task'),
  days: fc.tuple(day, day), minutes: fc.constantFrom(0, 1, 59, 180, 100_000), fields: fc.integer({ min: 0, max: 3 }), promised: fc.integer({ min: 0, max: 2 }), delivered: fc.constant(0),
  state: fc.constantFrom('doing', 'done', 'asked', 'disowned', 'declined', 'withdrawn', 'over', 'adopted'), open: fc.boolean(),
}).map(({ days: [a, b], ...rest }) => ({ ...rest, since: a < b ? a : b, until: a < b ? b : a }))

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const isForm = (one: Row): boolean => one.form === 'form' || one.fields > 0

test('the parts of a task’s months add up to all of it', () => {
  fc.assert(fc.property(row, one => {
    const months = monthsTo('2026-12-01', 36)
    assert.equal(sum(months.map(month => share(one, ...daysOf(month)))), one.minutes)
  }))
  assert.deepEqual([share({ since: '2026-06-30', until: '2026-07-01', minutes: 61 }, ...daysOf('2026-06')), share({ since: '2026-06-30', until: '2026-07-01', minutes: 61 }, ...daysOf('2026-07'))], [30, 31])
})

test('what the database sums is what the rows say, by community, month and issuer', async () => {
  const months = monthsTo('2025-12-05', 7)
  const [from, before, today] = ['2025-06-01', '2026-01-01', '2025-12-05']
  await fc.assert(fc.asyncProperty(fc.uniqueArray(row, { selector: one => one.matter, maxLength: 60 }), fc.constantFrom('630202', '630202001', '630202001001', '630202101'), async (rows, region) => {
    await fill(rows)
    const area = { region, counties: ['630202'] }
    const found = await database.scoped(system, async tx => ({
      places: await loadByCommunity(tx, area, [from, before], today), months: await loadByMonth(tx, area, months), issuers: await loadByIssuer(tx, area, [from, before], today),
      tasks: await tasksIn(tx, area, [from, before], today, {}, undefined, 100), planned: await plannedIn(tx, area, daysOf('2025-12'), 100),
    }))
    const borne = rows.filter(one => one.community.startsWith(region) && !notBorne.includes(one.state))
    const here = borne.filter(one => one.until >= from && one.since < before)
    const load = (list: readonly Row[]) => ({
      tasks: list.length, forms: list.filter(isForm).length, fields: sum(list.map(one => one.fields)), minutes: sum(list.map(one => share(one, from, before))),
      assist: list.filter(one => one.kind === 'assist').length, entrust: list.filter(one => one.kind === 'entrust').length, emergency: list.filter(one => one.kind === 'emergency').length,
      own: list.filter(one => one.kind === 'own').length, outside: list.filter(one => one.kind === 'outside').length, unestimated: list.filter(one => one.minutes === 0).length, promised: sum(list.map(one => one.promised)), delivered: 0,
      running: list.filter(one => one.open && one.since <= today && one.until >= today).length,
    })
    const by = <K extends 'community' | 'issuer'>(key: K) => [...Map.groupBy(here, one => one[key])].toSorted(([a], [b]) => (a < b ? -1 : 1))
    assert.deepEqual(found.places, by('community').map(([community, list]) => ({ community, ...load(list) })))
    assert.deepEqual(found.issuers, by('issuer').map(([issuer, list]) => ({
      issuer, communities: new Set(list.map(one => one.community)).size, disowned: list.filter(one => one.state === 'disowned').length, ...load(list),
    })))
    for (const month of months) {
      const [start, end] = daysOf(month)
      const touching = borne.filter(one => one.until >= start && one.since < end)
      const counted = found.months.filter(one => one.month === month)
      assert.deepEqual([sum(counted.map(one => one.tasks)), sum(counted.map(one => one.forms)), sum(counted.map(one => one.minutes))],
        [touching.length, touching.filter(isForm).length, sum(touching.map(one => share(one, start, end)))], month)
    }
    assert.deepEqual(found.tasks.map(one => one.matter).toSorted(), here.map(one => one.matter).toSorted())
    const december = borne.filter(one => one.until >= '2025-12-01' && one.since < '2026-01-01')
    assert.deepEqual(found.planned.map(one => one.matter).toSorted(), [...new Set(december.map(one => one.source ?? one.matter))].toSorted())
  }), { numRuns: 25 })
})

test('a list goes on page by page, and is narrowed as its figure was', async () => {
  const rows = Array.from({ length: 7 }, (_, n): Row => ({
    matter: idOf(`task ${n}`), community: '630202001001', issuer: n % 2 === 0 ? '630202/transport' : '630202001/gov', source: null, kind: n === 6 ? 'outside' : 'assist', form: n < 3 ? 'form' : 'task',
    since: '2026-06-01', until: '2026-06-30', minutes: 10, fields: 0, promised: n, delivered: 2, state: 'doing', open: n > 2,
  }))
  await fill(rows)
  const area = { region: '630202001', counties: ['630202'] }
  const list = (narrow: object, after?: { readonly at: string; readonly id: string }, limit = 50) => database.scoped(people.deputy, tx => tasksIn(tx, area, ['2026-06-01', '2026-07-01'], '2026-06-08', narrow, after, limit))
  const first = await list({}, undefined, 4)
  const last = first.at(-1)
  const rest = await list({}, { at: last?.since ?? '', id: last?.matter ?? '' }, 4)
  assert.equal(new Set([...first, ...rest].map(one => one.matter)).size, 7)
  assert.deepEqual([(await list({ issuer: '630202001/gov' })).length, (await list({ kind: 'outside' })).length, (await list({ forms: true })).length, (await list({ lacking: true })).length, (await list({ running: true })).length], [3, 1, 3, 4, 4])
})

test('what was begun and then taken back or ran out was borne until then; what never was begun, by nobody', async () => {
  const one = (n: number, state: string): Row => ({
    matter: idOf(`cut ${n}`), community: '630202001001', issuer: '630202/transport', source: null, kind: 'assist', form: 'task', since: '2026-06-01', until: '2026-06-10', minutes: 60, fields: 0, promised: 0, delivered: 0, state, open: false,
  })
  await fill([one(1, 'withdrawn'), one(2, 'withdrawn'), one(3, 'released'), one(4, 'declined'), one(5, 'over'), one(6, 'over')])
  await database.owner(tx => tx.query(`update given_work set begun = '2026-06-01' where matter = any($1::uuid[])`, [`{${[1, 3, 4, 5].map(n => idOf(`cut ${n}`)).join(',')}}`]))
  const area = { region: '630202001001', counties: ['630202'] }
  const [place] = await database.scoped(system, tx => loadByCommunity(tx, area, ['2026-06-01', '2026-07-01'], '2026-06-20'))
  assert.deepEqual([place?.tasks, place?.minutes], [3, 180])
})

test('what the gate refused is counted by office and rule, and for each place that would have got it', async () => {
  const tried = (act: string, to: readonly string[], by = '630202/transport', code = 'not-listed') => database.scoped(system, tx =>
    recordRefusedAttempt(tx, { act, by, to: to.map(place => `${place}/committee`), code, step: 'propose' }, instant(`2026-06-0${act} 10:00`)))
  await tried('1', ['630202001001', '630202001002'])
  await tried('2', ['630202001001'], '630202001/gov', 'no-conditions')
  await tried('2', ['630202001001'], '630202001/gov', 'no-conditions')
  await tried('3', ['630202101201'])
  const [from, before] = [instant('2026-06-01 00:00'), instant('2026-07-01 00:00')]
  const of = (region: string) => database.scoped(people.auditor, async tx => {
    const area = { region, counties: ['630202'] }
    return { offices: await refusedByOffice(tx, area, from, before), places: await refusedByCommunity(tx, area, from, before), list: await attemptsAt(tx, area, from, before, undefined, undefined, 10) }
  })
  const county = await of('630202')
  assert.deepEqual(county.offices, [{ office: '630202/transport', code: 'not-listed', n: 2 }, { office: '630202001/gov', code: 'no-conditions', n: 1 }])
  assert.deepEqual(county.places, [{ community: '630202001001', n: 2 }, { community: '630202001002', n: 1 }, { community: '630202101201', n: 1 }])
  assert.deepEqual(county.list.map(one => one.act), ['3', '2', '1'])
  const [last] = county.list
  const more = await database.scoped(system, tx => attemptsAt(tx, { region: '630202', counties: ['630202'] }, from, before, undefined, { at: last?.at.toISOString() ?? '', id: last?.act ?? '' }, 10))
  assert.deepEqual(more.map(one => one.act), ['2', '1'])
  const township = await of('630202001')
  assert.deepEqual([township.offices.map(one => one.n), township.list.length, (await of('630202101')).list.length, (await of('630202001002')).list.length], [[1, 1], 2, 1, 1])
})

test('over a ceiling the county is told once a month, whoever asks how often', async () => {
  const over = (community: string, minutes: number, n: number): Row => ({
    matter: idOf(`over ${n}`), community, issuer: '630202/transport', source: null, kind: 'assist', form: 'task', since: '2026-06-01', until: '2026-07-31', minutes, fields: 0, promised: 0, delivered: 0, state: 'doing', open: true,
  })
  // Sixty-one days, thirty of them in June: 4,882 minutes give 2,400 to June, 4,883 give 2,401.
  await fill([over('630202001001', 4883, 1), over('630202001002', 4880, 2), over('630202001', 90_000, 3)])
  const now = instant('2026-06-08 10:00')
  assert.equal(await warnOfBurden(house, ['6302', '630202', '630203'], now), 1)
  assert.equal(await warnOfBurden(house, ['630202'], now), 0)
  await database.owner(tx => tx.query(`update given_work set minutes = 9000 where community = '630202001001'`))
  assert.equal(await warnOfBurden(house, ['630202'], instant('2026-06-20 10:00')), 0, 'more of the same month is the same warning')
  const [row] = await database.scoped(people.auditor, tx => tx.query<{ id: string }>(`select id from matter where procedure = 'burden-warning'`))
  const { facts, holder, region } = await rowOf(house, row?.id ?? '')
  assert.deepEqual([facts['minutes'], facts['ceilingMinutes'], holder?.office, region], [2401, 2400, '630202/lead', '630202001001'])
  assert.equal(await warnOfBurden(house, ['630202'], instant('2026-07-01 09:00')), 2, 'a new month, new warnings: thirty-one of sixty-one days of the second come to 2,480')
})

test('50.2: an order logged stands in the register; its office sees the order and never who logged it', async () => {
  await fill([])
  const city = live(house)
  const id = await city.opens('gridWorker', { village: '630202001001', office: '630202001/gov', what: '今天报车辆台账', channel: 'chat', manner: 'form', minutes: 60 }, 'log', 'outside-order')
  const area = { region: '630202001001', counties: ['630202'] }
  const list = () => database.scoped(people.resident, tx => tasksIn(tx, area, ['2026-06-01', '2026-07-01'], '2026-06-08', {}, undefined, 10))
  assert.deepEqual((await list()).map(({ matter, issuer, kind, state, minutes }) => ({ matter, issuer, kind, state, minutes })), [{ matter: id, issuer: '630202001/gov', kind: 'outside', state: 'asked', minutes: 60 }])
  for (const who of ['handler', 'townLead', 'committee', 'dispatcher', 'countyLead'] as const) {
    const told = await database.scoped(people[who], async tx => JSON.stringify([
      await tx.query(`select to_jsonb(m) as row from matter m where id = $1::uuid`, [id]), await tx.query(`select to_jsonb(p) as row from party p where matter = $1::uuid`, [id]),
      await tx.query(`select to_jsonb(e) as row from entry e where matter = $1::uuid`, [id]), await tx.query(`select to_jsonb(g) as row from given_work g where matter = $1::uuid`, [id])]))
    assert.ok(!told.includes(people.gridWorker.account), who)
    assert.ok(told.includes('630202001001'), who)
  }
  assert.equal((await city.refused('handler', 'adopt', id, { commission: idOf('commission') })).code, 'not-brought')
  await fill([{ matter: id, community: '630202001001', issuer: '630202001/gov', source: null, kind: 'outside', form: 'form', since: '2026-06-08', until: '2026-06-08', minutes: 60, fields: 0, promised: 0, delivered: 0, state: 'asked', open: true },
    { matter: idOf('task'), community: '630202001001', issuer: '630202001/gov', source: idOf('commission'), kind: 'assist', form: 'form', since: '2026-06-08', until: '2026-06-08', minutes: 60, fields: 0, promised: 0, delivered: 0, state: 'doing', open: true }])
  await city.does('handler', 'adopt', id, { commission: idOf('commission') })
  assert.deepEqual((await list()).map(one => one.kind), ['assist'], 'borne once, under the commission')
  const next = await city.opens('gridWorker', { village: '630202001001', office: '630202001/gov', what: '再报一次车辆台账', channel: 'chat', minutes: 60 }, 'log', 'outside-order')
  for (const commission of ['commission', 'task']) assert.equal((await city.refused('handler', 'adopt', next, { commission: idOf(commission) })).code, 'not-brought', 'one commission brings in one order')
  await database.owner(tx => tx.query(`insert into given_work select county, $1::uuid, 'earlier', community, township, issuer, $2::uuid, item, kind, form, title, '2026-06-01', '2026-06-30', minutes, fields, promised, delivered, state, open from given_work where matter = $3::uuid`,
    [idOf('earlier task'), idOf('earlier'), idOf('task')]))
  assert.equal((await city.refused('handler', 'adopt', next, { commission: idOf('earlier') })).code, 'not-brought', 'nor one that was there before the order')
})

test('what a community has given is for who works there', async () => {
  await database.owner(tx => tx.query(`insert into village_data (county, village, name, value, as_of, until, source) values ('630202', '630202001001', '门面房数', '86', '2026-05-01', '2027-05-01', $1::uuid)`, [idOf('source')]))
  const seen = (who: 'committee' | 'otherGridWorker' | 'resident' | 'deputy' | 'townLead') => database.scoped(people[who], tx => villageData(tx, '630202', '630202001001'))
  assert.deepEqual(await seen('committee'), [{ name: '门面房数', value: '86', asOf: '2026-05-01', until: '2027-05-01' }])
  assert.deepEqual([(await seen('otherGridWorker')).length, (await seen('resident')).length, (await seen('deputy')).length, (await seen('townLead')).length], [0, 0, 0, 1])
})

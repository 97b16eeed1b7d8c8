import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live } from '../test/helpers/live.ts'
import { fillWorld, houseOver } from '../test/helpers/world.ts'
import { foldTallies } from './clock.ts'
import type { House } from './house.ts'
import { seal } from './seal.ts'
import { verifyCounty } from './verify.ts'

let database: TestDatabase
let house: House
let id: string

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

/** Two lives of several entries, each time anew: one to tamper with and one that stands beside it. */
beforeEach(async () => {
  await database.owner(tx => tx.simple('truncate matter, party, entry, sealed, deadline, link, matter_term, tally, tally_sum, notice, file, precedent'))
  const city = live(house)
  for (const one of [1, 2]) {
    id = await city.opens('resident', { text: `第${one}盏路灯不亮，晚上看不见路`, place: '630202001001', anonymous: true, contactName: '王小明' })
    await city.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202001/gov' })
    await city.does('handler', 'accept', id)
    await city.does('handler', 'note', id, { progress: '已联系电工' })
    await city.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  }
})

const tamper = (text: string, values: readonly unknown[] = [id]): Promise<unknown> => database.owner(tx => tx.query(text, values))

/** Each fault as one line; all must be of the matter tampered with, or of none. */
const faults = async (): Promise<readonly string[]> => {
  const { faults: found } = await verifyCounty(house, '630202')
  for (const fault of found) assert.ok(fault.matter === undefined || fault.matter === id, 'the other matter is sound')
  return found.map(fault => [fault.kind, ...(fault.seq === undefined ? [] : [fault.seq]), fault.what].join(' '))
}

test('what nobody touched has no fault, before and after the counters are folded', async () => {
  assert.deepEqual(await verifyCounty(house, '630202'), { matters: 2, entries: 10, erased: 0, faults: [] })
  await foldTallies(house, ['630202'])
  assert.deepEqual(await faults(), [])
})

test('an outcome changed is named, and what no longer follows from it', async () => {
  await tamper(`update entry set outcome = jsonb_set(outcome, '{set,category}', '"waste"') where matter = $1::uuid and seq = 2`)
  assert.deepEqual(await faults(), ['hash 2 its content does not give its hash', 'projection the row’s facts is not what the entries give'])
})

test('who acted, when, what and under which version: none is changed unnoticed', async () => {
  for (const change of [`actor = '{"kind": "lead"}'`, `at = at - interval '1 day'`, `step = 'settle'`, `stage = 'closed'`, `version = '2020-01-01'`, `act = '\\x01'`, `given = '\\x01'`]) {
    const [kept] = await database.owner(tx => tx.query<{ row: object }>('select to_jsonb(e) as row from entry e where matter = $1::uuid and seq = 4', [id]))
    await tamper(`update entry set ${change} where matter = $1::uuid and seq = 4`)
    assert.deepEqual(await faults(), ['hash 4 its content does not give its hash'], change)
    const column = change.slice(0, change.indexOf(' '))
    await tamper(`update entry set ${column} = r.${column} from jsonb_populate_record(null::entry, $2::jsonb) r where entry.matter = $1::uuid and entry.seq = 4`, [id, JSON.stringify(kept?.row)])
    assert.deepEqual(await faults(), [])
  }
})

test('an entry gone is named, and those behind it are not blamed for it', async () => {
  await tamper('delete from entry where matter = $1::uuid and seq = 3')
  const found = await faults()
  assert.deepEqual(found.filter(fault => /^(gap|hash)/.test(fault)), ['gap 3 entry 3 is missing', 'hash 4 does not follow the entry before it'])
  assert.ok(found.includes('projection the row’s seq is not what the entries give'))
})

test('the last entry gone shows in the head', async () => {
  await tamper('delete from entry where matter = $1::uuid and seq = 5')
  const found = await faults()
  assert.ok(found.includes('hash the matter’s head is not its last entry') && found.includes('projection the row’s stage is not what the entries give'))
})

test('all entries gone are missed', async () => {
  await tamper('delete from entry where matter = $1::uuid')
  assert.ok((await faults()).includes('hash the matter’s head is not its last entry'))
})

test('entries put in another order are named', async () => {
  await tamper(`update entry e set prev = o.prev from entry o where o.matter = e.matter and o.seq = 7 - e.seq and e.matter = $1::uuid and e.seq in (3, 4)`)
  const found = await faults()
  assert.deepEqual(found, [3, 4].flatMap(seq => [`hash ${seq} does not follow the entry before it`, `hash ${seq} its content does not give its hash`]))
})

test('a sealed value changed, by whoever holds the key, is named; so is one put in the place of another, and one gone', async () => {
  const other = seal(house.keys, { matter: id, seq: 5, fact: 'result' }, '什么也没做')
  const notEntered = 'digest 5 the value of result is not the one entered'
  const facts = 'projection the row’s facts is not what the entries give'
  await tamper(`update sealed set value = decode($2, 'hex') where matter = $1::uuid and seq = 5 and fact = 'result'`, [id, other.toString('hex')])
  assert.deepEqual(await faults(), [notEntered, facts])
  await tamper(`update sealed s set value = o.value, salt = o.salt from sealed o where o.matter = s.matter and o.fact = 'progress' and s.matter = $1::uuid and s.seq = 5`)
  assert.deepEqual(await faults(), [notEntered, facts])
  await tamper(`update sealed set salt = '\\x00' where matter = $1::uuid and fact = 'progress'`)
  assert.ok((await faults()).includes('digest 4 the value of progress is not the one entered'))
  await tamper(`delete from sealed where matter = $1::uuid and fact = 'result'`)
  assert.ok((await faults()).includes('digest 5 the value of result is gone'))
})

test('a value lawfully erased reads erased, not broken; all else is still held against the entries', async () => {
  await tamper(`update sealed set value = null, salt = null, erased = now() where matter = $1::uuid and fact in ('text', 'keptName')`)
  await tamper(`update matter set title = '', facts = facts - 'text' where id = $1::uuid`)
  assert.deepEqual(await verifyCounty(house, '630202'), { matters: 2, entries: 10, erased: 2, faults: [] })
  await tamper(`update matter set stage = 'closed' where id = $1::uuid`)
  assert.ok((await faults()).includes('projection the row’s stage is not what the entries give'))
})

const columns: { readonly [column: string]: string } = {
  stage: `'accepting'`, region: `'630202001002'`, title: `'别的标题'`, holder_office: `'630202/transport'`, holder_account: 'gen_random_uuid()', opened: `opened - interval '1 day'`, updated: `updated + interval '1 second'`,
  due: `'infinity'`, late: 'true', open: 'false', published: 'true', seq: '4', facts: `facts - 'category'`, clocks: `'{}'`, parties: `'[]'`, links: `'[{"kind": "joined", "matter": "x"}]'`,
}

test('the row changed in any column is named by it', async () => {
  for (const [column, value] of Object.entries(columns)) {
    const [kept] = await database.owner(tx => tx.query<{ row: object }>(`select to_jsonb(m) as row from matter m where id = $1::uuid`, [id]))
    await tamper(`update matter set ${column} = ${value} where id = $1::uuid`)
    const found = (await faults()).filter(fault => fault.startsWith('projection'))
    assert.deepEqual(found, [`projection the row’s ${column.startsWith('holder') ? 'holder' : column} is not what the entries give`], column)
    await tamper(`update matter set ${column} = r.${column} from jsonb_populate_record(null::matter, $2::jsonb) r where matter.id = $1::uuid`, [id, JSON.stringify(kept?.row)])
    assert.deepEqual(await faults(), [])
  }
})

test('who takes part, what is linked and what runs out: a row too many or too few in a table beside is named', async () => {
  const tampered: readonly (readonly [table: string, text: string])[] = [
    ['party', `insert into party (county, matter, role, office, since) values ('630202', $1::uuid, 'held', '6302/audit', now())`],
    ['party', `delete from party where matter = $1::uuid and office = '630202001/gov'`],
    ['party', `update party set hidden = false where matter = $1::uuid and hidden`],
    ['link', `insert into link (county, matter, kind, other) values ('630202', $1::uuid, 'joined', gen_random_uuid())`],
    ['deadline', `update deadline set due = due + interval '1 day' where matter = $1::uuid`],
    ['deadline', `delete from deadline where matter = $1::uuid`],
  ]
  for (const [table, text] of tampered) {
    const kept = await database.owner(tx => tx.query<{ row: object }>(`select to_jsonb(t) as row from ${table} t where matter = $1::uuid`, [id]))
    await tamper(text)
    assert.deepEqual(await faults(), [`projection its rows in ${table} are not what the entries give`], text)
    await tamper(`delete from ${table} where matter = $1::uuid`)
    await tamper(`insert into ${table} select r.* from jsonb_array_elements($1::jsonb) row cross join lateral jsonb_populate_record(null::${table}, row) r`, [JSON.stringify(kept.map(one => one.row))])
    assert.deepEqual(await faults(), [], text)
  }
})

test('a counter changed is named, with where and by how much, folded or not', async () => {
  const change = (measure: string, month: string, n: number) => tamper(
    `insert into tally (county, region, procedure, measure, month, n) values ('630202', '630202001001', 'request', $1, $2::date, $3::int)`, [measure, month, n])
  await change('open:verifying', '2000-01-01', -1)
  await change('reported', '2026-06-01', 3)
  assert.deepEqual(await faults(), ['counter request open:verifying of 630202001001 counts 1 too few', 'counter request reported of 2026-06 counts 3 too many'])
  await change('open:verifying', '2000-01-01', 1)
  await change('reported', '2026-06-01', -3)
  await foldTallies(house, ['630202'])
  assert.deepEqual(await faults(), [])
  await tamper(`update tally_sum set n = n + 1 where level = 15 and measure = 'reported'`, [])
  assert.deepEqual(await faults(), ['counter request reported of 2026-06 counts 1 too many', 'counter request reported of 630202 counts 1 too few', 'counter request reported of 630202001 counts 1 too few'])
  await tamper(`update tally_sum set n = n + 1 where level < 15 and measure = 'reported'`, [])
  await tamper(`update tally_sum set n = n - 1 where measure = 'reported'`, [])
  await tamper(`update tally_sum set n = n - 1 where level = 9 and measure = 'open:verifying'`, [])
  assert.deepEqual(await faults(), ['counter request open:verifying of 630202001 counts 1 too few'])
})

test('a late matter that is not counted late is named', async () => {
  await live(house).does('gridWorker', 'verify', id, { verified: false })
  await live(house).until('2026-06-18 10:00')
  assert.deepEqual(await faults(), [])
  await tamper(`delete from tally where measure like 'late:%'`, [])
  assert.deepEqual(await faults(), ['counter request late:handling of 630202001001 counts 1 too few'])
})

test('without its keys a site tells nothing of the values, and all else still holds', async () => {
  const keyless = { ...house, keys: { ...house.keys, seal: new Map<number, Buffer>() } }
  const found = (await verifyCounty(keyless, '630202')).faults
  assert.ok(found.length > 0 && found.every(fault => fault.kind === 'digest' || fault.kind === 'projection'))
})

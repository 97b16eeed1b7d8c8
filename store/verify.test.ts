import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { canonical } from '../kernel/canonical.ts'
import type { JsonObject } from '../kernel/words.ts'
import { live } from '../test/helpers/live.ts'
import { fillWorld, houseOver, idOf, people } from '../test/helpers/world.ts'
import { foldTallies } from './clock.ts'
import type { House } from './house.ts'
import { seal } from './seal.ts'
import { verifyCounty } from './verify.ts'

let database: TestDatabase
let house: House
let id: string
let photo: string

before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

/** Two lives of several entries, each time anew: one to tamper with and one that stands beside it. */
beforeEach(async () => {
  await database.owner(tx => tx.simple('truncate matter, matter_internal, party, entry, sealed, deadline, link, matter_term, tally, tally_sum, notice, file, precedent'))
  const city = live(house)
  for (const one of [1, 2]) {
    photo = randomUUID()
    await database.owner(tx => tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 3, sha256('abc'), now())`, [photo, people.resident.account]))
    id = await city.opens('resident', { text: `第${one}盏路灯不亮，晚上看不见路`, place: '630202001001', anonymous: true, contactName: '王小明', photos: [photo] })
    await city.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202001/gov' })
    await city.does('handler', 'accept', id)
    await city.does('handler', 'note', id, { progress: '已联系电工' })
    await city.does('handler', 'resolve', id, { outcome: 'fixed', result: '已更换灯泡' })
  }
})

const differ = (...columns: readonly string[]): readonly string[] => columns.map(column => `projection the row’s ${column} is not what the entries give`)

const tamper = (text: string, values: readonly unknown[] = [id]): Promise<unknown> => database.owner(tx => tx.query(text, values))

/** Changes rows of the matter in a table, says what is found then, and puts them back. */
const whileTampered = async (table: string, text: string, values?: readonly unknown[]): Promise<readonly string[]> => {
  const key = table === 'matter' || table === 'matter_internal' ? 'id' : 'matter'
  const kept = await database.owner(tx => tx.query<{ row: JsonObject }>(`select to_jsonb(t) as row from ${table} t where ${key} = $1::uuid`, [id]))
  const [{ names } = { names: '' }] = await database.owner(tx => tx.query<{ names: string }>(
    `select string_agg(column_name, ', ') as names from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`, [table]))
  await tamper(text, values)
  const found = await faults()
  const rows = [JSON.stringify(kept.map(one => one.row))]
  if (table === 'matter') await tamper(`update matter set (${names}) = (select ${names} from jsonb_populate_recordset(null::matter, $1::jsonb)) where id = '${id}'`, rows)
  else {
    await tamper(`delete from ${table} where ${key} = $1::uuid`)
    await tamper(`insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, rows)
  }
  assert.deepEqual(await faults(), [], `put back after: ${text}`)
  return found
}

/** Each fault as one line; all must be of the matter tampered with, or of none. */
const faults = async (): Promise<readonly string[]> => {
  const { faults: found } = await verifyCounty(house, '630202')
  for (const fault of found) assert.ok(fault.matter === undefined || fault.matter === id, 'the other matter is sound')
  return found.map(fault => [fault.kind, ...(fault.seq === undefined ? [] : [fault.seq]), fault.what].join(' '))
}

test('what nobody touched has no fault, before and after the counters are folded', async () => {
  assert.deepEqual(await verifyCounty(house, '630202'), { matters: 2, entries: 10, erased: [], files: 0, unread: 0, faults: [] })
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

test('an entry added behind the head by somebody without the secret is named forged', async () => {
  await tamper(`insert into entry select county, matter, 6, at, 'close', '\\x06', given, actor, 'closed', version, '{"stage": "closed", "clocks": {}}', hash, sha256('guessed') from entry where matter = $1::uuid and seq = 5`)
  assert.deepEqual((await faults()).filter(fault => !fault.startsWith('projection')), ['forged 6 stands behind the matter’s head and was not made by this site'])
})

test('entries put in another order are named', async () => {
  await tamper(`update entry e set prev = o.prev from entry o where o.matter = e.matter and o.seq = 7 - e.seq and e.matter = $1::uuid and e.seq in (3, 4)`)
  const found = await faults()
  assert.deepEqual(found, [3, 4].flatMap(seq => [`hash ${seq} does not follow the entry before it`, `hash ${seq} its content does not give its hash`]))
})

test('a sealed value changed, by whoever holds the key, is named; so is one put in the place of another, and one gone', async () => {
  const other = seal(house.keys, { matter: id, seq: 5, fact: 'result' }, '什么也没做')
  const notEntered = 'digest 5 the value of result is not the one entered'
  await tamper(`update sealed set value = decode($2, 'hex') where matter = $1::uuid and seq = 5 and fact = 'result'`, [id, other.toString('hex')])
  assert.deepEqual(await faults(), [notEntered, ...differ('facts', 'internal part')])
  await tamper(`update sealed s set value = o.value, salt = o.salt from sealed o where o.matter = s.matter and o.fact = 'progress' and s.matter = $1::uuid and s.seq = 5 and s.fact = 'result'`)
  assert.deepEqual(await faults(), [notEntered, ...differ('facts', 'internal part')])
  await tamper(`update sealed set salt = '\\x00' where matter = $1::uuid and fact = 'progress'`)
  assert.ok((await faults()).includes('digest 4 the value of progress is not the one entered'))
  await tamper(`delete from sealed where matter = $1::uuid and fact = 'result'`)
  assert.ok((await faults()).includes('digest 5 the value of result is gone'))
})

test('a value lawfully erased reads erased, not broken; all else is still held against the entries', async () => {
  await tamper(`update sealed set value = null, salt = null, masked = 'null', erased = '2026-06-30T00:00:00Z' where matter = $1::uuid and fact in ('text', 'keptName')`)
  await tamper(`update matter set title = '', facts = facts - 'text' - 'keptName' where id = $1::uuid`)
  await tamper(`update matter_internal set title = '', facts = facts - 'text' where id = $1::uuid`)
  const report = await verifyCounty(house, '630202')
  assert.deepEqual(report.faults, [])
  assert.deepEqual(report.erased.map(one => [one.matter, one.seq, one.fact, one.at.toISOString()]), ['text', 'keptName'].map(fact => [id, 1, fact, '2026-06-30T00:00:00.000Z']))
  for (const [column, value] of [['stage', `'accepting'`], ['title', `'别的标题'`], ['facts', `facts || '{"text": "别的内容"}'`], ['facts', `facts || '{"rating": 5, "inTime": true}'`], ['facts', `facts || '{"outcome": "cannot"}'`]]) {
    const found = await whileTampered('matter', `update matter set ${column} = ${value} where id = $1::uuid`)
    assert.deepEqual(found.filter(fault => !fault.startsWith('counter')), [`projection the row’s ${column} is not what the entries give`])
  }
})

test('a value destroyed without the stamp of an erasure is named, and switches nothing off', async () => {
  const gone = (fact: string, seq: number) => `digest ${seq} the value of ${fact} is gone and bears no stamp of an erasure`
  assert.deepEqual(await whileTampered('sealed', `update sealed set value = null where matter = $1::uuid and fact = 'progress'`), [gone('progress', 4), ...differ('facts', 'internal part')])
  assert.deepEqual(await whileTampered('sealed', `update sealed set value = null, salt = null where matter = $1::uuid and fact = 'progress'`), [gone('progress', 4), ...differ('facts', 'internal part')])
  await tamper(`update sealed set value = null, salt = null, masked = 'null' where matter = $1::uuid and fact = 'progress'`)
  await tamper(`update matter set title = '别的标题', facts = facts || '{"outcome": "cannot"}' where id = $1::uuid`)
  assert.deepEqual(await faults(), [gone('progress', 4), ...differ('title', 'facts', 'internal part')])
})

test('a stamp of erasure on what is not wholly gone is named', async () => {
  const left = 'digest 5 the value of result is stamped as erased and is not wholly gone'
  assert.deepEqual(await whileTampered('sealed', `update sealed set erased = now() where matter = $1::uuid and fact = 'result'`), [left])
  assert.ok((await whileTampered('sealed', `update sealed set erased = now(), value = null, salt = null where matter = $1::uuid and fact = 'result'`)).includes(left), 'a masked form could be read in its place')
  assert.ok((await whileTampered('sealed', `update sealed set erased = now(), value = null, masked = 'null' where matter = $1::uuid and fact = 'result'`)).includes(left))
})

test('the masked form and the class of a sealed value are held against the value and the declaration', async () => {
  assert.deepEqual(await whileTampered('sealed', `update sealed set masked = '"李**"' where matter = $1::uuid and fact = 'keptName'`), ['digest 1 the masked form of keptName is not that of its value'])
  assert.deepEqual(await whileTampered('sealed', `update sealed set masked = '"王小明"' where matter = $1::uuid and fact = 'keptName'`), ['digest 1 the masked form of keptName is not that of its value'])
  assert.deepEqual(await whileTampered('sealed', `update sealed set class = 'internal' where matter = $1::uuid and fact = 'keptName'`), ['digest 1 the class of keptName is not the one declared'])
})

test('a sealed value that no entry holds is named, also where its matter is not there', async () => {
  assert.deepEqual(await whileTampered('sealed', `insert into sealed select county, matter, 3, fact, class, value, salt, masked, erased from sealed where matter = $1::uuid and fact = 'result'`),
    ['surplus 3 a sealed value of result stands there that no entry holds'])
  await tamper(`insert into sealed select county, $2::uuid, seq, fact, class, value, salt, masked, erased from sealed where matter = $1::uuid and fact = 'result'`, [id, idOf('nobody’s')])
  const { faults: found } = await verifyCounty(house, '630202')
  assert.deepEqual(found, [{ kind: 'surplus', county: '630202', matter: idOf('nobody’s'), seq: 5, what: 'a sealed value of result stands there that no entry holds' }])
})

test('the account of a hidden party put in another’s name is named, and the entry tells nobody who it is', async () => {
  const [entry] = await database.owner(tx => tx.query<{ text: string }>('select outcome::text as text from entry where matter = $1::uuid and seq = 1', [id]))
  assert.ok(entry && !entry.text.includes(people.resident.account))
  assert.deepEqual(await whileTampered('party', `update party set account = '${people.neighbour.account}' where matter = $1::uuid and hidden`), ['projection 1 the hidden reporter in party is not the one entered'])
  const veils = await database.owner(tx => tx.query<{ veil: string }>(`select outcome -> 'parties' -> 0 ->> 'sealed' as veil from entry where seq = 1`))
  assert.equal(new Set(veils.map(row => row.veil)).size, 2, 'the same person is another in each matter')
})

/** What somebody without the secret, who knows the program, would do: change an entry and make every hash after it anew. */
test('a chain made anew from plain hashes, with the row to match, is named entry by entry', async () => {
  await tamper(`update entry set outcome = jsonb_set(outcome, '{set,outcome}', '"cannot"') where matter = $1::uuid and seq = 5`)
  await tamper(`update matter set facts = facts || '{"outcome": "cannot"}' where id = $1::uuid`)
  await tamper(`delete from matter_term where matter = $1::uuid and term like 'outcome=%'`)
  const entries = await database.owner(tx => tx.query<JsonObject & { prev: string }>(
    `select matter, seq, at, step, encode(act, 'hex') as act, encode(given, 'hex') as given, actor, stage, version::text as version, outcome, encode(prev, 'hex') as prev, county from entry where matter = $1::uuid and seq = 5`, [id]))
  for (const { prev, ...body } of entries) {
    const hash = createHash('sha256').update(Buffer.from(prev, 'hex')).update(canonical(JSON.parse(JSON.stringify({ ...body, procedure: 'request' })))).digest('hex')
    await tamper(`with e as (update entry set hash = decode($2, 'hex') where matter = $1::uuid and seq = 5) update matter set head = decode($2, 'hex') where id = $1::uuid`, [id, hash])
  }
  assert.deepEqual(await faults(), ['hash 5 its content does not give its hash'])
})

const columns: { readonly [column: string]: string } = {
  stage: `'accepting'`, region: `'630202001002'`, title: `'别的标题'`, holder_office: `'630202/transport'`, holder_account: 'gen_random_uuid()', opened: `opened - interval '1 day'`, updated: `updated + interval '1 second'`,
  due: `'infinity'`, late: 'true', open: 'false', published: 'true', seq: '4', facts: `facts - 'category'`, clocks: `'{}'`, parties: `'[]'`, links: `'[{"kind": "joined", "matter": "x"}]'`,
  number: `'630202-26-9999999'`, procedure: `'reference-change'`, version: `'2020-01-01'`,
}

test('the row changed in any column is named by it', async () => {
  for (const [column, value] of Object.entries(columns)) {
    const found = (await whileTampered('matter', `update matter set ${column} = ${value} where id = $1::uuid`)).filter(fault => !fault.startsWith('counter'))
    assert.deepEqual(found, [`projection the row’s ${column.startsWith('holder') ? 'holder' : column} is not what the entries give`], column)
  }
})

test('20.2: what is internal of a matter, changed in its own row or shown to all in the other, is named', async () => {
  for (const change of [`title = '别的标题'`, `facts = facts || '{"text": "别的内容"}'`, `region = '630202001002'`, `holder_office = '630202/transport'`]) {
    assert.deepEqual(await whileTampered('matter_internal', `update matter_internal set ${change} where id = $1::uuid`), ['projection the row’s internal part is not what the entries give'], change)
  }
  assert.deepEqual(await whileTampered('matter', `update matter m set title = i.title from matter_internal i where i.id = m.id and m.id = $1::uuid`), ['projection the row’s title is not what the entries give'])
  assert.deepEqual(await whileTampered('matter', `update matter m set facts = m.facts || i.facts from matter_internal i where i.id = m.id and m.id = $1::uuid`), ['projection the row’s facts is not what the entries give'])
})

test('a matter of one entry, which keeps no number yet, is held to the form of it', async () => {
  id = await live(house).opens('resident', { text: '又一盏路灯不亮', place: '630202001001' })
  for (const number of ['630203-26-0000009', '630202-25-0000009', '630202-26-9', '630202-26-000000x']) {
    assert.deepEqual(await whileTampered('matter', `update matter set number = '${number}' where id = $1::uuid`), ['projection the row’s number is not what the entries give'], number)
  }
})

test('numbers go on behind the ten millionth', async () => {
  await tamper(`select setval('matter_number', 9999998)`, [])
  const city = live(house)
  const numbers = []
  for (let i = 0; i < 3; i += 1) {
    id = await city.opens('resident', { text: '又一盏路灯不亮', place: '630202001001' })
    const [row] = await database.owner(tx => tx.query<{ number: string }>('select number from matter where id = $1::uuid', [id]))
    numbers.push(row?.number)
  }
  assert.deepEqual(numbers, ['630202-26-9999999', '630202-26-10000000', '630202-26-10000001'])
  assert.deepEqual(await faults(), [])
})

test('who takes part, what is linked and what runs out: a row too many, too few or changed in a table beside is named', async () => {
  const tampered: readonly (readonly [table: string, text: string])[] = [
    ['party', `insert into party (county, matter, role, office, since) values ('630202', $1::uuid, 'held', '6302/audit', now())`],
    ['party', `delete from party where matter = $1::uuid and office = '630202001/gov'`],
    ['party', `update party set hidden = false where matter = $1::uuid and hidden`],
    ['party', `update party set since = since - interval '1 day' where matter = $1::uuid and not hidden`],
    ['link', `insert into link (county, matter, kind, other) values ('630202', $1::uuid, 'joined', gen_random_uuid())`],
    ['deadline', `update deadline set due = due + interval '1 day' where matter = $1::uuid`],
    ['deadline', `update deadline set provisional = not provisional where matter = $1::uuid`],
    ['deadline', `delete from deadline where matter = $1::uuid`],
  ]
  for (const [table, text] of tampered) assert.deepEqual(await whileTampered(table, text), [`projection its rows in ${table} are not what the entries give`], text)
})

test('files: one put to the matter, one taken from it, and a row that is not that of its bytes', async () => {
  assert.deepEqual(await whileTampered('file', `insert into file (id, county, matter, name, type, bytes, digest, given) values ('${idOf('file')}', '630202', $1::uuid, 'b.jpg', 'image/jpeg', 1, '\\x00', now())`), [`file the file ${idOf('file')} is named by no entry`])
  assert.deepEqual(await whileTampered('file', 'delete from file where matter = $1::uuid'), [`file the file ${photo} named by an entry is not there`])
  const bytes = async (found: Uint8Array | 'gone' | 'changed' | 'unreachable') => {
    const report = await verifyCounty(house, '630202', undefined, asked => Promise.resolve(asked === photo ? found : Buffer.from('abc')))
    return [report.files, report.unread, ...report.faults.map(fault => `${fault.matter === id} ${fault.kind} ${fault.what}`)]
  }
  assert.deepEqual(await bytes(Buffer.from('abc')), [2, 0])
  assert.deepEqual(await bytes('gone'), [2, 0, `true file the bytes of the file ${photo} are gone`])
  assert.deepEqual(await bytes('changed'), [2, 0, `true file the bytes of the file ${photo} were changed`])
  assert.deepEqual(await bytes('unreachable'), [1, 1])
  await tamper(`update file set digest = sha256('xyz') where matter = $1::uuid`)
  assert.deepEqual(await bytes(Buffer.from('abc')), [2, 0, `true file the row of the file ${photo} is not that of its bytes`])
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
  const keyless = { ...house, keys: { ...house.keys, ring: { ...house.keys.ring, keys: new Map<number, never>() } } }
  const found = (await verifyCounty(keyless, '630202')).faults
  assert.ok(found.length > 0 && found.every(fault => fault.kind === 'digest' || fault.kind === 'projection'))
})

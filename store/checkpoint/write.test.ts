import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { canonical } from '../../kernel/canonical.ts'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live, type Live } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver } from '../../test/helpers/world.ts'
import type { House } from '../house.ts'
import { chain } from '../seal.ts'
import { verifyCounty } from '../verify.ts'
import { readCheckpoints, verifyCheckpoints } from '../verify/checkpoints.ts'
import type { DayDigest } from './digest.ts'
import { hashOfLine, type Checkpoint } from './line.ts'
import { linesOf, writeCheckpoint } from './write.ts'

let database: TestDatabase
let house: House
let city: Live
let ids: string[]
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const county = '630202'
const write = (at: string, digests: readonly DayDigest[] = []) => writeCheckpoint(database, county, instant(at), digests)
const lines = () => database.scoped(system, tx => linesOf(tx, county))
const tamper = (text: string, values: readonly unknown[] = []) => database.owner(tx => tx.query(text, values))

/** Against the lines that somebody keeps, and without them. */
const proved = async (kept: readonly string[], digests: readonly DayDigest[] = []): Promise<readonly string[]> => {
  const read = readCheckpoints(kept.join('\n')) ?? assert.fail('no checkpoints')
  return (await verifyCheckpoints(database, read, digests)).map(fault => fault.what)
}
const faults = async (): Promise<readonly string[]> =>
  (await verifyCounty(house, county)).faults.map(({ kind, matter, seq, what }) => [kind, matter === undefined ? '-' : ids.indexOf(matter), seq ?? '-', what].join(' '))

beforeEach(async () => {
  await database.owner(tx => tx.simple('truncate matter, matter_internal, party, entry, sealed, deadline, link, matter_term, tally, tally_sum, notice, file, precedent, checkpoint, checkpoint_head'))
  city = live(house)
  ids = []
  for (const n of [1, 2, 3]) ids.push(await city.opens('resident', { text: `第${n}盏路灯不亮，晚上看不见路`, place: '630202001001' }))
})

test('one checkpoint a legal day and county: all heads, chained to the one before, and days missed are told', async () => {
  assert.equal(await writeCheckpoint(database, '630203', instant('2026-06-09 00:10'), []), undefined, 'no matters, no checkpoint')
  const first = await write('2026-06-09 00:10')
  assert.equal(await write('2026-06-09 23:59'), undefined, 'the day has one')
  assert.deepEqual([first?.day, first?.matters, first?.previous, first?.missed], ['2026-06-09', 3, undefined, undefined])
  await city.does('dispatcher', 'dispatch', ids[0] ?? '', { category: 'road-damage', office: '630202001/gov' })
  const second = await write('2026-06-10 00:05')
  const third = await write('2026-06-14 08:00')
  assert.deepEqual([second?.missed, third?.missed], [undefined, { from: '2026-06-11', to: '2026-06-13' }])
  const kept = await lines()
  assert.deepEqual(kept.map(line => (JSON.parse(line) as Checkpoint).day), ['2026-06-09', '2026-06-10', '2026-06-14'])
  assert.deepEqual([second?.previous, third?.previous], kept.slice(0, 2).map(hashOfLine))
  assert.notEqual(first?.root, second?.root)
  assert.equal(second?.root, third?.root, 'nothing moved, the same tree')
  const heads = await database.owner(tx => tx.query<{ n: number }>('select count(*)::int as n from checkpoint_head group by day order by day'))
  assert.deepEqual(heads, [{ n: 3 }, { n: 1 }], 'only what moved is kept anew')
  assert.deepEqual(await proved(kept), [])
  assert.deepEqual(await proved(kept.slice(1)), [], 'a file may begin later')
  assert.deepEqual(await faults(), [])
  await city.does('handler', 'accept', ids[0] ?? '')
  assert.deepEqual(await proved(kept), [], 'chains go on behind a checkpoint')
})

test('the day is the legal one, whatever the machine’s', async () => {
  assert.equal((await write('2026-06-10 00:00'))?.day, '2026-06-10')
  assert.equal(await writeCheckpoint(database, county, new Date('2026-06-10T15:59:59Z'), []), undefined)
  assert.equal((await writeCheckpoint(database, county, new Date('2026-06-10T16:00:00Z'), []))?.day, '2026-06-11')
})

test('of several servers that ask at once one writes', async () => {
  const written = await Promise.all(Array.from({ length: 5 }, () => write('2026-06-09 00:10')))
  assert.equal(written.filter(Boolean).length, 1)
  assert.equal((await lines()).length, 1)
})

/** What the holder of the site's secret can do: change an entry and make its hash, and the head, anew. */
const rewrite = async (id: string): Promise<void> => {
  const [entry] = await database.owner(tx => tx.query<JsonObject & { prev: string; at: Date }>(
    `select matter, seq, at, step, encode(act, 'hex') as act, encode(given, 'hex') as given, '{"kind": "lead", "office": "6302/lead"}'::jsonb as actor, stage, version::text as version, outcome, encode(prev, 'hex') as prev from entry where matter = $1::uuid order by seq desc limit 1`, [id]))
  assert.ok(entry)
  const { prev, at, ...body } = entry
  const hash = chain(house.keys, Buffer.from(prev, 'hex'), { ...body, county, procedure: 'request', at: at.toISOString() }).toString('hex')
  await tamper(`update entry set actor = '{"kind": "lead", "office": "6302/lead"}', hash = decode($3, 'hex') where matter = $1::uuid and seq = $2::int`, [id, entry['seq'], hash])
  await tamper(`update matter set head = decode($2, 'hex') where id = $1::uuid`, [id, hash])
}

test('a chain written anew with the site’s secret verifies by itself, and is found out by what stood at a checkpoint', async () => {
  await rewrite(ids[1] ?? '')
  assert.deepEqual(await faults(), [], 'without a checkpoint nobody can tell')
  await write('2026-06-09 00:10')
  const kept = await lines()
  await city.does('dispatcher', 'dispatch', ids[1] ?? '', { category: 'road-damage', office: '630202001/gov' })
  await write('2026-06-10 00:10')
  await rewrite(ids[1] ?? '')
  assert.deepEqual(await faults(), ['checkpoint 1 2 the entry is not the one that stood there on 2026-06-10'])
  assert.deepEqual(await proved(kept), [], 'the day before holds')
  const now = await write('2026-06-11 00:10')
  assert.notEqual(now?.root, (JSON.parse((await lines())[1] ?? '') as Checkpoint).root, 'what was written anew at its place is a head that moved')
  assert.deepEqual(await faults(), ['checkpoint 1 2 the entry is not the one that stood there on 2026-06-10'])
  // Who also changes the heads that are kept meets the lines that others keep.
  await tamper(`update checkpoint_head h set head = m.head from matter m where m.id = h.matter and m.seq = h.seq and h.day < '2026-06-11'`)
  assert.deepEqual(await faults(), [])
  const published = await lines()
  assert.deepEqual(await proved(published), ['the heads kept for 2026-06-10 are not those published: 3 chains, another root'])
})

test('a matter that vanished is named, and so are last entries taken away', async () => {
  await city.does('dispatcher', 'dispatch', ids[0] ?? '', { category: 'road-damage', office: '630202001/gov' })
  await write('2026-06-09 00:10')
  for (const table of ['deadline', 'party', 'link', 'sealed', 'entry', 'matter_term']) await tamper(`delete from ${table} where matter = $1::uuid`, [ids[2]])
  await tamper(`delete from matter where id = $1::uuid`, [ids[2]])
  assert.deepEqual((await faults()).filter(one => one.startsWith('checkpoint')), ['checkpoint 2 1 the matter is gone, which stood at this entry on 2026-06-09'])
  await tamper(`delete from entry where matter = $1::uuid and seq = 2`, [ids[0]])
  await tamper(`update matter m set head = e.hash, seq = 1 from entry e where e.matter = m.id and e.seq = 1 and m.id = $1::uuid`, [ids[0]])
  assert.ok((await faults()).includes('checkpoint 0 2 the entry is gone, which stood there on 2026-06-09'))
  const kept = await lines()
  await tamper('delete from checkpoint_head where matter = $1::uuid', [ids[2]])
  assert.deepEqual(await proved(kept), ['the heads kept for 2026-06-09 are not those published: 2 chains instead of 3'])
})

test('lines changed, taken out or of another county are named by their place', async () => {
  for (const day of ['09', '10', '11']) await write(`2026-06-${day} 00:10`)
  const kept = await lines()
  const changed = (kept[1] ?? '').replace('"matters":3', '"matters":4')
  assert.deepEqual(await proved(kept.with(1, changed)), [
    'line 3 of the checkpoints (2026-06-11) does not follow the line before it', 'the checkpoint of 2026-06-10 does not stand here as it was published',
    'the heads kept for 2026-06-10 are not those published: 3 chains instead of 4'])
  assert.deepEqual(await proved(kept.toSpliced(1, 1)), ['line 2 of the checkpoints (2026-06-11) does not follow the line before it'])
  assert.deepEqual(await proved([...kept, 'junk']), ['line 4 of the checkpoints is none of 630202'])
  assert.equal(readCheckpoints('junk\n{}'), undefined)
  await tamper(`delete from checkpoint where day = '2026-06-11'`)
  assert.deepEqual(await proved(kept), ['the checkpoint of 2026-06-11 does not stand here as it was published'])
})

test('other digests of the days go into the line and are held against it; what the law removed since is passed over', async () => {
  let rows: number | undefined = 7
  const asked: unknown[] = []
  const log: DayDigest = { name: 'log', of: (_, of, days) => { asked.push([of, days]); return Promise.resolve(rows === undefined ? undefined : { rows }) } }
  assert.deepEqual((await write('2026-06-09 00:10', [log]))?.digests, { log: { rows: 7 } })
  await write('2026-06-12 00:10', [log])
  assert.deepEqual(asked, [[county, { before: '2026-06-09' }], [county, { from: '2026-06-09', before: '2026-06-12' }]])
  const kept = await lines()
  assert.deepEqual(await proved(kept, [log]), [])
  rows = 6
  assert.deepEqual(await proved(kept, [log]), ['2026-06-09', '2026-06-12'].map(day => `the digest of log before ${day} is not the one published`))
  rows = undefined
  assert.deepEqual(await proved(kept, [log]), [])
  assert.equal(canonical(JSON.parse(kept[0] ?? '')).includes('log'), true)
})

test('nobody but the platform reads the heads, and nobody changes them', async () => {
  await write('2026-06-09 00:10')
  await assert.rejects(database.scoped(system, tx => tx.query('delete from checkpoint_head')), { code: '42501' })
  await assert.rejects(database.scoped(system, tx => tx.query(`update checkpoint set line = ''`)), { code: '42501' })
  const { people } = await import('../../test/helpers/world.ts')
  assert.deepEqual(await database.scoped(people.cityLead, tx => tx.query('select from checkpoint_head')), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { cast } from '../../registers/ballots/cast.ts'
import type { Count } from '../../registers/ballots/count.ts'
import { makeKeys } from '../../registers/ballots/urn.ts'
import { dump } from '../../store/dump.ts'
import { refuseMissingKeys } from '../../store/keys-needed.ts'
import { countHeads } from '../../store/reseal.ts'
import { restore } from '../../store/restore.ts'
import { ringOf } from '../../store/ring.ts'
import { keysFrom } from '../../store/seal.ts'
import { verifyCounty } from '../../store/verify.ts'
import { openTestDatabase } from '../helpers/database.ts'
import { houseOver, secret } from '../helpers/world.ts'

import { accountOf, anAssembly, bookChecked, ballot, castBy, code, county, database, done, house, now, sheetOf, taken } from './hall.ts'

// Kept, restored, verified.

test('the key of the ring that sealed what opens a vote is in use until the urn is opened, and serving without it is refused', async () => {
  await database.owner(tx => tx.simple('delete from poll_secret'))
  const matter = await anAssembly()
  const other = keysFrom(secret, ringOf(secret, [{ id: 2, secret: 'the second secret of the ring, thirty-two characters and more' }]))
  const under = async (): Promise<number | undefined> => (await database.scoped(system, countHeads)).find(use => use.head === 2)?.values
  assert.equal(await under(), undefined)
  const sealedUnderTwo = await makeKeys(other.ring, matter)
  await database.scoped(system, async tx => {
    await tx.query('delete from poll_secret where matter = $1::uuid', [matter])
    await tx.query(`insert into poll_secret (county, matter, secret) values ($1, $2::uuid, decode($3, 'hex'))`, [county, matter, sealedUnderTwo.secret.toString('hex')])
  })
  assert.equal(await under(), 1)
  await assert.rejects(refuseMissingKeys(database, house.keys), /lacks key 2: 1 values/)
  await refuseMissingKeys(database, other)
  await database.owner(tx => tx.simple('delete from poll_secret'))
  assert.equal(await under(), undefined)
})

test('a site restored from an export made amid a vote goes on with it: nobody votes twice, and the urn opens', async () => {
  const matter = await anAssembly()
  for (const number of [1, 2, 3]) taken(await castBy(matter, number, 'for'))
  const late = await ballot(matter, 'against')
  const lines: string[] = []
  await dump(database, house.keys, line => { lines.push(line) })
  const to = await openTestDatabase()
  try {
    await restore(to, house.keys, (async function* () { yield* lines })())
    const there = houseOver(to)
    assert.equal(code(await cast(to, { account: accountOf(1), matter, number: 1, envelope: late }, now)), 'already-took-part')
    taken(await cast(to, { account: accountOf(4), matter, number: 4, envelope: late }, now))
    await to.scoped(system, async tx => there.recorders['poll-close']?.(tx, { county, matter }, now))
    const count = await to.scoped(system, async tx => there.loaders['count']?.(tx, { county, matter })) as Count
    assert.deepEqual(count.figures?.votes, { for: 3, against: 1, abstain: 0, spoilt: 0 })
  } finally {
    await to.close()
  }
})

test('`verify` counts every vote again and names the roll, urn or result that somebody changed in the database', async () => {
  assert.deepEqual((await verifyCounty(house, county)).faults, [])
  const matter = await anAssembly()
  for (const number of [1, 2, 3, 4, 5, 6, 7]) taken(await castBy(matter, number, number <= 4 ? 'for' : 'against'))
  await done('attendance', { matter, rows: [{ number: 8, way: 'hall' }] })
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }))
  await done('poll-close', { matter })
  await bookChecked(matter)
  await done('poll-publish', { matter, number: '1', place: '荒滩村' })
  assert.deepEqual((await verifyCounty(house, county)).faults, [])
  const changes: readonly (readonly [sql: string, back: string, named: RegExp])[] = [
    [`update roll_unit set name = '别人' where matter = '${matter}' and number = 1`, `update roll_unit set name = '王家0甲' where matter = '${matter}' and number = 1`, /the roll is not the one/],
    [`update urn_choice set mark = 'for' where matter = '${matter}'`, '', /not the sum of the counts/],
  ]
  for (const [sql, back, named] of changes) {
    await database.owner(tx => tx.simple(sql))
    const { faults } = await verifyCounty(house, county)
    assert.ok(faults.length > 0 && faults.every(one => one.kind === 'vote' && one.matter === matter), JSON.stringify(faults))
    assert.match(faults.map(one => one.what).join('; '), named)
    if (back !== '') await database.owner(tx => tx.simple(back))
  }
  await database.owner(tx => tx.simple(`update poll set result = replace(result, '"passed"', '"failed"') where matter = '${matter}'`))
  assert.match((await verifyCounty(house, county)).faults.map(one => one.what).join('; '), /the digest of the file.*“passed”; the file says “not passed”/i)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure } from '../../regulation/rules.ts'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { receiptOf } from '../../kernel/voting/envelope.ts'
import { recount, type ResultFile } from '../../kernel/voting/file.ts'
import { inUrn } from '../../registers/ballots/cast.ts'
import type { Attendance } from '../../registers/ballots/count.ts'
import { publishedOf } from '../../registers/ballots/publish.ts'
import { people } from '../helpers/world.ts'

import { aMatter, accountOf, anAssembly, ask, ballot, castBy, code, database, done, hand, homes, house, paper, taken, until, voted } from './hall.ts'

// One vote for each, by phone, in the hall, on paper, by proxy.

test('online voting is off where it is not confirmed, and owners never vote in secret', async () => {
  Object.assign(house, { law: { ...house.law, figure } })
  const matter = await aMatter()
  await done('roll', { matter, ...paper(3) })
  const opening = { matter, question: '？', track: 'assembly', manner: 'secret', online: true, day: '2026-06-08', until }
  assert.equal(code(await hand('poll-open', opening)), 'roll-open')
  await done('roll-freeze', { matter })
  assert.equal(code(await hand('poll-open', opening)), 'online-off')
  assert.equal(code(await hand('poll-open', { ...opening, track: 'owners' })), 'wrong-manner')
  await done('poll-open', { ...opening, online: false })
  assert.equal(code(await hand('poll-open', { ...opening, online: false })), 'voting-begun')
  assert.equal(code(await voted({ account: accountOf(1), matter, number: 1, choice: 'for' })), 'not-online')
})

test('one vote of a household, whoever of it comes first; the receipt is in the urn and the same envelope sent again is answered the same', async () => {
  const matter = await anAssembly()
  const entries = await database.owner(tx => tx.query('select from entry'))
  const envelope = await ballot(matter, 'for')
  const first = taken(await voted({ account: accountOf(1), matter, number: 1, envelope }))
  assert.equal(first.receipt, await receiptOf(envelope))
  assert.equal(await inUrn(database, matter, first.receipt ?? ''), true)
  assert.equal(await inUrn(database, matter, 'ab'.repeat(32)), false)
  assert.deepEqual(taken(await voted({ account: accountOf(1), matter, number: 1, envelope })), { receipt: first.receipt, repeated: true })
  assert.equal(code(await castBy(matter, 1, 'against', 1)), 'already-took-part', 'the other of the household')
  assert.equal(code(await castBy(matter, 2, 'against', 2)), 'not-on-roll', 'one who may be under eighteen votes for no household')
  assert.equal(code(await castBy(matter, 1, 'against')), 'already-took-part')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 3, envelope: await ballot(matter, 'for') })), 'not-on-roll', 'another’s number')
  assert.equal(code(await voted({ account: people.stranger.account, matter, number: 2, envelope: await ballot(matter, 'for') })), 'not-on-roll')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 2, envelope })), 'envelope-used')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 2, choice: 'for' })), 'not-an-envelope', 'in a secret ballot nothing comes in the open')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 2, envelope: envelope.slice(1) })), 'not-an-envelope')
  assert.equal(code(await voted({ account: accountOf(2), matter, number: 2, envelope: await ballot(matter, 'for') }, new Date('2026-06-20T10:00:00Z'))), 'vote-over')
  assert.equal(code(await hand('attendance', { matter, rows: [{ number: 1, way: 'hall' }, { number: 2, way: 'hall' }] })), 'already-took-part')
  await done('attendance', { matter, rows: [{ number: 2, way: 'hall' }] })
  assert.equal(code(await castBy(matter, 2, 'for')), 'already-took-part', 'whoever is in the hall does not vote by phone as well')
  assert.deepEqual((await ask<Attendance>('attendance', matter)).byWay, { hall: 1, proxy: 0, paper: 0, phone: 1 })
  assert.equal((await database.owner(tx => tx.query('select from entry'))).length, entries.length, 'no entry is made of a vote')
})

test('proxies stand within the law of the body', async () => {
  const matter = await aMatter()
  await done('roll', { matter, ...paper(5, n => ({ household: homes[n <= 2 ? 0 : 1]?.code })), kind: 'member' })
  await done('roll-freeze', { matter })
  await done('poll-open', { matter, question: '？', track: 'collective', manner: 'secret', online: false, day: '2026-06-08', until })
  const proxy = (more: JsonObject) => hand('attendance', { matter, rows: [{ number: 1, way: 'proxy', ...more }] })
  assert.match((await proxy({ holder: 3, written: true }))?.why.zh ?? '', /同一户/)
  assert.match((await proxy({ holder: 2 }))?.why.zh ?? '', /书面/)
  assert.match((await proxy({ holderName: '外人', written: true }))?.why.zh ?? '', /同一户/)
  assert.match((await proxy({ holder: 1, written: true }))?.why.zh ?? '', /受托人序号/)
  assert.equal(code(await proxy({ holderName: homes[0]?.people[1] ?? '', written: true })), 'done', 'somebody of the household who is no member')
  assert.equal(code(await hand('attendance', { matter, rows: [{ number: 9, way: 'hall' }] })), 'not-on-roll')
  const assembly = await anAssembly()
  assert.match((await hand('attendance', { matter: assembly, rows: [{ number: 1, way: 'proxy', holder: 2, written: true }] }))?.why.zh ?? '', /不接受委托/)
})

test('an open vote by phone is by name, once, and is listed by number', async () => {
  const matter = await anAssembly({ manner: 'open' })
  assert.equal(code(await voted({ account: accountOf(1), matter, number: 1 })), 'no-choice')
  assert.deepEqual(taken(await voted({ account: accountOf(1), matter, number: 1, choice: 'for' })), { repeated: false })
  assert.deepEqual(taken(await voted({ account: accountOf(1), matter, number: 1, choice: 'for' })), { repeated: true })
  assert.equal(code(await voted({ account: accountOf(1, 1), matter, number: 1, choice: 'against' })), 'already-took-part')
  await done('poll-close', { matter })
  await done('poll-publish', { matter, number: '1', place: '荒滩村' })
  const file = JSON.parse(await database.scoped(system, tx => publishedOf(tx, matter)) ?? '') as ResultFile
  assert.deepEqual(file.named, [{ number: 1, mark: 'for' }])
  assert.equal(file.outcome, 'no-quorum')
  assert.deepEqual((await recount(file)).faults, [])
})

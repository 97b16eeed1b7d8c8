import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../../kernel/refusal.ts'
import { system } from '../../kernel/post.ts'
import { sealBallot } from '../../kernel/voting/envelope.ts'
import { recount, type ResultFile } from '../../kernel/voting/file.ts'
import { select } from '../../kernel/voting/select.ts'
import { tally } from '../../kernel/voting/tally.ts'
import type { Choice, Mark } from '../../kernel/voting/track.ts'
import { inUrn } from '../../registers/ballots/cast.ts'
import type { Count } from '../../registers/ballots/count.ts'
import { publishedOf } from '../../registers/ballots/publish.ts'
import { people } from '../helpers/world.ts'

import { aMatter, accountOf, anAssembly, ask, bookChecked, castBy, code, database, done, hand, homes, house, keyOf, sheetOf, taken, until, village, voted } from './hall.ts'

// Counted twice, published, counted again.

test('two counters enter a sheet apart; where they differ the second is refused and the lines are named, not the figures', async () => {
  const matter = await anAssembly()
  await done('attendance', { matter, rows: homes.map((_, at) => ({ number: at + 1, way: 'hall' })) })
  const sums = (yes: number, no: number) => ({ totals: [{ for: yes, against: no, abstain: 1, spoilt: 0 }] })
  await done('count-sheet', sheetOf(matter, 'committee', sums(6, 3)))
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'committee', sums(6, 3)))), 'same-counter')
  const apart = await hand('count-sheet', sheetOf(matter, 'gridWorker', sums(5, 4)))
  assert.equal(apart?.code, 'counts-differ')
  assert.match(apart.why.zh, /“赞成”、“反对”$/)
  assert.doesNotMatch(JSON.stringify(apart), /6/, 'the first count is told to nobody')
  assert.equal((await ask<Count>('count', matter)).sheets[0]?.agreed, false)
  assert.equal(code(await hand('count-sheet-withdraw', sheetOf(matter, 'gridWorker', {}))), 'no-own-count')
  await done('count-sheet-withdraw', sheetOf(matter, 'committee', {}))
  await done('count-sheet', sheetOf(matter, 'committee', sums(5, 4)))
  await done('count-sheet', sheetOf(matter, 'gridWorker', sums(5, 4)))
  assert.equal(code(await hand('count-sheet-withdraw', sheetOf(matter, 'committee', {}))), 'no-own-count', 'once two agree it stands')
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'westCommittee', sums(5, 4)))), 'counted-already')
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'westCommittee', { place: '二号箱', lines: [{ number: 1, choice: 'for' }] }))), 'no-names-in-secret')
  const count = await ask<Count>('count', matter)
  assert.deepEqual([count.state, count.ready, count.figures], ['open', false, undefined])
  await done('poll-close', { matter })
  assert.match((await ask<Count>('count', matter)).why?.zh ?? '', /核对签到册|签到册还没有/)
  await bookChecked(matter)
  const closed = await ask<Count>('count', matter)
  assert.deepEqual(closed.figures, { roll: { units: 10 }, present: { units: 10 }, votes: { for: 5, against: 4, abstain: 1, spoilt: 0 } })
})

test('more papers than people is no count, and a hall without a sheet is none either', async () => {
  const matter = await anAssembly()
  await done('attendance', { matter, rows: [{ number: 1, way: 'hall' }, { number: 2, way: 'hall' }] })
  await done('poll-close', { matter })
  assert.match((await ask<Count>('count', matter)).why?.zh ?? '', /还没有录入计票单/)
  assert.equal(code(await hand('poll-publish', { matter, number: '1', place: '荒滩村' })), 'count-missing')
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: 3, against: 0, abstain: 0, spoilt: 0 }] }))
  assert.match((await ask<Count>('count', matter)).why?.zh ?? '', /共3票.*只有2/)
})

test('pages of a hall are keyed in after the vote has closed, until it is published; who entered them checks nothing, and what is entered later is checked anew', async () => {
  const matter = await anAssembly({ online: false })
  await done('attendance', { matter, rows: [{ number: 1, way: 'hall' }], hand: people.committee.account })
  await done('poll-close', { matter })
  await done('attendance', { matter, rows: [{ number: 2, way: 'hall' }, { number: 3, way: 'hall' }], hand: people.committee.account })
  assert.equal(code(await hand('book-check', { matter, account: people.gridWorker.account })), 'not-a-counter')
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: 2, against: 0, abstain: 0, spoilt: 0 }] }))
  assert.equal(code(await hand('book-check', { matter, account: people.committee.account })), 'same-hand')
  await bookChecked(matter)
  assert.equal((await ask<Count>('count', matter)).ready, true)
  await done('attendance-strike', { matter, number: 3, why: '登记错了', hand: people.committee.account })
  assert.match((await ask<Count>('count', matter)).why?.zh ?? '', /签到册还没有/, 'it changed since')
  await bookChecked(matter)
  assert.deepEqual((await ask<Count>('count', matter)).figures?.present, { units: 2 })
  await done('poll-publish', { matter, number: '1', place: '荒滩村' })
  assert.equal(code(await hand('attendance', { matter, rows: [{ number: 4, way: 'hall' }] })), 'published-already')

  // Ordered to be counted again: sheets and result go, the book stays to be checked.
  await done('poll-recount', { matter })
  assert.deepEqual([(await ask<Count>('count', matter)).sheets, await database.scoped(system, tx => publishedOf(tx, matter))], [[], undefined])
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: 1, against: 1, abstain: 0, spoilt: 0 }] }))
  assert.equal((await ask<Count>('count', matter)).ready, false)
  await bookChecked(matter)
  await done('poll-publish', { matter, number: '1', place: '荒滩村' })
  assert.deepEqual((JSON.parse(await database.scoped(system, tx => publishedOf(tx, matter)) ?? '') as ResultFile).votes, { for: 1, against: 1, abstain: 0, spoilt: 0 })
})

const ownersVote = async (): Promise<string> => {
  const matter = await aMatter()
  await done('roll', { matter, kind: 'owner', from: 'paper', place: village, units: [1, 2, 3, 4].map(number => ({ number, name: `业主${number}号`, area: `${number * 50}.25` })) })
  await done('roll-freeze', { matter })
  await done('poll-open', { matter, question: '是否更换物业', track: 'owners', manner: 'open', online: false, day: '2026-06-08', until })
  return matter
}

test('owners’ signed papers are entered by two and count by area and heads', async () => {
  const matter = await ownersVote()
  await done('attendance', { matter, rows: [{ number: 2, way: 'paper' }, { number: 3, way: 'paper' }, { number: 4, way: 'paper' }] })
  const lines = (...marks: readonly [number, Mark][]) => ({ lines: marks.map(([number, choice]) => ({ number, choice })) })
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'committee', { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }))), 'by-name-only')
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'committee', lines([1, 'for'])))), 'not-in-book')
  assert.equal(code(await hand('count-sheet', sheetOf(matter, 'committee', lines([2, 'for'], [2, 'for'])))), 'number-twice')
  await done('count-sheet', sheetOf(matter, 'committee', lines([4, 'for'], [2, 'for'], [3, 'against'])))
  const apart = await hand('count-sheet', sheetOf(matter, 'gridWorker', lines([2, 'against'], [4, 'for'])))
  assert.match(apart?.why.zh ?? '', /不一致：2号、3号$/)
  await done('count-sheet', sheetOf(matter, 'gridWorker', lines([2, 'for'], [3, 'against'], [4, 'for'])))
  await done('poll-close', { matter })
  await bookChecked(matter)
  const { figures } = await ask<Count>('count', matter)
  assert.deepEqual(figures, { roll: { units: 4, area: 50100 }, present: { units: 3, area: 45075 }, votes: { for: 2, against: 1, abstain: 0, spoilt: 0 }, area: { for: 30050, against: 15025, abstain: 0, spoilt: 0 } })
  const chosen = select({ subject: 'propertyOrdinary', place: 'residents', day: '2026-06-08', law: house.law })
  assert.ok(!isRefusal(chosen) && chosen.unit !== undefined && figures)
  const result = tally({ ...chosen, unit: chosen.unit }, figures)
  assert.ok(!isRefusal(result))
  assert.equal(result.outcome, 'passed')
  await done('poll-publish', { matter, number: '20260608-1', place: { zh: '荒滩村', en: 'Huangtan' } })
  const file = JSON.parse(await database.scoped(system, tx => publishedOf(tx, matter)) ?? '') as ResultFile
  assert.deepEqual((await recount(file)).faults, [])
  assert.doesNotMatch(JSON.stringify(file), /业主\d号/, 'nobody is named')
  await done('poll-recount', { matter })
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, lines([2, 'for'], [3, 'for'], [4, 'against'])))
  await bookChecked(matter)
  assert.deepEqual((await ask<Count>('count', matter)).figures?.votes, { for: 2, against: 1, abstain: 0, spoilt: 0 }, 'signed papers are entered anew')
})

test('a secret vote by phone and paper: opened at the close, counted, published, and counted again from the file alone', async () => {
  const matter = await anAssembly()
  for (const number of [1, 2, 3, 4, 5, 6]) taken(await castBy(matter, number, number <= 4 ? 'for' : 'against'))
  const receipts = (await database.scoped(system, tx => tx.query<{ hex: string }>(`select encode(digest, 'hex') as hex from urn where matter = $1::uuid`, [matter]))).map(row => row.hex)
  await done('attendance', { matter, rows: [{ number: 7, way: 'hall' }, { number: 8, way: 'hall' }] })
  for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: 1, against: 0, abstain: 1, spoilt: 0 }] }))
  await done('poll-close', { matter })
  assert.equal(code(await castBy(matter, 9, 'for')), 'vote-closed')
  assert.equal(code(await hand('poll-close', { matter })), 'vote-closed')
  assert.equal(code(await hand('attendance', { matter, rows: [{ number: 9, way: 'hall' }] })), 'vote-closed', 'where phones voted the book closes with them')
  await bookChecked(matter)
  await done('poll-publish', { matter, number: '20260608-2', place: '荒滩村' })
  assert.equal(code(await hand('poll-publish', { matter, number: '20260608-2', place: '荒滩村' })), 'published-already')
  const text = await database.scoped(system, tx => publishedOf(tx, matter)) ?? ''
  const file = JSON.parse(text) as ResultFile
  assert.deepEqual(file.votes, { for: 5, against: 2, abstain: 1, spoilt: 0 })
  assert.equal(file.outcome, 'passed')
  assert.deepEqual([...file.urn.receipts].toSorted(), receipts.toSorted(), 'whoever kept a receipt finds it')
  assert.deepEqual((await recount(file)).faults, [])
  assert.deepEqual([file.named, file.sheets], [[], []])
  for (const receipt of receipts) assert.equal(await inUrn(database, matter, receipt), true, 'also afterwards')
})

test('a ballot that does not open is counted as spoilt, not lost', async () => {
  const matter = await anAssembly()
  const other = await anAssembly()
  taken(await castBy(matter, 1, 'for'))
  // Sealed to this key, but bound to another vote.
  taken(await voted({ account: accountOf(2), matter, number: 2, envelope: await sealBallot(await keyOf(matter), other, 'for') }))
  await done('poll-close', { matter })
  assert.deepEqual((await ask<Count>('count', matter)).figures?.votes, { for: 1, against: 0, abstain: 0, spoilt: 1 })
})

test('a vote on one matter: whatever comes in whatever order, the tally is that of a recount and nobody is counted twice', async () => {
  const step = fc.record({ number: fc.integer({ min: 1, max: 10 }), which: fc.constantFrom(0 as const, 1 as const), choice: fc.constantFrom<Choice>('for', 'against', 'abstain'), way: fc.constantFrom('phone', 'hall') })
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 24 }), async steps => {
    const matter = await anAssembly()
    const book = new Map<number, 'phone' | 'hall'>()
    const votes: { [C in Choice]: number } = { for: 0, against: 0, abstain: 0 }
    await Promise.all(steps.map(async ({ number, which, choice, way }) => {
      const answer = way === 'phone' ? await castBy(matter, number, choice, which) : await hand('attendance', { matter, rows: [{ number, way: 'hall' }] })
      if (isRefusal(answer)) { assert.equal(answer.code, 'already-took-part'); return }
      assert.ok(!book.has(number), 'twice')
      book.set(number, way)
      if (way === 'phone') votes[choice] += 1
    }))
    const hall = [...book.values()].filter(way => way === 'hall').length
    if (hall > 0) for (const who of ['committee', 'gridWorker'] as const) await done('count-sheet', sheetOf(matter, who, { totals: [{ for: hall, against: 0, abstain: 0, spoilt: 0 }] }))
    await done('poll-close', { matter })
    if (hall > 0) await bookChecked(matter)
    assert.deepEqual((await ask<Count>('count', matter)).figures, { roll: { units: 10 }, present: { units: book.size }, votes: { ...votes, for: votes.for + hall, spoilt: 0 } })
    await done('poll-publish', { matter, number: '1', place: '荒滩村' })
    assert.deepEqual((await recount(JSON.parse(await database.scoped(system, tx => publishedOf(tx, matter)) ?? ''))).faults, [])
  }), { numRuns: 12 })
})

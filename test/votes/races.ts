import assert from 'node:assert/strict'
import { system } from '../../kernel/post.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Count } from '../../registers/ballots/count.ts'
import { barrier } from '../helpers/gate.ts'
import { unlocked } from '../helpers/unlocked.ts'
import { people } from '../helpers/world.ts'

import { aMatter, anAssembly, ask, castBy, code, county, database, done, hand, homes, house, now, race, raw, sheetOf, until, village } from './hall.ts'

// Many at once.

const rush = async (matter: string): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: 8 }, (_, at) => castBy(matter, 1, at % 2 === 0 ? 'for' : 'against', at % 2 === 0 ? 0 : 1))).then(list => list.map(code))

race('many phones of one household at once: one vote, one envelope', async () => {
  for (let round = 0; round < 5; round += 1) {
    const matter = await anAssembly()
    const answers = await rush(matter)
    assert.deepEqual(answers.filter(one => one === 'done').length, 1, answers.join(' '))
    assert.ok(answers.every(one => one === 'done' || one === 'already-took-part'))
    assert.equal((await raw('urn', matter)).length, 1)
    assert.equal((await raw('attendance', matter)).length, 1)
  }
})

race('the same without the key of the attendance book: more than one vote gets in, so it is the key that keeps them out', async () => {
  const matter = await anAssembly()
  await database.owner(tx => tx.simple('alter table named_ballot drop constraint named_ballot_county_matter_number_fkey; alter table attendance drop constraint attendance_pkey'))
  const answers = await rush(matter)
  assert.ok(answers.filter(one => one === 'done').length > 1, answers.join(' '))
  await database.owner(tx => tx.simple(
    `delete from attendance; alter table attendance add primary key (county, matter, number); alter table named_ballot add foreign key (county, matter, number) references attendance (county, matter, number) not valid`))
})

race('a vote that comes as the urn is opened is counted or refused, never lost', async () => {
  for (let round = 0; round < 5; round += 1) {
    const matter = await anAssembly()
    const votes = homes.map((_, at) => castBy(matter, at + 1, 'for'))
    await votes[round]
    const closing = hand('poll-close', { matter })
    const answers = (await Promise.all(votes)).map(code)
    assert.equal(code(await closing), 'done')
    const came = answers.filter(one => one === 'done').length
    assert.ok(answers.every(one => one === 'done' || one === 'vote-closed'), answers.join(' '))
    const { figures } = await ask<Count>('count', matter)
    assert.deepEqual([figures?.present.units, figures?.votes.for], [came, came])
  }
})

race('pages of a hall keyed in by several at once after the close: every number once, none lost, none waiting for another for good', async () => {
  const matter = await anAssembly({ online: false })
  await done('poll-close', { matter })
  const numbers = [1, 2, 3, 4, 5, 1, 2, 6]
  const answers = await Promise.all(numbers.map(number => hand('attendance', { matter, rows: [{ number, way: 'hall' }], hand: people.committee.account })))
  assert.deepEqual([answers.filter(one => one === undefined).length, (await raw('attendance', matter)).length], [6, 6])
  assert.deepEqual([...new Set(answers.flatMap(one => (one === undefined ? [] : [one.code])))], ['already-took-part'])
})

race('two counters at the same moment are first and second, and a third is refused', async () => {
  const matter = await anAssembly()
  await done('attendance', { matter, rows: [{ number: 1, way: 'hall' }] })
  const answers = await Promise.all((['committee', 'gridWorker', 'westCommittee'] as const).map(who => hand('count-sheet', sheetOf(matter, who, { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }))))
  assert.deepEqual(answers.map(code).toSorted(), ['counted-already', 'done', 'done'])
})

/** Nine owners of whom 9 stands for two already: each list alone may send one more to 9, and not both. */
const bothSend = async (enter: (row: JsonObject) => Promise<Refusal | undefined>): Promise<readonly string[]> => {
  const matter = await aMatter()
  await done('roll', { matter, kind: 'owner', from: 'paper', place: village, units: Array.from({ length: 9 }, (_, at) => ({ number: at + 1, name: `业主${at + 1}号`, area: '80' })) })
  await done('roll-freeze', { matter })
  await done('poll-open', { matter, question: '是否更换物业', track: 'owners', manner: 'open', online: false, day: '2026-06-08', until })
  const sent = (...numbers: readonly number[]): JsonObject => ({ matter, rows: numbers.map(number => ({ number, way: 'proxy', written: true, holder: 9 })) })
  await done('attendance', sent(1, 2))
  const answers = await Promise.all([enter(sent(3)), enter(sent(4))])
  assert.equal((await raw('attendance', matter)).length, 2 + answers.filter(one => one === undefined).length)
  return answers.map(code).toSorted()
}

race('two lists of proxies at once: nobody comes to stand for more than the law lets them', async () => {
  for (let round = 0; round < 5; round += 1) assert.deepEqual(await bothSend(row => hand('attendance', row)), ['done', 'proxy-refused'])
})

race('the same without the lock on the vote: both get in, so it is the lock that counts them together', async () => {
  const meet = barrier(2)
  const guardless = (row: JsonObject): Promise<Refusal | undefined> => database.scoped(system, async tx => {
    await house.recorders['attendance']?.(unlocked(tx, /holder_name as/, meet), { county, ...row }, now)
    return undefined
  })
  assert.deepEqual(await bothSend(guardless), ['done', 'done'])
})

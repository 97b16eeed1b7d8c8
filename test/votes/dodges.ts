import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { system } from '../../kernel/post.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Roll } from '../../registers/rolls/loaders.ts'
import { people } from '../helpers/world.ts'
import { accountOf, aMatter, anAssembly, ask, castBy, code, county, database, done, hand, homes, house, now, sheetOf, until, village, voted } from './hall.ts'

// Ways to count twice or for somebody else, each tried.

const owners = (count: number): JsonObject => ({ kind: 'owner', from: 'paper', place: village, units: Array.from({ length: count }, (_, at) => ({ number: at + 1, name: `业主${at + 1}号`, area: '80' })) })

const ownersMeeting = async (count = 9): Promise<string> => {
  const matter = await aMatter()
  await done('roll', { matter, ...owners(count) })
  await done('roll-freeze', { matter })
  await done('poll-open', { matter, question: '是否更换物业', track: 'owners', manner: 'open', online: false, day: '2026-06-08', until })
  return matter
}

const proxy = (number: number, more: JsonObject): JsonObject => ({ number, way: 'proxy', written: true, ...more })

test('who stands for others is one person, by number or by name, however the name is spaced', async () => {
  const matter = await ownersMeeting()
  await done('attendance', { matter, rows: [proxy(1, { holder: 9 }), proxy(2, { holder: 9 }), proxy(3, { holderName: '业主9号' })] })
  for (const more of [{ holder: 9 }, { holderName: '业主9号' }, { holderName: '业主 9号' }]) {
    const refused = await hand('attendance', { matter, rows: [proxy(4, more)] })
    assert.match(refused?.why.zh ?? 'let through', /已代理3人/, JSON.stringify(more))
  }
  await done('attendance', { matter, rows: [proxy(4, { holderName: '律师张某' }), { number: 9, way: 'hall' }] })
})

test('who has sent somebody stands for nobody, and whose vote a proxy gave neither comes nor votes as well', async () => {
  const matter = await ownersMeeting()
  await done('attendance', { matter, rows: [proxy(1, { holder: 2 })] })
  assert.equal(code(await hand('attendance', { matter, rows: [{ number: 1, way: 'hall' }] })), 'already-took-part', 'the giver comes after all')
  assert.match((await hand('attendance', { matter, rows: [proxy(2, { holder: 3 })] }))?.why.zh ?? 'let through', /2号.*1号/, 'and the holder sends another')
  assert.match((await hand('attendance', { matter, rows: [proxy(4, { holder: 5 }), proxy(5, { holder: 6 })] }))?.why.zh ?? 'let through', /5号/, 'in one list too')
  await done('attendance-strike', { matter, number: 1 })
  await done('attendance', { matter, rows: [{ number: 1, way: 'hall' }, proxy(2, { holder: 3 })] })
  assert.match((await hand('attendance', { matter, rows: [proxy(4, { holder: 2 })] }))?.why.zh ?? 'let through', /2号/)
})

test('two counters are two people, not two accounts of one', async () => {
  const matter = await anAssembly()
  await done('attendance', { matter, rows: [{ number: 1, way: 'hall' }] })
  const totals = { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }
  const second = randomUUID()
  await database.scoped(system, tx => tx.query(`insert into account (id, name, pinyin, home, person, created) select $1::uuid, name, pinyin, home, person, now() from account where id = $2::uuid`, [second, accountOf(5)]))
  await done('count-sheet', { ...sheetOf(matter, 'committee', totals), counter: accountOf(5) })
  assert.equal(code(await hand('count-sheet', { ...sheetOf(matter, 'committee', totals), counter: second })), 'same-counter')
  await done('count-sheet', { ...sheetOf(matter, 'committee', totals), counter: people.gridWorker.account })
  assert.equal(code(await hand('count-sheet', { ...sheetOf(matter, 'committee', totals), place: '二号箱', file: '' })), 'no-photo')
})

test('nobody stands on a roll twice: the same name of the same household is refused, one that occurs again is to be looked at', async () => {
  const matter = await aMatter()
  const wang = { name: '王秀英', household: `${village}-0001` }
  const twice = await hand('roll', { matter, kind: 'adult', from: 'paper', place: village, units: [{ number: 1, ...wang }, { number: 2, name: '李生福' }, { number: 3, ...wang }] })
  assert.deepEqual(twice?.faults?.map(one => [one.row, one.column]), [[2, 'name']])
  const doors = [{ number: 1, name: '王秀英', area: '80', door: '1号楼101' }, { number: 2, name: '王秀英', area: '90', door: '2号楼303' }]
  await done('roll', { matter, kind: 'owner', from: 'paper', place: village, units: doors })
  assert.match((await ask<Roll>('roll', matter)).faults.map(one => one.zh).join(), /同名.*王\*\*|王\*\*.*同名/, 'an owner is one head, however many dwellings are theirs')
  assert.equal((await hand('roll', { matter, kind: 'owner', from: 'paper', place: village, units: doors.map(one => ({ ...one, door: '1号楼101' })) }))?.faults?.[0]?.column, 'name')
})

test('who is registered elsewhere stands on a roll only after the time of residence that the rule asks', async () => {
  const matter = await aMatter()
  const row = (more: JsonObject): JsonObject => ({ matter, kind: 'adult', from: 'paper', place: village, units: [{ number: 1, name: '马外来', ground: 'admitted', ...more }] })
  for (const more of [{}, { livedSince: '2025-06-09' }]) assert.deepEqual((await hand('roll', row(more)))?.faults?.map(one => one.column), ['livedSince'])
  await done('roll', row({ livedSince: '2025-06-08' }))
})

test('a name alone gives nobody an owner’s vote: a tenant may bear it', async () => {
  const matter = await aMatter()
  const [first, second] = homes
  await done('roll', { matter, kind: 'owner', from: 'paper', place: village, units: [{ number: 1, name: first?.people[0] ?? '', area: '80' }, { number: 2, name: second?.people[0] ?? '', area: '90', household: second?.code ?? '' }] })
  await done('roll-freeze', { matter })
  assert.equal((await ask<Roll>('roll', matter)).phones, 1)
})

test('an empty roll, nobody there, and a tie decide nothing', async () => {
  const nobody = await anAssembly()
  await done('poll-close', { matter: nobody })
  await done('poll-publish', { matter: nobody, number: '1', place: '荒滩村' })
  const outcome = async (matter: string): Promise<string | undefined> => (await database.scoped(system, tx => tx.query<{ outcome: string }>(`select result::jsonb ->> 'outcome' as outcome from poll where county = $1 and matter = $2::uuid`, [county, matter])))[0]?.outcome
  assert.equal(await outcome(nobody), 'no-quorum')
  const tie = await anAssembly()
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) assert.equal(code(await castBy(tie, number, number <= 4 ? 'for' : 'against')), 'done')
  await done('poll-close', { matter: tie })
  await done('poll-publish', { matter: tie, number: '1', place: '荒滩村' })
  assert.equal(await outcome(tie), 'failed')

  const empty = await aMatter()
  await done('roll', { matter: empty, kind: 'adult', from: 'paper', place: village, units: [{ number: 1, name: '李生福' }] })
  await done('roll-freeze', { matter: empty })
  await done('roll-correction', { matter: empty, changes: [{ does: 'strike', reason: 'death', number: 1 }], why: '已故', decidedBy: '村委会' })
  await done('poll-open', { matter: empty, question: '？', track: 'assembly', manner: 'open', online: false, day: '2026-06-08', until })
  await done('poll-close', { matter: empty })
  await done('poll-publish', { matter: empty, number: '1', place: '荒滩村' })
  assert.equal(await outcome(empty), 'no-quorum')
})

test('a household that was divided after the notice votes as it stood, and a member of it who has no vote of their own gets none', async () => {
  const matter = await anAssembly()
  const [home] = homes
  await database.scoped(system, async tx => {
    const other = randomUUID()
    await tx.query(`insert into household (county, id, code, village, team, address, since) values ($1, $2::uuid, $3, $4, '一社', '一社01号之二', '2026-06-09')`, [county, other, `${village}-0099`, village])
    await tx.query('update person set household = $2::uuid where county = $1 and name = $3', [county, other, home?.people[1] ?? ''])
  })
  assert.equal((await ask<Roll>('roll', matter)).units, 10)
  assert.equal(code(await castBy(matter, 1, 'for', 1)), 'done', 'frozen as it was')
  assert.equal(code(await voted({ account: accountOf(1), matter, number: 1, choice: 'for' }, now)), 'not-an-envelope')
  assert.equal(code(await castBy(matter, 1, 'against')), 'already-took-part', 'one vote of what was one household')
  await database.scoped(system, tx => tx.query('update person set household = $2::uuid where county = $1 and name = $3', [county, home?.id, home?.people[1] ?? '']))
  await database.scoped(system, tx => tx.query(`update household set until = '2026-06-09' where county = $1 and code = $2`, [county, `${village}-0099`]))
  assert.ok(house.recorders['roll'])
})

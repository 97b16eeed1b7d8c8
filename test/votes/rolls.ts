import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { system } from '../../kernel/post.ts'
import type { Roll } from '../../registers/rolls/loaders.ts'
import { correctionsOf, masked, rollLines } from '../../registers/rolls/print.ts'
import { figure } from '../../regulation/rules.ts'
import type { JsonObject } from '../../kernel/words.ts'
import { digestOf } from '../../registers/rolls/unit.ts'

import { aMatter, ask, code, county, database, done, hand, homes, house, paper, until, village } from './hall.ts'

// Who may vote: made, frozen, corrected.

test('a roll of households is built from the register, each under its head, and of adults with those marked whose age the decade leaves open', async () => {
  const matter = await aMatter()
  await done('roll', { matter, kind: 'household', from: 'register', place: village })
  const lines = await database.scoped(system, tx => rollLines(tx, county, matter))
  assert.deepEqual(lines.map(line => [line.number, line.name, line.household]), homes.map((home, at) => [at + 1, home.people[0], home.code]))
  await done('roll', { matter, kind: 'adult', from: 'register', place: village, team: '一社' })
  const adults = await ask<Roll>('roll', matter)
  assert.deepEqual([adults.units, adults.households, adults.frozen], [30, 10, undefined])
  assert.deepEqual([adults.unsure, adults.faults], [10, []])
  assert.equal((await hand('roll', { matter, kind: 'owner', from: 'register', place: village }))?.code, 'no-register')
})

test('a draft of adults is settled line by line before it is frozen: minors struck, the others found to be eighteen, who lives elsewhere marked, who is admitted added; each bad row is named', async () => {
  const matter = await aMatter()
  await done('roll', { matter, kind: 'adult', from: 'register', place: village, team: '一社' })
  const read = () => database.scoped(system, tx => rollLines(tx, county, matter))
  const unsure = (await read()).filter(line => line.ageUnsure === true).map(line => line.number)
  const [minor = 0, second = 0, ...rest] = unsure
  const edit = (edits: readonly JsonObject[]) => hand('roll-edit', { matter, edits, fact: 'rollEdits' })
  assert.deepEqual((await edit([{ edit: 'strike', number: 99 }, { edit: 'add' }, { edit: 'add', name: '马外来', ground: 'admitted', livedSince: '2026-06-01' }]))?.faults?.map(one => [one.row, one.column]), [[0, 'number'], [1, 'name'], [2, 'livedSince']])
  assert.equal(await edit([{ edit: 'strike', number: minor }, { edit: 'away', number: second }, ...unsure.slice(1).map(number => ({ edit: 'ofAge', number })), { edit: 'add', name: '马外来', ground: 'admitted', livedSince: '2024-06-01' }]), undefined)
  const now = await read()
  assert.deepEqual([(await ask<Roll>('roll', matter)).unsure, now.length, now.find(line => line.number === minor), now.find(line => line.number === second)?.ground, now.at(-1)?.name], [0, 30, undefined, 'away', '马外来'])
  assert.ok(rest.length > 0)
  const local = { name: 'roll.absent-count', unit: 'yesNo', value: false, from: '2026-01-01', kind: 'local', source: { zh: '本地规定', en: 'a local rule' }, checked: '2026-01-01', confirmed: true } as const
  const law = house.law
  Object.assign(house, { law: { ...law, figure: (name: Parameters<typeof figure>[0], on: string) => figure(name, on, [local]) } })
  assert.equal(await edit([{ edit: 'away', number: now[0]?.number ?? 0, to: now[1]?.number ?? 0 }]), undefined)
  Object.assign(house, { law })
  assert.equal((await read()).length, 28, 'by a local rule who lives elsewhere does not stand on it')
  await done('roll-freeze', { matter })
  assert.equal(code(await edit([{ edit: 'strike', number: 5 }])), 'roll-frozen')
})

test('representatives are entered once after their election, and taken over with what was corrected since', async () => {
  const [first, second] = [await aMatter(), await aMatter()]
  const before = { matter: second, kind: 'representative', from: 'before', place: village }
  assert.equal((await hand('roll', before))?.code, 'no-last-roll')
  await done('roll', { matter: first, kind: 'representative', from: 'paper', place: village, units: [{ number: 1, name: '马有福' }, { number: 2, name: '祁生莲' }, { number: 3, name: '晁得成' }] })
  await done('roll-freeze', { matter: first })
  await done('roll-correction', { matter: first, changes: [{ does: 'strike', reason: 'death', number: 2 }], why: '已故', decidedBy: '村委会' })
  await done('roll', before)
  assert.deepEqual((await database.scoped(system, tx => rollLines(tx, county, second))).map(line => [line.number, line.name, line.ground]), [[1, '马有福', 'elected'], [2, '晁得成', 'elected']])
  assert.deepEqual([(await ask<Roll>('roll', second)).source, (await hand('roll', { ...before, kind: 'household' }))?.code], ['before', 'no-last-roll'])
})

test('a paper roll names the cells that are wrong, and posts no more than a masked name', async () => {
  const matter = await aMatter()
  const wrong = await hand('roll', { matter, kind: 'owner', from: 'paper', place: village, units: [{ number: 1, name: '王秀英', area: '89.5' }, { number: 1, name: '李生福', area: '90' }, { number: 3, name: '马得福' }] })
  assert.deepEqual(wrong?.faults?.map(one => [one.fact, one.row, one.column]), [['units', 1, 'number'], ['units', 2, 'area']])
  assert.equal((await hand('roll', { matter, ...paper(2, () => ({ area: '80' })) }))?.faults?.[0]?.column, 'area')
  await done('roll', { matter, kind: 'owner', from: 'paper', place: village, units: [{ number: 1, name: '王秀英', area: '89.5', door: '1号楼101' }, { number: 2, name: '李生福', area: '110.25' }] })
  assert.equal((await ask<Roll>('roll', matter)).area, 19975)
  const lines = await database.scoped(system, tx => rollLines(tx, county, matter))
  assert.deepEqual(lines.map(masked).map(line => [line.number, line.name, line.door, line.area]), [[1, '王**', null, 8950], [2, '李**', null, 11025]])
})

test('the roll is frozen with the notice: it is corrected by objection, each kept, until voting begins, and by nothing else', async () => {
  const matter = await aMatter()
  assert.equal(code(await hand('roll-freeze', { matter })), 'no-roll')
  await done('roll', { matter, ...paper(3) })
  const correction = { matter, changes: [{ does: 'strike', reason: 'death', number: 2 }], objection: 4, why: '已故', decidedBy: '村务监督委员会' } as const
  assert.equal(code(await hand('roll-correction', correction)), 'roll-open')
  await done('roll-freeze', { matter })
  const before = await ask<Roll>('roll', matter)
  assert.equal(code(await hand('roll', { matter, ...paper(9) })), 'roll-frozen')
  await done('roll-correction', correction)
  await done('roll-correction', { ...correction, objection: 6, changes: [{ does: 'add', reason: 'moved', name: '李新来', ground: 'admitted', livedSince: '2024-03-01' }, { does: 'alter', reason: 'other', number: 1, name: '李一号' }] })
  assert.equal(code(await hand('roll-correction', { ...correction, changes: [{ does: 'add', reason: 'other', name: '王三号' }, ...correction.changes] })), 'no-such-line', 'struck already: none of the answer is kept')
  const lines = await database.scoped(system, tx => rollLines(tx, county, matter))
  assert.deepEqual(lines.map(line => [line.number, line.name]), [[3, '李3号'], [4, '李新来'], [5, '李一号']], 'numbers once printed are given to nobody else')
  const roll = await ask<Roll>('roll', matter)
  assert.equal(roll.corrections, 3)
  assert.deepEqual((await database.scoped(system, tx => correctionsOf(tx, county, matter))).map(one => [one.no, one.does, one.objection]), [[1, 'strike', 4], [2, 'add', 6], [3, 'alter', 6]], 'each line names the objection it answers')
  assert.notEqual(roll.digest, before.digest)
  await done('poll-open', { matter, question: '？', track: 'assembly', manner: 'open', online: false, day: '2026-06-08', until })
  assert.equal(code(await hand('roll-correction', correction)), 'voting-begun')
})

test('whatever comes at once and in whatever order, a frozen roll is what its digest says, changed by the corrections that are kept and by nothing else', async () => {
  const correction = fc.record({ does: fc.constantFrom('add', 'strike', 'alter'), number: fc.integer({ min: 1, max: 8 }) }).map(one => ['roll-correction', { changes: [{ ...one, reason: 'other', name: '更正后' }], why: '有误', decidedBy: '村务监督委员会' }] as const)
  const other = fc.constantFrom(['roll', paper(5)] as const, ['roll', paper(7)] as const, ['roll-freeze', {}] as const, ['poll-open', { question: '？', track: 'assembly', manner: 'open', online: false, day: '2026-06-08', until }] as const)
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof(correction, other), { minLength: 3, maxLength: 14 }), async steps => {
    const matter = await aMatter()
    await done('roll', { matter, ...paper(6) })
    const answers = await Promise.all(steps.map(async ([register, row]) => ({ register, ok: await hand(register, { matter, ...row }) === undefined })))
    const took = (name: string): number => answers.filter(one => one.register === name && one.ok).length
    const roll = await ask<Roll>('roll', matter)
    assert.equal(roll.frozen !== undefined, took('roll-freeze') === 1)
    assert.equal(roll.corrections, took('roll-correction'))
    if (roll.frozen !== undefined) assert.equal(roll.digest, await digestOf(await database.scoped(system, tx => rollLines(tx, county, matter))))
    const changed = await database.scoped(system, tx => tx.query<{ n: number }>('select count(*)::int as n from roll_unit where matter = $1::uuid and (added is not null or struck is not null)', [matter]))
    if (took('roll-correction') === 0) assert.equal(changed[0]?.n, 0)
  }), { numRuns: 25 })
})

test('the database itself keeps a frozen roll: whatever statement the program sends, and shown to let it through without the guard', async () => {
  const matter = await aMatter()
  await done('roll', { matter, ...paper(3) })
  await done('roll-freeze', { matter })
  const tries = [`update roll_unit set name = 'x' where matter = '${matter}'`, `delete from roll_unit where matter = '${matter}'`, `insert into roll_unit (county, matter, number, name, ground) values ('${county}', '${matter}', 9, 'x', 'member')`]
  const attempt = (text: string): Promise<unknown> => database.scoped(system, async tx => { await tx.query(text); throw new Error('let through') })
  for (const text of tries) await assert.rejects(attempt(text), /frozen/)
  await database.owner(tx => tx.simple('alter table roll_unit disable trigger roll_unit_frozen'))
  for (const text of tries) await assert.rejects(attempt(text), /let through/)
  await database.owner(tx => tx.simple('alter table roll_unit enable trigger roll_unit_frozen'))
})

test('25.1: the registers say how many may demand a meeting: people by decade of birth and those not named, or the last roll of representatives', async () => {
  const asked = (demandBy: string, at = village): Promise<unknown> => database.scoped(system, async tx => house.loaders['entitled']?.(tx, { village: at, day: '2026-06-08', demandBy }))
  assert.deepEqual(await asked('villagers'), { born: [1970, 1980, 2000].map(decade => ({ decade, people: homes.length })), unnamed: 0 })
  const other = '630202001002'
  assert.equal(await asked('representatives', other), undefined)
  assert.equal(await asked('villagers', '630202101202'), undefined)
  const matter = await aMatter()
  await done('roll', { matter, ...paper(9), kind: 'representative', place: other })
  assert.equal(await asked('representatives', other), undefined, 'a draft is no roll')
  await done('roll-freeze', { matter })
  assert.deepEqual(await asked('representatives', other), { units: 9 })
})

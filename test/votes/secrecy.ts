import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor } from '../../kernel/post.ts'
import { people } from '../helpers/world.ts'

import { accountOf, anAssembly, castBy, county, database, done, raw, sheetOf, taken, village, voted } from './hall.ts'

// What can be seen of a vote, and by whom.

test('what whoever reads the raw tables can link: before the close an envelope to its unit but no choice; afterwards neither', async () => {
  const matter = await anAssembly()
  const order = [7, 2, 9, 1, 5, 3, 10, 4]
  for (const [at, number] of order.entries()) taken(await castBy(matter, number, at < 4 ? 'for' : 'against'))
  // While votes come in, a row of each table written by one transaction belong together: the page says so, and the envelope does not open.
  const [book, urn] = [await raw('attendance', matter), await raw('urn', matter)]
  assert.deepEqual(book.map(one => one.xmin), urn.map(one => one.xmin))
  assert.deepEqual(book.map(one => one.row['number']), order)
  const lengths = new Set(urn.map(one => JSON.stringify(one.row['envelope']).length))
  assert.equal(lengths.size, 1, 'the length of an envelope tells nothing')
  const before = JSON.stringify([book, urn, await raw('poll', matter), await raw('poll_secret', matter)])
  for (const word of ['"for"', '"against"', '"abstain"']) assert.ok(!before.includes(word), word)

  await done('poll-close', { matter })
  const [closed, receipts, choices] = [await raw('attendance', matter), await raw('urn', matter), await raw('urn_choice', matter)]
  assert.equal(new Set([...closed, ...receipts, ...choices].map(one => one.xmin)).size, 1, 'all rows are of the one transaction that opened the urn')
  assert.deepEqual(closed.map(one => one.row['number']), order.toSorted((a, b) => a - b), 'who took part lies by number')
  const digests = receipts.map(one => JSON.stringify(one.row['digest']))
  assert.deepEqual(digests, digests.toSorted(), 'receipts lie in their own order')
  assert.ok(receipts.every(one => one.row['envelope'] === null))
  assert.deepEqual(await raw('poll_secret', matter), [])
  assert.deepEqual(Object.keys(choices[0]?.row ?? {}).toSorted(), ['county', 'mark', 'matter', 'place'], 'a choice bears no id, account, number or time')
  assert.deepEqual(Object.keys(closed[0]?.row ?? {}).toSorted(), ['county', 'holder', 'holder_name', 'matter', 'number', 'way'])
  assert.deepEqual(Object.keys(receipts[0]?.row ?? {}).toSorted(), ['county', 'digest', 'envelope', 'matter'])
  // Nothing else the database holds of this matter, of its voters or of these acts names a choice.
  const accounts = new Set(order.map(number => accountOf(number)))
  for (const table of ['entry', 'matter', 'matter_internal', 'sealed', 'notice', 'access_log', 'party', 'link']) {
    const rows = await database.owner(tx => tx.query<{ text: string }>(`select t::text as text from ${table} t`))
    for (const { text } of rows) assert.ok(![...accounts].some(account => text.includes(account)) || !/against|abstain/.test(text), table)
  }
})

test('the order of the choices is left to chance: over many openings every place holds either', async () => {
  const seen = new Set<string>()
  for (let round = 0; round < 12 && seen.size < 4; round += 1) {
    const matter = await anAssembly()
    for (const number of [1, 2, 3, 4]) taken(await castBy(matter, number, number <= 2 ? 'for' : 'against'))
    await done('poll-close', { matter })
    seen.add((await raw('urn_choice', matter)).map(one => JSON.stringify(one.row['mark'])).join(' '))
  }
  assert.ok(seen.size >= 4, [...seen].join(' | '))
})

test('names on a roll are for who works for the place, up to its township; envelopes, choices and counts are for nobody', async () => {
  const matter = await anAssembly()
  const open = await anAssembly({ manner: 'open' })
  taken(await castBy(matter, 1, 'for'))
  taken(await voted({ account: accountOf(1), matter: open, number: 1, choice: 'for' }))
  await done('attendance', { matter, rows: [{ number: 2, way: 'hall' }] })
  await done('count-sheet', sheetOf(matter, 'committee', { totals: [{ for: 1, against: 0, abstain: 0, spoilt: 0 }] }))
  const clerk = { ...people.committee, region: village, office: `${village}/committee` }
  const counts = async (actor: Actor, tables: readonly string[]) => database.scoped(actor, async tx => {
    const found: number[] = []
    for (const table of tables) found.push((await tx.query(`select from ${table} where matter = $1::uuid`, [table === 'named_ballot' ? open : matter])).length)
    return found
  })
  const named = ['roll', 'roll_unit', 'attendance', 'poll']
  const shut = ['urn', 'urn_choice', 'named_ballot', 'count_sheet', 'poll_secret', 'roll_voter']
  for (const actor of [clerk, people.otherDispatcher]) assert.deepEqual(await counts(actor, named), [1, 10, 2, 1], actor.kind)
  for (const actor of [people.resident, people.committee, people.gridWorker, people.countyLead, people.handler, people.auditor, people.deputy, people.systemAdmin, people.securityAdmin]) assert.deepEqual(await counts(actor, named), [0, 0, 0, 0], actor.kind)
  for (const actor of [clerk, ...Object.values(people)]) assert.deepEqual(await counts(actor, shut), shut.map(() => 0), actor.kind)
  for (const table of [...named, ...shut, 'roll_correction']) await assert.rejects(database.scoped(clerk, tx => tx.query(`insert into ${table} (county, matter) values ('${county}', '${matter}')`)), /row-level security|voting has begun/, table)
})

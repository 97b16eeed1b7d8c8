import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { isRefusal } from '../kernel/refusal.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { fillWorld, houseOver, people } from '../test/helpers/world.ts'
import { act } from './act.ts'
import { CannotRestore, dump, restore } from './dump.ts'
import { verifyCounty } from './verify.ts'

let from: TestDatabase
let to: TestDatabase
before(async () => {
  [from, to] = await Promise.all([openTestDatabase(), openTestDatabase()])
  await fillWorld(from)
})
after(() => Promise.all([from.close(), to.close()]))

const asLines = async function* (lines: readonly string[]) { yield* lines }

test('what is dumped and put back elsewhere is the same to the row, and verifies', async () => {
  const opened = await act(houseOver(from), people.resident, { id: randomUUID(), procedure: 'request', step: 'report', input: { text: '水管漏水，请尽快修', place: '630202001001', contactName: '古丽·阿依夏木', contactPhone: '13800001234' } })
  assert.ok(!isRefusal(opened))
  const lines: string[] = []
  const rows = await dump(from, line => { lines.push(line) })
  assert.equal(rows, lines.length - 1)
  assert.ok(!lines.join('').includes('13800001234'), 'what is sealed stays sealed')
  assert.equal(await restore(to, asLines(lines)), rows)
  const again: string[] = []
  await dump(to, line => { again.push(line) })
  const content = (all: readonly string[]) => all.filter(line => !line.includes('reference_version')).toSorted()
  assert.deepEqual(content(again), content(lines))
  assert.deepEqual((await verifyCounty(houseOver(to), '630202')).faults, [])
  const next = await act(houseOver(to), people.resident, { id: randomUUID(), procedure: 'request', step: 'report', input: { text: '又漏水了，请再修', place: '630202001001' } })
  assert.ok(!isRefusal(next))
  assert.ok(next.number > opened.number, 'numbers go on behind those put back')
  await assert.rejects(restore(to, asLines(lines)), CannotRestore)
})

test('a file that is no dump is refused whole', async () => {
  const empty = await openTestDatabase()
  try {
    await assert.rejects(restore(empty, asLines(['{"table":"public.region","row":{}}'])), CannotRestore)
    await assert.rejects(restore(empty, asLines(['{"shanzhi":1,"migrations":["9999-future.sql"]}'])), CannotRestore)
  } finally {
    await empty.close()
  }
})

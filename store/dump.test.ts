import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { system } from '../kernel/post.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { fillWorld, houseOver, people, secret } from '../test/helpers/world.ts'
import { act } from './act.ts'
import type { Database } from './database.ts'
import { dump } from './dump.ts'
import { CannotRestore, restore } from './restore.ts'
import { keysFrom } from './seal.ts'
import { verifyCounty } from './verify.ts'

const keys = keysFrom(secret)
let from: TestDatabase
let to: TestDatabase
let lines: readonly string[]
before(async () => {
  [from, to] = await Promise.all([openTestDatabase(), openTestDatabase()])
  await fillWorld(from)
  const answer = await act(houseOver(from), people.resident, { id: randomUUID(), procedure: 'request', step: 'report', input: { text: '水管漏水，请尽快修', place: '630202001001', contactName: '古丽·阿依夏木', contactPhone: '13800001234' } })
  assert.ok(!isRefusal(answer))
  await from.owner(async tx => {
    await tx.query(`insert into auth."user" (id, email, username) values ($1::uuid, 'r@account.invalid', 'resident')`, [people.resident.account])
    await tx.query(`insert into auth.session (token, user_id, expires_at) values ('a live token', $1::uuid, now() + interval '1 day')`, [people.resident.account])
    await tx.query(`insert into auth.verification (identifier, value, expires_at) values ('reset', 'a live value', now() + interval '1 hour')`)
  })
  lines = await dumped(from)
})
after(() => Promise.all([from.close(), to.close()]))

const asLines = async function* (all: readonly string[]) { yield* all }
const dumped = async (database: Database): Promise<readonly string[]> => {
  const all: string[] = []
  const rows = await dump(database, keys, line => { all.push(line) })
  assert.equal(rows, all.length - 2, 'between the first line and the closing one each is a row')
  return all
}

/** What a restore into the empty database is refused with; nothing of it is kept. */
const refusal = async (all: readonly string[], by = keys): Promise<Words> => {
  const error = await restore(to, by, asLines(all)).then(() => assert.fail('was put in'), (thrown: unknown) => thrown)
  assert.ok(error instanceof CannotRestore, String(error))
  assert.deepEqual(await to.scoped(system, tx => tx.query('select code from region union all select id::text from matter')), [])
  return error.why
}

test('an export cut short is refused, with the line at which it breaks off', async () => {
  assert.match((await refusal(lines.slice(0, -1))).zh, new RegExp(`^第 ${lines.length - 1} 行：导出文件在此中断，缺少结束行，未放入任何内容`))
  assert.match((await refusal(lines.slice(0, 9))).en, /^Line 9: the export breaks off here, without its closing line; nothing was put in/)
  assert.match((await refusal([...lines.slice(0, 8), lines[8]?.slice(0, 20) ?? ''])).en, /^Line 9: this line is broken off or damaged/)
  assert.match((await refusal([])).en, /empty/)
  assert.match((await refusal(lines.slice(0, 1))).en, /^Line 1: the export breaks off here/)
})

test('an export from which rows were taken, or in which one was changed, is refused', async () => {
  const at = lines.findIndex(line => /^\{"table":"(?:public\.)?post"/.test(line) && line.includes('"handler"'))
  const posts = lines.filter(line => line.startsWith((lines[at] ?? '').slice(0, 20))).length
  assert.ok(at > 0 && posts > 1)
  assert.match((await refusal(lines.toSpliced(at, 1))).en, new RegExp(`^Line ${lines.length - 1}: the closing line counts ${posts} rows of \\S*post, and there are ${posts - 1}`))
  const changed = lines.with(at, (lines[at] ?? '').replace(/"clearance": ?"\w+"/, '"clearance":"confidential"'))
  assert.notEqual(changed[at], lines[at])
  assert.match((await refusal(changed)).en, new RegExp(`^Line ${lines.length}: the lines above are not those that were written`))
  assert.match((await refusal(lines.toSpliced(at, 0, lines[at] ?? ''))).en, new RegExp(`^Line \\d+: from here on \\d+ rows of \\S*post can’t be put in`))
  assert.match((await refusal([...lines, lines[at] ?? ''])).en, new RegExp(`^Line ${lines.length + 1}: something stands behind the closing line`))
})

test('an export under another secret is refused by its first line, before anything else is read', async () => {
  const why = await refusal(lines.slice(0, 1), keysFrom('another secret, which is also longer than thirty-two characters'))
  assert.match(why.zh, /另一密钥/)
  assert.match(why.en, /another secret/)
  assert.ok(!(lines[0] ?? '').includes(secret))
})

test('who is signed in goes into no export, nor out of one', async () => {
  assert.doesNotMatch(lines.join('\n'), /a live|auth\.session|auth\.verification|auth\.invitation/)
  assert.ok(lines.some(line => line.includes('r@account.invalid')), 'who may sign in does')
  assert.match((await refusal([...lines.slice(0, 5), '{"table":"auth.session","row":{"token":"mine"}}'])).en, /^Line 6: there is no table auth.session to put it in/)
})

test('what is no export, of a newer version or of an early one is refused', async () => {
  for (const other of ['{"table":"public.region","row":{}}', 'region,code', '[]', '{"shanzhi":2}']) assert.match((await refusal([other])).en, /no export of this platform/)
  const head = JSON.parse(lines[0] ?? '') as object
  assert.match((await refusal([JSON.stringify({ ...head, migrations: ['9999-future.sql'] })])).en, /newer version \(9999-future\.sql\)/)
  assert.match((await refusal(['{"shanzhi":1,"migrations":[]}'])).zh, /早期版本/)
})

test('what is dumped and put back elsewhere is the same to the row, and verifies', async () => {
  assert.ok(!lines.join('').includes('13800001234'), 'what is sealed stays sealed')
  assert.deepEqual(await restore(to, keys, asLines(lines)), { rows: lines.length - 2, left: {} })
  const content = (all: readonly string[]) => all.slice(0, -1).filter(line => !line.includes('reference_version')).toSorted()
  assert.deepEqual(content(await dumped(to)), content(lines))
  assert.deepEqual((await verifyCounty(houseOver(to), '630202')).faults, [])
  const next = await act(houseOver(to), people.resident, { id: randomUUID(), procedure: 'request', step: 'report', input: { text: '又漏水了，请再修', place: '630202001001' } })
  assert.ok(!isRefusal(next))
  const [before] = await from.scoped(system, tx => tx.query<{ number: string }>('select number from matter'))
  assert.ok(next.number > (before?.number ?? ''), 'numbers go on behind those put back')
  await assert.rejects(restore(to, keys, asLines(lines)), CannotRestore)
})

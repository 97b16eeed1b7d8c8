import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../../kernel/post.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver, idOf, people, secret } from '../../test/helpers/world.ts'
import { writeCheckpoint } from '../checkpoint/write.ts'
import { dump } from '../dump.ts'
import { CannotRestore, restore } from '../restore.ts'
import { ringOf } from '../ring.ts'
import { keysFrom } from '../seal.ts'
import { verifyCounty } from '../verify.ts'

const keys = keysFrom(secret)
let from: TestDatabase
let to: TestDatabase
let lines: readonly string[]
let files: string[]

const asLines = async function* (all: readonly string[]) { yield* all }
const dumped = async (database: TestDatabase, county: string, by = keys): Promise<readonly string[]> => {
  const all: string[] = []
  files = []
  await dump(database, by, line => { all.push(line) }, { county, file: id => { files.push(id); return Promise.resolve() } })
  return all
}
const rows = (table: string, all = lines): readonly { readonly [column: string]: unknown }[] =>
  all.flatMap(line => { const { table: of, row } = JSON.parse(line) as { table?: string; row: { readonly [column: string]: unknown } }; return of === `public.${table}` ? [row] : [] })
const refusal = async (all: readonly string[], by = keys): Promise<string> => {
  const error = await restore(to, by, asLines(all)).then(() => assert.fail('was put in'), (thrown: unknown) => thrown)
  assert.ok(error instanceof CannotRestore, String(error))
  return error.why.en
}

const photo = idOf('photo')
before(async () => {
  [from, to] = await Promise.all([openTestDatabase(), openTestDatabase()])
  await Promise.all([fillWorld(from), fillWorld(to)])
  for (const [database, texts] of [[from, ['水管漏水', '路灯不亮']], [to, []]] as const) {
    const city = live(houseOver(database))
    for (const text of texts) {
      const id = await city.opens('resident', { text: `${text}，请尽快修`, place: '630202001001', contactName: '王小明', anonymous: true })
      await city.does('dispatcher', 'dispatch', id, { category: 'road-damage', office: '630202001/gov' })
    }
    await city.opens('stranger', { text: '井盖破损，请尽快修', place: '630203001001' })
  }
  await from.owner(async tx => {
    await tx.query(`insert into file (id, account, name, type, bytes, digest, given) values ($1::uuid, $2::uuid, 'a.jpg', 'image/jpeg', 3, sha256('abc'), now())`, [photo, people.resident.account])
    await tx.query(`insert into auth."user" (id, email, username) values ($1::uuid, 'r@account.invalid', 'resident')`, [people.resident.account])
    // Renamed here since the other city read the list.
    await tx.query(`update region set name = '东关里社区' where code = '630202001001'`)
    await tx.query(`insert into account (id, name, pinyin, home, created) values ($1::uuid, '张三', 'zhang san', '630203001001', now()), ($2::uuid, '李四', 'li si', '630202001002', now())`, [idOf('elsewhere'), idOf('here')])
  })
  await live(houseOver(from)).opens('resident', { text: '见照片，请尽快修', place: '630202001001', photos: [photo] })
  await writeCheckpoint(from, '630202', instant('2026-06-09 00:10'), [])
  await to.owner(async tx => { await tx.simple(`delete from post where account = '${people.handler.account}'; delete from account where id = '${people.handler.account}'`) })
  lines = await dumped(from, '630202')
})
after(() => Promise.all([from.close(), to.close()]))

test('an export of a county holds it, the registers that all share, and the accounts it needs; no other county, nobody’s sign-in', () => {
  assert.ok([...rows('matter'), ...rows('entry'), ...rows('sealed'), ...rows('checkpoint'), ...rows('checkpoint_head')].every(row => row['county'] === '630202'))
  assert.deepEqual([rows('matter').length, rows('checkpoint').length, files], [3, 1, [photo]])
  assert.doesNotMatch(lines.join('\n'), /auth\.|account\.invalid|public\.demo|reference_version/)
  const accounts = rows('account').map(row => row['id'])
  for (const who of ['resident', 'handler', 'transport', 'deputy'] as const) assert.ok(accounts.includes(people[who].account), who)
  assert.ok(accounts.includes(idOf('here')))
  for (const who of ['stranger', 'otherCountyDispatcher', 'cityLead', 'hotline'] as const) assert.ok(!accounts.includes(people[who].account), who)
  assert.ok(!accounts.includes(idOf('elsewhere')))
  assert.ok(rows('region').length > 8, 'the tree of regions is shared')
})

test('what is not of the county is refused line by line, and nothing is kept', async () => {
  const at = lines.findIndex(line => line.startsWith('{"table":"public.entry"'))
  assert.match(await refusal(lines.with(at, (lines[at] ?? '').replace(/"county": ?"630202"/, '"county":"630203"'))), new RegExp(`^Line ${at + 1}: this row is none of 630202`))
  assert.match(await refusal(lines.toSpliced(5, 0, '{"table":"auth.user","row":{}}')), /^Line 6: there is no table auth.user/)
  assert.match(await refusal(lines.slice(0, -1)), /breaks off here/)
  assert.deepEqual(await to.owner(tx => tx.query(`select from matter where county = '630202'`)), [])
})

test('it goes beside other counties: shared registers stay as they stand, what is new comes in, and all of it verifies', async () => {
  const { left, county, rows: n } = await restore(to, keys, asLines(lines))
  assert.deepEqual([county, n], ['630202', lines.length - 2])
  assert.deepEqual(left['public.region'], { stood: rows('region').length, other: 1 })
  assert.equal(left['public.account']?.stood, rows('account').length - 2, 'the handler and a resident were not here')
  assert.deepEqual(await to.owner(tx => tx.query(`select name from region where code = '630202001001'`)), [{ name: '东关社区' }])
  for (const one of ['630202', '630203']) assert.deepEqual((await verifyCounty(houseOver(to), one)).faults, [])
  const later = await live(houseOver(to)).opens('resident', { text: '又漏水了，请再修', place: '630202001001' })
  const [number] = await to.owner(tx => tx.query<{ number: string }>('select number from matter where id = $1::uuid', [later]))
  assert.ok(Number(number?.number.split('-')[2]) > Math.max(...rows('matter').map(row => Number(String(row['number']).split('-')[2]))), 'numbers go on behind those put in')
})

test('a county that stands here already is not mixed with', async () => {
  assert.match(await refusal(lines), /already holds 630202/)
  assert.match(await refusal(await dumped(from, '630203')), /already holds 630203/)
})

test('an export names the keys it needs; a ring without one, or with another of its number, is refused', async () => {
  const two = { id: 2, secret: 'the second secret of the ring, thirty-two characters and more' }
  await from.owner(tx => tx.simple(`update sealed set value = set_byte(value, 0, 2) where county = '630203'`))
  const other = await dumped(from, '630203', keysFrom(secret, ringOf(secret, [two])))
  assert.match(await refusal(other.slice(0, 1)), /lacks the keys 2/)
  assert.match(await refusal(other.slice(0, 1), keysFrom(secret, ringOf(secret, [{ ...two, secret: two.secret.replace('second', 'fourth') }]))), /lacks the keys 2/)
  assert.doesNotMatch(await refusal(other.slice(0, 1), keysFrom(secret, ringOf(secret, [two]))), /lacks/)
  assert.equal((JSON.parse((await dumped(from, '630202'))[0] ?? '') as { keys: object }).keys.hasOwnProperty('2'), false, 'keys of other counties are not asked for')
})

test('every table says how it goes along with a county', async () => {
  await assert.rejects(dump(from, keys, () => undefined, { county: `630202' or true --` }), /no county/)
  await from.owner(tx => tx.simple('create table unsaid (x int)'))
  await assert.rejects(dumped(from, '630202'), /public.unsaid does not say/)
  await from.owner(tx => tx.simple('drop table unsaid'))
  assert.ok((await from.scoped(system, tx => tx.query('select from matter'))).length > 0)
})

test('looked at only, what is wrong with a line is named and the rest is put in', async () => {
  const look = await openTestDatabase()
  try {
    const at = lines.findIndex(line => line.startsWith('{"table":"public.entry"'))
    const noted: string[] = []
    await restore(look, keys, asLines(lines.toSpliced(at, 0, 'junk', lines[at] ?? '').slice(0, -1)), { note: fault => { noted.push(fault) } })
    assert.match(noted[0] ?? '', new RegExp(`^line ${at + 1}: this line is broken off`))
    assert.deepEqual([noted.length, /can’t be put in: duplicate key/.test(noted[1] ?? '') || /breaks off/.test(noted[1] ?? '')], [3, true], noted.join('\n'))
    assert.deepEqual((await verifyCounty(houseOver(look), '630202')).faults, [])
  } finally {
    await look.close()
  }
})

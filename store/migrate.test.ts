import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { people } from '../test/helpers/world.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { migrate, pending } from './migrate.ts'

let database: TestDatabase
before(async () => { database = await openTestDatabase() })
after(() => database.close())

const run = (): Promise<readonly string[]> => database.owner(migrate)
const left = (): Promise<readonly string[]> => database.scoped(people.resident, pending)
const files = async (): Promise<readonly string[]> => (await readdir(new URL('./sql/', import.meta.url))).toSorted()

test('what is applied once is not applied again, and the unprivileged role sees that nothing is left to do', async () => {
  assert.deepEqual(await run(), [])
  assert.deepEqual(await left(), [])
})

test('where nothing was applied everything is left to do', async () => {
  await assert.rejects(database.owner(async tx => {
    await tx.simple('drop table migration')
    assert.deepEqual(await pending(tx), [...await files(), 'policies'])
    throw new Error('put back')
  }), /put back/)
})

test('what is not yet applied is named', async () => {
  const last = (await files()).at(-1) ?? ''
  await database.owner(tx => tx.query('update migration set name = $2 where name = $1', [last, 'another']))
  assert.deepEqual(await left(), [last])
  await database.owner(tx => tx.query('update migration set name = $2 where name = $1', [last, 'another'].toReversed()))
})

test('a file changed after it was applied is refused by name, and nothing is done', async () => {
  const [first = ''] = await files()
  const [kept] = await database.owner(tx => tx.query<{ digest: string }>('select digest from migration where name = $1', [first]))
  const write = (digest: string) => database.owner(tx => tx.query('update migration set digest = $2 where name = $1', [first, digest]))
  await write('other')
  await assert.rejects(run(), error => error instanceof Error && error.message.includes(first) && error.message.includes('write a new one'))
  await write(kept?.digest ?? '')
  assert.deepEqual(await run(), [])
})

test('policies of another version are replaced, though no file is new', async () => {
  await database.owner(tx => tx.simple(`drop policy entry_select on entry; create policy entry_select on entry for select to shanzhi_app using (true); update migration set digest = 'older' where name = 'policies'`))
  assert.deepEqual(await left(), ['policies'])
  assert.deepEqual(await run(), ['policies'])
  const [policy] = await database.owner(tx => tx.query<{ qual: string }>(`select qual from pg_policies where tablename = 'entry' and policyname = 'entry_select'`))
  assert.match(policy?.qual ?? '', /matter/)
  assert.deepEqual(await left(), [])
})

test('every table of the application is under row-level security, its owner too', async () => {
  const free = await database.owner(tx => tx.query<{ name: string }>(
    `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and not (relrowsecurity and relforcerowsecurity) and relname <> 'migration'`))
  assert.deepEqual(free, [])
})

test('the county is part of every key of what belongs to a matter', async () => {
  const keys = await database.owner(tx => tx.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'county' and not a.attisdropped
     join pg_index i on i.indrelid = c.oid and i.indisprimary where c.relnamespace = 'public'::regnamespace and not a.attnum = any(i.indkey)`))
  assert.deepEqual(keys.map(row => row.name).toSorted(), ['file', 'notice'], 'these belong to a person first')
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live } from '../test/helpers/live.ts'
import { fillWorld, houseOver, people } from '../test/helpers/world.ts'
import { policies } from './policies.ts'

// The form for distributed tables, put over a database of its own.
let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  const city = live(houseOver(database))
  await city.opens('resident', { text: '村口路灯不亮', place: '630202001001', anonymous: true })
  await city.opens('stranger', { text: '路面塌陷，车辆难行', place: '630203001001' })
  await database.owner(tx => tx.simple(policies('bare')))
})
after(() => database.close())

const tables = ['matter', 'party', 'entry', 'sealed', 'deadline', 'link', 'matter_term', 'tally', 'notice', 'file']

test('the bare form asks no other table', () => {
  assert.ok(!/\bfrom\b/.test(policies('bare')), 'no sub-select over a table')
  assert.ok(/\bapp_sees\(/.test(policies('full')))
})

test('in the bare form an unset scope still sees nothing', async () => {
  for (const who of ['', `set local app.who = ''`, `set local app.who = '|||||'`]) {
    const found = await database.owner(async tx => {
      await tx.simple(`set local role shanzhi_app; ${who}`)
      const counts = []
      for (const table of tables) counts.push((await tx.query(`select ${table === 'sealed' ? 'matter' : '*'} from ${table}`)).length)
      await tx.simple('reset role')
      return counts
    })
    assert.deepEqual(found, tables.map(() => 0), who)
  }
})

test('in the bare form a hidden party stays hidden, and who only reads still writes nothing', async () => {
  const parties = await database.scoped(people.countyLead, tx => tx.query<{ account: string | null }>('select account from party'))
  assert.ok(!parties.some(party => party.account === people.resident.account))
  for (const text of ['delete from deadline', 'delete from link']) await database.scoped(people.auditor, tx => tx.query(text))
  await assert.rejects(database.scoped(people.auditor, tx => tx.query(`update matter set title = 'x'`)))
  const [left] = await database.owner(tx => tx.query<{ n: number }>('select count(*)::int as n from deadline'))
  assert.equal(left?.n, 2)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { terms } from '../kernel/terms.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { live } from '../test/helpers/live.ts'
import { fillWorld, houseOver, people } from '../test/helpers/world.ts'
import { soughtTerms, wordTerm } from './act/terms.ts'
import { keyTerms } from './key-terms.ts'
import { list } from './read/list.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
})
after(() => database.close())

test('words that a version of before kept in clear are keyed, once, and found as before', async () => {
  const house = houseOver(database)
  const text = '村口路灯不亮 LED 已坏 13 天'
  const id = await live(house).opens('resident', { text, place: '630202001001', category: 'waste', contactPhone: '13897221234' })
  const kept = async () => (await database.owner(tx => tx.query<{ term: string }>('select term from matter_term where matter = $1::uuid order by term', [id]))).map(row => row.term)
  const now = await kept()
  assert.equal(await keyTerms(house, ['630202']), 0)
  for (const word of terms(text)) await database.owner(tx => tx.query('update matter_term set term = $2 where term = $3 and matter = $1::uuid', [id, word, wordTerm(house.keys, word)]))
  assert.notDeepEqual(await kept(), now)
  assert.equal(await keyTerms(house, ['630202', '630203']), terms(text).length)
  assert.deepEqual(await kept(), now)
  for (const words of ['路灯', 'LED']) {
    const { rows } = await database.scoped(people.dispatcher, tx => list(tx, people.dispatcher, { scope: 'region', counties: ['630202'], words: soughtTerms(house.keys, words), limit: 5 }))
    assert.deepEqual(rows.map(row => row.id), [id], words)
  }
})

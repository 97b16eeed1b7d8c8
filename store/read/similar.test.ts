import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { terms } from '../../kernel/terms.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from '../../test/helpers/world.ts'
import { alike, likeness, similar } from './similar.ts'

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
})
after(() => database.close())

const text = '村口路灯不亮，晚上看不见路'
const ask = (more: object = {}) => ({ procedure: 'request', heading: 'text', county: '630202', region: '630202001001', text, since: instant('2026-06-01 00:00'), most: 5, ...more })
const found = async (who: Name = 'dispatcher', more: object = {}) => (await database.scoped(people[who], tx => similar(tx, ask(more)))).map(one => one.row.title)

test('likeness is from nothing to one, the same both ways, and one for the same text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
    const [one, two] = [terms(a), terms(b)]
    const n = likeness(one, two)
    assert.ok(n >= 0 && n <= 1)
    assert.equal(n, likeness(two, one))
    assert.equal(likeness(one, one), one.length === 0 ? 0 : 1)
  }))
})

test('like reports of the same place are offered, the likest first, and no others', async () => {
  const city = live(houseOver(database), '2026-06-08 10:00')
  await city.opens('resident', { text: '村口路灯不亮好几天了', place: '630202001001' })
  const same = await city.opens('neighbour', { text, place: '630202001001' })
  await city.opens('resident', { text: '垃圾没人清运，气味很大', place: '630202001001' })
  await city.opens('resident', { text, place: '630202001002' })
  await live(houseOver(database), '2026-05-08 10:00').opens('resident', { text, place: '630202001001' })
  assert.deepEqual(await found(), [text, '村口路灯不亮好几天了'])
  assert.deepEqual(await found('dispatcher', { most: 1 }), [text])
  assert.deepEqual(await found('dispatcher', { since: instant('2026-05-01 00:00'), most: 2 }), [text, text], 'an older one where the window reaches back to it')
  assert.deepEqual(await found('dispatcher', { procedure: 'reference-change' }), [])
  assert.deepEqual(await found('dispatcher', { text: '。' }), [])
  await city.does('neighbour', 'withdraw', same)
  assert.deepEqual(await found(), ['村口路灯不亮好几天了'], 'what has ended is not offered')
})

test('what is not the asker’s to see is not offered to them', async () => {
  assert.deepEqual(await found('otherGridWorker'), [])
  assert.deepEqual(await found('stranger'), [])
})

test('everything offered is as like as is asked', async () => {
  for (const one of await database.scoped(people.dispatcher, tx => similar(tx, ask({ since: instant('2026-01-01 00:00') })))) assert.ok(one.likeness >= alike)
})

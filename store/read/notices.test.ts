import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver, people, type Name } from '../../test/helpers/world.ts'
import { markRead, notices, unread, type NoticeRow } from './notices.ts'

let database: TestDatabase
const ids: string[] = []
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  // Several at the same instant, so that only the id tells them apart.
  const city = live(houseOver(database))
  for (let n = 0; n < 7; n += 1) {
    const id = await city.opens('resident', { text: `第${n}盏路灯不亮`, place: '630202001001', ...(n === 0 && { anonymous: true }) })
    ids.push(id)
    await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
    await city.does('handler', 'accept', id)
  }
})
after(() => database.close())

const page = (who: Name, limit: number, last?: NoticeRow) => database.scoped(people[who], tx => notices(tx, people[who], limit, last && { at: last.key, id: last.id }))
const left = (who: Name) => database.scoped(people[who], tx => unread(tx, people[who]))

test('pages hold each notice once, the newest first, for every length of page', async () => {
  const all = await page('resident', 100)
  assert.equal(all.length, 14)
  for (const limit of [1, 3, 5, 14, 20]) {
    const found: NoticeRow[] = []
    for (let rows = await page('resident', limit); rows.length > 0; rows = await page('resident', limit, rows.at(-1))) found.push(...rows)
    assert.deepEqual(found, all, `${limit}`)
  }
})

test('a notice says which matter', async () => {
  for (const { matter, title, number, words } of await page('resident', 100)) assert.ok(ids.includes(matter ?? '') && title?.includes('路灯') && number && words.zh && words.en)
  assert.ok((await page('handler', 100)).every(notice => notice.title !== null))
})

test('each reads and marks their own; others’ stay unread', async () => {
  const [first, second] = await page('resident', 2)
  const before = await left('colleague')
  assert.equal(await left('resident'), 14)
  await database.scoped(people.resident, tx => markRead(tx, people.resident, instant('2026-06-08 11:00'), [first?.id ?? '', second?.id ?? '']))
  assert.equal(await left('resident'), 12)
  const theirs = (await page('colleague', 1))[0]?.id ?? ''
  await database.scoped(people.resident, tx => markRead(tx, people.resident, instant('2026-06-08 11:00'), [theirs]))
  await database.scoped(people.resident, tx => markRead(tx, people.resident, instant('2026-06-08 11:00')))
  assert.deepEqual([await left('resident'), await left('colleague')], [0, before])
  assert.ok((await page('resident', 100)).every(notice => notice.read))
})

test('a matter no longer the reader’s to see stands without number and title', async () => {
  const city = live(houseOver(database), '2026-06-08 12:00')
  const id = await city.opens('gridWorker', { text: '楼道堆放杂物', place: '630202001001' })
  await city.does('dispatcher', 'dispatch', id, { category: 'waste', office: '630202001/gov' })
  assert.equal((await page('gridWorker', 1))[0]?.title, '楼道堆放杂物')
  await database.owner(tx => tx.query(`update matter set region = '630202101201' where id = $1::uuid`, [id]))
  await database.owner(tx => tx.query('delete from party where matter = $1::uuid and account is not null', [id]))
  const [notice] = await page('gridWorker', 1)
  assert.deepEqual([notice?.matter, notice?.title, notice?.number], [id, null, null])
})

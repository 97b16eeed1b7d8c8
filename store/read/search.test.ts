import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver, people } from '../../test/helpers/world.ts'
import { choices } from '../../test/model/random.ts'
import { loadLives } from '../bulk.ts'
import { soughtTerms } from '../act/terms.ts'
import { list } from './list.ts'

// Few characters, so that pairs repeat within texts and between them; some of the rare planes, and words of letters and digits.
const characters = ['村', '口', '路', '灯', '不', '亮', '大', '庄', '社', '𠅤', '𬱖', '〇', '，', ' ', '3', 'LED', '13897221234']
const texts: readonly string[] = Array.from({ length: 60 }, (_, n) => {
  const chance = choices(n + 1)
  return `${Array.from({ length: 6 + chance.below(14) }, () => chance.oneOf(characters)).join('')}路口`
})
const found = new Map<string, string>()

let database: TestDatabase
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  const lives = texts.map(text => {
    const id = randomUUID()
    found.set(id, text)
    return { id, procedure: 'request', acts: [{ at: instant('2026-06-08 10:00'), step: 'report', actor: people.resident, input: { text, place: '630202001001' } }] }
  })
  await loadLives(houseOver(database), lives, instant('2026-06-08 10:01'))
})
after(() => database.close())

const search = async (words: string, who = people.dispatcher): Promise<readonly string[]> =>
  (await database.scoped(who, tx => list(tx, who, { scope: 'region', counties: ['630202'], words: soughtTerms(houseOver(database).keys, words), limit: 1000 }))).rows.map(row => found.get(row.id) ?? '')

test('any piece of a text, two Chinese characters or more, finds that text', async () => {
  const piece = fc.constantFrom(...texts).chain(text => {
    const runs = [...text.matchAll(/[\p{sc=Han}〇\u{20000}-\u{3FFFD}]{2,}/gu)].map(match => Array.from(match[0]))
    return fc.constantFrom(...runs).chain(run => fc.tuple(fc.nat(run.length - 2), fc.integer({ min: 2, max: run.length })).map(([from, length]) => ({ text, words: run.slice(from, from + length).join('') })))
  })
  await fc.assert(fc.asyncProperty(piece, async ({ text, words }) => {
    const texts = await search(words)
    assert.ok(texts.includes(text), `${words} in ${text}`)
    // A text may hold all the pairs and not the whole; the pairs it does hold.
    const points = Array.from(words)
    for (const other of texts) for (const at of points.keys()) if (at > 0) assert.ok(other.includes(`${points[at - 1] ?? ''}${points[at] ?? ''}`), `${words} in ${other}`)
  }), { numRuns: 120 })
})

test('a word of letters or digits is found whole, in either case and width, a long number also by its last four', async () => {
  for (const [words, held] of [['led', 'LED'], ['ＬＥＤ', 'LED'], ['13897221234', '13897221234'], ['1234', '13897221234']] as const) {
    const texts = await search(words)
    assert.ok(texts.length > 0 && texts.every(text => text.includes(held)), words)
  }
  assert.deepEqual(await search('138972'), [], 'not by its beginning')
})

test('several words must all be there', async () => {
  const both = await search('路口 LED')
  assert.ok(both.length > 0 && both.every(text => text.includes('路口') && text.includes('LED')))
})

test('what is searched is what the reader may see', async () => {
  assert.deepEqual(await search('路口', people.otherGridWorker), [])
  assert.deepEqual(await search('路口', people.otherCountyDispatcher), [])
  assert.equal((await search('路口')).length, texts.length)
})

test('a text given later is found by its words too, also in facts beside the heading', async () => {
  const id = randomUUID()
  await loadLives(houseOver(database), [{
    id, procedure: 'request', acts: [
      { at: instant('2026-06-08 10:00'), step: 'report', actor: people.resident, input: { text: '楼道堆物', place: '630202001001', spot: '三号楼二单元' } },
      { at: instant('2026-06-08 10:05'), step: 'supplement', actor: people.resident, input: { supplement: '消防通道被占' } },
    ],
  }], instant('2026-06-08 10:06'))
  for (const words of ['楼道', '二单元', '消防通道']) assert.equal((await search(words)).length, 1, words)
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { check } from '../../kernel/check.ts'
import { account, office, region, text } from '../../kernel/facts.ts'
import { system } from '../../kernel/post.ts'
import { procedure } from '../../kernel/procedure.ts'
import { anyResident, theClock, thePlatform } from '../../kernel/who.ts'
import { words } from '../../kernel/words.ts'
import { openTestDatabase, type TestDatabase } from '../../test/helpers/database.ts'
import { live, refused, rowOf, took } from '../../test/helpers/live.ts'
import { instant } from '../../test/helpers/play.ts'
import { fillWorld, houseOver, people } from '../../test/helpers/world.ts'
import { act } from '../act.ts'
import type { House } from '../house.ts'
import { verifyCounty } from '../verify.ts'

// One matter that opens another and hands a row to a register.
const parts = {
  title: words('信', 'Letter'), since: '2023-02-01', basis: ['25.3'],
  facts: { text: text({ zh: '内容', en: 'Text' }), village: region({ zh: '村', en: 'Village', class: 'public' }) },
  heading: 'text', place: 'village', list: { columns: ['text'] },
} as const
const stages = { sent: { ...words('已发', 'Sent'), waits: words('等回信', 'It waits for an answer') }, read: { ...words('已读', 'Read'), final: true } } as const
const read = { ...words('读', 'Read'), from: ['sent'], to: 'read', by: [anyResident], basis: [] } as const
const answer = procedure('answer', { ...parts, stages, steps: { write: { ...words('写', 'Write'), opens: 'sent', by: [anyResident], asks: ['text', 'village'], basis: ['25.3'] }, read } })
const letter = procedure('letter', {
  ...parts, stages, records: ['letters'],
  steps: {
    write: {
      ...words('写', 'Write'), opens: 'sent', by: [anyResident], asks: ['text', 'village'], basis: ['25.3'],
      then: c => ({
        effects: [
          { do: 'record', register: 'letters', row: { text: c.input.text ?? '' } },
          { do: 'open', procedure: 'answer', step: 'write', input: { text: `回信：${c.input.text ?? ''}`, village: c.matter.region }, link: 'answers' },
          { do: 'open', procedure: 'stamp', step: 'cancel', input: { text: '盖销', village: c.matter.region, desk: '630202001/gov', clerk: people.handler.account }, link: 'stamps', by: 'platform' },
        ],
      }),
    },
    read,
  },
})
// What nobody opens by hand: the platform does, and names somebody of an office that does not hold it.
const stamp = procedure('stamp', {
  ...parts, stages, facts: { ...parts.facts, desk: office({ zh: '经手单位', en: 'Desk' }), clerk: account({ zh: '经手人', en: 'Clerk', of: 'desk' }) },
  steps: {
    cancel: { ...words('盖销', 'Cancel'), opens: 'sent', by: [thePlatform], asks: ['text', 'village', 'desk', 'clerk'], basis: [], then: () => ({ holder: { office: '630202/centre' } }) },
    read: { ...read, by: [theClock] },
  },
})

let database: TestDatabase
let house: House
const recorded: string[] = []
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = {
    ...houseOver(database), procedures: [letter, answer, stamp],
    recorders: {
      letters: (_, row) => {
        if (row['text'] === '坏信') return Promise.reject(new Error('the register is full'))
        recorded.push(JSON.stringify(row))
        return Promise.resolve()
      },
    },
  }
})
after(() => database.close())

const write = (body: string) => act(house, people.resident, { id: randomUUID(), procedure: 'letter', step: 'write', input: { text: body, village: '630202001001' } }, instant('2026-06-08 10:00'))

test('a matter opened by another points back at it, by its own first entry', async () => {
  const { id } = took(await write('你好'))
  const [opened] = await database.owner(tx => tx.query<{ id: string }>(`select id from matter where procedure = 'answer'`))
  assert.ok(opened)
  const { links, title } = await rowOf(house, opened.id)
  assert.deepEqual([links, title], [[{ kind: 'answers', matter: id }], '回信：你好'])
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [], 'the link is part of what its entries prove')
  assert.deepEqual(recorded, ['{"text":"你好"}'])
})

test('what only the platform opens it opens in the act of whoever set it off, and nobody opens it by hand', async () => {
  assert.deepEqual(check(stamp), [])
  const { id } = took(await write('再会'))
  const [opened] = await database.owner(tx => tx.query<{ id: string; actor: object }>(
    `select m.id, e.actor from matter m join link l on l.matter = m.id and l.kind = 'stamps' and l.other = $1::uuid join entry e on e.matter = m.id`, [id]))
  assert.deepEqual(opened?.actor, { kind: 'system' })
  assert.equal((await rowOf(house, opened.id)).facts['clerk'], people.handler.account)
  const input = { text: '盖销', village: '630202001001', desk: '630202001/gov', clerk: people.handler.account }
  for (const who of [people.resident, people.countyLead]) assert.equal(refused(await act(house, who, { id: randomUUID(), procedure: 'stamp', step: 'cancel', input })).code, 'not-yours')
  assert.equal(took(await act(house, system, { id: randomUUID(), procedure: 'stamp', step: 'cancel', input }, instant('2026-06-08 10:00'))).stage, 'sent')
  assert.deepEqual((await verifyCounty(house, '630202')).faults, [])
})

test('an effect that fails leaves nothing: no matter, no entry, no other matter, no counter', async () => {
  const counts = async () => {
    const all = await Promise.all(['matter', 'entry', 'sealed', 'link', 'tally'].map(table => database.owner(tx => tx.query<{ n: number }>(`select count(*)::int as n from ${table}`))))
    return all.map(rows => rows[0]?.n)
  }
  const before = await counts()
  await assert.rejects(write('坏信'), /the register is full/)
  assert.deepEqual(await counts(), before)
})

test('a row for a register that nobody keeps is a fault of the program, told as one', async () => {
  const without = { ...house, recorders: {} }
  await assert.rejects(act(without, people.resident, { id: randomUUID(), procedure: 'letter', step: 'write', input: { text: '你好', village: '630202001001' } }), /no recorder letters/)
})

test('a procedure that is not in force yet opens nothing', async () => {
  const early = await act(house, people.resident, { id: randomUUID(), procedure: 'letter', step: 'write', input: { text: '你好', village: '630202001001' } }, instant('2023-01-31 23:59'))
  assert.equal('code' in early && early.code, 'no-such-procedure')
  const missing = await act(house, people.resident, { id: randomUUID(), procedure: 'poem', step: 'write', input: {} })
  assert.equal('code' in missing && missing.code, 'no-such-procedure')
  assert.ok(await live(house, '2023-02-01 00:00').opens('resident', { text: '你好', village: '630202001001' }, 'write', 'letter'))
})

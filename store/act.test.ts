import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { procedure } from '../kernel/procedure.ts'
import { region, text } from '../kernel/facts.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { post, thePlatform } from '../kernel/who.ts'
import { words } from '../kernel/words.ts'
import { openTestDatabase, type TestDatabase } from '../test/helpers/database.ts'
import { fillWorld, houseOver, people, type Name } from '../test/helpers/world.ts'
import { act, type Act, type Receipt } from './act.ts'
import type { House } from './house.ts'
import { verifyCounty } from './verify.ts'

let database: TestDatabase
let house: House
before(async () => {
  database = await openTestDatabase()
  await fillWorld(database)
  house = houseOver(database)
})
after(() => database.close())

const village = '630202001001'
const monday = new Date('2026-06-08T02:00:00Z')

const took = (answer: Receipt | Refusal): Receipt => {
  assert.ok(!isRefusal(answer), isRefusal(answer) ? JSON.stringify(answer) : '')
  return answer
}
const refused = (answer: Receipt | Refusal): Refusal => {
  assert.ok(isRefusal(answer), 'was not refused')
  return answer
}
const as = (who: Name, asked: Omit<Act, 'id'> & { id?: string }, now = monday) => act(house, people[who], { id: randomUUID(), ...asked }, now)
const report = (who: Name = 'resident', more: object = {}) => as(who, { procedure: 'request', step: 'report', input: { text: '村口路灯不亮，晚上看不见路', place: village, ...more } })

test('a request goes from report to rated, and its chain verifies', async () => {
  const { id } = took(await report())
  let seq = 1
  const step = async (who: Name, name: string, input: object) => {
    const receipt = took(await as(who, { matter: id, seq, step: name, input }))
    seq = receipt.seq
    return receipt.stage
  }
  assert.equal(await step('dispatcher', 'dispatch', { category: 'road-damage', office: '630202001/gov' }), 'accepting')
  assert.equal(await step('handler', 'accept', {}), 'handling')
  assert.equal(await step('handler', 'note', { progress: '已联系电工' }), 'handling')
  assert.equal(await step('handler', 'resolve', { outcome: 'fixed', result: '已更换灯泡' }), 'verifying')
  assert.equal(await step('gridWorker', 'verify', { verified: true }), 'confirming')
  assert.equal(await step('resident', 'confirm', {}), 'closed')
  assert.equal(await step('resident', 'rate', { rating: 5 }), 'finished')
  const report2 = await verifyCounty(house, '630202')
  assert.deepEqual(report2.faults, [])
  assert.equal(report2.entries, 8)
})

test('the same act again answers the same; the same id with other input is refused', async () => {
  const id = randomUUID()
  const asked = { id, procedure: 'request', step: 'report', input: { text: '水管漏水了', place: village } }
  const first = took(await as('resident', asked))
  const again = took(await as('resident', asked))
  assert.deepEqual({ ...again, repeated: false }, first)
  assert.equal(refused(await as('resident', { ...asked, input: { text: '别的内容', place: village } })).code, 'repeated-other-input')
})

test('a stale act is refused with what changed, never written over', async () => {
  const { id } = took(await report())
  took(await as('resident', { matter: id, seq: 1, step: 'supplement', input: { supplement: '在小学门口' } }))
  const late = refused(await as('dispatcher', { matter: id, seq: 1, step: 'dispatch', input: { category: 'waste', office: '630202001/gov' } }))
  assert.equal(late.code, 'stale')
  assert.deepEqual((late.detail as { since: { seq: number }[] }).since.map(e => e.seq), [2])
})

test('who may not see a matter is told there is none', async () => {
  const { id } = took(await report())
  for (const who of ['stranger', 'neighbour', 'transport', 'otherDispatcher', 'otherCountyDispatcher', 'otherGridWorker'] as const) {
    assert.equal(refused(await as(who, { matter: id, seq: 1, step: 'urge', input: {} })).code, 'not-found', who)
  }
})

test('an auditor reads and never changes', async () => {
  const { id } = took(await report())
  assert.equal(refused(await as('auditor', { matter: id, seq: 1, step: 'supervise', input: { order: '请尽快办理' } })).code, 'not-yours')
})

const paper = procedure('toy-paper', {
  title: words('文稿', 'Paper'), since: '2023-02-01', basis: [], facts: { what: text({ zh: '内容', en: 'What' }), village: region({ zh: '村', en: 'Village' }) }, heading: 'what', place: 'village',
  stages: { open: { zh: '待定', en: 'Open', settled: true, waits: words('等', 'Waits') }, adopted: { zh: '已定', en: 'Adopted', final: true }, gone: { zh: '已撤', en: 'Gone', final: true } },
  steps: {
    write: { zh: '起草', en: 'Write', opens: 'open', basis: [], by: [post('committee')], asks: ['what', 'village'], then: c => ({ holder: { office: c.actor.office ?? '' } }) },
    drop: { zh: '撤', en: 'Drop', from: ['open'], to: 'gone', basis: [], by: [post('committee')] },
    adopt: { zh: '定', en: 'Adopt', from: ['open'], to: 'adopted', basis: [], by: [thePlatform] },
  },
  list: { columns: ['village'] },
})

/** A decision on a paper, whose id it bears as its text. */
const decision = procedure('toy-decision', {
  title: words('决定', 'Decision'), since: '2023-02-01', basis: [], facts: paper.facts, heading: 'what', place: 'village',
  stages: { made: { zh: '已作', en: 'Made', final: true } },
  steps: {
    make: {
      zh: '作决定', en: 'Decide', opens: 'made', basis: [], by: [post('committee')], asks: ['what', 'village'],
      then: c => ({
        holder: { office: c.actor.office ?? '' }, links: [{ kind: 'on', matter: c.input.what ?? '' }],
        effects: [{ do: 'tell', link: 'on', step: 'adopt', input: {}, missed: { to: [{ posts: 'lead', region: '630202001' }], words: words('文稿已不在', 'The paper is gone') } }],
      }),
    },
  },
  list: { columns: ['village'] },
})

test('what a matter tells one that went its own way does not pass in silence, where it says whom to tell', async () => {
  const of: House = { ...house, procedures: [...house.procedures, paper, decision] }
  const taken = async (asked: Omit<Act, 'id'>): Promise<string> => took(await act(of, people.committee, { id: randomUUID(), ...asked }, monday)).id
  const [kept, dropped] = [await taken({ procedure: 'toy-paper', step: 'write', input: { what: '甲', village } }), await taken({ procedure: 'toy-paper', step: 'write', input: { what: '乙', village } })]
  await taken({ matter: dropped, seq: 1, step: 'drop', input: {} })
  const told = async (what: string): Promise<readonly string[]> => {
    const made = await taken({ procedure: 'toy-decision', step: 'make', input: { what, village } })
    return (await database.owner(tx => tx.query<{ account: string }>('select account from notice where matter = $1::uuid', [made]))).map(one => one.account)
  }
  assert.deepEqual([await told(kept), await told(dropped)], [[], [people.townLead.account]])
})

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
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

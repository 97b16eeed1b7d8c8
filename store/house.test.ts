import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide } from '../kernel/decide.ts'
import { embryo } from '../kernel/fold.ts'
import { region, text } from '../kernel/facts.ts'
import { need, procedure } from '../kernel/procedure.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { anyResident } from '../kernel/who.ts'
import { words } from '../kernel/words.ts'
import { houseOver, law, people } from '../test/helpers/world.ts'
import type { Database } from './database.ts'
import { complete, IncompleteHouse, missing, namedBy } from './house.ts'

// Gives points, and needs to know the stock.
const gift = procedure('gift', {
  title: words('礼品', 'Gift'), since: '2023-02-01', basis: ['25.3'],
  facts: { text: text({ zh: '内容', en: 'Text', class: 'public' }), village: region({ zh: '村', en: 'Village', class: 'public' }) },
  heading: 'text', place: 'village', list: { columns: ['text'] },
  needs: { left: need<number>('stock', () => ({})) }, records: ['points', 'toString'],
  stages: { given: { ...words('已发', 'Given'), final: true } },
  steps: {
    give: {
      ...words('发放', 'Give'), opens: 'given', by: [anyResident], asks: ['text', 'village'], needs: ['left'], basis: ['25.3'],
      then: c => ({
        effects: [
          { do: 'record', register: 'points', row: { text: c.input.text ?? '' } },
          {
            do: 'record',
            register: 'toString', row: {},
          },
        ],
      }),
    },
  },
})
const stock = () => Promise.resolve(3)
const keep = () => Promise.resolve()

test('a loader or recorder that a procedure names and nobody gives is said in both languages, each by its name', () => {
  assert.deepEqual(namedBy(gift), { loaders: ['stock'], recorders: ['points', 'toString'] })
  assert.deepEqual(missing({ procedures: [gift], loaders: { stock }, recorders: { points: keep, toString: keep } }), [])
  assert.deepEqual(missing({ procedures: [gift], loaders: {}, recorders: { points: keep } }).map(one => one.en), ['gift: loader stock', 'gift: recorder toString'], 'what every object has is no recorder')
})

test('a house that lacks one is refused, with a message that names it', () => {
  const house = { ...houseOver({} as Database), procedures: [gift], loaders: { stock }, recorders: {} }
  assert.throws(() => complete(house), (error: unknown) =>
    error instanceof IncompleteHouse && /拒绝启动[^]*gift：登记“points”[^]*refusing to start[^]*gift: recorder points/.test(error.message))
  const whole = { ...house, recorders: { points: keep, toString: keep } }
  assert.equal(complete(whole), whole)
})

test('a row for a register that a procedure does not declare is no step taken, but a fault of the program', () => {
  const silent = { ...gift, records: ['points'] }
  const attempt = { procedure: silent, matter: embryo(silent, people.resident.account, '630202', '630202001001', '2026-06-08T02:00:00Z'), step: 'give', input: { text: '米', village: '630202001001' }, actor: people.resident, now: new Date('2026-06-08T02:00:00Z'), law, needs: {} }
  assert.throws(() => decide(attempt), /gift hands a row to toString/)
  assert.equal(isRefusal(decide({ ...attempt, procedure: gift })), false)
})

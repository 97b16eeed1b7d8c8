import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Seat } from './sides.ts'
import { awaiting } from './awaiting.ts'
import type { Seen } from './parts.ts'
import { law } from '../../../test/helpers/world.ts'

const now = new Date('2026-06-08T04:00:00Z')

/** What is awaited of the second side, by its steps; what is none stands as its words. */
const asked = (stage: string, facts: Seen['matter']['facts'], more: { readonly clocks?: object; readonly parties?: readonly object[] } = {}): readonly string[] => {
  const parties = more.parties ?? [{ role: 'disputant', account: 'b' }, { role: 'seat-2', account: 'b' }]
  const matter = { stage, facts, parties, clocks: more.clocks ?? {} }
  return awaiting({ matter, actor: { account: 'b', kind: 'resident' }, now, law } as unknown as Seen).map(one => one.step ?? one.zh)
}

const seats = (second: Seat): { readonly seats: readonly Seat[] } => ({ seats: [{ number: 1, role: 'applicant', consent: 'open', informed: false }, { number: 2, role: 'respondent', ...second }] })

test('a side is asked whether it agrees, and to confirm its rights once there is a mediator', () => {
  assert.deepEqual(asked('consenting', seats({ consent: 'open', informed: false })), ['say'])
  assert.deepEqual(asked('consenting', seats({ consent: 'agreed', informed: false })), [])
  assert.deepEqual(asked('mediating', { ...seats({ consent: 'agreed', informed: false }), mediator: 'm' }), ['acknowledge'])
  assert.deepEqual(asked('mediating', { ...seats({ consent: 'agreed', informed: true }), mediator: 'm' }), [])
})

test('its signature is awaited until it is there', () => {
  assert.deepEqual(asked('signing', seats({ consent: 'agreed' })), ['签署调解协议'])
  assert.deepEqual(asked('signing', seats({ consent: 'agreed', signedOn: '2026-06-07' })), [])
})

test('what is due is told a week ahead, and until it is recorded', () => {
  const plan = (dueOn: string, doneOn?: string) => ({ plan: [{ dueOn: '2026-06-01', doneOn: '2026-06-01' }, { dueOn, yuan: 256_000, ...(doneOn !== undefined && { doneOn }) }] })
  assert.deepEqual(asked('performing', plan('2026-06-15')), ['sayPerformed'])
  assert.deepEqual(asked('performing', plan('2026-06-16')), [])
  assert.deepEqual(asked('performing', plan('2026-05-20')), ['sayPerformed'])
  assert.deepEqual(asked('performing', plan('2026-06-15', '2026-06-02')), [])
  assert.deepEqual(asked('performing', {}, { clocks: { again: {} } }), ['sayPerformed'])
})

test('nothing is awaited of who is no side of it, nor of what is over', () => {
  assert.deepEqual(asked('consenting', seats({ consent: 'open' }), { parties: [{ role: 'mediator', account: 'b' }] }), [])
  assert.deepEqual(asked('closed', seats({ consent: 'open' })), [])
})

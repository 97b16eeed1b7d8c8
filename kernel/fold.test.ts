import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errand, noErrand } from '../test/helpers/errand.ts'
import { law } from '../test/helpers/world.ts'
import { limitOf, startClock, stopClock } from './clock.ts'
import { apply, dueOf, fold, inTheOpen, isLate, type Outcome } from './fold.ts'
import type { Matter } from './matter.ts'

const start = noErrand()
const [first, second] = ['2026-06-08T02:00:00.000Z', '2026-06-08T03:00:00.000Z']
const after = (...outcomes: readonly Outcome[]): Matter => fold(errand, start, outcomes.map((outcome, i) => ({ at: i === 0 ? first : second, outcome })))
const running = startClock(law, limitOf(law, 'request.accept', new Date(first)), 'remind', new Date(first))
const slow = startClock(law, limitOf(law, 'request.rate', new Date(first)), 'look', new Date(first))

test('an entry without outcome moves the matter on and changes nothing else', () => {
  const moved = after({})
  assert.deepEqual({ ...moved, seq: 0, updated: start.updated }, start)
  assert.deepEqual([moved.seq, moved.updated, moved.opened], [1, first, start.opened])
})

test('what is absent stays, what is given takes its place, and null clears a fact or a clock', () => {
  const given = after({ stage: 'asked', holder: { office: '630202/gov' }, region: '630202001002', set: { what: '代买药', times: 2 }, clocks: { stage: running } })
  const kept = apply(errand, given, second, {})
  assert.deepEqual({ ...kept, seq: 1, updated: first }, given)
  const changed = apply(errand, given, second, { set: { times: null, size: 'small' }, clocks: { stage: null } })
  assert.deepEqual([changed.facts, changed.clocks], [{ what: '代买药', size: 'small' }, {}])
})

test('what is sensitive stands in the matter masked, whatever comes', () => {
  assert.deepEqual(after({ set: { who: '王小明', what: '代买药' } }).facts, { who: '王**', what: '代买药' })
  assert.deepEqual(inTheOpen(errand, { who: null, what: '代买药', unknown: 1 }), { who: null, what: '代买药', unknown: 1 })
})

test('the title is the beginning of the heading, forty characters of any plane, on one line', () => {
  const title = (what: string) => after({ set: { what } }).title
  assert.equal(title('代买药\n  两盒'), '代买药 两盒')
  assert.equal(title('𠅤'.repeat(40)), '𠅤'.repeat(40))
  assert.equal(title('𠅤'.repeat(41)), `${'𠅤'.repeat(39)}…`)
  assert.equal(after({ set: { what: '代买药' } }, { set: { times: 1 } }).title, '代买药', 'other facts leave it')
})

test('each party and each link stands once, and an unlinked one is gone', () => {
  const office = { role: 'held', office: '630202/gov' }
  const twin = { kind: 'joined', matter: 'a' }
  assert.deepEqual(after({ parties: [office] }, { parties: [office, { ...office, role: 'co-handler' }] }).parties, [office, { ...office, role: 'co-handler' }])
  assert.deepEqual(after({ links: [twin] }, { links: [twin] }).links, [twin])
  assert.deepEqual(after({ links: [twin, { ...twin, matter: 'b' }] }, { unlink: [twin] }).links, [{ ...twin, matter: 'b' }])
  assert.deepEqual(after({ links: [twin] }, { unlink: [twin] }, { links: [twin] }).links, [twin], 'joined again')
})

test('a matter is late once the clock of its stage has run out, and keeps the date it missed', () => {
  const at = (clocks: Matter['clocks']): Matter => ({ ...start, clocks })
  assert.deepEqual([isLate(at({})), isLate(at({ stage: running })), isLate(at({ watch: { ...running, fired: true } }))], [false, false, false])
  const late = at({ stage: { ...running, fired: true }, escalation: slow })
  assert.deepEqual([isLate(late), dueOf(late)], [true, running.due])
  assert.equal(dueOf(at({ stage: slow, watch: running })), slow.due, 'its stage’s own date goes before an earlier one')
  assert.equal(dueOf(at({ stage: stopClock(running, '等', new Date(first)), pause: slow })), slow.due, 'a clock that stands still has no date')
  assert.equal(dueOf(at({})), undefined)
})

test('the fold never decides again: outcomes that no rule of today would give are replayed as they are', () => {
  const old = after({ stage: 'a stage of old', set: { unknown: 'kept' }, clocks: { gone: { ...running, then: 'a step of old' } } })
  assert.deepEqual([old.stage, old.facts, old.clocks['gone']?.then], ['a stage of old', { unknown: 'kept' }, 'a step of old'])
})

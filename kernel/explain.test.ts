import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errand, noErrand } from '../test/helpers/errand.ts'
import { law, people } from '../test/helpers/world.ts'
import { limitOf, startClock, type Clock } from './clock.ts'
import { explain, type PastStep } from './explain.ts'
import type { Matter } from './matter.ts'

const monday = new Date('2026-06-08T02:00:00Z')
const running = startClock(law, limitOf(law, 'request.handle', monday), 'remind', monday)
const matter = (stage: string, clocks: { readonly [name: string]: Clock } = {}): Matter =>
  ({ ...noErrand(), seq: 3, stage, clocks, holder: { office: '630202001/gov' }, parties: [{ role: 'asker', account: people.resident.account }] })
const past: readonly PastStep[] = [
  { seq: 1, at: '2026-06-08T02:00:00.000Z', step: 'ask', stage: 'asked' },
  { seq: 2, at: '2026-06-08T03:00:00.000Z', step: 'take', stage: 'doing' },
  { seq: 3, at: '2026-06-08T04:00:00.000Z', step: 'note' },
]

test('why here: the step that brought it, when, and its article; a note since then is not the cause', () => {
  const { here } = explain(errand, matter('doing', { stage: running }), past, people.handler, monday, law)
  assert.deepEqual(here, { stage: { zh: '在办', en: 'Being done' }, since: '2026-06-08T03:00:00.000Z', by: { zh: '接下', en: 'Take on' }, basis: ['21.4'] })
})

test('a matter come back to a stage is there since it came back', () => {
  const again = [...past, { seq: 4, at: '2026-06-09T02:00:00.000Z', step: 'rest', stage: 'resting' }, { seq: 5, at: '2026-06-10T02:00:00.000Z', step: 'again', stage: 'doing' }]
  assert.equal(explain(errand, matter('doing'), again, people.handler, monday, law).here.since, '2026-06-10T02:00:00.000Z')
})

test('why this date: each clock with its source, its article and what happens when it runs out', () => {
  const { clocks, noClock } = explain(errand, matter('doing', { stage: running }), past, people.handler, monday, law)
  assert.deepEqual(clocks.map(({ name, due, source, thenStep }) => [name, due, source.article, source.kind, thenStep.zh]), [['stage', running.due, '21.4', 'default', '催']])
  assert.equal(noClock, undefined)
})

test('where no clock runs the reason is said', () => {
  assert.deepEqual(explain(errand, matter('resting'), past, people.handler, monday, law).noClock, { zh: '等天晴', en: 'It waits for fair weather' })
  assert.deepEqual(explain(errand, matter('over'), past, people.handler, monday, law).noClock?.en, 'The matter is closed')
})

test('who may do what now: every step of the stage, whose it is, by which article, and why not', () => {
  const { steps } = explain(errand, matter('asked'), past, people.resident, monday, law)
  const of = (name: string) => steps.find(step => step.step === name)
  assert.deepEqual([of('note')?.open, of('take')?.open, of('remind')?.open, of('finish')], [true, false, false, undefined])
  assert.deepEqual([of('take')?.why?.code, of('take')?.by[0]?.zh, of('take')?.basis], ['not-yours', '承办单位', ['21.4']])
  assert.equal(of('remind')?.by[0]?.en, 'the clock')
})

test('what the procedure does not cover is said', () => {
  assert.deepEqual(explain(errand, matter('asked'), past, people.resident, monday, law).notCovered.map(gap => gap.basis), ['28.2'])
})

test('a stage or step that is declared no more is named by its key', () => {
  const gone: Clock = { ...running, then: 'a step of old' }
  const { here, clocks } = explain(errand, matter('a stage of old', { stage: gone }), [], people.resident, monday, law)
  assert.deepEqual([here.stage.en, here.basis, clocks[0]?.thenStep.zh], ['a stage of old', ['25.3'], 'a step of old'])
})

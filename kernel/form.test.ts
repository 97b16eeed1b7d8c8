import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errand, noErrand } from '../test/helpers/errand.ts'
import { law, people, type Name } from '../test/helpers/world.ts'
import { inputSchema, offersFor } from './form.ts'
import { request } from '../procedures/2-foundations/request.ts'
import type { Matter } from './matter.ts'

const monday = new Date('2026-06-08T02:00:00Z')
const matter = (stage: string): Matter => ({ ...noErrand(), seq: 1, stage, holder: { office: '630202001/gov' }, parties: [{ role: 'asker', account: people.resident.account }] })
const open = (who: Name, stage: string) => offersFor(errand, matter(stage), people[who], monday, law).filter(offer => !offer.refusal).map(offer => offer.step)

test('a reader meets the steps of the present stage: open ones, and shut ones with the reason', () => {
  const offers = offersFor(errand, matter('asked'), people.resident, monday, law)
  assert.deepEqual(offers.map(offer => offer.step), ['take', 'refuse', 'note', 'forget', 'watch', 'stop', 'go', 'more', 'unwatch'])
  assert.deepEqual(open('resident', 'asked'), ['note', 'forget'])
  assert.equal(offers.find(offer => offer.step === 'take')?.refusal?.code, 'not-yours')
  assert.deepEqual(open('handler', 'asked'), ['take', 'refuse', 'note', 'stop', 'go', 'more'])
})

test('steps of the clock and the platform alone, and those of other stages, are not shown', () => {
  const shown = new Set(['asked', 'doing', 'resting', 'thanked', 'over'].flatMap(stage => offersFor(errand, matter(stage), people.handler, monday, law).map(offer => offer.step)))
  for (const hidden of ['remind', 'look', 'end', 'recount', 'ask']) assert.ok(!shown.has(hidden), hidden)
  assert.ok(shown.has('wake'), 'what the platform may also do is')
  assert.deepEqual(offersFor(errand, matter('over'), people.handler, monday, law), [])
})

test('before a matter is opened only the opening is offered', () => {
  assert.deepEqual(offersFor(errand, noErrand(), people.resident, monday, law), [{ step: 'ask' }])
})

test('the input of a step is told as JSON Schema, with what may be left out', () => {
  const schema = inputSchema(errand, errand.steps.ask)
  assert.deepEqual(schema['required'], ['what', 'where'])
  assert.equal(schema['additionalProperties'], false)
  const properties = schema['properties'] as Record<string, Record<string, unknown>>
  assert.deepEqual(Object.keys(properties), ['what', 'where', 'who', 'size'])
  assert.deepEqual(properties['size'], { type: 'string', enum: ['small', 'large'], title: 'Size', description: '大小' })
  assert.deepEqual(inputSchema(errand, errand.steps.take), { type: 'object', properties: {}, required: [], additionalProperties: false })
})

test('a fact that is asked for only where another was given as said is told so in the schema', () => {
  const schema = inputSchema(request, request.steps.resolve)
  assert.deepEqual(schema['required'], ['outcome', 'result'])
  assert.deepEqual((schema['allOf'] as readonly unknown[])[0], {
    if: { properties: { outcome: { const: 'cannot' } }, required: ['outcome'] }, then: { required: ['whyNot'] }, else: { properties: { whyNot: false } },
  })
})

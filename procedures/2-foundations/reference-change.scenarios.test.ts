import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, offers } from '../../kernel/decide.ts'
import { embryo } from '../../kernel/fold.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { law, people } from '../../test/helpers/world.ts'
import { referenceChange } from './reference-change.ts'

const now = new Date('2026-06-08T02:00:00Z')
const proposed = {
  ...embryo(referenceChange, people.countyLead.account, '630202', '630202', now.toISOString()), seq: 1, stage: 'proposed',
  parties: [{ role: 'proposer', account: people.countyLead.account }],
}

test('a change is adopted or refused by another than who proposed it: a rule of the product, and it claims no article', () => {
  for (const step of ['adopt', 'refuse']) {
    const refused = offers(referenceChange, proposed, step, people.countyLead, now, law)
    assert.deepEqual([refused?.code, refused?.basis], ['two-people', []])
    assert.ok(refused?.remedy)
    assert.equal(offers(referenceChange, proposed, step, people.cityLead, now, law), undefined)
    assert.equal(offers(referenceChange, proposed, step, { ...people.transport, kind: 'lead' }, now, law)?.code, 'not-yours', 'a department does not set who answers for what')
  }
})

const proposing = (input: object) => decide({
  procedure: referenceChange, matter: embryo(referenceChange, people.countyLead.account, '6302', '6302', now.toISOString()), step: 'propose', actor: people.cityLead, now, law, needs: {},
  input: { area: '6302', category: 'waste', since: '2026-07-01', reason: '群众反映多，时限偏长', ...input },
})
const refusedFor = (input: object): readonly string[] => { const answer = proposing(input); return isRefusal(answer) ? (answer.faults ?? []).map(one => one.fact) : [] }

test('each kind of change is asked for what it needs, and for no more', () => {
  assert.deepEqual(refusedFor({ change: 'limit' }), ['limitAmount', 'limitUnit', 'instrument'])
  assert.deepEqual(refusedFor({ change: 'route' }), ['from', 'office'])
  const limit = { change: 'limit', limitAmount: 5, limitUnit: 'workingDays', instrument: '海政办〔2026〕8号' }
  assert.deepEqual(refusedFor({ ...limit, from: 'county' }), ['from'])
  assert.deepEqual(refusedFor({ ...limit, area: '630202' }), ['area'], 'a limit is one for the whole city')
  assert.deepEqual(refusedFor({ ...limit, since: '2026-06-08' }), ['since'], 'never from today')
})

test('a proposal stands with the lead group of its area until it is adopted, refused or lapses', () => {
  const answer = proposing({ change: 'limit', limitAmount: 5, limitUnit: 'workingDays', instrument: '海政办〔2026〕8号' })
  assert.ok(!isRefusal(answer))
  assert.deepEqual([answer.outcome.holder, answer.outcome.clocks?.['stage']?.then], [{ office: '6302/lead' }, 'lapse'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offers } from '../../kernel/decide.ts'
import { embryo } from '../../kernel/fold.ts'
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
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '../../../kernel/refusal.ts'
import { words } from '../../../kernel/words.ts'
import { choiceOf } from './choice.ts'

const stale = { code: 'stale', words: words('事项有了变化', 'It changed') }
const closed = refuse('closed', words('已办结', 'Closed'))

test('a stale step can be taken again as long as it still stands open', () => {
  assert.deepEqual(choiceOf({ step: 'verify' }, stale, { offers: [{ step: 'verify' }] as never }), { again: true })
  assert.deepEqual(choiceOf({ step: 'verify' }, stale, { offers: [{ step: 'verify', refusal: closed }] as never }), { again: false, why: closed.why })
  assert.equal(choiceOf({ step: 'verify' }, stale, { offers: [] }).again, false)
  assert.deepEqual(choiceOf({ step: 'verify' }, stale, undefined), { again: false }, 'nobody can say while the matter can’t be read')
})

test('what was refused for its words is put right in its form, a report and a step alike; any other goes again', () => {
  const report = { procedure: 'request', step: 'report' }
  const mend = { again: false, mend: true }
  for (const code of ['bad-input', 'photo-lost', 'metadata']) {
    assert.deepEqual(choiceOf(report, { code, words: stale.words }, undefined), mend)
    assert.deepEqual(choiceOf({ step: 'verify' }, { code, words: stale.words }, { offers: [{ step: 'verify' }] as never }), mend)
    assert.equal(choiceOf({ step: 'verify' }, { code, words: stale.words }, { offers: [] }).mend, undefined, 'the step is gone')
  }
  assert.deepEqual(choiceOf(report, { code: 'too-many', words: stale.words }, undefined), { again: true })
})

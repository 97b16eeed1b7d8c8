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

test('a report whose words were refused is written anew, any other goes again', () => {
  assert.equal(choiceOf({ procedure: 'request', step: 'report' }, { code: 'bad-input', words: stale.words }, undefined).again, false)
  assert.equal(choiceOf({ procedure: 'request', step: 'report' }, { code: 'too-many', words: stale.words }, undefined).again, true)
})

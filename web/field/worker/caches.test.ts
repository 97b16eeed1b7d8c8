import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerFor, outdated } from './caches.ts'

const answer = (path: string, navigation = false): string => answerFor(new URL(path, 'https://a'), 'https://a', navigation, one => one === '/field/manifest.webmanifest')

test('every address inside the door is its page, its files are its files, and what the API says is never held', () => {
  assert.equal(answer('/field/', true), 'page')
  assert.equal(answer('/field/matters/1?x=1', true), 'page')
  assert.equal(answer('/field/sw.js', true), 'network')
  assert.equal(answer('/field/matters/1'), 'network')
  assert.equal(answer('/assets/a.js'), 'file')
  assert.equal(answer('/field/manifest.webmanifest'), 'file')
  for (const path of ['/api/me', '/api/files/1', 'https://b/field/']) assert.equal(answer(path, true), 'network')
  assert.equal(answer('/regulation/1', true), 'network')
})

test('a new version lets go of all but itself and the one before', () => {
  assert.deepEqual(outdated(['field-1', 'field-2', 'field-3', 'other'], '3', 'field-2'), ['field-1'])
})

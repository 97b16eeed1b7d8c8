import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUuid } from '../../../kernel/facts.ts'
import { actId } from './act-id.ts'

void test('an act id is a version 4 UUID, new each time', () => {
  const ids = Array.from({ length: 200 }, actId)
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids) {
    assert.equal(isUuid(id), true)
    assert.match(id, /^.{14}4.{4}[89ab]/)
  }
})

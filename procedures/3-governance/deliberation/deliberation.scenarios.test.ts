import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met } from '../../../test/helpers/play.ts'
import { others } from '../../../test/deliberation/village.ts'
import '../../../test/deliberation/course.ts'
import '../../../test/deliberation/raising.ts'
import '../../../test/deliberation/meeting.ts'
import '../../../test/deliberation/deciding.ts'
import '../../../test/deliberation/afterwards.ts'
import '../../../test/deliberation/dodges.ts'

test('the declarations hold', () => {
  for (const one of others) assert.deepEqual(check(one), [])
})

test('every step is taken and every refusal met in some scenario', () => {
  for (const { steps, name } of others) assert.deepEqual(Object.keys(steps).filter(step => !['recount', 'erase', 'correct', 'rezone'].includes(step) && !met.steps.has(`${name}.${step}`)), [], name)
  const folder = new URL('./', import.meta.url)
  const said = readdirSync(folder).filter(one => one.endsWith('.ts') && !one.includes('.test.')).map(one => readFileSync(new URL(one, folder), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\('([^']+)'/g)].map(found => found[1] ?? '')
  assert.deepEqual([...new Set(codes)].filter(code => !met.refusals.has(code)), [])
})

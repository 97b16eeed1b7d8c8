import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { check } from '../../../kernel/check.ts'
import { met } from '../../../test/helpers/play.ts'
import { dispute } from './dispute.ts'
import { disputeHandoff } from './handoff.ts'
import '../../../test/dispute/door.ts'
import '../../../test/dispute/ways.ts'
import '../../../test/dispute/naming.ts'
import '../../../test/dispute/agreement.ts'
import '../../../test/dispute/court.ts'
import '../../../test/dispute/standing.ts'
import '../../../test/dispute/joining.ts'
import '../../../test/dispute/limitation.ts'
import '../../../test/dispute/word.ts'

test('the declarations hold together', () => {
  assert.deepEqual([...check(dispute), ...check(disputeHandoff)], [])
})

test('every step of a dispute is taken by some scenario, and every refusal met', () => {
  const platforms = ['recount', 'erase', 'correct', 'rezone']
  for (const one of [dispute, disputeHandoff]) assert.deepEqual(Object.keys(one.steps).filter(name => !platforms.includes(name) && !met.steps.has(`${one.name}.${name}`)), [], one.name)
  const here = new URL('.', import.meta.url)
  const said = readdirSync(here).filter(file => file.endsWith('.ts') && !file.includes('.test.')).map(file => readFileSync(new URL(file, here), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\(\s*'([^']+)'/g)].map(found => found[1] ?? '')
  assert.ok(codes.length > 20)
  assert.deepEqual(codes.filter(code => !met.refusals.has(code)), [])
})

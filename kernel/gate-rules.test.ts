import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gateRules } from './gate-rules.ts'

test('every rule of the gate has its words for the list of refused attempts, and its articles', () => {
  const said = readFileSync(new URL('./gate.ts', import.meta.url), 'utf8')
  const rules = [...said.matchAll(/code: '([^']+)',(?:\s*basis: (\[[^\]]*\]))/g)].map(([, code, basis = '']) => [code, basis.replaceAll(/[[\]' ]/g, '').split(',')])
  assert.ok(rules.length >= 15)
  assert.deepEqual(Object.entries(gateRules).map(([code, { basis }]) => [code, basis]).toSorted(), rules.toSorted())
})

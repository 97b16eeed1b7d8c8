import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { met } from '../../test/helpers/play.ts'
import { request } from './request.ts'
import '../../test/request/handing-over.ts'
import '../../test/request/time.ts'
import '../../test/request/climbing.ts'
import '../../test/request/joining.ts'
import '../../test/request/outcome.ts'

test('every step of the declaration is taken by some scenario', () => {
  assert.deepEqual(Object.keys(request.steps).filter(name => !met.steps.has(name)), [])
})

test('every refusal of the declaration is met in some scenario', () => {
  const said = ['./request.ts', './request/offices.ts', './request/two-people.ts', '../usual/oversight.ts'].map(file => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
  const codes = [...said.matchAll(/refuse\(\s*'([^']+)'/g)].map(found => found[1] ?? '').filter(code => code !== 'bad-input')
  const faults = [...said.matchAll(/(?:needFault\('|\{ fact: ')([^']+)'/g)].map(found => `bad-input ${found[1] ?? ''}`)
  assert.ok(codes.length >= 8 && faults.length >= 5)
  assert.deepEqual([...codes, ...faults].filter(code => !met.refusals.has(code)), [])
})

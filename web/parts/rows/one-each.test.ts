import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Json } from '../../../kernel/words.ts'
import { procedureOf } from '../procedures.ts'
import { oneEach, toLookAt } from './one-each.ts'

const figure = (fact: string, value: Json) => ({ fact, value, masked: false })
const three = figure('checkpoints', [{ name: '学校门口', look: '护栏' }, { name: '沟渠', look: '盖板' }, { name: '小广场', look: '井盖' }])

const of = (procedure: string, step: string) => {
  const declared = procedureOf(procedure) ?? assert.fail()
  return [declared, declared.steps[step] ?? assert.fail()] as const
}

test('a round begins with a row for each checkpoint, and offers nothing of the round before', () => {
  const figures = [three, figure('results', [{ no: 1, state: 'fine' }]), figure('findings', [{ what: '井盖松动' }])]
  assert.deepEqual(oneEach(...of('patrol', 'walk'), figures), { results: [{ no: 1 }, { no: 2 }, { no: 3 }], findings: null })
  assert.equal(toLookAt(...of('patrol', 'walk'), figures)?.fact, 'checkpoints')
})

test('an inspection has a row for each item of its list; other steps, and lists of nothing, are left as they are', () => {
  assert.deepEqual(oneEach(...of('inspection', 'record'), [figure('checklist', [{ what: '绿地', standard: '无裸土', points: 40 }])])['results'], [{ no: 1 }])
  assert.deepEqual(oneEach(...of('patrol', 'change'), [three]), {})
  assert.deepEqual(oneEach(...of('patrol', 'walk'), []), {})
})

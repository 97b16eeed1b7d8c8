import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure } from '../../../server/wire.ts'
import { procedureOf } from '../procedures.ts'
import { rowChoices } from './row-choices.ts'

const procedure = procedureOf('dispute') ?? assert.fail()
const choices = (fact: string, figures: readonly Figure[], lang: 'zh' | 'en' = 'zh') => rowChoices(procedure, procedure.facts[fact] ?? assert.fail(), figures, lang)

const sides: Figure = { fact: 'sides', masked: false, value: [{ role: 'applicant', name: '买买提·吐尔逊', nature: 'person' }, { role: 'respondent', name: '青河建筑有限公司', nature: 'firm', by: '赵明' }] }

test('the sides are told by which they are and by name, and chosen by number', () => {
  assert.deepEqual(choices('seatNumber', [sides]), [{ value: 1, label: '1. 申请方 · 买买提·吐尔逊' }, { value: 2, label: '2. 被申请方 · 青河建筑有限公司' }])
  assert.equal(choices('seatNumber', [sides], 'en')?.[1]?.label, '2. Respondent · 青河建筑有限公司')
})

test('of sides that are masked there is their number alone', () => {
  assert.deepEqual(choices('seatNumber', [{ fact: 'sides', masked: true, value: 2 }])?.map(one => one.label), ['1', '2'])
})

test('what was performed already is not offered again; without a plan there is nothing to choose', () => {
  const plan: Figure = { fact: 'plan', masked: false, value: [{ dueOn: '2026-06-01', yuan: 100_000, doneOn: '2026-05-30' }, { dueOn: '2026-07-01', yuan: 256_000 }] }
  assert.deepEqual(choices('dueNumber', [plan]), [{ value: 2, label: '2. 2026-07-01 · 256,000 元' }])
  assert.deepEqual(choices('dueNumber', []), [])
})

test('a number that stands for no row is typed', () => {
  assert.equal(choices('yuan', [sides]), undefined)
})

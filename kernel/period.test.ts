import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWords, lateInWords, leftInWords } from './period.ts'

test('a period reads as people say it, in both languages', () => {
  assert.deepEqual(inWords({ amount: 5, unit: 'workingDays' }), { zh: '5 个工作日', en: '5 working days' })
  assert.deepEqual(inWords({ amount: 1, unit: 'workingHours' }), { zh: '1 个工作小时', en: '1 working hour' })
  assert.deepEqual(inWords({ amount: 30, unit: 'days' }), { zh: '30 天', en: '30 days' })
  assert.deepEqual(inWords({ amount: 1, unit: 'months' }), { zh: '1 个月', en: '1 month' })
})

test('hours by the clock read as hours; those counted up to a date read as the days they reach into', () => {
  assert.deepEqual(inWords({ amount: 24, unit: 'hours' }), { zh: '24 小时', en: '24 hours' })
  assert.deepEqual(inWords({ amount: 72, unit: 'hours' }), { zh: '72 小时', en: '72 hours' })
  assert.deepEqual(inWords({ amount: 37.4, unit: 'hours' }), { zh: '38 小时', en: '38 hours' })
  assert.deepEqual(inWords({ amount: 61.9, unit: 'hours' }), { zh: '3 天', en: '3 days' })
})

test('less than a whole unit is never told as a whole one', () => {
  assert.deepEqual(leftInWords({ amount: 0, unit: 'workingHours' }), { zh: '剩余不足 1 个工作小时', en: 'less than 1 working hour left' })
  assert.deepEqual(lateInWords({ amount: 0, unit: 'workingDays' }), { zh: '已超期,不足 1 个工作日', en: 'less than 1 working day late' })
})

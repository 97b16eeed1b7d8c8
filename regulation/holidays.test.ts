import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidaysIn, holidayYears } from './holidays.ts'

const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()

test('days are written well, in order, in their year, and never both off and worked', () => {
  for (const { year, holidays, workdays, source } of holidayYears) {
    for (const days of [holidays, workdays]) {
      assert.deepEqual(days, [...new Set(days)].toSorted(), `${year}`)
      for (const day of days) assert.equal(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10), day)
      assert.ok(days.every(day => day.startsWith(`${year}-`)))
    }
    assert.deepEqual(holidays.filter(day => workdays.includes(day)), [])
    assert.ok(workdays.every(day => weekday(day) === 0 || weekday(day) === 6), 'only weekend days are made up for')
    assert.match(source.zh, new RegExp(`${year}年.*国办发明电〔${year - 1}〕\\d+号`))
  }
})

test('each year has as many days off and made up as its notice says', () => {
  const counted = holidayYears.map(y => [y.year, y.holidays.length, y.workdays.length])
  // 2023 without 2022-12-31, the first day of its New Year block; 2024 without the weekends its single days join.
  assert.deepEqual(counted, [[2023, 26, 7], [2024, 28, 8], [2025, 28, 5], [2026, 33, 6]])
})

test('days people know', () => {
  const off = new Set(holidayYears.flatMap(y => y.holidays))
  for (const day of ['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2026-09-25']) assert.ok(off.has(day), day)
  for (const y of holidayYears) for (const day of ['01-01', '05-01', '10-01', '10-02', '10-03']) assert.ok(off.has(`${y.year}-${day}`))
  assert.ok(holidaysIn(2025)?.workdays.includes('2025-09-28'))
  assert.ok(!off.has('2024-02-09'), 'New Year’s Eve of 2024 was a working day')
})

test('a year not yet published is unknown, not free of holidays', () => {
  assert.equal(holidaysIn(2027), undefined)
})

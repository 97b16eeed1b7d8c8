import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  daysAfter, dueAt, endOfLegalDay, extend, isWorkingDay, legalDay, makeCalendar, remaining, resume, startOfLegalDay, untilEndOf, workingMinutesBetween,
  type YearOfDays,
} from './calendar.ts'
import type { Period, Unit } from './period.ts'

const span = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** The State Council's notices for 2025 (12 November 2024) and 2026 (4 November 2025). */
const year2025: YearOfDays = {
  year: 2025,
  holidays: [
    '2025-01-01', ...span('2025-01-28', '2025-02-04'), ...span('2025-04-04', '2025-04-06'), ...span('2025-05-01', '2025-05-05'),
    ...span('2025-05-31', '2025-06-02'), ...span('2025-10-01', '2025-10-08'),
  ],
  workdays: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
}
const year2026: YearOfDays = {
  year: 2026,
  holidays: [
    ...span('2026-01-01', '2026-01-03'), ...span('2026-02-15', '2026-02-23'), ...span('2026-04-04', '2026-04-06'),
    ...span('2026-05-01', '2026-05-05'), ...span('2026-06-19', '2026-06-21'), ...span('2026-09-25', '2026-09-27'), ...span('2026-10-01', '2026-10-07'),
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}
const calendar = makeCalendar([year2025, year2026])

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const told = (date: Date): string => new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const due = (start: string, amount: number, unit: Unit): string => {
  const { at: end, provisional } = dueAt(calendar, at(start), { amount, unit })
  return told(end) + (provisional ? ' provisional' : '')
}

test('five working days from the eve of National Day end after the holiday, the make-up Saturday counted', () => {
  assert.equal(due('2026-09-30 10:00', 5, 'workingDays'), '2026-10-13 18:00')
  assert.equal(due('2026-09-30 10:00', 3, 'workingDays'), '2026-10-10 18:00')
  assert.equal(due('2025-09-30 10:00', 3, 'workingDays'), '2025-10-11 18:00')
})

test('a make-up Sunday is a working day, a weekday of a holiday is none', () => {
  assert.deepEqual(isWorkingDay(calendar, '2026-09-20'), { working: true, published: true })
  assert.deepEqual(isWorkingDay(calendar, '2026-10-07'), { working: false, published: true })
  assert.deepEqual(isWorkingDay(calendar, '2026-10-11'), { working: false, published: true })
  assert.throws(() => isWorkingDay(calendar, '2026-02-30'), RangeError)
  assert.throws(() => isWorkingDay(calendar, '2026-2-3'), RangeError)
})

test('working hours pass over lunch, the night and holidays', () => {
  assert.equal(due('2026-09-30 11:30', 1, 'workingHours'), '2026-09-30 15:00')
  assert.equal(due('2026-09-30 11:00', 1, 'workingHours'), '2026-09-30 12:00')
  assert.equal(due('2026-09-30 13:00', 1, 'workingHours'), '2026-09-30 15:30')
  assert.equal(due('2026-09-30 17:30', 1, 'workingHours'), '2026-10-08 09:00')
  assert.equal(due('2026-10-03 17:30', 0.5, 'workingHours'), '2026-10-08 09:00')
  assert.equal(due('2026-10-08 20:00', 7, 'workingHours'), '2026-10-09 18:00')
  assert.equal(due('2026-10-08 06:00', 8, 'workingHours'), '2026-10-09 09:30')
})

test('days: the first is not counted, a last day off rolls to the next working day', () => {
  assert.equal(due('2026-08-31 23:59', 30, 'days'), '2026-09-30 23:59')
  assert.equal(due('2026-09-01 00:00', 30, 'days'), '2026-10-08 23:59')
  assert.equal(dueAt(calendar, at('2026-09-01 00:00'), { amount: 30, unit: 'days' }).last, '2026-10-01')
  assert.equal(due('2026-09-10 09:00', 10, 'days'), '2026-09-20 23:59', 'a make-up Sunday is a day to act on')
})

test('the end of a day is its last millisecond, so that it reads as that day', () => {
  assert.equal(endOfLegalDay('2026-09-30').toISOString(), '2026-09-30T15:59:59.999Z')
  assert.equal(startOfLegalDay('2026-09-30').toISOString(), '2026-09-29T16:00:00.000Z')
  assert.equal(legalDay(new Date('2026-09-30T16:00:00Z')), '2026-10-01')
})

test('months end on the same date or the month\'s last (Civil Code 202), leap years kept', () => {
  assert.equal(due('2026-01-31 09:00', 1, 'months'), '2026-02-28 23:59')
  assert.equal(dueAt(calendar, at('2028-01-31 09:00'), { amount: 1, unit: 'months' }).last, '2028-02-29')
  assert.equal(dueAt(calendar, at('2028-02-29 09:00'), { amount: 12, unit: 'months' }).last, '2029-02-28')
  assert.equal(dueAt(calendar, at('2028-02-28 09:00'), { amount: 2, unit: 'days' }).last, '2028-03-01')
  assert.equal(due('2026-07-01 09:00', 3, 'months'), '2026-10-08 23:59')
})

test('a deadline that runs into an unpublished year is the earliest to reckon with, and provisional', () => {
  assert.equal(due('2026-12-25 09:00', 5, 'workingDays'), '2027-01-04 18:00 provisional', '1 January is a holiday of every year')
  assert.equal(due('2026-12-18 09:00', 5, 'workingDays'), '2026-12-25 18:00')
  assert.equal(due('2026-11-30 09:00', 60, 'days'), '2027-01-29 23:59 provisional')
  assert.equal(due('2026-12-25 17:00', 9, 'workingHours'), '2026-12-29 09:30 provisional')
  assert.deepEqual(isWorkingDay(calendar, '2027-02-08'), { working: true, published: false })
  assert.deepEqual(isWorkingDay(calendar, '2027-02-07'), { working: false, published: false })
  assert.deepEqual(isWorkingDay(calendar, '2027-10-01'), { working: false, published: false })
})

test('the last days of December wait for the next year\'s notice, which may move them (as that for 2019 did)', () => {
  assert.deepEqual(isWorkingDay(calendar, '2026-12-27'), { working: false, published: true })
  assert.deepEqual(isWorkingDay(calendar, '2026-12-28'), { working: true, published: false })
  const years = makeCalendar([
    { year: 2018, holidays: [], workdays: [] },
    { year: 2019, holidays: [...span('2018-12-30', '2019-01-01')], workdays: ['2018-12-29'] },
  ])
  assert.deepEqual(isWorkingDay(years, '2018-12-29'), { working: true, published: true })
  assert.deepEqual(isWorkingDay(years, '2018-12-31'), { working: false, published: true })
})

test('a county adds its own holidays; contradictions and misplaced days are refused', () => {
  const local = makeCalendar([year2026, { year: 2026, holidays: ['2026-03-20'], workdays: [] }])
  assert.deepEqual(isWorkingDay(local, '2026-03-20'), { working: false, published: true })
  assert.deepEqual(isWorkingDay(calendar, '2026-03-20'), { working: true, published: true })
  assert.throws(() => makeCalendar([year2026, { year: 2026, holidays: ['2026-10-10'], workdays: [] }]), /both/)
  assert.throws(() => makeCalendar([{ year: 2026, holidays: ['2025-05-01'], workdays: [] }]), /no day of 2026/)
  assert.throws(() => makeCalendar([], [['14:30', '18:00'], ['08:30', '12:00']]), RangeError)
  assert.throws(() => makeCalendar([], []), RangeError)
})

test('no period, no instant and nothing beyond the tables is answered', () => {
  for (const amount of [0, -1, 1.5, NaN, Infinity]) assert.throws(() => dueAt(calendar, at('2026-09-30 10:00'), { amount, unit: 'workingDays' }), RangeError)
  assert.throws(() => dueAt(calendar, new Date(NaN), { amount: 1, unit: 'days' }), RangeError)
  assert.throws(() => dueAt(calendar, at('2149-12-31 10:00'), { amount: 1, unit: 'days' }), RangeError)
})

test('hours run by the clock on the wall, through the night and every holiday, and no calendar moves them', () => {
  assert.equal(due('2026-09-30 10:00', 24, 'hours'), '2026-10-01 10:00')
  assert.equal(due('2026-10-02 23:30', 0.5, 'hours'), '2026-10-03 00:00')
  assert.equal(due('2026-12-30 10:00', 72, 'hours'), '2027-01-02 10:00', 'in an unpublished year nothing of it is provisional')
  assert.throws(() => dueAt(calendar, at('2149-12-31 10:00'), { amount: 24, unit: 'hours' }), RangeError)
  assert.throws(() => dueAt(calendar, at('2026-09-30 10:00'), { amount: 0, unit: 'hours' }), RangeError)
  const stopped = (due: string, resumedAt: string) => resume(calendar, { stoppedAt: at('2026-12-29 10:00'), due: at(due) }, at(resumedAt), 'hours')
  assert.deepEqual([told(stopped('2026-12-30 10:00', '2026-12-31 12:15').at), stopped('2026-12-30 10:00', '2026-12-31 12:15').provisional], ['2027-01-01 12:15', false])
  assert.deepEqual([told(stopped('2026-12-29 09:00', '2026-12-31 12:15').at), stopped('2026-12-29 09:00', '2026-12-31 12:15').provisional], ['2026-12-29 09:00', false], 'what was missed stays missed')
  assert.equal(told(extend(calendar, { at: at('2026-09-30 10:00'), last: '2026-09-30' }, { amount: 12, unit: 'hours' }).at), '2026-09-30 22:00')
})

test('what ends on a date ends with that day, a holiday or not', () => {
  for (const [day, from] of [['2026-10-04', '2026-09-30 10:23'], ['2026-09-30', '2026-09-30 23:59'], ['2026-12-27', '2026-12-01 00:00']] as const) {
    const end = dueAt(calendar, at(from), untilEndOf(day, at(from)))
    assert.deepEqual([end.at, end.last, end.provisional], [endOfLegalDay(day), day, false])
  }
  assert.deepEqual([daysAfter('2026-02-27', 3), daysAfter('2026-06-08', 0)], ['2026-03-02', '2026-06-08'])
})

test('what is left of hours is told in hours, from two days on in days', () => {
  const words = (now: string, end: string) => remaining(calendar, at(now), at(end), 'hours').words
  assert.deepEqual(words('2026-10-01 10:00', '2026-10-02 09:30'), { zh: '还剩 23 小时', en: '23 hours left' })
  assert.deepEqual(words('2026-10-01 10:00', '2026-10-01 10:30'), { zh: '剩余不足 1 小时', en: 'less than 1 hour left' })
  assert.deepEqual(words('2026-10-01 10:00', '2026-10-04 23:59'), { zh: '还剩 3 天', en: '3 days left' })
  assert.deepEqual(words('2026-10-04 10:00', '2026-10-01 09:00'), { zh: '已超期 3 天', en: '3 days late' })
  assert.deepEqual(words('2026-10-01 12:00', '2026-10-01 10:30'), { zh: '已超期 1 小时', en: '1 hour late' })
})

test('office minutes between two instants', () => {
  assert.equal(workingMinutesBetween(calendar, at('2026-09-30 11:30'), at('2026-09-30 15:00')), 60)
  assert.equal(workingMinutesBetween(calendar, at('2026-09-30 17:00'), at('2026-10-08 09:00')), 90)
  assert.equal(workingMinutesBetween(calendar, at('2026-10-08 09:00'), at('2026-09-30 17:00')), -90)
})

test('what remains is told in whole units, in words', () => {
  const words = (now: string, end: string, unit: Unit) => remaining(calendar, at(now), at(end), unit).words
  assert.deepEqual(words('2026-09-30 10:00', '2026-09-30 18:00', 'workingHours'), { zh: '还剩 5 个工作小时', en: '5 working hours left' })
  assert.deepEqual(words('2026-09-30 17:30', '2026-09-30 18:00', 'workingHours'), { zh: '剩余不足 1 个工作小时', en: 'less than 1 working hour left' })
  assert.deepEqual(words('2026-09-30 10:00', '2026-10-13 18:00', 'workingDays'), { zh: '还剩 5 个工作日', en: '5 working days left' })
  assert.deepEqual(words('2026-10-13 10:00', '2026-10-13 18:00', 'workingDays'), { zh: '今天到期', en: 'due today' })
  assert.deepEqual(words('2026-10-09 10:00', '2026-09-30 18:00', 'workingDays'), { zh: '已超期 2 个工作日', en: '2 working days late' })
  assert.deepEqual(words('2026-10-01 10:00', '2026-09-30 18:00', 'workingDays'), { zh: '已超期,不足 1 个工作日', en: 'less than 1 working day late' })
  assert.deepEqual(words('2026-10-01 10:00', '2026-10-31 18:00', 'months'), { zh: '还剩 30 天', en: '30 days left' })
  const last = at('2026-09-30 18:00')
  assert.equal(remaining(calendar, last, last, 'workingDays').late, false, 'the last instant is still in time')
  assert.equal(remaining(calendar, new Date(last.getTime() + 1), last, 'workingDays').late, true)
})

test('a stopped clock goes on with what was left', () => {
  const go = (stoppedAt: string, end: string, resumedAt: string, unit: Unit, last?: string): string =>
    told(resume(calendar, { stoppedAt: at(stoppedAt), due: at(end), ...(last !== undefined && { last }) }, at(resumedAt), unit).at)
  assert.equal(go('2026-09-28 10:00', '2026-09-30 18:00', '2026-10-08 09:00', 'workingDays'), '2026-10-10 18:00')
  assert.equal(go('2026-09-29 17:00', '2026-09-30 09:30', '2026-09-30 16:00', 'workingHours'), '2026-09-30 18:00')
  assert.equal(go('2026-09-30 17:00', '2026-09-30 18:00', '2026-10-03 12:00', 'workingDays'), '2026-10-08 18:00', 'due today, resumed in the holiday')
  assert.equal(go('2026-09-01 10:00', '2026-09-11 23:59', '2026-09-03 10:00', 'days'), '2026-09-14 23:59', 'Sunday 13 rolls to Monday')
  assert.equal(go('2026-09-20 10:00', '2026-10-08 23:59', '2026-10-20 10:00', 'days', '2026-10-03'), '2026-11-02 23:59', '13 days were left')
  assert.equal(go('2026-09-20 10:00', '2026-10-08 23:59', '2026-10-20 10:00', 'days'), '2026-11-09 23:59', 'the roll is taken for time left')
  assert.equal(go('2026-10-08 10:00', '2026-09-30 18:00', '2026-10-20 09:00', 'workingDays'), '2026-09-30 18:00', 'a stop heals no missed deadline')
  assert.equal(go('2026-12-01 09:00', '2026-12-04 18:00', '2026-12-30 09:00', 'workingDays'), '2027-01-05 18:00')
  assert.throws(() => go('2026-09-30 10:00', '2026-10-08 18:00', '2026-09-29 09:00', 'workingDays'), RangeError)
})

test('an extension counts on from the deadline\'s own last day', () => {
  const first = dueAt(calendar, at('2026-08-04 10:00'), { amount: 60, unit: 'days' })
  assert.equal(told(first.at), '2026-10-08 23:59')
  assert.equal(extend(calendar, first, { amount: 30, unit: 'days' }).last, dueAt(calendar, at('2026-08-04 10:00'), { amount: 90, unit: 'days' }).last)
  assert.equal(told(extend(calendar, { at: at('2026-09-30 18:00') }, { amount: 2, unit: 'workingDays' }).at), '2026-10-09 18:00')
  assert.equal(told(extend(calendar, { at: at('2026-09-30 18:00') }, { amount: 2, unit: 'workingHours' }).at), '2026-10-08 10:30')
})

const units = ['hours', 'workingHours', 'workingDays', 'days', 'months'] as const
const anInstant = fc.date({ min: new Date('2024-06-01T00:00:00Z'), max: new Date('2028-06-01T00:00:00Z'), noInvalidDate: true })
const aUnit = fc.constantFrom(...units)
const aPeriod: fc.Arbitrary<Period> = fc.record({ amount: fc.integer({ min: 1, max: 120 }), unit: aUnit })

test('later starts and larger amounts never end earlier', () => {
  fc.assert(fc.property(anInstant, anInstant, aPeriod, fc.nat(60), (one, other, { amount, unit }, more) => {
    const [from, to] = one < other ? [one, other] : [other, one]
    assert.ok(dueAt(calendar, from, { amount, unit }).at <= dueAt(calendar, to, { amount, unit }).at)
    assert.ok(dueAt(calendar, from, { amount, unit }).at <= dueAt(calendar, from, { amount: amount + more, unit }).at)
    assert.ok(dueAt(calendar, from, { amount, unit }).at > from)
  }))
})

test('every deadline falls on a working day, in office hours where it counts by them', () => {
  fc.assert(fc.property(anInstant, aPeriod, (start, period) => {
    const { at: end } = dueAt(calendar, start, period)
    assert.ok(period.unit === 'hours' || isWorkingDay(calendar, legalDay(end)).working)
    if (period.unit === 'workingDays') assert.equal(told(end).slice(11), '18:00')
    if (period.unit === 'workingHours') assert.equal(workingMinutesBetween(calendar, start, end), period.amount * 60)
  }))
})

test('the tables agree with counting day by day', () => {
  fc.assert(fc.property(anInstant, fc.integer({ min: 1, max: 40 }), (start, amount) => {
    let day = legalDay(start)
    let provisional = false
    for (let left = amount; left > 0;) {
      day = legalDay(new Date(startOfLegalDay(day).getTime() + 86_400_000))
      const { working, published } = isWorkingDay(calendar, day)
      if (!published) provisional = true
      if (working) left--
    }
    const end = dueAt(calendar, start, { amount, unit: 'workingDays' })
    assert.deepEqual([end.last, end.provisional], [day, provisional])
    assert.equal(remaining(calendar, start, end.at, 'workingDays').amount, amount)
  }))
})

test('resuming at the stop changes nothing, and stops add up', () => {
  fc.assert(fc.property(anInstant, aPeriod, fc.double({ min: 0, max: 0.99, noNaN: true }), (start, period, share) => {
    const first = dueAt(calendar, start, period)
    const stoppedAt = new Date(start.getTime() + Math.floor((first.at.getTime() - start.getTime()) * share))
    const again = resume(calendar, { stoppedAt, due: first.at, last: first.last }, stoppedAt, period.unit)
    assert.deepEqual([again.at, again.last], [first.at, first.last])
  }))
  fc.assert(fc.property(anInstant, aPeriod, fc.nat(30 * 24 * 60), fc.nat(30 * 24 * 60), (stoppedAt, { amount, unit }, one, two) => {
    const first = dueAt(calendar, stoppedAt, { amount, unit })
    const middle = new Date(stoppedAt.getTime() + one * 60_000)
    const end = new Date(middle.getTime() + two * 60_000)
    const once = resume(calendar, { stoppedAt, due: first.at, last: first.last }, end, unit)
    const between = resume(calendar, { stoppedAt, due: first.at, last: first.last }, middle, unit)
    const twice = resume(calendar, { stoppedAt: middle, due: between.at, last: between.last }, end, unit)
    assert.deepEqual([twice.at, twice.last], [once.at, once.last])
    assert.ok(once.at >= first.at && once.at >= end)
    const left = remaining(calendar, end, once.at, unit).amount
    if (unit === 'hours') assert.equal(once.at.getTime() - end.getTime(), amount * 3_600_000)
    else if (unit === 'workingHours' || unit === 'workingDays') assert.equal(left, amount)
    else assert.ok(left >= remaining(calendar, stoppedAt, startOfLegalDay(first.last), unit).amount)
  }))
})

test('publishing the missing year with no further holiday only lifts the mark', () => {
  const published = makeCalendar([year2025, year2026, { year: 2027, holidays: ['2027-01-01', '2027-05-01', '2027-10-01'], workdays: [] }])
  const before = dueAt(calendar, at('2026-12-20 09:00'), { amount: 12, unit: 'workingDays' })
  const after = dueAt(published, at('2026-12-20 09:00'), { amount: 12, unit: 'workingDays' })
  assert.deepEqual([before.at, before.provisional, after.provisional], [after.at, true, false])
})

test('the machine\'s time zone changes nothing', () => {
  const zone = process.env['TZ']
  const starts = fc.sample(anInstant, { numRuns: 200, seed: 42 })
  const run = (tz: string): string => {
    process.env['TZ'] = tz
    const own = makeCalendar([year2025, year2026])
    return JSON.stringify(starts.map(start => units.map(unit => {
      const end = dueAt(own, start, { amount: 9, unit })
      return [end, remaining(own, start, end.at, unit), resume(own, { stoppedAt: start, due: end.at }, end.at, unit), legalDay(start)]
    })))
  }
  const results = ['America/New_York', 'Asia/Shanghai', 'Pacific/Apia', 'UTC'].map(run)
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
  assert.equal(new Set(results).size, 1)
})

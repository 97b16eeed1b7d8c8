import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { law } from '../test/helpers/world.ts'
import { holidayYears } from '../regulation/holidays.ts'
import type { Figure } from '../regulation/rules.ts'
import { makeCalendar } from './calendar.ts'
import { extendClock, hasRunOut, isRunning, limitOf, nextDue, recountClock, resumeClock, setAside, shorter, startClock, stopClock, type Clock, type Law, type Limit } from './clock.ts'
import type { Unit } from './period.ts'

const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const told = (clock: Clock): string => new Date(Date.parse(clock.due) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const source = { kind: 'default', words: { zh: '测试', en: 'test' }, confirmed: true } as const
const limit = (amount: number, unit: Unit): Limit => ({ period: { amount, unit }, source })
const start = (when: string, amount: number, unit: Unit): Clock => startClock(law, limit(amount, unit), 'remind', at(when))

test('a limit from the rules says how long and on what ground', () => {
  const { period, source: from } = limitOf(law, 'request.handle', at('2026-06-08 10:00'))
  assert.deepEqual(period, { amount: 5, unit: 'workingDays' })
  assert.deepEqual([from.kind, from.article], ['default', '21.4'])
})

test('a rule that is no period of time starts no clock', () => {
  assert.throws(() => limitOf(law, 'request.low-rating', at('2026-06-08 10:00')), /no period/)
  const share: Law = { ...law, figure: name => ({ ...law.figure(name, '2026-06-08'), value: { over: 1, of: 2 } }) as unknown as Figure }
  assert.throws(() => limitOf(share, 'request.handle', at('2026-06-08 10:00')), /no whole figure/)
})

test('a figure is that of the legal day in Haidong, not of the day in Greenwich', () => {
  const asked: string[] = []
  limitOf({ ...law, figure: (name, on) => { asked.push(on); return law.figure(name, on) } }, 'request.handle', new Date('2026-06-08T16:30:00Z'))
  assert.deepEqual(asked, ['2026-06-09'])
})

test('a clock that stood still goes on with what was left, and keeps its beginning, its ground and what moved it', () => {
  const clock = start('2026-06-08 10:00', 5, 'workingDays')
  const stopped = stopClock(clock, '等待材料', at('2026-06-10 10:00'))
  assert.equal(told(stopped), '2026-06-15 18:00')
  assert.deepEqual([isRunning(clock), isRunning(stopped)], [true, false])
  const resumed = resumeClock(law, stopped, at('2026-06-12 10:00'))
  assert.equal(told(resumed), '2026-06-17 18:00')
  assert.deepEqual([resumed.started, resumed.source, resumed.stopped], [clock.started, clock.source, undefined])
  assert.deepEqual(resumed.moved, [{ from: at('2026-06-10 10:00').toISOString(), until: at('2026-06-12 10:00').toISOString() }])
})

test('what stands still is not stopped again, what has run out is not stopped, what runs is not resumed', () => {
  const clock = start('2026-06-08 10:00', 5, 'workingDays')
  const stopped = stopClock(clock, '等待材料', at('2026-06-10 10:00'))
  assert.equal(stopClock(stopped, '再等', at('2026-06-11 10:00')), stopped)
  const fired: Clock = { ...clock, fired: true }
  assert.equal(stopClock(fired, '等待材料', at('2026-06-16 10:00')), fired)
  assert.equal(resumeClock(law, clock, at('2026-06-11 10:00')), clock)
})

test('a clock set aside goes on with what was left; one whose time was spent is called again at once', () => {
  const clock = start('2026-06-08 10:00', 5, 'workingDays')
  const aside = setAside(clock, '待核实', at('2026-06-10 10:00'))
  assert.equal(told(resumeClock(law, aside, at('2026-06-12 10:00'))), '2026-06-17 18:00')
  assert.deepEqual(setAside(stopClock(clock, '等', at('2026-06-09 10:00')), '待核实', at('2026-06-10 10:00')).stopped?.grounds, '等', 'what stood still goes on standing')
  const spent = resumeClock(law, setAside({ ...clock, fired: true }, '待核实', at('2026-06-16 10:00')), at('2026-06-18 10:00'))
  assert.deepEqual([isRunning(spent), spent.due], [true, clock.due])
})

test('a date has run out once it has come, whether or not the clock was called; what was stopped before has not', () => {
  const clock = start('2026-06-08 10:00', 5, 'workingDays')
  assert.deepEqual([at('2026-06-15 17:59'), at('2026-06-15 18:00')].map(now => hasRunOut(clock, now)), [false, true])
  assert.equal(hasRunOut({ ...clock, fired: true }, at('2026-06-08 11:00')), true)
  assert.equal(hasRunOut(stopClock(clock, '等', at('2026-06-15 17:00')), at('2026-06-20 10:00')), false)
  assert.equal(hasRunOut(stopClock(clock, '等', at('2026-06-15 19:00')), at('2026-06-20 10:00')), true, 'stopped too late')
})

test('of two limits in different units that ends the sooner counts', () => {
  const [hours, days] = [limit(8, 'workingHours'), limit(1, 'workingDays')]
  assert.equal(shorter(law, at('2026-06-08 17:30'), hours, days), days)
  assert.equal(shorter(law, at('2026-06-08 08:30'), hours, days), hours)
})

test('an extension counts from the date there was', () => {
  assert.equal(told(extendClock(law, start('2026-06-08 10:00', 5, 'workingDays'), { amount: 3, unit: 'workingDays' })), '2026-06-18 18:00')
  assert.equal(told(extendClock(law, start('2026-06-10 10:00', 10, 'days'), { amount: 2, unit: 'days' })), '2026-06-22 23:59', 'the 20th, a holiday, is where the period itself ended')
})

const units = fc.constantFrom<Unit>('hours', 'workingHours', 'workingDays', 'days', 'months')
const minute = (n: number): Date => new Date(at('2026-01-05 08:30').getTime() + n * 60_000)

test('however often a clock is stopped and resumed, its date is never earlier than it was', () => {
  const stops = fc.array(fc.tuple(fc.nat(5_000), fc.nat(20_000)), { maxLength: 4 })
  fc.assert(fc.property(units, fc.integer({ min: 1, max: 12 }), stops, (unit, amount, gaps) => {
    let clock = startClock(law, limit(amount, unit), 'remind', minute(0))
    let now = 0
    for (const [run, still] of gaps) {
      const before = clock.due
      const stopped = stopClock(clock, '等', minute(now + run))
      now += run + still
      clock = resumeClock(law, stopped, minute(now))
      assert.ok(clock.due >= before, `${before} ${clock.due}`)
    }
  }), { numRuns: 300 })
})

test('counted again under the same calendar a clock keeps its date, through every stop and extension', () => {
  const moves = fc.array(fc.oneof(fc.tuple(fc.constant('stop' as const), fc.nat(3_000)), fc.tuple(fc.constant('extend' as const), fc.integer({ min: 1, max: 9 }))), { maxLength: 4 })
  fc.assert(fc.property(units, fc.integer({ min: 1, max: 12 }), moves, (unit, amount, list) => {
    let clock = startClock(law, limit(amount, unit), 'remind', minute(0))
    let now = 0
    for (const [move, n] of list) {
      if (move === 'extend') clock = extendClock(law, clock, { amount: n, unit: 'workingDays' })
      else {
        clock = resumeClock(law, stopClock(clock, '等', minute(now += 600)), minute(now += n))
      }
    }
    assert.deepEqual(recountClock(law, clock), clock)
    const stopped = stopClock(clock, '等', minute(now))
    assert.deepEqual(recountClock(law, stopped), stopped)
  }), { numRuns: 300 })
})

test('counted again under a calendar newly published, a date moves later or is settled, never earlier', () => {
  const provisional = start('2026-12-31 10:00', 2, 'workingDays')
  assert.equal(provisional.provisional, true)
  const with2027 = (holidays: readonly string[], workdays: readonly string[] = []): Law =>
    ({ ...law, calendar: makeCalendar([...holidayYears, { year: 2027, holidays: ['2027-01-01', ...holidays], workdays }]) })
  assert.deepEqual([recountClock(with2027([]), provisional).provisional, recountClock(with2027([]), provisional).due], [false, provisional.due])
  assert.equal(told(recountClock(with2027(['2027-01-04']), provisional)), '2027-01-06 18:00')
  assert.equal(recountClock(with2027([], ['2027-01-02', '2027-01-03']), provisional).due, provisional.due, 'somebody relied on the date they were told')
})

test('what counts next is the earliest of the clocks that run', () => {
  const [soon, late] = [start('2026-06-08 10:00', 1, 'days'), start('2026-06-08 10:00', 9, 'days')]
  assert.equal(nextDue({ a: late, b: soon }), soon.due)
  assert.equal(nextDue({ a: late, b: { ...soon, fired: true }, c: stopClock(soon, '等', at('2026-06-08 11:00')) }), late.due)
  assert.equal(nextDue({}), undefined)
})

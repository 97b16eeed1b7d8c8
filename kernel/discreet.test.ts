import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { discreet, discreetTable } from './discreet.ts'

test('a small count is not given; a lone one takes the next smallest with it, so that no total fills it', () => {
  assert.deepEqual(discreet([12, 3, 40, 9], 5), [12, undefined, 40, undefined])
  assert.deepEqual(discreet([12, 3, 2, 9], 5), [12, undefined, undefined, 9])
  assert.deepEqual(discreet([0, 7, 8], 5), [0, 7, 8])
  assert.deepEqual(discreet([3], 5), [undefined])
  assert.deepEqual(discreet([1, 1, 9, 30], 5), [undefined, undefined, undefined, 30], 'two of which the total would say that each is one')
  assert.deepEqual(discreet([9, 8, 30], 5, new Set([0])), [undefined, undefined, 30])
  assert.deepEqual(discreet([], 5), [])
})

test('whatever the counts: none below the least is ever given, and none can be told from the total and the others alone', () => {
  fc.assert(fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.integer({ min: 2, max: 10 }), (counts, fewest) => {
    const given = discreet(counts, fewest)
    given.forEach((n, at) => { if (n !== undefined) assert.ok(n === 0 || n >= fewest, `${at}`) })
    const hidden = given.filter(n => n === undefined).length
    if (hidden === 1) assert.equal(counts.filter(n => n > 0).length, 1, 'alone only where nothing else stands beside it')
  }))
})

test('of a table neither a row nor a column gives away what is left out', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5 }).chain(width => fc.array(fc.array(fc.nat(12), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), fc.integer({ min: 2, max: 6 }), (table, fewest) => {
    const given = discreetTable(table, fewest)
    const told = (counts: readonly number[], shown: readonly (number | undefined)[]): void => {
      const hidden = counts.filter((_, at) => shown[at] === undefined)
      counts.forEach((n, at) => { if (n > 0 && n < fewest) assert.equal(shown[at], undefined) })
      if (hidden.length > 0 && counts.some((n, at) => n > 0 && shown[at] !== undefined)) assert.ok(hidden.length > 1 && hidden.reduce((sum, n) => sum + n, 0) >= fewest)
    }
    table.forEach((row, at) => { told(row, given[at] ?? []) })
    table[0]?.forEach((_, column) => { told(table.map(row => row[column] ?? 0), given.map(row => row[column])) })
  }))
})

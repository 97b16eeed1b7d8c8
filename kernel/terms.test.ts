import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mostTerms, queryTerms, terms } from './terms.ts'

test('Chinese in pairs of code points, other writing in whole words', () => {
  assert.deepEqual(terms('大庄村'), ['大庄', '庄村'])
  assert.deepEqual(terms('王'), ['王'])
  assert.deepEqual(terms('马𠅤𬱖'), ['马𠅤', '𠅤𬱖'])
  assert.deepEqual(terms('大庄村3社 Dispute,ＡＢＣ'), ['大庄', '庄村', '3', '社', 'dispute', 'abc'])
  assert.deepEqual(terms('大庄大庄'), ['大庄', '庄大'])
  assert.deepEqual(terms(' ,。!'), [])
})

test('long numbers are found by their last four', () => {
  assert.deepEqual(terms('电话13897221234'), ['电话', '13897221234', '1234'])
  assert.deepEqual(terms('青B12345'), ['青', 'b12345'])
  assert.deepEqual(terms('630202'), ['630202', '0202'])
  assert.deepEqual(queryTerms('1234'), ['1234'])
})

test('a query asks only for what its text surely has', () => {
  assert.deepEqual(queryTerms('大庄村'), ['大庄', '庄村'])
  assert.deepEqual(queryTerms('村3社'), ['3'], '村 and 社 may belong to pairs of the text')
  assert.deepEqual(queryTerms('大庄3社区'), ['大庄', '3', '社区'])
  assert.deepEqual(queryTerms('A村B'), ['a', '村', 'b'])
  assert.deepEqual(queryTerms('王'), ['王'])
  assert.deepEqual(queryTerms('  '), [])
})

test('a piece of a text, two Han characters or more, finds the text', () => {
  const han = fc.string({ unit: fc.constantFrom(...Array.from('大庄村调解矛盾〇々𠅤𬱖')), minLength: 2, maxLength: 12 })
  const other = fc.array(fc.constantFrom('大庄', '村', '3', 'abc', ' ', ',', '𠅤', '社区', '1389722'), { maxLength: 20 }).map(parts => parts.join(''))
  fc.assert(fc.property(other, han, other, (before, piece, after) => {
    const found = new Set(terms(before + piece + after))
    for (const term of queryTerms(piece)) assert.ok(found.has(term), term)
  }), { numRuns: 1000 })
})

test('a piece cut anywhere finds the text as long as it cuts no word of letters or digits', () => {
  const word = fc.constantFrom('大', '庄', '村', '𠅤', ' ', ',', '<3>', '<abc>', '<13897221234>')
  fc.assert(fc.property(fc.array(word, { maxLength: 15 }), fc.nat(15), fc.nat(15), (parts, one, two) => {
    const text = (from: number, to?: number): string => parts.slice(from, to).join('').replace(/[<>]/g, ' ')
    const [from, to] = one < two ? [one, two] : [two, one]
    const piece = text(from, to)
    const asked = queryTerms(piece)
    const hasPair = /[大庄村𠅤]{2}|[3abc]/u.test(piece)
    const found = new Set(terms(text(0)))
    if (hasPair) assert.ok(asked.length > 0)
    if (hasPair) for (const term of asked) assert.ok(found.has(term), `${term} of ${piece}`)
  }), { numRuns: 2000 })
})

test('terms are few, short and stable', () => {
  assert.equal(terms(Array.from({ length: 5000 }, (_, at) => String.fromCodePoint(0x4E00 + at)).join('')).length, mostTerms)
  assert.equal(terms('x'.repeat(10_000))[0]?.length, 64)
  assert.deepEqual(queryTerms('x'.repeat(10_000)), terms('x'.repeat(10_000)))
  assert.ok(queryTerms(Array.from({ length: 500 }, (_, at) => String.fromCodePoint(0x4E00 + at)).join('')).length <= 40)
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
    const found = terms(text)
    assert.equal(new Set(found).size, found.length)
    assert.ok(found.every(term => term !== '' && !/\s/.test(term)))
  }))
})

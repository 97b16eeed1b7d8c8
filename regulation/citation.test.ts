import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleNumbers, articleOf, citations, divisionOf, isCitation, labelOf, provisionsOf, type Citation } from './citation.ts'

type Cites<C extends string> = C extends Citation ? true : false

test('a provision that does not exist is no citation, at compile time and at run time', () => {
  const compiled: [Cites<'52'>, Cites<'28.5'>, Cites<'6.7'>, Cites<'53'>, Cites<'28.6'>, Cites<'6.8'>, Cites<'1.1'>, Cites<'34.2.1'>] =
    [true, true, true, false, false, false, false, false]
  assert.deepEqual(['52', '28.5', '6.7', '53', '28.6', '6.8', '1.1', '34.2.1'].map(isCitation), compiled)
  assert.equal(isCitation(''), false)
  assert.equal(isCitation('028.5'), false)
})

test('fifty-two articles; each is either whole, or divided into paragraphs, or (Article 6) into items', () => {
  assert.deepEqual(articleNumbers, Array.from({ length: 52 }, (_, i) => i + 1))
  assert.deepEqual(articleNumbers.filter(n => divisionOf(n) === 'items'), [6])
  assert.equal(citations.length, new Set(citations).size)
  for (const n of articleNumbers) {
    const parts = provisionsOf(n)
    assert.deepEqual(parts, divisionOf(n) === 'whole' ? [`${n}`] : parts.map((_, i) => `${n}.${i + 1}`))
    assert.notEqual(divisionOf(n) !== 'whole' && parts.length < 2, true, 'a divided article has at least two parts')
    for (const c of parts) assert.equal(articleOf(c), n)
  }
})

test('citations are written as lawyers write them', () => {
  assert.deepEqual(labelOf('28.5'), { zh: '第二十八条第五款', en: 'Art. 28.5' })
  assert.deepEqual(labelOf('6.4'), { zh: '第六条第四项', en: 'Art. 6.4' })
  assert.deepEqual(labelOf('6'), { zh: '第六条', en: 'Art. 6' })
  assert.deepEqual(labelOf('10'), { zh: '第十条', en: 'Art. 10' })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromNumeral, toChinese } from './numerals.ts'

test('numbers are written as Chinese law writes them', () => {
  const written = [[1, '一'], [10, '十'], [15, '十五'], [20, '二十'], [52, '五十二'], [100, '一百'], [101, '一百零一'], [110, '一百一十'], [278, '二百七十八'],
    [1001, '一千零一'], [1010, '一千零一十'], [1259, '一千二百五十九'], [9999, '九千九百九十九']] as const
  for (const [n, zh] of written) assert.equal(toChinese(n), zh)
  for (const n of [0, -1, 1.5, 10_000, NaN]) assert.throws(() => toChinese(n), RangeError)
})

test('every number from 1 to 9999 is read back, in Chinese, half-width and full-width digits', () => {
  const fullWidth = (n: number) => String(n).replace(/\d/g, d => String.fromCharCode(0xff10 + Number(d)))
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), n => {
    assert.equal(fromNumeral(toChinese(n)), n)
    assert.equal(fromNumeral(String(n)), n)
    assert.equal(fromNumeral(fullWidth(n)), n)
  }))
})

test('other spellings in use are read, nonsense is no number', () => {
  assert.equal(fromNumeral('一十五'), 15)
  assert.equal(fromNumeral('两百'), 200)
  assert.equal(fromNumeral('一百〇一'), 101)
  for (const text of ['', '零', '0', '一二', '十百', '百十', '五条', '12345', '一百一']) assert.equal(fromNumeral(text), undefined, text)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkCreditCode, checkIdNumber, checkMobile, checkPersonName, normalise, type CheckedText } from './identifiers.ts'

const value = (checked: CheckedText): string | null => (checked.ok ? checked.value : null)
const anyText = fc.string({ unit: 'binary', maxLength: 60 })

test('an identity number: real date, ISO 7064 MOD 11-2, no region table', () => {
  assert.equal(value(checkIdNumber('11010519491231002X')), '11010519491231002X', 'the example of GB 11643')
  assert.equal(value(checkIdNumber(' 110105 19491231 002x ')), '11010519491231002X')
  assert.equal(value(checkIdNumber('１１０１０５１９４９１２３１００２Ｘ')), '11010519491231002X')
  assert.equal(value(checkIdNumber('440524188001010014')), '440524188001010014')
  for (const wrong of ['110105194912310021', '11010519490230002X', '11010519491331002X', '110105491231002', '1101051949123100２2', '', 'X']) {
    assert.equal(checkIdNumber(wrong).ok, false, wrong)
  }
})

/** The standard's own formula, written the long way round. */
const checkCharacter = (digits: string): string => {
  const sum = Array.from(digits).reduce((total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11), 0)
  return '10X98765432'.charAt(sum % 11)
}

test('one wrong digit or two neighbours swapped never pass', () => {
  fc.assert(fc.property(fc.stringMatching(/^63[0-9]{4}19[5-9][0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])[0-9]{3}$/), fc.nat(16), fc.nat(9), (digits, at, digit) => {
    const number = digits + checkCharacter(digits)
    assert.ok(checkIdNumber(number).ok)
    const wrong = number.slice(0, at) + String(digit) + number.slice(at + 1)
    assert.equal(checkIdNumber(wrong).ok, wrong === number)
    const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
    if (swapped !== number) assert.equal(checkIdNumber(swapped).ok, false)
  }))
})

test('a credit code (GB 32100)', () => {
  assert.equal(value(checkCreditCode('91350100M000100Y43')), '91350100M000100Y43', 'the example of GB 32100')
  assert.equal(value(checkCreditCode('91350100m000100y43')), '91350100M000100Y43')
  for (const wrong of ['91350100M000100Y44', '91350100M000100Y4', '9135010OM000100Y43', '91350100M000100Y4I', '']) assert.equal(checkCreditCode(wrong).ok, false, wrong)
  fc.assert(fc.property(fc.nat(16), fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY')), (at, letter) => {
    const code = '91350100M000100Y43'
    const other = code.slice(0, at) + letter + code.slice(at + 1)
    assert.equal(checkCreditCode(other).ok, other === code)
  }))
})

test('a mobile number is its eleven digits, however it was typed', () => {
  for (const typed of ['13897221234', '+86 138 9722 1234', '008613897221234', '86-138-9722-1234', '(+86)13897221234', '１３８９７２２１２３４', '138\u200B97221234']) {
    assert.equal(value(checkMobile(typed)), '13897221234', typed)
  }
  for (const wrong of ['12897221234', '1389722123', '138972212345', '0972-8612345', '+1 415 555 2671', '']) assert.equal(checkMobile(wrong).ok, false, wrong)
})

test('names of every script, rare characters and · pass; variants of · become one', () => {
  assert.equal(value(checkPersonName(' 王小明 ')), '王小明')
  assert.equal(value(checkPersonName('王 小 明')), '王小明')
  for (const dot of ['·', '•', '‧', '∙', '⋅', '・', '･', ' · ', '.', '．', '··']) assert.equal(value(checkPersonName(`阿卜杜拉${dot}买买提`)), '阿卜杜拉·买买提', dot)
  for (const name of ['𬱖', '马𠅤', '㛃𬭚', '李〇', 'བསོད་ནམས', 'ئابدۇللا', 'John O’Neil', 'J. R. Smith', 'Müller-Lüdenscheidt', '欧'.repeat(50), '\u{323B0}']) {
    assert.equal(value(checkPersonName(name)), name.normalize('NFC'))
  }
  for (const wrong of ['', ' ', '王3', '王３', '王①', '欧'.repeat(51), '王\uE001', '·王', '王·', '王@', '王😀', '·', '<b>', 'a  -b', '་']) {
    assert.equal(checkPersonName(wrong).ok, false, wrong)
  }
  assert.equal(value(checkPersonName('王\u202E小\u0000明')), '王小明')
})

test('text keeps its words and loses what hides or reorders them', () => {
  assert.equal(normalise('a\u202Eb\u200Bc\uFEFFd\u00ADe\u{E0041}f\u0000g'), 'abcdefg')
  assert.equal(normalise('一\r\n二\r三\u2028四\t五'), '一\n二\n三\n四\t五')
  assert.equal(normalise('e\u0301'), 'é')
  assert.equal(normalise('防汛值守、报告险情。\nA-1'), '防汛值守、报告险情。\nA-1')
  assert.equal(normalise('王\uD842'), '王\uFFFD')
  assert.equal(normalise('👨‍👩‍👧 ❤️'), '👨‍👩‍👧 ❤️')
  assert.equal(normalise('王\u200D小\u200C明 a\u200Db'), '王小明 ab')
  assert.equal(normalise('می‌خواهم'), 'می‌خواهم')
  assert.equal(normalise('葛\u{E0100}'), '葛\u{E0100}')
})

test('what passed once passes again unchanged', () => {
  const tricky = fc.array(fc.constantFrom('王', '·', '•', '.', ' ', 'a', '1', '\u200D', '\u200B', '😀', '\u202E', '\uD842', '\uDF9F', 'é', 'e', '\u0301', 'ب', '\r', '\n', '〇', '-'), { maxLength: 12 })
    .map(parts => parts.join(''))
  fc.assert(fc.property(fc.oneof(anyText, tricky), text => {
    assert.equal(normalise(normalise(text)), normalise(text))
    for (const check of [checkPersonName, checkMobile, checkIdNumber, checkCreditCode]) {
      const checked = check(text)
      if (checked.ok) assert.deepEqual(check(checked.value), checked)
      else assert.ok(checked.why.zh !== '' && checked.why.en !== '')
    }
  }), { numRuns: 1000 })
})

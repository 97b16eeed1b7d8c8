import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mask, maskAddress, maskBankCard, maskIdNumber, maskName, maskPhone, maskPlate, maskText, scrub, type MaskKind } from './mask.ts'

const kinds = ['name', 'phone', 'idNumber', 'bankCard', 'address', 'plate', 'text', 'hidden'] as const satisfies readonly MaskKind[]
const rich = fc.array(fc.constantFrom(
  '王', '欧阳', '司马', '𠅤', '·', 'a', 'X', '1', '138', '97221234', '632121', '19900101', '1234', '6222', ' ', '-', '*', '****', '…(≤50)', '村', '镇', '市', '区', '县', '社区', '路',
  '\uD842', '\uDF9F', '\u200B', '\u200D', '😀', '青B', '+86', '９', '\n',
), { maxLength: 14 }).map(parts => parts.join(''))
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), rich)

test('a name keeps its first code point, or a compound surname', () => {
  const forms: [string, string][] = [
    ['王小明', '王**'], ['王明', '王*'], ['王', '*'], ['', ''], ['欧阳修', '欧阳*'], ['司马相如', '司马**'], ['欧阳', '欧*'],
    ['阿卜杜拉·买买提', '阿**'], ['欧阳·修', '欧**'], ['𠅤小明', '𠅤**'], ['王𠅤', '王*'], ['John Smith', 'J**'], [' 王小明 ', '王**'],
  ]
  for (const [name, form] of forms) assert.equal(maskName(name), form, name)
})

test('a phone keeps its network and last four, a landline its area and last two', () => {
  const forms: [string, string][] = [
    ['13812341234', '138****1234'], ['+86 138 1234 1234', '138****1234'], ['１３８１２３４１２３４', '138****1234'],
    ['0972-8612345', '0972-****45'], ['(0972)8612345', '0972-****45'], ['010-62345678-801', '010-****78'], ['8612345', '****45'],
    ['110', '****'], ['+1 415 555 2671', '****'], ['', '****'],
  ]
  for (const [phone, form] of forms) assert.equal(maskPhone(phone), form, phone)
})

test('an identity number shows the province and the check character only', () => {
  assert.equal(maskIdNumber('63212119900101123x'), '63***************X')
  assert.equal(maskIdNumber('632121 19900101 1234'), '63***************4')
  assert.equal(maskIdNumber('632121900101123'), '63*************')
  assert.equal(maskIdNumber('E12345678'), '****')
})

test('a card keeps its last four, a plate its origin and last character', () => {
  assert.equal(maskBankCard('6222 0212 3456 7890 123'), '****0123')
  assert.equal(maskBankCard('1234'), '****')
  assert.equal(maskPlate('青B·12345'), '青B****5')
  assert.equal(maskPlate('青bd12345'), '青B****5')
  assert.equal(maskPlate('青B1234学'), '青B****学')
  assert.equal(maskPlate('12345'), '****')
})

test('an address goes down to the village and no further', () => {
  const forms: [string, string][] = [
    ['青海省海东市乐都区碾伯镇大庄村3社128号', '青海省海东市乐都区碾伯镇大庄村***'],
    ['民和回族土族自治县川口镇东垣村委会旁', '民和回族土族自治县川口镇东垣村***'],
    ['循化撒拉族自治县街子镇三兰巴海村', '循化撒拉族自治县街子镇三兰巴海村'],
    ['海西蒙古族藏族自治州德令哈市河西街道朝阳社区12号', '海西蒙古族藏族自治州德令哈市河西街道朝阳社区***'],
    ['乐都区碾伯镇西大街12号李家村面馆楼上501', '乐都区碾伯镇***'],
    ['乐都区碾伯镇西关超市后面', '乐都区碾伯镇***'], ['西宁市西关超市二楼', '西宁市***'],
    ['花园小区3号楼2单元501', '***'], ['大庄村3社', '大庄村***'], ['128号', '***'], ['', ''],
  ]
  for (const [address, form] of forms) assert.equal(maskAddress(address), form, address)
})

test('free text shows only about how long it is', () => {
  assert.equal(maskText('两家因地界起争执'), '…(≤10)')
  assert.equal(maskText('𠅤'.repeat(10)), '…(≤10)')
  assert.equal(maskText('字'.repeat(51)), '…(≤200)')
  assert.equal(maskText('字'.repeat(5000)), '…(>1000)')
  assert.equal(maskText(''), '')
})

test('every mask is its own masked form and never breaks a character', () => {
  fc.assert(fc.property(fc.constantFrom(...kinds), anyText, (kind, value) => {
    const masked = mask(kind, value)
    assert.equal(mask(kind, masked), masked)
    assert.ok(kind === 'text' || !/\p{Cs}/u.test(masked))
  }), { numRuns: 3000 })
})

test('no mask shows more than it says', () => {
  const digits = (text: string): number => text.replace(/\D/g, '').length
  fc.assert(fc.property(anyText, value => {
    assert.ok(Array.from(maskName(value).replaceAll('*', '')).length <= 2)
    assert.ok(digits(maskPhone(value)) <= 7)
    assert.ok(digits(maskIdNumber(value)) <= 3)
    assert.ok(digits(maskBankCard(value)) <= 4)
    assert.ok(!/\p{N}/u.test(maskAddress(value)))
    assert.ok(digits(maskPlate(value)) <= 1)
    assert.ok(mask('hidden', value) === '***')
  }), { numRuns: 3000 })
  fc.assert(fc.property(fc.stringMatching(/^\d{17}[\dX]$/), number => {
    assert.equal(maskIdNumber(number), `${number.slice(0, 2)}***************${number.slice(17)}`)
  }))
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('王小明𠅤买a')) , minLength: 3, maxLength: 50 }), name => {
    assert.equal(maskName(name), `${Array.from(name)[0] ?? ''}**`)
  }))
})

test('scrub finds numbers inside text', () => {
  const forms: [string, string][] = [
    ['请拨打13812341234联系王某', '请拨打138****1234联系王某'],
    ['tel13812341234/+86 139-1234-5678', 'tel138****1234/139****5678'],
    ['身份证63212119900101123x。', '身份证63***************X。'],
    ['号码６３２１２１１９９００１０１１２３４', '号码63***************4'],
    ['632121 19900101 1234', '63***************4'],
    ['旧证632121900101123', '旧证63*************'],
    ['卡号6222 0212 3456 7890 123,金额', '卡号****0123,金额'],
    ['6222021234567890', '****7890'],
    ['村 630202001001 于 2026-09-30 10:00,1764000000000', '村 630202001001 于 2026-09-30 10:00,1764000000000'],
    ['2026-09-30 2026-10-08', '2026-09-30 2026-10-08'],
    ['1234\n5678\n9012\n3456', '1234\n5678\n9012\n3456'],
    ['12345678-1234-1234-1234-123456789012', '12345678-1234-1234-1234-123456789012'],
    ['0190a1b2-c3d4-7e5f-8a9b-13812341234f', '0190a1b2-c3d4-7e5f-8a9b-13812341234f'],
    ['138\u200B12341234', '138****1234'],
  ]
  for (const [text, form] of forms) assert.equal(scrub(text), form, text)
})

test('scrub leaves no mobile, identity or card number, changes nothing twice and leaves other text alone', () => {
  fc.assert(fc.property(fc.oneof(rich, fc.string({ unit: fc.constantFrom(...Array.from('01356789 -X*王a')), maxLength: 80 })), text => {
    const clean = scrub(text)
    assert.equal(scrub(clean), clean)
    assert.ok(!/(?<!\d)(?:1[3-9]\d{9}(?!\d)|\d{15,}(?!\d)|\d{17}[Xx])/.test(clean.normalize('NFKC')), clean)
  }), { numRuns: 3000 })
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...Array.from('大庄村调解委员会。,abc \n')), maxLength: 80 }), text => {
    assert.equal(scrub(text), text)
  }))
})

test('scrub keeps pace on a long run of digits', () => {
  assert.equal(scrub('1'.repeat(100_000)), '****1111')
  assert.equal(scrub('1234 '.repeat(20_000)).length < 100, true)
})

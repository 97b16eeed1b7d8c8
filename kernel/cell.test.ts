import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromText, toText } from './cell.ts'
import { choice, day, instant, text, whole, yesNo } from './facts.ts'

const label = { zh: '项', en: 'One' }
const kind = choice({ own: { zh: '自有事项', en: 'Own' }, assist: { zh: '协助事项', en: 'Assisted' } }, label)

test('a choice is read by its code, by its label in either language, and as our own sheets write it', () => {
  for (const said of ['own', 'Own', '自有事项', ' 自有事项 ', '自有事项 · Own', 'own 自有事项']) assert.equal(fromText(kind, said), 'own', said)
  assert.equal(fromText(kind, '别的'), '别的', 'what is no option stays as it was written')
  assert.equal(fromText(kind, 'toString'), 'toString')
  assert.deepEqual(['zh', 'en'].map(lang => toText(kind, 'assist', lang as 'zh')), ['协助事项', 'Assisted'])
})

test('a number is read with its commas, its unit and in full width, and never rounded', () => {
  const minutes = whole({ ...label, unit: { zh: '分钟', en: 'min' } })
  for (const said of ['1200', '1,200', '１２００', '1200 分钟', '1200min', '1200.0']) assert.equal(fromText(minutes, said), 1200, said)
  for (const said of ['12.5', '约 30', '9'.repeat(20)]) assert.equal(fromText(minutes, said), said, said)
})

test('a day is read as people write it', () => {
  for (const said of ['2026-3-1', '2026/03/01', '2026.3.1', '2026年3月1日', '20260301']) assert.equal(fromText(day(label), said), '2026-03-01', said)
  assert.equal(fromText(day(label), '三月一日'), '三月一日')
  assert.equal(fromText(instant(label), '2026/3/1 8:05'), '2026-03-01T08:05:00+08:00')
})

test('yes and no, and nothing at all', () => {
  assert.deepEqual(['是', 'YES', '√', '1'].map(said => fromText(yesNo(label), said)), [true, true, true, true])
  assert.deepEqual(['否', 'no', '×', '0'].map(said => fromText(yesNo(label), said)), [false, false, false, false])
  assert.equal(fromText(yesNo(label), '也许'), '也许')
  assert.equal(fromText(text(label), '  '), null)
  assert.deepEqual([toText(yesNo(label), false, 'zh'), toText(text(label), undefined, 'zh'), toText(text(label), ['a', 'b'], 'zh')], ['否', '', 'a、b'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ceremonialDay, dayInWords, issuedBy, type Written } from './document.ts'

const entry = (seq: number, step: string, facts: Readonly<Record<string, string>>, more: { readonly masked?: readonly string[]; readonly cleared?: readonly string[] } = {}): Written => ({
  seq, step, at: '2026-06-08T02:00:00.000Z', cleared: more.cleared ?? [],
  facts: Object.entries(facts).map(([fact, value]) => ({ fact, value, masked: more.masked?.includes(fact) === true })),
})

const order = { from: ['decide', 'change'], uses: ['what'], may: ['who'] }

test('a document is made from the last entry that issued it, as the matter stood then', () => {
  const past = [entry(1, 'report', { what: '路灯不亮', who: '王小明' }), entry(2, 'decide', { what: '限期修复' }), entry(3, 'remark', { what: '已催' })]
  assert.equal(issuedBy(order, past.slice(0, 1)), undefined)
  assert.deepEqual([issuedBy(order, past)?.entry.seq, issuedBy(order, past)?.facts], [2, { what: '限期修复', who: '王小明' }])
  assert.deepEqual(issuedBy(order, [...past, entry(4, 'change', { what: '延长期限' })])?.entry.seq, 4)
})

test('what an entry cleared stands in no document of it, and what it did not ask for neither', () => {
  const past = [entry(1, 'report', { what: '甲', who: '王小明', other: '乙' }), entry(2, 'decide', {}, { cleared: ['who'] })]
  assert.deepEqual(issuedBy(order, past)?.facts, { what: '甲' })
})

test('a fact above its reader is left out where it may be, and keeps the document from them where it may not', () => {
  const said = { what: '甲', who: '王小明' }
  assert.deepEqual(issuedBy(order, [entry(1, 'decide', said, { masked: ['who'] })])?.facts, { what: '甲' })
  assert.equal(issuedBy(order, [entry(1, 'decide', said, { masked: ['what'] })]), undefined)
})

test('a day under a document, plainly and as instruments have it', () => {
  assert.deepEqual(['2026-06-08', '2030-10-20'].map(dayInWords), ['2026年6月8日', '2030年10月20日'])
  assert.deepEqual(['2026-06-08', '2030-10-20', '2026-12-31'].map(ceremonialDay), ['二〇二六年六月八日', '二〇三〇年十月二十日', '二〇二六年十二月三十一日'])
})

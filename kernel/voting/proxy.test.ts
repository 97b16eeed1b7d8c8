import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure } from '../../regulation/rules.ts'
import { isRefusal } from '../refusal.ts'
import { attendanceRows, hundredths, rollRows } from './facts.ts'
import { proxyRefusal, type Proxy, type ProxyRule } from './proxy.ts'
import { select, type Subject } from './select.ts'

const ruleOf = (subject: Subject): ProxyRule => {
  const chosen = select({ subject, place: 'village', day: '2026-06-01', law: { figure } })
  return isRefusal(chosen) ? assert.fail(chosen.why.en) : chosen.proxies
}
const proxy: Proxy = { number: 7, holder: '3号', sameHousehold: false, written: true, already: 0 }

test('members of a collective may send one of their household, in writing, and nobody else', () => {
  const rule = ruleOf('collectiveAssets')
  assert.equal(proxyRefusal(rule, { ...proxy, sameHousehold: true, already: 6 }), undefined)
  assert.match(proxyRefusal(rule, proxy)?.why.zh ?? '', /同一户/)
  assert.match(proxyRefusal(rule, { ...proxy, sameHousehold: true, written: false })?.why.zh ?? '', /书面/)
})

test('an assembly and its representatives take no proxies; owners’ proxies stand for a few', () => {
  assert.match(proxyRefusal(ruleOf('covenant'), { ...proxy, sameHousehold: true })?.why.zh ?? '', /不接受委托/)
  const rule = ruleOf('propertyOrdinary')
  assert.equal(proxyRefusal(rule, { ...proxy, already: 2 }), undefined)
  assert.match(proxyRefusal(rule, { ...proxy, already: 3 })?.why.zh ?? '', /最多代理3人/)
  assert.match(proxyRefusal(rule, { ...proxy, holder: ' ' })?.why.zh ?? '', /未写明受托人/)
})

test('a roll from paper says which cell is wrong, and area is read without a float', () => {
  const good = rollRows.check([{ number: 1, name: '王秀英', area: '89.5' }, { number: 2, name: '李生福', area: 110 }])
  assert.ok(good.ok && good.value.length === 2)
  const bad = rollRows.check([{ number: 1, name: '王秀英', area: '89.555' }, { name: '李' }, { number: 3, name: '', ground: 'x' }])
  assert.ok(!bad.ok)
  assert.deepEqual(bad.cells?.map(cell => [cell.row, cell.column]), [[0, 'area'], [1, 'number'], [2, 'name'], [2, 'ground']])
  assert.deepEqual(['89.5', '110', '0.07', '1234567.89'].map(hundredths), [8950, 11000, 7, 123_456_789])
})

test('phones sign themselves in: the table at the door can’t', () => {
  assert.equal(attendanceRows.check([{ number: 1, way: 'phone' }]).ok, false)
  assert.equal(attendanceRows.check([{ number: 1, way: 'hall' }, { number: 2, way: 'proxy', holder: 1, written: true }]).ok, true)
})

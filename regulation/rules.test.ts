import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { figure, isInForce, isRuleName, ruleNames, rules, yieldsToLocal, type Rule, type RuleName } from './rules.ts'

const today = '2026-11-22'
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

const adopted = (name: RuleName, change: Partial<Rule>): Rule => ({
  ...figure(name, today), kind: 'local', from: '2026-06-01', confirmed: true, source: { zh: '县规则', en: 'County rule' }, ...change,
} as Rule)

test('every row says since when, by what and in which words, in both languages', () => {
  for (const rule of rules) {
    assert.ok(isDay(rule.from) && isDay(rule.checked), rule.name)
    if (rule.until !== undefined) assert.ok(isDay(rule.until) && rule.from < rule.until, rule.name)
    assert.ok(rule.source.zh.length > 3 && rule.source.en.length > 3, rule.name)
    if (rule.unit === 'fraction') assert.ok(rule.value.num > 0 && rule.value.num <= rule.value.den, rule.name)
    else if (rule.unit !== 'yesNo') assert.ok(Number.isInteger(rule.value) && rule.value > 0, rule.name)
  }
})

test('a name has one unit in all its rows, and never two rows on one day', () => {
  for (const name of ruleNames) {
    const rows = rules.filter(r => r.name === name).toSorted((a, b) => a.from.localeCompare(b.from))
    assert.equal(new Set(rows.map(r => r.unit)).size, 1, name)
    rows.slice(1).forEach((row, i) => assert.ok((rows[i]?.until ?? '9999') <= row.from, name))
  }
})

test('what stands in this regulation says where; nothing else claims to', () => {
  assert.deepEqual(rules.filter(r => r.kind === 'regulation').map(r => [r.name, r.article]), [['space-standard.area', '15.1'], ['space-standard.households', '15.1']])
})

test('the figures of a request are the product’s own', () => {
  assert.deepEqual(
    ruleNames.filter(n => n.startsWith('request.')).map(n => { const f = figure(n, today); return [f.name, f.value, f.unit, f.kind] }),
    [
      ['request.triage', 8, 'workingHours', 'default'], ['request.accept', 1, 'workingDays', 'default'], ['request.return-ruling', 2, 'workingDays', 'default'],
      ['request.handle', 5, 'workingDays', 'default'], ['request.handle-again', 3, 'workingDays', 'default'], ['request.verify', 2, 'workingDays', 'default'], ['request.confirm', 5, 'days', 'default'],
      ['request.rate', 15, 'days', 'default'], ['request.revisit', 5, 'workingDays', 'default'], ['request.merge-window', 7, 'days', 'default'],
      ['request.urge-interval', 1, 'days', 'default'], ['request.satisfied-rating', 4, 'count', 'default'], ['request.low-rating', 2, 'count', 'default'],
    ])
})

test('a figure has the type its name promises', () => {
  const window: number = figure('judicial-confirmation.window', today).value
  const quorum: number = figure('collective-assets.quorum', today).value.den
  const online: boolean = figure('village-assembly.online', today).value
  assert.deepEqual([window, quorum, online], [30, 3, false])
})

test('the row of the day is picked: the last day of the old text, the first of the new', () => {
  assert.equal(figure('village-assembly.notice', '2025-12-31').confirmed, true)
  assert.equal(figure('village-assembly.notice', '2026-01-01').confirmed, false, 'amended text not yet compared')
  assert.ok(isInForce({ from: '2026-01-01', until: '2026-02-01' }, '2026-01-31'))
  assert.ok(!isInForce({ from: '2026-01-01', until: '2026-02-01' }, '2026-02-01'))
})

test('a figure that is not in force is refused: the urban assembly stays blocked until a row is adopted', () => {
  assert.equal(figure('residents-assembly.quorum', '2025-12-31').value.strict, true)
  assert.throws(() => figure('residents-assembly.quorum', '2026-01-01'), /no figure in force for residents-assembly.quorum on 2026-01-01/)
  assert.throws(() => figure('collective-assets.pass', '2025-04-30'), /no figure in force/)
  const row: Rule = { ...rules.find(r => r.name === 'residents-assembly.quorum')!, from: '2026-12-01', confirmed: true }
  const { until: _, ...open } = row
  assert.equal(figure('residents-assembly.quorum', '2026-12-01', [open as Rule]).confirmed, true)
})

test('an adopted local rule replaces a default from its first day, and national law never', () => {
  const five = adopted('request.triage', { value: 4 })
  assert.equal(figure('request.triage', '2026-05-31', [five]).value, 8)
  assert.equal(figure('request.triage', '2026-06-01', [five]).value, 4)
  assert.equal(figure('request.triage', '2026-06-01', [five]).kind, 'local')
  const sixty = adopted('judicial-confirmation.window', { value: 60 })
  assert.equal(figure('judicial-confirmation.window', today, [sixty]).value, 30)
  assert.equal(yieldsToLocal(figure('judicial-confirmation.window', today)), false)
  assert.equal(yieldsToLocal(figure('mediation.period', today)), true)
})

test('statute marked adjustable yields to a local rule, and is preferred to a default', () => {
  const own = (kind: Rule['kind'], num: number, mark: Partial<Rule> = {}): Rule => ({
    name: 'residents-assembly.quorum', unit: 'fraction', value: { num, den: 10, strict: false },
    kind, from: '2026-02-01', checked: today, confirmed: true, source: { zh: '规则', en: 'Rule' }, ...mark,
  } as Rule)
  const of = (...rows: readonly Rule[]) => figure('residents-assembly.quorum', today, rows).value.num
  assert.equal(of(own('default', 1), own('national', 2, { adjustable: true })), 2)
  assert.equal(of(own('default', 1), own('local', 3), own('national', 2, { adjustable: true })), 3)
  assert.equal(of(own('default', 1), own('local', 3), own('national', 2)), 2)
})

test('the justice office’s confirmed row replaces an unconfirmed one; an amendment replaces the older', () => {
  const corrected = adopted('judicial-confirmation.decide', { kind: 'national', value: 30, from: '2024-01-01' })
  assert.equal(figure('judicial-confirmation.decide', today, [corrected]).value, 30)
  const guess = adopted('labour.mediation', { kind: 'national', value: 20, confirmed: false })
  assert.equal(figure('labour.mediation', today, [guess]).value, 15, 'an unconfirmed row replaces nothing')
  const amended = adopted('labour.mediation', { kind: 'national', value: 20, from: '2026-06-01' })
  assert.equal(figure('labour.mediation', '2026-05-31', [amended]).value, 15)
  assert.equal(figure('labour.mediation', '2026-06-01', [amended]).value, 20)
})

test('an adopted row in another unit is refused, not read as days', () => {
  const inHours = adopted('request.confirm', { unit: 'workingHours', value: 5 })
  assert.throws(() => figure('request.confirm', today, [inHours]), /request.confirm counts in days, the adopted row in workingHours/)
})

test('on any day the figure found is in force, of that name, and ranks first whatever the order of adoption', () => {
  const day = fc.date({ min: new Date('2005-01-01'), max: new Date('2035-12-31'), noInvalidDate: true }).map(d => d.toISOString().slice(0, 10))
  const periods = ruleNames.filter(n => rules.some(r => r.name === n && r.unit === 'days'))
  const row = fc.record({
    name: fc.constantFrom(...periods), from: day, value: fc.integer({ min: 1, max: 90 }), kind: fc.constantFrom('local', 'national', 'default'), confirmed: fc.boolean(),
  }).map((r): Rule => ({ ...r, unit: 'days', checked: today, source: { zh: '规则', en: 'rule' } }))
  fc.assert(fc.property(fc.constantFrom(...periods), day, fc.array(row, { maxLength: 8 }), (name, on, local) => {
    const find = (rows: readonly Rule[]) => { try { return figure(name, on, rows) } catch { return undefined } }
    const found = find(local)
    if (found !== undefined) {
      assert.equal(found.name, name)
      assert.ok(isInForce(found, on))
      const statutes = [...rules, ...local].filter(r => r.name === name && isInForce(r, on) && r.kind !== 'local' && r.kind !== 'default')
      if (statutes.length > 0) assert.equal(found.kind, 'national', 'a local rule or default never stands in for statute')
    }
    const turned = find(local.toReversed())
    assert.deepEqual([turned?.kind, turned?.from, turned?.confirmed], [found?.kind, found?.from, found?.confirmed])
  }))
})

test('names are known or not', () => {
  assert.ok(isRuleName('mediation.period'))
  assert.ok(!isRuleName('mediation.periods'))
})

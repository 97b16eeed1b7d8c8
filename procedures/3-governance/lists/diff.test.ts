import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { count, first, own, relief } from '../../../test/helpers/lists.ts'
import { counted, diff, type Coded } from './diff.ts'
import { heavier } from './heavier.ts'
import type { ListItem } from './items.ts'

test('a version against itself has no change; each change is told once, with its columns', () => {
  assert.deepEqual(diff(first, first), [])
  const after: readonly ListItem[] = [{ ...relief, minutes: 90, standard: '一户一表' }, own, { ...count, code: 'wt-02' }]
  const changes = diff(first, after)
  assert.deepEqual(changes.map(({ change, code }) => [change, code]), [['changed', 'zz-01'], ['added', 'wt-02'], ['withdrawn', 'wt-01']])
  assert.deepEqual(changes.flatMap(one => (one.change === 'changed' ? [one.fields] : [])), [['minutes', 'standard']])
  assert.deepEqual(counted(changes), { added: 1, withdrawn: 1, changed: 1 })
})

const lists = fc.uniqueArray(fc.record({  code: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), name: fc.constantFrom('x', 'y'), minutes: fc.option(fc.nat(2), { nil: undefined }) }, { noNullPrototype: true }), { selector: one => one.code })

/** What a diff does to the list it begins with. */
const applied = (before: readonly Coded[], changes: ReturnType<typeof diff>): ReadonlyMap<string, Coded> => {
  const list = new Map(before.map(item => [item.code ?? '', item]))
  for (const one of changes) {
    if (one.change === 'withdrawn') list.delete(one.code)
    else list.set(one.code, one.after)
  }
  return list
}

test('a diff leads from the one version to the other, and back again tells as many', () => {
  fc.assert(fc.property(lists, lists, (before, after) => {
    const there = diff(before, after)
    const back = diff(after, before)
    assert.deepEqual(applied(before, there), new Map(after.map(item => [item.code, item])))
    assert.deepEqual([counted(there).added, counted(there).withdrawn, counted(there).changed], [counted(back).withdrawn, counted(back).added, counted(back).changed])
  }))
})

test('what asks more of communities is told; what asks less is not', () => {
  const more: readonly (readonly [string, ListItem])[] = [
    ['kind', { ...count, kind: 'assist' }], ['part', { ...relief, part: '独立入户核查' }], ['minutes', { ...relief, minutes: 121 }], ['conditions', { ...relief, conditions: '人员' }],
    ['season', { ...relief, seasonFrom: '01-01' }], ['office', { ...relief, office: 'health' }], ['standard', { ...relief, standard: '每户拍照' }],
    ['name', { ...relief, name: '城乡居民收入普查' }], ['categories', { ...own, categories: `${own.categories ?? ''}、road-damage` }],
  ]
  for (const [what, item] of more) assert.deepEqual(heavier(first, first.map(one => (one.code === item.code ? item : one))), [item.code], what)
  assert.deepEqual(heavier(first, [...first, { ...relief, code: 'zz-02' }]), ['zz-02'])
  assert.deepEqual(heavier(first, [own, { ...relief, minutes: 60, conditions: '人员、经费、设备', basis: '另一依据' }]), [], 'fewer, lighter, with more conditions')
})

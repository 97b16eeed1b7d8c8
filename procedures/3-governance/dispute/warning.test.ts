import assert from 'node:assert/strict'
import { test } from 'node:test'
import { law } from '../../../test/helpers/world.ts'
import { monthBefore, warnings, type Monthly } from './warning.ts'

const counted = (place: string, kind: Monthly['kind'], by: { readonly [month: string]: number }): readonly Monthly[] => Object.entries(by).map(([month, n]) => ({ place, kind, month, n }))

test('28.1: a kind that doubles in a place is warned of, the strongest first; a few cases, or what is usual there, are not', () => {
  const found = warnings([
    ...counted('630202001', 'wages', { '2026-02': 3, '2026-03': 4, '2026-04': 2, '2026-05': 9 }),
    ...counted('630202101', 'wages', { '2026-05': 4 }),
    ...counted('630202001', 'neighbours', { '2026-02': 20, '2026-03': 22, '2026-04': 18, '2026-05': 25 }),
    ...counted('630202101', 'water', { '2026-05': 30 }),
  ], '2026-05', law)
  assert.deepEqual(found, [{ place: '630202101', kind: 'water', n: 30, before: 0 }, { place: '630202001', kind: 'wages', n: 9, before: 3 }])
  assert.deepEqual([monthBefore('2026-01', 1), monthBefore('2026-05', 12)], ['2025-12', '2025-05'])
})

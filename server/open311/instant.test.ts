import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { instantOf } from './instant.ts'

const zone = process.env['TZ']
after(() => { process.env['TZ'] = zone })

test('a day begins in Haidong and a time without an offset is Haidong’s, in whatever zone the server runs', () => {
  for (const tz of ['UTC', 'America/New_York', 'Asia/Shanghai']) {
    process.env['TZ'] = tz
    const told = ['2026-06-08', '2026-06-08T09:30:00', '2026-06-08T09:30:00Z', '2026-06-08T09:30:00+02:00'].map(one => instantOf(one)?.toISOString())
    assert.deepEqual(told, ['2026-06-07T16:00:00.000Z', '2026-06-08T01:30:00.000Z', '2026-06-08T09:30:00.000Z', '2026-06-08T07:30:00.000Z'], tz)
  }
  assert.deepEqual(['yesterday', '2026-13-40', '2026-06-08T25:00:00', ''].map(instantOf), [undefined, undefined, undefined, undefined])
})

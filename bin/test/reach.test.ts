import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksDatabase } from './reach.ts'

test('a test that opens the run’s database is told from one that knows none, however far it reaches for it', () => {
  for (const path of ['store/act.test.ts', 'store/open.test.ts', 'server/routes/votes.test.ts', 'test/races.test.ts']) assert.ok(asksDatabase(path), path)
  for (const path of ['store/ring.test.ts', 'kernel/decide.test.ts', 'procedures/2-foundations/request.scenarios.test.ts']) assert.ok(!asksDatabase(path), path)
})

import assert from 'node:assert/strict'
import { system } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Database } from '../../store/database.ts'

const platforms: readonly string[] = ['recount', 'erase', 'correct', 'rezone']

/** Fails where a step of the procedure was taken in no matter of this database: a scenario is missing. What the platform may do to any matter has tests of its own. */
export const everyStepTaken = async (database: Database, procedure: Procedure): Promise<void> => {
  const rows = await database.scoped(system, tx => tx.query<{ step: string }>('select distinct e.step from entry e join matter m on m.county = e.county and m.id = e.matter where m.procedure = $1', [procedure.name]))
  const taken = new Set(rows.map(row => row.step))
  assert.deepEqual(Object.keys(procedure.steps).filter(name => !platforms.includes(name) && !taken.has(name)), [], 'steps that no scenario takes')
}

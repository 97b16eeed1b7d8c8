import assert from 'node:assert/strict'
import { system } from '../../kernel/post.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { Database } from '../../store/database.ts'

/** Fails where a step of the procedure was taken in no matter of this database: a scenario is missing. `recount` is the platform's own, of every procedure. */
export const everyStepTaken = async (database: Database, procedure: Procedure): Promise<void> => {
  const rows = await database.scoped(system, tx => tx.query<{ step: string }>('select distinct e.step from entry e join matter m on m.county = e.county and m.id = e.matter where m.procedure = $1', [procedure.name]))
  const taken = new Set(rows.map(row => row.step))
  assert.deepEqual(Object.keys(procedure.steps).filter(name => name !== 'recount' && !taken.has(name)), [], 'steps that no scenario takes')
}

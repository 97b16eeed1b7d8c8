import { randomUUID } from 'node:crypto'
import type { Item } from '../../kernel/gate.ts'
import type { Database } from '../../store/database.ts'

/** Puts a county's lists in force, as their procedure would, from a day on. */
export const listsInForce = async (database: Database, county: string, items: readonly (Pick<Item, 'code' | 'kind' | 'name' | 'office'> & { readonly conditions?: readonly string[] })[], since = '2026-01-01'): Promise<void> => {
  const version = randomUUID()
  await database.owner(async tx => {
    await tx.query('insert into work_list (county, version, since) values ($1, $2::uuid, $3::date)', [county, version, since])
    for (const [place, { code, kind, name, office, conditions = [] }] of items.entries()) {
      await tx.query(
        `insert into work_item (county, version, code, place, kind, name, basis, office, part, conditions, minutes, categories)
         values ($1, $2::uuid, $3, $4::integer, $5, $6, '试行办法', $7, '协助', $8::text[], 30, '{}')`, [county, version, code, place, kind, name, office, `{${conditions.join(',')}}`])
    }
  })
}

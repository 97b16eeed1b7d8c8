import { randomUUID } from 'node:crypto'
import { system } from '../../kernel/post.ts'
import type { Database } from '../../store/database.ts'
import type { Version } from './work-register.ts'
import { duties } from './commissioning.ts'

/** Puts versions of a county's list, and duty lists, into the registers of a test's database, in place of those there. */
export const fillLists = (database: Database, versions: readonly Version[], county = '630202'): Promise<void> =>
  database.owner(async tx => {
    for (const table of ['work_item', 'work_list', 'duty_item', 'duty_list']) await tx.query(`delete from ${table} where county = $1`, [county])
    for (const { since, until, items } of versions) {
      const version = randomUUID()
      await tx.query('insert into work_list (county, version, since, until) values ($1, $2::uuid, $3::date, $4::date)', [county, version, since, until ?? null])
      await tx.query(
        `insert into work_item (county, version, code, place, kind, name, basis, office, part, conditions, season_from, season_to, minutes, categories)
         select $1, $2::uuid, i->>'code', n, i->>'kind', i->>'name', '测试', i->>'office', '协助', array(select jsonb_array_elements_text(i->'conditions')), i->'season'->>'from', i->'season'->>'to', (i->>'minutes')::integer, array[]::text[]
         from jsonb_array_elements($3::text::jsonb) with ordinality as r(i, n)`, [county, version, JSON.stringify(items)])
    }
    for (const { code, office, name } of duties) {
      const version = randomUUID()
      await tx.query(`insert into duty_list (county, version, office, since) values ($1, $2::uuid, $3, '2025-01-01')`, [county, version, office])
      await tx.query(`insert into duty_item (county, version, code, place, name, basis) values ($1, $2::uuid, $3, 1, $4, '测试')`, [county, version, code, name])
    }
  })

/** Rows that the registers keep, as the platform reads them. */
export const keptRows = <R extends object>(database: Database, text: string, values: readonly unknown[] = []): Promise<readonly R[]> => database.scoped(system, tx => tx.query<R>(text, values))

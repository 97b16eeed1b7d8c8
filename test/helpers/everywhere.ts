import type { Database } from '../../store/database.ts'

/** Every row of every table that the owner of the database can read, sign-in's own too, as text. */
export const everyRow = (database: Database): Promise<readonly { readonly table: string; readonly row: string }[]> =>
  database.owner(async tx => {
    const tables = await tx.query<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth') order by 1`)
    const found: { table: string; row: string }[] = []
    for (const { name } of tables) found.push(...(await tx.query<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => ({ table: name, row })))
    return found
  })

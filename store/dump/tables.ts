import type { OwnerTx } from '../database.ts'

type Table = { readonly name: string; readonly needs: readonly string[] }

/** What is live just now and nobody's record: it goes into no export and comes out of none. With it somebody could act in another's name, or be told a second time. */
export const apart: ReadonlySet<string> = new Set(['auth.session', 'auth.verification', 'auth.invitation', 'public.delivery'])

/** Every table, in an order in which each can be filled. */
export const tablesOf = async (tx: OwnerTx): Promise<readonly string[]> => {
  const tables = await tx.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       coalesce((select jsonb_agg(distinct format('%I.%I', fn.nspname, f.relname)) from pg_constraint k join pg_class f on f.oid = k.confrelid
         join pg_namespace fn on fn.oid = f.relnamespace where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid), '[]') as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'auth') and c.relname <> 'migration' order by 1`)
  const placed: string[] = []
  for (let left = [...tables]; left.length > 0;) {
    const ready = left.filter(table => table.needs.every(need => placed.includes(need)))
    if (ready.length === 0) throw new Error(`tables in a circle: ${left.map(table => table.name).join(', ')}`)
    placed.push(...ready.map(table => table.name))
    left = left.filter(table => !ready.includes(table))
  }
  return placed
}

/** The columns that a row can be put back into, by table, as a list in SQL. */
export const columnsOf = async (tx: OwnerTx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.query<{ name: string; list: string }>(
    `select format('%I.%I', table_schema, table_name) as name, string_agg(format('%I', column_name), ', ' order by ordinal_position) as list
     from information_schema.columns where table_schema in ('public', 'auth') and is_generated = 'NEVER' group by 1`)
  return new Map(rows.map(row => [row.name, row.list]))
}

/** Tables that hold a column of plain JSON, which PostgreSQL puts in no order: their rows are ordered as text. */
export const asText = async (tx: OwnerTx): Promise<ReadonlySet<string>> =>
  new Set((await tx.query<{ name: string }>(
    `select distinct format('%I.%I', table_schema, table_name) as name from information_schema.columns where table_schema in ('public', 'auth') and data_type = 'json'`)).map(row => row.name))

/** The migrations the database is at. */
export const applied = async (tx: OwnerTx): Promise<readonly string[]> => (await tx.query<{ name: string }>('select name from migration order by name')).map(row => row.name)

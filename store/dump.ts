import type { Database, OwnerTx } from './database.ts'

/**
 * The whole database as lines of JSON, and back: for moving between the embedded database and a server, or between
 * versions of the embedded one. The first line names the migrations it was written under; every other is one row.
 */
type Head = { readonly shanzhi: 1; readonly migrations: readonly string[] }
type Line = { readonly table: string; readonly row: unknown }

type Table = { readonly name: string; readonly needs: readonly string[] }

const tablesOf = async (tx: OwnerTx): Promise<readonly string[]> => {
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

const applied = async (tx: OwnerTx): Promise<readonly string[]> => (await tx.query<{ name: string }>('select name from migration order by name')).map(row => row.name)

const batch = 500

/** Writes every row, in an order in which each can be put back. Returns the number of rows. Values stay sealed. */
export const dump = (database: Database, write: (line: string) => Promise<void> | void): Promise<number> =>
  database.owner(async tx => {
    await tx.simple('set transaction isolation level repeatable read')
    await write(JSON.stringify({ shanzhi: 1, migrations: await applied(tx) } satisfies Head))
    let rows = 0
    for (const table of await tablesOf(tx)) {
      await tx.simple(`declare dump_rows no scroll cursor for select to_jsonb(t) as row from ${table} t order by t`)
      for (;;) {
        const page = await tx.query<{ row: unknown }>(`fetch ${batch} from dump_rows`)
        for (const { row } of page) await write(JSON.stringify({ table, row } satisfies Line))
        rows += page.length
        if (page.length < batch) break
      }
      await tx.simple('close dump_rows')
    }
    return rows
  })

/** The lines can't be put here; the message says why. */
export class CannotRestore extends Error {}

/** Puts the lines of a dump into a database just migrated, all or none. Returns the number of rows. */
export const restore = (database: Database, lines: AsyncIterable<string>): Promise<number> =>
  database.owner(async tx => {
    const tables = await tablesOf(tx)
    const columns = await insertable(tx)
    const known = await applied(tx)
    const [held] = await tx.query<{ n: number }>('select count(*)::int as n from (select from matter limit 1) x')
    if (held?.n !== 0) throw new CannotRestore('目标库已有事项，只能导入空库。\nThis database already holds matters; a dump goes into an empty one.')
    await tx.simple(`truncate ${tables.join(', ')} cascade`)
    let [rows, first] = [0, true]
    let waiting: { table: string; rows: unknown[] } = { table: '', rows: [] }
    const flush = async (): Promise<void> => {
      if (waiting.rows.length === 0) return
      const list = columns.get(waiting.table)
      if (list === undefined) throw new CannotRestore(`没有表 ${waiting.table}。\nThere is no table ${waiting.table}.`)
      await tx.query(`insert into ${waiting.table} (${list}) select ${list} from jsonb_populate_recordset(null::${waiting.table}, $1::jsonb)`, [JSON.stringify(waiting.rows)])
      rows += waiting.rows.length
    }
    for await (const text of lines) {
      if (text.trim() === '') continue
      const line = JSON.parse(text) as Head | Line
      if (first) {
        if (!('shanzhi' in line)) throw new CannotRestore('不是本平台的导出文件。\nThis is no dump of this platform.')
        const missing = line.migrations.filter(name => !known.includes(name))
        if (missing.length > 0) throw new CannotRestore(`导出文件来自更新的版本（${missing.join('、')}）。\nThe dump was written by a newer version (${missing.join(', ')}).`)
        first = false
        continue
      }
      if (!('table' in line)) throw new CannotRestore('导出文件损坏。\nThe dump is damaged.')
      if (line.table !== waiting.table || waiting.rows.length === batch) {
        await flush()
        waiting = { table: line.table, rows: [] }
      }
      waiting.rows.push(line.row)
    }
    await flush()
    await tx.simple(`select setval('matter_number', greatest((select coalesce(max(split_part(number, '-', 3)::bigint), 0) from matter), 1))`)
    return rows
  })

const insertable = async (tx: OwnerTx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.query<{ name: string; list: string }>(
    `select format('%I.%I', table_schema, table_name) as name, string_agg(format('%I', column_name), ', ' order by ordinal_position) as list
     from information_schema.columns where table_schema in ('public', 'auth') and is_generated = 'NEVER' group by 1`)
  return new Map(rows.map(row => [row.name, row.list]))
}

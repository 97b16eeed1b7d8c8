import { isObject } from '../../kernel/words.ts'
import { sqlState } from '../connection.ts'
import type { OwnerTx } from '../database.ts'
import { countyTables, partsOf } from '../dump/county.ts'
import { apart, columnsOf, tablesOf } from '../dump/tables.ts'
import { atLine, CannotRestore } from './refused.ts'

/** Rows of a shared table that stood here already and were left as they are; `other` of them are not as the export has them. */
export type Left = { readonly [table: string]: { readonly stood: number; readonly other: number } }

type Waiting = { readonly table: string; readonly first: number; readonly rows: unknown[] }

const batch = 500

const keyOf = async (tx: OwnerTx): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows = await tx.query<{ name: string; columns: readonly string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name, jsonb_agg(format('%I', a.attname)) as columns from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) where i.indisprimary group by 1`)
  return new Map(rows.map(row => [row.name, row.columns]))
}

/** A county goes beside others; one that stands here already, in any table, is not mixed with. */
const refuseMixing = async (tx: OwnerTx, county: string, tables: Iterable<string>): Promise<void> => {
  for (const table of tables) {
    const [held] = await tx.query<{ n: number }>(`select count(*)::int as n from (select from ${table} where county = $1 limit 1) x`, [county])
    if (held?.n !== 0) throw new CannotRestore(`这里已有 ${county} 的数据（${table}），不能混入。`, `This database already holds ${county} (${table}); an export of it is not mixed in.`)
  }
}

/**
 * Fills tables row by row, some hundred to a statement: all tables, emptied first, or a county's beside what stands. With `note`, a row that can't
 * be put in is named by its line and passed over; without, it is refused, and everything with it.
 */
export const filler = async (tx: OwnerTx, county: string | undefined, note?: (fault: string) => void) => {
  const columns = await columnsOf(tx)
  const keys = await keyOf(tx)
  const counted = await countyTables(tx)
  const all = await tablesOf(tx)
  if (county === undefined) await tx.simple(`truncate ${all.join(', ')} cascade`)
  else await refuseMixing(tx, county, counted)
  // Balances come along as they stood; the transfers under them are not to move them a second time.
  await tx.simple('alter table ledger_transfer disable trigger ledger_move')
  const takes = new Set(county === undefined ? all.filter(name => !apart.has(name)) : (await partsOf(tx, county)).map(part => part.table))
  const left: { [table: string]: { stood: number; other: number } } = {}
  let waiting: Waiting = { table: '', first: 0, rows: [] }

  const insert = async (table: string, rows: readonly unknown[]): Promise<void> => {
    const list = columns.get(table) ?? ''
    const shared = county !== undefined && !counted.has(table)
    const from = `insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb)`
    if (!shared) { await tx.query(from, [JSON.stringify(rows)]); return }
    const same = (keys.get(table) ?? []).map(column => `t.${column} = r.${column}`).join(' and ')
    const [found] = await tx.query<{ stood: number; other: number }>(
      `select count(*)::int as stood, (count(*) filter (where to_jsonb(t) <> to_jsonb(r)))::int as other from jsonb_populate_recordset(null::${table}, $1::jsonb) r join ${table} t on ${same}`, [JSON.stringify(rows)])
    await tx.query(`${from} on conflict do nothing`, [JSON.stringify(rows)])
    const before = left[table] ?? { stood: 0, other: 0 }
    left[table] = { stood: before.stood + (found?.stood ?? 0), other: before.other + (found?.other ?? 0) }
  }
  const tried = async (table: string, first: number, rows: readonly unknown[]): Promise<void> => {
    if (note) await tx.simple('savepoint rows')
    await insert(table, rows).catch(async (cause: unknown) => {
      if (sqlState(cause) === undefined) throw cause
      if (!note) throw atLine(first, `自此起 ${rows.length} 行 ${table} 无法放入`, `from here on ${rows.length} rows of ${table} can’t be put in`, { cause })
      await tx.simple('rollback to savepoint rows')
      if (rows.length > 1) for (const [i, row] of rows.entries()) await tried(table, first + i, [row])
      else note(`line ${first}: this row of ${table} can’t be put in: ${cause instanceof Error ? cause.message : ''}`)
    })
  }
  const flush = async (): Promise<void> => {
    const { table, first, rows } = waiting
    waiting = { table: '', first: 0, rows: [] }
    if (rows.length > 0) await tried(table, first, rows)
  }
  return {
    left: (): Left => left,
    /** Puts in what waits, and has balances follow their transfers again. */
    finish: async (): Promise<void> => {
      await flush()
      await tx.simple('alter table ledger_transfer enable trigger ledger_move')
    },
    add: async (table: string, row: unknown, n: number): Promise<void> => {
      if (!takes.has(table)) throw atLine(n, `不能放入表 ${table}`, `there is no table ${table} to put it in`)
      if (county !== undefined && counted.has(table) && (!isObject(row) || row['county'] !== county)) throw atLine(n, `这一行不属于 ${county}`, `this row is none of ${county}`)
      if (table !== waiting.table || waiting.rows.length === batch || n !== waiting.first + waiting.rows.length) {
        await flush()
        waiting = { table, first: n, rows: [] }
      }
      waiting.rows.push(row)
    },
  }
}

import { closing, type Close } from './dump/close.ts'
import { apart, applied, tablesOf } from './dump/tables.ts'
import type { Database } from './database.ts'
import { exportMark, type Keys } from './seal.ts'

/**
 * The whole database as lines of JSON: for moving between the embedded database and a server, or between versions of the embedded one.
 * The first line names the migrations it was written under and marks the secret; every other is one row, but for the last, which closes it
 * with the number of rows of each table and a keyed digest over all lines before. Who is signed in just now is left out: people sign in again.
 */
export type Head = { readonly shanzhi: 2; readonly secret: string; readonly migrations: readonly string[] }
export type Line = { readonly table: string; readonly row: unknown }
export type Last = { readonly close: Close }

const batch = 500

/** Writes every row, in an order in which each can be put back. Returns the number of rows. Values stay sealed. */
export const dump = (database: Database, keys: Keys, write: (line: string) => Promise<void> | void): Promise<number> =>
  database.owner(async tx => {
    await tx.simple('set transaction isolation level repeatable read')
    const close = closing(keys)
    const put = (line: string): Promise<void> | void => {
      close.line(line)
      return write(line)
    }
    await put(JSON.stringify({ shanzhi: 2, secret: exportMark(keys), migrations: await applied(tx) } satisfies Head))
    for (const table of (await tablesOf(tx)).filter(name => !apart.has(name))) {
      await tx.simple(`declare dump_rows no scroll cursor for select to_jsonb(t) as row from ${table} t order by t`)
      for (;;) {
        const page = await tx.query<{ row: unknown }>(`fetch ${batch} from dump_rows`)
        for (const { row } of page) {
          close.row(table)
          await put(JSON.stringify({ table, row } satisfies Line))
        }
        if (page.length < batch) break
      }
      await tx.simple('close dump_rows')
    }
    await write(JSON.stringify({ close: close.end() } satisfies Last))
    return close.rows()
  })

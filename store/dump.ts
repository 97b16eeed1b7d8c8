import { system } from '../kernel/post.ts'
import { closing, type Close } from './dump/close.ts'
import { partsOf, type Part } from './dump/county.ts'
import { apart, applied, asText, tablesOf } from './dump/tables.ts'
import type { Database, OwnerTx } from './database.ts'
import { headsInUse } from './reseal.ts'
import { keyMark } from './ring.ts'
import { exportMark, type Keys } from './seal.ts'

/**
 * The whole database, or one county with the registers it needs, as lines of JSON: for moving between the embedded database and a server, between
 * versions of the embedded one, or from city to city. The first line names the migrations it was written under, marks the secret and the keys that what is sealed
 * in it needs; every other is one row, but for the last, which closes it with the number of rows of each table and a keyed digest over all lines
 * before. Who is signed in just now is left out: people sign in again.
 */
export type Head = {
  readonly shanzhi: 2
  readonly secret: string
  readonly migrations: readonly string[]
  readonly county?: string
  /** Each key by its number, with a mark that tells it from another of that number. */
  readonly keys: { readonly [id: string]: string }
}
export type Line = { readonly table: string; readonly row: unknown }
export type Last = { readonly close: Close }

/** What to write: one county alone; and what is to be done for each file whose row passes. */
export type DumpWish = { readonly county?: string; readonly file?: (id: string) => Promise<void> }

const batch = 500

const headsOf = async (tx: OwnerTx, county: string | undefined): Promise<readonly number[]> => {
  if (county === undefined) {
    const { values, files } = await tx.as(system, headsInUse)
    return [...values, ...files]
  }
  const rows = await tx.query<{ head: number }>(
    `select distinct get_byte(value, 0) as head from sealed where county = $1 and length(value) > 0 union select sealed_by from file where county = $1 and erased is null`, [county])
  return rows.map(row => row.head)
}

const marks = ({ ring }: Keys, heads: readonly number[]): Head['keys'] =>
  Object.fromEntries([...new Set(heads.map(head => head & 127))].filter(id => id !== 0).map(id => {
    const key = ring.keys.get(id)
    return [String(id), key ? keyMark(key) : '']
  }))

/** Writes every row, in an order in which each can be put back. Returns the number of rows. Values stay sealed. */
export const dump = (database: Database, keys: Keys, write: (line: string) => Promise<void> | void, { county, file }: DumpWish = {}): Promise<number> =>
  database.owner(async tx => {
    await tx.simple('set transaction isolation level repeatable read')
    const close = closing(keys)
    const put = (line: string): Promise<void> | void => {
      close.line(line)
      return write(line)
    }
    const parts: readonly Part[] = county === undefined
      ? (await tablesOf(tx)).filter(name => !apart.has(name)).map(table => ({ table, where: 'true' }))
      : await partsOf(tx, county)
    const head: Head = { shanzhi: 2, secret: exportMark(keys), migrations: await applied(tx), ...(county !== undefined && { county }), keys: marks(keys, await headsOf(tx, county)) }
    await put(JSON.stringify(head))
    const texts = await asText(tx)
    for (const { table, where } of parts) {
      await tx.simple(`declare dump_rows no scroll cursor for select to_jsonb(t) as row from ${table} t where ${where} order by ${texts.has(table) ? 't::text collate "C"' : 't'}`)
      for (;;) {
        const page = await tx.query<{ row: { readonly id?: unknown; readonly erased?: unknown } }>(`fetch ${batch} from dump_rows`)
        for (const { row } of page) {
          close.row(table)
          await put(JSON.stringify({ table, row } satisfies Line))
          if (file && table === 'public.file' && typeof row.id === 'string' && (row.erased ?? null) === null) await file(row.id)
        }
        if (page.length < batch) break
      }
      await tx.simple('close dump_rows')
    }
    await write(JSON.stringify({ close: close.end() } satisfies Last))
    return close.rows()
  })

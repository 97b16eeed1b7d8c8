import type { Tx } from '../../store/database.ts'
import { columns, matters, type MatterRow } from '../../store/matter-row.ts'

/** Matters of one county by id, as far as the reader may see them. */
export const rowsById = async (tx: Tx, county: string, ids: readonly string[]): Promise<readonly MatterRow[]> =>
  ids.length === 0 ? [] : tx.query<MatterRow>(
    `select ${columns} from ${matters} where m.county = $1 and m.id = any($2::text::uuid[])`, [county, `{${ids.join(',')}}`])

/** One matter by its number, which begins with its county. */
export const rowByNumber = async (tx: Tx, number: string): Promise<MatterRow | undefined> =>
  (await tx.query<MatterRow>(`select ${columns} from ${matters} where m.county = $1 and m.number = $2`, [number.split('-')[0] ?? '', number]))[0]

import type { Link } from '../../kernel/matter.ts'
import type { Tx } from '../../store/database.ts'
import { columns, matters, type MatterRow } from '../../store/matter-row.ts'

/** Matters of one county by id, as far as the reader may see them. */
export const rowsById = async (tx: Tx, county: string, ids: readonly string[]): Promise<readonly MatterRow[]> =>
  ids.length === 0 ? [] : tx.query<MatterRow>(
    `select ${columns} from ${matters} where m.county = $1 and m.id = any($2::text::uuid[])`, [county, `{${ids.join(',')}}`])

/** Which matters point to one of the same county, and how: the newest fifty that the reader may see. */
export const linksTo = (tx: Tx, county: string, id: string): Promise<readonly Link[]> =>
  tx.query<Link>('select l.kind, l.matter from link l join matter m on m.county = l.county and m.id = l.matter where l.county = $1 and l.other = $2::uuid order by m.opened desc, m.id limit 50', [county, id])

/** One matter by its number, which begins with its county. */
export const rowByNumber = async (tx: Tx, number: string): Promise<MatterRow | undefined> =>
  (await tx.query<MatterRow>(`select ${columns} from ${matters} where m.county = $1 and m.number = $2`, [number.split('-')[0] ?? '', number]))[0]

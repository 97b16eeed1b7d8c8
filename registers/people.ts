import type { Tx } from '../store/database.ts'
import type { Household } from './households/read.ts'

/** A household of a village with its people, its head first, as its reader is given them. */
export type Peopled = Pick<Household, 'id' | 'code' | 'address' | 'team' | 'size'> & { readonly people: readonly { readonly id: string; readonly name: string; readonly decade: number | null; readonly head: boolean }[] }

/** The households that stand in a village by address, a page at a time, behind the one of an id; none where they are not the reader's to see. */
export const householdsOf = (tx: Tx, village: string, limit: number, after?: string): Promise<readonly Peopled[]> =>
  tx.query<Peopled>(
    `select h.id, h.code, h.address, h.team, h.size,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'decade', p.born_decade, 'head', p.head) order by p.head desc, p.pinyin, p.id) from person p where p.county = h.county and p.household = h.id), '[]') as people
     from household h where h.village = $1 and h.until is null and ($3::uuid is null or (h.address collate "C", h.id) > (select a.address collate "C", a.id from household a where a.village = $1 and a.id = $3::uuid)) order by h.address collate "C", h.id limit $2`,
    [village, limit, after ?? null])

import type { Tx } from '../store/database.ts'

/** A household of a village with its people, as its reader is given them. */
export type Household = { readonly id: string; readonly address: string; readonly team: string | null; readonly people: readonly { readonly id: string; readonly name: string; readonly decade: number | null }[]; readonly key: string }

/** The households of a village by address, a page at a time; none where they are not the reader's to see. */
export const householdsOf = (tx: Tx, village: string, limit: number, after?: { readonly at: string; readonly id: string }): Promise<readonly Household[]> =>
  tx.query<Household>(
    `select h.id, h.address, h.team, h.address as key,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'decade', p.born_decade) order by p.pinyin, p.id) from person p where p.county = h.county and p.household = h.id), '[]') as people
     from household h where h.village = $1 and ($3::text is null or (h.address collate "C", h.id) > ($3::text, $4::uuid)) order by h.address collate "C", h.id limit $2`,
    [village, limit, after?.at ?? null, after?.id ?? null])

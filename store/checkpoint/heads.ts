import type { Tx } from '../database.ts'
import type { Head } from './line.ts'

/** A head as it is kept, with the day of the checkpoint from which on it held. */
export type KeptHead = Head & { readonly day: string }

const page = 5000

/** Every head kept of a county, by matter, then by day; some thousand at a time. Ask as the platform. */
export async function* keptHeads(tx: Tx, county: string): AsyncGenerator<readonly KeptHead[]> {
  for (let [matter, day] = ['00000000-0000-0000-0000-000000000000', '0001-01-01'];;) {
    const some = await tx.query<KeptHead>(
      `select matter, day::text as day, seq, encode(head, 'hex') as head from checkpoint_head where county = $1 and (matter, day) > ($2::uuid, $3::date) order by matter, day limit ${page}`, [county, matter, day])
    if (some.length > 0) yield some
    const last = some.at(-1)
    if (!last || some.length < page) return
    ;({ matter, day } = last)
  }
}

/** Keeps, under a day, the heads of all chains that have moved since they were last kept. */
export const keepHeads = async (tx: Tx, county: string, day: string): Promise<void> => {
  await tx.query(
    `insert into checkpoint_head (county, matter, day, seq, head)
     select m.county, m.id, $2::date, m.seq, m.head from matter m
     left join lateral (select h.seq, h.head from checkpoint_head h where h.county = m.county and h.matter = m.id order by h.day desc limit 1) l on true
     where m.county = $1 and (l.seq is distinct from m.seq or l.head is distinct from m.head)`, [county, day])
}

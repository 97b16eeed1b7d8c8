import type { Tx } from '../database.ts'
import type { VerifyFault } from './fault.ts'

type Off = { readonly matter: string; readonly number: string | null; readonly seq: number; readonly day: string; readonly there: boolean }

/** Heads that stood at a checkpoint must still be on the chain of their matter, at their place: whoever holds the site's secret may write a chain anew, and is found out here. */
export const verifyHeads = async (tx: Tx, county: string): Promise<readonly VerifyFault[]> => {
  const off = await tx.query<Off>(
    `select h.matter, m.number, h.seq, h.day::text as day, e.seq is not null as there from checkpoint_head h
       left join entry e on e.county = h.county and e.matter = h.matter and e.seq = h.seq
       left join matter m on m.county = h.county and m.id = h.matter
     where h.county = $1 and e.hash is distinct from h.head order by h.matter, h.day limit 1000`, [county])
  return off.map(({ matter, number, seq, day, there }) => ({
    kind: 'checkpoint', county, matter, ...(number !== null && { number }), seq,
    what: number === null ? `the matter is gone, which stood at this entry on ${day}` : there ? `the entry is not the one that stood there on ${day}` : `the entry is gone, which stood there on ${day}`,
  }))
}

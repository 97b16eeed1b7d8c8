import type { House } from '../../store/house.ts'
import type { Tx } from '../../store/database.ts'
import { shownColumns } from '../../store/matter-row.ts'
import { unseal } from '../../store/seal.ts'
import type { Read, Sample } from './reads.ts'

/**
 * The same two pages as they would be read without grading: no policy (asked as a role that none binds), no row of its own for what is internal, no
 * choice of what is given out, no log. Values are opened all the same, for somebody reads them.
 */
export const ungraded = (house: House, { dispatcher, matter }: Sample): { readonly queue: Read; readonly matter: Read } => ({
  queue: {
    name: 'queue page', file: 'queue', actor: dispatcher,
    run: (tx: Tx) => tx.query(
      `select ${shownColumns}, m.due::text as key from matter m where m.county = $1 and m.township = $2 and m.open order by m.due, m.id limit 21`, [dispatcher.region.slice(0, 6), dispatcher.region.slice(0, 9)]),
  },
  matter: {
    name: 'matter page', file: 'matter', actor: dispatcher,
    run: async (tx: Tx) => {
      const [row] = await tx.query<{ county: string; id: string }>(`select ${shownColumns}, m.links, m.parties from matter m where m.id = $1::uuid`, [matter])
      const key = [row?.county, row?.id]
      const [entries, sealed, files] = await Promise.all([
        tx.query(`select seq, at, step, actor, stage, version::text as version, outcome -> 'set' as set from entry where county = $1 and matter = $2::uuid order by seq`, key),
        tx.query<{ seq: number; fact: string; value: Uint8Array }>('select seq, fact, class, value, masked from sealed where county = $1 and matter = $2::uuid order by seq', key),
        tx.query('select id, name, type, bytes from file where county = $1 and matter = $2::uuid and erased is null order by given', key),
      ])
      return { entries, files, facts: sealed.map(({ seq, fact, value }) => unseal(house.keys, { matter, seq, fact }, value)) }
    },
  },
})

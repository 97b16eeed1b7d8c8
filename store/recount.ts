import { randomUUID } from 'node:crypto'
import { recountClock } from '../kernel/clock.ts'
import { system } from '../kernel/post.ts'
import type { Matter } from '../kernel/matter.ts'
import { actIn } from './act.ts'
import type { House } from './house.ts'

/**
 * Counts again, by a recorded entry, the provisional dates that the published calendar now settles or moves. Run at start-up:
 * a calendar arrives with a release. Several servers may run it at once; a matter under another's lock is left to it.
 * Returns how many matters got a new entry.
 */
export const recountProvisional = async (house: House, now = new Date()): Promise<number> => {
  let counted = 0
  let after: readonly [county: string, matter: string] = ['', '00000000-0000-0000-0000-000000000000']
  for (;;) {
    const did = await house.database.scoped(system, async tx => {
      const [row] = await tx.query<{ county: string; id: string; clocks: Matter['clocks'] }>(
        `select m.county, m.id, m.clocks from matter m
         where (m.county, m.id) > ($1, $2::uuid) and exists (select from deadline d where d.county = m.county and d.matter = m.id and d.provisional)
         order by m.county, m.id limit 1 for update of m skip locked`, [...after])
      if (!row) return undefined
      const changes = Object.values(row.clocks).some(clock => {
        if (!clock.provisional || clock.fired) return false
        const again = recountClock(house.law, clock)
        return again.due !== clock.due || !again.provisional
      })
      if (changes) await actIn(tx, house, system, { id: randomUUID(), step: 'recount', input: {}, matter: row.id, county: row.county }, now)
      return { at: [row.county, row.id] as const, changes }
    })
    if (!did) return counted
    after = did.at
    if (did.changes) counted += 1
  }
}

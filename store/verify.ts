import { system } from '../kernel/post.ts'
import type { Tx } from './database.ts'
import type { House } from './house.ts'
import { verifyCounters } from './verify/counters.ts'
import type { Erased, Note, VerifyFault } from './verify/fault.ts'
import { verifyBytes, type BytesOf } from './verify/files.ts'
import { verifyHeads } from './verify/heads.ts'
import { verifyLedgers } from './verify/ledgers.ts'
import { verifyMatter } from './verify/matter.ts'
import { verifyReadings } from './verify/readings.ts'
import { wholeMatters } from './verify/read.ts'
import { verifyVotes } from './verify/votes.ts'

/** What was looked at in a county, and every fault found. `files` counts those whose bytes were read, `unread` those that could not be. */
export type VerifyReport = {
  readonly matters: number
  readonly entries: number
  readonly erased: readonly Erased[]
  readonly files: number
  readonly unread: number
  readonly faults: readonly VerifyFault[]
}

/**
 * Replays every chain of a county and holds it against the rows, then the counters against the matters, the chains against the heads kept at
 * checkpoints, votes against their results and ledgers against their transfers. With `bytesOf` it also reads every file and holds it against its row.
 */
export const verifyCounty = async (house: House, county: string, progress: (matters: number) => void = () => undefined, bytesOf?: BytesOf): Promise<VerifyReport> => {
  const faults: VerifyFault[] = []
  const erased: Erased[] = []
  let [matters, entries, files, unread] = [0, 0, 0, 0]
  for await (const some of wholeMatters(house.database, county)) {
    for (const whole of some) {
      const { id: matter, number } = whole.row
      const note: Note = (kind, what, seq) => { faults.push({ kind, county, matter, number, what, ...(seq !== undefined && { seq }) }) }
      erased.push(...verifyMatter(house, whole, note))
      const read = bytesOf ? await verifyBytes(whole.files, bytesOf, note) : { read: 0, unread: 0 }
      files += read.read
      unread += read.unread
      entries += whole.entries.length
    }
    matters += some.length
    progress(matters)
  }
  faults.push(...await house.database.scoped(system, async tx => [...await strayValues(tx, county), ...await verifyCounters(tx, house, county), ...await verifyHeads(tx, county), ...await verifyReadings(tx, house.keys, county), ...await verifyLedgers(tx, house.keys, county), ...await verifyVotes(tx, county)]))
  return { matters, entries, erased, files, unread, faults }
}

/** Sealed values of matters that are not there; no foreign key holds them to one. */
const strayValues = async (tx: Tx, county: string): Promise<readonly VerifyFault[]> => {
  const rows = await tx.query<{ matter: string; seq: number; fact: string }>(
    `select matter, seq, fact from sealed s where county = $1 and not exists (select from matter m where m.county = s.county and m.id = s.matter) order by matter, seq, fact limit 1000`, [county])
  return rows.map(({ matter, seq, fact }) => ({ kind: 'surplus', county, matter, seq, what: `a sealed value of ${fact} stands there that no entry holds` }))
}

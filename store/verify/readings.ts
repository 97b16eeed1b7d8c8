import type { Tx } from '../database.ts'
import { readingMark, type Keys } from '../seal.ts'
import type { VerifyFault } from './fault.ts'

type Row = {
  readonly id: string; readonly at: Date; readonly account: string; readonly post: string | null; readonly office: string | null; readonly kind: string; readonly purpose: string
  readonly grant_id: string | null; readonly matter: string | null; readonly register: string | null; readonly region: string; readonly facts: readonly string[]; readonly people: number; readonly mark: string
}

const batch = 5000

/** Holds every row of a county's log of readings against its own mark: one changed or invented by who only writes to the database is named. One taken out is missed by the day's checkpoint. */
export const verifyReadings = async (tx: Tx, keys: Keys, county: string): Promise<readonly VerifyFault[]> => {
  const faults: VerifyFault[] = []
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await tx.query<Row>(
      `select id, at, account, post, office, kind, purpose, grant_id, matter, register, region, facts, people, encode(mac, 'hex') as mark from access_log
       where county = $1 and id > $2::uuid order by id limit ${batch}`, [county, after])
    for (const { mark, ...row } of rows) {
      const right = readingMark(keys, [county, row.id, row.at.toISOString(), row.account, row.post, row.office, row.kind, row.purpose, row.grant_id, row.matter, row.register, row.region, row.facts, row.people])
      if (mark !== right) faults.push({ kind: 'reading', county, ...(row.matter !== null && { matter: row.matter }), what: `the reading ${row.id} entered in the log is not the one that was made` })
    }
    const last = rows.at(-1)
    if (!last || rows.length < batch) return faults
    after = last.id
  }
}

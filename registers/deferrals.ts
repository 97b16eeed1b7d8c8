import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'

const textIn = (row: JsonObject, name: string): string => {
  const value = row[name]
  if (typeof value !== 'string' || value === '') throw new Error(`a deferral needs ${name}`)
  return value
}

/** Puts off showing the readings of a matter, puts back its end, or ends it; the log itself is not touched (Art. 20.2). The deferral's own matter says why. */
export const recordDeferral = async (tx: Tx, row: JsonObject, at: Date): Promise<void> => {
  await tx.query(
    `insert into access_deferral (county, id, target, account, since, until, ended)
     select county, id, $2::uuid, $3::uuid, $4::timestamptz, $5::timestamptz, $6::timestamptz from matter where id = $1::uuid
     on conflict (county, id) do update set until = excluded.until, ended = excluded.ended`,
    [textIn(row, 'matter'), textIn(row, 'target'), typeof row['account'] === 'string' ? row['account'] : null, at.toISOString(), textIn(row, 'until'), typeof row['ended'] === 'string' ? row['ended'] : null])
}

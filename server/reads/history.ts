import type { Tx } from '../../store/database.ts'

/** When a matter came into each stage, oldest first. */
export const historyOf = (tx: Tx, county: string, id: string): Promise<readonly { readonly at: Date; readonly stage: string }[]> =>
  tx.query<{ at: Date; stage: string }>(
    `select at, stage from (select at, stage, seq, lag(stage) over (order by seq) as before from entry where county = $1 and matter = $2::uuid) e
     where before is distinct from stage order by seq`, [county, id])

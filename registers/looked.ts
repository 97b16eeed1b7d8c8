import { isUuid } from '../kernel/facts.ts'
import type { Loader } from '../store/house.ts'
import { readingOf } from '../store/read/readings.ts'
import { answeringOffice } from './answering.ts'

/** One reading of the log, asked for with `{ id, at }`, where it concerns the asker: who looked, from where, at what, why, and whose office answers for it. */
export const looked: Loader = async (tx, { id, at }) => {
  const row = isUuid(id) ? await readingOf(tx, id) : undefined
  if (!row || row.matter === null || row.office === null) return undefined
  const { account, office, post, region, matter, facts, purpose } = row
  const answers = await answeringOffice(tx, { office, account, at: typeof at === 'string' ? at : new Date().toISOString() })
  const [own] = await tx.query<{ hidden: boolean }>('select hidden from party where county = $1 and matter = $2::uuid and account = (select app_account()) order by hidden desc limit 1', [row.county, matter])
  return { account, office, post: post ?? '', region, at: row.at.toISOString(), matter, facts, purpose, ...(answers !== undefined && { answers }), ...(own?.hidden === true && { hidden: true as const }) }
}

import { isUuid } from '../kernel/facts.ts'
import type { Loader } from '../store/house.ts'

type Row = {
  readonly id: string; readonly number: string; readonly county: string; readonly procedure: string; readonly ended: Date | null
  readonly own: boolean; readonly hidden: boolean; readonly facts: readonly string[]; readonly held: string | null; readonly confined: boolean
}

/**
 * The matter that a data request, a consent or a hold is about, seen as the asker sees it: whether it ended, whether it is theirs, which of its
 * values still stand and whether a hold keeps it. A matter that ended stands under its stage among the search terms.
 */
export const subject: Loader = async (tx, ask) => {
  if (!isUuid(ask['id'])) return undefined
  const [row] = await tx.query<Row>(
    `select m.id, m.number, m.county, m.procedure,
       case when exists (select from matter_term t where t.county = m.county and t.term in ('@end/' || m.stage, '!@end/' || m.stage) and t.opened = m.opened and t.matter = m.id)
         then (select min(e.at) from entry e where e.county = m.county and e.matter = m.id and e.stage = m.stage) end as ended,
       exists (select from party p where p.county = m.county and p.matter = m.id and p.account = app_account()) as own,
       exists (select from party p where p.county = m.county and p.matter = m.id and p.account = app_account() and p.hidden) as hidden,
       array(select distinct s.fact from sealed s where s.county = m.county and s.matter = m.id and s.erased is null order by 1) as facts,
       app_held(m.county, m.id, $2::timestamptz) as held, m.confined
     from matter m where m.id = $1::uuid`, [ask['id'], ask['at']])
  if (!row) return undefined
  const { ended, held, confined, ...rest } = row
  return { ...rest, ...(ended !== null && { ended: ended.toISOString() }), ...(held !== null && { held }), ...(confined && { confined }) }
}

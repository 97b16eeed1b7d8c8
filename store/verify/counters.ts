import { isFinal } from '../../kernel/procedure.ts'
import type { Tx } from '../database.ts'
import type { House } from '../house.ts'
import type { VerifyFault } from './fault.ts'

type Off = { readonly procedure: string; readonly measure: string; readonly place: string; readonly n: number }

/** What stands open and late now, by region, and what entries counted, by month: each against its counter, in one look. */
export const verifyCounters = async (tx: Tx, house: House, county: string): Promise<readonly VerifyFault[]> => {
  const off = await tx.query<Off>(
    `select procedure, measure, place, sum(n)::int as n from (
       select procedure, measure, case month when '2000-01-01' then region else to_char(month, 'YYYY-MM') end as place, n
         from (select procedure, measure, month, region, n from tally where county = $1 union all select procedure, measure, month, region, n from tally_sum where county = $1 and level = 15) counted
       union all select procedure, 'open:' || stage, region, -1 from matter where county = $1 and not confined
       union all select procedure, 'late:' || stage, region, -1 from matter where county = $1 and late and not confined
       union all select m.procedure, counted.key, to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM'), -counted.value::int
         from entry e join matter m on m.county = e.county and m.id = e.matter cross join lateral jsonb_each_text(e.outcome -> 'counts') counted
         where e.county = $1) x
     group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3`, [county])
  // The sums of a board's higher levels are those of the lowest, folded.
  const folded = await tx.query<Off>(
    `select procedure, measure, region as place, sum(n)::int as n from (
       select procedure, measure, month, region, n from tally_sum where county = $1 and level < 15
       union all select procedure, measure, month, substr(region, 1, higher.level), -n from tally_sum cross join (values (6), (9)) higher(level) where county = $1 and tally_sum.level = 15) x
     group by procedure, measure, month, region having sum(n) <> 0 order by 1, 2, 3`, [county])
  const stands = ({ procedure, measure }: Off): boolean =>
    !measure.startsWith('open:') || !house.procedures.some(p => p.name === procedure && isFinal(p, measure.slice(5)))
  return [...off.filter(stands), ...folded].map(({ procedure, measure, place, n }) => ({
    kind: 'counter', county, what: `${procedure} ${measure} of ${place} counts ${n > 0 ? `${n} too many` : `${-n} too few`}`,
  }))
}

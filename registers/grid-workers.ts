import { rangeOf } from '../kernel/region.ts'
import type { Tx } from '../store/database.ts'

export type Manned = { readonly village: string; readonly full: number; readonly part: number }

/** How many grid workers each village of a region has now; nobody is named. One whose post was not given by the procedure of Art. 21.3 counts as full-time. Villages without any are not among them. */
export const gridWorkersIn = (tx: Tx, { county, region, at }: { readonly county: string; readonly region: string; readonly at: Date }): Promise<readonly Manned[]> =>
  tx.query<Manned>(
    `select left(p.region, 12) as village, (count(distinct p.account) filter (where m.facts ->> 'duty' is distinct from 'part'))::integer as full,
       (count(distinct p.account) filter (where m.facts ->> 'duty' = 'part'))::integer as part
     from post p left join link l on l.county = $1 and l.matter = p.id and l.kind = 'grid-appointment' left join matter m on m.county = l.county and m.id = l.other
     where p.kind = 'gridWorker' and p.region >= $2 and p.region < $3 and length(p.region) >= 12 and p.since <= $4::timestamptz and (p.until is null or p.until > $4::timestamptz)
     group by 1 order by 1`, [county, ...rangeOf(region), at.toISOString()])

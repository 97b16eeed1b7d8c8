import { rangeOf } from '../kernel/region.ts'
import type { Tx } from '../store/database.ts'

/** Grid workers of a village now, and of those how many terms end by a day. `posted`: the grids, or the village itself, for which somebody has a post. */
export type Manned = { readonly village: string; readonly full: number; readonly part: number; readonly ending: number; readonly posted: readonly string[] }

type Asked = { readonly county: string; readonly region: string; readonly at: Date }

/** How many grid workers each village of a region has now, and how many of their terms end before `soon`; nobody is named. One whose post was not given by the procedure of Art. 21.3 counts as full-time. Villages without any are not among them. */
export const gridWorkersIn = (tx: Tx, { county, region, at, soon }: Asked & { readonly soon: Date }): Promise<readonly Manned[]> =>
  tx.query<Manned>(
    `select left(p.region, 12) as village, (count(distinct p.account) filter (where m.facts ->> 'duty' is distinct from 'part'))::integer as full,
       (count(distinct p.account) filter (where m.facts ->> 'duty' = 'part'))::integer as part, (count(distinct p.account) filter (where p.until <= $5::timestamptz))::integer as ending,
       jsonb_agg(distinct p.region) as posted
     from post p left join link l on l.county = $1 and l.matter = p.id and l.kind = 'grid-appointment' left join matter m on m.county = l.county and m.id = l.other
     where p.kind = 'gridWorker' and p.region >= $2 and p.region < $3 and length(p.region) >= 12 and p.since <= $4::timestamptz and (p.until is null or p.until > $4::timestamptz)
     group by 1 order by 1`, [county, ...rangeOf(region), at.toISOString(), soon.toISOString()])

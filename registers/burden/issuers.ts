import { rangeOf } from '../../kernel/region.ts'
import type { Tx } from '../../store/database.ts'
import { areaParams, inArea, inCounties, type Area } from './borne.ts'
import { loadColumns, type Load } from './communities.ts'

/** What an office gave; `issuer` is empty where a community could not say which office it was. */
export type IssuerLoad = Load & { readonly issuer: string; readonly communities: number; /** Orders past the platform that the office says were not its own. */ readonly disowned: number }

export const loadByIssuer = (tx: Tx, area: Area, [from, before]: readonly [string, string], today: string): Promise<readonly IssuerLoad[]> =>
  tx.query<IssuerLoad>(
    `select g.issuer, count(distinct g.community)::int as communities, (count(*) filter (where g.state = 'disowned'))::int as disowned, ${loadColumns}
     from given_work g where ${inArea(area)} group by 1 order by 1`, [...areaParams(area, from, before), today])

export type RefusedCount = { readonly office: string; readonly code: string; readonly n: number }

/** Attempts that named a place of the area, as SQL over `r`: `$1` counties, `$2`/`$3` codes. Whole counties need no look at each place. */
export const attemptsIn = (area: Area): string =>
  `${inCounties(area, 'r.county')}${area.region.length <= 6 ? ' and $2::text is not null and $3::text is not null' : ' and exists (select from unnest(r.communities) c where c >= $2 and c < $3)'}`

/** What the gate refused, by office and rule, from one instant until before another. */
export const refusedByOffice = (tx: Tx, area: Area, from: Date, before: Date): Promise<readonly RefusedCount[]> =>
  tx.query<RefusedCount>(
    `select r.office, r.code, count(*)::int as n from refused_attempt r where ${attemptsIn(area)} and r.at >= $4::timestamptz and r.at < $5::timestamptz group by 1, 2 order by 1, 2`,
    [`{${area.counties.join(',')}}`, ...rangeOf(area.region), from.toISOString(), before.toISOString()])

/** The same by the place that would have got the work, of `width` digits; an attempt at several counts for each. */
export const refusedByCommunity = (tx: Tx, area: Area, from: Date, before: Date, width = 12): Promise<readonly { readonly community: string; readonly n: number }[]> =>
  tx.query(
    `select left(c, $6::int) as community, count(distinct r.act)::int as n from refused_attempt r cross join unnest(r.communities) c
     where ${inCounties(area, 'r.county')} and r.at >= $4::timestamptz and r.at < $5::timestamptz and c >= $2 and c < $3 group by 1 order by 1`,
    [`{${area.counties.join(',')}}`, ...rangeOf(area.region), from.toISOString(), before.toISOString(), width])

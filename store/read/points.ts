import { levelOf, rangeOf } from '../../kernel/region.ts'
import type { Tx } from '../database.ts'

/** Open matters of a place that have a point, in the order of their limits. `facts`: which fact of a procedure is its point. */
export type PointsAsk = { readonly region: string; readonly counties: readonly string[]; readonly facts: { readonly [procedure: string]: string }; readonly late?: boolean; readonly before?: Date; readonly stage?: string; readonly limit: number }

export type PointRow = { readonly id: string; readonly number: string; readonly title: string; readonly procedure: string; readonly version: string; readonly stage: string; readonly region: string; readonly late: boolean; readonly due: Date | null; readonly point: { readonly lon: number; readonly lat: number; readonly datum: string } }

/** A point is internal: it stands in the part of a matter that only who reads what is internal of it is given. */
export const pointsIn = (tx: Tx, { region, counties, facts, late, before, stage, limit }: PointsAsk): Promise<readonly PointRow[]> => {
  const [from, end] = rangeOf(region)
  const place = levelOf(region) === 'city' ? '' : 'and m.region >= $2 and m.region < $3'
  return tx.query<PointRow>(
    `select m.id, m.number, coalesce(i.title, m.title) as title, m.procedure, m.version::text as version, m.stage, m.region, m.late, case when isfinite(m.due) then m.due end as due, i.facts -> (f.fact) as point
     from matter m join jsonb_each_text($4::text::jsonb) as f(procedure, fact) on f.procedure = m.procedure join matter_internal i on i.county = m.county and i.id = m.id
     where m.county = any($1::text[]) and $2 <= $3 ${place} and m.open and i.facts -> (f.fact) is not null and ($5::boolean is not true or m.late) and ($6::timestamptz is null or m.due < $6::timestamptz) and ($7::text is null or m.stage = $7)
     order by m.due, m.id limit $8`, [`{${counties.join(',')}}`, from, end, JSON.stringify(facts), late === true, before?.toISOString() ?? null, stage ?? null, limit])
}

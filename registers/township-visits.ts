import { rangeOf } from '../kernel/region.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import type { Loader } from '../store/house.ts'

/** Keeps the row of a visit or an inspection: entered when it is planned, moved with it. */
export const recordTownshipVisit = async (tx: Tx, row: JsonObject): Promise<void> => {
  await tx.query(
    `insert into township_visit (county, matter, township, village, kind, day, state) values ($1, $2::uuid, $3, $4, $5, $6::date, $7)
     on conflict (county, matter) do update set day = excluded.day, state = excluded.state`,
    [row['county'], row['matter'], row['township'], row['village'], row['kind'], row['on'], row['state']])
}

/** How a village was visited: the last guidance held and the next one planned, as legal days; inspections of the year, planned or held. */
export type Visited = { readonly village: string; readonly last: string | null; readonly next: string | null; readonly inspections: number }

/** Visits by village inside a region; villages never visited are not among them. The reader’s own scope says what they may see. */
export const visitsIn = (tx: Tx, { region, county, day }: { readonly region: string; readonly county: string; readonly day: string }): Promise<readonly Visited[]> =>
  tx.query<Visited>(
    `select village, max(day) filter (where kind = 'guidance' and state = 'held')::text as last, min(day) filter (where kind = 'guidance' and state = 'planned' and day >= $4::date)::text as next,
       (count(*) filter (where kind = 'inspection' and state <> 'dropped' and date_trunc('year', day) = date_trunc('year', $4::date)))::integer as inspections
     from township_visit where county = $1 and village >= $2 and village < $3 group by village order by village`, [county, ...rangeOf(region), day])

/** How many inspections of a village stand planned or held in the year of a day: `{ county, village, day }`. Whoever may plan one sees them all. */
export const inspectionsOf: Loader = async (tx, { county, village, day }) => {
  if (typeof county !== 'string' || typeof village !== 'string' || typeof day !== 'string') return undefined
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::integer as n from township_visit where county = $1 and village = $2 and kind = 'inspection' and state <> 'dropped' and date_trunc('year', day) = date_trunc('year', $3::date)`, [county, village, day])
  return row?.n ?? 0
}

import { isRegionCode, levels, rangeOf } from '../kernel/region.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'

/** Keeps a notice's row: entered when it is published, ended when it is taken down. */
export const recordCriticism = async (tx: Tx, row: JsonObject): Promise<void> => {
  await tx.query(
    `insert into criticism (county, matter, region, accused, since, until) values ($1, $2::uuid, $3, $4, $5::date, $6::date)
     on conflict (county, matter) do update set until = excluded.until`,
    [row['county'], row['matter'], row['region'], row['accused'], row['since'], row['until'] ?? null])
}

/** A notice as everyone may read it. `since` is a legal day. */
export type Criticism = { readonly matter: string; readonly number: string; readonly region: string; readonly accused: string; readonly since: string; readonly facts: JsonObject }

const published = ['decider', 'provision', 'criticism', 'corrects']

/** Notices that stand on a legal day: of units in a place, or in one that holds it. The newest first, a hundred at most. Ask as the platform. */
export const criticismsAround = (tx: Tx, region: string, day: string): Promise<readonly Criticism[]> => {
  const holding = isRegionCode(region) ? Object.values(levels).filter(({ length }) => length <= region.length).map(({ length }) => region.slice(0, length)) : []
  return tx.query<Criticism>(
    `select c.matter, m.number, c.region, c.accused, c.since::text as since, coalesce((select jsonb_object_agg(key, value) from jsonb_each(m.facts) where key = any($5::text[])), '{}') as facts
     from criticism c join matter m on m.county = c.county and m.id = c.matter
     where (c.region = any($1::text[]) or (c.region >= $2 and c.region < $3)) and c.since <= $4::date and (c.until is null or c.until > $4::date)
     order by c.since desc, m.number desc limit 100`,
    [`{${holding.join(',')}}`, ...rangeOf(region), day, `{${published.join(',')}}`])
}

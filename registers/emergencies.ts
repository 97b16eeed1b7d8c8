import { randomUUID } from 'node:crypto'
import { isRegionCode, levels, rangeOf } from '../kernel/region.ts'
import type { JsonObject } from '../kernel/words.ts'
import type { Tx } from '../store/database.ts'
import type { Loader } from '../store/house.ts'

/** An emergency order in force, by its register's row. Instants are ISO 8601 in UTC; it is over at `until`. */
export type Emergency = { readonly id: string; readonly region: string; readonly kind: string; readonly since: string; readonly until: string; readonly matter: string }

/** Keeps an order's row: entered when it is declared, its end moved when it is confirmed, extended or ended; without an end, only the departments it names. */
export const recordEmergency = async (tx: Tx, row: JsonObject): Promise<void> => {
  const offices = `{${(row['offices'] as readonly string[]).join(',')}}`
  if (row['until'] === undefined) {
    await tx.query('update emergency set offices = $3::text[] where county = $1 and matter = $2::uuid', [row['county'], row['matter'], offices])
    return
  }
  await tx.query(
    `insert into emergency (county, id, region, kind, since, until, matter, offices) values ($1, $2::uuid, $3, $4, $5::timestamptz, $6::timestamptz, $7::uuid, $8::text[])
     on conflict (county, matter) do update set until = excluded.until, offices = excluded.offices`,
    [row['county'], randomUUID(), row['region'], row['kind'], row['since'], row['until'], row['matter'], offices])
}

/** A place and every place that holds it, as codes. */
const holding = (region: string): readonly string[] =>
  Object.values(levels).filter(({ length }) => length <= region.length).map(({ length }) => region.slice(0, length))

type Read = Omit<Emergency, 'since' | 'until'> & { readonly since: Date; readonly until: Date }

const columns = 'e.id, e.region, e.kind, e.since, e.until, e.matter'
const told = ({ since, until, ...rest }: Read): Emergency => ({ ...rest, since: since.toISOString(), until: until.toISOString() })

/** The order in force for a place at an instant, declared for it or for a place that holds it: the nearest, then the one that ends last; with `naming`, of those that name that office. */
export const emergencyFor = async (tx: Tx, region: string, at: string, naming?: string): Promise<Emergency | undefined> => {
  const [found] = await tx.query<Read>(
    `select ${columns} from emergency e where e.region = any($1::text[]) and e.since <= $2::timestamptz and e.until > $2::timestamptz and ($3::text is null or $3::text = any(e.offices))
     order by length(e.region) desc, e.until desc, e.id limit 1`, [`{${holding(region).join(',')}}`, at, naming ?? null])
  return found && told(found)
}

/** Asked for with `{ region, at }`. */
export const emergency: Loader = async (tx, { region, at }) =>
  typeof region === 'string' && isRegionCode(region) && typeof at === 'string' ? emergencyFor(tx, region, at) : undefined

/** What the public may know of an order: nothing but what its declaration publishes. */
export type PublicEmergency = Emergency & { readonly number: string; readonly stage: string; readonly facts: JsonObject }

const published = ['happened', 'scope', 'executors', 'instrument', 'declaredBy']

/** The orders in force at an instant that concern a place: declared for it, for a place that holds it, or for one inside. The widest first. Ask as the platform. */
export const emergenciesAround = async (tx: Tx, region: string, at: Date): Promise<readonly PublicEmergency[]> => {
  const rows = await tx.query<Read & Pick<PublicEmergency, 'number' | 'stage' | 'facts'>>(
    `select ${columns}, m.number, m.stage, coalesce((select jsonb_object_agg(key, value) from jsonb_each(m.facts) where key = any($5::text[])), '{}') as facts
     from emergency e join matter m on m.county = e.county and m.id = e.matter
     where (e.region = any($1::text[]) or (e.region >= $2 and e.region < $3)) and e.since <= $4::timestamptz and e.until > $4::timestamptz
     order by length(e.region), e.since, e.id`,
    [`{${holding(region).join(',')}}`, ...rangeOf(region), at.toISOString(), `{${published.join(',')}}`])
  return rows.map(row => ({ ...told(row), number: row.number, stage: row.stage, facts: row.facts }))
}

import type { JsonObject } from '../../kernel/words.ts'
import { daysAfter } from '../../kernel/calendar.ts'
import { ancestor } from '../../kernel/region.ts'
import type { Tx } from '../../store/database.ts'

/** A version of a scheme as its row has it; money in fen, days `YYYY-MM-DD`. */
export type SchemeRow = {
  readonly matter: string; readonly title: string; readonly version: number; readonly period: string; readonly items: readonly JsonObject[]; readonly rewards: readonly JsonObject[]
  readonly budget: number; readonly pointFen: number; readonly resolution: string; readonly since: string; readonly until?: string
}

type Raw = Omit<SchemeRow, 'budget' | 'pointFen' | 'until'> & { readonly budget: string; readonly point_fen: string; readonly until: string | null }

const columns = 'matter, title, version, period, items, rewards, resolution, budget::text as budget, point_fen::text as point_fen, since::text as since, until::text as until'

const schemeOf = ({ budget, point_fen: fen, until, ...row }: Raw): SchemeRow => ({ ...row, budget: Number(budget), pointFen: Number(fen), ...(until !== null && { until }) })

/** Every version a village ever had, the newest first. */
export const schemesOf = async (tx: Tx, village: string): Promise<readonly SchemeRow[]> =>
  (await tx.query<Raw>(`select ${columns} from points_scheme where county = left($1, 6) and village = $1 order by since desc, version desc`, [village])).map(schemeOf)

/** The version in force on a legal day; `undefined` where none is. */
export const schemeOn = async (tx: Tx, village: string, day: string): Promise<SchemeRow | undefined> => {
  const [row] = await tx.query<Raw>(`select ${columns} from points_scheme where county = left($1, 6) and village = $1 and since <= $2::date and (until is null or until >= $2::date) order by since desc limit 1`, [village, day])
  return row && schemeOf(row)
}

/** The township’s catalogue in force on a legal day. */
export const catalogueOn = async (tx: Tx, village: string, day: string): Promise<JsonObject | undefined> => {
  const [row] = await tx.query<JsonObject>(
    `select matter, title, since::text as since, affairs from points_catalogue where county = left($1, 6) and region = $2 and since <= $3::date and (until is null or until >= $3::date) order by since desc limit 1`,
    [village, ancestor(village, 'township') ?? village, day])
  return row
}

/**
 * Enters a version; the one before ends the day before it begins, and one whose first day was still to come ends before that: it was never in force. A version that falls with
 * its resolution (`end`) gives way from then on to the one it took the place of.
 */
export const recordScheme = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['do'] === 'end') {
    await tx.query(
      `with fell as (update points_scheme set until = greatest(since - 1, $3::date) where county = $1 and matter = $2::uuid and (until is null or until > $3::date) returning village, version, since)
       update points_scheme s set until = null from fell where s.county = $1 and s.village = fell.village and s.version < fell.version and s.until = fell.since - 1 and s.until >= s.since
         and not exists (select from points_scheme other where other.county = $1 and other.village = fell.village and other.until is null and other.matter <> $2::uuid)`, [row['county'], row['matter'], row['until']])
    return
  }
  const since = typeof row['since'] === 'string' ? row['since'] : ''
  await tx.query('update points_scheme set until = greatest(since - 1, $3::date) where county = $1 and village = $2 and (until is null or until > $3::date)', [row['county'], row['village'], daysAfter(since, -1)])
  await tx.query(
    `insert into points_scheme (county, matter, village, title, version, period, items, rewards, budget, point_fen, resolution, since)
     select $1, $2::uuid, $3, $4, coalesce(max(version), 0) + 1, $5, $6::text::jsonb, $7::text::jsonb, $8::bigint, $9::bigint, $10::uuid, $11::date from points_scheme where county = $1 and village = $3`,
    [row['county'], row['matter'], row['village'], row['title'], row['period'], JSON.stringify(row['items']), JSON.stringify(row['rewards']), row['budget'], row['pointFen'], row['resolution'], since])
}

/** Enters a catalogue as adopted, the one before ending the day before; or ends one. */
export const recordCatalogue = async (tx: Tx, row: JsonObject): Promise<void> => {
  if (row['do'] === 'end') {
    await tx.query('update points_catalogue set until = greatest(since - 1, $3::date) where county = $1 and matter = $2::uuid and (until is null or until > $3::date)', [row['county'], row['matter'], row['until']])
    return
  }
  const since = typeof row['since'] === 'string' ? row['since'] : ''
  await tx.query('update points_catalogue set until = greatest(since - 1, $3::date) where county = $1 and region = $2 and (until is null or until > $3::date)', [row['county'], row['region'], daysAfter(since, -1)])
  await tx.query('insert into points_catalogue (county, matter, region, title, affairs, since) values ($1, $2::uuid, $3, $4, $5::text::jsonb, $6::date)', [row['county'], row['matter'], row['region'], row['title'], JSON.stringify(row['affairs']), since])
}

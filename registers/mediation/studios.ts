import { rangeOf } from '../../kernel/region.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import type { Where } from './text.ts'

/** A studio or model room as recognised; `mediator`: the name it bears, for a named one. */
export type StudioRow = { readonly matter: string; readonly place: string; readonly name: string; readonly kind: 'named' | 'model'; readonly mediator: string | null; readonly office: string; readonly contact: string | null; readonly hours: string | null; readonly since: string; readonly reviewed: string | null; readonly ended: string | null }

/** Studios of a region, or at the very places named; those that stand first, by place and name. Asked as the platform. */
export const studiosIn = (tx: Tx, { county, region, places }: Where): Promise<readonly StudioRow[]> =>
  tx.query<StudioRow>(
    `select s.matter, s.place, s.name, s.kind, a.name as mediator, s.office, s.contact, s.hours, s.since::text as since, s.reviewed::text as reviewed, s.ended::text as ended
     from studio s left join account a on a.id = s.account where s.county = $1 and s.place >= $2 and s.place < $3 and ($4::text[] is null or s.place = any ($4::text[])) order by s.ended is not null, s.place, s.name`, [county, ...rangeOf(region), places ?? null])

export const recordStudio = async (tx: Tx, row: JsonObject): Promise<void> => {
  const key = [row['county'], row['matter']]
  if (row['do'] === 'review') await tx.query('update studio set reviewed = $3::date where county = $1 and matter = $2::uuid', [...key, row['reviewed']])
  else if (row['do'] === 'end') await tx.query('update studio set ended = greatest(since, $3::date) where county = $1 and matter = $2::uuid', [...key, row['ended']])
  else {
    await tx.query(
      `insert into studio (county, matter, place, name, kind, account, office, contact, hours, since) values ($1, $2::uuid, $3, $4, $5, $6::uuid, $7, $8, $9, $10::date)`,
      [...key, row['place'], row['name'], row['kind'], row['account'] ?? null, row['office'], row['contact'] ?? null, row['hours'] ?? null, row['since']])
  }
}

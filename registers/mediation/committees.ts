import { rangeOf } from '../../kernel/region.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import { asPlatform, type Loader } from '../../store/house.ts'
import { legalDay } from '../../kernel/calendar.ts'
import { textOf, type Where } from './text.ts'

/** A committee as it was filed. Days are `YYYY-MM-DD`; `until`: last day of the members' term. `late`: not guided within its year. */
export type CommitteeRow = {
  readonly matter: string; readonly office: string; readonly place: string; readonly name: string; readonly founder: string; readonly foundedBy: string; readonly chosen: 'elected' | 'appointed'
  readonly members: number; readonly contact: string | null; readonly filed: string; readonly since: string; readonly until: string; readonly guided: string | null; readonly dissolved: string | null; readonly successor: string | null; readonly late: boolean
}

/** Committees filed in a region, or at the very places named; those that stand first, by place and name. */
export const committeesIn = (tx: Tx, { county, region, places }: Where): Promise<readonly CommitteeRow[]> =>
  tx.query<CommitteeRow>(
    `select c.matter, c.office, c.place, c.name, c.founder, c.founded_by as "foundedBy", c.chosen, c.members, c.contact, c.filed::text as filed, c.since::text as since, c.until::text as until,
       (select max(g.guided)::text from mediation_guidance g where g.county = c.county and g.matter = c.matter) as guided, c.dissolved::text as dissolved, c.successor,
       coalesce((m.facts ->> 'late')::boolean, false) as late
     from mediation_committee c left join matter m on m.county = c.county and m.id = c.matter
     where c.county = $1 and c.place >= $2 and c.place < $3 and ($4::text[] is null or c.place = any ($4::text[])) order by c.dissolved is not null, c.place, c.name`, [county, ...rangeOf(region), places ?? null])

/** The committee of an office that is filed and stands: `{ office, at }`. */
export const filedCommittee: Loader = asPlatform(async (tx, { office, at }) => {
  const [row] = await tx.query<{ matter: string; name: string; chosen: string; until: string }>(
    `select matter, name, chosen, until::text as until from mediation_committee where county = $1 and office = $2 and (dissolved is null or dissolved > $3::date)`,
    [textOf(office).slice(0, 6), textOf(office), legalDay(new Date(textOf(at)))])
  return row
})

/** Open disputes that an office holds: `{ county, office }`. */
export const openAt: Loader = asPlatform(async (tx, { county, office }) => {
  const rows = await tx.query<{ number: string }>(`select number from matter where county = $1 and holder_office = $2 and procedure = 'dispute' and open order by number`, [county, textOf(office)])
  return { count: rows.length, numbers: rows.slice(0, 500).map(row => row.number) }
})

/** Files a committee, also for a new term; notes a day of guidance; or dissolves it. */
export const recordCommittee = async (tx: Tx, row: JsonObject): Promise<void> => {
  const key = [row['county'], row['matter']]
  if (row['do'] === 'guide') await tx.query('insert into mediation_guidance (county, matter, guided) values ($1, $2::uuid, $3::date) on conflict do nothing', [...key, row['guided']])
  else if (row['do'] === 'dissolve') await tx.query('update mediation_committee set dissolved = greatest(filed, $3::date), successor = $4 where county = $1 and matter = $2::uuid', [...key, row['dissolved'], row['successor']])
  else {
    await tx.query(
      `insert into mediation_committee (county, matter, office, place, name, founder, founded_by, chosen, members, contact, filed, since, until)
       values ($1, $2::uuid, $3, $4, $5, $6, $7, $8, $9::int, $10, $11::date, $12::date, $13::date)
       on conflict (county, matter) do update set members = excluded.members, contact = excluded.contact, since = excluded.since, until = excluded.until`,
      [...key, row['office'], row['place'], row['name'], row['founder'], row['foundedBy'], row['chosen'], row['members'], row['contact'] ?? null, row['filed'], row['since'], row['until']])
  }
}

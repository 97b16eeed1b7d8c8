import { legalDay } from '../../kernel/calendar.ts'
import { countyOf, rangeOf } from '../../kernel/region.ts'
import type { JsonObject } from '../../kernel/words.ts'
import type { Tx } from '../../store/database.ts'
import { asPlatform, type Loader } from '../../store/house.ts'
import { textOf } from './text.ts'

/** A contract in force on a day and who is sent under it. Days are `YYYY-MM-DD`; `until` the last one. */
export type ContractRow = {
  readonly contract: string; readonly village: string; readonly firm: string; readonly firmKind: 'firm' | 'office'; readonly contact: string | null; readonly since: string; readonly until: string; readonly evaluated: string | null
  readonly advisers: readonly { readonly account: string; readonly name: string; readonly since: string }[]
}

/** Contracts in force in a region on a day, by village. Asked as the platform. */
export const contractsIn = (tx: Tx, { county, region, day }: { readonly county: string; readonly region: string; readonly day: string }): Promise<readonly ContractRow[]> =>
  tx.query<ContractRow>(
    `select c.matter as contract, c.village, c.firm, c.firm_kind as "firmKind", c.contact, c.since::text as since, c.until::text as until, c.evaluated::text as evaluated,
       coalesce((select jsonb_agg(jsonb_build_object('account', v.account, 'name', a.name, 'since', v.since) order by v.since, a.pinyin)
         from adviser v join account a on a.id = v.account where v.county = c.county and v.contract = c.matter and v.since <= $4::date and (v.until is null or v.until > $4::date)), '[]'::jsonb) as advisers
     from adviser_contract c where c.county = $1 and c.village >= $2 and c.village < $3 and c.since <= $4::date and c.until >= $4::date and (c.ended is null or c.ended > $4::date) order by c.village`,
    [county, ...rangeOf(region), day])

/** Who advises a village at an instant: `{ village, at }`. */
export const villageAdvisers: Loader = asPlatform(async (tx, { village, at }) => {
  const place = textOf(village)
  if (place.length !== 12) return undefined
  const [row] = await contractsIn(tx, { county: countyOf(place), region: place, day: legalDay(new Date(textOf(at))) })
  return row && { contract: row.contract, firm: row.firm, advisers: row.advisers.map(({ account, name }) => ({ account, name })) }
})

/** Days on which the adviser of a village sits there, from a day on. */
export type ClinicRow = { readonly village: string; readonly day: string; readonly hours: string; readonly spot: string }

export const clinicsIn = (tx: Tx, { county, region, day, limit }: { readonly county: string; readonly region: string; readonly day: string; readonly limit: number }): Promise<readonly ClinicRow[]> =>
  tx.query<ClinicRow>(
    `select c.village, k.day::text as day, k.hours, k.spot from adviser_clinic k join adviser_contract c on c.county = k.county and c.matter = k.contract
     where k.county = $1 and c.village >= $2 and c.village < $3 and k.day >= $4::date and k.day <= c.until and (c.ended is null or c.ended > k.day) order by k.day, c.village limit $5`, [county, ...rangeOf(region), day, limit])

/** How many consultations the villages of a region had since a day: booked, held. Numbers alone. */
export const adviceSince = (tx: Tx, { county, region, since }: { readonly county: string; readonly region: string; readonly since: string }): Promise<readonly { readonly village: string; readonly booked: number; readonly held: number }[]> =>
  tx.query(
    `select region as village, count(*)::int as booked, count(*) filter (where facts ->> 'heldOn' is not null)::int as held from matter
     where county = $1 and region >= $2 and region < $3 and procedure = 'advice' and opened >= ($4::text || 'T00:00:00+08:00')::timestamptz group by 1`, [county, ...rangeOf(region), since])

/** A law talk as everyone may read it. */
export type TalkRow = { readonly id: string; readonly place: string; readonly topic: string; readonly stage: string; readonly form: string; readonly givers: readonly string[]; readonly day: string; readonly time: string | null; readonly spot: string | null; readonly came: number | null }

/** Law talks of a place and what lies above it within the county, the next first and then the last held. */
export const talksAt = (tx: Tx, { county, places, limit }: { readonly county: string; readonly places: readonly string[]; readonly limit: number }): Promise<readonly TalkRow[]> =>
  tx.query<TalkRow>(
    `select id, region as place, title as topic, stage, facts ->> 'form' as form, facts -> 'givers' as givers, coalesce(facts ->> 'heldOn', facts ->> 'day') as day, facts ->> 'time' as time, facts ->> 'spot' as spot, (facts ->> 'came')::int as came
     from matter where county = $1 and region = any ($2::text[]) and procedure = 'law-talk' and published and stage <> 'cancelled'
     order by stage = 'planned' desc, case when stage = 'planned' then facts ->> 'day' end, facts ->> 'heldOn' desc nulls last, id limit $3`, [county, places, limit])

/** Publishes a contract, sends or recalls an adviser, plans days in the village, notes an evaluation, renews or ends. */
export const recordContract = async (tx: Tx, row: JsonObject): Promise<void> => {
  const key = [row['county'], row['matter']]
  const handlers: { readonly [what: string]: () => Promise<unknown> } = {
    publish: async () => {
      // One whose last day has passed stands in nobody's way.
      await tx.query('update adviser_contract set ended = until + 1 where county = $1 and village = $2 and ended is null and until < $3::date', [row['county'], row['village'], row['since']])
      await tx.query(
        `insert into adviser_contract (county, matter, village, firm, firm_kind, contact, since, until) values ($1, $2::uuid, $3, $4, $5, $6, $7::date, $8::date)`,
        [...key, row['village'], row['firm'], row['firmKind'], row['contact'] ?? null, row['since'], row['until']])
    },
    send: () => tx.query('insert into adviser (county, contract, account, since) values ($1, $2::uuid, $3::uuid, $4::date) on conflict (county, contract, account, since) do update set until = null', [...key, row['account'], row['since']]),
    recall: () => tx.query('update adviser set until = greatest(since, $3::date) where county = $1 and contract = $2::uuid and until is null', [...key, row['until']]),
    clinics: async () => {
      await tx.query('delete from adviser_clinic where county = $1 and contract = $2::uuid and day >= $3::date', [...key, row['from']])
      await tx.query(
        `insert into adviser_clinic (county, contract, day, hours, spot) select $1, $2::uuid, day, hours, spot from jsonb_to_recordset($3::text::jsonb) as r(day date, hours text, spot text)`, [...key, JSON.stringify(row['clinics'] ?? [])])
    },
    evaluate: () => tx.query('update adviser_contract set evaluated = $3::date where county = $1 and matter = $2::uuid', [...key, row['evaluated']]),
    renew: () => tx.query('update adviser_contract set until = $3::date where county = $1 and matter = $2::uuid', [...key, row['until']]),
    end: () => tx.query('update adviser_contract set ended = greatest(since, $3::date) where county = $1 and matter = $2::uuid', [...key, row['ended']]),
  }
  const handler = handlers[textOf(row['do'])]
  if (!handler) throw new Error(`a contract is not ${textOf(row['do'])}`)
  await handler()
}
